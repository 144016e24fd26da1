import type { DiagnosticCode } from '#diagnostic/codes.ts'

/** What the checks may warn of and an author may therefore accept; two overlapping tiers are a warning when they agree. */
export const WARNINGS: readonly DiagnosticCode[] = [
  'attainable-below-maximum',
  'cliff',
  'constant-criterion',
  'date-outside-period',
  'dead-measure',
  'no-lead',
  'not-monotone',
  'quota-impossible',
  'rest-between-tiers',
  'rounding-sensitive',
  'several-leads',
  'tier-contradicts-target',
  'tier-overlap',
  'unreachable-class',
  'unreachable-target',
  'unreachable-tier',
  'unused-measure',
]

/** What is always an error in a rulebook: it has to be mended. */
export const ERRORS: readonly DiagnosticCode[] = [
  'unknown-character',
  'unclosed-text',
  'unclear-clause',
  'missing-tone-marks',
  'ambiguous-number',
  'malformed-number',
  'invalid-date',
  'misplaced-clause',
  'repeated-clause',
  'missing-clause',
  'undeclared-name',
  'duplicate-name',
  'duplicate-code',
  'sum-mismatch',
  'tier-gap',
  'bounds-order',
  'tier-empty',
  'zero-denominator',
  'kind-mismatch',
  'points-above-maximum',
  'period-order',
  'target-years',
  'level-mismatch',
]

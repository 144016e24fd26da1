import type { PlainDate } from '#base/plainDate.ts'
import type { Result } from '#diagnostic/diagnostic.ts'
import {
  bindFacts,
  changesBetween,
  isUnchanged,
  programOn,
  type ScoreSheet,
  type SheetChanges,
  score,
} from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Scenario } from '#records/scenario.ts'
import { applyScenario, type Past } from './applyScenario.ts'
import { expectedDossier, type Outlook, type Pace } from './projection.ts'

/** What a scenario would change, as of the horizon. */
export interface WhatIf {
  readonly horizon: PlainDate
  /** Everyone as they would stand without the scenario. */
  readonly before: readonly ScoreSheet[]
  readonly after: readonly ScoreSheet[]
  /** Whoever it changes anything for, in the order in which they would stand. Empty for a scenario that changes nothing. */
  readonly changes: readonly SheetChanges[]
}

export interface Supposed {
  readonly scenario: Scenario
  readonly pace: Pace
  readonly past: Past
}

/**
 * Scores the outlook with and without the scenario, the periods to come filled in by the pace in both: the answer is the
 * difference, for everyone, because one entrant's gain is another's rank.
 */
export function whatIf(outlook: Outlook, { scenario, pace, past }: Supposed): Result<WhatIf> {
  const { program, horizon } = outlook
  const expected = expectedDossier(outlook, pace)
  const supposed = applyScenario({ ...outlook, dossier: expected }, scenario, past)
  if (!supposed.ok) return supposed
  const sheetsOf = (of: Dossier): Result<readonly ScoreSheet[]> => {
    const bound = bindFacts(program, of)
    if (!bound.ok) return bound
    const value = score({ program: programOn(program, horizon), facts: bound.value, asOf: horizon })
    return { ok: true, value, diagnostics: [] }
  }
  const before = sheetsOf(expected)
  if (!before.ok) return before
  const after = sheetsOf(supposed.value)
  if (!after.ok) return after
  const earlier = new Map(before.value.map((sheet) => [sheet.entrant.id, sheet]))
  const changes = after.value.flatMap((sheet) => {
    const was = earlier.get(sheet.entrant.id)
    const found = was && changesBetween(was, sheet)
    return found && !isUnchanged(found) ? [found] : []
  })
  return { ok: true, value: { horizon, before: before.value, after: after.value, changes }, diagnostics: [] }
}

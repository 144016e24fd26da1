import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Scenario } from '#records/scenario.ts'
import { shortHash } from './hash.ts'

/**
 * The scenario, if it was made on this rulebook or does not tell: on other rules the same suppositions mean something else, and whoever
 * made them decides whether they still hold.
 */
export function onSameRules(scenario: Scenario, hash: string): Result<Scenario> {
  const other = scenario.find(({ rules }) => !hash.startsWith(rules))
  if (!other) return { ok: true, value: scenario, diagnostics: [] }
  const diagnostic: Diagnostic = {
    code: 'scenario-outdated',
    severity: 'error',
    message: `kịch bản lập theo bộ tiêu chí mã ${shortHash(other.rules)}, còn bộ tiêu chí này mang mã ${shortHash(hash)}`,
    labels: [other.label('cột rulebook', 'rulebook')],
    help: 'xem hai bộ khác nhau ở đâu bằng `thidua diff`; kịch bản vẫn đúng ý thì để trống cột rulebook',
  }
  return failure([diagnostic])
}

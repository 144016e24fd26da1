import { formatDate, type PlainDate } from '#base/plainDate.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import {
  carriedText,
  changeDetails,
  changeHeadline,
  cohortOf,
  isMoved,
  type Program,
  programOn,
  type SheetChanges,
} from '#engine/index.ts'
import { readScenario, type Scenario } from '#records/scenario.ts'
import { onSameRules } from '#services/scenarioRules.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import {
  differencesBetween,
  expectationOf,
  type Pace,
  type WhatIf,
  whatIf,
  whatIfToJson,
} from '#simulate/index.ts'
import { readTextFile } from '#store/readTextFile.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface WhatIfRequest {
  readonly file: string
  readonly data: string
  readonly scenario: string
  /** Another scenario, which is held beside it in place of what is expected. */
  readonly against: string | undefined
  readonly pace: Pace
  /** Whether facts of periods behind us may be supposed otherwise. */
  readonly past: boolean
  /** The day up to which facts are known; by default the last one with facts. */
  readonly asOf: PlainDate | undefined
  /** The day that is looked forward to; by default the last of the rulebook's. */
  readonly horizon: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** A scenario that long is no longer read by anybody. */
const MOST_BYTES = 500_000

/**
 * `thidua whatif FILE --data DIR --scenario FILE [--against FILE]`: what would stand otherwise if a scenario held, for everyone; than without
 * it, or than if another held.
 */
export async function runWhatIf(request: WhatIfRequest, output: Output): Promise<ExitCode> {
  const answered = await answer(request)
  if (!answered.ok) {
    printDiagnostics(output, answered.diagnostics, request.json)
    return exitCodeOf(answered.diagnostics)
  }
  const { program, found } = answered.value
  if (request.json) printJson(output, whatIfToJson(found, program))
  else {
    printDiagnostics(output, answered.diagnostics, false)
    output.out(toText(found, program, request))
  }
  return FINE
}

interface Answer {
  readonly program: Program
  readonly found: WhatIf
}

async function answer({
  file,
  data,
  scenario,
  against,
  pace,
  past,
  asOf,
  horizon,
  today,
}: WhatIfRequest): Promise<Result<Answer>> {
  const scored = await scoreDossier(file, data, { asOf, today })
  if (!scored.ok) return scored
  const { program, dossier, asOf: day, hash } = scored.value
  const until = horizon ?? program.to
  const outlook = { program, dossier, asOf: day, horizon: until }
  const expected = expectationOf(outlook, pace)
  if (!expected.ok) return expected
  const suppose = async (path: string): Promise<Result<WhatIf>> => {
    const known = await readOn(path, hash)
    return known.ok
      ? whatIf(expected.value, { scenario: known.value, past: past ? 'mayChange' : 'stays' })
      : known
  }
  const found = await suppose(scenario)
  if (!found.ok) return found
  const other = against === undefined ? undefined : await suppose(against)
  if (other && !other.ok) return other
  const value = {
    program: programOn(program, until),
    found: other ? beside(found.value, other.value) : found.value,
  }
  return { ok: true, value, diagnostics: scored.diagnostics }
}

/** A scenario that was made on those rules. */
async function readOn(path: string, hash: string): Promise<Result<Scenario>> {
  const source = await readTextFile(path, MOST_BYTES)
  if (!source.ok) return failure(source.diagnostics)
  const read = readScenario(source.value)
  return read.ok ? onSameRules(read.value, hash) : failure(read.diagnostics)
}

/** What one scenario changes of what another would come to. */
function beside(found: WhatIf, other: WhatIf): WhatIf {
  return { ...found, before: other.after, changes: differencesBetween(other.after, found.after) }
}

function toText(
  { horizon, changes, after }: WhatIf,
  program: Program,
  { scenario, against }: WhatIfRequest,
): string {
  const day = formatDate(horizon)
  const moved = changes.filter(isMoved)
  if (moved.length === 0)
    return against === undefined
      ? `Kịch bản này không làm điểm, hạng, loại của ai thay đổi đến ngày ${day}.\n`
      : `Hai kịch bản cho mọi nơi cùng điểm, hạng, loại đến ngày ${day}.\n`
  const alone = ({ after: sheet }: SheetChanges): boolean =>
    after.filter(({ entrant }) => cohortOf(entrant, program) === cohortOf(sheet.entrant, program)).length ===
    1
  const paragraphs = moved.map((one) => {
    const head = `${one.after.entrant.name}: ${changeHeadline(one, program, alone(one))}`
    return [head, ...[...changeDetails(one), ...carriedText(one, program)].map((line) => `  ${line}`)].join(
      '\n',
    )
  })
  const supposed = against === undefined ? 'kịch bản đúng' : `theo ${scenario} thay vì ${against}`
  return `Nếu ${supposed}, đến ngày ${day} có ${moved.length} đối tượng khác đi:\n\n${paragraphs.join('\n')}\n`
}

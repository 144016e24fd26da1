import { formatDate, type PlainDate } from '#base/plainDate.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import {
  type CohortSensitivity,
  cohortTitle,
  decidingText,
  flatText,
  leftOutText,
  pairTurnText,
  rankRangesText,
  type Sensitivity,
  sensitivityOf,
  sensitivityToJson,
  triedText,
} from '#simulate/index.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface SensitivityCommand {
  readonly file: string
  readonly data: string
  readonly draws: number
  readonly seed: number
  /** By default the last day with facts. */
  readonly asOf: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua sensitivity FILE --data DIR`: on what an order hangs, before a committee signs it. */
export async function runSensitivity(request: SensitivityCommand, output: Output): Promise<ExitCode> {
  const { file, data, asOf, today, json } = request
  const scored = await scoreDossier(file, data, { asOf, today })
  printDiagnostics(output, json && scored.ok ? [] : scored.diagnostics, json)
  if (!scored.ok) return exitCodeOf(scored.diagnostics)
  const { program, facts, asOf: day } = scored.value
  const found = sensitivityOf({ program, facts, asOf: day }, request)
  if (json) printJson(output, sensitivityToJson(found))
  else output.out(toText(found))
  return FINE
}

/** More would not be read. */
const MOST_LISTED = 12

function toText(found: Sensitivity): string {
  const { evaluation, cohorts } = found
  const heads = [
    evaluation.program.rulebook.title.text,
    `Tính đến ngày ${formatDate(evaluation.asOf)}`,
    triedText(found),
  ]
  return `${[...heads, ...cohorts.flatMap((cohort) => ['', ...section(cohort, found)])].join('\n')}\n`
}

function section(cohort: CohortSensitivity, found: Sensitivity): readonly string[] {
  const { weights, flat, deciding, sheets } = cohort
  const title = cohortTitle(cohort, sheets.length, found.evaluation.program)
  const ranked = weights.entrants.length > 1
  return [
    title,
    ...(ranked
      ? part('Hạng khi trọng số xê dịch', rankRangesText(cohort))
      : ['Không có hai nơi nào để so hạng.']),
    ...part(
      'Cặp đứng sát dễ đổi thứ tự',
      weights.turns.slice(0, MOST_LISTED).map((one) => pairTurnText(one, found)),
    ),
    ...part(
      'Bỏ từng tiêu chí (xáo trộn nhiều nhất trước)',
      weights.without.slice(0, MOST_LISTED).map(leftOutText),
    ),
    ...part('Tiêu chí không phân biệt được ai', ranked ? flat.map(flatText) : []),
    ...part(
      'Số liệu quyết định thứ hạng (chờ thẩm định trước, rồi lệch ít nhất trước)',
      deciding.map(decidingText),
    ),
  ]
}

function part(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => `- ${line}`)]
}

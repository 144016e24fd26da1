import { formatDate, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import { type Program, summaryText } from '#engine/index.ts'
import { openDossier, openRulebook } from '#services/scoreDossier.ts'
import {
  causesText,
  countsText,
  criterionImpactText,
  entrantImpactText,
  factsText,
  impactOf,
  impactToJson,
  pastText,
  type RuleImpact,
} from '#simulate/index.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface ImpactCommand {
  readonly old: string
  readonly new: string
  readonly data: string
  readonly asOf: PlainDate | undefined
  /** Also as of the end of each past month. */
  readonly past: boolean
  readonly json: boolean
}

/** `thidua impact OLD NEW --data DIR`: who gains and who loses if another rulebook scored the same facts, and by what. */
export async function runImpact(request: ImpactCommand, output: Output): Promise<ExitCode> {
  const { json } = request
  const found = await find(request)
  if (!found.ok) {
    printDiagnostics(output, found.diagnostics, json)
    return exitCodeOf(found.diagnostics)
  }
  if (json) {
    const { old, new: now } = found.value.programs
    const heads = { old: headToJson(request.old, old), new: headToJson(request.new, now) }
    printJson(output, { ...heads, ...impactToJson(found.value) })
  } else output.out(toText(found.value, request))
  return FINE
}

async function find({ old, new: now, data, asOf, past }: ImpactCommand): Promise<Result<RuleImpact>> {
  const opened = [await openRulebook(old), await openRulebook(now)] as const
  const [before, after] = opened
  if (!before.ok || !after.ok) return failure(opened.flatMap((one) => (one.ok ? [] : one.diagnostics)))
  const dossier = await openDossier(data, before.value)
  if (!dossier.ok) return dossier
  const programs = { old: before.value, new: after.value }
  return impactOf({ programs, dossier: dossier.value, asOf, past })
}

function toText(impact: RuleImpact, { old, new: now }: ImpactCommand): string {
  const { programs, difference, counts, criteria, entrants, scoredByOne, asOf } = impact
  const only = (side: 'old' | 'new') =>
    scoredByOne.filter((one) => one.side === side).map(({ entrant }) => entrant.name)
  const [gone, come] = [only('old'), only('new')]
  const told = entrants.flatMap((one) => [
    entrantImpactText(one, impact),
    ...causesText(one, impact).map((line) => `  ${line}`),
  ])
  const lines = [
    `Cũ:  ${headText(old, programs.old)}`,
    `Mới: ${headText(now, programs.new)}`,
    '',
    summaryText(difference),
    `Cùng số liệu đến ngày ${formatDate(asOf)}, ${counts.scored} đối tượng được chấm theo cả hai bộ: ${countsText(counts)}`,
    ...section('Do các tiêu chí (đổi nhiều điểm nhất trước)', criteria.map(criterionImpactText).map(item)),
    ...section('Từng đối tượng', told),
    ...section('Ai chỉ một bộ chấm', [
      ...(gone.length > 0 ? [item(`Bộ tiêu chí mới không còn chấm: ${gone.join(', ')}.`)] : []),
      ...(come.length > 0 ? [item(`Chỉ bộ tiêu chí mới chấm: ${come.join(', ')}.`)] : []),
    ]),
    ...section('Số liệu', factsText(impact).map(item)),
    ...section('Cuối các tháng trước', pastText(impact).map(item)),
  ]
  return `${lines.join('\n')}\n`
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines]
}

function item(line: string): string {
  return `- ${line}`
}

function headText(file: string, { rulebook }: Program): string {
  return `${file}, phiên bản ${rulebook.version.text}`
}

function headToJson(file: string, { rulebook, from }: Program): object {
  return { file, code: rulebook.code.text, version: rulebook.version.text, from: formatIsoDate(from) }
}

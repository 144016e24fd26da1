import { formatDate, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import {
  meanText,
  type PhaseResult,
  type PhaseStandings,
  type Program,
  phaseNotes,
  phaseToJson,
  rankText,
  resultNotes,
  reviewPhases,
} from '#engine/index.ts'
import { reviewHeading } from '#language/index.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import type { Standings } from '#services/standings.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface ReviewRequest {
  readonly file: string
  readonly data: string
  readonly asOf: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua review FILE --data DIR`: what the years of each phase come to together. A rulebook without phases is no fault. */
export async function runReview(
  { file, data, asOf, today, json }: ReviewRequest,
  output: Output,
): Promise<ExitCode> {
  const scored = await scoreDossier(file, data, { asOf, today })
  if (!scored.ok) {
    printDiagnostics(output, scored.diagnostics, json)
    return exitCodeOf(scored.diagnostics)
  }
  const phases = reviewPhases(scored.value)
  printDiagnostics(output, json ? [] : scored.diagnostics, false)
  if (json) printJson(output, toJson(phases, scored.value))
  else output.out(toText(phases, scored.value))
  return FINE
}

function toJson(phases: readonly PhaseStandings[], { program, hash, asOf }: Standings): unknown {
  const { code, version } = program.rulebook
  return {
    rulebook: { code: code.text, version: version.text, hash },
    asOf: formatIsoDate(asOf),
    reviews: phases.map((phase) => phaseToJson(phase, program)),
  }
}

function toText(phases: readonly PhaseStandings[], { program, asOf }: Standings): string {
  const said =
    phases.length > 0
      ? phases.flatMap((phase) => ['', ...phaseText(phase, program)])
      : ['', 'Bộ tiêu chí này không có dòng «sơ kết giai đoạn …» hay «tổng kết giai đoạn …».']
  const head = [program.rulebook.title.text, `Tính đến ngày ${formatDate(asOf)}`]
  return `${[...head, ...said].join('\n')}\n`
}

function phaseText(phase: PhaseStandings, program: Program): readonly string[] {
  const begun = phase.years.some(({ kind }) => kind === 'counted')
  const levels = begun ? program.levels : []
  return [
    `${reviewHeading(phase.review)}, theo bình quân tổng điểm các năm`,
    ...phaseNotes(phase),
    ...levels.flatMap((level) => {
      const cohort = phase.results.filter(({ entrant }) => entrant.level === level)
      if (cohort.length === 0) return []
      const rows = cohort.map((result) => row(result, program))
      return ['', `Cấp ${program.levelNames[level]} (${cohort.length})`, ...rows]
    }),
  ]
}

function row(result: PhaseResult, program: Program): string {
  const { entrant, class: title } = result
  const mean = meanText(result, program) ?? 'không có'
  const notes = [title ?? '', ...resultNotes(result, program)].filter((note) => note !== '').join('; ')
  return `${(rankText(result) || '–').padStart(4)}  ${entrant.name.padEnd(24)} ${mean.padStart(8)}  ${notes}`
}

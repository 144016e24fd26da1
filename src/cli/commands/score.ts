import { periodKey } from '#base/period.ts'
import { formatDate, type PlainDate } from '#base/plainDate.ts'
import { leavesIn, openIn, type Program, rankText, type ScoreSheet, totalText } from '#engine/index.ts'
import { resultsToJson } from '#services/resultsJson.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import type { DayFrom, Standings } from '#services/standings.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface ScoreRequest {
  readonly file: string
  readonly data: string
  readonly asOf: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua score FILE --data DIR`: points, rank and class of every entrant. */
export async function runScore(
  { file, data, asOf, today, json }: ScoreRequest,
  output: Output,
): Promise<ExitCode> {
  const scored = await scoreDossier(file, data, { asOf, today })
  if (!scored.ok) {
    printDiagnostics(output, scored.diagnostics, json)
    return exitCodeOf(scored.diagnostics)
  }
  printDiagnostics(output, json ? [] : scored.diagnostics, false)
  if (json) printJson(output, toJson(scored.value))
  else output.out(toText(scored.value))
  return FINE
}

function toJson(standings: Standings): object {
  const { rulebook, asOf, results } = resultsToJson(standings)
  const { dayFrom } = standings
  return { rulebook, asOf, dayFrom: dayFrom ? dayFromToJson(dayFrom) : null, results }
}

function dayFromToJson({ period, entrants, doubts }: DayFrom): unknown {
  return { period: periodKey(period), entrants, doubts }
}

function toText({ program, asOf, sheets }: Standings): string {
  const { title } = program.rulebook
  const sections = program.levels.flatMap((level) => {
    const cohort = sheets.filter(({ entrant }) => entrant.level === level)
    if (cohort.length === 0) return []
    const rows = cohort.map((sheet) => row(sheet, program))
    return [`Cấp ${program.levelNames[level]} (${cohort.length})`, ...rows, '']
  })
  return [`${title.text}`, `Tính đến ngày ${formatDate(asOf)}`, '', ...sections].join('\n')
}

function row(sheet: ScoreSheet, program: Program): string {
  const { entrant, class: title } = sheet
  const points = totalText(sheet, program) ?? 'không chấm'
  const notes = [title ?? '', provisionalText(sheet)].filter((note) => note !== '').join('; ')
  return `${(rankText(sheet) || '–').padStart(4)}  ${entrant.name.padEnd(24)} ${points.padStart(8)}  ${notes}`.trimEnd()
}

/** That points are not final: a 0 for want of facts must not pass for a 0 that was earned. */
function provisionalText(sheet: ScoreSheet): string {
  const open = openIn(sheet).length
  const faulty = leavesIn(sheet.nodes).filter(({ outcome }) => outcome.kind === 'error').length
  const reasons = [
    ...(open > 0 ? [`${open} tiêu chí còn chờ số liệu`] : []),
    ...(faulty > 0 ? [`${faulty} tiêu chí có lỗi số liệu`] : []),
  ]
  return reasons.length > 0 ? `tạm tính: ${reasons.join(', ')}` : ''
}

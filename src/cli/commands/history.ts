import { formatDate, parseIsoDate } from '#base/plainDate.ts'
import { type FactHistory, factHistory, type HistoryEntry } from '#services/records/factHistory.ts'
import { placeText } from '#services/records/placeText.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJsonWith } from '../output.ts'

export interface HistoryOptions {
  readonly from: string
  readonly rules: string
  readonly entrant: string
  readonly measure?: string
  readonly json?: boolean
}

/** `thidua history --from DIR --rules FILE --entrant ID`: every fact with its corrections, who made them, when and why. */
export async function runHistory(options: HistoryOptions, output: Output): Promise<ExitCode> {
  const { from, rules, entrant, measure, json = false } = options
  const history = await factHistory({ folder: from, rules, entrant, measure })
  const { diagnostics } = history
  if (!history.ok) {
    printDiagnostics(output, diagnostics, json)
    return exitCodeOf(diagnostics)
  }
  if (json) printJsonWith(output, { facts: history.value.places.flat() }, diagnostics)
  else {
    printDiagnostics(output, diagnostics, false)
    output.out(historyText(history.value))
  }
  return FINE
}

function historyText({ program, places }: FactHistory): string {
  const blocks = places.flatMap((entries) => {
    const [first] = entries
    return first ? [`${placeText(first, program)}:`, ...entries.map((entry) => `  ${entryText(entry)}`)] : []
  })
  return `${blocks.join('\n')}\n`
}

function entryText(entry: HistoryEntry): string {
  const { revision, at, by, why, source, evidence } = entry
  const notes = [
    source && `nguồn: ${source}`,
    evidence && `minh chứng: ${evidence}`,
    `lần ghi ${revision}`,
    momentText(at),
    by,
    why && `lý do: ${why}`,
  ]
  return `${saidOf(entry)} (${notes.filter((note) => note !== '').join('; ')})`
}

function saidOf({ withdrawn, value, status, replaces }: HistoryEntry): string {
  if (withdrawn) return 'rút lại'
  const said = [value, status].filter((text) => text !== '').join(', ')
  return replaces === undefined ? said : `sửa thành ${said}`
}

/** `08:30 ngày 22/11/2026` of `2026-11-22T08:30:00+07:00`. */
function momentText(at: string): string {
  const day = parseIsoDate(at.slice(0, 10))
  return day ? `${at.slice(11, 16)} ngày ${formatDate(day)}` : at
}

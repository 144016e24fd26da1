import { formatDate, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { changeText, type Difference, differenceToJson, summaryText } from '#engine/index.ts'
import { type Comparison, compareFiles, type Standing } from '#services/compareFiles.ts'
import {
  type ExitCode,
  exitCodeOf,
  FINDINGS,
  FINE,
  type Output,
  printDiagnostics,
  printJson,
} from '../output.ts'

export interface DiffRequest {
  readonly old: string
  /** Without it the one file is compared with itself, on two days. */
  readonly new: string | undefined
  readonly on: PlainDate | undefined
  readonly from: PlainDate | undefined
  readonly to: PlainDate | undefined
  readonly json: boolean
  /** End with 1 where there is a difference. */
  readonly exitCode: boolean
}

/**
 * `thidua diff OLD NEW`: what changes from one rulebook to another; `thidua diff FILE`: what changes in one rulebook over
 * time. A difference is no fault, so it ends with 0 unless it was asked for otherwise.
 */
export async function runDiff(request: DiffRequest, output: Output): Promise<ExitCode> {
  const { old, on, from, to, json } = request
  const compared = await compareFiles(
    { file: old, day: from ?? on ?? 'first' },
    request.new === undefined
      ? { file: old, day: to ?? 'last' }
      : { file: request.new, day: to ?? on ?? 'first' },
  )
  if (!compared.ok) {
    printDiagnostics(output, compared.diagnostics, json)
    return exitCodeOf(compared.diagnostics)
  }
  // What may be doubtful in each rulebook is for `thidua check` to tell.
  if (json) printJson(output, toJson(compared.value))
  else output.out(toText(compared.value))
  return request.exitCode && compared.value.difference.changes.length > 0 ? FINDINGS : FINE
}

function toJson({ old, new: now, difference }: Comparison): unknown {
  return { old: headToJson(old), new: headToJson(now), ...differenceToJson(difference) }
}

function headToJson({ file, day, program: { rulebook } }: Standing): unknown {
  return {
    file,
    code: rulebook.code.text,
    version: rulebook.version.text,
    title: rulebook.title.text,
    day: formatIsoDate(day),
  }
}

function toText({ old, new: now, difference }: Comparison): string {
  const changes = difference.changes
  const sections = SECTIONS.flatMap(({ heading, holds }) => {
    const lines = changes.filter(({ about }) => holds.includes(about.kind)).map(changeText)
    return lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `- ${line}`)]
  })
  const heads = [`Cũ:  ${headText(old)}`, `Mới: ${headText(now)}`]
  return `${[...heads, '', summaryText(difference), ...sections].join('\n')}\n`
}

type SubjectKind = Difference['changes'][number]['about']['kind']

const SECTIONS: readonly { readonly heading: string; readonly holds: readonly SubjectKind[] }[] = [
  { heading: 'Quy định chung', holds: ['rulebook'] },
  { heading: 'Số liệu', holds: ['measure'] },
  { heading: 'Nhóm và tiêu chí', holds: ['group', 'criterion'] },
]

function headText({ file, day, program: { rulebook } }: Standing): string {
  return `${file}, phiên bản ${rulebook.version.text}, ngày ${formatDate(day)}`
}

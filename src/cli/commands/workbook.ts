import { formatDate, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import { verificationWorkbook } from '#services/workbook/verificationWorkbook.ts'
import { replaceFile } from '#store/replaceFile.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface WorkbookRequest {
  readonly rules: string
  readonly data: string
  readonly asOf: PlainDate | undefined
  readonly out: string
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua workbook --rules FILE --data DIR --out FILE.xlsx`: the result in formulas, to be checked in a spreadsheet. */
export async function runWorkbook(
  { rules, data, asOf, out, today, json }: WorkbookRequest,
  output: Output,
): Promise<ExitCode> {
  const scored = await scoreDossier(rules, data, { asOf, today })
  if (!scored.ok) {
    printDiagnostics(output, scored.diagnostics, json)
    return exitCodeOf(scored.diagnostics)
  }
  const fault = await replaceFile(out, await verificationWorkbook(scored.value))
  if (fault) {
    printDiagnostics(output, [fault], json)
    return exitCodeOf([fault])
  }
  const { hash, asOf: day, sheets } = scored.value
  if (json) {
    printJson(output, { rulebook: { hash }, asOf: formatIsoDate(day), entrants: sheets.length, written: out })
    return FINE
  }
  printDiagnostics(output, scored.diagnostics, false)
  output.out(
    `đã ghi ${out}: kết quả của ${sheets.length} đối tượng, chấm đến hết ngày ${formatDate(day)}\n` +
      'mở bằng Excel hoặc LibreOffice, xem trang «Đối chiếu» trước\n',
  )
  return FINE
}

import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { replaceFile } from '#store/replaceFile.ts'
import type { OutSheet } from './outSheet.ts'
import { writeCsv } from './writeCsv.ts'
import { writeXlsx } from './writeXlsx.ts'

/** What a file is written as, by its name; `undefined` for neither. */
export function formOf(path: string): 'xlsx' | 'csv' | undefined {
  const [, ending] = /\.(xlsx|csv)$/i.exec(path) ?? []
  return ending === undefined ? undefined : ending.toLowerCase() === 'csv' ? 'csv' : 'xlsx'
}

/** The message about a file whose name says neither. */
export function unknownForm(path: string): Diagnostic {
  return {
    code: 'file-not-written',
    severity: 'error',
    message: `không biết ghi tệp dạng gì: ${path}`,
    labels: [],
    help: 'đặt tên tệp có đuôi .xlsx hoặc .csv',
  }
}

/** Writes the pages as a workbook, or the first of them as CSV; what hindered it. */
export async function writeSheets(
  path: string,
  sheets: readonly OutSheet[],
): Promise<Diagnostic | undefined> {
  const form = formOf(path)
  const [first] = sheets
  if (form === undefined || !first) return unknownForm(path)
  return replaceFile(path, form === 'csv' ? writeCsv(first) : await writeXlsx(sheets))
}

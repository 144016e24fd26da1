import type * as z from 'zod'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Row } from './table.ts'

/** What the columns of entrants, facts and scenarios are called by whoever fills in a table with other headings. */
const WORDS: Readonly<Record<string, string>> = {
  entrant: 'đối tượng',
  measure: 'số liệu',
  period: 'kỳ',
  value: 'giá trị',
  status: 'trạng thái',
  source: 'nguồn',
  evidence: 'minh chứng',
  name: 'tên',
  kind: 'loại',
  from: 'kỳ bắt đầu',
  until: 'kỳ kết thúc',
  change: 'thay đổi',
  rulebook: 'mã bộ tiêu chí',
}

/** A schema's complaints about a row as messages that name the field, its value and what to write instead. */
export function fieldIssues(row: Row, error: z.ZodError): readonly Diagnostic[] {
  return error.issues.map((issue) => {
    const column = String(issue.path[0] ?? '')
    const value = row.fields[column] ?? ''
    const word = Object.hasOwn(WORDS, column) ? WORDS[column] : `\`${column}\``
    return {
      code: 'field-invalid',
      severity: 'error',
      message: value === '' ? `ô ${word} để trống` : `ô ${word} không đọc được: ${shorten(value)}`,
      labels: [row.label(`cột ${word}`, column)],
      help: issue.message,
    }
  })
}

/** Enough of a value to recognise it by. */
function shorten(value: string): string {
  return value.length > 60 ? `\`${value.slice(0, 60)}…\`` : `\`${value}\``
}

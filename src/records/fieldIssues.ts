import type * as z from 'zod'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Row } from './table.ts'

/** A schema's complaints about a row as messages that name the field, its value and what to write instead. */
export function fieldIssues(row: Row, error: z.ZodError): readonly Diagnostic[] {
  return error.issues.map((issue) => {
    const column = String(issue.path[0] ?? '')
    const value = row.fields[column] ?? ''
    return {
      code: 'field-invalid',
      severity: 'error',
      message: `ô \`${column}\` có giá trị không hợp lệ: ${shorten(value)}`,
      labels: [row.label(`cột ${column}`, column)],
      help: issue.message,
    }
  })
}

/** Enough of a value to recognise it by. */
function shorten(value: string): string {
  if (value === '') return 'để trống'
  return value.length > 60 ? `\`${value.slice(0, 60)}…\`` : `\`${value}\``
}

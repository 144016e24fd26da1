import { controlCharacterIn } from '#base/controlCharacters.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Source } from './source.ts'

/** What to say of a text with a control character: it is seen nowhere, and some of what is made of the text could not hold it. */
export function controlCharacter(source: Source): Diagnostic | undefined {
  const found = controlCharacterIn(source.text)
  if (!found) return undefined
  const span = { start: found.at, end: found.at + 1 }
  return {
    code: 'file-not-text',
    severity: 'error',
    message: `có ký tự điều khiển ${found.name}, không phải chữ`,
    labels: [{ source, span, text: 'xóa ký tự ở đây' }],
    help: 'ký tự ấy không nhìn thấy, hay lọt vào khi chép từ tệp PDF: xóa cả chữ ở chỗ ấy rồi gõ lại',
  }
}

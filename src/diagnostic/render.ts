import { type Diagnostic, type Label, MOST_DIAGNOSTICS, type Severity } from './diagnostic.ts'
import { lineAt, placeText, positionAt } from './source.ts'

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'lỗi', warning: 'cảnh báo' }

/** The messages one below the other, with a closing line when there were too many to show. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const blocks = diagnostics.slice(0, MOST_DIAGNOSTICS).map(renderDiagnostic)
  if (diagnostics.length >= MOST_DIAGNOSTICS) {
    blocks.push(`Dừng ở ${MOST_DIAGNOSTICS} thông báo; hãy sửa các lỗi trên rồi kiểm tra lại.`)
  }
  return blocks.join('\n\n')
}

/**
 * One message as a person reads it in a terminal:
 *
 *     lỗi[tier-gap]: với 23,5% không dòng nào áp dụng
 *       ┌─ rules/an-nong/2026.thidua:14:5
 *     14│     từ 24% trở lên: điểm tối đa
 *       │     ^^^^^^^^^^^^^^ dòng này bắt đầu từ 24%
 *       = cách sửa: …
 */
function renderDiagnostic(diagnostic: Diagnostic): string {
  const lines = [`${SEVERITY[diagnostic.severity]}[${diagnostic.code}]: ${diagnostic.message}`]
  const [main] = diagnostic.labels
  const gutter = ' '.repeat(gutterWidth(diagnostic.labels))
  if (main) lines.push(`${gutter}┌─ ${placeText(main.source, main.span.start)}`)
  for (const label of inReadingOrder(diagnostic.labels)) {
    if (main && label.source !== main.source)
      lines.push(`${gutter}├─ ${placeText(label.source, label.span.start)}`)
    lines.push(...renderLabel(label, label === main ? '^' : '-', gutter))
  }
  if (diagnostic.help !== undefined) lines.push(`${gutter}= cách sửa: ${diagnostic.help}`)
  return lines.join('\n')
}

/** Places in the main file from top to bottom, then those in other files. */
function inReadingOrder(labels: readonly Label[]): readonly Label[] {
  const [main] = labels
  const here = labels.filter(({ source }) => source === main?.source)
  const elsewhere = labels.filter(({ source }) => source !== main?.source)
  return [...here.toSorted((left, right) => left.span.start - right.span.start), ...elsewhere]
}

/** Lines longer than this are cut around the place, so that a file of one endless line stays readable. */
const LONGEST_LINE = 160

function renderLabel({ source, span, text }: Label, mark: string, gutter: string): string[] {
  const { line } = positionAt(source, span.start)
  const whole = lineAt(source, span.start)
  const cutFrom = Math.max(0, span.start - whole.start - LONGEST_LINE / 2)
  const shown = whole.text.slice(cutFrom, cutFrom + LONGEST_LINE)
  const from = span.start - whole.start - cutFrom
  const to = Math.max(from, Math.min(span.end - whole.start - cutFrom, shown.length))
  const pad = visible(shown.slice(0, from)).replace(/[^\t]/g, ' ')
  const marks = mark.repeat(Math.max(1, visible(shown.slice(from, to)).length))
  return [
    `${`${line}`.padStart(gutter.length)}│ ${visible(shown)}`,
    `${gutter}│ ${pad}${marks}${text && ` ${text}`}`,
  ]
}

/** One column per letter, and nothing that would move the cursor of a terminal. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.normalize('NFC').replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\ufeff]/g, '·')
}

function gutterWidth(labels: readonly Label[]): number {
  return Math.max(1, ...labels.map(({ source, span }) => `${positionAt(source, span.start).line}`.length))
}

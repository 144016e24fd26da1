import { csvText } from '#base/csvText.ts'
import type { OutCell, OutSheet } from './outSheet.ts'

/**
 * A page as CSV for Vietnamese spreadsheets: marked as UTF-8, with semicolons, since the comma stands in numbers. A text that
 * a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function writeCsv({ rows }: OutSheet): string {
  return `\ufeff${csvText(
    rows.map((row) => row.map(cellText)),
    ';',
  )}`
}

function cellText(cell: OutCell): string {
  switch (cell.kind) {
    case 'blank':
      return ''
    case 'number':
    case 'date':
      return cell.text
    case 'title':
    case 'heading':
    case 'hint':
    case 'text':
      return /^[=+\-@\t\r]/.test(cell.text) ? `'${cell.text}` : cell.text
  }
}

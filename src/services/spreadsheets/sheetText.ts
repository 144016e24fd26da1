import { formatPeriod, periodOf } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import type { Area, Cell, Place, Sheet } from './sheet.ts'

/** What stands in a cell, as a person sees it. */
export function plainText({ content }: Cell): string {
  switch (content.kind) {
    case 'text':
    case 'moment':
    case 'error':
      return content.text
    case 'number':
      return content.shownAs === 'percent' ? `${content.text}%` : content.text
    case 'flag':
      return content.is ? 'có' : 'không'
    case 'date':
      return content.shownAs === 'day'
        ? formatDate(content.date)
        : formatPeriod(periodOf(content.date, 'month'))
    case 'uncomputed':
      return '(công thức)'
  }
}

/** The area that a place is merged into; `undefined` for a cell by itself. */
export function mergedArea(merges: readonly Area[], { row, column }: Place): Area | undefined {
  return merges.find(
    ({ from, to }) => from.row <= row && row <= to.row && from.column <= column && column <= to.column,
  )
}

/** Whether the sheet is a CSV file: it has no tabs. */
export function isCsv({ name }: Pick<Sheet, 'name'>): boolean {
  return name === ''
}

import { dateOfNumber, dayNumber } from '#base/plainDate.ts'
import type { Content } from '../sheet.ts'
import { decimalText } from './decimalText.ts'
import type { NumberFormat } from './numberFormat.ts'

/** How the workbook counts its days. */
export type DateSystem = 1900 | 1904

/** What a number in a cell means by the format it is shown in. */
export function numberContent(written: string, format: NumberFormat, dates: DateSystem): Content {
  const plain = decimalText(written)
  if (plain === undefined) return { kind: 'error', text: written }
  switch (format) {
    case 'plain':
      return { kind: 'number', text: plain, shownAs: 'number' }
    case 'percent':
      return { kind: 'number', text: decimalText(written, 2) ?? plain, shownAs: 'percent' }
    case 'percentSign':
      return { kind: 'number', text: plain, shownAs: 'percent' }
    case 'day':
    case 'month': {
      const date = /^\d+$/.test(plain) ? dateOfSerial(Number(plain), dates) : undefined
      return date ? { kind: 'date', date, shownAs: format } : { kind: 'moment', text: plain }
    }
    case 'time':
      return { kind: 'moment', text: plain }
  }
}

/** Before it Excel counts a day, 29/2/1900, that never was. */
const FIRST_SURE = 61
/** The last day of the year 9999. */
const LAST = 2_958_465

function dateOfSerial(serial: number, dates: DateSystem): ReturnType<typeof dateOfNumber> | undefined {
  const days = dates === 1904 ? serial + 1462 : serial
  if (days < FIRST_SURE || days > LAST) return undefined
  return dateOfNumber(days + dayNumber({ year: 1899, month: 12, day: 30 }))
}

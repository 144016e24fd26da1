import { foldText } from '#base/foldText.ts'
import { type Frequency, type Period, parsePeriod, periodKey } from '#base/period.ts'

/** What a column of periods is headed by: `Tháng`, `Quý`, `Năm`, or `Kỳ` for any of them. */
export type PeriodColumn = Frequency | 'any'

/**
 * The period that a cell names: `2026-10`, `10/2026`, `tháng 10 năm 2026`, `quý III/2026`, `năm 2026`. Under `Tháng` or `Quý`
 * a number alone is one of the year, where there is only one it can be.
 */
export function readPeriod(text: string, column: PeriodColumn, year: number | undefined): Period | undefined {
  const folded = foldText(text).replace(/\s+/g, ' ').trim()
  const written = parsePeriod(folded.toUpperCase())
  if (written) return written
  const [, month, ofYear] = /^(?:thang |t)?(\d{1,2}) ?(?:\/|-| nam )? ?(\d{4})$/.exec(folded) ?? []
  if (month !== undefined && ofYear !== undefined && /[^\d]/.test(folded)) return monthOf(month, ofYear)
  const [, quarter, quarterYear] = /^(?:quy |q)(\d|i{1,3}|iv) ?(?:\/|-| nam )? ?(\d{4})$/.exec(folded) ?? []
  if (quarter !== undefined && quarterYear !== undefined) return quarterOf(quarter, quarterYear)
  const [, whole] = /^nam (\d{4})$/.exec(folded) ?? []
  if (whole !== undefined) return parsePeriod(whole)
  return year === undefined ? undefined : partOfYear(folded, column, `${year}`)
}

function partOfYear(folded: string, column: PeriodColumn, year: string): Period | undefined {
  const [, month] = /^(?:thang |t)?(\d{1,2})$/.exec(folded) ?? []
  const [, quarter] = /^(?:quy |q)?(\d|i{1,3}|iv)$/.exec(folded) ?? []
  if (column === 'month' && month !== undefined) return monthOf(month, year)
  return column === 'quarter' && quarter !== undefined ? quarterOf(quarter, year) : undefined
}

function monthOf(month: string, year: string): Period | undefined {
  return parsePeriod(`${year}-${month.padStart(2, '0')}`)
}

const ROMAN: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
])

function quarterOf(quarter: string, year: string): Period | undefined {
  return parsePeriod(`${year}-Q${ROMAN.get(quarter) ?? quarter}`)
}

/** A month in running text, but not that of a date: `ngày 05 tháng 11 năm 2026` names a day. */
const MONTHS = /(?<!ngay ?\d{1,2} ?)\bthang (\d{1,2}) ?(?:\/|nam) ?(\d{4})\b/g
const QUARTERS = /\bquy (\d|i{1,3}|iv) ?(?:\/|nam) ?(\d{4})\b/g

/** The months and quarters that a title names, each once. Years are not looked for: every plan has one in its title. */
export function periodsIn(text: string): readonly Period[] {
  const folded = foldText(text).replace(/\s+/g, ' ')
  const found = [
    ...[...folded.matchAll(MONTHS)].map(([, month = '', year = '']) => monthOf(month, year)),
    ...[...folded.matchAll(QUARTERS)].map(([, quarter = '', year = '']) => quarterOf(quarter, year)),
  ].filter((period) => period !== undefined)
  return [...new Map(found.map((period) => [periodKey(period), period])).values()]
}

import { formatRounded } from '#base/formatNumber.ts'
import { type PlainDate, parseDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import { decimalText } from '../xlsx/decimalText.ts'

/** A page that is written for an office to read, and often to fill in and hand back. */
export interface OutSheet {
  readonly name: string
  /** How wide each column is, in letters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly OutCell[])[]
  /** The rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number }
}

export type OutCell =
  | { readonly kind: 'title' | 'heading' | 'hint' | 'text'; readonly text: string }
  /** Written as a number by whatever can; `text` is what it reads back as: `35,4` or `35,4%`. */
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'date'; readonly text: string; readonly date: PlainDate }
  /** To be filled in. */
  | { readonly kind: 'blank'; readonly as: 'number' | 'percent' | 'date' | 'text' }

export const EMPTY: OutCell = { kind: 'text', text: '' }

/** A cell of the page's own words, or of text that somebody wrote. */
export function text(written: string): OutCell {
  return { kind: 'text', text: written }
}

/** A heading of a column. */
export function heading(written: string): OutCell {
  return { kind: 'heading', text: written }
}

/** The value of a fact: a number or a date only where it reads back as it was written, letter for letter. */
export function valueCell(written: string): OutCell {
  const date = parseDate(written)
  if (date && /^\d\d\/\d\d\/\d{4}$/.test(written)) return { kind: 'date', text: written, date }
  return numberCell(written) ?? text(written)
}

/** Of a total below 100.000 points a spreadsheet keeps so many decimals. */
const MOST_PLACES = 10

/**
 * Points as a number: exact where their decimals end by the tenth, rounded there otherwise. A fraction as it is would be text
 * to a spreadsheet, or worse: it reads 27/8 as a day in August. The exact points are in the JSON of the same results.
 */
export function pointsCell(points: Rational): OutCell {
  const written = formatRounded(points, MOST_PLACES).replaceAll('.', '')
  return numberCell(written) ?? text(written)
}

function numberCell(written: string): OutCell | undefined {
  const percent = written.endsWith('%')
  const digits = percent ? written.slice(0, -1) : written
  if (!/^-?\d+(,\d+)?$/.test(digits)) return undefined
  // Moved by writing the exponent, since dividing a float by a hundred need not give the nearest one.
  const value = Number(`${digits.replace(',', '.')}${percent ? 'e-2' : ''}`)
  if (decimalText(String(value), percent ? 2 : 0) !== digits) return undefined
  return { kind: 'number', text: written, value, percent }
}

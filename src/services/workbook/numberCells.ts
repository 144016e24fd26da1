import type { Rational } from '#base/rational.ts'
import { type Cell, type CellStyle, formula } from './cells.ts'
import { decimalText, literal, placesOf } from './formulas/literal.ts'

/** An exact number as a cell: a number where fifteen digits hold it, otherwise the fraction as a formula. */
export function numberCell(value: Rational, style: CellStyle, format: string): Cell {
  const decimals = decimalText(value)
  if (decimals === undefined) return formula(literal(value), style, format)
  return { kind: 'number', value: Number(decimals), format, style }
}

/** As many decimals as a sheet shows. */
const MOST_PLACES = 6

/** The format that shows a reported number with the decimals it has: `#,##0.0`, `0.00%`. */
export function formatOf(value: Rational, percent: boolean): string {
  const places = Math.min(placesOf(value) ?? MOST_PLACES, MOST_PLACES)
  const shown = percent ? Math.max(0, places - 2) : places
  const decimals = shown === 0 ? '' : `.${'0'.repeat(shown)}`
  return percent ? `0${decimals}%` : `#,##0${decimals}`
}

import type { Area, Place } from './sheet.ts'

/** `D14` of the fourth column and the fourteenth row. */
export function addressOf({ row, column }: Place): string {
  return `${columnName(column)}${row}`
}

/** `A` of 1, `AA` of 27. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** The place that `D14` names; `undefined` for what names none. */
export function parseAddress(text: string): Place | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text) ?? []
  if (letters === undefined || digits === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}

/** The area that `A1:C3` names; `undefined` for what names none. */
export function parseArea(text: string): Area | undefined {
  const [first = '', last = ''] = text.split(':')
  const [from, to] = [parseAddress(first), parseAddress(last)]
  return from && to && { from, to }
}

/** A page's name as spreadsheets write it before an address: in apostrophes where it is not a plain word. */
export function sheetPrefix(name: string): string {
  if (name === '') return ''
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? `${name}!` : `'${name.replaceAll("'", "''")}'!`
}

/** `B4, B5, B6 và 12 ô khác`. */
export function addressesText(places: readonly Place[], most = 3): string {
  const shown = places.slice(0, most).map(addressOf).join(', ')
  return places.length > most ? `${shown} và ${places.length - most} ô khác` : shown
}

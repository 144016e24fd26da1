/** The rows that some cells stand in, one below the other. */
export interface Rows {
  readonly first: number
  readonly last: number
}

/** A cell of another sheet: `'Số liệu'!K12`. */
export function cellIn(sheet: string, column: string, row: number): string {
  return `'${sheet}'!${column}${row}`
}

/** Cells of one column of another sheet: `'Số liệu'!K12:K23`. */
export function rangeIn(sheet: string, column: string, { first, last }: Rows): string {
  return `'${sheet}'!${column}${first}:${column}${last}`
}

/** The rows as stretches without gaps, in order. */
export function stretchesOf(rows: readonly number[]): readonly Rows[] {
  const stretches: { first: number; last: number }[] = []
  for (const row of rows.toSorted((left, right) => left - right)) {
    const open = stretches.at(-1)
    if (open && row === open.last + 1) open.last = row
    else stretches.push({ first: row, last: row })
  }
  return stretches
}

/** The letters of a column that is counted from 0: `A`, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`
}

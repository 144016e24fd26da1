import type { Finder, Found } from './finder.ts'
import type { Heading } from './headings.ts'
import type { Cell, Place, Sheet } from './sheet.ts'
import { mergedArea, plainText } from './sheetText.ts'

/** A column with what stands above it. */
export interface Column {
  readonly number: number
  readonly text: string
  readonly at: Place
  readonly found: Found<Heading>
}

/** A table on a page: where its headings end and what they say. */
export interface TableFound {
  /** The last row of the headings. */
  readonly headingRow: number
  readonly firstHeadingRow: number
  readonly columns: readonly Column[]
}

/** A table has its headings this far from the top. */
const LAST_HEADING_ROW = 40
/** Titles of columns stand in at most so many rows, one group above the other. */
const MOST_HEADING_ROWS = 3

/**
 * The table of a page: the first rows that head a column of entrants and one of values, those with the fewest headings that
 * say nothing. `undefined` where no rows do.
 */
export function findTable(sheet: Sheet, find: Finder<Heading>): TableFound | undefined {
  let best: (TableFound & { readonly unclear: number; readonly count: number }) | undefined
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row.cells]))
  for (const { number: first } of sheet.rows) {
    if (first > LAST_HEADING_ROW) break
    for (let count = 1; count <= MOST_HEADING_ROWS; count++) {
      const columns = columnsUnder(sheet, byNumber, first, first + count - 1, find)
      if (!columns || !headsTable(columns)) continue
      const unclear = columns.filter(({ found }) => found.kind !== 'one').length
      // A row that only stands above the headings adds nothing to them.
      if (!best || unclear < best.unclear || (unclear === best.unclear && count < best.count))
        best = { firstHeadingRow: first, headingRow: first + count - 1, columns, unclear, count }
    }
  }
  return best
}

/** Some column says whom the rows are about, and some what is known of them. */
function headsTable(columns: readonly Column[]): boolean {
  const kinds = new Set(columns.flatMap(({ found }) => (found.kind === 'one' ? [found.value.kind] : [])))
  return kinds.has('entrant') && (kinds.has('measure') || (kinds.has('measureName') && kinds.has('value')))
}

type Rows = ReadonlyMap<number, ReadonlyMap<number, Cell>>

/** What the rows head each column with; `undefined` where one of them holds figures, as no heading does. */
function columnsUnder(
  sheet: Sheet,
  rows: Rows,
  first: number,
  last: number,
  find: Finder<Heading>,
): readonly Column[] | undefined {
  const numbers = new Set<number>()
  for (let row = first; row <= last; row++) {
    const cells = rows.get(row)
    if (!cells) return undefined
    for (const [column, { content }] of cells) {
      if (content.kind !== 'text') return undefined
      numbers.add(column)
    }
  }
  for (const { from, to } of sheet.merges) {
    if (from.row < first || from.row > last || !rows.get(from.row)?.has(from.column)) continue
    for (let column = from.column; column <= to.column; column++) numbers.add(column)
  }
  return [...numbers]
    .toSorted((left, right) => left - right)
    .flatMap((number) => columnUnder(sheet, rows, { first, last, number }, find) ?? [])
}

function columnUnder(
  { merges }: Sheet,
  rows: Rows,
  { first, last, number }: { readonly first: number; readonly last: number; readonly number: number },
  find: Finder<Heading>,
): Column | undefined {
  const stack: { readonly text: string; readonly at: Place }[] = []
  for (let row = first; row <= last; row++) {
    const at = mergedArea(merges, { row, column: number })?.from ?? { row, column: number }
    const cell = at.row < first ? undefined : rows.get(at.row)?.get(at.column)
    const above = stack.at(-1)?.at
    if (cell && !(above?.row === at.row && above.column === at.column))
      stack.push({ text: plainText(cell), at })
  }
  const lowest = stack.at(-1)
  if (!lowest) return undefined
  const text = stack.map((each) => each.text).join(' ')
  const [whole, alone] = [find(text), find(lowest.text)]
  const found = whole.kind === 'none' ? alone : both(whole, alone)
  return { number, text: found === alone ? lowest.text : text, at: lowest.at, found }
}

/** What the headings say together holds, unless the lowest one alone says something else. */
function both(whole: Found<Heading>, alone: Found<Heading>): Found<Heading> {
  if (whole.kind !== 'one' || alone.kind !== 'one' || sameHeading(whole.value, alone.value)) return whole
  return { kind: 'several', names: [nameOf(whole.value), nameOf(alone.value)] }
}

function sameHeading(one: Heading, other: Heading): boolean {
  return one.kind === 'measure' && other.kind === 'measure'
    ? one.measure.name.text === other.measure.name.text
    : one.kind === other.kind
}

function nameOf(heading: Heading): string {
  return heading.kind === 'measure' ? heading.measure.title.text : heading.kind
}

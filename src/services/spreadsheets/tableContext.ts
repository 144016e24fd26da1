import { foldText } from '#base/foldText.ts'
import type { Diagnostic, Label } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Finder, finderOf } from './finder.ts'
import type { Column, TableFound } from './findTable.ts'
import type { Heading } from './headings.ts'
import type { Remark } from './remarks.ts'
import type { Cell, Place, Sheet, SheetRow } from './sheet.ts'
import { mergedArea } from './sheetText.ts'
import type { TablePeriod } from './tablePeriod.ts'

/** All that the rows of a table are read by. */
export interface TableContext {
  readonly sheet: Sheet
  readonly headingRow: number
  readonly headings: ReadonlyMap<Heading['kind'], readonly Headed[]>
  readonly cellAt: (at: Place) => Cell | undefined
  readonly findEntrant: Finder<Entrant>
  readonly findMeasure: Finder<Measure>
  readonly period: TablePeriod
  /** The year of months that are named without one. */
  readonly year: number | undefined
}

/** A column whose heading is understood. */
export interface Headed {
  readonly column: Column
  readonly heading: Heading
}

/** A part of a row and the cell that says it, or what is wrong with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value; readonly at: Place }
  | { readonly ok: false; readonly fault: Diagnostic }

/** What is no fault, but leaves the row out: it says nothing, or nothing of one entrant. */
export interface PassedOver {
  readonly ok: false
  readonly fault?: undefined
  readonly remark: Remark | undefined
}

/** What a table on a page is read by. */
export function tableContext(
  sheet: Sheet,
  { columns, headingRow }: TableFound,
  { measures, whole: { from, to } }: Program,
  entrants: readonly Entrant[],
  period: TablePeriod,
): TableContext {
  const understood = columns.flatMap((column): readonly Headed[] =>
    column.found.kind === 'one' ? [{ column, heading: column.found.value }] : [],
  )
  const rows = new Map(sheet.rows.map((row) => [row.number, row.cells]))
  return {
    sheet,
    headingRow,
    headings: Map.groupBy(understood, ({ heading }) => heading.kind),
    cellAt: ({ row, column }) => rows.get(row)?.get(column),
    findEntrant: finderOf(
      entrants.map((entrant) => ({
        value: entrant,
        names: [entrant.name, entrant.id, ...shortNames(entrant)],
      })),
    ),
    findMeasure: finderOf(
      [...measures.values()].map((measure) => ({
        value: measure,
        names: [measure.name.text, measure.title.text],
      })),
    ),
    period,
    year: period.period?.year ?? (from.year === to.year ? from.year : undefined),
  }
}

/** `Đông Thành` of `Thôn Đông Thành`; a number alone may be anything and names nobody. */
function shortNames({ name, kind }: Entrant): readonly string[] {
  const isLed = foldText(name).startsWith(`${foldText(kind)} `)
  const rest = isLed ? name.slice(kind.length + 1) : ''
  return /\p{L}/u.test(rest) ? [rest] : []
}

/** The columns with that kind of heading, from the left. */
export function columnsOf({ headings }: TableContext, kind: Heading['kind']): readonly Headed[] {
  return headings.get(kind) ?? []
}

/** The cell of a row in a column or, where cells are merged downwards, the one that speaks for it. */
export function cellFor(
  { sheet, cellAt }: TableContext,
  row: SheetRow,
  column: number,
): { readonly cell: Cell; readonly at: Place } | undefined {
  const at = { row: row.number, column }
  const own = row.cells.get(column)
  if (own) return { cell: own, at }
  const area = mergedArea(sheet.merges, at)
  const cell = area?.from.column === column ? cellAt(area.from) : undefined
  return area && cell && { cell, at: area.from }
}

/** A part of a row that cannot be read. */
export function fault(
  code: Diagnostic['code'],
  message: string,
  labels: readonly Label[],
  help: string,
): { readonly ok: false; readonly fault: Diagnostic } {
  return { ok: false, fault: { code, severity: 'error', message, labels, help } }
}

import { periodKey } from '#base/period.ts'
import { type Diagnostic, MOST_DIAGNOSTICS } from '#diagnostic/diagnostic.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Row } from '#records/table.ts'
import { cellValue } from './cellValue.ts'
import type { Remark } from './remarks.ts'
import { rowEntrant } from './rowEntrant.ts'
import { rowPeriod } from './rowPeriod.ts'
import { rowMeasure, type Valued, valuesOf } from './rowValues.ts'
import type { Place, SheetRow } from './sheet.ts'
import { plainText } from './sheetText.ts'
import { tableBody } from './tableBody.ts'
import { columnsOf, fault, type TableContext } from './tableContext.ts'

/** What was read of a table: rows as those of `facts.csv`, what is wrong, what should be known of it. */
export interface TableRead {
  readonly rows: readonly Row[]
  readonly faults: readonly Diagnostic[]
  readonly remarks: readonly Remark[]
}

/** Reads the rows of a table whose headings are sound; each cell with a value becomes a row of its own. */
export function readTableRows(context: TableContext): TableRead {
  const body = tableBody(context)
  const notes = columnsOf(context, 'remark').map(({ column }): Remark => ({ kind: 'notes', at: column.at }))
  const rows: Row[] = []
  const faults: Diagnostic[] = [...body.faults]
  const remarks: Remark[] = [...body.remarks, ...notes]
  for (const row of body.rows) {
    if (faults.length >= MOST_DIAGNOSTICS) break
    const values = valuesOf(context, row)
    const entrant = rowEntrant(
      context,
      row,
      values.map(({ at }) => at),
    )
    if (!entrant.ok) {
      if (entrant.fault) faults.push(entrant.fault)
      else if (entrant.remark) remarks.push(entrant.remark)
      continue
    }
    for (const valued of values) {
      const read = readValue(context, row, entrant.value, entrant.at, valued)
      if ('fault' in read) faults.push(read.fault)
      else {
        rows.push(read.row)
        remarks.push(...read.remarks)
      }
    }
  }
  return { rows, faults: onePeriodFault(faults), remarks }
}

/** A table that says no period lacks it once, not in every cell. */
function onePeriodFault(faults: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return faults.filter(({ code, message }) => {
    const isRepeated = code === 'period-mismatch' && seen.has(message)
    seen.add(message)
    return !isRepeated
  })
}

type ValueRead = { readonly row: Row; readonly remarks: readonly Remark[] } | { readonly fault: Diagnostic }

function readValue(
  context: TableContext,
  row: SheetRow,
  entrant: Entrant,
  entrantAt: Place,
  valued: Valued,
): ValueRead {
  const { sheet } = context
  const { cell, at } = valued
  const measure = rowMeasure(context, row, valued)
  if (!measure.ok) return measure
  const period = rowPeriod(context, row, at)
  if (!period.ok) return period
  const value = cellValue(cell, measure.value, valued.headed?.percent ?? false)
  if (!value.ok) return fault('cell-unclear', value.message, [sheet.label(at, 'ô này')], value.help)
  const texts = TEXT_COLUMNS.map((kind) => ({ kind, ...textOf(context, row, kind) }))
  const places: ReadonlyMap<string, Place> = new Map([
    ['entrant', entrantAt],
    ['measure', measure.at],
    ['period', period.at],
    ...texts.flatMap(({ kind, at: place }): readonly (readonly [string, Place])[] =>
      place ? [[kind, place]] : [],
    ),
  ])
  const fields = {
    entrant: entrant.id,
    measure: measure.value.name.text,
    period: periodKey(period.value),
    value: value.text,
    ...Object.fromEntries(texts.map(({ kind, text }) => [kind, text])),
  }
  const remarks: readonly Remark[] = [
    ...(cell.formula ? [{ kind: 'formula', at } as const] : []),
    ...(value.remark ? [{ kind: value.remark, at }] : []),
  ]
  return {
    row: { fields, label: (text, column = '') => sheet.label(places.get(column) ?? at, text) },
    remarks,
  }
}

const TEXT_COLUMNS = ['status', 'source', 'evidence'] as const

function textOf(
  context: TableContext,
  row: SheetRow,
  kind: (typeof TEXT_COLUMNS)[number],
): { readonly text: string; readonly at: Place | undefined } {
  const [column] = columnsOf(context, kind)
  const cell = column && row.cells.get(column.column.number)
  if (!cell) return { text: '', at: undefined }
  const text = plainText(cell)
  return {
    text: kind === 'status' ? text.toLowerCase() : text,
    at: { row: row.number, column: column.column.number },
  }
}

import { SHEETS, type Sheet, text, wide } from '../cells.ts'
import { cellIn } from '../formulas/range.ts'
import type { ConditionRow, Layout } from '../layout/layout.ts'
import { FIRST_ROW } from '../layout/layout.ts'
import { tableOf } from '../table.ts'
import { formatOfMeasure } from './formats.ts'
import { inputCells, ownReadings } from './inputs.ts'

const TABLE = tableOf(
  [
    ['measure', 'Số liệu', 50],
    ['entrant', 'Đối tượng', 26],
    ['number', 'Giá trị (có = 1, không = 0)', 14],
    ['code', 'Mã', 7],
  ],
  'number',
)

const INPUTS = { sides: [{ number: TABLE.letter('number'), code: TABLE.letter('code') }], judged: '' }

/** What conditions of classes and of the ranking ask of facts. */
export function conditionSheet(layout: Layout): Sheet | undefined {
  const { conditionRows } = layout
  if (conditionRows.length === 0) return undefined
  return {
    name: SHEETS.conditions,
    columns: TABLE.columns,
    printed: TABLE.printed.length,
    rows: [
      wide('Số liệu mà điều kiện xếp hạng, xếp loại hỏi đến', TABLE.printed, 'title'),
      TABLE.columns.map(({ title }) => text(title, 'heading')),
      ...conditionRows.map((row, index) => TABLE.row(rowCells(row, FIRST_ROW + index, layout))),
    ],
    frozen: { rows: 2, columns: 2 },
    filter: { from: 2, to: conditionRows.length + 2 },
  }
}

/** Where the code and the number stand in a row of conditions. */
export function conditionCells(row: number): { readonly code: string; readonly number: string } {
  return {
    code: cellIn(SHEETS.conditions, TABLE.letter('code'), row),
    number: cellIn(SHEETS.conditions, TABLE.letter('number'), row),
  }
}

function rowCells({ measure, entrant }: ConditionRow, row: number, layout: Layout) {
  const [input] = inputCells(ownReadings([measure], entrant, layout), INPUTS, row, [formatOfMeasure(measure)])
  return {
    measure: text(measure.title.text),
    entrant: text(entrant.name),
    ...(input ? { number: input.number, code: input.code } : {}),
  }
}

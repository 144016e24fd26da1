import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { ProgramNode } from '#engine/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Cell, SHEETS } from '../cells.ts'
import type { NodeCells } from '../formulas/combine.ts'
import { cellIn } from '../formulas/range.ts'
import type { Layout } from '../layout/layout.ts'
import { type Table, tableOf } from '../table.ts'
import type { InputColumns } from './inputs.ts'

/** A column of the sheets of levels. */
export type LevelKey =
  | 'code'
  | 'entrant'
  | 'cluster'
  | 'first'
  | 'second'
  | 'value'
  | 'figure'
  | 'outcome'
  | 'points'
  | 'maximum'
  | 'engineOutcome'
  | 'enginePoints'
  | 'engineMaximum'
  | 'check'
  | 'note'
  | 'firstCode'
  | 'secondCode'
  | 'inputs'
  | 'result'
  | 'raw'
  | 'rawMaximum'

/** The columns of the sheets of levels: what went in, what formulas make of it, and what the engine made of it. */
export const LEVEL_TABLE: Table<LevelKey> = tableOf<LevelKey>(
  [
    ['code', 'Mã', 9],
    ['entrant', 'Đối tượng', 30],
    ['cluster', 'Cụm', 9],
    ['first', 'Số liệu 1', 13],
    ['second', 'Số liệu 2', 13],
    ['value', 'Giá trị', 11],
    ['figure', 'Mốc của cụm', 10],
    ['outcome', 'Tình trạng', 16],
    ['points', 'Điểm', 9],
    ['maximum', 'Trên tối đa', 9],
    ['engineOutcome', 'Máy chấm: tình trạng', 16],
    ['enginePoints', 'Máy chấm: điểm', 10],
    ['engineMaximum', 'Máy chấm: trên tối đa', 10],
    ['check', 'Đối chiếu', 12],
    ['note', 'Ghi chú', 22],
    ['firstCode', 'Mã số liệu 1', 8],
    ['secondCode', 'Mã số liệu 2', 8],
    ['inputs', 'Mã chung', 8],
    ['result', 'Mã kết quả', 8],
    ['raw', 'Điểm chưa làm tròn, chưa quy đổi', 14],
    ['rawMaximum', 'Tối đa chưa quy đổi', 12],
  ],
  'note',
)

/** The cells of one row. */
export type LevelCells = Partial<Readonly<Record<LevelKey, Cell>>>

/** The columns that values are read into. */
export const LEVEL_INPUTS: InputColumns = {
  sides: [
    { number: LEVEL_TABLE.letter('first'), code: LEVEL_TABLE.letter('firstCode') },
    { number: LEVEL_TABLE.letter('second'), code: LEVEL_TABLE.letter('secondCode') },
  ],
  judged: LEVEL_TABLE.letter('inputs'),
}

/** The sheet of a level. */
export function sheetOf(level: EntrantLevel): string {
  return SHEETS[level]
}

/** Where points and maximum of a node stand for an entrant; `undefined` where it does not concern the entrant. */
export function nodeCells(
  node: Pick<ProgramNode, 'id'>,
  entrant: Entrant,
  layout: Layout,
): NodeCells | undefined {
  const row = layout.nodeRow(node, entrant)
  if (row === undefined) return undefined
  const cell = (key: LevelKey): string => cellIn(sheetOf(entrant.level), LEVEL_TABLE.letter(key), row)
  return { points: cell('points'), maximum: cell('maximum') }
}

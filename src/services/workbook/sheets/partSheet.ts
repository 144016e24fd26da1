import { mostOfPart } from '#engine/index.ts'
import { formula, POINTS, SHEETS, type Sheet, text, wide } from '../cells.ts'
import { partPoints } from '../formulas/rulePoints.ts'
import { STATE } from '../formulas/state.ts'
import { FIRST_ROW, type Layout, type PartRow } from '../layout/layout.ts'
import { numberCell } from '../numberCells.ts'
import { tableOf } from '../table.ts'
import { formatOfMeasure } from './formats.ts'
import { askedMembers, type InputColumns, inputCells, memberReadings, ownReadings } from './inputs.ts'

const TABLE = tableOf(
  [
    ['code', 'Tiêu chí', 10],
    ['subject', 'Đối tượng', 26],
    ['place', 'Phần thứ', 9],
    ['part', 'Phần cộng điểm theo', 60],
    ['number', 'Số liệu', 14],
    ['state', 'Mã', 7],
    ['points', 'Điểm', 10],
    ['most', 'Điểm cao nhất', 14],
  ],
  'most',
)

/** Where the results of parts stand. */
export const PART_COLUMNS: Readonly<Record<'state' | 'points' | 'most', string>> = {
  state: TABLE.letter('state'),
  points: TABLE.letter('points'),
  most: TABLE.letter('most'),
}

const INPUTS: InputColumns = {
  sides: [{ number: TABLE.letter('number'), code: TABLE.letter('state') }],
  judged: TABLE.letter('state'),
}

/** The parts that points are added from, a row each. */
export function partSheet(layout: Layout): Sheet | undefined {
  const { partRows } = layout
  if (partRows.length === 0) return undefined
  return {
    name: SHEETS.parts,
    columns: TABLE.columns,
    printed: TABLE.printed.length,
    rows: [
      wide('Tiêu chí cộng điểm từng phần: mỗi phần một dòng', TABLE.printed, 'title'),
      TABLE.columns.map(({ title }) => text(title, 'heading')),
      ...partRows.map((row, index) => TABLE.row(rowCells(row, FIRST_ROW + index, layout))),
    ],
    frozen: { rows: 2, columns: 2 },
    filter: { from: 2, to: partRows.length + 2 },
  }
}

function rowCells({ leaf, subject, part, place }: PartRow, row: number, layout: Layout) {
  const [number, state] = [`${TABLE.letter('number')}${row}`, `${TABLE.letter('state')}${row}`]
  const { measure } = part
  const readings =
    subject.level === leaf.level
      ? ownReadings([measure], subject, layout)
      : memberReadings(
          [measure],
          {
            sheet: SHEETS.parts,
            rows: rowsOfMembers({ leaf, subject, part }, layout),
            only: { column: TABLE.letter('place'), cell: `${TABLE.letter('place')}${row}` },
          },
          INPUTS,
          layout.subjects.members(leaf, subject).length > 0,
        )
  const [input] = inputCells(readings, INPUTS, row, [formatOfMeasure(measure)])
  return {
    code: text(leaf.code),
    subject: text(subject.name),
    place: { kind: 'number', value: place, format: '0', style: 'helper' },
    part: text(measure.title.text),
    ...(input ? { number: input.number, state: input.code } : {}),
    points: formula(
      `IF(${state}=${STATE.value},${partPoints(part, number, leaf.maximum)},0)`,
      'result',
      POINTS,
    ),
    most: numberCell(mostOfPart(part, leaf.maximum), 'plain', POINTS),
  } as const
}

function rowsOfMembers({ leaf, subject, part }: Pick<PartRow, 'leaf' | 'subject' | 'part'>, layout: Layout) {
  const rows = askedMembers(leaf, subject, layout)
    .flatMap((member) => layout.partRow(leaf, part, member) ?? [])
    .toSorted((left, right) => left - right)
  const [first, last] = [rows[0], rows.at(-1)]
  return first !== undefined && last !== undefined ? { first, last } : undefined
}

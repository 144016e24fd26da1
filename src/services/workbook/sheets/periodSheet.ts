import { formatPeriod } from '#base/period.ts'
import { formula, SHEETS, type Sheet, text, wide } from '../cells.ts'
import { resultPoints, resultState } from '../formulas/leafPoints.ts'
import { inputState, judgedValue, leafValue } from '../formulas/leafValue.ts'
import { STATE } from '../formulas/state.ts'
import { FIRST_ROW, type Layout, type PeriodRow } from '../layout/layout.ts'
import { ruleFor, valueMeasures } from '../layout/subjects.ts'
import { tableOf } from '../table.ts'
import { formatOfMeasure, formatOfValue } from './formats.ts'
import { askedMembers, type InputColumns, inputCells, memberReadings, ownReadings } from './inputs.ts'

const TABLE = tableOf(
  [
    ['code', 'Tiêu chí', 10],
    ['subject', 'Đối tượng', 26],
    ['place', 'Kỳ thứ', 8],
    ['period', 'Kỳ', 16],
    ['first', 'Số liệu 1', 14],
    ['firstCode', 'Mã 1', 7],
    ['second', 'Số liệu 2', 14],
    ['secondCode', 'Mã 2', 7],
    ['inputs', 'Mã chung', 9],
    ['value', 'Giá trị', 12],
    ['result', 'Mã kết quả', 10],
    ['points', 'Điểm của kỳ', 12],
  ],
  'points',
)

/** Where the results of periods stand. */
export const PERIOD_COLUMNS: Readonly<Record<'result' | 'points', string>> = {
  result: TABLE.letter('result'),
  points: TABLE.letter('points'),
}

const INPUTS: InputColumns = {
  sides: [
    { number: TABLE.letter('first'), code: TABLE.letter('firstCode') },
    { number: TABLE.letter('second'), code: TABLE.letter('secondCode') },
  ],
  judged: TABLE.letter('inputs'),
}

/** What is judged in each month, quarter or year by itself. */
export function periodSheet(layout: Layout): Sheet | undefined {
  const { periodRows } = layout
  if (periodRows.length === 0) return undefined
  return {
    name: SHEETS.periods,
    columns: TABLE.columns,
    printed: TABLE.printed.length,
    rows: [
      wide(
        'Tiêu chí chấm từng kỳ: mỗi kỳ một dòng, điểm của tiêu chí là bình quân các kỳ',
        TABLE.printed,
        'title',
      ),
      TABLE.columns.map(({ title }) => text(title, 'heading')),
      ...periodRows.map((row, index) => TABLE.row(rowCells(row, FIRST_ROW + index, layout))),
    ],
    frozen: { rows: 2, columns: 2 },
    filter: { from: 2, to: periodRows.length + 2 },
  }
}

function rowCells({ leaf, subject, period, place }: PeriodRow, row: number, layout: Layout) {
  const cell = (key: Parameters<typeof TABLE.letter>[0]): string => `${TABLE.letter(key)}${row}`
  const measures = valueMeasures(leaf)
  const readings =
    subject.level === leaf.level
      ? ownReadings(measures, subject, layout, place - 1)
      : memberReadings(
          measures,
          {
            sheet: SHEETS.periods,
            rows: rowsOfMembers({ leaf, subject }, layout),
            only: { column: TABLE.letter('place'), cell: cell('place') },
          },
          INPUTS,
          layout.subjects.members(leaf, subject).length > 0,
        )
  const [first, second] = inputCells(readings, INPUTS, row, measures.map(formatOfMeasure))
  const { value } = leaf
  const { rule } = ruleFor(leaf, subject)
  const shared = {
    code: text(leaf.code),
    subject: text(subject.name),
    place: { kind: 'number', value: place, format: '0', style: 'helper' },
    period: text(formatPeriod(period)),
    ...(first ? { first: first.number, firstCode: first.code } : {}),
    ...(second ? { second: second.number, secondCode: second.code } : {}),
  } as const
  if (!value) return shared
  const cells = {
    codes: [cell('firstCode'), cell('secondCode')].slice(0, measures.length),
    numbers: [cell('first'), cell('second')],
  }
  const judged = { inputs: cell('inputs'), result: cell('result'), figure: '0' }
  const inputs = {
    ...shared,
    inputs: formula(inputState(value, cells)),
    value: formula(
      `IF(${cell('inputs')}=${STATE.value},${leafValue(value, cells)},"")`,
      'plain',
      formatOfValue(leaf),
    ),
  }
  if (rule === 'notApplicable' || rule.kind === 'parts') return inputs
  return {
    ...inputs,
    result: formula(resultState(rule, leaf, judged)),
    points: formula(
      resultPoints(rule, leaf, judgedValue(value, cell('value'), cells), judged),
      'result',
      '0.00',
    ),
  }
}

function rowsOfMembers({ leaf, subject }: Pick<PeriodRow, 'leaf' | 'subject'>, layout: Layout) {
  const rows = askedMembers(leaf, subject, layout).flatMap((member) => layout.periodsOf(leaf, member) ?? [])
  const [first, last] = [rows[0], rows.at(-1)]
  return first && last && { first: first.first, last: last.last }
}

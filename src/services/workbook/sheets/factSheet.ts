import { formatPeriod } from '#base/period.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import { blank, type Cell, formula, SHEETS, type Sheet, text, wide } from '../cells.ts'
import { dateNumber } from '../formulas/dates.ts'
import { quoted } from '../formulas/literal.ts'
import { cellIn, rangeIn } from '../formulas/range.ts'
import type { Slots } from '../formulas/readOwn.ts'
import { STATE } from '../formulas/state.ts'
import type { FactRow, FactStretch } from '../layout/factRows.ts'
import { FIRST_ROW, type Layout } from '../layout/layout.ts'
import { formatOf, numberCell } from '../numberCells.ts'
import { tableOf } from '../table.ts'

const TABLE = tableOf(
  [
    ['entrant', 'Đối tượng', 22],
    ['measure', 'Số liệu', 54],
    ['period', 'Kỳ', 14],
    ['value', 'Giá trị', 14],
    ['unit', 'Đơn vị tính', 12],
    ['status', 'Trạng thái', 14],
    ['evidence', 'Minh chứng', 14],
    ['source', 'Nguồn', 20],
    ['name', 'Tên trong bộ tiêu chí', 22],
    ['id', 'Mã đối tượng', 14],
    ['use', 'Dùng để chấm', 12],
    ['number', 'Số để tính', 12],
    ['code', 'Mã tình trạng', 10],
  ],
  'source',
)

/** The facts, as an officer may change them, and beside each what formulas take from it. */
export function factSheet({ facts: { rows } }: Layout): Sheet {
  return {
    name: SHEETS.facts,
    columns: TABLE.columns,
    printed: TABLE.printed.length,
    rows: [
      wide(
        'Số liệu: sửa được các ô nền vàng (giá trị, trạng thái, minh chứng); để trống giá trị là chưa có số liệu. Điểm ở các trang khác tính lại theo.',
        TABLE.printed,
        'title',
      ),
      TABLE.columns.map(({ title }) => text(title, 'heading')),
      ...rows.map((row, index) => TABLE.row(rowCells(row, FIRST_ROW + index))),
    ],
    frozen: { rows: 2, columns: 2 },
    filter: { from: 2, to: rows.length + 2 },
  }
}

/** Where formulas find the facts of a stretch of rows. */
export function slotsOf({ first, begun, due }: FactStretch): Slots {
  const column = (key: 'code' | 'number') => TABLE.letter(key)
  const cells = (key: 'code' | 'number') => (rows: number) =>
    rangeIn(SHEETS.facts, column(key), { first, last: first + rows - 1 })
  const cell = (key: 'code' | 'number') => (row: number) => cellIn(SHEETS.facts, column(key), first + row)
  return {
    first,
    begun,
    due,
    codes: cells('code'),
    numbers: cells('number'),
    code: cell('code'),
    number: cell('number'),
  }
}

function rowCells({ entrant, name, measure, period, fact, isRead }: FactRow, row: number) {
  const type = measure?.type
  const shared = {
    entrant: text(entrant.name),
    measure: text(measure?.title.text ?? name),
    period: text(formatPeriod(period)),
    value: fact ? valueCell(fact) : blank('input'),
    unit: text(type?.kind === 'count' || type?.kind === 'money' ? type.unit : ''),
    status: text(fact?.status === 'pending' ? PENDING : fact ? 'đã thẩm định' : '', 'input'),
    evidence: text(fact?.evidence ?? '', 'input'),
    source: text(fact?.source ?? ''),
    name: text(name, 'note'),
    id: text(entrant.id, 'note'),
    use: text(isRead ? 'có' : 'không', 'note'),
  }
  if (!isRead || !measure) return shared
  return { ...shared, number: formula(numberOf(measure, row)), code: formula(codeOf(measure, row)) }
}

const PENDING = 'chờ thẩm định'
const NOT_APPLICABLE = 'không áp dụng'

function valueCell({ value }: Fact): Cell {
  switch (value.kind) {
    case 'number':
      return numberCell(value.value, 'input', formatOf(value.value, value.percent))
    case 'flag':
      return text(value.is ? 'có' : 'không', 'input')
    case 'date':
      return { kind: 'number', value: dateNumber(value.date), format: 'dd/mm/yyyy', style: 'input' }
    case 'words':
      return text(value.text, 'input')
    case 'notApplicable':
      return text(NOT_APPLICABLE, 'input')
  }
}

/** The code of what stands in the row: nothing, not applicable, waiting, a value, or what is no value of the measure. */
function codeOf(measure: Measure, row: number): string {
  const value = `${TABLE.letter('value')}${row}`
  const waits = [
    `${TABLE.letter('status')}${row}="${PENDING}"`,
    ...(measure.evidenceRequired ? [`${TABLE.letter('evidence')}${row}=""`] : []),
  ]
  const there = `IF(OR(${waits.join(',')}),${STATE.pending},${STATE.value})`
  const fits = `IF(${isValue(measure, value)},${there},${STATE.error})`
  return `IF(${value}="",${STATE.missing},IF(${value}="${NOT_APPLICABLE}",${STATE.notApplicable},${fits}))`
}

function isValue(measure: Measure, value: string): string {
  if (measure.type?.kind === 'flag') return `OR(${value}="có",${value}="không")`
  const levels = levelsOf(measure)
  return levels ? `ISNUMBER(MATCH(${value},${levels},0))` : `ISNUMBER(${value})`
}

/** The number that counts: of có 1, of không 0, of a level its place, of a day its number; 0 where there is none. */
function numberOf(measure: Measure, row: number): string {
  const value = `${TABLE.letter('value')}${row}`
  const levels = levelsOf(measure)
  const number =
    measure.type?.kind === 'flag' ? `IF(${value}="có",1,0)` : levels ? `MATCH(${value},${levels},0)-1` : value
  return `IF(${TABLE.letter('code')}${row}=${STATE.value},${number},0)`
}

function levelsOf(measure: Measure): string | undefined {
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number' || domain.notation.kind !== 'levels') return undefined
  return `{${domain.notation.names.map(quoted).join(',')}}`
}

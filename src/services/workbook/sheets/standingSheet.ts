import { type NodeTrace, rankText, type ScoreSheet } from '#engine/index.ts'
import { type Cell, formula, POINTS, SHEETS, type Sheet, text, wide } from '../cells.ts'
import { total } from '../formulas/combine.ts'
import { isNothing } from '../formulas/compare.ts'
import { canBeWritten } from '../formulas/guard.ts'
import { literal } from '../formulas/literal.ts'
import { rounded } from '../formulas/round.ts'
import type { Cohort, Layout } from '../layout/layout.ts'
import { numberCell } from '../numberCells.ts'
import { type Table, tableOf } from '../table.ts'
import { CHECK, checkFormula, sameAmount } from './checks.ts'
import { classCells } from './classCells.ts'
import { nodeCells } from './levelTable.ts'
import { rankCells } from './rankCells.ts'
import { surelyHolds, testFormulas } from './tests.ts'

/** What stands where there is no total, rank or class. */
export const NONE = '–'

/** A row of the sheet while it is made: which one, and where its columns are. */
export interface StandingRow {
  readonly sheet: ScoreSheet
  readonly row: number
  readonly cohort: Cohort
  readonly layout: Layout
  readonly cell: (key: string) => string
  /** The cells of a column that belong to all of the cohort. */
  readonly range: (key: string) => string
}

export type StandingCells = Readonly<Record<string, Cell>>

/** Totals, ranks and classes: by formula, and by the engine. */
export function standingSheet(layout: Layout): Sheet {
  const table = tableFor(layout)
  const rows = layout.ranked.flatMap((cohort) =>
    cohort.sheets.map((sheet, index) => rowOf(sheet, cohort.rows.first + index, cohort, table, layout)),
  )
  return {
    name: SHEETS.standings,
    columns: table.columns,
    printed: table.printed.length,
    rows: [
      wide('Tổng điểm, xếp hạng, xếp loại', table.printed, 'title'),
      table.columns.map(({ title }) => text(title, 'heading')),
      ...rows,
    ],
    frozen: { rows: 2, columns: 1 },
    filter: { from: 2, to: rows.length + 2 },
    checkColumn: table.place('check'),
  }
}

/** The column of checks, with the rows it takes up. */
export function standingChecks(layout: Layout): string {
  const column = tableFor(layout).letter('check')
  const last = layout.ranked.at(-1)?.rows.last ?? 0
  return `'${SHEETS.standings}'!${column}3:${column}${last}`
}

function tableFor({ standings }: Layout): Table<string> {
  const { ranking, classes } = standings.program
  return tableOf<string>(
    [
      ['entrant', 'Đối tượng', 34],
      ['cluster', 'Cụm', 9],
      ['points', 'Điểm trong thang', 10],
      ['maximum', 'Trên tối đa', 10],
      ['bonus', 'Điểm thưởng', 9],
      ['penalty', 'Điểm trừ', 9],
      ['total', 'Tổng điểm chính xác', 11],
      ['rounded', 'Tổng điểm', 10],
      ['rank', 'Hạng', 8],
      ['class', 'Loại', 16],
      ['engineTotal', 'Máy chấm: chính xác', 11],
      ['engineRounded', 'Máy chấm: tổng điểm', 10],
      ['engineRank', 'Máy chấm: hạng', 8],
      ['engineClass', 'Máy chấm: loại', 16],
      ['check', 'Đối chiếu', 12],
      ['barred', 'Bị loại khỏi xếp hạng', 9],
      ['ranked', 'Được xếp hạng', 9],
      ...ranking.keys.map((_, index) => [keyOf(index), `Căn cứ xếp hạng ${index + 1}`, 10] as const),
      ['equals', 'Số đối tượng bằng nhau', 10],
      ...classes.flatMap(({ title }, index) => [
        [`eligible${index}`, `«${title}»: xét`, 8] as const,
        [`fit${index}`, `«${title}»: đủ điều kiện`, 8] as const,
        [`given${index}`, `«${title}»: được`, 8] as const,
      ]),
    ],
    'check',
  )
}

/** The column of a ranking key, from the one that weighs most. */
export function keyOf(index: number): string {
  return `key${index}`
}

function rowOf(
  sheet: ScoreSheet,
  row: number,
  cohort: Cohort,
  table: Table<string>,
  layout: Layout,
): readonly Cell[] {
  const cell = (key: string): string => `${table.letter(key)}${row}`
  const range = (key: string): string =>
    `${table.letter(key)}$${cohort.rows.first}:${table.letter(key)}$${cohort.rows.last}`
  const one: StandingRow = { sheet, row, cohort, layout, cell, range }
  const written = { ...totalCells(one), ...rankCells(one), ...classCells(one) }
  const { entrant } = sheet
  const who = { entrant: text(entrant.name), cluster: text(entrant.cluster ?? '') }
  const engine = engineCells(sheet)
  if (!canBeWritten(Object.values(written))) {
    const { engineTotal, engineRounded, engineRank, engineClass } = engine
    const instead = { total: engineTotal, rounded: engineRounded, rank: engineRank, class: engineClass }
    return table.row({ ...who, ...instead, ...engine, check: text(CHECK.unwritten, 'check') })
  }
  const same = [
    sameAmount(cell('total'), cell('engineTotal')),
    sameAmount(cell('rounded'), cell('engineRounded')),
    sameAmount(cell('rank'), cell('engineRank')),
    `${cell('class')}=${cell('engineClass')}`,
  ]
  return table.row({ ...who, ...written, ...engine, check: formula(checkFormula(same), 'check') })
}

function engineCells(sheet: ScoreSheet) {
  const { total: exact, roundedTotal, rank, meanRank, class: title } = sheet
  const none = text(NONE, 'engine')
  const places: Cell =
    rank === undefined
      ? none
      : meanRank
        ? numberCell(meanRank, 'engine', rankText(sheet).includes(',') ? '0.0' : '0')
        : { kind: 'number', value: rank, format: '0', style: 'engine' }
  return {
    engineTotal: exact ? numberCell(exact, 'engine', EXACT) : none,
    engineRounded: roundedTotal ? numberCell(roundedTotal, 'engine', POINTS) : none,
    engineRank: places,
    engineClass: text(title ?? NONE, 'engine'),
  }
}

/** How exact totals are shown; the cell holds all decimals. */
const EXACT = '0.0000'

function totalCells({ sheet, layout, cell }: StandingRow): StandingCells {
  const { program } = layout.standings
  const top = sheet.nodes.filter(({ node }) => node.role === 'scale')
  const cellsOf = (traces: readonly NodeTrace[], key: 'points' | 'maximum'): string =>
    total(traces.flatMap(({ node }) => nodeCells(node, sheet.entrant, layout)?.[key] ?? []))
  const onScale =
    program.redistribute === 'none'
      ? cell('points')
      : `${cell('points')}*${literal(program.scale)}/${cell('maximum')}`
  const barring = program.knockOuts.map(({ test }) => surelyHolds(testFormulas(test, sheet, layout)))
  return {
    points: formula(cellsOf(top, 'points'), 'plain', POINTS),
    maximum: formula(cellsOf(top, 'maximum'), 'plain', POINTS),
    bonus: formula(cellsOf(outermost(sheet.nodes, 'bonus'), 'points'), 'plain', POINTS),
    penalty: formula(cellsOf(outermost(sheet.nodes, 'penalty'), 'points'), 'plain', POINTS),
    total: formula(
      `IF(${isNothing(cell('maximum'))},"${NONE}",${onScale}+${cell('bonus')}+${cell('penalty')})`,
      'result',
      EXACT,
    ),
    rounded: formula(
      `IF(ISNUMBER(${cell('total')}),${rounded(cell('total'), program.totalRounding)},"${NONE}")`,
      'result',
      POINTS,
    ),
    barred: formula(barring.length === 0 ? '0' : `IF(OR(${barring.join(',')}),1,0)`),
    ranked: formula(`IF(AND(ISNUMBER(${cell('total')}),${cell('barred')}=0),1,0)`),
  }
}

/** The nodes of that role that stand inside no other of the same role. */
function outermost(nodes: readonly NodeTrace[], role: 'bonus' | 'penalty'): readonly NodeTrace[] {
  return nodes.flatMap((trace) => {
    if (trace.node.role === role) return [trace]
    return trace.kind === 'branch' ? outermost(trace.children, role) : []
  })
}

import type { EntrantLevel } from '#base/entrantLevel.ts'
import { formatBeside } from '#base/formatNumber.ts'
import { type Branch, describeRule, type ProgramNode } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Cell, formula, POINTS, type Sheet, text, wide } from '../cells.ts'
import { carried, combined, isCarried } from '../formulas/combine.ts'
import { canBeWritten } from '../formulas/guard.ts'
import { OUTCOMES } from '../formulas/state.ts'
import type { Block, Layout } from '../layout/layout.ts'
import { valueMeasures } from '../layout/subjects.ts'
import { numberCell } from '../numberCells.ts'
import { CHECK, checkFormula, sameAmount } from './checks.ts'
import { leafCells } from './leafCells.ts'
import { LEVEL_TABLE, type LevelCells, type LevelKey, nodeCells, sheetOf } from './levelTable.ts'

/** All criteria and groups of the entrants of a level: inputs, points by formula, points by the engine. */
export function levelSheet(level: EntrantLevel, layout: Layout): Sheet | undefined {
  const blocks = layout.blocks[level]
  if (blocks.length === 0) return undefined
  const { title } = layout.standings.program.rulebook
  const rows = blocks.flatMap((block) => blockRows(block, layout))
  return {
    name: sheetOf(level),
    columns: LEVEL_TABLE.columns,
    printed: LEVEL_TABLE.printed.length,
    rows: [
      wide(`${sheetOf(level)}: ${title.text}`, LEVEL_TABLE.printed, 'title'),
      LEVEL_TABLE.columns.map((column) => text(column.title, 'heading')),
      ...rows,
    ],
    frozen: { rows: 2, columns: 2 },
    filter: { from: 2, to: rows.length + 2 },
    checkColumn: LEVEL_TABLE.place('check'),
  }
}

/** The column of checks, with the rows it may take up. */
export function levelChecks(level: EntrantLevel, layout: Layout): string {
  const last = layout.blocks[level].at(-1)
  const rows = last ? last.heading + last.entrants.length : 0
  const column = LEVEL_TABLE.letter('check')
  return `'${sheetOf(level)}'!${column}3:${column}${rows}`
}

function blockRows({ node, heading, entrants }: Block, layout: Layout): readonly (readonly Cell[])[] {
  return [
    wide(headingOf(node), LEVEL_TABLE.printed, 'section'),
    ...entrants.map((entrant, index) => nodeRow(node, entrant, heading + 1 + index, layout)),
  ]
}

function headingOf(node: ProgramNode): string {
  const most = `tối đa ${formatBeside(node.maximum, [])} điểm`
  if (node.kind === 'branch') return `${node.code}. ${node.title} (${most}): ${COMBINED[node.combine]}`
  const measures = valueMeasures(node).map((measure, index) => `số liệu ${index + 1} = ${titled(measure)}`)
  return [`${node.code}. ${node.title} (${most})`, ...measures, ...describeRule(node)].join('; ')
}

/** A measure with the unit it is counted in: `Tổng số hộ (hộ)`. */
function titled({ title, type }: Measure): string {
  const unit = type?.kind === 'count' || type?.kind === 'money' ? ` (${type.unit})` : ''
  return `${title.text}${unit}`
}

const COMBINED: Readonly<Record<Branch['combine'], string>> = {
  sum: 'cộng các tiêu chí bên trên',
  best: 'lấy tiêu chí cao nhất bên trên',
  worst: 'lấy tiêu chí thấp nhất bên trên',
  average: 'lấy bình quân các tiêu chí bên trên',
}

function nodeRow(node: ProgramNode, entrant: Entrant, row: number, layout: Layout): readonly Cell[] {
  const written =
    node.kind === 'leaf' ? leafCells(node, entrant, row, layout) : branchCells(node, entrant, row, layout)
  const trace = layout.trace(node, entrant)
  const who: LevelCells = {
    code: text(node.code),
    entrant: text(entrant.name),
    cluster: text(entrant.cluster ?? ''),
  }
  if (!trace) return LEVEL_TABLE.row({ ...who, ...written, note: text('chỉ để cộng lên', 'note') })
  const outcome = trace.kind === 'leaf' ? OUTCOMES[trace.outcome.kind] : ''
  const engine: LevelCells = {
    engineOutcome: text(outcome, 'engine'),
    enginePoints: numberCell(trace.points, 'engine', POINTS),
    engineMaximum: numberCell(trace.applicableMaximum, 'engine', POINTS),
  }
  if (!canBeWritten(Object.values(written))) {
    const instead: LevelCells = {
      outcome: text(outcome),
      points: numberCell(trace.points, 'engine', POINTS),
      maximum: numberCell(trace.applicableMaximum, 'engine', POINTS),
      check: text(CHECK.unwritten, 'check'),
    }
    return LEVEL_TABLE.row({ ...who, ...instead, ...engine })
  }
  const cell = (key: LevelKey): string => `${LEVEL_TABLE.letter(key)}${row}`
  const same = [
    ...(trace.kind === 'leaf' ? [`${cell('outcome')}=${cell('engineOutcome')}`] : []),
    sameAmount(cell('points'), cell('enginePoints')),
    sameAmount(cell('maximum'), cell('engineMaximum')),
  ]
  return LEVEL_TABLE.row({ ...who, ...written, ...engine, check: formula(checkFormula(same), 'check') })
}

function branchCells(node: Branch, entrant: Entrant, row: number, layout: Layout): LevelCells {
  const children = node.children
    .filter(({ role }) => role === node.role)
    .filter((child) => layout.trace(child, entrant))
    .flatMap((child) => nodeCells(child, entrant, layout) ?? [])
  const together = combined(node, children)
  const cell = (key: LevelKey): string => `${LEVEL_TABLE.letter(key)}${row}`
  const before = { points: cell('raw'), maximum: cell('rawMaximum') }
  const after = isCarried(node, layout.standings.program) ? carried(node, before) : before
  return {
    raw: formula(together.points, 'helper', POINTS),
    rawMaximum: formula(together.maximum, 'helper', POINTS),
    points: formula(after.points, 'result', POINTS),
    maximum: formula(after.maximum, 'result', POINTS),
  }
}

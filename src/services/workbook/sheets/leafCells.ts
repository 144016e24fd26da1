import { cohortOf, type Leaf, type ProgramRule } from '#engine/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { formula, POINTS, SHEETS } from '../cells.ts'
import { total } from '../formulas/combine.ts'
import { resultPoints, resultState } from '../formulas/leafPoints.ts'
import { inputState, judgedValue, leafValue } from '../formulas/leafValue.ts'
import { literal } from '../formulas/literal.ts'
import { cellIn, rangeIn, stretchesOf } from '../formulas/range.ts'
import { rounded } from '../formulas/round.ts'
import { outcomeName, STATE, worstState } from '../formulas/state.ts'
import type { Layout } from '../layout/layout.ts'
import { partsOf, ruleFor, valueMeasures } from '../layout/subjects.ts'
import { formatOfMeasure, formatOfValue } from './formats.ts'
import { askedMembers, inputCells, memberReadings, ownReadings } from './inputs.ts'
import { LEVEL_INPUTS, LEVEL_TABLE, type LevelCells, type LevelKey, sheetOf } from './levelTable.ts'
import { PART_COLUMNS } from './partSheet.ts'
import { PERIOD_COLUMNS } from './periodSheet.ts'

/** What formulas make of one criterion for one entrant. */
export function leafCells(leaf: Leaf, entrant: Entrant, row: number, layout: Layout): LevelCells {
  const leader = layout.subjects.leader(leaf, entrant)
  if (leader) return takenOver(leaf, leader, layout)
  const { rule, exception } = ruleFor(leaf, entrant)
  const note = exception
    ? ({ note: { kind: 'text', text: `riêng ${exception.attribute}`, style: 'note' } } as const)
    : {}
  const inputs = rule === 'notApplicable' ? EXEMPT : valueInputs(leaf, entrant, row, layout)
  const judged = judgedCells(rule, leaf, entrant, row, layout)
  return { ...inputs, ...judged, ...resultCells(row, layout), ...note }
}

/** Whoever is exempt is left out where the facts of all are added up. */
const EXEMPT: LevelCells = {
  firstCode: formula(`${STATE.notApplicable}`),
  secondCode: formula(`${STATE.notApplicable}`),
  inputs: formula(`${STATE.notApplicable}`),
}

/** A unit has what the commune has of a criterion that it leads. */
function takenOver(leaf: Leaf, leader: Entrant, layout: Layout): LevelCells {
  const row = layout.nodeRow(leaf, leader)
  if (row === undefined) return {}
  const same = (key: LevelKey, style: 'plain' | 'helper' | 'result', format?: string) =>
    formula(cellIn(sheetOf(leader.level), LEVEL_TABLE.letter(key), row), style, format)
  return {
    value: same('value', 'plain', formatOfValue(leaf)),
    result: same('result', 'helper'),
    outcome: same('outcome', 'plain'),
    raw: same('raw', 'helper', POINTS),
    points: same('points', 'result', POINTS),
    maximum: same('maximum', 'result', POINTS),
    note: { kind: 'text', text: `theo ${leader.name}`, style: 'note' },
  }
}

/** The measures of a value, read over all periods; where each period is judged by itself they stand period by period. */
function valueInputs(leaf: Leaf, entrant: Entrant, row: number, layout: Layout): LevelCells {
  const measures = valueMeasures(leaf)
  const { value } = leaf
  if (!value || value.each) return {}
  const rows = askedMembers(leaf, entrant, layout).flatMap((member) => layout.nodeRow(leaf, member) ?? [])
  const [first, last] = [Math.min(...rows), Math.max(...rows)]
  const readings =
    entrant.level === leaf.level
      ? ownReadings(measures, entrant, layout)
      : memberReadings(
          measures,
          {
            sheet: sheetOf(leaf.level),
            rows: rows.length > 0 ? { first, last } : undefined,
            only: undefined,
          },
          LEVEL_INPUTS,
          layout.subjects.members(leaf, entrant).length > 0,
        )
  const [one, two] = inputCells(readings, LEVEL_INPUTS, row, measures.map(formatOfMeasure))
  const cell = cellOf(row)
  const cells = {
    codes: [cell('firstCode'), cell('secondCode')].slice(0, measures.length),
    numbers: [cell('first'), cell('second')],
  }
  return {
    ...(one ? { first: one.number, firstCode: one.code } : {}),
    ...(two ? { second: two.number, secondCode: two.code } : {}),
    inputs: formula(inputState(value, cells)),
    value: formula(
      `IF(${cell('inputs')}=${STATE.value},${leafValue(value, cells)},"")`,
      'plain',
      formatOfValue(leaf),
    ),
  }
}

function judgedCells(
  rule: ProgramRule | 'notApplicable',
  leaf: Leaf,
  entrant: Entrant,
  row: number,
  layout: Layout,
): LevelCells {
  if (rule === 'notApplicable')
    return { result: formula(`${STATE.notApplicable}`), raw: formula('0'), rawMaximum: formula('0') }
  if (rule.kind === 'parts') return judgedParts(leaf, entrant, layout)
  const { value } = leaf
  if (!value) return {}
  if (value.each) return judgedPeriods(leaf, entrant, row, layout)
  const cell = cellOf(row)
  const numbers = [cell('first'), cell('second')]
  const figure = rule.kind === 'relative' ? figureOf(rule.to, leaf, entrant, layout) : undefined
  const cells = { inputs: cell('inputs'), result: cell('result'), figure: figure ? cell('figure') : '0' }
  return {
    ...(figure ? { figure: formula(figure, 'plain', formatOfValue(leaf)) } : {}),
    result: formula(resultState(rule, leaf, cells)),
    raw: formula(
      resultPoints(rule, leaf, judgedValue(value, cell('value'), { codes: [], numbers }), cells),
      'helper',
      POINTS,
    ),
    rawMaximum: formula(applicableMaximum(leaf, cell('result'))),
  }
}

/** The best value of those who are ranked together, or their average; 0 where nobody has one. */
function figureOf(to: 'best' | 'average', leaf: Leaf, entrant: Entrant, layout: Layout): string {
  const { program } = layout.standings
  const cohort = cohortOf(entrant, program)
  const rows = layout.subjects
    .of(leaf)
    .filter((one) => cohortOf(one, program) === cohort)
    .flatMap((one) => layout.nodeRow(leaf, one) ?? [])
  const cells = stretchesOf(rows)
    .map((stretch) => rangeIn(sheetOf(entrant.level), LEVEL_TABLE.letter('value'), stretch))
    .join(',')
  return `IF(COUNT(${cells})=0,0,${to === 'best' ? 'MAX' : 'AVERAGE'}(${cells}))`
}

/** The average of the periods that count. */
function judgedPeriods(leaf: Leaf, entrant: Entrant, row: number, layout: Layout): LevelCells {
  const result = `${LEVEL_TABLE.letter('result')}${row}`
  const rawMaximum = formula(applicableMaximum(leaf, result))
  const rows = layout.periodsOf(leaf, entrant)
  if (!rows) return { result: formula(`${STATE.missing}`), raw: formula('0'), rawMaximum }
  const codes = rangeIn(SHEETS.periods, PERIOD_COLUMNS.result, rows)
  const points = rangeIn(SHEETS.periods, PERIOD_COLUMNS.points, rows)
  const count = (state: number): string => `COUNTIF(${codes},${state})`
  const { missing, value, pending, notApplicable, error } = STATE
  const skips = valueMeasures(leaf)[0]?.absentPeriod === 'skipped'
  const left = skips ? `${count(notApplicable)}-${count(missing)}` : count(notApplicable)
  const counted = `(${rows.last - rows.first + 1}-${left})`
  const waiting = `IF(${count(pending)}>0,${pending},${value})`
  const found = skips ? waiting : `IF(${count(missing)}>0,${missing},${waiting})`
  const none = `IF(${count(notApplicable)}>0,${notApplicable},${missing})`
  return {
    result: formula(`IF(${count(error)}>0,${error},IF(${counted}=0,${none},${found}))`),
    raw: formula(`IF(${result}=${value},SUM(${points})/${counted},0)`, 'helper', POINTS),
    rawMaximum,
  }
}

/** The sum of the parts; those that do not apply leave the maximum. */
function judgedParts(leaf: Leaf, entrant: Entrant, layout: Layout): LevelCells {
  const { rule } = ruleFor(leaf, entrant)
  const own = rule !== 'notApplicable' && rule.kind === 'parts' ? rule.parts.map(({ id }) => id) : []
  const rows = partsOf(leaf)
    .filter(({ id }) => own.includes(id))
    .flatMap((part) => layout.partRow(leaf, part, entrant) ?? [])
  const cells = (column: string): readonly string[] => rows.map((at) => cellIn(SHEETS.parts, column, at))
  const states = cells(PART_COLUMNS.state)
  const most = cells(PART_COLUMNS.most)
  const maximum = literal(leaf.maximum)
  const { missing, value, notApplicable } = STATE
  const leaves = (state: string): string =>
    leaf.missingCounts === 'notApplicable'
      ? `OR(${state}=${notApplicable},${state}=${missing})`
      : `${state}=${notApplicable}`
  const none = `AND(${states.map((state) => `${state}=${notApplicable}`).join(',')})`
  // A part that does not apply is passed over while another does.
  const passed = states.map((state) => `IF(${state}=${notApplicable},${value},${state})`)
  const remaining = states.map((state, index) => `IF(${leaves(state)},0,${most[index]})`)
  return {
    result: formula(`IF(${none},${notApplicable},${worstState(passed, `${value}`)})`),
    raw: formula(`MIN(${total(cells(PART_COLUMNS.points))},${maximum})`, 'helper', POINTS),
    rawMaximum: formula(
      `IF(OR(${states.map(leaves).join(',')}),MIN(${total(remaining)},${maximum}),${maximum})`,
    ),
  }
}

/** The maximum, where the criterion applies. */
function applicableMaximum({ maximum, missingCounts }: Leaf, result: string): string {
  const left =
    missingCounts === 'notApplicable'
      ? `OR(${result}=${STATE.notApplicable},${result}=${STATE.missing})`
      : `${result}=${STATE.notApplicable}`
  return `IF(${left},0,${literal(maximum)})`
}

/** What counts: points rounded where the rulebook rounds each criterion, never past what applies of the maximum. */
function resultCells(row: number, { standings }: Layout): LevelCells {
  const cell = cellOf(row)
  const { criterionRounding } = standings.program
  const most = cell('maximum')
  const points = criterionRounding
    ? `MAX(-${most},MIN(${most},${rounded(cell('raw'), criterionRounding)}))`
    : cell('raw')
  return {
    outcome: formula(outcomeName(cell('result')), 'plain'),
    points: formula(points, 'result', POINTS),
    maximum: formula(cell('rawMaximum'), 'result', POINTS),
  }
}

function cellOf(row: number): (key: LevelKey) => string {
  return (key) => `${LEVEL_TABLE.letter(key)}${row}`
}

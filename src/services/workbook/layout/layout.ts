import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Period } from '#base/period.ts'
import {
  cohortOf,
  duePeriods,
  isExempt,
  type Leaf,
  leavesOf,
  type NodeTrace,
  type ProgramNode,
  type ProgramPart,
  type ScoreSheet,
  tracesOf,
} from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Standings } from '../../standings.ts'
import type { Rows } from '../formulas/range.ts'
import { conditionReadings, type FactRows, factRowsOf } from './factRows.ts'
import { partsOf, type Subjects, subjectsOf } from './subjects.ts'

/** What a workbook is made from: a rulebook as it stands on the day, facts, and what the engine made of them. */
export type WorkbookSource = Pick<Standings, 'program' | 'hash' | 'dossier' | 'facts' | 'asOf' | 'sheets'>

/** How a workbook is laid out: who is judged by what, and the row in which each stands. All rows count from 1. */
export interface Layout {
  readonly standings: WorkbookSource
  readonly subjects: Subjects
  readonly facts: FactRows
  readonly blocks: Readonly<Record<EntrantLevel, readonly Block[]>>
  /** The row of a node for an entrant, on the sheet of the entrant's level. */
  readonly nodeRow: (node: Pick<ProgramNode, 'id'>, entrant: Entrant) => number | undefined
  readonly periodRows: readonly PeriodRow[]
  readonly periodsOf: (leaf: Leaf, subject: Entrant) => Rows | undefined
  readonly partRows: readonly PartRow[]
  readonly partRow: (leaf: Leaf, part: ProgramPart, subject: Entrant) => number | undefined
  readonly conditionRows: readonly ConditionRow[]
  readonly conditionRow: (measure: Measure, entrant: Entrant) => number | undefined
  readonly ranked: readonly Cohort[]
  /** What the engine made of the node for the entrant. */
  readonly trace: (node: Pick<ProgramNode, 'id'>, entrant: Entrant) => NodeTrace | undefined
}

/** The rows of one node: a heading and, below it, a row for each entrant that it concerns. */
export interface Block {
  readonly node: ProgramNode
  readonly heading: number
  readonly entrants: readonly Entrant[]
}

export interface PeriodRow {
  readonly leaf: Leaf
  readonly subject: Entrant
  readonly period: Period
  /** From 1. */
  readonly place: number
}

export interface PartRow {
  readonly leaf: Leaf
  readonly subject: Entrant
  readonly part: ProgramPart
  /** From 1. */
  readonly place: number
}

export type ConditionRow = ReturnType<typeof conditionReadings>[number]

/** Those who are ranked among themselves, in rows one below the other. */
export interface Cohort {
  readonly sheets: readonly ScoreSheet[]
  readonly rows: Rows
}

/** Above the first row of each list stand its title and the heads of its columns. */
export const FIRST_ROW = 3

/** Finds a row for everything. */
export function layOut(standings: WorkbookSource): Layout {
  const { program, sheets, dossier, asOf } = standings
  const subjects = subjectsOf(dossier.entrants, program)
  const traces = new Map(
    sheets.flatMap(({ entrant, nodes }) =>
      tracesOf(nodes).map((trace) => [keyOf(trace.id, entrant), trace] as const),
    ),
  )
  const trace: Layout['trace'] = ({ id }, entrant) => traces.get(keyOf(id, entrant))
  const scope = { subjects, trace }
  const blocks = {
    commune: blocksAt('commune', program.nodes, scope),
    village: blocksAt('village', program.nodes, scope),
    unit: blocksAt('unit', program.nodes, scope),
  }
  const nodeRows = new Map(
    Object.values(blocks).flatMap((some) =>
      some.flatMap(({ node, heading, entrants }) =>
        entrants.map((entrant, index) => [keyOf(node.id, entrant), heading + 1 + index] as const),
      ),
    ),
  )
  const leaves = leavesOf(program.nodes)
  const judged = leaves.flatMap((leaf) =>
    subjects
      .of(leaf)
      .filter((subject) => !isExempt(leaf, subject))
      .map((subject) => ({ leaf, subject })),
  )
  const periodRows = judged.flatMap(({ leaf, subject }) => {
    const periods = leaf.value?.each ? duePeriods(program, leaf.value.each, asOf) : []
    return periods.map((period, index) => ({ leaf, subject, period, place: index + 1 }))
  })
  const periodStretches = Map.groupBy(
    periodRows.map(({ leaf, subject }, index) => ({ key: keyOf(leaf.id, subject), row: FIRST_ROW + index })),
    ({ key }) => key,
  )
  const partRows = judged.flatMap(({ leaf, subject }) =>
    partsOf(leaf).map((part, index) => ({ leaf, subject, part, place: index + 1 })),
  )
  const partPlaces = new Map(
    partRows.map(({ leaf, subject, part }, index) => [
      `${keyOf(leaf.id, subject)}\n${part.id}`,
      FIRST_ROW + index,
    ]),
  )
  const conditionRows = conditionReadings(standings, subjects)
  const conditionPlaces = new Map(
    conditionRows.map(({ measure, entrant }, index) => [
      `${entrant.id}\n${measure.name.text}`,
      FIRST_ROW + index,
    ]),
  )
  return {
    standings,
    subjects,
    facts: factRowsOf(standings, subjects, FIRST_ROW),
    blocks,
    nodeRow: ({ id }, entrant) => nodeRows.get(keyOf(id, entrant)),
    periodRows,
    periodsOf: (leaf, subject) => {
      const rows = periodStretches.get(keyOf(leaf.id, subject))
      const [first, last] = [rows?.[0], rows?.at(-1)]
      return first && last && { first: first.row, last: last.row }
    },
    partRows,
    partRow: (leaf, part, subject) => partPlaces.get(`${keyOf(leaf.id, subject)}\n${part.id}`),
    conditionRows,
    conditionRow: (measure, entrant) => conditionPlaces.get(`${entrant.id}\n${measure.name.text}`),
    ranked: cohortsOf(standings, subjects),
    trace,
  }
}

function keyOf(node: number, { id }: Entrant): string {
  return `${node}\n${id}`
}

type Scope = Pick<Layout, 'subjects' | 'trace'>

/** The nodes in the order in which points come together: those below a node before it. */
function blocksAt(level: EntrantLevel, nodes: readonly ProgramNode[], scope: Scope): readonly Block[] {
  const blocks: Block[] = []
  let next = FIRST_ROW
  for (const node of belowFirst(nodes)) {
    const entrants = concerned(node, level, scope)
    if (entrants.length === 0) continue
    blocks.push({ node, heading: next, entrants })
    next += entrants.length + 1
  }
  return blocks
}

function belowFirst(nodes: readonly ProgramNode[]): readonly ProgramNode[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : [...belowFirst(node.children), node]))
}

function concerned(node: ProgramNode, level: EntrantLevel, { subjects, trace }: Scope): readonly Entrant[] {
  const all = subjects.at(level)
  if (node.kind === 'branch') return all.filter((entrant) => trace(node, entrant))
  const own = new Set(subjects.of(node))
  return all.filter((entrant) => own.has(entrant) || subjects.leader(node, entrant))
}

function cohortsOf({ sheets, program }: WorkbookSource, subjects: Subjects): readonly Cohort[] {
  const byEntrant = new Map(sheets.map((sheet) => [sheet.entrant.id, sheet]))
  const ordered = program.levels.flatMap((level) =>
    subjects.at(level).flatMap(({ id }) => byEntrant.get(id) ?? []),
  )
  let next = FIRST_ROW
  return [...Map.groupBy(ordered, ({ entrant }) => cohortOf(entrant, program)).values()].map((some) => {
    const rows = { first: next, last: next + some.length - 1 }
    next += some.length
    return { sheets: some, rows }
  })
}

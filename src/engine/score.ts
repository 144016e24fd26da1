import { compareText } from '#base/compareText.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { add, isZero, type Rational, sum, ZERO } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { NodeId } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { interpret } from './interpret.ts'
import { classOf, compareStanding, rescaled } from './operations.ts'
import type { Evaluation } from './readInput.ts'
import type { NodeTrace } from './trace.ts'

/** One entrant's result: the trace, what it adds up to, and where that places it. */
export interface ScoreSheet {
  readonly entrant: Entrant
  readonly nodes: readonly NodeTrace[]
  /** Points within the scale, before they are carried over to the whole of it. */
  readonly points: Rational
  /** The part of the scale that applies to the entrant. */
  readonly applicableMaximum: Rational
  /** Points outside the scale. */
  readonly bonus: Rational
  /** The exact total, bonus included; `undefined` when nothing applies to the entrant, which then has no rank. */
  readonly total: Rational | undefined
  /** The total as the rulebook rounds it. */
  readonly roundedTotal: Rational | undefined
  readonly class: string | undefined
  /** From 1 among the entrants of its cohort; equal standing shares a rank and the next is skipped (1, 1, 3). */
  readonly rank: number | undefined
}

/**
 * Scores and ranks every entrant at the rulebook's levels.
 *
 * Each level, and in it each cluster, is ranked by itself, on unrounded totals, by the rulebook's keys; entrants equal in
 * all keys share the rank. In the answer they stand by rank, then level, then name in Vietnamese order; those without a rank come last.
 */
export function score(evaluation: Evaluation): readonly ScoreSheet[] {
  const { program, facts } = evaluation
  const sheets = facts.entrants
    .filter(({ level }) => program.levels.includes(level))
    .map((entrant) => scoreEntrant(entrant, evaluation))
  const cohorts = Map.groupBy(sheets, ({ entrant }) => cohortOf(entrant))
  const ranked = [...cohorts.values()].flatMap((cohort) => rank(cohort, program.rankingKeys))
  return ranked.toSorted(
    (left, right) =>
      (left.rank ?? Number.MAX_SAFE_INTEGER) - (right.rank ?? Number.MAX_SAFE_INTEGER) ||
      LEVEL_ORDER[left.entrant.level] - LEVEL_ORDER[right.entrant.level] ||
      compareText(left.entrant.name, right.entrant.name) ||
      compareText(left.entrant.id, right.entrant.id),
  )
}

/** Those that are ranked among themselves have the same key: the level and the cluster. */
export function cohortOf({ level, cluster }: Entrant): string {
  return `${level}\n${cluster ?? ''}`
}

const LEVEL_ORDER: Readonly<Record<EntrantLevel, number>> = { commune: 0, unit: 1, village: 2 }

type Unranked = Omit<ScoreSheet, 'rank'>

function scoreEntrant(entrant: Entrant, evaluation: Evaluation): Unranked {
  const { rescale, scale, totalRounding, classes } = evaluation.program
  const nodes = interpret(evaluation.program.nodes, entrant, evaluation)
  const withinScale = nodes.filter(({ node }) => !node.bonus)
  const points = sum(withinScale.map((node) => node.points))
  const applicableMaximum = sum(withinScale.map((node) => node.applicableMaximum))
  const bonus = sum(tracesOf(nodes).flatMap(({ node, points: given }) => (node.bonus ? [given] : [])))
  const applies = !isZero(applicableMaximum)
  const onScale = applies && rescale ? rescaled(points, applicableMaximum, scale) : points
  const total = applies ? add(onScale, bonus) : undefined
  return {
    entrant,
    nodes,
    points,
    applicableMaximum,
    bonus,
    total,
    roundedTotal: total && round(total, totalRounding.places, totalRounding.method),
    class: total && classOf(classes, total)?.title,
  }
}

function rank(sheets: readonly Unranked[], keys: readonly ('total' | NodeId)[]): readonly ScoreSheet[] {
  const standings = sheets.flatMap((sheet) => (sheet.total ? [{ sheet, keys: keysOf(sheet, keys) }] : []))
  const ordered = standings.toSorted((left, right) => compareStanding(left.keys, right.keys))
  const ranks = new Map<Unranked, number>()
  let shared = 0
  for (const [index, standing] of ordered.entries()) {
    const before = ordered[index - 1]
    if (!before || compareStanding(before.keys, standing.keys) !== 0) shared = index + 1
    ranks.set(standing.sheet, shared)
  }
  return sheets.map((sheet) => ({ ...sheet, rank: ranks.get(sheet) }))
}

function keysOf(sheet: Unranked, keys: readonly ('total' | NodeId)[]): readonly Rational[] {
  return keys.map((key) =>
    key === 'total' ? (sheet.total ?? ZERO) : (findNode(sheet.nodes, key)?.points ?? ZERO),
  )
}

/** The trace of a node, wherever in the tree it stands; `undefined` when it was left out for this entrant. */
function findNode(nodes: readonly NodeTrace[], id: NodeId): NodeTrace | undefined {
  return tracesOf(nodes).find((trace) => trace.id === id)
}

/** Every trace of the tree, in reading order. */
export function tracesOf(nodes: readonly NodeTrace[]): readonly NodeTrace[] {
  return nodes.flatMap((trace) => (trace.kind === 'branch' ? [trace, ...tracesOf(trace.children)] : [trace]))
}

import { denominator, numerator, type Rational, toExactText } from '#base/rational.ts'
import { IN_ERROR, MISSING, NOT_APPLICABLE, PENDING, VALUE } from '#engine/compiled/columns.ts'
import { compile } from '#engine/compiled/compile.ts'
import { ABSENT } from '#engine/compiled/result.ts'
import { pointsOfCount } from '#engine/compiled/units.ts'
import { type LeafTrace, leavesIn, type ScoreSheet, score } from '#engine/index.ts'
import type { Evaluation } from '#engine/readInput.ts'

const OUTCOMES: Readonly<Record<number, string>> = {
  [VALUE]: 'value',
  [PENDING]: 'pending',
  [MISSING]: 'missing',
  [NOT_APPLICABLE]: 'notApplicable',
  [IN_ERROR]: 'error',
}

/** What a way of scoring says of an entrant: its standing on the first line, then each criterion on a line. */
export type Told = readonly string[]

/** What the interpreter says, by entrant in the order of ids. */
export function interpretedTold(evaluation: Evaluation): readonly Told[] {
  return sorted(
    score(evaluation).map((sheet) => [
      standing(sheet),
      ...leavesIn(sheet.nodes).map((leaf) => leafText(leaf)),
    ]),
  )
}

/**
 * What the compiled scorer says, likewise: exactly, entrant by entrant. What it said of the same criteria in blocks must be that
 * where it says so, and near it where it does not.
 */
export function compiledTold(evaluation: Evaluation): readonly Told[] {
  const seen = new Map<string, Seen>()
  const scorer = compile(evaluation, ({ leaf, population, units, from, to, result }) => {
    for (let j = 0; j < to - from; j++) {
      const outcome = OUTCOMES[result.outcomes[j] as number]
      if (!outcome) continue
      seen.set(`${population.entrants[from + j]?.id} ${leaf.code}`, {
        outcome,
        points: (result.points[j] as number) / units.perPoint,
        exact: result.inexact[j] ? undefined : pointsOfCount(result.points[j] as number, units),
        applicable: pointsOfCount(result.applicable[j] as number, units),
        branch: result.branches[j] as number,
      })
    }
  })
  scorer.run()
  return sorted(
    scorer.levels.flatMap((level) =>
      level.results().map((found, at) => [
        standing({ ...found, entrant: { id: found.entrant }, knockedOutBy: found.knockedOut ? [1] : [] }),
        ...level.leaves(at).flatMap(({ leaf, exact }) => {
          if (exact.outcome === ABSENT) return []
          const { points, applicable, branch } = exact
          const outcome = OUTCOMES[exact.outcome] ?? ''
          agree(seen.get(`${found.entrant} ${leaf.code}`), { outcome, points, applicable, branch })
          return [`${leaf.code} ${outcome} ${text(points)} of ${text(applicable)}, tier ${branch}`]
        }),
      ]),
    ),
  )
}

/** What a block said of a criterion. */
interface Seen {
  readonly outcome: string
  readonly points: number
  readonly exact: Rational | undefined
  readonly applicable: Rational
  readonly branch: number
}

interface Exact {
  readonly outcome: string
  readonly points: Rational
  readonly applicable: Rational
  readonly branch: number
}

function agree(seen: Seen | undefined, { outcome, points, applicable, branch }: Exact): void {
  const near = seen && Math.abs(seen.points - Number(numerator(points)) / Number(denominator(points))) < 1e-8
  const same =
    near &&
    seen.outcome === outcome &&
    seen.branch === branch &&
    text(seen.applicable) === text(applicable) &&
    (!seen.exact || text(seen.exact) === text(points))
  if (!same) {
    throw new Error(
      `${JSON.stringify({ outcome, branch })} ${text(points)}/${text(applicable)}, in a block ${JSON.stringify({ ...seen, exact: text(seen?.exact), applicable: text(seen?.applicable) })}`,
    )
  }
}

type Standing = Pick<ScoreSheet, 'total' | 'roundedTotal' | 'rank' | 'meanRank' | 'class'> & {
  readonly entrant: { readonly id: string }
  readonly knockedOutBy: readonly unknown[]
}

function standing({
  entrant,
  total,
  roundedTotal,
  knockedOutBy,
  rank,
  meanRank,
  class: title,
}: Standing): string {
  const barred = knockedOutBy.length > 0 ? 'barred' : 'free'
  return [entrant.id, text(total), text(roundedTotal), barred, rank, text(meanRank), title].join(' ')
}

function leafText(leaf: LeafTrace): string {
  const { node, outcome, points, applicableMaximum } = leaf
  return `${node.code} ${outcome.kind} ${text(points)} of ${text(applicableMaximum)}, tier ${branchOf(leaf)}`
}

function branchOf({ rule, node, exception }: LeafTrace): number {
  if (rule?.kind === 'zeroDenominator') return -2
  if (rule?.kind !== 'tiers') return -1
  const own = exception && exception.rule !== 'notApplicable' ? exception.rule : node.rule
  return own.kind === 'tiers' ? own.tiers.findIndex(({ id }) => id === rule.taken.id) : -1
}

function sorted(all: readonly Told[]): readonly Told[] {
  return all.toSorted(([left = ''], [right = '']) => (left < right ? -1 : 1))
}

const text = (value: Rational | undefined): string => (value ? toExactText(value) : '–')

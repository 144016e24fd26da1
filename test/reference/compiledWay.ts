import { denominator, numerator, type Rational, toExactText } from '#base/rational.ts'
import { IN_ERROR, MISSING, NOT_APPLICABLE, PENDING, VALUE } from '#engine/compiled/columns.ts'
import { compile } from '#engine/compiled/compile.ts'
import type { ExactResult } from '#engine/compiled/levelResults.ts'
import type { LevelScorer } from '#engine/compiled/levelScorer.ts'
import { ABSENT, ZERO_ANSWERED } from '#engine/compiled/result.ts'
import type { Seen } from '#engine/compiled/tree.ts'
import { pointsOfCount } from '#engine/compiled/units.ts'
import type { Leaf } from '#engine/index.ts'
import type { Told, Way } from './compare.ts'
import type { NodeText } from './score.ts'

/**
 * The compiled scorer. What it says of a criterion in blocks of entrants must also be what it says exactly: the same points where it
 * says that they are exact, points near them where it does not.
 */
export const compiledWay: Way = {
  name: 'compiled',
  score: (prepared) => {
    const seen = new Map<string, Judged>()
    // One way judges each value when it meets it and is watched, the other looks points up and sums them.
    const watched = compile(prepared, (one) => note(one, seen), -1)
    const scorer = compile(prepared)
    watched.run()
    scorer.run()
    return scorer.levels.flatMap((level, index) => {
      const other = watched.levels[index]
      if (!other) throw new Error('both score the same levels')
      sameCounts(level, other)
      return level.results().map((found, at) => toldBy(found, level, at, seen))
    })
  },
}

const OUTCOMES = {
  [VALUE]: 'value',
  [PENDING]: 'pending',
  [MISSING]: 'missing',
  [NOT_APPLICABLE]: 'notApplicable',
  [IN_ERROR]: 'error',
} as const

/** What a block said of a criterion for one entrant. */
interface Judged {
  readonly outcome: number
  readonly points: number
  readonly exact: Rational | undefined
  readonly applicable: Rational
  readonly branch: number
}

function note({ leaf, population, units, from, to, result }: Seen, seen: Map<string, Judged>): void {
  for (let j = 0; j < to - from; j++) {
    const [points, applicable] = [result.points[j] ?? 0, result.applicable[j] ?? 0]
    seen.set(`${population.entrants[from + j]?.id} ${leaf.code}`, {
      outcome: result.outcomes[j] ?? VALUE,
      points: points / units.perPoint,
      exact: result.inexact[j] ? undefined : pointsOfCount(points, units),
      applicable: pointsOfCount(applicable, units),
      branch: result.branches[j] ?? 0,
    })
  }
}

/** With an observer every criterion is judged by itself; without one its points go straight into sums. */
function sameCounts(one: LevelScorer, other: LevelScorer): void {
  for (const [at, total] of one.totals.entries()) {
    const counted = other.totals[at] ?? 0
    const same = Math.abs(total - counted) < 1e-3 || (Number.isNaN(total) && Number.isNaN(counted))
    if (!same)
      throw new Error(
        `${one.scope.population.entrants[at]?.id}: ${total} in sums, ${other.totals[at]} in blocks`,
      )
  }
}

function toldBy(found: ExactResult, level: LevelScorer, at: number, seen: ReadonlyMap<string, Judged>): Told {
  const nodes = level.nodes(at).flatMap(({ node, exact }): [string, Partial<NodeText>][] => {
    if (exact.outcome === ABSENT) return []
    const both = { points: toExactText(exact.points), applicable: toExactText(exact.applicable) }
    if (node.kind === 'branch') return [[node.code, both]]
    agree(`${found.entrant} ${node.code}`, seen.get(`${found.entrant} ${node.code}`), exact)
    const outcome = OUTCOMES[exact.outcome as keyof typeof OUTCOMES]
    return [[node.code, { ...both, outcome, ...branchOf(node, exact.branch) }]]
  })
  return {
    entrant: found.entrant,
    total: text(found.total),
    rounded: text(found.roundedTotal),
    knockedOut: found.knockedOut,
    rank: text(found.meanRank) ?? (found.rank === undefined ? undefined : `${found.rank}`),
    class: found.class,
    nodes: Object.fromEntries(nodes),
  }
}

function agree(
  where: string,
  block: Judged | undefined,
  exact: Omit<Judged, 'exact' | 'points'> & { readonly points: Rational },
): void {
  const points = Number(numerator(exact.points)) / Number(denominator(exact.points))
  const same =
    block &&
    Math.abs(block.points - points) < 1e-6 &&
    block.outcome === exact.outcome &&
    block.branch === exact.branch &&
    toExactText(block.applicable) === toExactText(exact.applicable) &&
    (!block.exact || toExactText(block.exact) === toExactText(exact.points))
  if (!same) {
    const shown = { ...block, exact: text(block?.exact), applicable: text(block?.applicable) }
    const right = `${toExactText(exact.points)} of ${toExactText(exact.applicable)}, ${exact.outcome}, ${exact.branch}`
    throw new Error(`${where}: in a block ${JSON.stringify(shown)}, exactly ${right}`)
  }
}

/** The tier, where the criterion has one table for everybody and all periods. */
function branchOf({ rule, exceptions, value }: Leaf, branch: number): Pick<NodeText, 'branch'> {
  if (rule.kind !== 'tiers' || exceptions.length > 0 || value?.each) return {}
  if (branch === ZERO_ANSWERED) return { branch: 'zero' }
  return branch >= 0 ? { branch: `tier ${branch}` } : {}
}

function text(value: Rational | undefined): string | undefined {
  return value && toExactText(value)
}

import type { Branch, ProgramNode } from '../program.ts'
import type { Sums } from './kernel.ts'
import type { Result } from './result.ts'
import type { Scope } from './scope.ts'
import { countOf, EXACT, greatestCommonDivisor, type Units } from './units.ts'

/** Takes what a child came to into its node; `counts` how many children something applied of. */
type Gather = (count: number, child: Result, result: Result, counts: Uint16Array) => void

/** Takes a child into its node, by the node's way of combining. */
export function gathererOf({ combine, role }: Branch): Gather {
  // What a penalty takes is negative; of its maximum what applies is not.
  const sense = role === 'penalty' ? -1 : 1
  switch (combine) {
    case 'sum':
      return addUp
    case 'average':
      return (count, child, result, counts) => {
        addUp(count, child, result)
        for (let j = 0; j < count; j++) if (child.applicable[j] !== 0) counts[j] = (counts[j] as number) + 1
      }
    case 'best':
      return (count, child, result, counts) =>
        choose(count, child, result, counts, { points: sense, most: 1 })
    case 'worst':
      return (count, child, result, counts) =>
        choose(count, child, result, counts, { points: -sense, most: -1 })
  }
}

/** Adds what a child came to, to the sums of its node. */
export function addUp(count: number, child: Result, result: Sums): void {
  const { points, applicable, inexact } = result
  for (let j = 0; j < count; j++) {
    points[j] = (points[j] as number) + (child.points[j] as number)
    applicable[j] = (applicable[j] as number) + (child.applicable[j] as number)
    inexact[j] = (inexact[j] as number) | (child.inexact[j] as number)
  }
}

/** Takes the child's points and what of it applies where they are greater than what is there, or with -1 less. */
function choose(
  count: number,
  child: Result,
  result: Result,
  counts: Uint16Array,
  sign: { readonly points: number; readonly most: number },
): void {
  const { points, applicable, inexact } = result
  for (let j = 0; j < count; j++) {
    const most = child.applicable[j] as number
    if (most === 0) continue
    const given = child.points[j] as number
    const first = counts[j] === 0
    counts[j] = 1
    // Of two points too near to tell either may be taken: both are within the error of the better.
    if (first || (given - (points[j] as number)) * sign.points > 0) points[j] = given
    if (first || (most - (applicable[j] as number)) * sign.most > 0) applicable[j] = most
    inexact[j] = (inexact[j] as number) | (child.inexact[j] as number)
  }
}

/** Makes means of sums; a mean that is no whole count is marked as inexact. */
export function divideBy(counts: Uint16Array, count: number, { points, applicable, inexact }: Result): void {
  for (let j = 0; j < count; j++) {
    const parts = counts[j] as number
    if (parts === 0) continue
    const [total, most] = [points[j] as number, applicable[j] as number]
    points[j] = total / parts
    applicable[j] = most / parts
    if (Math.floor(total / parts) * parts !== total) inexact[j] = 1
  }
}

/** Carries a group over to its whole maximum, where the rulebook says so. */
export function carrier(
  node: Branch,
  { evaluation, units }: Scope,
): ((count: number, result: Result) => void) | undefined {
  if (evaluation.program.redistribute !== 'group' || node.role !== 'scale' || node.node.kind !== 'group') {
    return undefined
  }
  const whole = countOf(node.maximum, units).count
  const grain = grainOf([node], units)
  return (count, result) => {
    for (let j = 0; j < count; j++) {
      const most = result.applicable[j] as number
      if (most !== 0 && most !== whole) rescale(result, j, whole, grain)
    }
  }
}

/** What divides all maxima, and so whatever of them applies, but for means. */
export function grainOf(nodes: readonly ProgramNode[], units: Units): number {
  const counts = (node: ProgramNode): readonly number[] => [
    countOf(node.maximum, units).count,
    ...(node.kind === 'branch' ? node.children.flatMap(counts) : []),
  ]
  const whole = nodes.flatMap(counts).map((count) => BigInt(Math.round(count)))
  return Math.max(1, Number(whole.reduce(greatestCommonDivisor, 0n)))
}

/** The points out of what applies as points out of `whole`; `grain` divides both, as nearly always, and keeps products small. */
export function rescale(
  { points, applicable, inexact }: Result,
  j: number,
  whole: number,
  grain: number,
): void {
  const most = (applicable[j] as number) / grain
  const product = (points[j] as number) * (whole / grain)
  const carried = product / most
  points[j] = carried
  applicable[j] = whole
  const isWhole =
    Number.isInteger(most) && Math.abs(product) <= EXACT && Math.floor(carried) * most === product
  if (!isWhole) inexact[j] = 1
}

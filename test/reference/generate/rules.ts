import fc from 'fast-check'
import { type Fraction, fraction, isLess, least, minus, ONE, order, plus, times, ZERO } from '../fractions.ts'
import type { Award, Bound, Goal, Items, Role, Rule, Target, Tier } from '../model.ts'
import type { Valued } from './measures.ts'

/** Points that a criterion of that role and maximum may give or take. */
export function award(role: Role, maximum: Fraction): fc.Arbitrary<Award> {
  const amount = fc.oneof(
    fc
      .constantFrom(ONE, ZERO, fraction(1, 2), fraction(1, 4), fraction(1, 3))
      .map((amount): Award => ({ kind: 'share', amount })),
    fc
      .constantFrom(ZERO, ONE, fraction(1, 2), fraction(3, 2), fraction(5, 2), fraction(4))
      .map((points): Award => ({ kind: 'points', amount: least([points, maximum]) })),
  )
  if (role === 'bonus') return amount
  const taken = role === 'penalty' ? fc.constant(true) : fc.constantFrom(false, false, false, true)
  return fc.tuple(amount, taken).map(([given, deducted]): Award => {
    if (deducted && given.amount.top === 0n) return { kind: 'points', amount: ZERO }
    return deducted ? { ...given, deducted } : given
  })
}

/** Tiers that take every value once: cut at some numbers, one of them perhaps left over. */
export function tiers(valued: Valued, awards: fc.Arbitrary<Award>): fc.Arbitrary<readonly Tier[]> {
  const { cuts, grain, notation } = valued
  return fc
    .record({
      at: fc.subarray([...cuts], { minLength: 1, maxLength: 3 }),
      // Whether a cut belongs to what lies below it.
      below: fc.array(fc.constantFrom(false, false, true), { minLength: 3, maxLength: 3 }),
      given: fc.array(awards, { minLength: 4, maxLength: 4 }),
      rest: fc.option(fc.nat(3), { nil: undefined }),
      turned: fc.boolean(),
      closed: fc.boolean(),
    })
    .map(({ at, below, given, rest, turned, closed }) => {
      const sorted = at.toSorted(order)
      const under: boolean[] = []
      for (const [index, cut] of sorted.entries()) {
        const last = sorted[index - 1]
        // Between neighbouring values nothing lies: one of the two belongs to the piece.
        const touches = grain && last && !isLess(plus(last, grain), cut)
        under.push((touches && under[index - 1]) || (below[index] ?? false))
      }
      const pieces = [...sorted, undefined].map((high, index): Tier => {
        const low = index === 0 ? undefined : sorted[index - 1]
        const from: Bound | undefined = low && { at: low, included: !under[index - 1] }
        const to: Bound | undefined = high && { at: high, included: under[index] ?? false }
        return {
          condition: {
            kind: 'range',
            notation,
            low: from,
            high: to && closed ? closing(to, from, grain) : to,
          },
          award: given[index] ?? { kind: 'points', amount: ZERO },
        }
      })
      const left = rest === undefined ? undefined : pieces[rest % pieces.length]
      const others = pieces.filter((piece) => piece !== left)
      const ordered = turned ? others.toReversed() : others
      return left ? [...ordered, { ...left, condition: { kind: 'rest' } }] : ordered
    })
}

/** The same end with the bound taken in, where values lie apart: `đến dưới 24` is `đến 23`. */
function closing(to: Bound, from: Bound | undefined, grain: Fraction | undefined): Bound {
  if (!grain || to.included) return to
  const at = minus(to.at, grain)
  if (at.top <= 0n || (from && isLess(at, from.at))) return to
  if (from && !from.included && order(at, from.at) === 0) return to
  return { at, included: true }
}

/** A goal among the numbers; of the kinds that are asked for. */
function goal(valued: Valued, kinds: readonly Goal['kind'][]): fc.Arbitrary<Goal> {
  const one = fc.constantFrom(...valued.cuts)
  return fc.constantFrom(...kinds).chain((kind): fc.Arbitrary<Goal> => {
    if (kind !== 'range') return one.map((at) => ({ kind, at }))
    return fc
      .tuple(one, one)
      .filter(([low, high]) => order(low, high) !== 0)
      .map(([low, high]) => (isLess(low, high) ? { kind, low, high } : { kind, low: high, high: low }))
  })
}

/** A target, in two years perhaps another one each. */
export function target(
  valued: Valued,
  kinds: readonly Goal['kind'][],
  years: readonly number[],
): fc.Arbitrary<Target> {
  const { notation } = valued
  const same = goal(valued, kinds).map((one): Target => ({ notation, goals: [{ goal: one }] }))
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || first === last) return same
  const kind = fc.constantFrom(...kinds)
  const apart = kind.chain((one) =>
    fc.tuple(goal(valued, [one]), goal(valued, [one])).map(
      ([now, later]): Target => ({
        notation,
        goals: [
          { goal: now, years: [first, first] },
          { goal: later, years: [first + 1, last] },
        ],
      }),
    ),
  )
  return fc.oneof(same, apart)
}

/** Tiers by a target of one end, or of two. */
function targetTiers(kind: Goal['kind'], awards: fc.Arbitrary<Award>): fc.Arbitrary<readonly Tier[]> {
  const given = fc.array(awards, { minLength: 3, maxLength: 3 })
  return fc.tuple(given, fc.nat(2)).map(([[first, second, third], form]): readonly Tier[] => {
    const tier = (
      side: 'reached' | 'missed' | 'below' | 'within' | 'above',
      one: Award | undefined,
    ): Tier => ({
      condition: { kind: 'target', side },
      award: one ?? { kind: 'points', amount: ZERO },
    })
    const rest = (one: Award | undefined): Tier => ({ ...tier('reached', one), condition: { kind: 'rest' } })
    if (kind === 'range' && form === 0)
      return [tier('above', first), tier('within', second), tier('below', third)]
    if (kind === 'range' && form === 1) return [tier('within', first), rest(second)]
    return form === 2
      ? [tier('reached', first), rest(second)]
      : [tier('reached', first), tier('missed', second)]
  })
}

/** Points by whole steps. */
export function items(
  valued: Pick<Valued, 'notation'>,
  role: Role,
  maximum: Fraction,
  of: readonly Items['of'][],
): fc.Arbitrary<Items> {
  const steps =
    valued.notation === 'percent'
      ? [fraction(1, 100), fraction(5, 100), fraction(1, 10)]
      : [ONE, fraction(2), fraction(3)]
  return fc
    .record({
      step: fc.constantFrom(...steps),
      of: fc.constantFrom(...of),
      effect: fc.constantFrom('add' as const, 'deduct' as const),
      tenths: fc.integer({ min: 1, max: 5 }),
      limit: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      share: fc.boolean(),
    })
    .map(({ step, of: counted, effect, tenths, limit, share }): Items => {
      const way = role === 'scale' ? effect : role === 'bonus' ? 'add' : 'deduct'
      const points = (part: Fraction): Award =>
        share ? { kind: 'share', amount: part } : { kind: 'points', amount: times(part, maximum) }
      const end = limit ?? (way === 'add' ? 4 : undefined)
      return {
        step,
        notation: valued.notation,
        of: counted,
        effect: way,
        award: points(fraction(tenths, 10)),
        limit: end === undefined ? undefined : points(fraction(end, 4)),
      }
    })
}

/** A rule by a value that is a number, and the target it needs. */
export function numberRule(
  valued: Valued,
  role: Role,
  maximum: Fraction,
  years: readonly number[],
): fc.Arbitrary<{ readonly rule: Rule; readonly target?: Target }> {
  const awards = award(role, maximum)
  const byTarget = fc
    .constantFrom('least' as const, 'most' as const, 'range' as const)
    .chain((kind) => fc.record({ target: target(valued, [kind], years), tiers: targetTiers(kind, awards) }))
    .map((one) => ({ target: one.target, rule: { kind: 'tiers' as const, tiers: one.tiers } }))
  const byItems = items(valued, role, maximum, ['value']).map((one) => ({
    rule: { kind: 'items' as const, ...one },
  }))
  const beside = fc.oneof(
    fc.record({
      target: target(valued, ['least', 'range'], years),
      items: items(valued, role, maximum, ['shortfall', 'excess', 'deviation']),
    }),
    fc.record({ target: target(valued, ['most'], years), items: items(valued, role, maximum, ['excess']) }),
  )
  const byTiers = tiers(valued, awards).map((all) => ({ rule: { kind: 'tiers' as const, tiers: all } }))
  const proportion = fc
    .record({
      target: target(valued, ['least'], years),
      floor: fc.constantFrom(undefined, fraction(1, 2), fraction(4, 5)),
    })
    .map((one) => ({ target: one.target, rule: { kind: 'proportion' as const, floor: one.floor } }))
  const besideTarget = beside.map((one) => ({
    target: one.target,
    rule: { kind: 'items' as const, ...one.items },
  }))
  const all = [byTiers, byTiers, byTarget, byItems, besideTarget]
  return fc.oneof(...all, ...(role === 'penalty' ? [] : [proportion, proportion]))
}

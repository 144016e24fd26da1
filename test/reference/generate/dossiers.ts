import fc from 'fast-check'
import { type Day, dayNumber, firstDay, type Period, periodsWithin } from '../calendar.ts'
import { type Fraction, fraction, isLess, minus, order, over, plus } from '../fractions.ts'
import type { Dossier, Entrant, Fact, Level, Measure, Node, Rulebook } from '../model.ts'
import { everyNode } from './outcomes.ts'

const CLUSTERS = fc.constantFrom(undefined, undefined, 'A', 'B')

/** Those who are scored and their facts, as the rulebook asks for them. */
export function dossier(rulebook: Rulebook, asOf: Day, units: readonly string[]): fc.Arbitrary<Dossier> {
  return entrants(rulebook, units).chain((all) =>
    facts(rulebook, asOf, all).map((reported) => ({ entrants: all, facts: reported })),
  )
}

function entrants(rulebook: Rulebook, units: readonly string[]): fc.Arbitrary<readonly Entrant[]> {
  const { levels, attributes } = rulebook
  const summed = levels.includes('commune')
  const described = (level: Level) => {
    const own = attributes.filter((one) => one.level === level).map(({ name }) => name)
    return own.length === 0
      ? fc.constant<readonly string[]>([])
      : fc.oneof(
          fc.constant<readonly string[]>([]),
          fc.constantFrom(...own).map((name): readonly string[] => [name]),
        )
  }
  const one = (level: Level) => fc.record({ cluster: CLUSTERS, attributes: described(level) })
  const wanted = (level: Level): boolean => levels.includes(level) || summed
  const communes = summed ? fc.array(one('commune'), { minLength: 1, maxLength: 2 }) : fc.constant([])
  const villages = wanted('village') ? fc.array(one('village'), { maxLength: 6 }) : fc.constant([])
  const offices = wanted('unit') ? fc.array(one('unit'), { maxLength: units.length }) : fc.constant([])
  return fc
    .tuple(communes, villages, offices, fc.array(fc.nat(3), { minLength: 9, maxLength: 9 }))
    .map(([first, second, third, parents]) => {
      const parent = (index: number): string | undefined =>
        first.length === 0 ? undefined : (parents[index] ?? 0) === 1 && first.length > 1 ? 'x2' : 'x1'
      return [
        ...first.map((raw, index) => ({
          id: `x${index + 1}`,
          name: `Xã ${index + 1}`,
          level: 'commune' as const,
          ...raw,
        })),
        ...second.map((raw, index) => ({
          id: `v${index + 1}`,
          name: `Thôn ${index + 1}`,
          level: 'village' as const,
          parent: parent(index),
          ...raw,
        })),
        ...third.map((raw, index) => ({
          id: `u${index + 1}`,
          name: units[index] ?? '',
          level: 'unit' as const,
          parent: parent(index + 6),
          ...raw,
        })),
      ]
    })
}

function facts(rulebook: Rulebook, asOf: Day, all: readonly Entrant[]): fc.Arbitrary<readonly Fact[]> {
  const reports = all.flatMap((entrant) => {
    const measures = rulebook.measures.filter((measure) =>
      levelsOf(measure, rulebook).includes(entrant.level),
    )
    return measures.map((measure) => series(entrant, measure, rulebook, asOf))
  })
  const alike = fc.array(fc.nat(3), { minLength: all.length, maxLength: all.length })
  return fc.tuple(fc.tuple(...reports), alike).map(([each, choices]) => {
    // A quarter of the villages report what the first one does, so that there are ties.
    const own = each.flat()
    const first = all.find(({ level }) => level === 'village')?.id
    const copies = all.filter(
      ({ level, id }, index) => level === 'village' && id !== first && choices[index] === 3,
    )
    const told = all.flatMap((entrant) => {
      const source = copies.includes(entrant) && first !== undefined ? first : entrant.id
      return own.filter((fact) => fact.entrant === source).map((fact) => ({ ...fact, entrant: entrant.id }))
    })
    return withinWholes(told, rulebook.measures)
  })
}

/** Who reports a measure: those at the level of the criterion that is judged by it; anyone where there is none. */
function levelsOf({ name }: Measure, { nodes, levels }: Rulebook): readonly Level[] {
  const find = (all: readonly Node[], above: Level | undefined): readonly Level[] | undefined => {
    for (const { level = above, scoring, children } of all) {
      if (scoring && usesOf(scoring).includes(name)) return level ? [level] : levels
      const found = find(children, level)
      if (found) return found
    }
    return undefined
  }
  return find(nodes, undefined) ?? levels
}

function usesOf({ value, rule }: NonNullable<Node['scoring']>): readonly string[] {
  const parts = rule.kind === 'parts' ? rule.parts.map(({ measure }) => measure) : []
  if (!value) return parts
  return 'measure' in value ? [value.measure] : 'bottom' in value ? [value.top, value.bottom] : [value.top]
}

/** Those of a measure for an entrant: in every period, in some, or in none. */
function series(
  entrant: Entrant,
  measure: Measure,
  rulebook: Rulebook,
  asOf: Day,
): fc.Arbitrary<readonly Fact[]> {
  const periods = reportable(measure, rulebook, asOf)
  const values = valuesOf(measure, rulebook)
  const value: fc.Arbitrary<Fraction | 'notApplicable'> = fc.oneof(
    { weight: 14, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constant('notApplicable' as const) },
  )
  const one = fc.record({
    value,
    there: fc.nat(9),
    pending: fc.nat(19),
    evidence: fc.nat(7),
  })
  return fc
    .tuple(
      fc.constantFrom('all', 'all', 'all', 'some', 'none'),
      fc.array(one, { minLength: periods.length, maxLength: periods.length }),
    )
    .map(([how, raws]) =>
      raws.flatMap((raw, index) => {
        const period = periods[index]
        if (!period || how === 'none' || (how === 'some' && raw.there < 4)) return []
        return [
          {
            entrant: entrant.id,
            measure: measure.name,
            period,
            value: raw.value,
            pending: raw.pending === 19,
            evidence: measure.needsEvidence ? raw.evidence !== 7 : undefined,
          },
        ]
      }),
    )
}

/** The periods that have begun, and at times the next one. */
function reportable({ frequency, name }: Measure, rulebook: Rulebook, asOf: Day): readonly Period[] {
  const { from, to, factPeriod } = rulebook
  const days = typeof factPeriod === 'object' ? factPeriod : { from, to }
  const all = periodsWithin(frequency, days.from, days.to)
  const begun = all.filter((period) => dayNumber(firstDay(period)) <= dayNumber(asOf))
  return name.endsWith('b') ? begun : all.slice(0, begun.length + 1)
}

const DEFAULTS = [0, 0, 1, 2, 3, 4, 5, 8, 10, 12, 20].map((one) => fraction(one))

/** What a measure may be reported as: often what a rule is cut at, or what lies beside it. */
function valuesOf(measure: Measure, { nodes, from }: Rulebook): readonly Fraction[] {
  const { type, low, high, step } = measure
  const cuts = everyNode(nodes).flatMap(({ scoring }) =>
    scoring && usesOf(scoring)[0] === measure.name ? cutsOf(scoring) : [],
  )
  const start = dayNumber(from)
  const grain = type.kind === 'integer' ? fraction(1) : fraction(1, type.kind === 'ratio' ? 100 : 2)
  const beside = cuts.flatMap((cut) => [cut, cut, minus(cut, grain), plus(cut, grain)])
  const pool: readonly Fraction[] = {
    integer: [...DEFAULTS, ...beside],
    decimal: [...DEFAULTS, ...beside],
    money: [...DEFAULTS, ...beside],
    survey: [fraction(0), fraction(10), fraction(15), fraction(18), fraction(20), ...beside],
    ratio: [0, 30, 45, 72, 100].map((one) => fraction(one, 100)).concat(beside),
    index: [0, 30, 45, 70, 100].map((one) => fraction(one, 100)).concat(beside),
    flag: [fraction(0), fraction(1)],
    levels: [0, 1, 2, 3].map((one) => fraction(one)),
    day: [0, 30, 31, 44, 45, 46, 47, 58, 59, 73, 74, 89, 90, 120].map((one) => fraction(start + one)),
  }[type.kind]
  const fits = pool.filter(
    (value) =>
      !isLess(value, low ?? fraction(0)) &&
      (!high || !isLess(high, value)) &&
      (type.kind !== 'survey' || !isLess(type.outOf, value)) &&
      (!step || over(value, step).bottom === 1n) &&
      (type.kind !== 'integer' || value.bottom === 1n) &&
      10_000n % value.bottom === 0n,
  )
  return fits.length > 0 ? fits : [low ?? fraction(0)]
}

function cutsOf({ rule, target }: NonNullable<Node['scoring']>): readonly Fraction[] {
  const goals = (target?.goals ?? []).flatMap(({ goal }) =>
    goal.kind === 'range' ? [goal.low, goal.high] : [goal.at],
  )
  const ends =
    rule.kind !== 'tiers'
      ? []
      : rule.tiers.flatMap(({ condition }) =>
          condition.kind === 'range' ? [condition.low?.at, condition.high?.at] : [],
        )
  return [...goals, ...ends.filter((end) => end !== undefined)]
}

/** No part is reported above its whole: it is then all of it. */
function withinWholes(all: readonly Fact[], measures: readonly Measure[]): readonly Fact[] {
  const wholes = new Map(measures.map(({ name, partOf }) => [name, partOf]))
  return all.map((fact) => {
    const whole = all.find(
      (other) =>
        other.entrant === fact.entrant &&
        other.measure === wholes.get(fact.measure) &&
        JSON.stringify(other.period) === JSON.stringify(fact.period),
    )
    if (!whole || whole.value === 'notApplicable' || fact.value === 'notApplicable') return fact
    return order(fact.value, whole.value) > 0 ? { ...fact, value: whole.value } : fact
  })
}

import type { Cut } from '#base/interval.ts'
import { type Period, previousPeriod } from '#base/period.ts'
import { denominator, multiply, numerator, type Rational, rational, subtract, ZERO } from '#base/rational.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import { wholesFirst, wholesOf } from '../wholesFirst.ts'

/**
 * A figure of which the newest counts: from where it stands it goes up or down in a period to come by as much as it did in the
 * period that is drawn. It is held within the bounds that are declared, and a part at its whole. Its numbers are whole: so many
 * parts of one (`fineness`).
 */
export interface Level {
  readonly measure: string
  /** What was reported last. */
  readonly last: Fact
  readonly fineness: bigint
  readonly start: number
  /** The first of the periods to come that is not reported yet: where it starts from. */
  readonly from: number
  /** For each way. */
  readonly changes: readonly number[]
  readonly low: Bound | undefined
  readonly high: Bound | undefined
  /** Where among the levels of its future the whole stands that it counts a part of: before it. */
  readonly whole: number | undefined
}

interface Bound {
  readonly at: number
  /** Whether the bound itself is within. */
  readonly within: boolean
}

export interface LevelsRequest {
  /** All of the rulebook's. */
  readonly measures: readonly Measure[]
  readonly behind: readonly Period[]
  readonly toCome: readonly Period[]
  readonly ways: readonly Period[]
  readonly factIn: (measure: string, period: Period) => Fact | undefined
}

/**
 * The levels of one entrant that move, wholes before their parts. One that never changed stays; so does one that has a part or a
 * whole which does not move in the same way, or which is reported of some period to come but not of one before it.
 */
export function levelsOf(candidates: readonly Measure[], request: LevelsRequest): readonly Level[] {
  const { measures, behind, toCome, ways, factIn } = request
  const found = new Map(
    candidates.flatMap((measure) => {
      const standing = standingOf(measure, request)
      return standing ? [[measure.name.text, standing] as const] : []
    }),
  )
  if (ways.length === 0) return []
  const known = new Map(measures.map((measure) => [measure.name.text, measure]))
  const rootOf = (measure: Measure): Measure => wholesOf(measure, known).at(-1) ?? measure
  const reported = measures.filter(({ name }) =>
    [...behind, ...toCome].some((period) => factIn(name.text, period)),
  )
  const families = Map.groupBy(reported, rootOf)
  const levels: Level[] = []
  for (const measure of wholesFirst(candidates, known)) {
    const family = families.get(rootOf(measure)) ?? []
    const standings = family.flatMap(({ name }) => found.get(name.text) ?? [])
    const own = found.get(measure.name.text)
    if (!own || standings.length < family.length || standings.some(({ from }) => from !== own.from)) continue
    const fineness = standings.reduce((finest, { numbers }) => numbers.reduce(commonFineness, finest), 1n)
    const unitsOf = (value: Rational): number => Number(numerator(multiply(value, rational(fineness))))
    const changes = own.changes.map(unitsOf)
    const furthest = Math.max(...changes.map(Math.abs)) * toCome.length
    if (!Number.isSafeInteger(Math.abs(unitsOf(own.start)) + furthest)) continue
    const bound = (cut: Cut | undefined, within: boolean | undefined): Bound | undefined =>
      cut && { at: unitsOf(cut.at), within: within === true }
    const whole = levels.findIndex(
      (level) => level.measure === measure.partOf?.text && level.fineness === fineness,
    )
    const isHeld = family.some(({ name }) => name.text === measure.partOf?.text)
    const isStill = standings.every((one) => one.changes.every((change) => numerator(change) === 0n))
    if (isStill || (isHeld && whole < 0)) continue
    levels.push({
      measure: measure.name.text,
      last: own.last,
      fineness,
      start: unitsOf(own.start),
      from: own.from,
      changes,
      low: bound(own.low, own.low && !own.low.after),
      high: bound(own.high, own.high?.after),
      whole: whole < 0 ? undefined : whole,
    })
  }
  return levels
}

/** Where the level stands in the next period, if it goes the way that is drawn. */
export function nextUnits(level: Level, units: number, way: number, whole: number | undefined): number {
  const { changes, low, high } = level
  let next = units + (changes[way] as number)
  if (low && (next < low.at || (next === low.at && !low.within))) next = low.within ? low.at : units
  if (high && (next > high.at || (next === high.at && !high.within))) next = high.within ? high.at : units
  return whole === undefined ? next : Math.min(next, whole)
}

interface Standing {
  readonly last: Fact
  readonly start: Rational
  readonly from: number
  readonly changes: readonly Rational[]
  readonly low: Cut | undefined
  readonly high: Cut | undefined
  /** All numbers that have to be whole. */
  readonly numbers: readonly Rational[]
}

function standingOf(measure: Measure, { behind, toCome, ways, factIn }: LevelsRequest): Standing | undefined {
  const name = measure.name.text
  const domain = domainOfMeasure(measure)
  const open = toCome.findIndex((period) => !factIn(name, period))
  if (open < 0 || toCome.slice(open).some((period) => factIn(name, period))) return undefined
  const last = [...behind, ...toCome.slice(0, open)]
    .map((period) => factIn(name, period))
    .findLast((fact) => fact !== undefined)
  if (domain?.kind !== 'number' || last?.value.kind !== 'number') return undefined
  const start = last.value.value
  const numberIn = (period: Period): Rational | undefined => {
    const value = factIn(name, period)?.value
    return value?.kind === 'number' ? value.value : undefined
  }
  const changes = ways.map((period) => {
    const [before, after] = [numberIn(previousPeriod(period)), numberIn(period)]
    return before && after ? subtract(after, before) : ZERO
  })
  const { low, high } = domain.interval
  const bounds = [low, high].flatMap((cut) => cut?.at ?? [])
  return { last, start, from: open, changes, low, high, numbers: [start, ...changes, ...bounds] }
}

/** The least number of parts of one that both are whole in. */
function commonFineness(finest: bigint, value: Rational): bigint {
  return finest * denominator(rational(finest, denominator(value)))
}

import { lastDay, type Period, periodKey } from '#base/period.ts'
import { compareDates } from '#base/plainDate.ts'
import { compare } from '#base/rational.ts'
import {
  duePeriods,
  type FaultFinder,
  faultFinder,
  leavesOf,
  measuresIn,
  type Program,
  programOn,
  versionsOf,
} from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { type Outlook, type Pace, projectFacts } from '../projection.ts'
import { type Level, levelsOf } from './levels.ts'

/**
 * What an entrant is still to report, month by month, quarter by quarter or year by year. Each period to come goes like one of its
 * own periods behind, whichever is drawn: as a whole, so that what belongs together stays together (a part and its whole, what a
 * ratio divides).
 */
export interface Future {
  readonly entrant: string
  readonly toCome: readonly Period[]
  /** How many periods behind there are to go like; at least one. */
  readonly ways: number
  readonly flows: readonly Flow[]
  readonly levels: readonly Level[]
}

/** A figure of which each period counts: what was reported of the period that is drawn is reported again, or nothing was. */
export interface Flow {
  readonly measure: string
  /** For each period to come, what each way has it report; `undefined` for a period that is already reported. */
  readonly facts: readonly (readonly (Fact | undefined)[] | undefined)[]
}

/** What is supposed of the time to come: what stays, and what is drawn. */
export interface Futures {
  /** What stays as it was last reported: what is neither added up nor goes up and down. */
  readonly carried: readonly Fact[]
  readonly drawn: readonly Future[]
}

export type DrawnPace = Exclude<Pace, 'none'>

/**
 * The periods behind that those to come may go like are, by the pace, all of them, the last three, or those of the year before that
 * stand where the periods to come do. What is already reported of a period to come is kept.
 */
export function futuresOf(outlook: Outlook, pace: DrawnPace): Futures {
  const { program, dossier, asOf, horizon } = outlook
  const at = programOn(program, horizon)
  const measures = [...at.measures.values()]
  const known = new Map(dossier.facts.map((fact) => [placeOf(fact), fact]))
  const everyPeriod = countedEachPeriod(at)
  const projected = projectFacts(outlook, pace)
  const flowNames = new Set(measures.filter(everyPeriod).map(({ name }) => name.text))
  const standing = new Map(
    projected.filter((fact) => !flowNames.has(fact.measure)).map((fact) => [placeOf(fact), fact]),
  )
  const faultOf = faultFinder(program, versionsOf(program))
  const drawn = [...Map.groupBy(measures, ({ frequency }) => frequency)].flatMap(([frequency, own]) => {
    const due = duePeriods(at, frequency, horizon)
    const behind = due.filter((period) => compareDates(lastDay(period), asOf) <= 0)
    const toCome = due.filter((period) => compareDates(lastDay(period), asOf) > 0)
    const like = likePeriods(pace, behind, toCome)
    const [flows, newest] = [own.filter(everyPeriod), own.filter((measure) => !everyPeriod(measure))]
    return dossier.entrants.flatMap((entrant): readonly Future[] => {
      const factIn = (measure: string, period: Period) => known.get(key(entrant.id, measure, period))
      const supposedIn = (measure: string, period: Period) =>
        factIn(measure, period) ?? standing.get(key(entrant.id, measure, period))
      const reported = like.filter((period) => own.some(({ name }) => factIn(name.text, period)))
      const levels = levelsOf(newest, { measures, behind, toCome, ways: reported, factIn })
      const flowing = flows.flatMap((measure) =>
        flowOf(measure, { measures, entrant, toCome, ways: reported, factIn, supposedIn, faultOf }),
      )
      if (levels.length + flowing.length === 0) return []
      return [{ entrant: entrant.id, toCome, ways: reported.length, flows: flowing, levels }]
    })
  })
  const moving = new Set(
    drawn.flatMap(({ entrant, flows, levels }) =>
      [...flows, ...levels].map(({ measure }) => `${entrant}\n${measure}`),
    ),
  )
  const stays = ({ entrant, measure }: Fact): boolean => !moving.has(`${entrant}\n${measure}`)
  return { carried: projected.filter(stays), drawn }
}

/** Whether what a measure comes to hangs on each of its periods. */
function countedEachPeriod(program: Program): (measure: Measure) => boolean {
  const each = new Set(
    leavesOf(program.nodes).flatMap((leaf) =>
      leaf.value?.each ? measuresIn(leaf).map(({ name }) => name.text) : [],
    ),
  )
  return ({ aggregation, name }) => aggregation !== 'latest' || each.has(name.text)
}

function likePeriods(
  pace: DrawnPace,
  behind: readonly Period[],
  toCome: readonly Period[],
): readonly Period[] {
  switch (pace) {
    case 'all':
      return behind
    case 'lastThree':
      return behind.slice(-3)
    case 'lastYear':
      return toCome.map((period) => ({ ...period, year: period.year - 1 }))
  }
}

interface Flowing {
  readonly measures: readonly Measure[]
  readonly entrant: Entrant
  readonly toCome: readonly Period[]
  readonly ways: readonly Period[]
  readonly factIn: (measure: string, period: Period) => Fact | undefined
  /** Also what stays as it was last reported. */
  readonly supposedIn: (measure: string, period: Period) => Fact | undefined
  readonly faultOf: FaultFinder
}

/** Nothing for what was never reported, or is reported to the end. */
function flowOf(measure: Measure, flowing: Flowing): readonly Flow[] {
  const { toCome, ways, entrant, factIn, faultOf } = flowing
  const facts = toCome.map((period) => {
    if (factIn(measure.name.text, period)) return undefined
    return ways.map((way) => {
      const fact = goneLike(measure, way, period, flowing)
      return fact && !faultOf(fact, entrant) ? fact : undefined
    })
  })
  return facts.some((ways) => ways?.some((fact) => fact)) ? [{ measure: measure.name.text, facts }] : []
}

/** What was reported in a period behind, as if it were of the one to come: a part never exceeds its whole where one of them is known. */
function goneLike(
  measure: Measure,
  way: Period,
  period: Period,
  { measures, factIn, supposedIn }: Flowing,
): Fact | undefined {
  const before = factIn(measure.name.text, way)
  if (!before) return undefined
  const most = measure.partOf && supposedIn(measure.partOf.text, period)?.value
  const held = most && isMore(before.value, most) ? most : before.value
  const parts = measures.filter(({ partOf }) => partOf?.text === measure.name.text)
  const value = parts.reduce((least, part) => {
    const counted = supposedIn(part.name.text, period)?.value
    return counted && isMore(counted, least) ? counted : least
  }, held)
  return { ...before, period, written: '', status: 'verified', value }
}

function isMore(one: Fact['value'], other: Fact['value']): boolean {
  return one.kind === 'number' && other.kind === 'number' && compare(one.value, other.value) > 0
}

function placeOf({ entrant, measure, period }: Fact): string {
  return key(entrant, measure, period)
}

function key(entrant: string, measure: string, period: Period): string {
  return `${entrant}\n${measure}\n${periodKey(period)}`
}

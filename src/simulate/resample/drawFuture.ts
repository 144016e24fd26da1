import { type Period, periodKey } from '#base/period.ts'
import type { Draw } from '#base/random.ts'
import { multiply, numerator, rational } from '#base/rational.ts'
import {
  compile,
  type Evaluation,
  type Held,
  isValue,
  NO_FACT,
  type Scorer,
  score,
  valueHeld,
  withFacts,
} from '#engine/index.ts'
import type { Fact } from '#records/fact.ts'
import type { Future } from './futures.ts'
import { type Level, nextUnits } from './levels.ts'

/** Where an entrant would come out. */
export interface Outcome {
  readonly entrant: string
  /** As the rulebook rounds it, in its last decimal; NaN where nothing applies. */
  readonly total: number
  /** `undefined` for who has none. */
  readonly rank: number | undefined
  readonly class: string | undefined
}

/** Draws a course of the time to come, and scores everyone. */
export type DrawFuture = (draw: Draw) => readonly Outcome[]

/** By the compiled scorer where it takes what is drawn, and by the interpreter where it does not. */
export function futureDrawer(evaluation: Evaluation, futures: readonly Future[]): DrawFuture {
  return compiledDrawer(evaluation, futures) ?? interpretedDrawer(evaluation, futures)
}

/** Scores what is drawn as everything else is scored. */
export function interpretedDrawer(evaluation: Evaluation, futures: readonly Future[]): DrawFuture {
  const lastDecimal = rational(10n ** BigInt(evaluation.program.totalRounding.places))
  return (draw) => {
    const facts: Fact[] = []
    const take = (fact: Fact | undefined): void => void (fact && facts.push(fact))
    for (const future of futures) {
      drawCourse(future, draw, {
        flow: (flow, ahead, way) => take(future.flows[flow]?.facts[ahead]?.[way]),
        level: (at, ahead, units) =>
          take(levelFact(future.levels[at] as Level, future.toCome[ahead] as Period, units)),
      })
    }
    return score({ ...evaluation, facts: withFacts(evaluation.facts, facts) }).map((sheet) => ({
      entrant: sheet.entrant.id,
      total: sheet.roundedTotal ? Number(numerator(multiply(sheet.roundedTotal, lastDecimal))) : Number.NaN,
      rank: sheet.rank,
      class: sheet.class,
    }))
  }
}

/** Writes what is drawn straight into the columns of the compiled scorer; `undefined` where they do not take it. */
export function compiledDrawer(evaluation: Evaluation, futures: readonly Future[]): DrawFuture | undefined {
  // There is a column only for periods and numbers that were there from the start.
  const seeds = futures.flatMap(everyPlace)
  const places = new Set(seeds.map(({ measure, period }) => placeOf(measure, period)))
  const reaches = reachOfLevels(futures)
  const facts = withFacts(evaluation.facts, seeds)
  const scorer = compile({ ...evaluation, facts }, undefined, undefined, {
    reachOf: (measure) => reaches.get(measure) ?? 2,
    has: (measure, period) => places.has(placeOf(measure, period)),
  })
  const written = futures.flatMap((future) => {
    const writes = writesOf(future, scorer)
    return writes ? [{ future, writes }] : []
  })
  if (written.length < futures.length) return undefined
  return (draw) => {
    for (const { future, writes } of written) drawCourse(future, draw, writes)
    scorer.run()
    return scorer.levels.flatMap((level): readonly Outcome[] => {
      const standings = level.standings()
      return level.scope.population.entrants.map(({ id }, at) => ({
        entrant: id,
        total: level.rounded[at] as number,
        rank: standings.places.get(at)?.rank,
        class: standings.classes.get(at),
      }))
    })
  }
}

/** What is done with what is drawn: by the place of a flow or level in its future, and of the period among those to come. */
interface Course {
  readonly flow: (flow: number, ahead: number, way: number) => void
  readonly level: (level: number, ahead: number, units: number) => void
}

function drawCourse({ toCome, ways, flows, levels }: Future, draw: Draw, course: Course): void {
  const standing = levels.map(({ start }) => start)
  for (let ahead = 0; ahead < toCome.length; ahead++) {
    const way = draw(ways)
    for (let flow = 0; flow < flows.length; flow++) course.flow(flow, ahead, way)
    for (let at = 0; at < levels.length; at++) {
      const level = levels[at] as Level
      if (ahead < level.from) continue
      const whole = level.whole === undefined ? undefined : standing[level.whole]
      const units = nextUnits(level, standing[at] as number, way, whole)
      standing[at] = units
      course.level(at, ahead, units)
    }
  }
}

function levelFact({ last, fineness }: Level, period: Period, units: number): Fact {
  const percent = last.value.kind === 'number' && last.value.percent
  const value = { kind: 'number' as const, value: rational(BigInt(units), fineness), percent }
  return { ...last, period, written: '', status: 'verified', value }
}

/** Facts that stand wherever something may be written. */
function everyPlace({ toCome, flows, levels }: Future): readonly Fact[] {
  return [
    ...flows.flatMap(({ facts }) => facts.flatMap((ways) => ways?.find((fact) => fact) ?? [])),
    ...levels.flatMap((level) =>
      toCome.slice(level.from).map((period) => levelFact(level, period, level.start)),
    ),
  ]
}

/** A change is at most twice as far from zero as what was reported, and comes on top of it in every period to come. */
function reachOfLevels(futures: readonly Future[]): ReadonlyMap<string, number> {
  return new Map(
    futures.flatMap(({ toCome, levels }) =>
      levels.map(({ measure }) => [measure, 2 + 2 * toCome.length] as const),
    ),
  )
}

function writesOf(future: Future, scorer: Scorer): Course | undefined {
  const { entrant, toCome, flows, levels } = future
  const flowing = flows.map(({ measure, facts }) =>
    facts.map((ways, ahead) => {
      if (!ways?.some((fact) => fact)) return undefined
      const cell = scorer.cell(entrant, measure, toCome[ahead] as Period)
      return { cell, held: ways.map((fact) => (fact ? cell?.heldBy(fact) : NO_FACT)) }
    }),
  )
  const standing = levels.map((level) =>
    toCome.map((period, ahead) => {
      if (ahead < level.from) return undefined
      const cell = scorer.cell(entrant, level.measure, period)
      return {
        cell,
        first: cell?.heldBy(levelFact(level, period, level.start)),
        perUnit: cell ? cell.scale / Number(level.fineness) : 0,
      }
    }),
  )
  const fits =
    flowing.flat().every((one) => one === undefined || (one.cell && one.held.every((held) => held))) &&
    standing.flat().every((one) => one === undefined || (one.first && Number.isInteger(one.perUnit)))
  if (!fits) return undefined
  return {
    flow: (flow, ahead, way) => {
      const place = flowing[flow]?.[ahead]
      place?.cell?.write(place.held[way] as Held)
    },
    level: (at, ahead, units) => {
      const place = standing[at]?.[ahead]
      if (!place?.cell || !place.first) return
      // What lacks the proof that is asked for counts no more than what was reported last.
      place.cell.write(isValue(place.first) ? valueHeld(units * place.perUnit) : place.first)
    },
  }
}

function placeOf(measure: string, period: Period): string {
  return `${measure}\n${periodKey(period)}`
}

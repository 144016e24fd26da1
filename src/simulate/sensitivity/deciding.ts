import { periodKey } from '#base/period.ts'
import { addDays } from '#base/plainDate.ts'
import { add, compare, multiply, ONE, type Rational, rational, ZERO } from '#base/rational.ts'
import {
  compile,
  type Evaluation,
  type LeafTrace,
  type Scorer,
  type ScoreSheet,
  tracesOf,
  waits,
} from '#engine/index.ts'
import { domainOfMeasure, type Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import { finenessOf } from '../fineness.ts'
import { dayFactOf, factOf, numberOfFact } from '../plan/lever.ts'
import { supposedFact } from '../supposedFact.ts'

/** A fact that decides who of two neighbours stands first: the smallest change of it that turns them. */
export interface DecidingFact {
  /** Who stands first as things are, and who right after. */
  readonly first: ScoreSheet
  readonly second: ScoreSheet
  readonly measure: Measure
  readonly fact: Fact
  /** Whether it waits for verification, and so counts for nothing yet. */
  readonly waits: boolean
  /** What it would have to be; the same where it only has to be verified. */
  readonly becomes: Fact
  /** How many of its measure's steps that is from what was reported; days, of a day. */
  readonly steps: number
}

/**
 * For each two of a cohort who stand next to each other with different ranks, the fact of either that turns them with the fewest steps; and every
 * fact that waits for verification and would turn them. What waits comes first, then fewer steps. Tried are the facts that are read: of a
 * measure its newest, and all that wait.
 *
 * Up to eight steps all values are tried; beyond, twice as many each time until the two turn, and then the fewest between: a larger change that
 * turns them back is not looked for.
 */
export function decidingFacts(
  sheets: readonly ScoreSheet[],
  evaluation: Evaluation,
): readonly DecidingFact[] {
  const ranked = sheets.filter(({ rank }) => rank !== undefined)
  // What others of the commune come to by it is not asked.
  const levels = ranked.slice(0, 1).map(({ entrant }) => entrant.level)
  const scorer = compile({ ...evaluation, program: { ...evaluation.program, levels } })
  scorer.run()
  const ranks = ranksIn(scorer)
  const read = new Map(ranked.map((sheet) => [sheet, factsRead(sheet, evaluation)]))
  return ranked
    .slice(1)
    .flatMap((second, index): readonly DecidingFact[] => {
      const first = ranked[index] as ScoreSheet
      if (first.rank === second.rank) return []
      const turns = (): boolean => {
        const [one, other] = [ranks(first), ranks(second)]
        return other !== undefined && (one === undefined || other < one)
      }
      const found = [first, second].flatMap((sheet) =>
        (read.get(sheet) ?? []).flatMap(({ fact, measure }) => {
          const turned = smallestTurn({ fact, measure, evaluation, scorer, turns })
          return turned ? [{ first, second, measure, fact, waits: waits(fact, measure), ...turned }] : []
        }),
      )
      const [nearest] = found.filter((one) => !one.waits).toSorted((one, other) => one.steps - other.steps)
      return [...found.filter((one) => one.waits), ...(nearest ? [nearest] : [])]
    })
    .toSorted((one, other) => Number(other.waits) - Number(one.waits) || one.steps - other.steps)
}

function ranksIn({ levels }: Scorer): (sheet: ScoreSheet) => number | undefined {
  return ({ entrant }) => {
    const level = levels.find(({ scope }) => scope.population.level === entrant.level)
    const at = level?.scope.population.at.get(entrant.id)
    return at === undefined ? undefined : level?.rankOf(at).rank
  }
}

interface FactRead {
  readonly fact: Fact
  readonly measure: Measure
}

/** The entrant's own facts that its criteria read: of each measure the newest, and whatever waits. */
function factsRead({ entrant, nodes }: ScoreSheet, { facts }: Evaluation): readonly FactRead[] {
  const measures = new Map(
    tracesOf(nodes)
      .filter((trace): trace is LeafTrace => trace.kind === 'leaf')
      .flatMap(({ inputs }) => inputs.map(({ measure }) => [measure.name.text, measure] as const)),
  )
  return [...measures.values()].flatMap((measure) => {
    const own = facts.facts(entrant.id, measure.name.text)
    const newest = own.findLast((fact) => !waits(fact, measure))
    return own
      .filter((fact) => fact === newest || waits(fact, measure))
      .map((fact): FactRead => ({ fact, measure }))
  })
}

interface Search extends FactRead {
  readonly evaluation: Evaluation
  readonly scorer: Scorer
  /** Whether the two have turned, as things are scored now. */
  readonly turns: () => boolean
}

/** How many steps are all tried. */
const NEAR = 8
/** Nobody errs by more. */
const FAR = 1 << 20

function smallestTurn(search: Search): Pick<DecidingFact, 'becomes' | 'steps'> | undefined {
  const { fact, scorer, turns } = search
  const otherwise = otherwiseBy(search)
  const turnsAt = (steps: number): boolean | undefined => {
    const changed = otherwise(steps)
    return changed && scorer.change(changed) ? turns() : undefined
  }
  try {
    if (waits(fact, search.measure) && turnsAt(0)) return { becomes: verified(fact), steps: 0 }
    const found = [fewest(turnsAt, 1), fewest(turnsAt, -1)].filter((steps) => steps !== undefined)
    const [best] = found.toSorted((one, other) => Math.abs(one) - Math.abs(other))
    const becomes = best === undefined ? undefined : otherwise(best)
    return becomes && best !== undefined ? { becomes, steps: Math.abs(best) } : undefined
  } finally {
    scorer.change(fact)
  }
}

function fewest(turnsAt: (steps: number) => boolean | undefined, way: 1 | -1): number | undefined {
  for (let steps = 1; steps <= NEAR; steps++) {
    const turned = turnsAt(steps * way)
    if (turned) return steps * way
    if (turned === undefined) return undefined
  }
  let [below, above] = [NEAR, NEAR * 2]
  for (; above <= FAR; [below, above] = [above, above * 2]) {
    const turned = turnsAt(above * way)
    if (turned) break
    // Past what the measure can be: the last value it can be may still turn them.
    if (turned === undefined) {
      const last = lastPossible(turnsAt, below, above, way)
      if (!turnsAt(last * way)) return undefined
      above = last
      break
    }
  }
  if (above > FAR) return undefined
  while (above - below > 1) {
    const middle = (above + below) >> 1
    if (turnsAt(middle * way)) above = middle
    else below = middle
  }
  return above * way
}

function lastPossible(
  turnsAt: (steps: number) => boolean | undefined,
  possible: number,
  impossible: number,
  way: 1 | -1,
): number {
  let [low, high] = [possible, impossible]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (turnsAt(middle * way) === undefined) high = middle
    else low = middle
  }
  return low
}

/** The fact so many steps otherwise, and verified; `undefined` where the measure cannot be that. */
function otherwiseBy({ fact, measure, evaluation }: Search): (steps: number) => Fact | undefined {
  const { value } = fact
  const slot = { entrant: fact.entrant, period: fact.period, expected: fact, low: ZERO, high: undefined }
  if (value.kind === 'date')
    return (steps) =>
      steps === 0 ? verified(fact) : dayFactOf({ measure }, slot, addDays(value.date, steps))
  const start = numberOfFact(fact, measure)
  if (!start) return () => undefined
  const { low, high, step } = boundsOf({ fact, measure, evaluation }, start)
  return (steps) => {
    if (steps === 0) return verified(fact)
    const number = add(start, multiply(step, rational(BigInt(steps))))
    const isOut = (low && compare(number, low) < 0) || (high && compare(number, high) > 0)
    return isOut ? undefined : factOf({ measure }, slot, number)
  }
}

interface Bounds {
  readonly low: Rational | undefined
  readonly high: Rational | undefined
  readonly step: Rational
}

/** What is declared; a part is no larger than its whole of the same period, and a whole no smaller than its parts. */
function boundsOf(
  { fact, measure, evaluation }: Pick<Search, 'fact' | 'measure' | 'evaluation'>,
  start: Rational,
): Bounds {
  const { type } = measure
  if (type?.kind === 'levels') return { low: ZERO, high: rational(BigInt(type.names.length - 1)), step: ONE }
  const domain = domainOfMeasure(measure)
  if (domain?.kind !== 'number') return { low: ZERO, high: ONE, step: ONE }
  const numberIn = (of: Measure | undefined): readonly Rational[] => {
    const facts = of ? evaluation.facts.facts(fact.entrant, of.name.text) : []
    const found = facts.find((one) => periodKey(one.period) === periodKey(fact.period))
    const number = of && numberOfFact(found, of)
    return number ? [number] : []
  }
  const { measures } = evaluation.program
  const parts = [...measures.values()].filter(({ partOf }) => partOf?.text === measure.name.text)
  const lows = [domain.interval.low?.at ?? [], parts.flatMap(numberIn)].flat()
  const highs = [domain.interval.high?.at ?? [], numberIn(measures.get(measure.partOf?.text ?? ''))].flat()
  return {
    low: lows.toSorted(compare).at(-1),
    high: highs.toSorted(compare)[0],
    step: domain.step ?? finenessOf([start], measure),
  }
}

function verified(fact: Fact): Fact {
  return supposedFact(fact, fact.value, fact.written, fact.label)
}

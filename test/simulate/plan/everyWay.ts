import fc from 'fast-check'
import { periodKey, periodOf } from '#base/period.ts'
import { addDays, type PlainDate } from '#base/plainDate.ts'
import { add, compare, divide, multiply, type Rational, rational, subtract, ZERO } from '#base/rational.ts'
import { bindFacts, type Evaluation, loadProgram, programOn, trialOf } from '#engine/index.ts'
import { type Dossier, readDossier } from '#records/dossier.ts'
import type { Effort } from '#records/effort.ts'
import type { Fact } from '#records/fact.ts'
import type { Ground } from '#simulate/plan/findLevers.ts'
import {
  dayFactOf,
  factOf,
  type Lever,
  numberOfFact,
  type Option,
  unitOfEffort,
} from '#simulate/plan/lever.ts'
import { projectFacts } from '#simulate/projection.ts'
import type { Model } from '../../reference/model.ts'
import { writeRulebook } from '../../reference/write.ts'
import { writeDossier } from '../../reference/writeDossier.ts'

/** More than that is not gone through one by one. */
export const MOST_WAYS = 3_000

/** What a case is planned with besides its rulebook and its facts. */
export interface Choice {
  /** How many days after the day of the score are looked forward to. */
  readonly ahead: number
  readonly carriedOn: boolean
  readonly whose: number
  readonly efforts: readonly number[]
  readonly most: number
  readonly goal: 'points' | 'class' | 'rank' | 'pass'
  readonly which: number
  readonly lift: number
}

export const asked: fc.Arbitrary<Choice> = fc.record({
  ahead: fc.constantFrom(31, 62, 92),
  carriedOn: fc.boolean(),
  whose: fc.nat(9),
  efforts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 30 }),
  most: fc.integer({ min: 1, max: 3 }),
  goal: fc.constantFrom('points' as const, 'class' as const, 'rank' as const, 'pass' as const),
  which: fc.nat(9),
  lift: fc.constantFrom(1, 2, 4, 9),
})

/** A random rulebook with its facts, as a plan is made from; `undefined` where there is nobody to plan for. */
export function groundOf(given: Model, choice: Choice): Omit<Ground, 'asks'> | undefined {
  const loaded = loadProgram({ name: 'r.thidua', text: writeRulebook(given.rulebook) })
  if (!loaded.ok) return undefined
  const texts = writeDossier(given.dossier, given.rulebook.measures)
  const read = readDossier({
    entrants: { name: 'entrants.csv', text: texts.entrants },
    facts: { name: 'facts.csv', text: texts.facts },
  })
  if (!read.ok) return undefined
  const since = given.asOf
  const ahead = addDays(since, choice.ahead)
  const program = programOn(loaded.value, ahead)
  const outlook = { program: loaded.value, dossier: read.value, asOf: since, horizon: ahead }
  const facts = [...read.value.facts, ...projectFacts(outlook, choice.carriedOn ? 'all' : 'none')]
  const bound = bindFacts(loaded.value, { ...read.value, facts })
  if (!bound.ok) return undefined
  const scored = read.value.entrants.filter(({ level }) => program.levels.includes(level))
  const entrant = scored[choice.whose % scored.length]
  if (!entrant) return undefined
  const evaluation: Evaluation = { program, facts: bound.value, asOf: ahead }
  const efforts = [...loaded.value.measures.values()].map((measure, index): Effort => {
    const isShare = measure.type?.kind === 'ratio'
    const unit = isShare ? rational(1n, 2n) : (measure.step?.value ?? rational(1n))
    return {
      measure: measure.name.text,
      effort: rational(BigInt(choice.efforts[index % 30] ?? 1)),
      most: multiply(unit, rational(BigInt(choice.most))),
      step: measure.type?.kind === 'levels' || measure.type?.kind === 'flag' ? undefined : unit,
      label: () => ({ source: { name: '', text: '' }, span: { start: 0, end: 0 }, text: '' }),
    }
  })
  return { trial: trialOf(entrant, evaluation), since, reported: read.value.facts, efforts }
}

/** Every way to report every open period of a lever, none left out. */
export function waysOf(lever: Lever, since: PlainDate): readonly Option[] {
  const { measure, slots, step, effort } = lever
  const untouched: Option = { changed: [], effort: ZERO }
  if (measure.type?.kind === 'date') {
    return [
      untouched,
      ...slots.flatMap((slot) =>
        Array.from({ length: 92 }, (_, days) => addDays(since, days + 1))
          .filter((day) => periodKey(periodOf(day, slot.period.frequency)) === periodKey(slot.period))
          .map((date): Option => ({ changed: [dayFactOf(lever, slot, date)], effort })),
      ),
    ]
  }
  let ways: readonly Option[] = [{ changed: [], effort: ZERO }]
  for (const slot of slots) {
    const expected = numberOfFact(slot.expected, measure) ?? ZERO
    const high = slot.high
    if (!high) return Array.from({ length: MOST_WAYS + 1 }, () => untouched)
    const start = compare(expected, slot.low) < 0 ? slot.low : compare(expected, high) > 0 ? high : expected
    const values: Rational[] = []
    for (let value = start; compare(value, high) <= 0; value = add(value, step)) values.push(value)
    for (let value = subtract(start, step); compare(value, slot.low) >= 0; value = subtract(value, step))
      values.push(value)
    ways = ways.flatMap((way) =>
      values.map((value): Option => {
        const moved = compare(value, expected) < 0 ? subtract(expected, value) : subtract(value, expected)
        return {
          changed: [...way.changed, factOf(lever, slot, value)],
          effort: add(way.effort, multiply(effort, divide(moved, unitOfEffort(measure)))),
        }
      }),
    )
    if (ways.length > MOST_WAYS) return ways
  }
  return [untouched, ...ways]
}

/** The table of facts made anew with the changed ones. */
export function replaced({ facts, program }: Evaluation, changed: readonly Fact[]): Evaluation['facts'] {
  const isSame = (left: Fact, right: Fact): boolean =>
    left.entrant === right.entrant &&
    left.measure === right.measure &&
    left.period.year === right.period.year &&
    left.period.index === right.period.index
  const all = facts.entrants.flatMap(({ id }) =>
    [...program.measures.keys()].flatMap((measure) => facts.facts(id, measure)),
  )
  const dossier: Dossier = {
    entrants: facts.entrants,
    facts: [...all.filter((fact) => !changed.some((one) => isSame(one, fact))), ...changed],
  }
  const bound = bindFacts(program, dossier)
  if (!bound.ok) throw new Error('what is supposed fits the rulebook')
  return bound.value
}

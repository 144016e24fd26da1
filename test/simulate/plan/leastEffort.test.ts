import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodKey, periodOf } from '#base/period.ts'
import { addDays, type PlainDate } from '#base/plainDate.ts'
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  toExactText,
  ZERO,
} from '#base/rational.ts'
import {
  bindFacts,
  cohortOf,
  type Evaluation,
  loadProgram,
  programOn,
  score,
  trialOf,
} from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { readDossier } from '#records/dossier.ts'
import type { Effort } from '#records/effort.ts'
import type { Fact } from '#records/fact.ts'
import { findLevers, type Ground } from '#simulate/plan/findLevers.ts'
import { asksOf, classTitles, type Goal, meets } from '#simulate/plan/goal.ts'
import {
  dayFactOf,
  factOf,
  type Lever,
  numberOfFact,
  type Option,
  unitOfEffort,
} from '#simulate/plan/lever.ts'
import { type Planned, planFor } from '#simulate/plan/plan.ts'
import { projectFacts } from '#simulate/projection.ts'
import { model } from '../../reference/generate/models.ts'
import type { Model } from '../../reference/model.ts'
import { writeRulebook } from '../../reference/write.ts'
import { writeDossier } from '../../reference/writeDossier.ts'

/** How many rulebooks are planned for: `CASES=3000` for a long run. */
const CASES = Number(process.env['CASES'] ?? 400)
const SEED = process.env['SEED'] === undefined ? undefined : Number(process.env['SEED'])

/** More than that is not gone through one by one. */
const MOST_WAYS = 3_000

/** What a case is planned with besides its rulebook and its facts. */
const asked = fc.record({
  /** How many days after the day of the score are looked forward to. */
  ahead: fc.constantFrom(31, 62, 92),
  carriedOn: fc.boolean(),
  whose: fc.nat(9),
  efforts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 30 }),
  most: fc.integer({ min: 1, max: 3 }),
  goal: fc.constantFrom('points' as const, 'class' as const, 'rank' as const, 'pass' as const),
  which: fc.nat(9),
  lift: fc.constantFrom(1, 2, 4, 9),
})

test('a plan takes the least effort of all ways, tried one by one', () => {
  const tally = { compared: 0, reached: 0, unreachable: 0, ways: 0 }
  const property = fc.property(fc.noShrink(model), asked, (given, choice) => {
    const ground = groundOf(given, choice)
    if (!ground) return
    const goal = goalOf(ground, choice)
    if (!goal) return
    const { levers } = findLevers({ ...ground, asks: asksOf(goal, ground.trial.evaluation.program) })
    const ways = levers.map((lever) => waysOf(lever, ground.since))
    const count = ways.reduce((product, own) => product * own.length, 1)
    if (levers.length === 0 || count > MOST_WAYS) return
    const planned = planFor(ground, goal)
    const found = least(ground, goal, ways)
    tally.compared++
    tally.ways += count
    tally.reached += Number(planned.kind === 'reached')
    tally.unreachable += Number(planned.kind === 'unreachable')
    const [expected, answer] = [found.effort, told(planned).effort]
    if (expected !== answer) throw new Error(report(ground, goal, given, choice, expected, answer))
  })
  fc.assert(property, {
    numRuns: CASES,
    ...(SEED === undefined ? {} : { seed: SEED }),
    endOnFailure: true,
    reporter,
  })
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(tally.reached).toBeGreaterThan(CASES / 50)
  expect(tally.unreachable).toBeGreaterThan(CASES / 50)
}, 3_600_000)

/** The case as an author would write it, and how the two differ. */
function report(
  { trial }: Omit<Ground, 'asks'>,
  goal: Goal,
  given: Model,
  choice: Choice,
  expected: string | undefined,
  answer: string | undefined,
): string {
  const { entrants, facts } = writeDossier(given.dossier, given.rulebook.measures)
  const wanted = JSON.stringify(goal, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  return [
    `least effort: ${expected}, planned: ${answer}`,
    `${trial.entrant.id}: ${wanted} ${goal.kind === 'points' ? toExactText(goal.points) : ''}`,
    JSON.stringify(given.asOf),
    JSON.stringify(choice),
    writeRulebook(given.rulebook),
    entrants,
    facts,
  ].join('\n')
}

function reporter(details: fc.RunDetails<[Model, Choice]>): void {
  if (!details.failed) return
  const { seed, numRuns, errorInstance } = details
  const why =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : `${errorInstance}`
  throw new Error(`seed ${seed}, run ${numRuns} (SEED=${seed} CASES=${numRuns})\n${why}`)
}

type Choice = typeof asked extends fc.Arbitrary<infer One> ? One : never

function groundOf(given: Model, choice: Choice): Omit<Ground, 'asks'> | undefined {
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

function goalOf({ trial }: Omit<Ground, 'asks'>, { goal, which, lift }: Choice): Goal | undefined {
  const { program } = trial.evaluation
  const { own, sheets } = trial.cohort([])
  switch (goal) {
    case 'points':
      return {
        kind: 'points',
        points: add(own.total ?? ZERO, divide(program.scale, rational(BigInt(lift) * 4n))),
      }
    case 'class': {
      const titles = classTitles(program)
      const title = titles[which % Math.max(1, titles.length)]
      return title === undefined ? undefined : { kind: 'class', title }
    }
    case 'rank':
      return { kind: 'rank', rank: (which % sheets.length) + 1 }
    case 'pass': {
      const other = sheets[which % sheets.length]
      return other && other !== own ? { kind: 'pass', entrant: other.entrant.id } : undefined
    }
  }
}

/** Every way to report every open period of a lever, none left out. */
function waysOf(lever: Lever, since: PlainDate): readonly Option[] {
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

interface Least {
  readonly effort: string | undefined
}

/** The least effort of all ways that reach the goal, each scored for everyone from the facts alone. */
function least({ trial }: Omit<Ground, 'asks'>, goal: Goal, ways: readonly (readonly Option[])[]): Least {
  const { entrant, evaluation } = trial
  const { program } = evaluation
  let best: Rational | undefined
  const at = ways.map(() => 0)
  for (;;) {
    const chosen = at.map((place, index) => ways[index]?.[place])
    const effort = sum(chosen.map((option) => option?.effort ?? ZERO))
    if (!best || compare(effort, best) < 0) {
      const changed = chosen.flatMap((option) => option?.changed ?? [])
      const sheets = score({ ...evaluation, facts: replaced(evaluation, changed) })
      const cohort = sheets.filter((sheet) => cohortOf(sheet.entrant, program) === cohortOf(entrant, program))
      const own = cohort.find((sheet) => sheet.entrant.id === entrant.id)
      if (own && meets({ own, sheets: cohort }, goal, program)) best = effort
    }
    let index = 0
    while (index < at.length && (at[index] ?? 0) + 1 === (ways[index]?.length ?? 0)) at[index++] = 0
    if (index === at.length) return { effort: best && toExactText(best) }
    at[index] = (at[index] ?? 0) + 1
  }
}

/** The table of facts made anew with the changed ones. */
function replaced({ facts, program }: Evaluation, changed: readonly Fact[]): Evaluation['facts'] {
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

function told(planned: Planned): Least {
  switch (planned.kind) {
    case 'already':
      return { effort: '0' }
    case 'reached':
      return { effort: planned.plans[0] && toExactText(planned.plans[0].effort) }
    case 'unreachable':
      return { effort: undefined }
    case 'tooMany':
    case 'endless':
      return { effort: planned.kind }
  }
}

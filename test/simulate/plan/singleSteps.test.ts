import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  toExactText,
  ZERO,
} from '#base/rational.ts'
import { score } from '#engine/index.ts'
import { findLevers } from '#simulate/plan/findLevers.ts'
import { unitOfEffort } from '#simulate/plan/lever.ts'
import { bestOf, singleSteps } from '#simulate/plan/singleSteps.ts'
import { model } from '../../reference/generate/models.ts'
import { writeRulebook } from '../../reference/write.ts'
import { asked, groundOf, MOST_WAYS, replaced, waysOf } from './everyWay.ts'

const CASES = Number(process.env['CASES'] ?? 150)
const SEED = process.env['SEED'] === undefined ? undefined : Number(process.env['SEED'])

interface Worth {
  readonly gain: Rational
  readonly effort: Rational
}

const NOTHING: Worth = { gain: ZERO, effort: ONE }

const byWorth = (left: Worth, right: Worth): number =>
  compare(multiply(right.gain, left.effort), multiply(left.gain, right.effort))

const worthText = ({ gain, effort }: Worth): string => `${toExactText(gain)} for ${toExactText(effort)}`

test('of each measure the single step that brings most for its effort, of all ways to move it, tried one by one', () => {
  const tally = { levers: 0, steps: 0, ways: 0 }
  const property = fc.property(fc.noShrink(model), asked, (given, choice) => {
    const ground = groundOf(given, choice)
    if (!ground) return
    const { entrant, evaluation } = ground.trial
    const pointsOn = (facts: typeof evaluation.facts): Rational =>
      score({ ...evaluation, facts }).find((sheet) => sheet.entrant.id === entrant.id)?.total ?? ZERO
    const expected = pointsOn(evaluation.facts)
    const { levers } = findLevers({ ...ground, asks: { standing: false, others: false } })
    const own = levers.filter(({ slots }) => slots.every((slot) => slot.entrant === entrant.id))
    const best = own.map((lever) => ({ lever, ways: waysOf(lever, ground.since) }))
    if (best.some(({ ways }) => ways.length > MOST_WAYS)) return
    const found = singleSteps(ground)
    const told = new Map(found.map((step) => [step.options[0]?.changed[0]?.measure, step]))
    for (const { lever, ways } of best) {
      const tried = ways.map(({ changed, effort }): Worth => {
        const points = changed.length === 0 ? expected : pointsOn(replaced(evaluation, changed))
        return { gain: subtract(points, expected), effort }
      })
      const step = multiply(lever.effort, divide(lever.step, unitOfEffort(lever.measure)))
      const gaining = tried.filter(({ gain }) => compare(gain, ZERO) > 0)
      const most = bestOf(gaining, step) ?? NOTHING
      const answer = told.get(lever.measure.name.text) ?? NOTHING
      tally.levers++
      tally.ways += ways.length
      if (byWorth(answer, most) !== 0 || compare(answer.gain, most.gain) !== 0)
        throw new Error(
          `${entrant.id} ${lever.measure.name.text}: ${worthText(answer)}, by hand ${worthText(most)}\n${writeRulebook(given.rulebook)}`,
        )
    }
    tally.steps += found.length
    expect(found.toSorted(byWorth)).toEqual(found)
  })
  fc.assert(property, { numRuns: CASES, endOnFailure: true, ...(SEED === undefined ? {} : { seed: SEED }) })
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(tally.steps).toBeGreaterThan(CASES / 10)
}, 3_600_000)

test.each([
  [
    'one household short of the target',
    [
      [10, 5],
      [11, 5.4],
    ],
    11,
  ],
  [
    'a step further for hardly anything',
    [
      [1, 5],
      [2, 5.01],
    ],
    1,
  ],
  [
    'two steps further',
    [
      [10, 5],
      [12, 5.9],
    ],
    10,
  ],
  [
    'what only has to be reported',
    [
      [0, 1],
      [1, 2],
    ],
    0,
  ],
  ['nothing', [], undefined],
] as const)('%s', (_, found, effort) => {
  const exact = (value: number): Rational => rational(BigInt(Math.round(value * 100)), 100n)
  const best = bestOf(
    found.map(([own, gain]) => ({ effort: exact(own), gain: exact(gain) })),
    ONE,
  )
  expect(best && toExactText(best.effort)).toBe(effort === undefined ? undefined : `${effort}`)
})

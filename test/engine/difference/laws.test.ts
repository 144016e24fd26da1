import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains } from '#base/interval.ts'
import { compare, equals, type Rational, rational, toExactText } from '#base/rational.ts'
import { applyRule } from '#engine/applyRule.ts'
import type { PointsChange } from '#engine/difference/difference.ts'
import { compareRulebooks, type Program } from '#engine/index.ts'
import { leavesOf } from '#engine/program.ts'
import { programFrom, programIn } from '../../support/difference.ts'
import { ROOT } from '../../support/files.ts'
import { noisy } from '../../support/noise.ts'

const MOST = 25

/** Whole numbers from 0 to 25, or any number between. */
const measure = (whole: boolean): string =>
  `số liệu bài "Tin bài": ${whole ? 'số nguyên' : 'số thập phân'} bài, hằng năm, từ 0 đến ${MOST}`

const points = fc.constantFrom('0 điểm', '2 điểm', '1/2 điểm tối đa', '5 điểm', 'trừ 1 điểm', 'điểm tối đa')
const steps = fc.integer({ min: 1, max: 4 })

/** A table that leaves nothing out, its lines in any order, its bounds said in any of the ways there are. */
const tiers = (whole: boolean): fc.Arbitrary<string> =>
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: MOST }), { minLength: 1, maxLength: 4 }), points)
    .chain(([thresholds, rest]) => {
      const from = thresholds.toSorted((left, right) => left - right)
      const line = (low: number, high: number | undefined): fc.Arbitrary<string> => {
        if (high === undefined) {
          const forms = [`từ ${low} trở lên`, ...(whole ? [`trên ${low - 1}`] : [])]
          return fc.tuple(fc.constantFrom(...forms), points).map((parts) => parts.join(': '))
        }
        const forms = [`từ ${low} đến dưới ${high}`, ...(whole ? [`từ ${low} đến ${high - 1}`] : [])]
        return fc.tuple(fc.constantFrom(...forms), points).map((parts) => parts.join(': '))
      }
      const lines = fc.tuple(...from.map((low, index) => line(low, from[index + 1])))
      return lines
        .chain((all) => fc.shuffledSubarray([...all, `còn lại: ${rest}`], { minLength: all.length + 1 }))
        .map((all) => all.join('\n'))
    })

const proportion = fc
  .tuple(fc.integer({ min: 1, max: MOST }), fc.constantFrom('', ', dưới 50% chỉ tiêu thì 0 điểm'))
  .map(([target, floor]) => `chỉ tiêu ${target} bài\nchấm theo tỷ lệ đạt chỉ tiêu${floor}`)

const items = fc
  .tuple(
    steps,
    fc.constantFrom('được 1 điểm', 'được 1/3 điểm tối đa', 'được 0,75 điểm', 'trừ 2 điểm', 'trừ 0,5 điểm'),
    fc.constantFrom('không quá 3 điểm', 'không quá điểm tối đa', 'không quá 5 điểm'),
  )
  .map(([step, given, limit]) => `mỗi ${step} bài ${given}, ${limit}`)

const rule = (whole: boolean) => fc.oneof({ weight: 3, arbitrary: tiers(whole) }, proportion, items)

const pair = fc
  .boolean()
  .chain((whole) => fc.record({ whole: fc.constant(whole), old: rule(whole), now: rule(whole) }))

const programOf = (whole: boolean, body: string): Program =>
  programFrom(`${measure(whole)}\ntiêu chí 1 "Thử" tối đa 10 điểm\ngiá trị = bài\n${body}`)

/** What the engine gives for the value. */
function pointsFor({ nodes }: Program, value: Rational): Rational {
  const [leaf] = leavesOf(nodes)
  if (!leaf || leaf.rule.kind === 'parts' || leaf.value?.kind !== 'number')
    throw new Error('one rule by number')
  const { domain } = leaf.value
  const measured = { kind: 'number', value, domain, quotient: undefined, finished: undefined } as const
  return applyRule(leaf.rule, measured, leaf, undefined).points
}

function regionsBetween(old: Program, now: Program) {
  const { changes } = compareRulebooks(old, now)
  const regions = changes.filter((change) => change.kind === 'points')
  // Rules by number can always be held against each other.
  expect(changes.filter(({ kind }) => kind === 'rule')).toEqual([])
  return regions.map((region) => {
    if (region.values.kind !== 'range') throw new Error('values of a number are a range')
    return { ...region, interval: region.values.interval }
  })
}

/** Values that can occur: all whole numbers, or quarters, on every side of every bound. */
const valuesOf = (whole: boolean): readonly Rational[] =>
  Array.from({ length: (whole ? 1 : 4) * MOST + 1 }, (_, index) => rational(BigInt(index), whole ? 1n : 4n))

describe('regions', () => {
  test('hold a value if and only if its points differ, once', () => {
    fc.assert(
      fc.property(pair, ({ whole, old, now }) => {
        const [before, after] = [programOf(whole, old), programOf(whole, now)]
        const regions = regionsBetween(before, after)
        for (const value of valuesOf(whole)) {
          const differs = !equals(pointsFor(before, value), pointsFor(after, value))
          const held = regions.filter(({ interval }) => contains(interval, value)).length
          expect(held, `${toExactText(value)}\n${old}\n→\n${now}`).toBe(differs ? 1 : 0)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('are told with the points that the engine gives', () => {
    fc.assert(
      fc.property(pair, ({ whole, old, now }) => {
        const [before, after] = [programOf(whole, old), programOf(whole, now)]
        for (const { interval, example, old: given, new: givenNow } of regionsBetween(before, after)) {
          if (typeof example.value === 'boolean') throw new Error('a number is no flag')
          expect(contains(interval, example.value)).toBe(true)
          const [from, to] = [pointsFor(before, example.value), pointsFor(after, example.value)]
          expect(texts(example.old, example.new)).toEqual(texts(from, to))
          expect(toExactText(from)).not.toBe(toExactText(to))
          for (const value of valuesOf(whole).filter((one) => contains(interval, one))) {
            const [earlier, later] = [pointsFor(before, value), pointsFor(after, value)]
            expectGiven(given, earlier, old)
            expectGiven(givenNow, later, now)
            // Who reads of an example is not told more where there is less.
            expect(Math.sign(compare(later, earlier))).toBe(Math.sign(compare(to, from)))
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('are the same from the other side', () => {
    fc.assert(
      fc.property(pair, ({ whole, old, now }) => {
        const [before, after] = [programOf(whole, old), programOf(whole, now)]
        const turned = regionsBetween(after, before).map((region) => ({
          ...told(region),
          old: told(region).new,
          new: told(region).old,
        }))
        expect(regionsBetween(before, after).map(told)).toEqual(turned)
      }),
      { numRuns: 200 },
    )
  })
})

function texts(...all: readonly (Rational | undefined)[]): readonly (string | undefined)[] {
  return all.map((points_) => points_ && toExactText(points_))
}

function expectGiven(given: PointsChange['old'], actual: Rational, body: string): void {
  // Tiers are always told by their points; ladders and proportions may be told in words.
  expect(/mỗi|tỷ lệ/.test(body) ? ['points', 'formula'] : ['points']).toContain(given.kind)
  if (given.kind === 'points') expect(toExactText(actual)).toBe(toExactText(given.points))
}

function told({
  interval: { low, high },
  old,
  new: now,
  example,
}: ReturnType<typeof regionsBetween>[number]) {
  const side = (given: PointsChange['old']): string =>
    given.kind === 'points' ? toExactText(given.points) : given.kind
  const value = typeof example.value === 'boolean' ? example.value : toExactText(example.value)
  return {
    low: low && [toExactText(low.at), low.after],
    high: high && [toExactText(high.at), high.after],
    old: side(old),
    new: side(now),
    value,
  }
}

const files = ['rules', 'test/corpus/good'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.thidua'))
    .map((file) => join(folder, file)),
)

describe('a rulebook and itself', () => {
  test.each(files)('%s: nothing, however it was typed', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const program = programIn(text)
    expect(compareRulebooks(program, program).changes).toEqual([])
    fc.assert(
      fc.property(noisy(text), (typed) => {
        expect(compareRulebooks(program, programIn(typed)).changes).toEqual([])
      }),
      { numRuns: 3 },
    )
  })
})

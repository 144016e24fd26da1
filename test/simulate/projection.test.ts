import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { periodKey } from '#base/period.ts'
import { parseIsoDate } from '#base/plainDate.ts'
import { compare, divide, multiply, type Rational, rational, sum } from '#base/rational.ts'
import { bindFacts } from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { type Outlook, type Pace, projectFacts } from '#simulate/projection.ts'
import { type Case, dossierOf, programOf } from '../support/scoring.ts'

const YEAR_END = { year: 2026, month: 12, day: 31 }

const RULES = `số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
  số liệu hộ "Số hộ": số nguyên hộ, hằng tháng, mới nhất
  số liệu tin_đạt "Tin đạt": số nguyên bài, hằng tháng, cộng dồn, là một phần của bài
  tiêu chí 1 "Tin" tối đa 5 điểm
    giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Hộ" tối đa 5 điểm
    giá trị = hộ; chỉ tiêu 10 hộ; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 3 "Đạt" tối đa 5 điểm
    giá trị = tin_đạt; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`

function outlookOf(given: Case, asOf: string): Outlook {
  const day = parseIsoDate(asOf)
  if (!day) throw new Error(`${asOf} is no day`)
  const scaled = { ...given, scale: '15' }
  return { program: programOf(scaled), dossier: dossierOf(scaled), asOf: day, horizon: YEAR_END }
}

/** Facts of months from January on, a value a month. */
function monthly(measure: string, values: readonly (number | string)[]): string {
  return values
    .map((value, index) => `v1,${measure},2026-${`${index + 1}`.padStart(2, '0')},${value}`)
    .join('\n')
}

function valuesOf(outlook: Outlook, pace: Pace, measure: string): readonly Rational[] {
  return projectFacts(outlook, pace).flatMap((fact) =>
    fact.measure === measure && fact.value.kind === 'number' ? [fact.value.value] : [],
  )
}

const whole = (...values: readonly number[]): readonly Rational[] =>
  values.map((value) => rational(BigInt(value)))

describe('the periods to come', () => {
  test.each([
    ['at the mean so far, in whole steps', 'all', [1, 2, 1, 2, 1, 2, 1, 2, 1, 2], '2026-10-31', [1, 2]],
    ['at the mean of the last three', 'lastThree', [9, 9, 9, 9, 9, 9, 9, 1, 1, 1], '2026-10-31', [1, 1]],
    ['nothing is supposed', 'none', [1, 2, 3], '2026-03-31', []],
    ['the year is over', 'all', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], '2026-12-31', []],
    ['last year is not known', 'lastYear', [1, 2, 3], '2026-03-31', []],
  ] as const)('%s', (_, pace, values, asOf, expected) => {
    const outlook = outlookOf({ rules: RULES, facts: monthly('bài', values) }, asOf)
    expect(valuesOf(outlook, pace, 'bài')).toEqual(whole(...expected))
  })

  test('what is no sum stays as it last was', () => {
    const outlook = outlookOf({ rules: RULES, facts: monthly('hộ', [5, 9, 7]) }, '2026-10-31')
    expect(valuesOf(outlook, 'all', 'hộ')).toEqual(whole(7, 7))
  })

  test('a month that is reported ahead is left as it is', () => {
    const facts = `${monthly('bài', [2, 2, 2, 2, 2, 2, 2, 2, 2, 2])}\nv1,bài,2026-12,9`
    const projected = projectFacts(outlookOf({ rules: RULES, facts }, '2026-10-31'), 'all')
    expect(projected.map(({ period }) => periodKey(period))).toEqual(['2026-11'])
  })

  test('a part never exceeds its whole, and their sums are the means times the months, rounded down', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 11 }), (pairs) => {
        const wholes = pairs.map(([left, right]) => Math.max(left, right))
        const parts = pairs.map(([left, right]) => Math.min(left, right))
        const facts = `${monthly('bài', wholes)}\n${monthly('tin_đạt', parts)}`
        const months = pairs.length
        const outlook = outlookOf({ rules: RULES, facts }, `2026-${`${months}`.padStart(2, '0')}-28`)
        const day = { ...outlook, asOf: { year: 2026, month: months, day: 31 } }
        const [ahead, below] = [valuesOf(day, 'all', 'bài'), valuesOf(day, 'all', 'tin_đạt')]
        const mean = divide(sum(whole(...wholes)), rational(BigInt(months)))
        const total = multiply(mean, rational(BigInt(12 - months)))
        expect(ahead).toHaveLength(12 - months)
        expect(compare(sum(ahead), total)).toBeLessThanOrEqual(0)
        expect(compare(total, sum([...ahead, rational(1n)]))).toBeLessThan(0)
        for (const [index, part] of below.entries())
          expect(compare(part, ahead[index] ?? rational(0n))).toBeLessThanOrEqual(0)
        expect(bindFacts(day.program, withProjected(day, 'all')).ok).toBe(true)
      }),
    )
  })
})

function withProjected(outlook: Outlook, pace: Pace): Dossier {
  const { dossier } = outlook
  return { ...dossier, facts: [...dossier.facts, ...projectFacts(outlook, pace)] }
}

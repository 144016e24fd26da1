import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, type Rational, rational, subtract, toExactText } from '#base/rational.ts'
import { type LeafTrace, leavesIn } from '#engine/index.ts'
import { scoreCase } from '../support/scoring.ts'

/** Criterion 1 of a village with so many `a` of so many `b`. */
function leafOf(lines: string, a: string, b: number): LeafTrace {
  const { sheets } = scoreCase({
    rules: `số liệu b "B": số nguyên hộ, hằng năm, từ 1
      số liệu a "A": số thập phân hộ, hằng năm, bước 0,5
      tiêu chí 1 "Một" tối đa 10 điểm, không vượt quá điểm tối đa
      ${lines}`,
    facts: `v1,a,2026,"${a}"\nv1,b,2026,${b}`,
  })
  const [leaf] = leavesIn(sheets[0]?.nodes ?? [])
  if (!leaf) throw new Error('criterion 1 is scored')
  return leaf
}

const text = (value: Rational): string => {
  const [top = '0', bottom = '1'] = toExactText(value).split('/')
  return bottom === '1' ? top : `${Number(top) / Number(bottom)}`.replace('.', ',')
}

function nextOf({ rule }: LeafTrace) {
  return rule && 'next' in rule ? rule.next : undefined
}

const count = fc.integer({ min: 1, max: 8 })
const limit = fc.constantFrom('', ', không quá 4 điểm', ', không quá điểm tối đa')
const item = fc
  .tuple(
    fc.constantFrom('mỗi 0,5 hộ', 'mỗi hộ', 'mỗi 2 hộ'),
    fc.constantFrom('', ' thiếu so với chỉ tiêu', ' lệch so với chỉ tiêu', ' vượt chỉ tiêu'),
    fc.constantFrom('được', 'trừ'),
    count,
    limit,
  )
  .map(
    ([step, of, effect, points, most]) =>
      `giá trị = a; chỉ tiêu 4-6 hộ; ${step}${of} ${effect} ${points} điểm${most}`,
  )
const tiers = fc.constantFrom(
  'giá trị = a; từ 9 trở lên: 4 điểm; từ 5 đến dưới 9: điểm tối đa; dưới 5: 2 điểm',
  'giá trị = a / b; dưới 40%: 5 điểm; từ 40% đến 50%: điểm tối đa; trên 50%: 0 điểm',
  'giá trị = a / b; chỉ tiêu 90%; chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
  'giá trị = a / b; chỉ tiêu 90%; mỗi 0,5% thiếu so với chỉ tiêu trừ 1 điểm',
)

describe('advice', () => {
  test('following it gives what it promises', () => {
    let followed = 0
    fc.assert(
      fc.property(
        fc.oneof(item, tiers),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (lines, halves, b) => {
          const a = rational(BigInt(halves), 2n)
          const next = nextOf(leafOf(lines, text(a), b))
          if (!next) return
          const { low, high } = next.reach
          const to = next.change
            ? add(a, next.change.amount)
            : next.direction === 'up' && low
              ? low.after
                ? add(low.at, rational(1n, 2n))
                : low.at
              : high && (high.after ? high.at : subtract(high.at, rational(1n, 2n)))
          // A ratio that must go down can go there in many ways.
          if (!to || (lines.includes('a / b') && !next.change)) return
          followed++
          const then = leafOf(lines, text(to), b)
          expect(toExactText(then.points)).toBe(toExactText(next.points))
          expect(compare(then.points, leafOf(lines, text(a), b).points)).toBeGreaterThan(0)
        },
      ),
      { numRuns: 400 },
    )
    expect(followed).toBeGreaterThan(50)
  })

  test.each([
    [
      'where the next whole step lands beyond the range',
      'giá trị = a / b; từ 40% đến 45%: điểm tối đa; còn lại: 5 điểm',
      '0',
      1,
    ],
    [
      'where whoever rises moves what it is held against',
      'giá trị = a; khi bình quân trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với bình quân trong cụm',
      '4',
      5,
    ],
  ])('none %s', (_name, lines, a, b) => {
    expect(nextOf(leafOf(lines, a, b))).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import { type Rational, toExactText } from '#base/rational.ts'
import { compile, type Scorer } from '#engine/compiled/compile.ts'
import { score } from '#engine/index.ts'
import { type Case, dossierOf, scoreCase } from '../support/scoring.ts'

/** Where doubles, 32 bits or units come to their end, the compiled scorer must still say what the interpreter says. */

const text = (value: Rational | undefined): string => (value ? toExactText(value) : '–')

function expectedOf(given: Case): readonly string[] {
  return score(scoreCase(given))
    .map(
      ({ entrant, total, roundedTotal, rank }) =>
        `${entrant.id} ${text(total)} ${text(roundedTotal)} ${rank}`,
    )
    .toSorted()
}

function foundOf(scorer: Scorer): readonly string[] {
  return scorer.levels
    .flatMap((level) => level.results())
    .map(
      ({ entrant, total, roundedTotal, rank }) => `${entrant} ${text(total)} ${text(roundedTotal)} ${rank}`,
    )
    .toSorted()
}

function compiled(given: Case): Scorer {
  const scorer = compile(scoreCase(given))
  scorer.run()
  return scorer
}

/** The same for each month from January on. */
function months(count: number, value: (month: number) => string, measure = 'm', village = 'v1'): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `${village},${measure},${2026 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')},${value(at)}`,
  ).join('\n')
}

const YEAR_END = '2026-12-31'
const COARSE = ['97', '101', '103', '107', '109']

/** Five criteria whose points have so many denominators that no unit holds them. */
function coarse(maxima: readonly string[], kind = 'tiêu chí'): string {
  return maxima
    .map(
      (maximum, at) => `${kind} c${at} "C" tối đa ${maximum} điểm
        giá trị = z${at}; từ 5 trở lên: điểm tối đa; dưới 5: 1/${COARSE[at]} điểm tối đa`,
    )
    .join('\n')
}

const measures = (count: number): string =>
  Array.from({ length: count }, (_, at) => `số liệu z${at} "Z": số nguyên bài, hằng năm`).join('\n')

describe('compiled and interpreted say the same', () => {
  test.each<[string, Case]>([
    [
      'of a monthly average of hundreds of billions',
      {
        rules: `số liệu m "Thu": số tiền đồng, hằng tháng, bình quân
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = m; từ 500.000.000.000 đồng trở lên: 10 điểm; dưới 500.000.000.000 đồng: 0 điểm`,
        facts: months(12, () => '600000000000'),
        asOf: YEAR_END,
      },
    ],
    [
      'of a ratio of two averages that differ in the sixteenth digit',
      {
        rules: `số liệu m "Thu": số tiền đồng, hằng tháng, bình quân
          số liệu n "Chi": số tiền đồng, hằng tháng, bình quân, từ 1
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = m / n; từ 100% trở lên: 10 điểm; dưới 100%: 0 điểm`,
        facts: `${months(11, () => '987654321012345')}\n${months(11, (at) => (at === 3 ? '987654321012346' : '987654321012345'), 'n')}`,
        asOf: '2026-11-30',
      },
    ],
    [
      'of a sum over months beyond what doubles hold',
      {
        rules: `số liệu m "Thu": số tiền đồng, hằng tháng, cộng dồn
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = m; từ 9.007.199.254.740.993 đồng trở lên: 10 điểm; dưới 9.007.199.254.740.993 đồng: 0 điểm`,
        facts: months(3, (at) => (at < 2 ? '4503599627370495' : '3')),
        asOf: '2026-03-31',
      },
    ],
    [
      'of a sum over villages beyond what doubles hold',
      {
        levels: 'xã',
        villages: Array.from({ length: 12 }, (_, at) => `Thôn ${at}`),
        rules: `số liệu m "Thu": số thập phân đồng, hằng năm
          tiêu chí 1 "A" tối đa 10 điểm
          đo tại thôn; giá trị = m
          chỉ tiêu 18.000.000.000.000.001 đồng; chấm theo tỷ lệ đạt chỉ tiêu`,
        facts: Array.from(
          { length: 12 },
          (_, at) => `v${at + 1},m,2026,150000000000000${at === 0 ? 1 : 0}`,
        ).join('\n'),
        asOf: YEAR_END,
      },
    ],
    [
      'of an entrant to whom nothing applies, in units that hold no maximum exactly',
      {
        rules: `${measures(5)}\n${coarse(['0,1', '0,2', '0,3', '0,7', '8,7'])}`,
        villages: ['Một', 'Hai'],
        facts: [0, 1, 2, 3, 4].map((at) => `v1,z${at},2026,không áp dụng\nv2,z${at},2026,3`).join('\n'),
        asOf: YEAR_END,
      },
    ],
    [
      'of the worst of two parts, of one of which nothing applies, in such units',
      {
        rules: `${measures(5)}
          nhóm I "G" tối đa 10 điểm, chỉ tính thành phần thấp nhất
          tiêu chí A "A" tối đa 10 điểm
          ${coarse(['0,1', '0,2', '0,3', '9,4'], 'tiêu chí thành phần')}
          tiêu chí 5 "B" tối đa 10 điểm
          giá trị = z4; từ 5 trở lên: điểm tối đa; dưới 5: 1/109 điểm tối đa`,
        villages: ['Một', 'Hai'],
        facts: [0, 1, 2, 3, 4]
          .map((at) => `v1,z${at},2026,${at === 4 ? '6' : 'không áp dụng'}\nv2,z${at},2026,3`)
          .join('\n'),
        asOf: YEAR_END,
      },
    ],
    [
      'of 200 exceptions',
      {
        head: `đặc điểm thôn ${Array.from({ length: 200 }, (_, at) => `"số ${at}"`).join(', ')}`,
        rules: `số liệu m "Thu": số nguyên bài, hằng năm
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = m; từ 5 trở lên: 10 điểm; dưới 5: 0 điểm
          ${Array.from({ length: 200 }, (_, at) => `riêng thôn "số ${at}"\nmỗi 1 bài được 1 điểm, không quá 10 điểm`).join('\n')}`,
        attributes: { v1: 'số 150' },
        facts: 'v1,m,2026,3',
        asOf: YEAR_END,
      },
    ],
    [
      'of totals that are the same shares in another order, on a scale of millions',
      {
        scale: '3.000.000',
        head: 'làm tròn tổng điểm 6 chữ số',
        rules: ['a', 'b', 'c']
          .map(
            (name, at) => `số liệu ${name} "A": số nguyên bài, hằng năm
              số liệu ${name}_d "B": số nguyên bài, hằng năm
              tiêu chí ${at + 1} "C" tối đa 1.000.000 điểm
              giá trị = ${name} / ${name}_d; khi ${name}_d = 0: 1/${[7, 11, 13][at]} điểm tối đa
              chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`,
          )
          .join('\n'),
        villages: ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'],
        facts: [0, 1, 2, 3, 4, 5]
          .flatMap((village) => {
            const orders = ['012', '021', '102', '120', '201', '210']
            return [...(orders[village] ?? '')].map((share, at) => {
              const [part, whole] = [
                [17, 171],
                [29, 231],
                [43, 319],
              ][Number(share)] ?? [0, 1]
              const name = 'abc'[at]
              return `v${village + 1},${name},2026,${part}\nv${village + 1},${name}_d,2026,${whole}`
            })
          })
          .join('\n'),
        asOf: YEAR_END,
      },
    ],
    [
      'of a mean in which months that nobody reported count as zero',
      {
        rules: `số liệu m "Thu": số nguyên bài, hằng tháng, bình quân, kỳ thiếu tính 0
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = m; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`,
        villages: ['Một', 'Hai'],
        facts: months(2, (at) => `${3 + at}`),
        asOf: '2026-05-31',
      },
    ],
    [
      'of such means on both sides of a ratio, of which a month does not apply',
      {
        rules: `số liệu m "Thu": số nguyên bài, hằng tháng, bình quân, kỳ thiếu tính 0
          số liệu n "Chi": số nguyên bài, hằng tháng, bình quân, kỳ thiếu tính 0
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = m / n; khi n = 0: 1 điểm; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`,
        villages: ['Một', 'Hai'],
        facts: [
          months(3, (at) => (at === 2 ? 'không áp dụng' : `${3 + at}`)),
          months(2, (at) => `${6 + at}`, 'n'),
          months(1, () => '3', 'm', 'v2'),
          months(3, (at) => `${7 + at}`, 'n', 'v2'),
        ].join('\n'),
        asOf: '2026-07-31',
      },
    ],
    [
      'of a sum that just fits, beside one of which a month is missing',
      {
        rules: `số liệu m "Thu": số tiền đồng, hằng tháng, cộng dồn
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = m; từ 9.007.199.254.740.990 đồng trở lên: 10 điểm; dưới 9.007.199.254.740.990 đồng: 0 điểm`,
        villages: ['Một', 'Hai', 'Ba'],
        facts: [
          months(2, () => '4503599627370495'),
          months(1, () => '4503599627370495', 'm', 'v2'),
          months(2, (at) => `450359962737049${5 - at}`, 'm', 'v3'),
        ].join('\n'),
        asOf: '2026-02-28',
      },
    ],
    ...['từ 50% trở lên: 10 điểm; dưới 50%: 3 điểm', 'chỉ tiêu 80%; chấm theo tỷ lệ đạt chỉ tiêu'].map(
      (rule): [string, Case] => [
        `of a part that only the sums show to be above its whole: ${rule}`,
        {
          rules: `số liệu m "Tổng": số nguyên bài, hằng tháng, cộng dồn, kỳ thiếu tính 0
          số liệu n "Phần": số nguyên bài, hằng tháng, cộng dồn, là một phần của m
          tiêu chí 1 "A" tối đa 10 điểm
          giá trị = n / m; khi m = 0: 2 điểm; ${rule}`,
          villages: ['Hơn', 'Không hơn', 'Hơn không', 'Đều không'],
          facts: [
            months(1, () => '4'),
            months(2, () => '3', 'n'),
            months(2, () => '4', 'm', 'v2'),
            months(2, () => '3', 'n', 'v2'),
            months(2, () => '1', 'n', 'v3'),
            months(2, () => '0', 'n', 'v4'),
          ].join('\n'),
          asOf: '2026-02-28',
        },
      ],
    ),
  ])('%s', (_name, given) => {
    expect(foundOf(compiled(given))).toEqual(expectedOf(given))
  })
})

describe('a corrected fact', () => {
  const count: Case = {
    villages: ['Một', 'Hai'],
    rules: `số liệu m "Thu": số nguyên bài, hằng năm
      tiêu chí 1 "A" tối đa 10 điểm
      giá trị = m; mỗi 1 bài được 1 điểm, không quá 10 điểm`,
    facts: 'v1,m,2026,3\nv2,m,2026,4',
    asOf: YEAR_END,
  }
  const corrected = { ...count, facts: 'v1,m,2026,5\nv2,m,2026,4' }
  const factOf = (given: Case) => scoreCase(given).facts.facts('v1', 'm')[0]

  test('before anything was scored: all is scored with it', () => {
    const scorer = compile(scoreCase(count))
    const fact = factOf(corrected)
    expect(fact && scorer.change(fact)).toBe(true)
    expect(foundOf(scorer)).toEqual(expectedOf(corrected))
  })

  test('of a measure that no column holds as it is read is not taken: an average of 24 months', () => {
    const rules = `số liệu m "Thu": số nguyên bài, hằng tháng, bình quân
      tiêu chí 1 "A" tối đa 10 điểm
      giá trị = m; mỗi 1 bài được 1 điểm, không quá 10 điểm`
    const long = (first: string): Case => ({
      rules,
      until: '31/12/2027',
      asOf: '2027-12-31',
      facts: months(24, (at) => (at === 0 ? first : '5')),
    })
    const scorer = compiled(long('60'))
    expect(foundOf(scorer)).toEqual(expectedOf(long('60')))
    const fact = factOf(long('0'))
    expect(fact && scorer.change(fact)).toBe(false)
    expect(foundOf(scorer)).toEqual(expectedOf(long('60')))
  })

  test('of a number larger than any is not taken', () => {
    const scorer = compiled(count)
    const fact = factOf({ ...count, facts: 'v1,m,2026,5000' })
    expect(fact && scorer.change(fact)).toBe(false)
    expect(foundOf(scorer)).toEqual(expectedOf(count))
  })

  test.each([
    ['có', 'no count at all'],
    ['5%', 'a percentage'],
    ['6', 'above its bound, though the column would hold it'],
    ['"4,5"', 'half a count'],
  ])('that the rulebook does not take is not taken: %s, %s', (value) => {
    const bounded = { ...count, rules: count.rules.replace('hằng năm', 'hằng năm, từ 0 đến 5') }
    const scorer = compiled(bounded)
    const [fact] = dossierOf({ ...bounded, facts: `v1,m,2026,${value}` }).facts
    expect(fact && scorer.change(fact)).toBe(false)
    expect(foundOf(scorer)).toEqual(expectedOf(bounded))
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bulletinOf } from '#engine/index.ts'
import { type Case, scoreCase, scoreOn } from '../support/scoring.ts'

const RULES = `
  số liệu x "X (số/bài %)": số thập phân bài, hằng tháng, mới nhất
  số liệu y "Y": số nguyên bài, hằng tháng, mới nhất
  tiêu chí 1 "X" tối đa 5 điểm
    giá trị = x; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Y" tối đa 5 điểm
    giá trị = y; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
  xếp hạng theo tổng điểm, rồi điểm tiêu chí 2, vẫn bằng thì đồng hạng`

/** `v1` to `vN` with what each reported of x and y in a month. */
const month = (name: string, values: readonly (readonly [string, string] | undefined)[]): string =>
  values
    .flatMap((value, index) =>
      value ? [`v${index + 1},x,${name},"${value[0]}"`, `v${index + 1},y,${name},${value[1]}`] : [],
    )
    .join('\n')

/** The paragraph about the villages; the bulletin opens with three others. */
const villagesIn = (given: Case): string => {
  const { program, sheets } = scoreCase(given)
  const asOf = { year: 2026, month: 1, day: 31 }
  return bulletinOf({ program, sheets, asOf, before: undefined })[2] ?? ''
}

const named = ['Thôn 1', 'Thôn 2', 'Thôn 3', 'Thôn 4']

describe('who stands where', () => {
  test.each<[string, readonly (readonly [string, string] | undefined)[], string]>([
    [
      'one after the other',
      [
        ['5', '5'],
        ['2,25', '5'],
        ['2,05', '4'],
        ['1', '1'],
      ],
      'Trong bốn thôn, đứng thứ nhất là Thôn một, được mười điểm. Đứng thứ hai là Thôn hai, được bảy phẩy hai mươi lăm điểm. Đứng thứ ba là Thôn ba, được sáu phẩy không năm điểm. Các thôn đã báo cáo đủ số liệu.',
    ],
    [
      'a shared place',
      [
        ['5', '5'],
        ['2', '4'],
        ['2', '4'],
        ['1', '1'],
      ],
      'Trong bốn thôn, đứng thứ nhất là Thôn một, được mười điểm. Đồng hạng thứ hai là Thôn hai và Thôn ba, cùng được sáu điểm. Các thôn đã báo cáo đủ số liệu.',
    ],
    [
      'everyone alike',
      [
        ['2', '4'],
        ['2', '4'],
        ['2', '4'],
        ['2', '4'],
      ],
      'Cả bốn thôn đồng hạng thứ nhất, cùng được sáu điểm. Các thôn đã báo cáo đủ số liệu.',
    ],
    [
      'equal totals that a later key parts',
      [
        ['4', '2'],
        ['3', '3'],
        ['2', '1'],
        ['1', '1'],
      ],
      'Trong bốn thôn, đứng thứ nhất là Thôn hai, được sáu điểm. Đứng thứ hai là Thôn một, được sáu điểm. Đứng thứ ba là Thôn ba, được ba điểm. Thôn hai và Thôn một có tổng điểm đọc ra như nhau; Thôn hai đứng trên nhờ điểm tiêu chí hai cao hơn. Các thôn đã báo cáo đủ số liệu.',
    ],
    [
      'totals that only rounding makes alike',
      [
        ['3,0001', '3'],
        ['3', '3'],
        ['2', '1'],
        ['1', '1'],
      ],
      'Trong bốn thôn, đứng thứ nhất là Thôn một, được sáu điểm. Đứng thứ hai là Thôn hai, được sáu điểm. Đứng thứ ba là Thôn ba, được ba điểm. Thôn một và Thôn hai có tổng điểm đọc ra như nhau; Thôn một đứng trên nhờ tổng điểm chưa làm tròn cao hơn. Các thôn đã báo cáo đủ số liệu.',
    ],
    [
      'some have not reported',
      [['5', '5'], ['2', '4'], undefined, undefined],
      'Trong bốn thôn, đứng thứ nhất là Thôn một, được mười điểm. Đứng thứ hai là Thôn hai, được sáu điểm. Đồng hạng thứ ba là Thôn ba và Thôn bốn, cùng được không điểm. Còn hai thôn chưa báo cáo số liệu nào, là Thôn ba và Thôn bốn. Điểm của các thôn này là tạm tính.',
    ],
  ])('%s', (_, values, paragraph) => {
    expect(villagesIn({ rules: RULES, villages: named, facts: month('2026-01', values) })).toBe(paragraph)
  })

  test('half a report, and what waits for verification', () => {
    const columns = 'entrant,measure,period,value,status'
    const facts = `v1,x,2026-01,5,\nv1,y,2026-01,5,chờ thẩm định\nv2,x,2026-01,5,`
    expect(villagesIn({ rules: RULES, villages: ['Thôn 1', 'Thôn 2'], facts, columns })).toBe(
      'Cả hai thôn đồng hạng thứ nhất, cùng được năm điểm. Còn một thôn chưa báo cáo đủ số liệu, là Thôn hai. Còn một thôn có số liệu đang chờ thẩm định, là Thôn một. Điểm của các thôn này là tạm tính.',
    )
  })

  test('clusters are told one by one, classes are counted, the barred are named', () => {
    const rules = `${RULES}
      số liệu mất_an_toàn "Để mất an toàn": có/không, hằng tháng, mới nhất
      không xếp hạng khi mất_an_toàn
      xếp loại
        "Tốt" từ 6 điểm trở lên
        "Khá" còn lại`
    const facts = `${month('2026-01', [
      ['5', '5'],
      ['4', '4'],
      ['1', '1'],
      ['5', '5'],
    ])}
      v4,mất_an_toàn,2026-01,có\nv1,mất_an_toàn,2026-01,không`
    const clusters = { v1: 'Cụm I', v2: 'Cụm I', v3: 'Cụm II', v4: 'Cụm II' }
    const { program, sheets } = scoreCase({ rules, villages: named, clusters, facts })
    const told = bulletinOf({ program, sheets, asOf: { year: 2026, month: 1, day: 31 }, before: undefined })
    expect(told.slice(2, 4)).toEqual([
      'Trong hai thôn thuộc Cụm một, đứng thứ nhất là Thôn một, được mười điểm. Đứng thứ hai là Thôn hai, được tám điểm. Có hai thôn xếp loại Tốt. Các thôn đã báo cáo đủ số liệu.',
      'Trong hai thôn thuộc Cụm hai, đứng thứ nhất là Thôn ba, được hai điểm. Có một thôn xếp loại Khá. Có một thôn không được xếp hạng theo quy định của bộ tiêu chí, là Thôn bốn. Các thôn đã báo cáo đủ số liệu.',
    ])
  })
})

describe('who rose', () => {
  const january = month('2026-01', [
    ['5', '5'],
    ['4', '4'],
    ['3', '3'],
    ['2', '2'],
  ])
  const risen = (february: readonly (readonly [string, string] | undefined)[]): string => {
    const given = { rules: RULES, villages: named, facts: `${january}\n${month('2026-02', february)}` }
    const [before, after] = [scoreOn(given, '2026-01-31'), scoreOn(given, '2026-02-28')]
    const paragraph = bulletinOf({ ...after, before })[2] ?? ''
    return /So với .*?\./.exec(paragraph)?.[0] ?? ''
  }

  test.each<[string, readonly (readonly [string, string])[], string]>([
    [
      'one by most, another by less',
      [
        ['3', '3'],
        ['2', '2'],
        ['4', '4'],
        ['5', '5'],
      ],
      'So với ngày ba mươi mốt tháng một, tăng hạng nhiều nhất là Thôn bốn, tăng ba bậc, từ thứ tư lên thứ nhất.',
    ],
    [
      'two alike',
      [
        ['4', '4'],
        ['5', '5'],
        ['2', '2'],
        ['3', '3'],
      ],
      'So với ngày ba mươi mốt tháng một, tăng hạng nhiều nhất là Thôn hai và Thôn bốn, cùng tăng một bậc.',
    ],
    [
      'nobody',
      [
        ['5', '5'],
        ['4', '4'],
        ['3', '3'],
        ['2', '2'],
      ],
      'So với ngày ba mươi mốt tháng một, không thôn nào tăng hạng.',
    ],
  ])('%s', (_, february, sentence) => {
    expect(risen(february)).toBe(sentence)
  })
})

test('whatever is scored, nothing in it is a figure or a sign', () => {
  const names = fc.constantFrom(
    'Thôn 7',
    'Khu 12A',
    'Bản Nà Phặc (3)',
    'Thôn Đông/Tây',
    'Tổ "2"',
    'Xóm 1.250',
  )
  const value = fc.option(fc.tuple(fc.integer({ min: 0, max: 70_000 }), fc.nat(6)), { nil: undefined })
  fc.assert(
    fc.property(fc.array(fc.tuple(names, value), { minLength: 1, maxLength: 6 }), (all) => {
      const facts = month(
        '2026-01',
        all.map(([, one]) => one && ([`${one[0] / 10_000}`.replace('.', ','), `${one[1]}`] as const)),
      )
      const scored = scoreOn(
        {
          rules: RULES,
          villages: all.map(([name]) => name.replaceAll('"', '""')).map((name) => `"${name}"`),
          facts,
        },
        '2026-01-31',
      )
      for (const paragraph of bulletinOf({ ...scored, before: undefined })) {
        expect(paragraph).toMatch(/^\p{Lu}[\p{L} ,;.]*\.$/u)
        expect(paragraph).not.toMatch(/ {2}| [,.;]|,,/)
      }
    }),
  )
})

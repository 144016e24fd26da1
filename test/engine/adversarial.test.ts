import { describe, expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { leavesIn, type ScoreSheet } from '#engine/index.ts'
import { type Case, scoreCase } from '../support/scoring.ts'

/** Cases that broke other systems: see field.md, part 4.5, and the issues it names. */

const places = (given: Case): string[] =>
  scoreCase(given).sheets.map(
    ({ rank, entrant, total }) => `${rank ?? '–'} ${entrant.name} ${total ? toExactText(total) : '–'}`,
  )

const only = (given: Case): ScoreSheet => {
  const [sheet] = scoreCase(given).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const outcomes = (sheet: ScoreSheet): string[] =>
  leavesIn(sheet.nodes).map(
    ({ node, outcome, points }) => `${node.code} ${outcome.kind} ${toExactText(points)}`,
  )

const RATIO = `
  số liệu b "Tổng số": số nguyên hộ, hằng năm
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
  tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
    giá trị = a / b; khi b = 0: không áp dụng`
const COUNT = `
  số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí 1 "Tin bài" tối đa 10 điểm
    giá trị = bài
    từ 24 trở lên: điểm tối đa; từ 12 đến 23: 1/2 điểm tối đa; dưới 12: 0 điểm`

describe('exactly at the threshold', () => {
  test('29 of 50 reaches 58%', () => {
    const rules = `${RATIO}; từ 58% trở lên: điểm tối đa; dưới 58%: 0 điểm`
    expect(places({ rules, facts: 'v1,a,2026,29\nv1,b,2026,50' })).toEqual(['1 Thôn 1 10'])
  })

  test.each([
    [11, '0'],
    [12, '5'],
    [23, '5'],
    [24, '10'],
  ])('%i articles', (count, points) => {
    expect(places({ rules: COUNT, facts: `v1,bài,2026-01,${count}` })).toEqual([`1 Thôn 1 ${points}`])
  })

  test('nine parts of 100/9 points, all full, make 100', () => {
    const parts = Array.from(
      { length: 9 },
      (_, index) => `
      tiêu chí ${index + 1} "Phần" tối đa 100/9 điểm
        giá trị = bài; từ 1 trở lên: điểm tối đa; bằng 0: 0 điểm`,
    )
    const rules = `số liệu bài "Tin bài": số nguyên bài, hằng năm\n${parts.join('')}`
    expect(places({ rules, scale: '100', facts: 'v1,bài,2026,3' })).toEqual(['1 Thôn 1 100'])
  })

  test('a proportion is exact and never above the maximum', () => {
    const rules = `${RATIO}; chỉ tiêu 35,4%; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(places({ rules, facts: 'v1,a,2026,1\nv1,b,2026,3' })).toEqual(['1 Thôn 1 5000/531'])
    expect(places({ rules, facts: 'v1,a,2026,3\nv1,b,2026,3' })).toEqual(['1 Thôn 1 10'])
  })
})

describe('zero, missing, pending, not applicable, in error', () => {
  test('zero is a value and is ranked last', () => {
    const given = { rules: COUNT, villages: ['Một', 'Hai'], facts: 'v1,bài,2026-01,0\nv2,bài,2026-01,30' }
    expect(places(given)).toEqual(['1 Hai 10', '2 Một 0'])
    expect(outcomes(scoreCase(given).sheets[1] as ScoreSheet)).toEqual(['1 value 0'])
  })

  test('nothing reported is missing, scores 0 and says which fact', () => {
    const sheet = only({ rules: COUNT })
    expect(outcomes(sheet)).toEqual(['1 missing 0'])
    expect(sheet.rank).toBe(1)
  })

  test('missing may leave the scale, where the rulebook says so', () => {
    const sheet = only({ rules: COUNT, head: 'chưa có số liệu: không áp dụng' })
    expect([sheet.total, sheet.rank]).toEqual([undefined, undefined])
  })

  test('a month without a fact leaves a running sum without a value', () => {
    const facts = 'v1,bài,2026-01,12\nv1,bài,2026-03,12'
    expect(outcomes(only({ rules: COUNT, facts }))).toEqual(['1 missing 0'])
    expect(outcomes(only({ rules: COUNT, facts, asOf: '2026-01-31' }))).toEqual(['1 value 5'])
  })

  test('what lies ahead of the day does not count', () => {
    const facts = 'v1,bài,2026-01,12\nv1,bài,2026-02,12'
    expect(places({ rules: COUNT, facts })).toEqual(['1 Thôn 1 10'])
    expect(places({ rules: COUNT, facts, asOf: '2026-01-31' })).toEqual(['1 Thôn 1 5'])
  })

  test('not applicable leaves the scale and the rest is carried over to it', () => {
    const rules = `${RATIO.replace('tối đa 10', 'tối đa 4')}; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu
      số liệu c "Có": có/không, hằng năm
      tiêu chí 2 "Có" tối đa 6 điểm
        giá trị = c; có: 3 điểm; không: 0 điểm`
    const facts = 'v1,a,2026,0\nv1,b,2026,0\nv1,c,2026,có'
    expect(places({ rules, facts })).toEqual(['1 Thôn 1 5'])
    expect(places({ rules, facts, head: 'không áp dụng: không quy đổi' })).toEqual(['1 Thôn 1 3'])
    expect(places({ rules, facts: 'v1,a,2026,không áp dụng\nv1,b,2026,9\nv1,c,2026,có' })).toEqual([
      '1 Thôn 1 5',
    ])
  })

  test('with nothing applicable there is no total and no rank, and no division by zero', () => {
    const rules = `${RATIO}; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu`
    const facts = 'v1,a,2026,0\nv1,b,2026,0\nv2,a,2026,1\nv2,b,2026,4'
    expect(places({ rules, villages: ['Một', 'Hai'], facts })).toEqual(['1 Hai 5', '– Một –'])
  })

  test('zero below may be worth points, where the rulebook says so', () => {
    const rules = `${RATIO.replace('không áp dụng', '4 điểm')}; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(places({ rules, facts: 'v1,a,2026,0\nv1,b,2026,0' })).toEqual(['1 Thôn 1 4'])
  })

  test('a part above its whole, from different periods, is an error and scores 0', () => {
    const rules = `
      số liệu b "Tổng số": số nguyên hộ, hằng năm, từ 1
      số liệu a "Số đạt": số nguyên hộ, hằng tháng, là một phần của b
      tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
        giá trị = a / b; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(outcomes(only({ rules, facts: 'v1,b,2026,4\nv1,a,2026-02,5' }))).toEqual(['1 error 0'])
  })
})

describe('ranking', () => {
  const villages = ['Đa', 'Da', 'Ấn', 'An']

  test('equal is equal: rank shared, next skipped, shown in Vietnamese order', () => {
    const facts = 'v1,bài,2026-01,24\nv2,bài,2026-01,30\nv3,bài,2026-01,12\nv4,bài,2026-01,1'
    expect(places({ rules: COUNT, villages, facts })).toEqual(['1 Da 10', '1 Đa 10', '3 Ấn 5', '4 An 0'])
  })

  test('a tie is broken by the next key, and by nothing else', () => {
    const rules = `
      số liệu x "X": số nguyên bài, hằng năm
      số liệu y "Y": số nguyên bài, hằng năm
      tiêu chí 1 "X" tối đa 5 điểm
        giá trị = x; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
      tiêu chí 2 "Y" tối đa 5 điểm
        giá trị = y; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
      xếp hạng theo tổng điểm, rồi điểm tiêu chí 2, vẫn bằng thì đồng hạng`
    const facts = `v1,x,2026,3\nv1,y,2026,1\nv2,x,2026,1\nv2,y,2026,3\nv3,x,2026,3\nv3,y,2026,1\nv4,x,2026,0\nv4,y,2026,5`
    expect(places({ rules, villages, facts })).toEqual(['1 An 5', '2 Da 4', '3 Ấn 4', '3 Đa 4'])
  })

  test('a difference too small to print still ranks: the unrounded total decides', () => {
    const rules = `${RATIO}; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`
    const facts = 'v1,a,2026,33333\nv1,b,2026,100000\nv2,a,2026,1\nv2,b,2026,3'
    expect(places({ rules, villages: ['Một', 'Hai'], facts })).toEqual(['1 Hai 10/3', '2 Một 33333/10000'])
  })

  test('a bonus lies outside the scale and may lift a total above it', () => {
    const rules = `${COUNT}
      số liệu mô_hình "Mô hình": số nguyên mô hình, hằng năm
      tiêu chí 2 "Mô hình" khuyến khích, thưởng tối đa 2 điểm
        giá trị = mô_hình; từ 1 trở lên: điểm tối đa; bằng 0: 0 điểm`
    const facts = 'v1,bài,2026-01,24\nv1,mô_hình,2026,1\nv2,bài,2026-01,24\nv2,mô_hình,2026,0'
    expect(places({ rules, villages: ['Một', 'Hai'], facts })).toEqual(['1 Một 12', '2 Hai 10'])
  })
})

describe('from the villages to the commune', () => {
  const levels = 'xã, thôn'
  const rules = `${RATIO}; đo tại thôn; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`
  const villages = ['Một', 'Hai']

  test('the commune has Σa/Σb, not the average of the percentages', () => {
    const facts = 'v1,a,2026,1\nv1,b,2026,1\nv2,a,2026,0\nv2,b,2026,9'
    expect(places({ rules, levels, villages, facts })).toEqual(['1 Xã 1', '1 Một 10', '2 Hai 0'])
  })

  test('a village that has not reported leaves the commune without a value', () => {
    const facts = 'v1,a,2026,1\nv1,b,2026,1\nv2,b,2026,9'
    expect(outcomes(scoreCase({ rules, levels, villages, facts }).sheets[0] as ScoreSheet)).toEqual([
      '1 missing 0',
    ])
  })

  test('a village to which the measure does not apply is left out of the sums', () => {
    const facts = 'v1,a,2026,1\nv1,b,2026,2\nv2,a,2026,không áp dụng\nv2,b,2026,không áp dụng'
    expect(places({ rules, levels, villages, facts })).toEqual(['1 Xã 5', '1 Một 5', '– Hai –'])
  })

  test('what is measured at the commune is not asked of a village', () => {
    const given = {
      rules: `${rules}\n`.replace('đo tại thôn', 'đo tại xã'),
      levels,
      villages,
      facts: 'xa,a,2026,1\nxa,b,2026,2',
    }
    expect(places(given)).toEqual(['1 Xã 5', '– Hai –', '– Một –'])
  })
})

describe('parts', () => {
  const rules = `
    số liệu chuyên_mục "Chuyên mục": có/không, hằng năm
    số liệu liên_kết "Liên kết": có/không, hằng năm
    số liệu tin_bài "Tin bài": số nguyên bài, hằng năm
    tiêu chí 29 "Trang thông tin" tối đa 10 điểm, không vượt quá điểm tối đa
      cộng 1/2 điểm tối đa khi chuyên_mục
      cộng 1/4 điểm tối đa khi liên_kết
      cộng theo tin_bài
        từ 24 trở lên: 1/2 điểm tối đa; từ 12 đến 23: 1/4 điểm tối đa; dưới 12: 0 điểm`

  test.each([
    ['có', 'có', 30, '10'],
    ['có', 'không', 12, '15/2'],
    ['không', 'không', 11, '0'],
  ])('%s, %s and %i', (column, link, articles, points) => {
    const facts = `v1,chuyên_mục,2026,${column}\nv1,liên_kết,2026,${link}\nv1,tin_bài,2026,${articles}`
    expect(places({ rules, facts })).toEqual([`1 Thôn 1 ${points}`])
  })

  test('a part without facts gives nothing, the others stand, and the criterion says what is missing', () => {
    expect(outcomes(only({ rules, facts: 'v1,chuyên_mục,2026,có\nv1,tin_bài,2026,30' }))).toEqual([
      '29 missing 10',
    ])
  })
})

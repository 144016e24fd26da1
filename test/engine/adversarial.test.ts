import { describe, expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { explainLeaf, leavesIn, lossesOf, type ScoreSheet } from '#engine/index.ts'
import { type Case, scoreCase } from '../support/scoring.ts'

/** Cases that broke other systems, beside those of the table that adversarialTable.test.ts goes through row by row. */

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

describe('what a review found', () => {
  const levels = 'xã, thôn'
  const villages = ['Một', 'Hai']

  test('the bound of one month says nothing of the sum', () => {
    const rules = `
      số liệu phát "Lượt phát": số nguyên lần, hằng tháng, cộng dồn, từ 0 đến 62
      tiêu chí 1 "Phát thanh" tối đa 10 điểm
        giá trị = phát; từ 31 trở lên: điểm tối đa; dưới 31: 0 điểm`
    expect(places({ rules, facts: 'v1,phát,2026-01,40\nv1,phát,2026-02,40' })).toEqual(['1 Thôn 1 10'])
  })

  test.each([
    ['v1,a,2026,5\nv1,b,2026,5\nv2,a,2026,không áp dụng\nv2,b,2026,95', '10'],
    ['v1,a,2026,5\nv1,b,2026,10\nv2,a,2026,5\nv2,b,2026,không áp dụng', '5'],
  ])('what does not apply on one side of a ratio is left out of both', (facts, points) => {
    const rules = `${RATIO}; đo tại thôn; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(places({ rules, levels, villages, facts })[0]).toBe(`1 Xã ${points}`)
  })

  test('a month that does not apply on one side is left out of both sums', () => {
    const rules = `
      số liệu b "Tổng số": số nguyên hồ sơ, hằng tháng, cộng dồn
      số liệu a "Số đạt": số nguyên hồ sơ, hằng tháng, cộng dồn, là một phần của b
      tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
        giá trị = a / b; khi b = 0: không áp dụng; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`
    const facts = 'v1,a,2026-01,4\nv1,b,2026-01,8\nv1,a,2026-02,không áp dụng\nv1,b,2026-02,90'
    expect(places({ rules, facts })).toEqual(['1 Thôn 1 5'])
  })

  test('the newest facts of a ratio are of one period', () => {
    const rules = `
      số liệu b "Tổng số": số nguyên hộ, hằng tháng, từ 1
      số liệu a "Số đạt": số nguyên hộ, hằng tháng, là một phần của b
      tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
        giá trị = a / b; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(outcomes(only({ rules, facts: 'v1,b,2026-01,4\nv1,a,2026-01,1\nv1,a,2026-02,2' }))).toEqual([
      '1 missing 0',
    ])
    expect(
      places({ rules, facts: 'v1,b,2026-01,4\nv1,a,2026-01,1\nv1,a,2026-02,2\nv1,b,2026-02,4' }),
    ).toEqual(['1 Thôn 1 5'])
  })

  test('a quarter is due when it has ended, not when it begins', () => {
    const rules = `
      số liệu tháng "Tháng": số nguyên bài, hằng tháng, cộng dồn
      số liệu quý "Quý": số nguyên bài, hằng quý, cộng dồn
      tiêu chí 1 "Tháng" tối đa 5 điểm
        giá trị = tháng; chỉ tiêu 4 bài; chấm theo tỷ lệ đạt chỉ tiêu
      tiêu chí 2 "Quý" tối đa 5 điểm
        giá trị = quý; chỉ tiêu 2 bài; chấm theo tỷ lệ đạt chỉ tiêu`
    const months = Array.from({ length: 4 }, (_, index) => `v1,tháng,2026-0${index + 1},1`).join('\n')
    expect(places({ rules, facts: `${months}\nv1,quý,2026-Q1,1` })).toEqual(['1 Thôn 1 15/2'])
  })

  test('a rulebook that begins inside a month takes that month', () => {
    const scored = scoreCase({ rules: COUNT, facts: 'v1,bài,2026-01,24', from: '15/01/2026' })
    expect(scored.sheets.map(({ total }) => total && toExactText(total))).toEqual(['10'])
  })

  test('parts that do not apply leave the maximum', () => {
    const rules = `
      số liệu x "X": có/không, hằng năm
      số liệu y "Y": có/không, hằng năm
      tiêu chí 1 "Hai phần" tối đa 10 điểm
        cộng 1/2 điểm tối đa khi x
        cộng 1/2 điểm tối đa khi y`
    expect(places({ rules, facts: 'v1,x,2026,có\nv1,y,2026,không áp dụng' })).toEqual(['1 Thôn 1 10'])
    const missing = only({ rules, head: 'chưa có số liệu: không áp dụng', facts: 'v1,x,2026,có' })
    expect([missing.total && toExactText(missing.total), ...outcomes(missing)]).toEqual(['10', '1 missing 5'])
  })

  test('a bonus made of parts is outside the scale, and no loss', () => {
    const rules = `${COUNT}
      tiêu chí 2 "Khuyến khích" khuyến khích, thưởng tối đa 2 điểm
        tiêu chí thành phần 2a "Thêm" tối đa 2 điểm
          giá trị = bài; từ 30 trở lên: điểm tối đa; còn lại: 0 điểm`
    const sheet = only({ rules, facts: 'v1,bài,2026-01,30' })
    expect([sheet.total && toExactText(sheet.total), toExactText(sheet.bonus)]).toEqual(['12', '2'])
    expect(lossesOf(only({ rules, facts: 'v1,bài,2026-01,24' }))).toEqual([])
  })
})

describe('sentences', () => {
  const why = (given: Case): string[] =>
    scoreCase(given).sheets.flatMap(({ nodes }) =>
      leavesIn(nodes).map((leaf) => Object.values(explainLeaf(leaf)).filter(Boolean).join(' ')),
    )

  test('rounding never makes a threshold reached that is not', () => {
    const rules = `${RATIO}; từ 58% trở lên: điểm tối đa; dưới 58%: 0 điểm`
    expect(why({ rules, facts: 'v1,a,2026,57999\nv1,b,2026,100000' })).toEqual([
      'Đạt 57,999% (57.999/100.000 hộ), thuộc mức dưới 58%: được 0 trên 10 điểm. Thêm 1 hộ (để đạt 58%) thì được 10 điểm.',
    ])
    const near = `${RATIO}; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(why({ rules: near, facts: 'v1,a,2026,99999\nv1,b,2026,100000' })).toEqual([
      'Đạt 99,999% (99.999/100.000 hộ), bằng 99,999% chỉ tiêu 100%: được 9,9999 trên 10 điểm. Thêm 1 hộ (để đạt 100%) thì được 10 điểm.',
    ])
  })

  test('the step above an open bound is a whole number where only whole numbers occur', () => {
    const rules = `
      số liệu bài "Tin bài": số nguyên bài, hằng năm
      tiêu chí 1 "Tin bài" tối đa 10 điểm
        giá trị = bài; trên 12: điểm tối đa; không quá 12: 0 điểm`
    expect(why({ rules, facts: 'v1,bài,2026,12' })).toEqual([
      'Đạt 12 bài, thuộc mức không quá 12 bài: được 0 trên 10 điểm. Thêm 1 bài (để đạt 13 bài) thì được 10 điểm.',
    ])
  })

  test.each([
    [
      'v1,x,2026,có\nv1,y,2026,3',
      'Cộng các phần: «X» 5 + «Y» 0; được 5 trên 10 điểm. Phần «Y»: Thêm 9 bài (để đạt 12 bài) thì được 5 điểm.',
    ],
    ['v1,x,2026,có\nv1,y,2026,12', 'Cộng các phần: «X» 5 + «Y» 5; được đủ 10 điểm.'],
    [
      'v1,x,2026,không\nv1,y,2026,12',
      'Cộng các phần: «X» 0 + «Y» 5; được 5 trên 10 điểm. Còn phần «X», tối đa 5 điểm.',
    ],
    ['v1,y,2026,12', 'Chưa có số liệu «X»: tạm tính 5 điểm của các phần đã có số liệu.'],
  ])('parts: %#', (facts, expected) => {
    const rules = `
      số liệu x "X": có/không, hằng năm
      số liệu y "Y": số nguyên bài, hằng năm
      tiêu chí 1 "Hai phần" tối đa 10 điểm
        cộng 1/2 điểm tối đa khi x
        cộng theo y
          từ 12 trở lên: 1/2 điểm tối đa; dưới 12: 0 điểm`
    expect(why({ rules, facts })).toEqual([expected])
  })

  test('zero below, missing months, and what does not apply are said in words', () => {
    const rules = `${RATIO}; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(why({ rules, facts: 'v1,a,2026,0\nv1,b,2026,0' })).toEqual(['Không áp dụng vì «Tổng số» bằng 0.'])
    expect(why({ rules, facts: 'v1,a,2026,1\nv1,b,2026,không áp dụng' })).toEqual([
      'Không áp dụng vì số liệu «Tổng số» được ghi là không áp dụng.',
    ])
    expect(why({ rules: COUNT, facts: 'v1,bài,2026-03,1' })).toEqual([
      'Chưa có số liệu «Tin bài» tháng 1/2026 và «Tin bài» tháng 2/2026: tạm tính 0 điểm.',
    ])
  })
})

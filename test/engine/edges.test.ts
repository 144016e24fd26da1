import { describe, expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import {
  bulletinOf,
  changeSentences,
  changesBetween,
  explainEntrant,
  leavesIn,
  neighboursOf,
} from '#engine/index.ts'
import { type Case, scoreCase, scoreOn } from '../support/scoring.ts'

/**
 * Sound input at its edges: nobody reports, nobody to be compared with, nothing applies. Each comes to an outcome with its
 * reason. What cannot be scored at all is refused with a message: see test/corpus/data.
 */

const RULES = `
  số liệu b "Tổng số": số nguyên hộ, hằng năm
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
  số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí 1 "Tỷ lệ" tối đa 6 điểm
    giá trị = a / b; khi b = 0: không áp dụng; chỉ tiêu 80%; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Tin bài" tối đa 4 điểm
    giá trị = bài; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm
  xếp loại
    "Tốt" từ 8 điểm trở lên, không quá 20% số thôn, bằng nhau thì cùng không được
    "Khá" còn lại`

/** Rank, total, class, and the outcome of each criterion. */
const told = (given: Case): string[] =>
  scoreCase(given).sheets.map(({ entrant, rank, total, class: title, nodes }) => {
    const outcomes = leavesIn(nodes).map(({ outcome }) => outcome.kind)
    return `${rank ?? '–'} ${entrant.name} ${total ? toExactText(total) : '–'} ${title ?? '–'}: ${outcomes.join(' ')}`
  })

const paragraph = (given: Case, id = 'v1'): string => {
  const { program, sheets } = scoreCase(given)
  const sheet = sheets.find(({ entrant }) => entrant.id === id)
  return sheet ? explainEntrant(sheet, sheets, program).join(' ') : ''
}

describe('an entrant without facts', () => {
  const given = {
    rules: RULES,
    villages: ['Một', 'Hai'],
    facts: 'v2,a,2026,8\nv2,b,2026,10\nv2,bài,2026-01,3',
  }
  test('is missing in everything, ranked last, and it is said', () => {
    expect(told(given)).toEqual(['1 Hai 10 Khá: value value', '2 Một 0 Khá: missing missing'])
    expect(paragraph(given)).toBe(
      'Một xếp hạng 2 trong 2 thôn, loại Khá. Được 0 trên 10 điểm. Điểm là tạm tính: 2 tiêu chí còn chờ số liệu hoặc thẩm định (1 và 2).',
    )
  })

  test('has nothing to be scored on, where what is missing leaves the scale', () => {
    expect(told({ ...given, head: 'chưa có số liệu: không áp dụng' })[1]).toBe('– Một – –: missing missing')
  })

  test('all of them: everyone shares the first place with nothing, and each is named', () => {
    const nobody = { rules: RULES, villages: ['Một', 'Hai'] }
    expect(told(nobody)).toEqual(['1 Hai 0 Khá: missing missing', '1 Một 0 Khá: missing missing'])
    const scored = scoreOn(nobody, '2026-03-31')
    expect(bulletinOf({ ...scored, before: undefined })[2]).toBe(
      'Cả hai thôn đồng hạng thứ nhất, cùng được không điểm. Có hai thôn xếp loại Khá. Còn hai thôn chưa báo cáo số liệu nào, là Hai và Một. Điểm của các thôn này là tạm tính.',
    )
  })
})

describe('a cluster of one', () => {
  const given = { rules: RULES, villages: ['Một'], facts: 'v1,a,2026,8\nv1,b,2026,10\nv1,bài,2026-01,3' }
  test('is its own best, ranked first of one, beside nobody; a fifth of one is no place', () => {
    expect(told(given)).toEqual(['1 Một 10 Khá: value value'])
    const { program, sheets } = scoreCase(given)
    expect(sheets.flatMap((sheet) => neighboursOf(sheet, sheets, program))).toEqual([])
    expect(paragraph(given)).toBe(
      'Một xếp loại Khá. Được đủ 10 điểm. Đủ điểm loại Tốt nhưng loại này đã hết chỗ theo tỷ lệ khống chế.',
    )
  })

  test('whose only figure is 0 gets what the rulebook answers', () => {
    expect(told({ ...given, facts: given.facts.replace('01,3', '01,0') })).toEqual([
      '1 Một 6 Khá: value value',
    ])
  })
})

describe('nothing that applies to anyone', () => {
  const exempt = {
    rules: `số liệu bài "Tin bài": số nguyên bài, hằng năm
      tiêu chí 1 "Tin bài" tối đa 10 điểm
        giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu
        riêng thôn "miền núi"
          không áp dụng`,
    head: 'đặc điểm thôn "miền núi"',
    villages: ['Một', 'Hai'],
    attributes: { v1: 'miền núi', v2: 'miền núi' },
    facts: 'v1,bài,2026,3\nv2,bài,2026,4',
  }
  test('no total, no rank, no class, and it is said', () => {
    expect(told(exempt)).toEqual(['– Hai – –: notApplicable', '– Một – –: notApplicable'])
    expect(paragraph(exempt)).toBe(
      'Không tiêu chí nào áp dụng cho Một nên không tính điểm và không xếp hạng.',
    )
    const scored = scoreOn(exempt, '2026-12-31')
    expect(bulletinOf({ ...scored, before: scored })[2]).toBe(
      'Trong hai thôn, chưa thôn nào được xếp hạng. Có hai thôn không được chấm điểm vì chưa có tiêu chí nào áp dụng, là Hai và Một.',
    )
  })

  test('nobody of the level at all: nobody is scored, and nothing breaks', () => {
    const units = {
      rules: exempt.rules.replace('thôn', 'đơn vị'),
      levels: 'đơn vị',
      head: 'đặc điểm đơn vị "miền núi"',
    }
    expect(told({ ...units, villages: ['Một'] })).toEqual([])
    expect(
      bulletinOf({ ...scoreOn({ ...units, villages: ['Một'] }, '2026-12-31'), before: undefined }),
    ).toHaveLength(3)
  })
})

describe('facts ahead of the day', () => {
  const facts = 'v1,a,2026,8\nv1,b,2026,10\nv1,bài,2026-01,3\nv1,bài,2026-11,9'
  test('do not count before their month has begun; the months between are then missing, by name', () => {
    const given = { rules: RULES, facts }
    expect(told({ ...given, asOf: '2026-01-31' })).toEqual(['1 Thôn 1 10 Khá: value value'])
    expect(paragraph({ ...given, asOf: '2026-11-30' })).toContain('1 tiêu chí còn chờ số liệu')
    const [before, after] = [scoreOn(given, '2026-01-31'), scoreOn(given, '2026-11-30')]
    const [[earlier], [later]] = [before.sheets, after.sheets]
    expect(earlier && later && changeSentences(changesBetween(earlier, later), after.program)).toContain(
      'Tiêu chí 2, Tin bài: giảm 4 điểm, từ 4 xuống 0. Số liệu mới: «Tin bài» tháng 11/2026 là 9 bài. Chưa có số liệu «Tin bài» tháng 2/2026, «Tin bài» tháng 3/2026, «Tin bài» tháng 4/2026 và 6 số liệu khác: tạm tính 0 điểm.',
    )
  })
})

test('a part above its whole, from different periods, scores 0 as an error and is told', () => {
  const rules = `
    số liệu b "Tổng số": số nguyên hộ, hằng năm, từ 1
    số liệu a "Số đạt": số nguyên hộ, hằng tháng, là một phần của b
    tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
      giá trị = a / b; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu`
  const given = { rules, facts: 'v1,b,2026,4\nv1,a,2026-02,5' }
  expect(told(given)).toEqual(['1 Thôn 1 0 –: error'])
  expect(paragraph(given)).toBe(
    'Thôn 1 được 0 trên 10 điểm. Mất 10 điểm: ở tiêu chí 1 (10 điểm). Có lỗi số liệu ở tiêu chí 1: tính 0 điểm cho đến khi số liệu được sửa.',
  )
})

import { describe, expect, test } from 'vitest'
import { formatExact } from '#base/formatNumber.ts'
import { toExactText } from '#base/rational.ts'
import {
  bulletinOf,
  changeSentences,
  changesBetween,
  compareRulebooks,
  explainEntrant,
  loadProgram,
  type ScoreSheet,
} from '#engine/index.ts'
import { programFrom } from '../support/difference.ts'
import { type Case, rulesOf, scoreCase, scoreOn } from '../support/scoring.ts'

/**
 * The table of cases that broke other systems, row by row in its order (research/field.md, part 4.5); more of what
 * stands behind each row is in adversarial.test.ts and constructs.test.ts.
 */

const places = (given: Case): string[] =>
  scoreCase(given).sheets.map(
    ({ rank, entrant, total }) => `${rank ?? '–'} ${entrant.name} ${total ? toExactText(total) : '–'}`,
  )

const sheetOf = (sheets: readonly ScoreSheet[], id: string): ScoreSheet => {
  const sheet = sheets.find(({ entrant }) => entrant.id === id)
  if (!sheet) throw new Error(`${id} is scored`)
  return sheet
}

/** What the checks say of a rulebook: the code of each error or warning, with its sentence. */
const found = (given: Pick<Case, 'rules'>): string[] =>
  loadProgram({ name: 'thử.thidua', text: rulesOf(given) }).diagnostics.map(
    ({ code, message }) => `${code}: ${message}`,
  )

const COUNT = `
  số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí 1 "Tin bài" tối đa 10 điểm
    giá trị = bài
    từ 24 trở lên: điểm tối đa; từ 12 đến 23: 1/2 điểm tối đa; dưới 12: 0 điểm`
const RATIO = `
  số liệu b "Tổng số": số nguyên hộ, hằng năm
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
  tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
    giá trị = a / b; khi b = 0: không áp dụng`
/** A criterion by the best of the cluster, month by month as far as facts go. */
const BEST = `
  số liệu bài "Tin bài": số nguyên bài, hằng tháng, mới nhất
  tiêu chí 1 "Tin bài" tối đa 10 điểm
    giá trị = bài; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm`
/** Two criteria of five points each, one for each measure. */
const X_AND_Y = `
  số liệu x "X": số nguyên bài, hằng năm
  số liệu y "Y": số nguyên bài, hằng năm
  tiêu chí 1 "X" tối đa 5 điểm
    giá trị = x; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Y" tối đa 5 điểm
    giá trị = y; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu`
const facts = (measure: string, period: string, values: readonly number[]): string =>
  values.map((value, index) => `v${index + 1},${measure},${period},${value}`).join('\n')

describe('row 1: 4,55 to one place; 2,135 and 0,015 to two, half up', () => {
  test.each([
    ['4,55', 1, '4,6'],
    ['2,135', 2, '2,14'],
    ['0,015', 2, '0,02'],
  ])('%s to %i is %s', (points, decimals, rounded) => {
    const rules = `số liệu đạt "Đạt": có/không, hằng năm
      tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = đạt; có: ${points} điểm; không: 0 điểm`
    const head = `làm tròn tổng điểm ${decimals} chữ số, nửa làm tròn lên`
    const [sheet] = scoreCase({ rules, head, facts: 'v1,đạt,2026,có' }).sheets
    expect(sheet?.roundedTotal && formatExact(sheet.roundedTotal)).toBe(rounded)
  })
})

test('row 2: 29 of 50 reaches a threshold of 58%', () => {
  const rules = `${RATIO}; từ 58% trở lên: điểm tối đa; dưới 58%: 0 điểm`
  expect(places({ rules, facts: 'v1,a,2026,29\nv1,b,2026,50' })).toEqual(['1 Thôn 1 10'])
})

test('row 3: nine parts of 100/9 points, all full, make exactly 100', () => {
  const parts = Array.from(
    { length: 9 },
    (_, index) => `
      tiêu chí ${index + 1} "Phần" tối đa 100/9 điểm
        giá trị = bài; từ 1 trở lên: điểm tối đa; bằng 0: 0 điểm`,
  )
  const rules = `số liệu bài "Tin bài": số nguyên bài, hằng năm\n${parts.join('')}`
  expect(places({ rules, scale: '100', facts: 'v1,bài,2026,3' })).toEqual(['1 Thôn 1 100'])
})

test('row 4: 2/37 of a large base is exact', () => {
  const rules = (award: string) => `
    số liệu bài "Tin bài": số nguyên bài, hằng năm
    tiêu chí 1 "Tin bài" tối đa 15763001 điểm
      giá trị = bài; ${award}`
  const given = { scale: '15763001', facts: 'v1,bài,2026,2' }
  const proportion = rules('chỉ tiêu 37 bài; chấm theo tỷ lệ đạt chỉ tiêu')
  expect(places({ ...given, rules: proportion })).toEqual(['1 Thôn 1 31526002/37'])
  const share = rules('từ 3 trở lên: điểm tối đa; dưới 3: 2/37 điểm tối đa')
  expect(places({ ...given, rules: share })).toEqual(['1 Thôn 1 31526002/37'])
})

test('row 5: «từ 12 đến 23» of what goes in fractions leaves the values above 23 and below 24 out, and is told', () => {
  const rules = COUNT.replace('số nguyên', 'số thập phân')
  expect(found({ rules })).toContain('tier-gap: với 23,5 bài không dòng nào áp dụng')
  expect(found({ rules: COUNT })).toEqual([])
})

describe('row 6: a value above the last band or below the first is an error of the rulebook, never a silent 0', () => {
  const bands = (tiers: string): string => `
    số liệu bài "Tin bài": số nguyên bài, hằng năm
    tiêu chí 1 "Tin bài" tối đa 10 điểm
      giá trị = bài; ${tiers}`
  test.each([
    [
      'above the last',
      'từ 10 đến 20: điểm tối đa; dưới 10: 0 điểm',
      ['tier-gap: với 21 bài không dòng nào áp dụng'],
    ],
    [
      'below the first',
      'từ 10 trở lên: điểm tối đa; từ 5 đến 9: 5 điểm',
      ['tier-gap: với 0 bài không dòng nào áp dụng'],
    ],
    ['covered', 'từ 10 trở lên: điểm tối đa; còn lại: 0 điểm', []],
  ])('%s', (_, tiers, messages) => {
    expect(found({ rules: bands(tiers) })).toEqual(messages)
  })
})

test('row 7: a row «từ 10» after a row «từ 5» can never be reached, and is told', () => {
  const rules = COUNT.replace(/từ 24.*/, 'từ 5 trở lên: 5 điểm; từ 10 trở lên: điểm tối đa; dưới 5: 0 điểm')
  expect(found({ rules }).map((message) => message.split(':')[0])).toContain('tier-overlap')
  expect(loadProgram({ name: 'thử.thidua', text: rulesOf({ rules }) }).ok).toBe(false)
})

describe('row 8: a condition on what is not known is unknown, not false', () => {
  const rules = `${COUNT}
    số liệu vi_phạm "Có vi phạm": có/không, hằng năm
    không xếp hạng khi vi_phạm
    xếp loại
      "Tốt" từ 5 điểm trở lên, khi không vi_phạm
      "Khá" còn lại`
  const villages = ['Một', 'Hai']
  const both = 'v1,bài,2026-01,24\nv2,bài,2026-01,24'
  test.each([
    ['không', 1, 'Tốt', 0],
    ['có', undefined, undefined, 0],
    ['chưa có số liệu', 1, 'Khá', 1],
  ])('%s', (said, rank, title, open) => {
    const fact = said === 'chưa có số liệu' ? '' : `\nv1,vi_phạm,2026,${said}`
    const { sheets } = scoreCase({ rules, villages, facts: `${both}${fact}\nv2,vi_phạm,2026,không` })
    const sheet = sheetOf(sheets, 'v1')
    expect([sheet.rank, sheet.class, sheet.openKnockOuts.length]).toEqual([rank, title, open])
  })
})

test('row 9: zero is a value below 5; nothing reported is neither zero nor its negation', () => {
  const rules = COUNT.replace(/từ 24.*/, 'dưới 5: điểm tối đa; từ 5 trở lên: 0 điểm')
  const outcome = (given: string): unknown[] => {
    const [sheet] = scoreCase({ rules, facts: given, asOf: '2026-01-31' }).sheets
    return (sheet?.nodes ?? []).map((node) => [
      node.kind === 'leaf' && node.outcome.kind,
      toExactText(node.points),
    ])
  }
  expect(outcome('v1,bài,2026-01,0')).toEqual([['value', '10']])
  expect(outcome('')).toEqual([['missing', '0']])
})

test('row 10: who truly has 0 in everything is scored and ranked last', () => {
  const given = { rules: X_AND_Y, villages: ['Một', 'Hai', 'Ba'] }
  const reported = `${facts('x', '2026', [0, 1, 3])}\n${facts('y', '2026', [0, 0, 2])}`
  expect(places({ ...given, facts: reported })).toEqual(['1 Ba 5', '2 Hai 1', '3 Một 0'])
})

test('row 11: with two rulebooks in force each has its own ranking', () => {
  const village = { villages: ['Một', 'Hai'] }
  const other = COUNT.replace(/từ 24.*/, 'dưới 12: điểm tối đa; từ 12 trở lên: 0 điểm')
  const reported = facts('bài', '2026-01', [24, 3])
  expect(places({ ...village, rules: COUNT, facts: reported })).toEqual(['1 Một 10', '2 Hai 0'])
  expect(places({ ...village, rules: other, facts: reported })).toEqual(['1 Hai 10', '2 Một 0'])
})

test('row 12: to whom no criterion applies has no total and no rank, it is said, and nothing is divided by zero', () => {
  const rules = `${RATIO}; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu`
  const given = {
    rules,
    villages: ['Một', 'Hai'],
    facts: 'v1,a,2026,0\nv1,b,2026,0\nv2,a,2026,1\nv2,b,2026,4',
  }
  expect(places(given)).toEqual(['1 Hai 5', '– Một –'])
  const { program, sheets } = scoreCase(given)
  expect(explainEntrant(sheetOf(sheets, 'v1'), sheets, program).join(' ')).toBe(
    'Không tiêu chí nào áp dụng cho Một nên không tính điểm và không xếp hạng.',
  )
})

describe('row 13: equal on the total: by the next key; fully equal: đồng hạng, the next rank as declared', () => {
  const villages = ['Một', 'Hai', 'Ba', 'Bốn']
  const reported = `${facts('x', '2026', [3, 1, 3, 0])}\n${facts('y', '2026', [1, 3, 1, 1])}`
  test.each([
    ['', ['1 Hai 4', '2 Ba 4', '2 Một 4', '4 Bốn 1']],
    [', hạng sau liền kề', ['1 Hai 4', '2 Ba 4', '2 Một 4', '3 Bốn 1']],
  ])('đồng hạng%s', (ties, ranked) => {
    const rules = `${X_AND_Y}\nxếp hạng theo tổng điểm, rồi điểm tiêu chí 2, vẫn bằng thì đồng hạng${ties}`
    expect(places({ rules, villages, facts: reported })).toEqual(ranked)
  })
})

test('row 14: a bonus of 0 points in a tie moves no rank', () => {
  const rules = `${COUNT}
    số liệu mô_hình "Mô hình": số nguyên mô hình, hằng năm
    tiêu chí 2 "Mô hình" khuyến khích, thưởng tối đa 2 điểm
      giá trị = mô_hình; từ 1 trở lên: điểm tối đa; bằng 0: 0 điểm
    xếp hạng theo tổng điểm, rồi nhiều điểm thưởng hơn, vẫn bằng thì đồng hạng`
  const given = { rules, villages: ['Một', 'Hai'] }
  const reported = facts('bài', '2026-01', [24, 24])
  expect(places({ ...given, facts: reported })).toEqual(['1 Hai 10', '1 Một 10'])
  expect(places({ ...given, facts: `${reported}\nv1,mô_hình,2026,0` })).toEqual(['1 Hai 10', '1 Một 10'])
  expect(places({ ...given, facts: `${reported}\nv1,mô_hình,2026,1` })).toEqual(['1 Một 12', '2 Hai 10'])
})

test('row 15: a figure of the cluster that changes after a day changes nothing of the score for that day', () => {
  const given = { rules: BEST, villages: ['Một', 'Hai'] }
  const january = facts('bài', '2026-01', [5, 10])
  const frozen = scoreOn({ ...given, facts: january }, '2026-01-31')
  const later = scoreOn({ ...given, facts: `${january}\nv2,bài,2026-02,40` }, '2026-01-31')
  for (const { entrant } of frozen.sheets) {
    const changes = changesBetween(sheetOf(frozen.sheets, entrant.id), sheetOf(later.sheets, entrant.id))
    expect(changeSentences(changes, later.program)).toEqual(['Không có gì thay đổi.'])
  }
  expect(places({ ...given, facts: `${january}\nv2,bài,2026-02,40` })).toEqual(['1 Hai 10', '2 Một 5/4'])
})

test('row 16: what is put out of an earlier day keeps that day’s order and bears that day, whatever came since', () => {
  const given = { rules: COUNT, villages: ['Một', 'Hai'] }
  const january = 'v1,bài,2026-01,24\nv2,bài,2026-01,12'
  const all = `${january}\nv1,bài,2026-02,0\nv2,bài,2026-02,30\nv1,bài,2026-03,0`
  const out = (reported: string, day: string): string =>
    bulletinOf({ ...scoreOn({ ...given, facts: reported }, day), before: undefined }).join('\n')
  expect(out(all, '2026-01-31')).toBe(out(january, '2026-01-31'))
  expect(out(all, '2026-01-31')).toContain('tính đến hết ngày ba mươi mốt tháng một năm')
  expect(out(all, '2026-02-28')).toContain('tính đến hết ngày hai mươi tám tháng hai năm')
  expect(out(all, '2026-02-28')).toContain('Cả hai thôn đồng hạng thứ nhất')
})

test('row 17: an earlier fact that is corrected changes all that depends on it', () => {
  const rules = `
    số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
    tiêu chí 1 "So với cao nhất" tối đa 4 điểm
      đo tại thôn
      giá trị = bài; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm
    tiêu chí 2 "So với chỉ tiêu" tối đa 6 điểm
      đo tại thôn
      giá trị = bài; chỉ tiêu 60 bài; chấm theo tỷ lệ đạt chỉ tiêu
    xếp loại
      "Tốt" từ 5 điểm trở lên
      "Khá" còn lại`
  const given = { rules, levels: 'xã, thôn', villages: ['Một', 'Hai', 'Ba'] }
  const reported = ['2026-01', '2026-02'].map((period) => facts('bài', period, [10, 5, 4])).join('\n')
  const corrected = reported.replace('v1,bài,2026-01,10', 'v1,bài,2026-01,0')
  const standing = (one: string): string[] =>
    scoreCase({ ...given, facts: one }).sheets.map(
      ({ entrant, total, rank, class: title }) =>
        `${entrant.name} ${total && toExactText(total)} hạng ${rank} ${title}`,
    )
  expect(standing(reported)).toEqual([
    'Xã 39/5 hạng 1 Tốt',
    'Một 6 hạng 1 Tốt',
    'Hai 3 hạng 2 Khá',
    'Ba 12/5 hạng 3 Khá',
  ])
  // The village itself, the sum of the commune, and those who are held against the best of the cluster.
  expect(standing(corrected)).toEqual([
    'Xã 34/5 hạng 1 Tốt',
    'Hai 5 hạng 1 Tốt',
    'Một 5 hạng 1 Tốt',
    'Ba 4 hạng 3 Khá',
  ])
})

test('row 18: an amendment that says the same is no difference, and moves nobody', () => {
  const amendment = `
    sửa đổi phiên bản 2026.2 hiệu lực từ 01/02/2026
      sửa đổi tiêu chí 1 "Tin bài" tối đa 10 điểm
        từ 24 trở lên: điểm tối đa; từ 12 đến 23: 1/2 điểm tối đa; dưới 12: 0 điểm`
  const amended = `${COUNT}${amendment}`
  const days = ['2026-01-01', '2026-02-01'].map((day) => programFrom(amended, '', day))
  const [first, second] = days
  if (!first || !second) throw new Error('two days')
  expect(compareRulebooks(first, second).changes).toEqual([])
  expect(compareRulebooks(programFrom(COUNT), second).changes).toEqual([])
  const village = {
    villages: ['Một', 'Hai'],
    facts: `${facts('bài', '2026-01', [0, 0])}\n${facts('bài', '2026-02', [24, 12])}`,
  }
  const [before, after] = [COUNT, amended].map((rules) => scoreOn({ ...village, rules }, '2026-02-28'))
  if (!before || !after) throw new Error('both are scored')
  for (const { entrant } of before.sheets) {
    const changes = changesBetween(sheetOf(before.sheets, entrant.id), sheetOf(after.sheets, entrant.id))
    expect(changeSentences(changes, after.program)).toEqual(['Không có gì thay đổi.'])
  }
})

describe('row 19: names of equal rank stand in Vietnamese order, whichever way their letters are typed', () => {
  const names = ['Đông', 'Dông', 'Đồng', 'Ấn', 'An', 'Ân', 'Thôn 10', 'Thôn 2']
  const order = ['An', 'Ân', 'Ấn', 'Dông', 'Đông', 'Đồng', 'Thôn 2', 'Thôn 10']
  test.each(['NFC', 'NFD'])('%s', (form) => {
    const villages = names.map((name) => name.normalize(form))
    const { sheets } = scoreCase({
      rules: COUNT,
      villages,
      facts: facts(
        'bài',
        '2026-01',
        names.map(() => 24),
      ),
    })
    expect(sheets.map(({ rank, entrant }) => `${rank} ${entrant.name}`)).toEqual(
      order.map((name) => `1 ${name}`),
    )
  })
})

describe('row 20: relative to the leader', () => {
  const given = { rules: BEST, villages: ['Một', 'Hai', 'Ba'] }
  test('two leaders both have full marks', () => {
    expect(places({ ...given, facts: facts('bài', '2026-01', [8, 8, 4]) })).toEqual([
      '1 Hai 10',
      '1 Một 10',
      '3 Ba 5',
    ])
  })

  test('when the leader leaves, the others are held against the next', () => {
    expect(places({ ...given, facts: facts('bài', '2026-01', [16, 8, 4]) })).toEqual([
      '1 Một 10',
      '2 Hai 5',
      '3 Ba 5/2',
    ])
    const without = facts('bài', '2026-01', [16, 8, 4]).replace(
      'v1,bài,2026-01,16',
      'v1,bài,2026-01,không áp dụng',
    )
    expect(places({ ...given, facts: without })).toEqual(['1 Hai 10', '2 Ba 5', '– Một –'])
    const left = facts('bài', '2026-01', [8, 4])
    expect(places({ ...given, villages: ['Hai', 'Ba'], facts: left })).toEqual(['1 Hai 10', '2 Ba 5'])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Criterion,
  printAmendment,
  printAmount,
  printAward,
  printChange,
  printCondition,
  printCriterion,
  printExample,
  printGoal,
  printGroup,
  printKnockOut,
  printMaximum,
  printMeasure,
  printPerItem,
  printPointsRange,
  printRange,
  printRanking,
  printRule,
  printRulebook,
  printTarget,
  printTest,
  printTier,
  printValue,
  printZeroAnswer,
  type Rule,
} from '#language/index.ts'
import { KEYWORDS } from '#language/keywords.ts'
import { lex } from '#language/lexer.ts'
import { rulebookOf } from '../../support/meaning.ts'
import { rulebookText } from '../../support/rulebooks.ts'

const HEAD = 'bộ tiêu chí "Thử" mã thu phiên bản 2026.1\n'

function criterionWith(line: string): Criterion {
  const [criterion] = rulebookOf(`${HEAD}tiêu chí 1 "A" tối đa 10 điểm\n${line}`).children
  if (criterion?.kind !== 'criterion') throw new Error('a criterion was written')
  return criterion
}

function ruleIn(line: string): Rule {
  const { rule } = criterionWith(line)
  if (!rule) throw new Error(`«${line}» is no rule`)
  return rule
}

function tierIn(line: string) {
  const rule = ruleIn(line)
  const tier = rule.kind === 'tiers' ? rule.tiers[0] : undefined
  if (!tier) throw new Error(`«${line}» is no tier`)
  return tier
}

/** What was written, and how the language itself would write it: the same where nothing is beside it. */
const same = (...lines: string[]): [string, string][] => lines.map((line) => [line, line])

describe('tiers', () => {
  test.each([
    ...same(
      'từ 24 bài trở lên: điểm tối đa',
      'trên 50% đến dưới 80%: 1/2 điểm tối đa',
      'bằng 15.763: 2,5 điểm',
      'từ 5 đến dưới 5: 1 điểm',
      '"Hoàn thành": điểm tối đa',
      'từ "Đang làm" trở lên: trừ 1/2 điểm tối đa',
      'chưa đạt chỉ tiêu: trừ hết điểm',
      'vượt chỉ tiêu: 20/3 điểm',
      'không: 0 điểm',
      'còn lại: 35% điểm tối đa',
    ),
    ['ít nhất 4: 1 điểm', 'từ 4 trở lên: 1 điểm'],
    ['từ 5 đến 5: 1 điểm', 'bằng 5: 1 điểm'],
    ['bằng "Đạt": 1 điểm', '"Đạt": 1 điểm'],
    ['từ 1000 trở lên: 1/2 điểm', 'từ 1.000 trở lên: 0,5 điểm'],
    ['dưới 1/4: 50% điểm tối đa', 'dưới 0,25: 1/2 điểm tối đa'],
    ['dưới 1/3%: trừ điểm tối đa', 'dưới 1/3%: trừ hết điểm'],
  ])('%s', (line, printed) => {
    const tier = tierIn(line)
    expect(printTier(tier)).toBe(printed)
    expect(printed).toBe(`${printCondition(tier.condition)}: ${printAward(tier.award)}`)
  })
})

test('a range by itself, of values and of points', () => {
  const { condition } = tierIn('"Đạt": 1 điểm')
  expect(condition.kind === 'range' && printRange(condition)).toBe('bằng "Đạt"')
  const [knockOut] = rulebookOf(
    `${HEAD}không xếp hạng khi nhóm II từ 1 điểm đến dưới 3/4 điểm tối đa`,
  ).knockOuts
  const range = knockOut?.test.kind === 'node' ? knockOut.test.range : undefined
  expect(range && printPointsRange(range)).toBe('từ 1 điểm đến dưới 75% điểm tối đa')
})

describe('other rules', () => {
  test.each([
    ...same(
      'mỗi 2 bài được 0,5 điểm, không quá 3 điểm',
      'mỗi tháng trừ 2 điểm',
      'mỗi 10% vượt chỉ tiêu được 1 điểm',
      'mỗi 1 năm học được 1 điểm',
      'mỗi đơn lệch so với chỉ tiêu trừ 2 điểm',
      'chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
      'chấm theo tỷ lệ so với bình quân trong cụm',
      'cộng 1/4 điểm tối đa khi có_liên_kết',
    ),
    ['mỗi 1 bài được 1 điểm', 'mỗi bài được 1 điểm'],
    ['mỗi 1 tháng trừ 1 điểm', 'mỗi tháng trừ 1 điểm'],
  ])('%s', (line, printed) => {
    const rule = ruleIn(line)
    expect(printRule(rule)).toEqual([printed])
    if (rule.kind === 'perItem') expect(printPerItem(rule)).toBe(printed)
  })

  test('tiers below `cộng theo` stand one level deeper', () => {
    expect(printRule(ruleIn('cộng theo bài\ntừ 1 trở lên: 1 điểm\ncòn lại: 0 điểm'))).toEqual([
      'cộng theo bài',
      '  từ 1 trở lên: 1 điểm',
      '  còn lại: 0 điểm',
    ])
  })
})

describe('values, what a zero means, targets, maxima', () => {
  test.each(
    same('a / b mỗi tháng', 'a / 20', 'doanh_nghiệp trên 1.000 dân', 'số tháng chậm của a', 'a mỗi quý'),
  )('%s', (value, printed) => {
    const read = criterionWith(`giá trị = ${value}`).value
    expect(read && printValue(read)).toBe(printed)
  })

  test.each(same('khi b = 0: không áp dụng', 'khi cao nhất trong cụm = 0: trừ 1 điểm'))(
    '%s',
    (line, printed) => {
      const [zeroAnswer] = criterionWith(line).zeroAnswers
      expect(zeroAnswer && printZeroAnswer(zeroAnswer)).toBe(printed)
    },
  )

  test.each([
    ...same('35,4%', '2-3 đơn/năm', 'không quá "Đạt"', 'năm 2026-2027 65%, từ năm 2028 80%'),
    ...same('50% dự kiến', '2-3 đơn/năm dự kiến', '"Đạt" dự kiến', 'năm 2026 86%, từ năm 2027 90% dự kiến'),
    ['dự kiến 50%', '50% dự kiến'],
    ['dự kiến năm 2026 1 bài, từ năm 2027 2 bài', 'năm 2026 1 bài dự kiến, từ năm 2027 2 bài dự kiến'],
    ['KHÔNG QUÁ  5 %', 'không quá 5%'],
    ['2 – 3 thôn / năm', '2-3 thôn/năm'],
    ['năm 2026-2026 1 bài', 'năm 2026 1 bài'],
  ])('%s', (target, printed) => {
    const read = criterionWith(`chỉ tiêu ${target}`).target
    expect(read && printTarget(read)).toBe(printed)
    if (read?.byYear.length === 0) expect(printGoal(read.goal)).toBe(printed)
  })

  test.each(same('tối đa 20/3 điểm dự kiến', 'khuyến khích, thưởng tối đa 2 điểm', 'trừ tối đa 3 điểm'))(
    '%s',
    (written, printed) => {
      const [node] = rulebookOf(`${HEAD}tiêu chí 1 "A" ${written}`).children
      expect(node?.maximum && printMaximum(node.maximum)).toBe(printed)
      expect(node?.maximum && printed).toContain(node?.maximum && printAmount(node.maximum.points))
    },
  )
})

describe('whole lines about the rulebook', () => {
  test.each([
    ...same(
      'số liệu phát_sóng "Số lần phát": số nguyên lần, hằng tháng, cộng dồn, từ 0 đến 62, bước 2, kỳ thiếu tính 0, minh chứng bắt buộc',
      'số liệu td "Tiến độ": mức "Chưa" rồi "Hoàn thành", hằng quý, mới nhất, chỉ theo dõi, nguồn "Sổ"',
      'số liệu hl "Hài lòng": điểm theo thang 20, hằng năm, bình quân',
      'số liệu chi "Chi": số tiền triệu đồng, hằng năm, là một phần của ngân_sách, bỏ qua kỳ thiếu',
    ),
    ['số liệu a “A "b"”: TỈ LỆ', 'số liệu a “A "b"”: tỷ lệ, hằng năm'],
    ['số liệu a "A": số nguyên KHU  PHỐ, mới nhất, hàng năm', 'số liệu a "A": số nguyên khu phố, hằng năm'],
  ])('%s', (line, printed) => {
    expect(rulebookOf(HEAD + line).measures.map(printMeasure)).toEqual([printed])
  })

  test.each([
    ...same(
      'xếp hạng dự kiến chung các cụm theo tổng điểm đã làm tròn, rồi điểm nhóm II, vẫn bằng thì đồng hạng, hạng sau liền kề',
    ),
    [
      'xếp hạng trong từng cụm theo ít điểm trừ hơn, vẫn bằng thì đồng hạng',
      'xếp hạng theo ít điểm trừ hơn, vẫn bằng thì đồng hạng',
    ],
  ])('%s', (line, printed) => {
    const { ranking } = rulebookOf(HEAD + line)
    expect(ranking && printRanking(ranking)).toBe(printed)
  })

  test.each([
    ...same('có_vi_phạm', 'không có_vi_phạm', 'chậm từ 3 trở lên', 'nhóm II dưới 2 điểm'),
    ['mọi nhóm ít nhất 1/2 điểm tối đa', 'mọi nhóm từ 50% điểm tối đa trở lên'],
    ['tiêu chí thành phần 3a bằng 1 điểm', 'tiêu chí 3a bằng 1 điểm'],
  ])('không xếp hạng khi %s', (written, printed) => {
    const { knockOuts } = rulebookOf(`${HEAD}không xếp hạng khi ${written}`)
    expect(knockOuts.map(({ test: read }) => printTest(read))).toEqual([printed])
    expect(knockOuts.map(printKnockOut)).toEqual([`không xếp hạng khi ${printed}`])
  })

  test.each(
    same(
      'ví dụ "ba lần" với phát_sóng mỗi tháng = 3, thôn "miền núi", chưa có bài, cao nhất trong cụm = 10 thì tiêu chí 30 được 2,5 điểm, nhóm II không áp dụng',
      'ví dụ "muộn" với xong = 15/01/2027, td = "Đang", x = không áp dụng, y = có thì tiêu chí T1 bị trừ 1 điểm',
    ),
  )('%s', (line, printed) => {
    expect(rulebookOf(HEAD + line).examples.map(printExample)).toEqual([printed])
  })

  test('an amendment and each of its changes', () => {
    const lines = [
      'sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026',
      '  căn cứ "Quyết định 2"',
      '  sửa đổi tiêu chí 5 "Tên mới" tối đa 6 điểm',
      '    chỉ tiêu 80%',
      '  bãi bỏ nhóm III',
      '  bổ sung tiêu chí 7 "B" tối đa 5 điểm vào nhóm II',
      '  bổ sung tiêu chí thành phần 7a "C" tối đa 5 điểm vào tiêu chí 7',
    ]
    const { amendments } = rulebookOf(HEAD + lines.join('\n'))
    expect(amendments.flatMap(printAmendment)).toEqual(lines)
    expect(amendments.flatMap(({ changes }) => changes).map(printChange)).toHaveLength(4)
  })

  test('a group without its criteria, and a criterion with all of it, in canonical order', () => {
    const text = `${HEAD}nhóm I "N" tối đa 5 điểm; ghi chú "g"
      tiêu chí 1 "A" tối đa 5 điểm, không vượt quá điểm tối đa, chỉ tính thành phần cao nhất
      đo tại tổ dân phố; căn cứ "c"; chủ trì "d"
      riêng bản "biên giới"; không áp dụng
      tiêu chí thành phần 1a "B" tối đa 5 điểm; thời hạn 1/7/2026`
    const [group] = rulebookOf(text).children
    if (group?.kind !== 'group') throw new Error('a group was written')
    expect(printGroup(group)).toEqual(['nhóm I "N" tối đa 5 điểm', '  ghi chú "g"'])
    expect(group.children.flatMap(printCriterion)).toEqual([
      'tiêu chí 1 "A" tối đa 5 điểm, không vượt quá điểm tối đa, chỉ tính thành phần cao nhất',
      '  chủ trì "d"',
      '  căn cứ "c"',
      '  đo tại thôn',
      '  riêng thôn "biên giới"',
      '    không áp dụng',
      '  tiêu chí thành phần 1a "B" tối đa 5 điểm',
      '    thời hạn 1/7/2026',
    ])
  })
})

test('a criterion outside all groups is printed before them, where it is read as that', () => {
  const lines = 'tiêu chí 1 "A" tối đa 1 điểm\nnhóm I "N" tối đa 1 điểm\ntiêu chí 2 "B" tối đa 1 điểm'
  const rulebook = rulebookOf(HEAD + lines)
  const amended = { ...rulebook, children: rulebook.children.toReversed() }
  expect(printRulebook(amended)).toBe(printRulebook(rulebook))
})

test('the rulebooks at random use every word of the language', () => {
  const used = new Set<string>()
  for (const text of fc.sample(rulebookText, { numRuns: 400, seed: 1 })) {
    const { clauses } = lex({ name: 'thử', text })
    for (const { tokens } of clauses) for (const { tokenType } of tokens) used.add(tokenType.name)
  }
  expect(Object.keys(KEYWORDS).filter((keyword) => !used.has(keyword))).toEqual([])
})

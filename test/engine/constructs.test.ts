import { describe, expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { explainLeaf, leavesIn, rankText } from '#engine/index.ts'
import { type Case, scoreCase } from '../support/scoring.ts'

/** The points of each village on criterion 1, or why there are none. */
function pointsOf(given: Case): readonly string[] {
  const { sheets } = scoreCase(given)
  return [...sheets]
    .toSorted((left, right) => left.entrant.id.localeCompare(right.entrant.id))
    .map((sheet) => {
      const leaf = leavesIn(sheet.nodes).find(({ node }) => node.code === '1')
      if (!leaf) return 'không chấm'
      return leaf.outcome.kind === 'value' ? toExactText(leaf.points) : leaf.outcome.kind
    })
}

/** A measure `x` of that kind, a criterion 1 of 10 points with those lines, and a value of `x` for each village. */
function oneCriterion(type: string, lines: string, values: readonly string[], more: Partial<Case> = {}) {
  return pointsOf({
    rules: `số liệu x "X": ${type}, hằng năm\ntiêu chí 1 "Một" tối đa 10 điểm\n${lines}`,
    villages: values.map((_, index) => `Thôn ${index + 1}`),
    facts: values.map((value, index) => `v${index + 1},x,2026,"${value}"`).join('\n'),
    ...more,
  })
}

describe('kinds of value', () => {
  test.each<[string, string, string, string[], string[]]>([
    [
      'an index',
      'chỉ số, từ 0 đến 1',
      'chỉ tiêu 0,70; đạt chỉ tiêu: điểm tối đa; còn lại: 0 điểm',
      ['0,7', '0,6999'],
      ['10', '0'],
    ],
    [
      'a survey score',
      'điểm theo thang 20',
      'chỉ tiêu 90%; chấm theo tỷ lệ đạt chỉ tiêu',
      ['18', '9'],
      ['10', '5'],
    ],
    [
      'levels',
      'mức "Chưa" rồi "Đang" rồi "Xong"',
      '"Xong": điểm tối đa; từ "Đang" đến dưới "Xong": 4 điểm; còn lại: 0 điểm',
      ['Xong', 'đang', 'Chưa'],
      ['10', '4', '0'],
    ],
    [
      'levels that are called as an answer is',
      'mức "Không" rồi "Một phần" rồi "Có"',
      'chỉ tiêu "Có"; đạt chỉ tiêu: điểm tối đa; "Một phần": 4 điểm; "Không": 0 điểm',
      ['Có', 'một phần', 'không'],
      ['10', '4', '0'],
    ],
    [
      'a level as the target',
      'mức "Chưa" rồi "Cơ bản" rồi "Xong"',
      'chỉ tiêu "Cơ bản"; đạt chỉ tiêu: điểm tối đa; chưa đạt chỉ tiêu: 0 điểm',
      ['Xong', 'Cơ bản', 'Chưa'],
      ['10', '10', '0'],
    ],
    [
      'money',
      'số tiền triệu đồng',
      'từ 100 trở lên: điểm tối đa; dưới 100: 0 điểm',
      ['100', '99,9'],
      ['10', '0'],
    ],
    [
      'a target not to be passed',
      'tỷ lệ',
      'chỉ tiêu không quá 5%; đạt chỉ tiêu: điểm tối đa; chưa đạt chỉ tiêu: 0 điểm',
      ['5%', '5,1%'],
      ['10', '0'],
    ],
  ])('%s', (_name, type, rule, values, points) => {
    const value = type.startsWith('điểm theo thang') ? 'giá trị = x / 20' : 'giá trị = x'
    expect(oneCriterion(type, `${value}; ${rule}`, values)).toEqual(points)
  })

  test('per 1.000, exactly', () => {
    const rules = `số liệu a "A": số nguyên doanh nghiệp, hằng năm
      số liệu dân "Dân": số nguyên dân, hằng năm, từ 1
      tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = a trên 1.000 dân; chỉ tiêu 0,2 doanh nghiệp/1.000 dân
        đạt chỉ tiêu: điểm tối đa; chưa đạt chỉ tiêu: 0 điểm`
    const facts = 'v1,a,2026,3\nv1,dân,2026,15000\nv2,a,2026,3\nv2,dân,2026,15001'
    expect(pointsOf({ rules, villages: ['A', 'B'], facts })).toEqual(['10', '0'])
  })

  test.each([
    ['30/11/2026', '10'],
    ['01/12/2026', '8'],
    ['31/12/2026', '8'],
    ['01/01/2027', '6'],
    ['01/06/2027', '0'],
  ])('finished on %s, 2 points off a month: %s', (day, points) => {
    const lines = 'thời hạn 30/11/2026; giá trị = số tháng chậm của x; mỗi tháng trừ 2 điểm'
    expect(oneCriterion('ngày', lines, [day])).toEqual([points])
  })

  test.each([
    ['15/06/2026', '10'],
    ['17/06/2026', '8'],
    ['15/08/2026', '0'],
  ])('finished on %s, a point off a day: %s', (day, points) => {
    const lines = 'thời hạn 15/06/2026; giá trị = số ngày chậm của x; mỗi ngày trừ 1 điểm'
    expect(oneCriterion('ngày', lines, [day])).toEqual([points])
  })
})

describe('ways of giving points', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'a deduction that escalates',
      'bằng 0: điểm tối đa; bằng 1: trừ 1 điểm; bằng 2: trừ 3 điểm; từ 3 trở lên: trừ hết điểm',
      ['0', '1', '2', '3', '9'],
      ['10', '9', '7', '0', '0'],
    ],
    ['per item, up to a limit', 'mỗi lần được 3 điểm, không quá 8 điểm', ['0', '2', '3'], ['0', '6', '8']],
    [
      'per whole step',
      'mỗi 2 lần được 3 điểm, không quá điểm tối đa',
      ['1', '2', '3', '4', '9'],
      ['0', '3', '3', '6', '10'],
    ],
    ['taken per item', 'mỗi lần trừ 4 điểm', ['0', '2', '3'], ['10', '2', '0']],
    ['taken up to a limit', 'mỗi lần trừ 4 điểm, không quá 5 điểm', ['1', '2', '9'], ['6', '5', '5']],
    [
      'short of the target',
      'chỉ tiêu 5 lần; mỗi lần thiếu so với chỉ tiêu trừ 3 điểm',
      ['5', '9', '4', '0'],
      ['10', '10', '7', '0'],
    ],
    [
      'outside a range',
      'chỉ tiêu 5-7 lần; mỗi lần lệch so với chỉ tiêu trừ 2 điểm',
      ['5', '7', '4', '9', '0'],
      ['10', '10', '8', '6', '0'],
    ],
    [
      'tiers around a range',
      'chỉ tiêu 5-7 lần; trong chỉ tiêu: điểm tối đa; dưới chỉ tiêu: 4 điểm; vượt chỉ tiêu: 6 điểm',
      ['4', '5', '7', '8'],
      ['4', '10', '10', '6'],
    ],
    [
      'more than the target',
      'chỉ tiêu 5 lần; mỗi lần vượt chỉ tiêu được 1 điểm, không quá điểm tối đa',
      ['5', '8', '99'],
      ['0', '3', '10'],
    ],
    [
      'proportion with a floor',
      'chỉ tiêu 10 lần; chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
      ['10', '5', '4', '20'],
      ['10', '5', '0', '10'],
    ],
    [
      'parts per item',
      'cộng theo x; mỗi lần được 1/5 điểm tối đa, không quá 1/2 điểm tối đa',
      ['1', '2', '9'],
      ['2', '4', '5'],
    ],
  ])('%s', (_name, rule, values, points) => {
    const value = rule.startsWith('cộng') ? '' : 'giá trị = x; '
    expect(oneCriterion('số nguyên lần', `${value}${rule}`, values)).toEqual(points)
  })

  test('best of the cluster: two leaders have full marks, the others their share, who reports nothing is missing', () => {
    const lines = 'giá trị = x; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm'
    expect(oneCriterion('số nguyên lần', lines, ['8', '8', '3', '0'])).toEqual(['10', '10', '15/4', '0'])
    expect(oneCriterion('số nguyên lần', lines, ['0', '0'])).toEqual(['0', '0'])
    const clusters = { v1: 'A', v2: 'A', v3: 'B' }
    expect(oneCriterion('số nguyên lần', lines, ['8', '4', '3'], { clusters })).toEqual(['10', '5', '10'])
    const head = 'xếp hạng chung các cụm theo tổng điểm, vẫn bằng thì đồng hạng'
    expect(oneCriterion('số nguyên lần', lines, ['8', '4', '2'], { clusters, head })).toEqual([
      '10',
      '5',
      '5/2',
    ])
  })

  test('average of the cluster: above it no more than full marks', () => {
    const lines =
      'giá trị = x; khi bình quân trong cụm = 0: không áp dụng; chấm theo tỷ lệ so với bình quân trong cụm'
    expect(oneCriterion('số nguyên lần', lines, ['9', '2', '1'])).toEqual(['10', '5', '5/2'])
    expect(oneCriterion('số nguyên lần', lines, ['0', '0'])).toEqual(['notApplicable', 'notApplicable'])
  })

  test.each([
    ['chỉ tính thành phần cao nhất', 'tối đa 6 điểm', '6'],
    ['chỉ tính thành phần thấp nhất', 'tối đa 4 điểm', '2'],
    ['tính bình quân các thành phần', 'tối đa 5 điểm', '4'],
  ])('%s', (combine, maximum, points) => {
    const { sheets } = scoreCase({
      scale: maximum.replace(/\D+/g, ''),
      rules: `số liệu x "X": số nguyên lần, hằng năm
        tiêu chí 1 "Một" ${maximum}, ${combine}
          tiêu chí thành phần 1a "A" tối đa 4 điểm
            giá trị = x; từ 9 trở lên: điểm tối đa; còn lại: 2 điểm
          tiêu chí thành phần 1b "B" tối đa 6 điểm
            giá trị = x; từ 1 trở lên: điểm tối đa; dưới 1: 0 điểm`,
      facts: 'v1,x,2026,1',
    })
    expect(sheets.map(({ total }) => total && toExactText(total))).toEqual([points])
  })

  describe('parts of a penalty, by what they take', () => {
    const WAYS = {
      best: 'trừ tối đa 5 điểm, chỉ tính thành phần cao nhất',
      worst: 'trừ tối đa 2 điểm, chỉ tính thành phần thấp nhất',
      average: 'trừ tối đa 3 điểm, tính bình quân các thành phần',
    } as const
    /** Parts that take up to 2, 5 and 2 points, one for each that was counted. */
    const rules = (way: keyof typeof WAYS, scope: string, below: string) => {
      const part = (code: string, most: number) => `
        ${below} ${code} "${code}" trừ tối đa ${most} điểm
          giá trị = ${code}; mỗi lần trừ 1 điểm`
      return `số liệu a "A": số nguyên lần, hằng năm
        số liệu b "B": số nguyên lần, hằng năm
        số liệu c "C": số nguyên lần, hằng năm
        số liệu x "X": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = x; từ 1 trở lên: điểm tối đa; còn lại: 0 điểm
        ${scope} P "P" ${WAYS[way]} ${part('a', 2)} ${part('b', 5)} ${part('c', 2)}`
    }
    const facts = (...values: readonly string[]): string =>
      ['v1,x,2026,1', ...values.flatMap((value, i) => (value ? `v1,${'abc'[i]},2026,${value}` : []))].join(
        '\n',
      )
    const NONE = 'không áp dụng'

    test.each<[string, string, Readonly<Record<keyof typeof WAYS, string>>]>([
      ['all take some', facts('1', '4', '2'), { best: '-4', worst: '-1', average: '-7/3' }],
      ['all take all they can', facts('9', '9', '9'), { best: '-5', worst: '-2', average: '-3' }],
      ['one takes nothing', facts('1', '0', '2'), { best: '-2', worst: '0', average: '-1' }],
      ['none takes anything', facts('0', '0', '0'), { best: '0', worst: '0', average: '0' }],
      ['one does not apply', facts('1', NONE, '2'), { best: '-2', worst: '-1', average: '-3/2' }],
      ['one is missing', facts('1', '4', ''), { best: '-4', worst: '0', average: '-5/3' }],
      ['one does not apply, one is missing', facts(NONE, '4', ''), { best: '-4', worst: '0', average: '-2' }],
      ['only one applies', facts('1', NONE, NONE), { best: '-1', worst: '-1', average: '-1' }],
      ['none applies', facts(NONE, NONE, NONE), { best: '0', worst: '0', average: '0' }],
    ])('%s', (_name, given, expected) => {
      const taken = (scope: string, below: string) => (way: keyof typeof WAYS) => {
        const { sheets } = scoreCase({ rules: rules(way, scope, below), facts: given })
        return sheets.map(({ penalty }) => toExactText(penalty)).join()
      }
      const all = (of: (way: keyof typeof WAYS) => string) => ({
        best: of('best'),
        worst: of('worst'),
        average: of('average'),
      })
      expect(all(taken('nhóm', 'tiêu chí'))).toEqual(expected)
      expect(all(taken('tiêu chí', 'tiêu chí thành phần'))).toEqual(expected)
    })
  })
})

describe('time', () => {
  const monthly = (lines: string, values: readonly string[], attributes = 'cộng dồn') =>
    pointsOf({
      rules: `số liệu x "X": số nguyên lần, hằng tháng, ${attributes}
        tiêu chí 1 "Một" tối đa 10 điểm\n${lines}`,
      facts: values
        .map((value, month) => `v1,x,2026-${`${month + 1}`.padStart(2, '0')},${value}`)
        .filter((row) => !row.endsWith(','))
        .join('\n'),
      asOf: `2026-${`${values.length}`.padStart(2, '0')}-28`.replace('-02-28', '-02-28'),
    })
  const tiers = 'từ 4 trở lên: điểm tối đa; từ 2 đến 3: 1/2 điểm tối đa; dưới 2: 0 điểm'
  const halfOpen = tiers.replace('đến 3', 'đến dưới 4')

  test.each<[string, string, string[], string]>([
    ['each month judged, the points averaged', `giá trị = x mỗi tháng; ${tiers}`, ['4', '2'], '15/2'],
    ['twelve in one month are not four a month', `giá trị = x mỗi tháng; ${tiers}`, ['12', '0'], '5'],
  ])('%s', (_name, lines, values, points) => {
    expect(monthly(lines, values)).toEqual([points])
  })

  test.each([
    ['bình quân', '5'],
    ['nhỏ nhất', '0'],
    ['lớn nhất', '10'],
    ['mới nhất', '0'],
    ['cộng dồn', '10'],
  ])('%s', (aggregation, points) => {
    expect(monthly(`giá trị = x; ${halfOpen}`, ['6', '0'], aggregation)).toEqual([points])
  })

  test.each([
    ['cộng dồn', 'missing'],
    ['cộng dồn, kỳ thiếu tính 0', '5'],
    ['bình quân, kỳ thiếu tính 0', '0'],
    ['bình quân, bỏ qua kỳ thiếu', '5'],
  ])('a month without a fact, %s: %s', (attributes, points) => {
    expect(monthly(`giá trị = x; ${halfOpen}`, ['', '3', ''], attributes)).toEqual([points])
  })

  test('a month that was not reported, judged each month', () => {
    const each = `giá trị = x mỗi tháng; ${tiers}`
    expect(monthly(each, ['', '4'])).toEqual(['missing'])
    expect(monthly(each, ['', '4'], 'cộng dồn, kỳ thiếu tính 0')).toEqual(['5'])
    expect(monthly(each, ['', '4'], 'cộng dồn, bỏ qua kỳ thiếu')).toEqual(['10'])
  })
})

describe('who is scored on what', () => {
  test('an exception by attribute: another target, another rule, or none at all', () => {
    const rules = (exception: string) => `số liệu x "X": số nguyên lần, hằng năm
      tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = x; chỉ tiêu 10 lần; chấm theo tỷ lệ đạt chỉ tiêu
        riêng thôn "miền núi"
          ${exception}`
    const given = (exception: string): Case => ({
      rules: rules(exception),
      head: 'đặc điểm thôn "miền núi", "biên giới"',
      villages: ['A', 'B'],
      attributes: { v2: 'biên giới; miền núi' },
      facts: 'v1,x,2026,5\nv2,x,2026,5',
    })
    expect(pointsOf(given('chỉ tiêu 5 lần'))).toEqual(['5', '10'])
    expect(pointsOf(given('từ 5 trở lên: 8 điểm; dưới 5: 0 điểm'))).toEqual(['5', '8'])
    expect(pointsOf(given('không áp dụng'))).toEqual(['5', 'notApplicable'])
  })

  test('an exception to a criterion that is held against the cluster is judged by its own tiers', () => {
    const given: Case = {
      rules: `số liệu a "A": số nguyên lần, hằng năm
        số liệu b "B": số nguyên lần, hằng năm, từ 1
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = a / b; khi cao nhất trong cụm = 0: 0 điểm
          chấm theo tỷ lệ so với cao nhất trong cụm
          riêng thôn "miền núi"
            từ 50% trở lên: 8 điểm; dưới 50%: 0 điểm`,
      head: 'đặc điểm thôn "miền núi"',
      villages: ['A', 'B'],
      attributes: { v2: 'miền núi' },
      facts: 'v1,a,2026,1\nv1,b,2026,4\nv2,a,2026,1\nv2,b,2026,2',
    }
    expect(pointsOf(given)).toEqual(['5', '8'])
  })

  test.each([
    ['núi cao', '`v1` có đặc điểm «núi cao» mà bộ tiêu chí không khai báo'],
    ['miền núi; biên giới', 'có cả đặc điểm «miền núi» và «biên giới»'],
  ])('attributes that leave open what holds are refused: %s', (attributes, message) => {
    const given: Case = {
      rules: `số liệu x "X": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = x; chỉ tiêu 10 lần; chấm theo tỷ lệ đạt chỉ tiêu
          riêng thôn "miền núi"
            chỉ tiêu 5 lần
          riêng thôn "biên giới"
            chỉ tiêu 6 lần`,
      head: 'đặc điểm thôn "miền núi", "biên giới"',
      attributes: { v1: attributes },
      facts: 'v1,x,2026,5',
    }
    expect(() => scoreCase(given)).toThrow(message)
  })

  test('a village whose part is above its whole leaves the sum of the commune in error, whatever the others have', () => {
    const given = (facts: string): Case => ({
      levels: 'xã, thôn',
      rules: `số liệu b "Tổng": số nguyên hộ, hằng quý, lớn nhất, kỳ thiếu tính 0
        số liệu a "Phần": số nguyên hộ, hằng quý, lớn nhất, là một phần của b
        tiêu chí 1 "Một" tối đa 10 điểm
          đo tại thôn; giá trị = a / b; khi b = 0: 0 điểm
          chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu`,
      villages: ['A', 'B'],
      asOf: '2026-03-31',
      facts,
    })
    const masked = 'v1,a,2026-Q1,4\nv2,a,2026-Q1,5\nv2,b,2026-Q1,40'
    expect(pointsOf(given(masked))).toEqual(['error', '5/2', 'error'])
    expect(pointsOf(given('v1,a,2026-Q1,4'))).toEqual(['error', 'missing', 'error'])
  })

  test('whom the rulebook exempts is left out of the sum of the commune and of the figures of the cluster', () => {
    const given: Case = {
      levels: 'xã, thôn',
      rules: `số liệu x "X": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          đo tại thôn; giá trị = x; khi cao nhất trong cụm = 0: 0 điểm
          chấm theo tỷ lệ so với cao nhất trong cụm
          riêng thôn "miền núi"
            không áp dụng`,
      head: 'đặc điểm thôn "miền núi"',
      villages: ['A', 'B', 'C'],
      attributes: { v2: 'miền núi', v3: 'miền núi' },
      facts: 'v1,x,2026,5\nv2,x,2026,50',
    }
    // The commune comes last: `xa` after `v…`.
    expect(pointsOf(given)).toEqual(['10', 'notApplicable', 'notApplicable', '10'])
  })

  test('a unit leads the parts of what it leads', () => {
    const { sheets } = scoreCase({
      levels: 'xã, đơn vị',
      head: 'đơn vị được chấm theo các tiêu chí chủ trì',
      units: ['Phòng A', 'Phòng B'],
      rules: `số liệu x "X": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          chủ trì "Phòng A"; đo tại xã
          tiêu chí thành phần 1a "A" tối đa 4 điểm
            giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
          tiêu chí thành phần 1b "B" tối đa 6 điểm
            chủ trì "Phòng B"; giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu`,
      facts: 'xa,x,2026,5',
    })
    const maxima = sheets.map(({ entrant, applicableMaximum }) => [
      entrant.name,
      toExactText(applicableMaximum),
    ])
    expect(maxima.toSorted()).toEqual([
      ['Phòng A', '4'],
      ['Phòng B', '6'],
      ['Xã', '10'],
    ])
  })

  test('a unit has the points of what it leads, out of those maxima', () => {
    const { sheets } = scoreCase({
      levels: 'xã, đơn vị',
      scale: '30',
      head: 'đơn vị được chấm theo các tiêu chí chủ trì',
      units: ['Phòng A', 'Phòng B', 'Phòng C'],
      rules: `số liệu x "X": số nguyên lần, hằng năm
        số liệu y "Y": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          chủ trì "Phòng A"; đo tại xã; giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
        tiêu chí 2 "Hai" tối đa 20 điểm
          chủ trì "Phòng B"; đo tại xã; giá trị = y; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu`,
      facts: 'xa,x,2026,5\nxa,y,2026,10',
    })
    const totals = sheets.map(({ entrant, total, rank }) => [entrant.name, total && toExactText(total), rank])
    expect(totals).toEqual([
      ['Xã', '25', 1],
      ['Phòng B', '30', 1],
      ['Phòng A', '15', 2],
      ['Phòng C', undefined, undefined],
    ])
  })
})

describe('what a total is made of', () => {
  const two = (head: string, facts: string, last = '') =>
    scoreCase({
      head,
      scale: '20',
      villages: ['A', 'B', 'C'],
      rules: `số liệu x "X": số nguyên lần, hằng năm
        số liệu y "Y": số nguyên lần, hằng năm
        số liệu vi_phạm "Vi phạm": số nguyên lần, hằng năm, chỉ theo dõi
        nhóm I "Một" tối đa 20 điểm
          tiêu chí 1 "Một" tối đa 10 điểm
            giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
          tiêu chí 2 "Hai" tối đa 10 điểm
            giá trị = y; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
        ${last}`,
      facts,
    }).sheets

  test('penalties are taken off, up to their limit, and rank where the rulebook says so', () => {
    const sheets = two(
      'xếp hạng theo tổng điểm, rồi ít điểm trừ hơn, vẫn bằng thì đồng hạng',
      [
        'v1,x,2026,10\nv1,y,2026,9\nv1,vi_phạm,2026,0',
        'v2,x,2026,10\nv2,y,2026,10\nv2,vi_phạm,2026,2',
        'v3,x,2026,0\nv3,y,2026,0\nv3,vi_phạm,2026,99',
      ].join('\n'),
      'tiêu chí T "Vi phạm" trừ tối đa 3 điểm; giá trị = vi_phạm; mỗi lần trừ 1/2 điểm',
    )
    expect(
      sheets.map(({ entrant, total, penalty, rank }) => [
        entrant.id,
        total && toExactText(total),
        toExactText(penalty),
        rank,
      ]),
    ).toEqual([
      ['v1', '19', '0', 1],
      ['v2', '19', '-1', 2],
      ['v3', '-3', '-3', 3],
    ])
  })

  test('a condition on a penalty speaks of what was taken off', () => {
    const sheets = two(
      'không xếp hạng khi tiêu chí T từ 2 điểm trở lên',
      [
        'v1,x,2026,10\nv1,y,2026,9\nv1,vi_phạm,2026,3',
        'v2,x,2026,10\nv2,y,2026,10\nv2,vi_phạm,2026,4',
        'v3,x,2026,0\nv3,y,2026,0\nv3,vi_phạm,2026,0',
      ].join('\n'),
      'tiêu chí T "Vi phạm" trừ tối đa 3 điểm; giá trị = vi_phạm; mỗi lần trừ 1/2 điểm',
    )
    expect(sheets.map(({ entrant, rank }) => [entrant.id, rank])).toEqual([
      ['v1', 1],
      ['v3', 2],
      ['v2', undefined],
    ])
  })

  test('what does not apply in a group is carried over within the group', () => {
    const [sheet] = two('không áp dụng: quy đổi trong nhóm', 'v1,x,2026,5\nv1,y,2026,không áp dụng')
    const group = sheet?.nodes[0]
    expect(
      group?.kind === 'branch' && [toExactText(group.points), toExactText(group.applicableMaximum)],
    ).toEqual(['10', '20'])
  })

  test('each criterion may be rounded, and the total then adds rounded points', () => {
    const [sheet] = two('làm tròn từng tiêu chí 0 chữ số', 'v1,x,2026,4\nv1,y,2026,4')
    expect(sheet?.total && toExactText(sheet.total)).toBe('8')
    const thirds = scoreCase({
      head: 'làm tròn từng tiêu chí 1 chữ số',
      rules: `số liệu x "X": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = x; từ 1 trở lên: 1/3 điểm tối đa; dưới 1: 0 điểm`,
      facts: 'v1,x,2026,1',
    }).sheets
    expect(thirds[0]?.total && toExactText(thirds[0].total)).toBe('33/10')
  })

  test.each([
    ['the whole', '1', '5/2'],
    ['a penalty', '9', '-5/2'],
  ])('rounding a criterion gives no more than there is to get: %s', (name, x, points) => {
    const [sheet] = scoreCase({
      head: 'làm tròn từng tiêu chí 0 chữ số, làm tròn lên',
      rules: `số liệu x "X": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 2,5 điểm
          giá trị = x; từ 1 trở lên: điểm tối đa; dưới 1: 0 điểm
        tiêu chí 2 "Hai" tối đa 7,5 điểm
          giá trị = x; từ 1 trở lên: điểm tối đa; dưới 1: 0 điểm
        tiêu chí T "Trừ" trừ tối đa 2,5 điểm
          giá trị = x; mỗi lần trừ 0,3 điểm`,
      facts: `v1,x,2026,${x}`,
    }).sheets
    const at = name === 'a penalty' ? 2 : 0
    expect(sheet?.nodes[at] && toExactText(sheet.nodes[at].points)).toBe(points)
  })

  test('what must be proven does not count before the proof is there', () => {
    const proven = (facts: string) => {
      const { sheets } = scoreCase({
        head: '',
        rules: `số liệu x "X": số nguyên lần, hằng năm, minh chứng bắt buộc
          tiêu chí 1 "Một" tối đa 10 điểm
            giá trị = x; mỗi lần được 1 điểm, không quá điểm tối đa`,
        columns: 'entrant,measure,period,value,evidence',
        facts,
      })
      const [trace] = sheets[0]?.nodes ?? []
      return trace?.kind === 'leaf' ? `${toExactText(trace.points)}: ${explainLeaf(trace).why}` : ''
    }
    expect(proven('v1,x,2026,4,')).toBe('0: Có 1 số liệu chưa có minh chứng: tạm tính 0 điểm.')
    expect(proven('v1,x,2026,4,Biên bản số 3')).toMatch(/^4: /u)
  })

  test.each([
    ['vẫn bằng thì đồng hạng', ['1', '1', '3']],
    ['vẫn bằng thì đồng hạng, hạng sau liền kề', ['1', '1', '2']],
    ['vẫn bằng thì đồng hạng, lấy hạng trung bình', ['1,5', '1,5', '3']],
  ])('%s', (ties, ranks) => {
    const facts = 'v1,x,2026,9\nv1,y,2026,9\nv2,x,2026,9\nv2,y,2026,9\nv3,x,2026,1\nv3,y,2026,1'
    const sheets = two(`xếp hạng theo tổng điểm, ${ties}`, facts)
    expect(sheets.map(rankText)).toEqual(ranks)
  })

  test('totals that differ may be equal once rounded, where the rulebook ranks so', () => {
    const facts = 'v1,x,2026,9\nv1,y,2026,9\nv2,x,2026,9\nv2,y,2026,8\nv3,x,2026,1\nv3,y,2026,1'
    const head =
      'làm tròn tổng điểm 0 chữ số, làm tròn xuống\nxếp hạng theo tổng điểm đã làm tròn, vẫn bằng thì đồng hạng'
    const rules = (points: string) => `số liệu x "X": số thập phân lần, hằng năm
      tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = x; chỉ tiêu ${points}; chấm theo tỷ lệ đạt chỉ tiêu`
    expect(facts).toBeTruthy()
    const { sheets } = scoreCase({
      head,
      rules: rules('10'),
      villages: ['A', 'B'],
      facts: 'v1,x,2026,"9,2"\nv2,x,2026,"9,8"',
    })
    expect(sheets.map(rankText)).toEqual(['1', '1'])
  })
})

describe('classes', () => {
  const classes = (lines: string, facts: string, more: Partial<Case> = {}) =>
    scoreCase({
      villages: ['A', 'B', 'C', 'D', 'E'],
      rules: `số liệu x "X": số nguyên lần, hằng năm
        số liệu vi_phạm "Vi phạm": có/không, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
        ${lines}`,
      facts,
      ...more,
    })
      .sheets.toSorted((left, right) => left.entrant.id.localeCompare(right.entrant.id))
      .map((sheet) => sheet.class)
  const values = (...all: readonly number[]): string =>
    all.map((value, index) => `v${index + 1},x,2026,${value}`).join('\n')
  const clean = (dirty: readonly string[]): string =>
    ['v1', 'v2', 'v3', 'v4', 'v5']
      .map((id) => `${id},vi_phạm,2026,${dirty.includes(id) ? 'có' : 'không'}`)
      .join('\n')

  test('who fails a condition gets the class below', () => {
    const lines =
      'xếp loại\n"Tốt" từ 8 điểm trở lên, khi không vi_phạm\n"Khá" từ 5 đến dưới 8 điểm\n"Còn" còn lại'
    expect(classes(lines, `${values(9, 9, 6, 1, 8)}\n${clean(['v2'])}`)).toEqual([
      'Tốt',
      'Khá',
      'Khá',
      'Còn',
      'Tốt',
    ])
  })

  test.each([
    ['cùng được', ['Tốt', 'Tốt', 'Tốt', 'Khá', 'Khá']],
    ['cùng không được', ['Tốt', 'Khá', 'Khá', 'Khá', 'Khá']],
  ])('a quota of 40%% of five, two equal at its edge: %s', (ties, given) => {
    const lines = `xếp loại\n"Tốt" từ 8 điểm trở lên, không quá 40% số thôn, bằng nhau thì ${ties}\n"Khá" còn lại\nkhông xếp hạng khi vi_phạm`
    expect(classes(lines, `${values(10, 9, 9, 8, 1)}\n${clean([])}`)).toEqual(given)
  })

  test('a condition on what does not apply can neither bar nor demote', () => {
    const lines = `không xếp hạng khi tiêu chí 1 dưới 2 điểm
      xếp loại
      "Tốt" từ 0 điểm trở lên, khi tiêu chí 1 từ 5 điểm trở lên
      "Khá" còn lại`
    const facts = 'v1,x,2026,9\nv2,x,2026,3\nv3,x,2026,1\nv4,x,2026,không áp dụng\nv5,x,2026,9'
    const more = {
      scale: '20',
      rules: `số liệu x "X": số nguyên lần, hằng năm
        số liệu y "Y": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
        tiêu chí 2 "Hai" tối đa 10 điểm
          giá trị = y; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
        ${lines}`,
    }
    const all = ['v1', 'v2', 'v3', 'v4', 'v5'].map((id) => `${id},y,2026,5`).join('\n')
    expect(classes('', `${facts}\n${all}`, more)).toEqual(['Tốt', 'Khá', undefined, 'Tốt', 'Tốt'])
  })

  test('what is left over between two classes comes between them: who fails a better one does not fall past it', () => {
    const lines = 'xếp loại\n"Tốt" từ 8 điểm trở lên, khi không vi_phạm\n"Khá" còn lại\n"Kém" dưới 5 điểm'
    expect(classes(lines, `${values(9, 9, 6, 1, 8)}\n${clean(['v2'])}`)).toEqual([
      'Tốt',
      'Khá',
      'Khá',
      'Kém',
      'Tốt',
    ])
  })

  test('a condition on all groups says nothing where none of them applies', () => {
    const rules = `số liệu x "X": số nguyên lần, hằng năm
      số liệu y "Y": số nguyên lần, hằng năm
      nhóm I "Nhóm" tối đa 10 điểm
      tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
      tiêu chí T "Trừ" trừ tối đa 2 điểm
        giá trị = y; mỗi 1 trừ 1 điểm
      tiêu chí 2 "Hai" tối đa 10 điểm
        giá trị = y; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
      không xếp hạng khi mọi nhóm dưới 2 điểm`
    const facts = 'v1,x,2026,không áp dụng\nv1,y,2026,5\nv2,x,2026,1\nv2,y,2026,5'
    const { sheets } = scoreCase({ rules, scale: '20', villages: ['Một', 'Hai'], facts })
    expect(sheets.map(({ entrant, rank }) => [entrant.id, rank])).toEqual([
      ['v1', 1],
      ['v2', undefined],
    ])
  })

  test('a penalty that does not apply can neither bar nor demote', () => {
    const lines = `tiêu chí T "Trừ" trừ tối đa 3 điểm
        giá trị = vi_phạm; mỗi lần trừ 1 điểm
      xếp loại
      "Tốt" từ 0 điểm trở lên, khi tiêu chí T từ 1 điểm trở lên
      "Khá" còn lại`
    const more = {
      rules: `số liệu x "X": số nguyên lần, hằng năm
        số liệu vi_phạm "Vi phạm": số nguyên lần, hằng năm
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = x; chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu
        ${lines}`,
    }
    const facts = `${values(9, 9, 9, 9, 9)}
v1,vi_phạm,2026,không áp dụng
v2,vi_phạm,2026,0
v3,vi_phạm,2026,1`
    expect(classes('', facts, more).slice(0, 3)).toEqual(['Tốt', 'Khá', 'Tốt'])
  })

  test('who is knocked out has neither rank nor class, and takes up no place', () => {
    const lines = 'không xếp hạng khi vi_phạm\nxếp loại\n"Tốt" từ 8 điểm trở lên\n"Khá" còn lại'
    expect(classes(lines, `${values(10, 9, 9, 8, 1)}\n${clean(['v1'])}`)).toEqual([
      undefined,
      'Tốt',
      'Tốt',
      'Tốt',
      'Khá',
    ])
  })
})

describe('a rulebook that changes', () => {
  const rules = `số liệu x "X": số nguyên lần, hằng tháng
    tiêu chí 1 "Một" tối đa 10 điểm
      giá trị = x; chỉ tiêu năm 2026 5 lần, từ năm 2027 10 lần; chấm theo tỷ lệ đạt chỉ tiêu
    sửa đổi phiên bản 2026.2 hiệu lực từ 01/10/2026
      sửa đổi tiêu chí 1
        từ 1 trở lên: 7 điểm; dưới 1: 0 điểm`

  test.each([
    ['2026-09-30', '10'],
    ['2026-10-31', '7'],
  ])('as of %s: %s', (asOf, points) => {
    expect(pointsOf({ rules, facts: 'v1,x,2026-09,5\nv1,x,2026-10,5', asOf })).toEqual([points])
  })
})

describe('in words', () => {
  const why = (lines: string, type: string, value: string): string => {
    const { sheets } = scoreCase({
      rules: `số liệu x "X": ${type}, hằng năm\ntiêu chí 1 "Một" tối đa 10 điểm\n${lines}`,
      facts: `v1,x,2026,"${value}"`,
    })
    const [leaf] = leavesIn(sheets[0]?.nodes ?? [])
    const { why: reason, next } = leaf ? explainLeaf(leaf) : { why: '', next: '' }
    return `${reason} ${next ?? ''}`.trim()
  }

  test.each<[string, string, string, string]>([
    [
      'mỗi lần trừ 4 điểm',
      'số nguyên lần',
      '2',
      'Đạt 2 lần, mỗi lần trừ 4 điểm, tính 2 lần: được 2 trên 10 điểm. Giảm còn dưới 2 lần thì được 6 điểm.',
    ],
    [
      'mỗi 2 lần được 3 điểm, không quá điểm tối đa',
      'số nguyên lần',
      '3',
      'Đạt 3 lần, mỗi 2 lần được 3 điểm, tính 1 lần: được 3 trên 10 điểm. Thêm 1 lần (để đạt 4 lần) thì được 6 điểm.',
    ],
    [
      'chỉ tiêu 5-7 lần; mỗi lần lệch so với chỉ tiêu trừ 2 điểm',
      'số nguyên lần',
      '9',
      'Đạt 9 lần, lệch 2 lần so với chỉ tiêu, mỗi lần trừ 2 điểm, tính 2 lần: được 6 trên 10 điểm. Giảm còn dưới 9 lần thì được 8 điểm.',
    ],
    [
      'chỉ tiêu "Xong"; đạt chỉ tiêu: điểm tối đa; còn lại: 0 điểm',
      'mức "Chưa" rồi "Xong"',
      'Chưa',
      'Đạt "Chưa", thuộc mức còn lại: được 0 trên 10 điểm. Đạt "Xong" thì được 10 điểm.',
    ],
    [
      'khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm',
      'số nguyên lần',
      '4',
      'Đạt 4 lần, đúng bằng mức cao nhất trong cụm là 4 lần: được đủ 10 điểm.',
    ],
  ])('%s', (lines, type, value, sentence) => {
    expect(why(`giá trị = x; ${lines}`, type, value)).toBe(sentence)
  })
})

describe('a movement of several years', () => {
  test('each year is judged by its own facts and its own target', () => {
    const given: Case = {
      until: '31/12/2027',
      head: 'kỳ số liệu từng năm',
      rules: `số liệu x "X": số nguyên lần, hằng tháng, cộng dồn, kỳ thiếu tính 0
        tiêu chí 1 "Một" tối đa 10 điểm
          giá trị = x; chỉ tiêu năm 2026 5 lần, từ năm 2027 10 lần; chấm theo tỷ lệ đạt chỉ tiêu`,
      facts: 'v1,x,2026-12,5\nv1,x,2027-02,5',
    }
    expect(pointsOf({ ...given, asOf: '2026-12-31' })).toEqual(['10'])
    expect(pointsOf({ ...given, asOf: '2027-03-31' })).toEqual(['5'])
  })
})

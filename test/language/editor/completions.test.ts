import { describe, expect, test } from 'vitest'
import { standsAt } from '#language/editor/clausePlaces.ts'
import { keywordHelp } from '#language/editor/keywordHelp.ts'
import { applyEdits, completions } from '#language/index.ts'
import { followClause } from '#language/parser.ts'
import { atCursor, HEAD, inWhole } from '../../support/editor.ts'

const labels = ({ analysis, offset }: ReturnType<typeof atCursor>): readonly string[] =>
  completions(analysis, offset).map(({ label }) => label)

const CRITERION = `${HEAD}tiêu chí 1 "A" tối đa 5 điểm\n`

describe('the words that may come next', () => {
  test.each([
    ['an empty file opens with its title', '|', ['bộ tiêu chí']],
    ['the first word, begun', 'bộ t|', ['bộ tiêu chí']],
    ['a phrase, begun', `${HEAD}tiêu c|`, ['tiêu chí']],
    ['a phrase without its tone marks', `${HEAD}tieu c|`, ['tiêu chí']],
    [
      'a phrase with a blank behind its first word',
      `${HEAD}không |`,
      ['không áp dụng', 'không xếp hạng khi'],
    ],
    ['capitals', `${HEAD}TIÊU C|`, ['tiêu chí']],
    ['below a criterion, its parts too', `${CRITERION}  tiêu c|`, ['tiêu chí', 'tiêu chí thành phần']],
    [
      'names of measures by their first letters, without marks',
      `${CRITERION}  giá trị = ho|`,
      ['hồ_sơ', 'hồ_sơ_số'],
    ],
    ['what may be divided by', `${CRITERION}  giá trị = hồ_sơ_số / d|`, ['doanh_nghiệp', 'dân_số']],
    ['days for lateness', `${CRITERION}  giá trị = số ngày chậm của |`, ['xong']],
    ['yes or no for a part', `${CRITERION}  cộng 1/2 điểm tối đa khi |`, ['chuyên_mục', 'vi_phạm']],
    [
      'only the denominator in the answer for zero',
      `${CRITERION}  giá trị = hồ_sơ_số / hồ_sơ\n  khi |`,
      ['hồ_sơ', 'cao nhất trong cụm', 'bình quân trong cụm'],
    ],
    ['after a bound', `${CRITERION}  giá trị = phát_sóng\n  từ 24 |`, ['lần', 'trở lên', 'đến', 'đến dưới']],
    ['levels of the measure', `${CRITERION}  giá trị = tiến_độ\n  từ |`, ['Chưa', 'Đang', 'Hoàn thành']],
    ['levels, in quotes', `${CRITERION}  giá trị = tiến_độ\n  "hoan|"`, ['Hoàn thành']],
    [
      'levels in an example',
      `${HEAD}ví dụ "x" với tiến_độ = |`,
      ['Chưa', 'Đang', 'Hoàn thành', 'có', 'không', 'không áp dụng'],
    ],
    ['attributes', `${CRITERION}  riêng thôn |`, ['miền núi', 'biên giới']],
    [
      'units used already',
      `${HEAD}số liệu x "X": số nguyên |`,
      ['lần', 'hồ sơ', 'doanh nghiệp', 'người', 'nghìn lượt'],
    ],
    ['units of money', `${HEAD}số liệu x "X": số tiền tr|`, ['triệu đồng']],
    [
      'units that lead already',
      `${CRITERION}  chủ trì "A"\ntiêu chí 2 "B" tối đa 5 điểm\n  chủ trì |`,
      ['A'],
    ],
    [
      'after the declaration of a measure',
      `${HEAD}số liệu x "X": số nguyên lần, h|`,
      ['hằng tháng', 'hằng quý', 'hằng năm'],
    ],
    [
      'the whole that a measure is part of, not itself',
      `${HEAD}số liệu hồ_sơ_x "X": số nguyên hồ sơ, là một phần của ho|`,
      ['hồ_sơ', 'hồ_sơ_số'],
    ],
    ['a name of the author’s own', `${HEAD}số liệu |`, []],
    ['a code of the author’s own', `${HEAD}tiêu chí |`, []],
    ['a second clause on the line', `${CRITERION}  chủ trì "A"; giá|`, ['giá trị']],
    ['in a comment', `${CRITERION}  # giá|`, []],
    ['in a note', `${CRITERION}  ghi chú "giá|"`, []],
    ['after what is no clause', `${CRITERION}  blah blah |`, []],
  ])('%s', (_name, marked, expected) => {
    expect(labels(atCursor(marked))).toEqual(expected)
  })

  test.each([
    ['rồi điểm nhóm |II', ['I', 'II']],
    [
      'rồi điểm tiêu chí |2',
      ['tiêu chí thành phần', '1', '2', '3', '4', '4a', '4b', '5', '6', 'T1', 'K1', 'K2', '7'],
    ],
    ['bãi bỏ tiêu chí K|2', ['K1', 'K2']],
    ['vào nhóm |II', ['I', 'II']],
    ['bổ sung |tiêu chí 7', ['tiêu chí', 'tiêu chí thành phần']],
    [
      'thì tiêu chí |1',
      ['tiêu chí thành phần', '1', '2', '3', '4', '4a', '4b', '5', '6', 'T1', 'K1', 'K2', '7'],
    ],
  ])('%s', (marked, expected) => {
    expect(labels(inWhole(marked))).toEqual(expected)
  })

  const offered = (place: string, marked: string): readonly [string, ReadonlySet<string>] => [
    place,
    new Set(labels(atCursor(marked))),
  ]
  test.each([
    [
      ...offered('the head', `${HEAD}|`),
      ['thang điểm', 'áp dụng cho', 'nhóm'],
      ['giá trị', 'chủ trì', 'bãi bỏ', 'bộ tiêu chí'],
    ],
    [
      ...offered('a group', `${HEAD}nhóm I "N" tối đa 5 điểm\n|`),
      ['tiêu chí', 'ghi chú'],
      ['giá trị', 'thang điểm', 'căn cứ'],
    ],
    [
      ...offered('a criterion', `${CRITERION}|`),
      ['giá trị', 'từ', 'chủ trì', 'nhóm', 'xếp loại'],
      ['thang điểm', 'không áp dụng', 'bãi bỏ'],
    ],
    [
      ...offered('an exception', `${CRITERION}  riêng thôn "miền núi"\n|`),
      ['không áp dụng', 'chỉ tiêu'],
      ['thang điểm'],
    ],
    [...offered('classes', `${HEAD}xếp loại\n|`), ['tiêu chí', 'ví dụ'], ['giá trị', 'từ', 'ghi chú']],
    [
      ...offered('an amendment', `${HEAD}sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026\n|`),
      ['sửa đổi', 'bãi bỏ', 'bổ sung'],
      ['nhóm', 'tiêu chí'],
    ],
  ])('below %s', (_place, found, has, hasNot) => {
    for (const word of has) expect([...found]).toContain(word)
    for (const word of hasNot) expect([...found]).not.toContain(word)
  })

  test('every clause of the grammar is offered somewhere', () => {
    const places = ['start', 'head', 'group', 'criterion', 'exception', 'classes', 'amendment'] as const
    const lost = followClause([]).expected.filter(({ token, rules }) =>
      places.every((place) =>
        [true, false].every((amending) => !standsAt(rules[1] ?? '', token, { place, amending })),
      ),
    )
    expect(lost).toEqual([])
  })
})

describe('a completion', () => {
  test('replaces what is typed and says what it is', () => {
    const { analysis, offset } = atCursor(`${CRITERION}  giá trị = ho|`)
    const [first] = completions(analysis, offset)
    expect(first).toEqual({
      label: 'hồ_sơ',
      kind: 'measure',
      detail: 'Tổng số hồ sơ (số nguyên hồ sơ, báo cáo hằng tháng, cộng dồn)',
      insert: 'hồ_sơ',
      replace: { start: offset - 2, end: offset },
    })
  })

  test('of a keyword carries its help', () => {
    const { analysis, offset } = atCursor(`${HEAD}tieu c|`)
    expect(completions(analysis, offset)[0]?.detail).toBe(keywordHelp('Criterion')?.what)
  })

  test.each([
    [`${CRITERION}  riêng thôn "mi|"`, '  riêng thôn "miền núi"'],
    [`${CRITERION}  riêng thôn mi|`, '  riêng thôn "miền núi"'],
    [`${CRITERION}  riêng thôn "mi|`, '  riêng thôn "miền núi"'],
    [`${HEAD}tieu   c|`, 'tiêu chí'],
    [`${CRITERION}  gia tr|`, '  giá trị'],
  ])('typed %j becomes %j', (marked, line) => {
    for (const written of [marked, marked.normalize('NFD')]) {
      const { analysis, offset } = atCursor(written)
      const [first] = completions(analysis, offset)
      if (!first) throw new Error('nothing is offered')
      const text = applyEdits(analysis.source.text, [{ span: first.replace, text: first.insert }])
      expect(text.normalize('NFC').split('\n').at(-1)).toBe(line)
    }
  })
})

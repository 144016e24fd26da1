import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Passage, parse, passagesOf, printRulebook, rewrite } from '#language/index.ts'
import { ROOT } from '../../support/files.ts'

const OWN = globSync('rules/*/*.thidua', { cwd: ROOT }).map(
  (path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const,
)

const cut = (text: string) => passagesOf({ name: 'thử.thidua', text })
const meaning = (text: string): string => printRulebook(parse({ name: '', text }, () => {}))
const lines = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))

describe.each(OWN)('%s', (_, text) => {
  const passages = cut(text)

  test('nothing written anew leaves every letter', () => {
    expect(rewrite(passages, new Map(), '').source.text).toBe(text)
  })

  test('passages written as they are leave every line and what stands beside it', () => {
    const edits = new Map(passages.all.map((passage) => [passage, passage.text]))
    const { source } = rewrite(passages, edits, '')
    expect(lines(source.text)).toEqual(lines(text))
    expect(meaning(source.text)).toBe(meaning(text))
  })

  test('each group and criterion is one, and fits an address', () => {
    const nodes = passages.all.filter(({ part }) => part === 'group' || part === 'criterion')
    expect(new Set(nodes.map(({ code }) => code)).size).toBe(nodes.length)
    for (const passage of passages.all) expect(encodeURIComponent(passage.text).length).toBeLessThan(2_000)
  })

  test('any passages that are gone are gone with what is said beside them, and nothing else is', () => {
    fc.assert(
      fc.property(fc.subarray([...passages.all], { minLength: 1 }), (gone) => {
        const { source } = rewrite(passages, new Map(gone.map((passage) => [passage, ' \n'])), '')
        const kept = passages.lines.filter(({ passage }) => !passage || !gone.includes(passage))
        expect(lines(source.text)).toEqual(lines(kept.map((line) => line.text).join('\n')))
      }),
      { numRuns: 20, verbose: true },
    )
  })
})

const TEXT = `# Mở đầu
bộ tiêu chí "Thử" mã thu phiên bản 1
  căn cứ "Kế hoạch số 1"
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
số liệu a "A": số nguyên lần, hằng tháng
thang điểm 10

nhóm I "Nhóm" tối đa 10 điểm
tiêu chí 1 "Một" tối đa 10 điểm
  chủ trì "Phòng Một"
  ghi chú "Của dòng chủ trì"; căn cứ "Điều 1"
  giá trị = a
  ghi chú "Của dòng giá trị"
  # lời của tác giả
  từ 1 trở lên: điểm tối đa
  dưới 1: 0 điểm
xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng
xếp loại
  "Đạt" từ 5 điểm trở lên
  "Chưa đạt" còn lại
ví dụ "một" với a = 1 thì tiêu chí 1 được 10 điểm
sửa đổi phiên bản 2 hiệu lực từ 01/07/2026
  sửa đổi tiêu chí 1
    từ 2 trở lên: điểm tối đa
    dưới 2: 0 điểm
số liệu b "B": có/không, cả năm
`

describe('a small rulebook', () => {
  const passages = cut(TEXT)
  const named = (part: Passage['part']): Passage => {
    const found = passages.all.find((passage) => passage.part === part)
    if (!found) throw new Error(part)
    return found
  }

  test('is cut by what the lines are about; what no point hangs on is not shown', () => {
    expect(passages.all.map(({ part, code, title }) => [part, code, title])).toEqual([
      ['settings', '', ''],
      ['group', 'I', 'Nhóm'],
      ['criterion', '1', 'Một'],
      ['standing', '', ''],
      ['amendments', '', ''],
    ])
    expect(named('criterion').text).toBe(`tiêu chí 1 "Một" tối đa 10 điểm
  chủ trì "Phòng Một"
  giá trị = a
  từ 1 trở lên: điểm tối đa
  dưới 1: 0 điểm`)
    expect(named('settings').text.split('\n').length).toBe(3)
    expect(named('standing').text.split('\n').length).toBe(4)
    expect(named('amendments').text.split('\n').length).toBe(4)
  })

  const anew = rewrite(
    passages,
    new Map([
      [
        named('criterion'),
        'tiêu chí 1 "Một" tối đa 8 điểm\r\n\r\nchủ trì "Phòng Hai"\r\ngiá trị = a\r\ntừ 3 trở lên: điểm tối đa\r\ncòn lại: 0 điểm\r\ntiêu chí 2 "Hai" tối đa 2 điểm',
      ],
    ]),
    'sửa thử',
  )

  test('what stands beside a line stays with it, or with the first where the line is gone', () => {
    const text = anew.source.text.split('\n')
    expect(text.slice(8, 19)).toEqual([
      'tiêu chí 1 "Một" tối đa 8 điểm',
      '  ghi chú "Của dòng chủ trì"',
      '  căn cứ "Điều 1"',
      'chủ trì "Phòng Hai"',
      'giá trị = a',
      '  ghi chú "Của dòng giá trị"',
      'từ 3 trở lên: điểm tối đa',
      'còn lại: 0 điểm',
      'tiêu chí 2 "Hai" tối đa 2 điểm',
      '  # lời của tác giả',
      'xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng',
    ])
  })

  test.each([
    ['tiêu chí 1', 'criterion', 1],
    ['từ 3 trở lên', 'criterion', 4],
    ['ghi chú "Của dòng giá trị"', 'criterion', 0],
    ['nhóm I', 'group', 1],
    ['"Đạt"', 'standing', 3],
  ])('the place of «%s» is line %s %i', (words, part, line) => {
    const place = anew.placeAt(anew.source.text.indexOf(words))
    expect([place?.passage.part, place?.line]).toEqual([part, line])
  })

  test.each(['số liệu b', 'ví dụ', '# Mở đầu'])('«%s» is in no passage', (words) => {
    expect(anew.placeAt(anew.source.text.indexOf(words))).toBeUndefined()
  })

  test('without its examples every other letter is where it was', () => {
    const { source, withoutExamples } = anew
    expect(withoutExamples.text.length).toBe(source.text.length)
    expect(withoutExamples.text).not.toContain('ví dụ')
    expect(lines(withoutExamples.text)).toEqual(lines(source.text).filter((one) => !one.startsWith('ví dụ')))
  })

  test.each(['', '\n\n', 'tiêu chí', '"', 'ví dụ "', 'bộ tiêu chí\r', 'nhóm nhóm;;'])(
    '%j is cut without a throw',
    (text) => {
      expect(rewrite(cut(text), new Map(), '').source.text).toBe(text.replaceAll('\r', '\n'))
    },
  )
})

describe('clauses that share a line', () => {
  const cutAs = (text: string) =>
    cut(text).all.map(({ part, code, text: own }) => ({
      name: `${part} ${code}`.trim(),
      own: own.split('\n'),
    }))

  test('are each in the passage that they are about', () => {
    const text = `tiêu chí 1 "Một" tối đa 5 điểm; giá trị = a; căn cứ "A;B" # lời
tiêu chí 2 "Hai" tối đa 5 điểm; ví dụ "hai" với a = 1 thì tiêu chí 2 được 5 điểm
  giá trị = a; số liệu b "B": số nguyên lần, hằng tháng; tiêu chí 3 "Ba" tối đa 5 điểm`
    expect(cutAs(text)).toEqual([
      { name: 'criterion 1', own: ['tiêu chí 1 "Một" tối đa 5 điểm', 'giá trị = a'] },
      { name: 'criterion 2', own: ['tiêu chí 2 "Hai" tối đa 5 điểm', '  giá trị = a'] },
      { name: 'criterion 3', own: ['tiêu chí 3 "Ba" tối đa 5 điểm'] },
    ])
    const passages = cut(text)
    const same = rewrite(passages, new Map(passages.all.map((one) => [one, one.text])), '')
    expect(meaning(same.source.text)).toBe(meaning(text))
    expect(same.withoutExamples.text).not.toContain('hai')
    expect(same.withoutExamples.text).toContain('tiêu chí 2 "Hai" tối đa 5 điểm\n')
  })

  test('classes after an amendment do not take what is amended next', () => {
    const text = `sửa đổi phiên bản 2 hiệu lực từ 01/07/2026
sửa đổi tiêu chí 1
  từ 2 trở lên: điểm tối đa
xếp loại
  "Đạt" từ 5 điểm trở lên
sửa đổi tiêu chí 2
  từ 3 trở lên: điểm tối đa
bổ sung tiêu chí 3 "Ba" tối đa 5 điểm vào nhóm I`
    expect(cutAs(text).map(({ name, own }) => [name, own.length])).toEqual([
      ['amendments', 6],
      ['standing', 2],
    ])
  })
})

test('a line that stands twice stays where it stood, with what is beside it', () => {
  const text = `tiêu chí 1 "Một" tối đa 5 điểm
giá trị = a
ghi chú "của giá trị"
dưới 1: 0 điểm
ghi chú "của mức"
riêng thôn "miền núi"
dưới 1: 0 điểm`
  const passages = cut(text)
  const [one] = passages.all
  if (!one) throw new Error('there is a criterion')
  const anew = one.text.replace('giá trị = a\ndưới 1: 0 điểm', 'giá trị = b')
  expect(rewrite(passages, new Map([[one, anew]]), '').source.text.split('\n')).toEqual([
    'tiêu chí 1 "Một" tối đa 5 điểm',
    'ghi chú "của giá trị"',
    'ghi chú "của mức"',
    'giá trị = b',
    'riêng thôn "miền núi"',
    'dưới 1: 0 điểm',
  ])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Analysis,
  analyse,
  applyEdits,
  definitionOf,
  type OutlineItem,
  outline,
  referencesOf,
  rename,
} from '#language/index.ts'
import { atCursor, HEAD, inWhole, WHOLE } from '../../support/editor.ts'
import { ROOT } from '../../support/files.ts'

const RULEBOOKS = ['rules/an-nong/2026.thidua', 'rules/dinh-tien/2025.thidua'].map((path) =>
  readFileSync(join(ROOT, path), 'utf8'),
)
const read = (text: string): Analysis => analyse({ name: 'thử.thidua', text })
const listed = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
  items.flatMap((item) => [item, ...listed(item.children)])

test('the sample says everything soundly', () => {
  expect(read(WHOLE).diagnostics).toEqual([])
})

describe('outline', () => {
  const drawn = (items: readonly OutlineItem[], depth = 0): string =>
    items
      .map(({ kind, name, detail, children }) => {
        const line = `${'  '.repeat(depth)}${kind} ${name}: ${detail}\n`
        return kind === 'measure' ? '' : line + drawn(children, depth + 1)
      })
      .join('')

  test('is the tree of groups and criteria, what amendments add last', () => {
    expect(drawn(outline(read(WHOLE)))).toBe(
      `group I: tối đa 40 điểm
  criterion 1: tối đa 10 điểm
  criterion 2: tối đa 20 điểm
  criterion 3: tối đa 10 điểm
group II: tối đa 60 điểm
  criterion 4: tối đa 30 điểm
    criterion 4a: tối đa 30 điểm
    criterion 4b: tối đa 20 điểm
  criterion 5: tối đa 10 điểm
  criterion 6: tối đa 20 điểm
criterion T1: điểm trừ, tối đa 3 điểm
criterion K1: điểm thưởng, tối đa 2 điểm
criterion K2: điểm thưởng, tối đa 2 điểm
criterion 7: tối đa 10 điểm
`,
    )
  })

  test('holds every measure', () => {
    const measures = outline(read(WHOLE)).filter(({ kind }) => kind === 'measure')
    expect(measures.map(({ name }) => name)).toEqual(
      [...WHOLE.matchAll(/^số liệu (\S+)/gm)].map(([, name]) => name),
    )
  })

  test.each([
    ['2', 'tiêu chí 2', '      chỉ tiêu 40%'],
    ['4a', 'tiêu chí thành phần 4a', 'còn lại: 0 điểm'],
    ['4', 'tiêu chí 4', 'mỗi tháng trừ 2 điểm'],
    ['I', 'nhóm I ', 'dưới 12: 0 điểm'],
    ['K2', 'tiêu chí K2', 'mỗi 100 triệu đồng được 0,5 điểm, không quá 2 điểm'],
  ])('%s reaches from its line to the last that is about it', (name, first, last) => {
    for (const text of [WHOLE, WHOLE.normalize('NFD')]) {
      const item = listed(outline(read(text))).find((one) => one.name === name)
      const piece = text.slice(item?.span.start, item?.span.end).normalize('NFC')
      expect(piece.startsWith(first)).toBe(true)
      expect(piece.endsWith(last)).toBe(true)
      expect(text.slice(item?.nameSpan.start, item?.nameSpan.end)).toBe(name)
    }
  })
})

describe('a name leads to its declaration', () => {
  test.each([
    ['giá trị = hồ_sơ_s|ố / hồ_sơ', 'số liệu ~hồ_sơ_số "'],
    ['khi hồ_s|ơ = 0', 'số liệu ~hồ_sơ "'],
    ['là một phần của |hồ_sơ', 'số liệu ~hồ_sơ "'],
    ['không xếp hạng khi vi_phạ|m', 'số liệu ~vi_phạm "'],
    ['khi không vi_p|hạm', 'số liệu ~vi_phạm "'],
    ['với phát_són|g mỗi tháng', 'số liệu ~phát_sóng "'],
    ['rồi điểm nhóm I|I', 'nhóm ~II "'],
    ['khi tiêu chí 1| từ 5 điểm', 'tiêu chí ~1 "'],
    ['thì tiêu chí |1', 'tiêu chí ~1 "'],
    ['sửa đổi tiêu chí 6|', 'tiêu chí ~6 "'],
    ['bãi bỏ tiêu chí K|2', 'tiêu chí ~K2 "'],
    ['vào nhóm I|I', 'nhóm ~II "'],
  ])('%s', (marked, declared) => {
    const { analysis, offset } = inWhole(marked)
    const at = WHOLE.indexOf(declared.replace('~', '')) + declared.indexOf('~')
    expect(definitionOf(analysis, offset)?.start).toBe(at)
  })

  test.each([
    ['a keyword', 'giá t|rị = phát_sóng mỗi tháng'],
    ['a text', 'ghi chú "Điểm th|ưởng"'],
    ['a unit of measure of the same name', 'số nguyên hồ s|ơ, hằng tháng, cộng dồn\n'],
  ])('%s leads nowhere', (_name, marked) => {
    const { analysis, offset } = inWhole(marked)
    expect(definitionOf(analysis, offset)).toBeUndefined()
    expect(referencesOf(analysis, offset)).toEqual([])
  })

  test('no name or code of a rulebook is overlooked', () => {
    for (const text of [WHOLE, ...RULEBOOKS]) {
      const analysis = read(text)
      const measures = new Set(analysis.rulebook.measures.map(({ name }) => name.text))
      const isUnit = (at: number): boolean => /(số nguyên|số thập phân|\d|mỗi) $/.test(text.slice(0, at))
      for (const { words } of analysis.lines) {
        for (const [index, { kind, text: name, span }] of words.entries()) {
          const named = kind === 'Name' && measures.has(name) && !isUnit(span.start)
          const coded = ['Group', 'Criterion', 'SubCriterion'].includes(words[index - 1]?.kind ?? '')
          if (!named && !coded) continue
          expect(referencesOf(analysis, span.start), `${name} at ${span.start}`).toContainEqual(span)
        }
      }
    }
  })
})

describe('rename', () => {
  test.each([
    [
      'a measure',
      'số liệu vi_p|hạm',
      'mất_an_toàn',
      ['số liệu mất_an_toàn "', 'khi mất_an_toàn', 'khi không mất_an_toàn'],
    ],
    [
      'a measure, from a use of it',
      'khi hồ_s|ơ = 0',
      'hs',
      ['số liệu hs "', 'là một phần của hs', '/ hs', 'khi hs = 0', 'cộng theo hs', 'chưa có hs'],
    ],
    ['a group', 'nhóm I|I "', 'B', ['nhóm B "', 'rồi điểm nhóm B', 'nhóm B không áp dụng', 'vào nhóm B']],
    [
      'a criterion that is amended',
      'tiêu chí 6| "Chỉ số"',
      '6.1',
      ['tiêu chí 6.1 "Chỉ số" ', 'sửa đổi tiêu chí 6.1 "'],
    ],
    [
      'a criterion',
      'tiêu chí |1 "',
      '01a',
      ['tiêu chí 01a "', 'khi tiêu chí 01a từ', 'thì tiêu chí 01a được'],
    ],
  ])('%s, wherever it is named', (_name, marked, newName, pieces) => {
    const { analysis, offset } = inWhole(marked)
    const renamed = rename(analysis, offset, newName)
    if (!renamed.ok) throw new Error(renamed.diagnostics[0]?.message)
    expect(renamed.value).toHaveLength(pieces.length)
    const text = applyEdits(WHOLE, renamed.value)
    for (const piece of pieces) expect(text).toContain(piece)
    expect(read(text).diagnostics).toEqual([])
  })

  test.each([
    [
      'two words',
      'số liệu vi_p|hạm',
      'vi phạm',
      'invalid-name',
      'tên gồm nhiều từ thì nối bằng gạch dưới: vi_phạm',
    ],
    [
      'a keyword',
      'số liệu vi_p|hạm',
      'điểm',
      'invalid-name',
      'tên bắt đầu bằng chữ cái, gồm chữ cái, chữ số và gạch dưới, không trùng chữ có sẵn như «điểm», «khi»',
    ],
    [
      'a number for a measure',
      'số liệu vi_p|hạm',
      '12',
      'invalid-name',
      'tên bắt đầu bằng chữ cái, gồm chữ cái, chữ số và gạch dưới, không trùng chữ có sẵn như «điểm», «khi»',
    ],
    [
      'nothing',
      'số liệu vi_p|hạm',
      ' ',
      'invalid-name',
      'tên bắt đầu bằng chữ cái, gồm chữ cái, chữ số và gạch dưới, không trùng chữ có sẵn như «điểm», «khi»',
    ],
    ['a name that is taken', 'số liệu vi_p|hạm', 'hồ_sơ', 'duplicate-name', 'chọn một tên khác'],
    ['a code that is taken', 'tiêu chí |1 "', 'K1', 'duplicate-code', 'chọn một tên khác'],
    [
      'a code of two words',
      'tiêu chí |1 "',
      '1 a',
      'invalid-name',
      'viết mã như 3, 3a, 5.10, II hoặc III.20',
    ],
    [
      'a code that lines read as a number',
      'tiêu chí |1 "',
      '1;2',
      'invalid-name',
      'viết mã như 3, 3a, 5.10, II hoặc III.20',
    ],
  ])('not to %s', (_name, marked, newName, code, help) => {
    const { analysis, offset } = inWhole(marked)
    const refused = rename(analysis, offset, newName)
    expect(refused.ok).toBe(false)
    expect(refused.diagnostics).toMatchObject([{ code, help }])
  })

  test('not where there is no name', () => {
    const { analysis, offset } = inWhole('giá t|rị = phát_sóng mỗi tháng')
    expect(rename(analysis, offset, 'x').ok).toBe(false)
  })

  test('a name that nobody declares to one that is declared', () => {
    const { analysis, offset } = atCursor(`${HEAD}tiêu chí 1 "A" tối đa 5 điểm\n  giá trị = ho_s|o`)
    const renamed = rename(analysis, offset, 'hồ_sơ')
    expect(renamed.ok && renamed.value.map(({ text }) => text)).toEqual(['hồ_sơ'])
  })

  test('there and back is the same text, for every name, however its letters were typed', () => {
    for (const text of [WHOLE, WHOLE.normalize('NFD')]) {
      const analysis = read(text)
      for (const { name, nameSpan } of listed(outline(analysis))) {
        const there = rename(analysis, nameSpan.start, 'zz9')
        if (!there.ok) throw new Error(`${name}: ${there.diagnostics[0]?.message}`)
        const renamed = applyEdits(text, there.value)
        const again = read(renamed)
        expect(again.diagnostics).toEqual([])
        const item = listed(outline(again)).find((one) => one.name === 'zz9')
        const back = rename(again, item?.nameSpan.start ?? -1, name)
        expect(back.ok && applyEdits(renamed, back.value).normalize('NFC')).toBe(WHOLE)
      }
    }
  })
})

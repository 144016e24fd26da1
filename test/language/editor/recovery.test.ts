import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse, type OutlineItem, outline } from '#language/index.ts'
import { KEYWORDS } from '#language/keywords.ts'
import { HEAD, WHOLE } from '../../support/editor.ts'
import { ROOT } from '../../support/files.ts'

const RULES = join(ROOT, 'rules')
const rulebooks = readdirSync(RULES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.thidua'))
  .map((path) => withFewExamples(readFileSync(join(RULES, path), 'utf8').normalize('NFC')))

/** Hundreds of examples are all alike, and make each reading three times as long. */
function withFewExamples(text: string): string {
  let examples = 0
  const lines = text.split('\n').filter((line) => !line.startsWith('ví dụ') || ++examples <= 10)
  return lines.join('\n')
}

const read = (text: string) => analyse({ name: 'thử.thidua', text })
const names = (items: readonly OutlineItem[]): readonly string[] =>
  items.flatMap(({ kind, name, children }) => [`${kind} ${name}`, ...names(children)])

/** A text with one mistake in it, and what the mistake is. */
interface Typo {
  readonly text: string
  readonly what: string
}

/** Clauses of a text by where they stand, with their words. */
function clausesOf(text: string) {
  return read(text).lines.map(({ clause, words }, turn) => ({ ...clause.span, words, turn }))
}

/** One of the list for each clause in turn, so that over a rulebook all of them come to it. */
const inTurn = <Item>(items: readonly Item[], turn: number): Item | undefined => items[turn % items.length]

/** Ways to get a clause wrong; nothing for a clause that has not what it takes. */
const MISTAKES: Readonly<
  Record<string, (text: string, clause: ReturnType<typeof clausesOf>[number]) => Typo | undefined>
> = {
  'a letter of a keyword is lost': (text, { words, turn }) => {
    const word = inTurn(
      words.filter(({ kind }) => Object.hasOwn(KEYWORDS, kind)),
      turn,
    )
    if (!word) return undefined
    const letters = [...word.text.matchAll(/\S/g)].map(({ index }) => word.span.start + index)
    const at = inTurn(letters, turn * 7) ?? 0
    return { text: text.slice(0, at) + text.slice(at + 1), what: `${word.text} without its letter ${at}` }
  },
  'a quotation mark is lost': (text, { start, end, turn }) => {
    const marks = [...text.slice(start, end).matchAll(/"/g)].map(({ index }) => start + index)
    const at = inTurn(marks, turn)
    return at === undefined ? undefined : { text: text.slice(0, at) + text.slice(at + 1), what: `mark ${at}` }
  },
  'a word is doubled': (text, { start, end, turn }) => {
    const word = inTurn([...text.slice(start, end).matchAll(/\S+/g)], turn)
    if (!word) return undefined
    const at = start + word.index
    return { text: `${text.slice(0, at)}${word[0]} ${text.slice(at)}`, what: `${word[0]} twice` }
  },
  'a semicolon is typed for a comma': (text, { words, turn }) => {
    const comma = inTurn(
      words.filter(({ kind }) => kind === 'Comma'),
      turn,
    )
    if (!comma) return undefined
    const { start, end } = comma.span
    return { text: `${text.slice(0, start)};${text.slice(end)}`, what: `; at ${start}` }
  },
}

/** More messages than the sound text has, that are still easy to take in. */
const FEW = 2

describe('one mistake in a rulebook', () => {
  const kinds = Object.keys(MISTAKES)

  // Each clause is got wrong in one way, its neighbours in the others: the whole rulebook is read anew for each.
  test.each(kinds)('when %s, few messages result and the rest is understood', (kind) => {
    const many: string[] = []
    const lost: string[] = []
    let count = 0
    for (const text of [...rulebooks, WHOLE]) {
      const sound = read(text)
      const nodes = names(outline(sound))
      const clauses = clausesOf(text).filter(({ turn }) => turn % kinds.length === kinds.indexOf(kind))
      for (const { text: mistaken, what } of clauses.flatMap(
        (clause) => MISTAKES[kind]?.(text, clause) ?? [],
      )) {
        const analysis = read(mistaken)
        const more = analysis.diagnostics.length - sound.diagnostics.length
        if (more > FEW) many.push(`${what}: ${more}`)
        const left = new Set(names(outline(analysis)))
        // What stands on the line itself may be lost with it.
        const missing = nodes.filter((name) => !left.has(name))
        if (missing.length > 1) lost.push(`${what}: ${missing.join()}`)
        count += 1
      }
    }
    expect(count).toBeGreaterThan(100)
    expect(lost).toEqual([])
    expect(many.length / count, many.join('\n')).toBeLessThanOrEqual(0.01)
  })
})

describe('a mistake is told once', () => {
  const messages = (text: string): readonly string[] => read(text).diagnostics.map(({ message }) => message)
  const without = (from: string, to: string): string => {
    if (!WHOLE.includes(from)) throw new Error(`no ${from}`)
    return WHOLE.replace(from, to)
  }

  test.each([
    [
      'a measure whose name cannot be read',
      without('số liệu hồ_sơ "Tổng số hồ sơ": số nguyên', 'sô lieuu hồ_sơ "Tổng số hồ sơ": soo nguyen'),
      1,
    ],
    ['a measure with a broken type', without('số tiền triệu đồng', 'số tiềnn triệu đồng'), 1],
    [
      'a semicolon in a measure',
      without('số nguyên lần, hằng tháng, cộng dồn, từ 0', 'số nguyên lần; hằng tháng, cộng dồn, từ 0'),
      1,
    ],
    ['a semicolon in the ranking', without('rồi ít điểm trừ hơn, vẫn', 'rồi ít điểm trừ hơn; vẫn'), 1],
    [
      'a wrong maximum of a group',
      without('nhóm I "Truyền thông" tối đa 40', 'nhóm I "Truyền thông" tối đa 41'),
      1,
    ],
    [
      'a criterion that cannot be read',
      without('tiêu chí 2 "Số hóa hồ sơ" tối đa 20 điểm', 'tiieu cchi 2 "Số hóa hồ sơ" toois đđa 20 điểm'),
      1,
    ],
    ['a name mistyped where it is used', without('giá trị = báo_cáo_chậm', 'giá trị = báo_cáo_chạm'), 1],
    ['a line of nothing but signs', without('ghi chú "Điểm thưởng"', '@@@'), 1],
    ['a note without marks', without('ghi chú "Điểm thưởng"', 'ghi chú Điểm «thưởng», từ đây (a).'), 1],
  ])('%s', (_name, text, count) => {
    expect(messages(text).length, messages(text).join('\n')).toBe(count)
  })
})

describe('English is answered in Vietnamese', () => {
  test.each([
    ['criterion 1 "A" tối đa 5 điểm', 'criterion', 'tiêu chí'],
    ['Criteria 1 "A" tối đa 5 điểm', 'Criteria', 'tiêu chí'],
    ['group I "A" tối đa 5 điểm', 'group', 'nhóm'],
    ['tiêu chí 1 "A" max 5 điểm', 'max', 'tối đa'],
    ['tiêu chí 1 "A" tối đa 5 points', 'points', 'điểm'],
    ['measure x "X": số nguyên bài', 'measure', 'số liệu'],
    ['số liệu x "X": integer bài', 'integer', 'số nguyên'],
    ['số liệu x "X": số nguyên bài, monthly', 'monthly', 'hằng tháng'],
    ['target 35,4%', 'target', 'chỉ tiêu'],
    ['if hồ_sơ = 0: không áp dụng', 'if', 'khi'],
    ['when hồ_sơ = 0: không áp dụng', 'when', 'khi'],
    ['từ 12 to 23: 5 điểm', 'to', 'đến'],
    ['from 12 đến 23: 5 điểm', 'from', 'từ'],
    ['từ 12 or more: 5 điểm', 'or more', 'trở lên'],
    ['otherwise: 0 điểm', 'otherwise', 'còn lại'],
    ['rank by tổng điểm, vẫn bằng thì đồng hạng', 'rank', 'xếp hạng'],
  ])('%s', (line, word, meant) => {
    const [first] = read(`${HEAD}${line}\n`).diagnostics.filter(({ code }) => code === 'unclear-clause')
    expect(first?.help).toBe(`ý bạn là «${meant}»?`)
    expect(first?.repairs?.[0]?.title).toBe(`viết «${meant}»`)
    const at = HEAD.length + line.indexOf(word)
    expect(first?.repairs?.[0]?.edits[0]?.span.start).toBe(at)
  })

  test('each word of a line by itself', () => {
    const found = read(`${HEAD}criterion 1 "A" max 5 points\n`).diagnostics
    const unclear = found.filter(({ code }) => code === 'unclear-clause')
    expect(unclear.map(({ help }) => help)).toEqual([
      'ý bạn là «tiêu chí»?',
      'ý bạn là «tối đa»?',
      'ý bạn là «điểm»?',
    ])
  })

  test('an English name is the author’s own', () => {
    const text = WHOLE.replaceAll('vi_phạm', 'points').replaceAll('báo_cáo_chậm', 'max')
    expect(read(text).diagnostics).toEqual([])
  })
})

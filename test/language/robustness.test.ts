import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Diagnostic, MOST_DIAGNOSTICS } from '#diagnostic/diagnostic.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { loadProgram } from '#engine/index.ts'
import { ROOT } from '../support/files.ts'

/** What is said of a text; the point is that something always is, whatever the text. */
function messagesOf(text: string): readonly Diagnostic[] {
  const { ok, diagnostics } = loadProgram({ name: 'thử.thidua', text })
  if (!ok) expect(diagnostics.length).toBeGreaterThan(0)
  expect(diagnostics.length).toBeLessThanOrEqual(MOST_DIAGNOSTICS)
  for (const { labels } of diagnostics) {
    for (const { span } of labels) {
      expect(span.start).toBeGreaterThanOrEqual(0)
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(text.length)
    }
  }
  expect(() => renderDiagnostics(diagnostics)).not.toThrow()
  return diagnostics
}

const rulebook = readFileSync(join(ROOT, 'rules/an-nong/2026.thidua'), 'utf8')
/** Short enough to be broken often: its head, two measures and two criteria. */
const short = readFileSync(join(ROOT, 'test/corpus/good/sub_criteria_and_bonus.thidua'), 'utf8')
/** Every construct of the language stands in one of them. */
const good = readdirSync(join(ROOT, 'test/corpus/good'))
  .filter((file) => file.endsWith('.thidua'))
  .map((file) => readFileSync(join(ROOT, 'test/corpus/good', file), 'utf8'))
/** How many letters apart a text is cut off; `EVERY=1` cuts at each, which takes minutes. */
const apart = (usual: number): number => Number(process.env['EVERY'] ?? usual)
const words = good.join('\n').match(/\s+|"[^"]*"|[^\s"]+/g) ?? []

describe('a broken rulebook never throws', () => {
  test('cut off at any place', () => {
    for (let end = 0; end < short.length; end++) messagesOf(short.slice(0, end))
    for (const text of good)
      for (let end = 0; end < text.length; end += apart(17)) messagesOf(text.slice(0, end))
    for (let end = 0; end < rulebook.length; end += apart(331)) messagesOf(rulebook.slice(0, end))
  })

  test('with words lost, doubled or swapped', () => {
    const change = fc.record({
      at: fc.nat(),
      how: fc.constantFrom('lose', 'double', 'swap'),
      with: fc.nat(),
    })
    const texts = good.map((text) => text.match(/\s+|"[^"]*"|[^\s"]+/g) ?? [])
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (pick, changes) => {
          const broken = [...pick]
          for (const { at: place, how, with: otherPlace } of changes) {
            const [at, other] = [place % broken.length, otherPlace % broken.length]
            const [word, second] = [broken[at] ?? '', broken[other] ?? '']
            broken[at] = how === 'lose' ? '' : how === 'double' ? word + word : second
            if (how === 'swap') broken[other] = word
          }
          messagesOf(broken.join(''))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('of letters at random, marks and controls among them', () => {
    const letters = fc.string({ unit: 'binary', maxLength: 200 })
    const pieces = fc.array(fc.oneof(letters, fc.constantFrom(...words, '\n', ';', '"', ':', '\u0301')), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(pieces, (parts) => {
        messagesOf(parts.join(''))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['a megabyte of one word', 'a'.repeat(1_000_000)],
    ['a megabyte of lines', 'x\n'.repeat(500_000)],
    ['a megabyte of one line', 'từ 1 '.repeat(200_000)],
    ['a megabyte of quotes', '"'.repeat(1_000_000)],
    ['a megabyte of signs', '¤'.repeat(1_000_000)],
    ['a number of a megabyte', `thang điểm ${'9'.repeat(1_000_000)}`],
    [
      'names of objects',
      '__proto__ constructor\nsố liệu __proto__ "x": số nguyên bài\nnhóm __proto__ "x" tối đa 1 điểm',
    ],
  ])('%s', (_name, text) => {
    messagesOf(text)
  })

  test('the same text typed in one part or in two means the same', () => {
    const load = (text: string) => loadProgram({ name: 'thử', text })
    const [once, twice] = [load(rulebook), load(rulebook.normalize('NFD'))]
    if (!once.ok || !twice.ok) throw new Error('the rulebook is sound')
    expect(twice.value.nodes.map(({ code, title }) => [code, title])).toEqual(
      once.value.nodes.map(({ code, title }) => [code, title]),
    )
    expect([...twice.value.measures.keys()]).toEqual([...once.value.measures.keys()])
  })

  test.each(['\r\n', '\r', '\n\n'])('lines may end in %j', (end) => {
    expect(messagesOf(rulebook.replaceAll('\n', end))).toEqual([])
  })

  test('a byte order mark and tabs are nothing', () => {
    expect(messagesOf(`\ufeff${rulebook.replaceAll('  ', '\t')}`)).toEqual([])
  })
})

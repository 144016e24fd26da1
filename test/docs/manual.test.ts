import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from '#language/index.ts'
import { KEYWORDS } from '#language/keywords.ts'
import { ROOT } from '../support/files.ts'
import {
  type Block,
  blocksOf,
  diagnosticsOf,
  messagesOf,
  readPage,
  rowsBelow,
  shownMessages,
  updateMessages,
} from './snippets.ts'

/** Every snippet of the manual is checked as a reader would check it; `UPDATE=1` writes the messages it shows anew. */
const PAGE = 'huong-dan-bo-tieu-chi.md'
const MISTAKES = '19. Lỗi hay gặp'
const REFERENCE = '20. Bảng tra nhanh'

updateMessages(PAGE, messagesOf)
updateTable()

const ofKind = (kind: string) =>
  blocksOf(PAGE)
    .filter((block) => block.kind === kind)
    .map((block) => [nameOf(block), block] as const)

function nameOf({ line, heading }: Block): string {
  return `line ${line}, ${heading}`
}

describe('snippets of the manual', () => {
  test('are of known kinds', () => {
    const known = ['console', 'csv', 'text', 'thidua', 'thidua chấp nhận', 'thidua cảnh báo', 'thidua sai']
    expect([...new Set(blocksOf(PAGE).map(({ kind }) => kind))].toSorted()).toEqual(known)
    expect(ofKind('thidua').length).toBeGreaterThan(30)
  })

  test.each(ofKind('thidua'))('%s: nothing to mend', (_name, block) => {
    expect(messagesOf(block)).toBe('')
  })

  test.each(ofKind('thidua chấp nhận'))('%s: only what it accepts', (_name, block) => {
    const accepted = [...block.text.matchAll(/chấp nhận cảnh báo (\S+)/g)].map(([, code]) => code)
    for (const { code, severity } of diagnosticsOf(block)) {
      expect(severity).toBe('warning')
      expect(accepted).toContain(code)
    }
  })

  test.each(shownMessages(PAGE).map(({ snippet, shown }) => [nameOf(snippet), snippet, shown.text] as const))(
    '%s: the message shown',
    (_name, snippet, shown) => {
      const severities = new Set(diagnosticsOf(snippet).map(({ severity }) => severity))
      expect(severities).toEqual(new Set([snippet.kind === 'thidua sai' ? 'error' : 'warning']))
      expect(messagesOf(snippet)).toBe(shown)
    },
  )
})

describe('common mistakes', () => {
  test.each(rowsBelow(PAGE, MISTAKES))('%s', (typed, message) => {
    expect(firstMessage(typed)).toBe(message)
  })
})

/** What a cell says is typed, without the backticks. */
function typedIn(cell = ''): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, typed = '']) => typed)
}

/** What the machine says first; of what is still to be written it says nothing yet. */
function firstMessage(cell: string): string {
  const [text = ''] = typedIn(cell)
  const first = diagnosticsOf({ text, frame: undefined }).find(({ code }) => code !== 'missing-clause')
  return first?.message ?? ''
}

/** With `UPDATE=1`, writes the messages of the table anew. */
function updateTable(): void {
  if (process.env['UPDATE'] !== '1') return
  const rows = new Map(rowsBelow(PAGE, MISTAKES).map((cells) => [`| ${cells.join(' | ')} |`, cells]))
  const lines = readPage(PAGE)
    .split('\n')
    .map((line) => {
      const [typed = '', , mend] = rows.get(line) ?? []
      return typed === '' ? line : `| ${typed} | ${firstMessage(typed)} | ${mend} |`
    })
  writeFileSync(join(ROOT, 'docs', PAGE), lines.join('\n'))
}

test.each([PAGE, 'messages.md'])('%s uses no words of programmers', (page) => {
  const text = readPage(page).toLowerCase()
  const words = ['cú pháp', 'biến', 'hàm', 'tham số', 'kiểu dữ liệu', 'từ khóa', 'mệnh đề', 'parse', 'token']
  expect(words.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text))).toEqual([])
})

describe('the short reference', () => {
  /** What a line may be told when nothing stands around it. */
  const OUT_OF_PLACE = ['misplaced-clause', 'missing-clause']

  test.each(rowsBelow(PAGE, REFERENCE))('%s', (cell) => {
    // What stands in brackets are words that may stand instead, no lines.
    const clauses = typedIn(cell.replace(/\([^)]*\)/g, ''))
    expect(clauses.length).toBeGreaterThan(0)
    for (const text of clauses) {
      const found: string[] = []
      parse({ name: text, text }, ({ code, message }) => {
        if (!OUT_OF_PLACE.includes(code)) found.push(message)
      })
      expect(found, text).toEqual([])
    }
  })

  test('no word of the language is missing from it', () => {
    const reference = rowsBelow(PAGE, REFERENCE).join('\n').toLowerCase()
    expect(Object.values(KEYWORDS).filter((word) => !reference.includes(word))).toEqual([])
  })
})

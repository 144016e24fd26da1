import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../support/files.ts'
import { dataMessagesOf, ENTRANTS, FACTS, RULES } from './dataSnippets.ts'
import { type Block, blocksOf, messagesOf, readPage, shownMessages, updateMessages } from './snippets.ts'
import { transcriptOf } from './transcript.ts'

/** Every code has a section that shows its message and how it is mended; `UPDATE=1` writes the messages anew. */
const PAGE = 'messages.md'

const codes = [
  ...readFileSync(join(ROOT, 'src/diagnostic/codes.ts'), 'utf8').matchAll(/^ {2}\| '([a-z-]+)'/gm),
].map(([, code = '']) => code)
const sections = [...readPage(PAGE).matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading)

/** What a page cannot show without breaking something, or without a store that was written to. */
const NOT_SHOWN = [
  'already-published',
  'edition-overlap',
  'edition-unknown',
  'file-not-written',
  'id-taken',
  'invalid-name',
  'never-published',
  'nothing-new',
  'port-taken',
  'publication-differs',
  'reason-missing',
  'spreadsheet-unreadable',
  'store-damaged',
  'store-failed',
  'store-locked',
  'store-newer',
  'store-outdated',
  'store-recovered',
  'unexpected',
  'unknown-fact',
]

/** Told in plain words, without its code. */
const WITHOUT_CODE = ['usage']

const said = (block: Block): string =>
  block.kind.startsWith('csv') ? dataMessagesOf(block) : messagesOf(block)
updateMessages(PAGE, said)

const folder = mkdtempSync(join(tmpdir(), 'thidua-messages-'))
for (const [name, content] of [
  ['bo-tieu-chi.thidua', RULES],
  ['vi-du.thidua', `${RULES}\nví dụ "một nửa chỉ tiêu" với bài = 12 bài thì tiêu chí 2 được 6 điểm\n`],
  ['entrants.csv', ENTRANTS],
  ['facts.csv', FACTS],
  ['trong.thidua', ''],
  ['lon.thidua', 'số liệu '.repeat(600_000)],
  ['phu-luc.docx', 'PK\u0003\u0004\0'],
  ['khong-bang.csv', 'Nội dung,Thời gian\nRa mắt tổ công nghệ số,tháng 10\n'],
  ['tieu-de.csv', 'Thôn,Kỳ,"Tin, bài",Số họ\nThôn 1,2026-01,4,100\n'],
  ['o-gach.csv', 'Thôn,Kỳ,"Tin, bài"\nThôn 1,2026-01,-\n'],
  ['ghi-chu.csv', 'Thôn,Kỳ,"Tin, bài",Ghi chú\nThôn 1,2026-01,4,báo lại\nTổng cộng,,4,\n'],
] as const) {
  writeFileSync(join(folder, name), content)
}

mkdirSync(join(folder, 'kho'))
mkdirSync(join(folder, 'thang-2'))
writeFileSync(join(folder, 'thang-2', 'entrants.csv'), ENTRANTS)
writeFileSync(
  join(folder, 'thang-2', 'facts.csv'),
  `${FACTS}thon-1,bài,2026-01,4\nthon-2,bài,2026-01,3\nthon-2,bài,2026-02,5\n`,
)

const blocks = blocksOf(PAGE)
const named = (kind: RegExp) =>
  blocks.filter((block) => kind.test(block.kind)).map((block) => [nameOf(block), block] as const)

function nameOf({ heading, line }: Block): string {
  return `${heading}, line ${line}`
}

describe('sections', () => {
  test('every code has one', () => {
    expect(codes.length).toBeGreaterThan(40)
    expect(codes.filter((code) => !sections.includes(code))).toEqual([])
  })

  test('none is for an unknown code, and none stands twice', () => {
    expect(sections.filter((heading) => !codes.includes(heading))).toEqual([])
    expect(sections.length).toBe(new Set(sections).size)
  })

  test.each(codes.filter((code) => !NOT_SHOWN.includes(code)))('%s shows its message', (code) => {
    const own = blocks.filter(({ heading }) => heading === code)
    const shown = own.filter(({ kind }) => kind === 'text' || kind === 'console')
    expect(shown.length, 'a message must be shown').toBeGreaterThan(0)
    if (WITHOUT_CODE.includes(code)) return
    for (const { text } of shown) expect(text).toContain(`[${code}]`)
  })
})

describe('what is shown', () => {
  test.each(named(/^(thidua|csv)$/))('%s: nothing to mend', (_name, block) => {
    expect(said(block)).toBe('')
  })

  test.each(shownMessages(PAGE).map(({ snippet, shown }) => [nameOf(snippet), snippet, shown.text] as const))(
    '%s: the message',
    (_name, snippet, shown) => {
      expect(said(snippet)).toBe(shown)
    },
  )

  test.each(named(/^console$/))('%s: what is printed', async (_name, block) => {
    const actual = await transcriptOf(block, folder)
    if (process.env['UPDATE'] === '1') {
      const page = readPage(PAGE).replace(block.text, () => actual)
      writeFileSync(join(ROOT, 'docs', PAGE), page)
    } else expect(block.text).toBe(actual)
  })
})

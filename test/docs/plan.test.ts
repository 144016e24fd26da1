import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProgram } from '#cli/program.ts'
import { TODAY } from '../support/commandLine.ts'
import { ROOT } from '../support/files.ts'
import { blocksOf, readPage } from './snippets.ts'
import { transcriptOf } from './transcript.ts'

/** The whole plan of the manual, with its two tables, is run as a reader would; `UPDATE=1` writes what is printed anew. */
const PAGE = 'huong-dan-bo-tieu-chi.md'
const HEADING = '17. Viết cả một kế hoạch'

const folder = mkdtempSync(join(tmpdir(), 'thidua-manual-'))
const blocks = blocksOf(PAGE).filter(({ heading }) => heading === HEADING)
for (const [name, kind, place] of [
  ['ke-hoach.thidua', 'thidua', 0],
  ['entrants.csv', 'csv', 0],
  ['facts.csv', 'csv', 1],
] as const) {
  writeFileSync(join(folder, name), `${blocks.filter((block) => block.kind === kind)[place]?.text}\n`)
}

describe('the plan of the manual', () => {
  const transcripts = blocks.filter(({ kind }) => kind === 'console')

  test.each(transcripts.map((block) => [`line ${block.line}`, block] as const))(
    '%s',
    async (_name, block) => {
      const actual = await transcriptOf(block, folder)
      if (process.env['UPDATE'] === '1') {
        const page = readPage(PAGE).replace(block.text, () => actual)
        writeFileSync(join(ROOT, 'docs', PAGE), page)
      } else expect(block.text).toBe(actual)
    },
  )

  test('is shown with what the commands print', () => {
    expect(transcripts.length).toBeGreaterThan(1)
  })
})

/** Commands of the manual that are still to come. */
const COMING = ['test', 'boundaries', 'ledger', 'diff']

test('every command that the manual names is one', () => {
  const known = createProgram({ out: () => {}, error: () => {} }, TODAY, () => {}).commands.map((one) =>
    one.name(),
  )
  const named = [...readPage(PAGE).matchAll(/npx thidua ([\w-]+)/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(10)
  expect([...new Set(named)].filter((name) => !known.includes(name) && !COMING.includes(name))).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { format, printRulebook } from '#language/index.ts'
import { lex } from '#language/lexer.ts'
import { ROOT } from '../../support/files.ts'
import { meaningOf, rulebookOf } from '../../support/meaning.ts'
import { noisy } from '../../support/noise.ts'
import { rulebookText } from '../../support/rulebooks.ts'

function formatted(text: string): string {
  const result = format({ name: 'thử.thidua', text })
  if (!result.ok) throw new Error(renderDiagnostics(result.diagnostics))
  return result.value
}

function commentsIn(text: string): readonly string[] {
  const { comments } = lex({ name: 'thử', text })
  return comments.map(({ image }) => image.trimEnd())
}

/** The same text said by a hurried author; see `noisy`. */
const scribbled = rulebookText.chain((text) => noisy(text).map((typed) => ({ text, typed })))

const files = [...thiduaFilesIn('rules'), ...thiduaFilesIn('test/corpus/good')]

function thiduaFilesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.thidua'))
    .map((file) => join(folder, file))
}

function expectLaws(text: string): void {
  const once = formatted(text)
  expect(meaningOf(rulebookOf(once))).toEqual(meaningOf(rulebookOf(text)))
  expect(commentsIn(once)).toEqual(commentsIn(text))
  expect(formatted(once)).toBe(once)
  const printed = printRulebook(rulebookOf(text))
  expect(meaningOf(rulebookOf(printed))).toEqual(meaningOf(rulebookOf(text)))
  expect(formatted(printed)).toBe(printed)
}

describe('laid out anew, a rulebook means the same, keeps its comments, and stays as it is; printed, it means the same', () => {
  test('whatever it says and however it was typed', () => {
    fc.assert(
      fc.property(scribbled, ({ typed }) => expectLaws(typed)),
      { numRuns: 150 },
    )
  })

  test.each(files)('%s', (file) => expectLaws(readFileSync(join(ROOT, file), 'utf8')))
})

test('how a rulebook was typed changes nothing of what it means', () => {
  fc.assert(
    fc.property(scribbled, ({ text, typed }) => {
      expect(meaningOf(rulebookOf(typed))).toEqual(meaningOf(rulebookOf(text)))
    }),
    { numRuns: 100 },
  )
})

test.each(thiduaFilesIn('rules'))('%s is laid out as the formatter does', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  expect(formatted(text)).toBe(text)
})

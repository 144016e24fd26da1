import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { arrange, type Diagnostic } from '#diagnostic/diagnostic.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { check, parse } from '#language/index.ts'
import { expectFile } from '../support/files.ts'

/** One mistake a file, named for it, with the whole message a user sees beside it. `good` holds what must pass. */
const CORPUS = join(import.meta.dirname, '..', 'corpus')
const STAGES = [
  'good',
  'syntax',
  'structure',
  'names',
  'kinds',
  'zero',
  'sums',
  'tiers',
  'examples',
  'analysis',
]

function messagesOf(name: string, text: string): string {
  const found: Diagnostic[] = []
  const rulebook = parse({ name, text }, (diagnostic) => found.push(diagnostic))
  check(rulebook, (diagnostic) => found.push(diagnostic))
  return `${renderDiagnostics(arrange(found)) || 'không có lỗi'}\n`
}

describe.each(STAGES)('%s', (stage) => {
  const cases = readdirSync(join(CORPUS, stage)).filter((file) => file.endsWith('.thidua'))

  test.each(cases)('%s', (file) => {
    const messages = messagesOf(file, readFileSync(join(CORPUS, stage, file), 'utf8'))
    if (stage === 'good') expect(messages).toBe('không có lỗi\n')
    else expectFile(join(CORPUS, stage, file.replace('.thidua', '.out')), messages)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../support/commandLine.ts'

interface Row {
  readonly code: string
  readonly target: string | null
  readonly lead: string | null
  readonly parent: string | null
}

/** The rulebooks against tables typed from the plans themselves, not from the rulebooks. */
describe.each([
  ['rules/an-nong/2026.thidua', 'an-nong-2026.tsv', 19],
  ['rules/dinh-tien/2025.thidua', 'dinh-tien-2025.tsv', 11],
])('%s', (rulebook, table, count) => {
  test('has the codes, targets and lead units of the plan', async () => {
    const printed = await runCommand(['criteria', rulebook, '--json'])
    const { criteria } = JSON.parse(printed.replace(/\[0\]\n$/, '')) as { criteria: readonly Row[] }
    const parents = new Set(criteria.map(({ parent }) => parent))
    const leaves = criteria.filter(({ code }) => !parents.has(code))
    const [, ...lines] = readFileSync(join(import.meta.dirname, table), 'utf8')
      .replace(/\n$/, '')
      .split('\n')
    expect(leaves).toHaveLength(count)
    expect(leaves.map(({ code, target, lead }) => `${code}\t${target}\t${lead ?? ''}`)).toEqual(lines)
  })
})

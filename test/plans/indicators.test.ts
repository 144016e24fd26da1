import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readIndicators } from '#records/indicator.ts'
import { runCommand } from '../support/commandLine.ts'
import { expectFile, ROOT } from '../support/files.ts'

const name = 'rules/indicators.csv'
const read = readIndicators({ name, text: readFileSync(join(ROOT, name), 'utf8') })
const indicators = read.ok ? read.value : []

/** The tables of indicators: `an-nong-2026.tsv`; those of tasks and assignments have a word after the year. */
const tables = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+-\d{4}\.tsv$/.test(file))

describe('the comparison of targets', () => {
  test.each(tables)('has every indicator of %s, and no other of that plan', (file) => {
    const [, commune, edition] = /^(.*)-(\d{4})\.tsv$/.exec(file) ?? []
    const [, ...lines] = readFileSync(join(import.meta.dirname, file), 'utf8')
      .trimEnd()
      .split('\n')
    const compared = indicators.flatMap(({ criteria }) =>
      criteria.filter(({ rulebook }) => rulebook === `${commune}/${edition}`).map(({ code }) => code),
    )
    expect(compared.toSorted()).toEqual(lines.map((line) => line.split('\t')[0]).toSorted())
  })

  test('is docs/plans.md', async () => {
    const printed = await runCommand(['targets'])
    expectFile(join(ROOT, 'docs/plans.md'), printed.replace(/\[0\]\n$/, ''))
  })
})

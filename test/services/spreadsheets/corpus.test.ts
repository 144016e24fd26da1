import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { runCommand } from '../../support/commandLine.ts'
import { expectFile } from '../../support/files.ts'
import { WORKBOOKS } from './corpus/sheets.ts'

/** One point a workbook (corpus/sheets.ts; corpus/make.ts says how they are made), with what `thidua import` says of it. */
const CORPUS = 'test/services/spreadsheets/corpus'

describe('a workbook', () => {
  test.each(Object.keys(WORKBOOKS))('%s', async (name) => {
    const store = join(mkdtempSync(join(tmpdir(), 'thidua-')), 'kho')
    const files = ['--rules', `${CORPUS}/rules.thidua`, '--entrants', `${CORPUS}/entrants.csv`]
    const preview = ['--into', store, ...files, '--dry-run']
    const told = await runCommand(['import', `${CORPUS}/${name}.xlsx`, ...preview])
    const taken = told.endsWith('[0]\n')
      ? await runCommand(['import', `${CORPUS}/${name}.xlsx`, ...preview, '--json'])
      : ''
    expectFile(join(CORPUS, `${name}.out`), told + factsIn(taken))
  })
})

/** The facts that would be taken in, a line each. */
function factsIn(json: string): string {
  if (json === '') return ''
  const { added } = JSON.parse(json.replace(/\[0\]\n$/, '')) as { added: Record<string, string>[] }
  const columns = ['entrant', 'measure', 'period', 'value', 'status', 'source', 'evidence']
  return added.map((fact) => `${columns.map((column) => fact[column] ?? '').join(' | ')}\n`).join('')
}

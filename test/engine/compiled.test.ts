import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bindFacts, latestDay, loadProgram } from '#engine/index.ts'
import { readDossierFolder } from '#store/dossierFolder.ts'
import { compiledTold, interpretedTold } from '../support/compiled.ts'
import { ROOT } from '../support/files.ts'

test.each([
  ['rules/an-nong/2026.thidua', 'data/an-nong'],
  ['rules/dinh-tien/2025.thidua', 'data/dinh-tien'],
])('%s: compiled and interpreted say the same', async (file, folder) => {
  const loaded = loadProgram({ name: file, text: readFileSync(join(ROOT, file), 'utf8') })
  const dossier = await readDossierFolder(join(ROOT, folder))
  if (!loaded.ok || !dossier.ok) throw new Error('the repository is sound')
  const bound = bindFacts(loaded.value, dossier.value)
  if (!bound.ok) throw new Error('the repository is sound')
  const evaluation = {
    program: loaded.value,
    facts: bound.value,
    asOf: latestDay(dossier.value.facts, loaded.value),
  }
  expect(compiledTold(evaluation)).toEqual(interpretedTold(evaluation))
})

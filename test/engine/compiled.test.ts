import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bindFacts, latestDay, loadProgram } from '#engine/index.ts'
import { readDossierFolder } from '#store/dossierFolder.ts'
import { interpreter, type Told } from '../reference/compare.ts'
import { compiledWay } from '../reference/compiledWay.ts'
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
  const asOf = latestDay(dossier.value.facts, loaded.value)
  const prepared = { program: loaded.value, facts: bound.value, asOf }
  expect(told(compiledWay.score(prepared))).toEqual(told(interpreter.score(prepared)))
})

/** By entrant, without the lines that gave the points: those are told in more words by the one than by the other. */
function told(all: readonly Told[]): readonly Told[] {
  return all
    .toSorted(({ entrant: left }, { entrant: right }) => (left < right ? -1 : 1))
    .map(({ nodes = {}, ...rest }) => ({
      ...rest,
      nodes: Object.fromEntries(Object.entries(nodes).map(([code, { branch: _, ...node }]) => [code, node])),
    }))
}

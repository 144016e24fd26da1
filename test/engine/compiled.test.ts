import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Rational, toExactText } from '#base/rational.ts'
import { compile } from '#engine/compiled/compile.ts'
import { bindFacts, latestDay, loadProgram, score } from '#engine/index.ts'
import { readDossierFolder } from '#store/dossierFolder.ts'
import { rulebookText } from '../bench/engine/criteria.ts'
import { factTable, plainEntrants } from '../bench/engine/dossier.ts'
import { interpreter, type Told } from '../reference/compare.ts'
import { compiledWay } from '../reference/compiledWay.ts'
import { ROOT } from '../support/files.ts'

test.each([
  ['rules/an-nong/2026.thidua', 'data/an-nong'],
  ['rules/an-nong/2026-2030.thidua', 'data/an-nong/2026-2030'],
  ['rules/dinh-tien/2025.thidua', 'data/dinh-tien'],
  ['rules/ngoc-son/2026.thidua', 'data/ngoc-son'],
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

/** More than a block holds, and more than are sorted by comparing. */
test('2.500 entrants: compiled and interpreted say the same', () => {
  const loaded = loadProgram({ name: 'toc-do.thidua', text: rulebookText() })
  if (!loaded.ok) throw new Error('the rulebook is sound')
  const evaluation = {
    program: loaded.value,
    facts: factTable(plainEntrants(2500)),
    asOf: { year: 2026, month: 10, day: 31 },
  }
  const scorer = compile(evaluation)
  scorer.run()
  const text = (value: Rational | undefined): string => (value ? toExactText(value) : '–')
  const compiled = scorer.levels.flatMap((level) => level.results())
  const line = (
    id: string,
    total: Rational | undefined,
    rounded: Rational | undefined,
    rank: number | undefined,
  ) => `${id} ${text(total)} ${text(rounded)} ${rank}`
  const expected = score(evaluation).map((sheet) =>
    line(sheet.entrant.id, sheet.total, sheet.roundedTotal, sheet.rank),
  )
  const found = compiled.map((one) => line(one.entrant, one.total, one.roundedTotal, one.rank))
  expect(found.toSorted()).toEqual(expected.toSorted())
}, 60_000)

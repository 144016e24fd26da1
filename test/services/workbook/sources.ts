import { join } from 'node:path'
import { bindFacts, loadProgram, programOn, score } from '#engine/index.ts'
import { type Dossier, readDossier } from '#records/dossier.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import type { WorkbookSource } from '#services/workbook/layout/layout.ts'
import type { Model } from '../../reference/model.ts'
import { writeRulebook } from '../../reference/write.ts'
import { writeDossier } from '../../reference/writeDossier.ts'
import { ROOT } from '../../support/files.ts'
import { type Case, dossierOf, scoreCase } from '../../support/scoring.ts'

/** The rulebooks of the repository, each with the folder of its dossier. */
export const RULEBOOKS: readonly (readonly [rules: string, data: string])[] = [
  ['an-nong/2026', 'an-nong'],
  ['an-nong/2026-2030', 'an-nong/2026-2030'],
  ['vinh-loc/2026', 'vinh-loc'],
  ['vinh-tru/2026', 'vinh-tru'],
  ['ngoc-son/2026', 'ngoc-son'],
  ['dinh-tien/2025', 'dinh-tien'],
]

/** A rulebook of the repository on its dossier. */
export async function sourceOf(rules: string, data: string): Promise<WorkbookSource> {
  const path = join(ROOT, 'rules', `${rules}.thidua`)
  const today = { year: 2026, month: 12, day: 31 }
  const scored = await scoreDossier(path, join(ROOT, 'data', data), { today })
  if (!scored.ok) throw new Error(`${rules} cannot be scored`)
  return scored.value
}

/** A small case. */
export function sourceOfCase(given: Case): WorkbookSource {
  return { ...scoreCase(given), hash: '', dossier: dossierOf(given) }
}

/** A rulebook and a dossier at random; `undefined` for one that the engine refuses. */
export function sourceOfModel({ rulebook, dossier: records, asOf }: Model): WorkbookSource | undefined {
  const loaded = loadProgram({ name: 'r.thidua', text: writeRulebook(rulebook) })
  const written = writeDossier(records, rulebook.measures)
  const dossier = readDossier({
    entrants: { name: 'entrants.csv', text: written.entrants },
    facts: { name: 'facts.csv', text: written.facts },
  })
  if (!loaded.ok || !dossier.ok) return undefined
  return rescored({ program: loaded.value, hash: '', dossier: dossier.value, asOf })
}

/** The same with what the engine makes of these facts; `undefined` where they do not fit the rulebook. */
export function rescored({
  program: written,
  hash,
  dossier,
  asOf,
}: Omit<WorkbookSource, 'facts' | 'sheets'> & { readonly dossier: Dossier }): WorkbookSource | undefined {
  const facts = bindFacts(written, dossier)
  if (!facts.ok) return undefined
  const program = programOn(written, asOf)
  const evaluation = { program, facts: facts.value, asOf }
  return { ...evaluation, hash, dossier, sheets: score(evaluation) }
}

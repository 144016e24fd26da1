import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { loadProgram, type Program } from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { readDossierFolder } from '#store/dossierFolder.ts'
import { isStoreFolder } from '#store/lowdb/openLowdbStore.ts'
import { readRulebookFile } from '#store/rulebookFile.ts'
import { storedDossier } from './records/storedDossier.ts'
import { useExistingStore } from './records/useStore.ts'
import { type ScoredDays, type Standings, standingsOf } from './standings.ts'

/** Reads, checks and prepares the rulebook in a file. */
export async function openRulebook(path: string): Promise<Result<Program>> {
  const source = await readRulebookFile(path)
  return source.ok ? loadProgram(source.value) : source
}

/**
 * Scores the dossier in a folder, of two files or of a store, by the rulebook in a file, as of a day and of an earlier one. Faults of the rulebook are
 * told before those of the dossier; with any, nothing is scored.
 */
export async function scoreDossier(
  rulebookPath: string,
  folder: string,
  days: ScoredDays,
): Promise<Result<Standings>> {
  const opened = await openRulebook(rulebookPath)
  if (!opened.ok) return opened
  const dossier = await openDossier(folder, opened.value)
  if (!dossier.ok) return dossier
  return standingsOf(opened.value, dossier.value, days, [...opened.diagnostics, ...dossier.diagnostics])
}

/** What a store has of the rulebook's commune, or what the two files of a dossier say. */
async function dossierIn(folder: string, program: Program): Promise<Result<Dossier>> {
  if (!(await isStoreFolder(folder))) return readDossierFolder(folder)
  return useExistingStore(folder, async (store) =>
    storedDossier(await store.current(program.rulebook.code.text), program),
  )
}

/** The dossier in a folder or a store, which must have facts. */
export async function openDossier(folder: string, program: Program): Promise<Result<Dossier>> {
  const dossier = await dossierIn(folder, program)
  return dossier.ok && dossier.value.facts.length === 0 ? failure([noFacts(folder)]) : dossier
}

/** With no fact at all everyone would share the first place with nothing. */
function noFacts(folder: string): Diagnostic {
  return {
    code: 'file-empty',
    severity: 'error',
    message: `chưa có số liệu nào trong thư mục: ${folder}`,
    labels: [],
    help: 'nhập số liệu vào kho, hoặc thêm ít nhất một dòng vào facts.csv, dưới dòng tiêu đề',
  }
}

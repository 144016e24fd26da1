import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { type Dossier, readDossier } from '#records/dossier.ts'
import { readTextFile } from './readTextFile.ts'

/** A year of monthly facts of a large commune is a few megabytes. */
const MOST_BYTES = 20_000_000

/** The folder of the edition's own dossier where there is one, otherwise of the commune's. */
export async function findDossier(data: string, commune: string, edition: string): Promise<string> {
  const own = join(data, commune, edition)
  return (await folderExists(own)) ? own : join(data, commune)
}

function noFolder(folder: string): Diagnostic {
  const help = 'thư mục số liệu là kho dữ liệu, hoặc có hai tệp entrants.csv và facts.csv'
  return {
    code: 'file-missing',
    severity: 'error',
    message: `không tìm thấy thư mục: ${folder}`,
    labels: [],
    help,
  }
}

/** Whether there is a folder of that name. */
export async function folderExists(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
}

/** The dossier in a folder of `entrants.csv` and `facts.csv`, or everything wrong with it. */
export async function readDossierFolder(folder: string): Promise<Result<Dossier>> {
  if (!(await folderExists(folder))) return failure([noFolder(folder)])
  const entrants = await readTextFile(join(folder, 'entrants.csv'), MOST_BYTES)
  const facts = await readTextFile(join(folder, 'facts.csv'), MOST_BYTES)
  if (entrants.ok && facts.ok) return readDossier({ entrants: entrants.value, facts: facts.value })
  return failure([...entrants.diagnostics, ...facts.diagnostics])
}

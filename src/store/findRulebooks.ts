import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { codeOf } from './readTextFile.ts'

/** A rulebook of a commune: `rules/<commune>/<edition>.thidua`. */
export interface RulebookPlace {
  readonly commune: string
  readonly edition: string
  readonly path: string
}

const ENDING = '.thidua'

/** The rulebooks below a folder, one folder a commune, in alphabetical order; a message when there are none. */
export async function findRulebooks(folder: string): Promise<Result<readonly RulebookPlace[]>> {
  const communes = await foldersIn(folder)
  if (!communes) return failure([absent(`không tìm thấy thư mục: ${folder}`)])
  const found = communes.map(async (commune) => {
    const files = await readdir(join(folder, commune))
    return files
      .filter((file) => file.endsWith(ENDING))
      .map((file) => ({ commune, edition: file.slice(0, -ENDING.length), path: join(folder, commune, file) }))
  })
  const places = (await Promise.all(found)).flat()
  if (places.length === 0) return failure([absent(`không có bộ tiêu chí nào trong thư mục: ${folder}`)])
  return {
    ok: true,
    value: places.toSorted((left, right) => (left.path < right.path ? -1 : 1)),
    diagnostics: [],
  }
}

async function foldersIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

function absent(message: string): Diagnostic {
  const help = 'thư mục bộ tiêu chí có dạng rules/<tên-xã>/<năm>.thidua'
  return { code: 'file-missing', severity: 'error', message, labels: [], help }
}

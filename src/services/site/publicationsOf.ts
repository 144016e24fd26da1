import { join } from 'node:path'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { folderExists } from '#store/dossierFolder.ts'
import { type PublicationSource, publicationsInFolder } from '#store/publications.ts'

/** What was published from the store in a folder: the store itself is not opened, so another process may be writing to it. */
export async function publicationsOf(folder: string): Promise<Result<PublicationSource>> {
  const publications = await publicationsFolder(folder)
  if (await folderExists(publications))
    return { ok: true, value: publicationsInFolder(publications), diagnostics: [] }
  return failure([noPublications(folder)])
}

/** Where a store keeps what was published from it; the folder itself, where somebody names that or has a copy of it alone. */
export async function publicationsFolder(folder: string): Promise<string> {
  const own = join(folder, 'publications')
  if (await folderExists(own)) return own
  const listed = (await folderExists(folder)) ? await publicationsInFolder(folder).list() : []
  return listed.length > 0 ? folder : own
}

/** Nothing was ever published from the store in the folder, or the folder is another. */
export function noPublications(folder: string): Diagnostic {
  const message = `chưa có bản công bố nào trong thư mục: ${folder}`
  const help = 'kiểm tra lại đường dẫn; công bố kết quả một kỳ bằng npx thidua publish'
  return { code: 'file-missing', severity: 'error', message, labels: [], help }
}

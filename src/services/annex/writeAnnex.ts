import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Annex } from '#language/index.ts'
import { replaceFile } from '#store/replaceFile.ts'
import { annexDocx } from './annexDocx.ts'
import { annexHtml } from './annexHtml.ts'

/** Where the annex is to be written; `undefined` for a form that is not asked for. */
export interface AnnexFiles {
  readonly docx: string | undefined
  readonly html: string | undefined
}

/** Writes the annex in the forms that are asked for; what could not be written. */
export async function writeAnnex(
  annex: Annex,
  hash: string,
  files: AnnexFiles,
): Promise<readonly Diagnostic[]> {
  const faults = [
    files.docx === undefined ? undefined : await replaceFile(files.docx, await annexDocx(annex, hash)),
    files.html === undefined ? undefined : await replaceFile(files.html, annexHtml(annex, hash)),
  ]
  return faults.filter((fault) => fault !== undefined)
}

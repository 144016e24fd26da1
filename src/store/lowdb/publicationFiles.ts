import type { PublicationEntry } from '#records/change.ts'
import { hashOf } from '../hashOf.ts'
import { type FileLayer, folderOf, makeFoldersOf, putFile } from './fileLayer.ts'
import { publicationPath } from './fileNames.ts'

/** A publication that the journal holds, and whose file is still to be made sure of. */
export interface UnfiledPublication {
  readonly commune: string
  readonly id: string
  readonly content: string
}

/** Whether there is a file where that of a publication would stand. */
export async function hasPublicationFile(files: FileLayer, commune: string, id: string): Promise<boolean> {
  return (await files.read(publicationPath(commune, id))) !== undefined
}

/**
 * Makes sure that the file of a publication is on the disk, whole under its name or not there. Gives the name of a file with
 * another content in whose place it was put.
 */
export async function filePublication(
  files: FileLayer,
  { commune, id, content }: UnfiledPublication,
): Promise<string | undefined> {
  const name = publicationPath(commune, id)
  const bytes = Buffer.from(content)
  const there = await files.read(name)
  await makeFoldersOf(files, name)
  if (there && bytes.equals(there)) {
    await files.sync(name)
    await files.syncNames(folderOf(name))
    return undefined
  }
  await putFile(files, name, bytes)
  return there ? name : undefined
}

/** The content of a publication; `undefined` where its file is gone or is not what was published. */
export async function readPublicationFile(
  files: FileLayer,
  commune: string,
  { id, hash }: PublicationEntry,
): Promise<string | undefined> {
  const bytes = await files.read(publicationPath(commune, id))
  return bytes && hashOf(bytes) === hash ? Buffer.from(bytes).toString() : undefined
}

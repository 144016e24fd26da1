/**
 * What the store asks of a disk. Names are those of files in the store's folder, or in a folder of it (`records/a.json`). What
 * was written is safe once it was synced; what was made or renamed, once the names of its folder were.
 */
export interface FileLayer {
  /** `undefined` where there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
  /** The names in a folder, `''` for the store's own; none where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** Makes the file, or puts the bytes in place of what it held. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>
  /** Adds to a file of `length` bytes; throws {@link FileReplaced} where it is not the one that was added to before. */
  readonly append: (name: string, bytes: Uint8Array, length: number) => Promise<void>
  /** Leaves the first `length` bytes. */
  readonly cut: (name: string, length: number) => Promise<void>
  readonly sync: (name: string) => Promise<void>
  /** Within one folder. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Makes a folder where there is none. */
  readonly makeFolder: (name: string) => Promise<void>
  /** Of the files and folders in a folder, `''` for the store's own. */
  readonly syncNames: (folder: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** Somebody removed a file, or put another in its place, while it was in use. */
export class FileReplaced extends Error {
  override readonly name = 'FileReplaced'
}

/** Makes a file, or puts another content in its place, in one step that lasts: it is whole under its name or not there. */
export async function putFile(files: FileLayer, name: string, bytes: Uint8Array): Promise<void> {
  const beside = `${name}.new`
  await files.write(beside, bytes)
  await files.sync(beside)
  await files.rename(beside, name)
  await files.syncNames(folderOf(name))
}

/** Makes the folders that a name leads through, so that they last. */
export async function makeFoldersOf(files: FileLayer, name: string): Promise<void> {
  const folder = folderOf(name)
  if (folder === '') return
  await makeFoldersOf(files, folder)
  await files.makeFolder(folder)
  // Whoever made it before may have been cut short.
  await files.syncNames(folderOf(folder))
}

/** `a/b` of `a/b/c`. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')))
}

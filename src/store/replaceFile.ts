import { randomUUID } from 'node:crypto'
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { codeOf } from './readTextFile.ts'

/** Faults of the file system that are the caller's to mend; any other is thrown. */
const MESSAGES: Readonly<Record<string, string>> = {
  EACCES: 'không được phép ghi tệp',
  EPERM: 'không được phép ghi tệp',
  EROFS: 'không được phép ghi tệp',
  ENOSPC: 'đĩa đã đầy, không ghi được tệp',
  ENOENT: 'không có thư mục để ghi tệp',
  ENOTDIR: 'không có thư mục để ghi tệp',
  EISDIR: 'đây là thư mục, không phải tệp',
  ENAMETOOLONG: 'tên tệp quá dài',
}

/**
 * Puts a content in the place of a file, or makes the file, all of it or nothing: it is written beside the file and then
 * takes its name. Who may read and write a file that is there stays the same; of a link, the file it leads to is replaced.
 * Gives what hindered it, `undefined` once it is done.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
): Promise<Diagnostic | undefined> {
  const target = await targetOf(path)
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    await writeNewFile(beside, content, await modeOf(target))
    await rename(beside, target)
    return undefined
  } catch (error) {
    await rm(beside, { force: true })
    return notWritten(path, error)
  }
}

/** That a file could not be written, and why. A fault that is not the caller's to mend is thrown on. */
export function notWritten(path: string, error: unknown): Diagnostic {
  const message = MESSAGES[codeOf(error) ?? '']
  if (message === undefined) throw error
  return {
    code: 'file-not-written',
    severity: 'error',
    message: `${message}: ${path}`,
    labels: [],
    help: 'không có gì được ghi; kiểm tra lại đường dẫn, quyền ghi của tệp và của thư mục chứa nó',
  }
}

/** Where a link leads; the path itself for what is not there yet. */
async function targetOf(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

/** Who may do what with the file that is there; `undefined` for one that is still to be made. */
async function modeOf(target: string): Promise<number | undefined> {
  try {
    await access(target, constants.W_OK)
    return (await stat(target)).mode
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** On the disk when the promise is kept, not only handed to the system. */
async function writeNewFile(
  path: string,
  content: string | Uint8Array,
  mode: number | undefined,
): Promise<void> {
  await using file = await open(path, 'wx', mode)
  // What the process masks off when it creates a file.
  if (mode !== undefined) await file.chmod(mode)
  await file.writeFile(content)
  await file.sync()
}

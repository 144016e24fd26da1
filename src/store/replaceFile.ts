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
}

/**
 * Puts a text in the place of a file that is there, all of it or nothing: it is written beside the file and then takes its
 * name. Who may read and write the file stays the same; of a link, the file it leads to is replaced. Gives what hindered
 * it, `undefined` once it is done.
 */
export async function replaceFile(path: string, text: string): Promise<Diagnostic | undefined> {
  const target = await realpath(path)
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    await access(target, constants.W_OK)
    const { mode } = await stat(target)
    await writeNewFile(beside, text, mode)
    await rename(beside, target)
    return undefined
  } catch (error) {
    await rm(beside, { force: true })
    const message = MESSAGES[codeOf(error) ?? '']
    if (message === undefined) throw error
    return {
      code: 'file-not-written',
      severity: 'error',
      message: `${message}: ${path}`,
      labels: [],
      help: 'tệp vẫn như cũ; kiểm tra quyền ghi của tệp và của thư mục chứa nó',
    }
  }
}

/** On the disk when the promise is kept, not only handed to the system. */
async function writeNewFile(path: string, text: string, mode: number): Promise<void> {
  await using file = await open(path, 'wx', mode)
  // What the process masks off when it creates a file.
  await file.chmod(mode)
  await file.writeFile(text)
  await file.sync()
}

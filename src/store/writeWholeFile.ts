import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { codeOf } from './readTextFile.ts'

/** Faults of the file system that are the caller's to mend; any other is thrown. */
const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'không có thư mục để ghi tệp',
  ENOTDIR: 'không có thư mục để ghi tệp',
  EISDIR: 'đây là thư mục, không phải tệp',
  EACCES: 'không được phép ghi tệp',
  EROFS: 'không được phép ghi tệp',
  ENOSPC: 'ổ đĩa đã đầy, không ghi được tệp',
  ENAMETOOLONG: 'tên tệp quá dài',
}

/**
 * Puts the whole content into the file, in place of what was there; nothing is left half written. A message when it cannot
 * be written, and then the old file is as it was.
 */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array,
): Promise<Diagnostic | undefined> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await using file = await open(temporary, 'wx')
    await file.writeFile(content)
    await file.sync()
    await rename(temporary, path)
    return undefined
  } catch (error) {
    await rm(temporary, { force: true })
    const message = MESSAGES[codeOf(error) ?? '']
    if (message === undefined) throw error
    const help = 'kiểm tra lại đường dẫn của tệp cần ghi'
    return { code: 'file-not-written', severity: 'error', message: `${message}: ${path}`, labels: [], help }
  }
}

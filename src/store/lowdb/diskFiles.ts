import { type FileHandle, open, readFile, rename, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../readTextFile.ts'
import type { FileLayer } from './fileLayer.ts'

/** The files of a folder that exists. The file that is appended to stays open: opening it costs more than the append. */
export function diskFiles(folder: string): FileLayer {
  let appending: { readonly name: string; readonly handle: FileHandle } | undefined
  const release = async (): Promise<void> => {
    await appending?.handle.close()
    appending = undefined
  }
  const withFile = async (
    name: string,
    flags: string,
    use: (file: FileHandle) => Promise<void>,
  ): Promise<void> => {
    await using file = await open(join(folder, name), flags)
    await use(file)
  }
  return {
    read: async (name) => {
      try {
        return await readFile(join(folder, name))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      }
    },
    write: (name, bytes) => withFile(name, 'w', (file) => file.writeFile(bytes)),
    append: async (name, bytes) => {
      if (appending?.name !== name) {
        await release()
        appending = { name, handle: await open(join(folder, name), 'a') }
      }
      await appending.handle.appendFile(bytes)
    },
    cut: (name, length) => truncate(join(folder, name), length),
    sync: (name) =>
      appending?.name === name ? appending.handle.datasync() : withFile(name, 'r+', (file) => file.sync()),
    rename: async (from, to) => {
      await release()
      await rename(join(folder, from), join(folder, to))
    },
    syncNames: async () => {
      // Windows has no such call for folders; there names are kept by the journal of the file system.
      if (process.platform !== 'win32') await withFile('.', 'r', (directory) => directory.sync())
    },
    close: release,
  }
}

import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, truncate } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { codeOf } from '../readTextFile.ts'
import { type FileLayer, FileReplaced } from './fileLayer.ts'

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
    read: (name) => whereThere(readFile(join(folder, name)), undefined),
    list: (name) => whereThere(readdir(join(folder, name)), []),
    write: (name, bytes) => withFile(name, 'w', (file) => file.writeFile(bytes)),
    append: async (name, bytes, length) => {
      const path = join(folder, name)
      const named = await whereThere(stat(path), undefined)
      if (!named) throw new FileReplaced(name)
      if (appending?.name !== name) {
        await release()
        appending = { name, handle: await open(path, APPENDING) }
      }
      const own = await appending.handle.stat()
      if (own.ino !== named.ino || own.dev !== named.dev || own.size !== length) throw new FileReplaced(name)
      await appending.handle.appendFile(bytes)
    },
    cut: (name, length) => truncate(join(folder, name), length),
    sync: (name) =>
      appending?.name === name ? appending.handle.datasync() : withFile(name, 'r+', (file) => file.sync()),
    rename: async (from, to) => {
      await release()
      await rename(join(folder, from), join(folder, to))
    },
    makeFolder: async (name) => {
      await mkdir(join(folder, name), { recursive: true })
    },
    syncNames: (name) => syncNamesIn(join(folder, name)),
    close: release,
  }
}

/** As 'a', but a file that is not there is not made. */
const APPENDING = constants.O_WRONLY | constants.O_APPEND

/** Makes what was made, renamed or removed in a folder last. */
async function syncNamesIn(folder: string): Promise<void> {
  // Windows has no such call for folders; there names are kept by the journal of the file system.
  if (process.platform === 'win32') return
  await using directory = await open(folder, 'r')
  await directory.sync()
}

/** Makes a folder and those above it, where they are not there, so that they last. */
export async function makeLastingFolder(folder: string): Promise<void> {
  const path = resolve(folder)
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeLastingFolder(dirname(path))
    await mkdir(path)
  }
  await syncNamesIn(dirname(path))
}

async function whereThere<Value, Otherwise>(
  reading: Promise<Value>,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  try {
    return await reading
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise
    throw error
  }
}

import { createHash, randomUUID } from 'node:crypto'
import { appendFile, lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { type ExportedFiles, exportManifestText, readExportManifest } from '#records/exportManifest.ts'
import { codeOf } from '#store/readTextFile.ts'
import { notWritten, replaceFile } from '#store/replaceFile.ts'

/**
 * A folder that a site is written into. What an export wrote is its own, to replace and to remove; anything else in the
 * folder is somebody's, and is never touched.
 */
export interface SiteFolder {
  /** Makes a file (`a/b/index.html`) be of a content, all of it or nothing; writes only where it is not so already. */
  readonly put: (file: string, content: string | Uint8Array) => Promise<Result<'written' | 'unchanged'>>
  /** Removes what earlier exports wrote and this one did not, then notes what is there. */
  readonly finish: () => Promise<Result<Removed>>
}

export interface Removed {
  readonly removed: number
  /** Files of earlier exports that somebody has changed since: they stay. */
  readonly left: readonly string[]
}

/** What is noted of the files: whole at the end of an export, and line by line while it runs, lest it be interrupted. */
const MANIFEST = '.thidua-export.json'
const JOURNAL = '.thidua-export.log'
const HALF_WRITTEN = /^\.thidua-export-[0-9a-f-]{36}\.tmp$/

/** A folder that is new, empty, or was exported into before. Nothing is made until something is put into it. */
export async function openSiteFolder(folder: string): Promise<Result<SiteFolder>> {
  try {
    const known = await filesKnown(folder)
    return known.ok ? { ok: true, value: siteFolder(folder, known.value), diagnostics: [] } : known
  } catch (error) {
    return failure([notWritten(folder, error)])
  }
}

async function filesKnown(folder: string): Promise<Result<ExportedFiles>> {
  const entries = await entriesOf(folder)
  if (entries.length === 0) return { ok: true, value: new Map(), diagnostics: [] }
  const note = entries.includes(MANIFEST) ? await readFile(join(folder, MANIFEST), 'utf8') : ''
  const manifest = readExportManifest(note)
  if (!manifest) return failure([notOurs(folder)])
  const journal = entries.includes(JOURNAL) ? await readFile(join(folder, JOURNAL), 'utf8') : ''
  const since = [...journal.matchAll(/^([0-9a-f]{64}) (.+)\n/gm)].map(
    ([, hash = '', file = '']): [string, string] => [file, hash],
  )
  return { ok: true, value: new Map([...manifest, ...since]), diagnostics: [] }
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** From here on the folder is one that is exported into, even should the export be cut short. */
async function begin(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) if (HALF_WRITTEN.test(name)) await rm(join(folder, name))
  const path = join(folder, MANIFEST)
  if ((await lstatOf(path)) === undefined)
    await writeFile(path, exportManifestText(new Map()), { flag: 'wx' })
}

function siteFolder(folder: string, known: ExportedFiles): SiteFolder {
  const current = new Map<string, string>()
  const spellings = new Map<string, string>()
  const folders = new Set<string>()

  const write = async (file: string, bytes: Buffer, hash: string): Promise<void> => {
    const beside = join(folder, `.thidua-export-${randomUUID()}.tmp`)
    await appendFile(join(folder, JOURNAL), `${hash} ${file}\n`)
    try {
      await writeFile(beside, bytes, { flag: 'wx' })
      await rename(beside, join(folder, file))
    } finally {
      await rm(beside, { force: true })
    }
  }
  let begun = false
  const start = async (): Promise<void> => {
    if (!begun) await begin(folder)
    begun = true
  }
  const putBytes = async (file: string, bytes: Buffer): Promise<Result<'written' | 'unchanged'>> => {
    const spelling = file.normalize('NFC').toLowerCase()
    const other = spellings.get(spelling)
    if (!isPlainName(file)) return failure([unwritableName(file)])
    if (other !== undefined) return failure([nameTaken(file, other)])
    spellings.set(spelling, file)
    await start()
    if (!(await hasFolders(folder, file, folders, true))) return failure([inTheWay(join(folder, file))])
    const hash = hashOfBytes(bytes)
    const there = await contentOf(join(folder, file))
    if (there === 'noFile' || (there && hashOfBytes(there) !== hash && !known.has(file)))
      return failure([inTheWay(join(folder, file))])
    const same = there !== undefined && hashOfBytes(there) === hash
    if (!same) await write(file, bytes, hash)
    current.set(file, hash)
    return { ok: true, value: same ? 'unchanged' : 'written', diagnostics: [] }
  }
  /** Whether the file was removed; false for one that somebody changed, removed, or put a link in place of. */
  const remove = async (file: string, hash: string): Promise<boolean> => {
    if (!(await hasFolders(folder, file, folders, false))) return false
    const there = await contentOf(join(folder, file))
    if (!(there instanceof Buffer) || hashOfBytes(there) !== hash) return false
    await rm(join(folder, file))
    await removeEmptyFolders(folder, file)
    return true
  }
  const finish = async (): Promise<Result<Removed>> => {
    await start()
    const left: string[] = []
    let removed = 0
    for (const [file, hash] of known) {
      if (current.has(file) || !isPlainName(file)) continue
      if (await remove(file, hash)) removed++
      else if ((await contentOf(join(folder, file))) !== undefined) left.push(file)
    }
    const fault = await replaceFile(join(folder, MANIFEST), exportManifestText(current))
    if (fault) return failure([fault])
    await rm(join(folder, JOURNAL), { force: true })
    return { ok: true, value: { removed, left }, diagnostics: [] }
  }
  return {
    put: async (file, content) => {
      try {
        return await putBytes(file, Buffer.from(content))
      } catch (error) {
        return failure([notWritten(join(folder, file), error)])
      }
    },
    finish: async () => {
      try {
        return await finish()
      } catch (error) {
        return failure([notWritten(folder, error)])
      }
    },
  }
}

/** Letters, digits and what stands between them: such a name leads nowhere else, on any system. */
function isPlainName(file: string): boolean {
  return file
    .split('/')
    .every((name) => /^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*$/u.test(name) && name.length <= 120)
}

/** Whether the folders that a file is to lie in are folders, and no links to elsewhere. */
async function hasFolders(root: string, file: string, sound: Set<string>, make: boolean): Promise<boolean> {
  let path = root
  for (const name of file.split('/').slice(0, -1)) {
    path = join(path, name)
    if (sound.has(path)) continue
    const entry = await lstatOf(path)
    if (entry === undefined && make) await mkdir(path)
    else if (!entry?.isDirectory()) return false
    sound.add(path)
  }
  return true
}

/** The bytes of a file; `'noFile'` for what is there and is none (a folder, a link), `undefined` where nothing is. */
async function contentOf(path: string): Promise<Buffer | 'noFile' | undefined> {
  const entry = await lstatOf(path)
  if (!entry) return undefined
  return entry.isFile() ? readFile(path) : 'noFile'
}

async function lstatOf(path: string): Promise<Awaited<ReturnType<typeof lstat>> | undefined> {
  try {
    return await lstat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

async function removeEmptyFolders(root: string, file: string): Promise<void> {
  const names = file.split('/').slice(0, -1)
  for (; names.length > 0; names.pop()) {
    try {
      await rmdir(join(root, ...names))
    } catch (error) {
      // Something else is in it.
      if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) return
      throw error
    }
  }
}

function hashOfBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function notOurs(folder: string): Diagnostic {
  return {
    code: 'foreign-files',
    severity: 'error',
    message: `thư mục đã có tệp khác: ${folder}`,
    labels: [],
    help: 'không có gì được ghi hay xóa; chọn một thư mục mới, hoặc thư mục trước đây đã xuất trang vào',
  }
}

function inTheWay(path: string): Diagnostic {
  return {
    code: 'foreign-files',
    severity: 'error',
    message: `ở chỗ của một trang đã có tệp khác: ${path}`,
    labels: [],
    help: 'tệp ấy giữ nguyên; chuyển nó đi nơi khác rồi xuất lại',
  }
}

function unwritableName(file: string): Diagnostic {
  return {
    code: 'file-not-written',
    severity: 'error',
    message: `tên không dùng làm tên tệp được: ${file}`,
    labels: [],
    help: 'đổi mã trong bộ tiêu chí hay danh sách đối tượng rồi công bố lại',
  }
}

/** Two pages of one export are never one file: whichever came first would be lost. */
function nameTaken(file: string, other: string): Diagnostic {
  const message =
    other === file
      ? `hai trang cùng ghi vào một tệp: ${file}`
      : `\`${file}\` và \`${other}\` chỉ khác nhau ở chữ hoa, chữ thường`
  const help = 'đổi mã trong bộ tiêu chí hay danh sách đối tượng rồi công bố lại'
  return { code: 'file-not-written', severity: 'error', message, labels: [], help }
}

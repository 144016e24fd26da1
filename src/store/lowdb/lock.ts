import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { type Holder, readHolder } from '#records/holder.ts'
import { codeOf } from '../readTextFile.ts'

/** The right to write to a store, for one process at a time. */
export type Locked =
  | { readonly ok: true; readonly release: () => Promise<void> }
  /** `holder` is absent where the lock does not say who has it. */
  | { readonly ok: false; readonly holder: Holder | undefined }

/**
 * Takes the lock at a path, a file that names its holder. A lock whose holder is no more is taken over at once; one from
 * another machine never is, because nobody here can tell.
 */
export async function lock(path: string): Promise<Locked> {
  const own = await thisProcess()
  const mine = { ok: true, release: () => rm(path, { force: true }) } as const
  if (await put(path, own)) return mine
  const holder = await holderOf(path)
  if (await isHeld(holder)) return { ok: false, holder }
  return (await takeOver(path, own)) ? mine : { ok: false, holder: await holderOf(path) }
}

/** Only one process at a time may clear a lock away, or a slow one would clear away that of a fast one. */
async function takeOver(path: string, own: Holder): Promise<boolean> {
  const clearing = `${path}.clearing`
  try {
    await mkdir(clearing)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    if (await isHeld(await holderOf(path))) return false
    await rm(path, { force: true })
    return await put(path, own)
  } finally {
    await rmdir(clearing)
  }
}

/** Whether the lock was free and is now this process's. It appears with its content: one half written would name nobody. */
async function put(path: string, own: Holder): Promise<boolean> {
  const beside = `${path}.${randomUUID()}`
  await writeFile(beside, JSON.stringify(own))
  try {
    await link(beside, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(beside, { force: true })
  }
}

async function holderOf(path: string): Promise<Holder | undefined> {
  return readHolder(await readOr(path, ''))
}

/** A lock that names nobody lost its content in a power cut. */
async function isHeld(holder: Holder | undefined): Promise<boolean> {
  if (!holder) return false
  if (holder.host !== hostname()) return true
  if (holder.boot !== (await bootOf())) return false
  try {
    process.kill(holder.process, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
    if (codeOf(error) !== 'EPERM') throw error
  }
  return holder.started === (await startOf(holder.process))
}

async function thisProcess(): Promise<Holder> {
  const { pid } = process
  return { host: hostname(), process: pid, boot: await bootOf(), started: await startOf(pid) }
}

async function bootOf(): Promise<string> {
  return (await readOr('/proc/sys/kernel/random/boot_id', '')).trim()
}

/** The 22nd field of the process's line; its name, in parentheses, may hold blanks. */
async function startOf(pid: number): Promise<string> {
  const line = await readOr(`/proc/${pid}/stat`, '')
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

async function readOr(path: string, otherwise: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '')) return otherwise
    throw error
  }
}

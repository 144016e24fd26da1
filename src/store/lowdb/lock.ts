import { randomUUID } from 'node:crypto'
import { link, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { type Holder, readHolder } from '#records/holder.ts'
import { hashOf } from '../hashOf.ts'
import { codeOf } from '../readTextFile.ts'

/** The right to write to a store, for one process at a time. */
export type Locked =
  | { readonly ok: true; readonly release: () => Promise<void> }
  /** `holder` is absent where the lock does not say who has it. */
  | { readonly ok: false; readonly holder: Holder | undefined }

/** What stands in the place of a lock. */
type Standing =
  | { readonly kind: 'free' }
  /** The holder is no more, or the content was lost in a power cut. */
  | { readonly kind: 'dead'; readonly text: string }
  | { readonly kind: 'held'; readonly holder: Holder | undefined }

/**
 * Takes the lock at a path, a file that names its holder. A lock whose holder is no more is taken over at once; one from
 * another machine or container never is, because nobody here can tell.
 */
export async function lock(path: string): Promise<Locked> {
  const own = await thisProcess()
  const taken = (await put(path, own)) || (await takeOver(path, own))
  if (taken) return { ok: true, release: () => release(path, own) }
  const standing = await standingAt(path)
  return { ok: false, holder: standing.kind === 'held' ? standing.holder : undefined }
}

/** Somebody may have cleared the lock away by hand and another have taken it: only one's own is removed. */
async function release(path: string, { nonce }: Holder): Promise<void> {
  const standing = await standingAt(path)
  if (standing.kind === 'held' && standing.holder?.nonce === nonce) await rm(path, { force: true })
}

/**
 * The right to clear a dead lock away is a lock too, named after the dead one: while it stands nobody else can put theirs in its
 * place, so the one that is removed is the one that was looked at. Whoever dies while clearing leaves a dead lock, which is
 * cleared in the same way.
 */
async function takeOver(path: string, own: Holder): Promise<boolean> {
  const found = await standingAt(path)
  if (found.kind === 'held') return false
  if (found.kind === 'free') return put(path, own)
  const clearing = await lock(`${path}.${hashOf(found.text).slice(0, 16)}`)
  if (!clearing.ok) return false
  try {
    const standing = await standingAt(path)
    if (standing.kind !== 'dead' || standing.text !== found.text) return false
    await rm(path, { force: true })
    return await put(path, own)
  } finally {
    await clearing.release()
  }
}

/** Whether the lock was free and is now this process's. It appears with its content: one half written would name nobody. */
async function put(path: string, own: Holder): Promise<boolean> {
  const beside = `${path}.${own.nonce}`
  try {
    await writeFile(beside, JSON.stringify(own))
    await link(beside, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw isLinkRefused(error) ? new NoHardLinks() : error
  } finally {
    await rm(beside, { force: true })
  }
}

/** The file system has no hard links, by which a lock appears whole. */
export class NoHardLinks extends Error {
  override readonly name = 'NoHardLinks'
}

function isLinkRefused(error: unknown): boolean {
  return (
    error instanceof Error &&
    'syscall' in error &&
    error.syscall === 'link' &&
    ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'].includes(codeOf(error) ?? '')
  )
}

async function standingAt(path: string): Promise<Standing> {
  const text = await readIfThere(path)
  if (text === undefined) return { kind: 'free' }
  if (/^\0*$/.test(text)) return { kind: 'dead', text }
  const holder = readHolder(text)
  return (await isGone(holder)) ? { kind: 'dead', text } : { kind: 'held', holder }
}

/** Whether the holder is surely no more; whoever cannot be asked about is taken to be there. */
async function isGone(holder: Holder | undefined): Promise<boolean> {
  if (!holder || holder.host !== hostname()) return false
  if (holder.boot !== (await bootOf())) return true
  if (holder.namespace !== (await namespaceOf())) return false
  try {
    process.kill(holder.process, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return true
    if (codeOf(error) !== 'EPERM') throw error
  }
  const started = await startOf(holder.process)
  return started !== '' && started !== holder.started
}

async function thisProcess(): Promise<Holder> {
  const { pid } = process
  return {
    host: hostname(),
    namespace: await namespaceOf(),
    process: pid,
    boot: await bootOf(),
    started: await startOf(pid),
    nonce: randomUUID(),
  }
}

async function namespaceOf(): Promise<string> {
  return readlink('/proc/self/ns/pid').catch(() => '')
}

async function bootOf(): Promise<string> {
  return ((await readIfThere('/proc/sys/kernel/random/boot_id')) ?? '').trim()
}

/** The 22nd field of the process's line; its name, in parentheses, may hold blanks. */
async function startOf(pid: number): Promise<string> {
  const line = (await readIfThere(`/proc/${pid}/stat`)) ?? ''
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}

import { type Change, readChanges } from '#records/change.ts'
import { type JournalBase, journalBaseText, readJournalBase } from '#records/journalBase.ts'
import { recordsOf } from '../communeRecords.ts'
import { type FileLayer, putFile } from './fileLayer.ts'
import {
  JOURNAL,
  JOURNAL_BEFORE,
  PUBLICATIONS,
  RECORDS,
  recordsFile,
  recordsFileBefore,
} from './fileNames.ts'
import { newJournal, readJournal } from './journal.ts'
import { enterFrame, type KeptCommune, newCommune } from './keptCommune.ts'
import type { UnfiledPublication } from './publicationFiles.ts'
import { readSnapshot, type SnapshotRead } from './recordsFile.ts'

/** What the files of a store hold, mended as far as nothing acknowledged is touched. */
export interface Recovered {
  readonly communes: ReadonlyMap<string, KeptCommune>
  /** Those that the journal brought. */
  readonly publications: readonly UnfiledPublication[]
  /** The first frame of the journal and the last. */
  readonly base: number
  readonly frame: number
  /** Whether another frame follows the last that changed anything. */
  readonly sealed: boolean
  readonly journalBytes: number
  /** How much of a change that was never acknowledged was cut away. */
  readonly cut: number
  /** Files that were spoilt, and that others stood in for. */
  readonly replaced: readonly string[]
}

export type Fault = 'damaged' | 'missing' | 'newer' | 'older'

export type Recovery =
  | { readonly ok: true; readonly recovered: Recovered }
  | { readonly ok: false; readonly file: string; readonly fault: Fault }

/** Reads the files back. Nothing is cut but what no one was ever told is kept. */
export async function recover(files: FileLayer): Promise<Recovery> {
  const there = new Set(await files.list(''))
  if (!there.has(JOURNAL)) {
    // Beside anything else there always is a journal: another takes its place in one step.
    const others = [JOURNAL_BEFORE, RECORDS, PUBLICATIONS].some((name) => there.has(name))
    if (others) return { ok: false, file: JOURNAL, fault: 'missing' }
    await beginJournal(files, 0, new Map())
  }
  const journal = await journalIn(files, JOURNAL)
  if (typeof journal === 'string') return { ok: false, file: JOURNAL, fault: journal }
  let before: Journal | Fault | undefined
  const communes = new Map<string, KeptCommune>()
  const replaced: string[] = []
  for (const commune of new Set([...journal.base.keys(), ...journal.changes.map(communeOf)])) {
    const file = recordsFile(commune)
    const own = await snapshotIn(files, file)
    if (own.kind === 'newer') return { ok: false, file, fault: 'newer' }
    const from = journal.base.get(commune) ?? 0
    let found = standing(commune, own, from, [journal])
    if (!found) {
      const earlier = await snapshotIn(files, recordsFileBefore(commune))
      found = standing(commune, earlier, from, [journal])
      before ??= found ? undefined : await journalIn(files, JOURNAL_BEFORE)
      if (typeof before === 'object' && before.last === journal.first)
        found ??= standing(commune, earlier, before.base.get(commune) ?? 0, [before, journal])
    }
    if (!found) return { ok: false, file, fault: own.kind === 'absent' ? 'missing' : 'damaged' }
    if (own.kind === 'damaged' || (own.kind === 'absent' && found.saved < from)) replaced.push(file)
    communes.set(commune, { ...found, isThere: own.kind === 'sound' })
  }
  if (journal.torn > 0) await files.cut(JOURNAL, journal.sound)
  // Whoever wrote the last of it may never have heard that it was on the disk; whoever reads it now relies on it.
  await files.sync(JOURNAL)
  await files.syncNames('')
  const publications = journal.changes.flatMap(({ change: { commune, publication } }) =>
    publication ? [{ commune, ...publication }] : [],
  )
  const { first: base, last: frame, sealed, sound: journalBytes, torn: cut } = journal
  return {
    ok: true,
    recovered: { communes, publications, base, frame, sealed, journalBytes, cut, replaced },
  }
}

/** A journal with what its frames say. */
interface Journal {
  readonly base: JournalBase
  /** The numbers of its first and of its last frame. */
  readonly first: number
  readonly last: number
  readonly changes: readonly { readonly frame: number; readonly change: Change }[]
  readonly sealed: boolean
  readonly sound: number
  readonly torn: number
}

async function journalIn(files: FileLayer, name: string): Promise<Journal | Fault> {
  const bytes = await files.read(name)
  if (!bytes) return 'missing'
  const read = readJournal(bytes)
  if (read.kind !== 'sound') return read.kind
  const { first, frames, sound, torn } = read
  // The checksums hold, so what is not understood was written by a version that knows more.
  const base = readJournalBase(JSON.parse(first.content))
  const changes: { frame: number; change: Change }[] = []
  for (const { number, content } of frames) {
    const made = readChanges(JSON.parse(content))
    if (!made) return 'newer'
    changes.push(...made.map((change) => ({ frame: number, change })))
  }
  if (!base) return 'newer'
  const last = frames.at(-1)?.number ?? first.number
  const sealed = last !== changes.at(-1)?.frame
  return { base, first: first.number, last, changes, sealed, sound, torn }
}

function communeOf({ change }: Journal['changes'][number]): string {
  return change.commune
}

async function snapshotIn(files: FileLayer, name: string): Promise<SnapshotRead> {
  return readSnapshot(await files.read(name))
}

/**
 * The records in a file with what the journals have of later frames; `undefined` where the file is of a frame before `from`,
 * with which the first of them begins, so that something between the two would be missing. No file stands for frame 0.
 */
function standing(
  commune: string,
  read: SnapshotRead,
  from: number,
  journals: readonly Journal[],
): KeptCommune | undefined {
  const kept = keptFrom(read, from)
  if (!kept) return undefined
  for (const { frame, change } of journals.flatMap(({ changes }) => changes))
    if (change.commune === commune && frame > kept.saved) enterFrame(kept, frame, change)
  return kept
}

function keptFrom(read: SnapshotRead, from: number): KeptCommune | undefined {
  if (read.kind !== 'sound') return from === 0 ? newCommune() : undefined
  const { snapshot, length } = read
  const { frame, content } = snapshot
  if (frame < from) return undefined
  return { records: recordsOf(content), saved: frame, changed: frame, length, isThere: true }
}

/** Puts a journal without changes in the place of the one that is there, in one step; gives its length. */
export async function beginJournal(files: FileLayer, frame: number, base: JournalBase): Promise<number> {
  const bytes = newJournal({ number: frame, content: journalBaseText(base) })
  await putFile(files, JOURNAL, bytes)
  return bytes.length
}

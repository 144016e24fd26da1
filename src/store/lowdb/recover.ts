import type { FileLayer } from './fileLayer.ts'
import { emptyJournal, type Frame, type JournalContent, readJournal } from './journal.ts'
import { readSnapshot, SNAPSHOT, SNAPSHOT_BEFORE, type Snapshot } from './snapshot.ts'

/** What changes are written to, and what held those that the newest snapshot has. */
export const JOURNAL = 'journal'
export const JOURNAL_BEFORE = 'journal.before'

/** What the files of a store hold, mended as far as nothing acknowledged is touched. */
export interface Recovered {
  readonly snapshot: Snapshot | undefined
  /** What was written after it. */
  readonly frames: readonly Frame[]
  readonly journalBytes: number
  /** How much of a change that was never acknowledged was cut away. */
  readonly cut: number
  /** The newest snapshot was spoilt, and the one before was taken. */
  readonly fellBack: boolean
}

export type Recovery =
  | { readonly ok: true; readonly recovered: Recovered }
  | { readonly ok: false; readonly file: string; readonly fault: 'damaged' | 'newer' }

/** Reads the files back. Nothing is cut but what no one was ever told is kept. */
export async function recover(files: FileLayer): Promise<Recovery> {
  const newest = readSnapshot(await files.read(SNAPSHOT))
  if (newest.kind === 'newer') return { ok: false, file: SNAPSHOT, fault: 'newer' }
  const before = newest.kind === 'sound' ? undefined : readSnapshot(await files.read(SNAPSHOT_BEFORE))
  const snapshot =
    newest.kind === 'sound' ? newest.snapshot : before?.kind === 'sound' ? before.snapshot : undefined
  if (!snapshot && newest.kind === 'damaged' && before?.kind !== 'absent')
    return { ok: false, file: SNAPSHOT, fault: 'damaged' }
  const journal = await readFrames(files, JOURNAL)
  // What the newest snapshot holds is not needed again, and may be spoilt.
  const earlier = newest.kind === 'sound' ? undefined : await readFrames(files, JOURNAL_BEFORE)
  for (const [file, content] of [[JOURNAL_BEFORE, earlier] as const, [JOURNAL, journal] as const])
    if (content && content.kind !== 'sound') return { ok: false, file, fault: content.kind }
  const [held, live] = [soundOf(earlier), soundOf(journal)]
  const frames = framesAfter(snapshot?.frame ?? 0, [...(held?.frames ?? []), ...(live?.frames ?? [])])
  if (!frames) return { ok: false, file: newest.kind === 'damaged' ? SNAPSHOT : JOURNAL, fault: 'damaged' }
  // Beside anything else there always is a journal: another takes its place in one step.
  const first = newest.kind === 'absent' && before?.kind === 'absent' && !earlier
  if (!live && !first) return { ok: false, file: JOURNAL, fault: 'damaged' }
  if (!live) await beginJournal(files)
  else {
    if (live.torn > 0) await files.cut(JOURNAL, live.sound)
    // Whoever wrote the last of it may never have heard that it was on the disk; whoever reads it now relies on it.
    await files.sync(JOURNAL)
    await files.syncNames()
  }
  const recovered = {
    snapshot,
    frames,
    journalBytes: live?.sound ?? 0,
    cut: live?.torn ?? 0,
    fellBack: newest.kind === 'damaged',
  }
  return { ok: true, recovered }
}

type SoundJournal = Extract<JournalContent, { kind: 'sound' }>

function soundOf(journal: JournalContent | undefined): SoundJournal | undefined {
  return journal?.kind === 'sound' ? journal : undefined
}

async function readFrames(files: FileLayer, name: string): Promise<JournalContent | undefined> {
  const bytes = await files.read(name)
  return bytes && readJournal(bytes)
}

/** Those of the frames after one; `undefined` where one of them is missing. */
function framesAfter(last: number, all: readonly Frame[]): readonly Frame[] | undefined {
  const frames = all.filter(({ number }) => number > last)
  return frames.every(({ number }, index) => number === last + 1 + index) ? frames : undefined
}

/** Puts an empty journal in the place of the one that is there, in one step. */
export async function beginJournal(files: FileLayer): Promise<void> {
  const beside = `${JOURNAL}.new`
  await files.write(beside, emptyJournal())
  await files.sync(beside)
  await files.rename(beside, JOURNAL)
  await files.syncNames()
}

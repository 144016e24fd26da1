import { Low } from 'lowdb'
import { type Change, changeSchema } from '#records/change.ts'
import { type CommuneRecords, currentOf, enter, historyOf, recordsOf, refusalsOf } from '../communeRecords.ts'
import { type Store, StoreFailure, type Written } from '../store.ts'
import { takeTurns } from '../turns.ts'
import type { FileLayer } from './fileLayer.ts'
import { emptyJournal, type Frame, frameBytes } from './journal.ts'
import { beginJournal, JOURNAL, JOURNAL_BEFORE, type Recovered } from './recover.ts'
import { type Snapshot, snapshotAdapter } from './snapshot.ts'

interface Waiting {
  readonly change: Change
  readonly resolve: (written: Written) => void
  readonly reject: (failure: unknown) => void
}

/**
 * The store over what was recovered from its files. Changes that come while others are being written wait and are then
 * written together, as one frame with one sync. Once the journal has `compactAt` bytes, and half as many as the snapshot, a new
 * snapshot takes its place; whoever wrote is answered before that.
 */
export function journaledStore(
  files: FileLayer,
  { snapshot, frames, journalBytes, fellBack }: Recovered,
  compactAt: number,
): Store {
  const communes = new Map<string, CommuneRecords>()
  for (const [commune, content] of Object.entries(snapshot?.communes ?? {}))
    communes.set(commune, recordsOf(content))
  for (const change of frames.flatMap(changesIn)) enter(recordsIn(communes, change.commune), change)
  const snapshots = snapshotAdapter(files, snapshot, fellBack)
  const database = new Low<Snapshot>(snapshots, { frame: 0, communes: {} })
  const inTurn = takeTurns()
  let frame = frames.at(-1)?.number ?? snapshot?.frame ?? 0
  let length = journalBytes
  let waiting: Waiting[] = []
  let failure: StoreFailure | undefined
  let compacting = false

  /** Runs a job that touches the disk; after one that failed, and once the store is closed, nothing runs any more. */
  const guarded = async <Value>(job: () => Promise<Value> | Value): Promise<Value> => {
    if (failure) throw failure
    try {
      return await job()
    } catch (cause) {
      failure = new StoreFailure('the disk failed', { cause })
      throw failure
    }
  }

  const writeWaiting = async (): Promise<void> => {
    const group = waiting
    waiting = []
    try {
      const written = await guarded(() => writeGroup(group.map(({ change }) => change)))
      for (const [index, { resolve }] of group.entries()) resolve(written[index] as Written)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  const writeGroup = async (changes: readonly Change[]): Promise<readonly Written[]> => {
    const made: Change[] = []
    const written = changes.map((change): Written => {
      const records = recordsIn(communes, change.commune)
      const refusals = refusalsOf(records, change)
      if (refusals.length > 0) return { ok: false, refusals }
      made.push(change)
      return { ok: true, revision: enter(records, change) }
    })
    if (made.length === 0) return written
    frame += 1
    const bytes = frameBytes({ number: frame, content: JSON.stringify(made) })
    await files.append(JOURNAL, bytes)
    await files.sync(JOURNAL)
    length += bytes.length
    if (isLong() && !compacting) compactSoon()
    return written
  }

  const isLong = (): boolean => length >= Math.max(compactAt, snapshots.length() / 2)

  /** A fault then is told by every later call. */
  const compactSoon = (): void => {
    compacting = true
    void inTurn(() => guarded(compact)).catch(() => {})
  }

  /** Keeps everything in a snapshot and begins a new journal; whatever is cut short is read from what was there before. */
  const compact = async (): Promise<void> => {
    const kept = [...communes].map(([commune, { content }]) => [commune, content] as const)
    database.data = { frame, communes: Object.fromEntries(kept) }
    await database.write()
    const journal = await files.read(JOURNAL)
    await files.write(`${JOURNAL_BEFORE}.new`, journal ?? emptyJournal())
    await files.sync(`${JOURNAL_BEFORE}.new`)
    await files.rename(`${JOURNAL_BEFORE}.new`, JOURNAL_BEFORE)
    await beginJournal(files)
    length = 0
    compacting = false
  }
  // Until there is a sound snapshot again, nothing may happen to the one that stood in for it.
  if (fellBack) compactSoon()

  const read = <Value>(of: () => Value): Promise<Value> => inTurn(() => guarded(of))
  const records = (commune: string): CommuneRecords => communes.get(commune) ?? recordsOf()
  return {
    communes: () => read(() => writtenTo(communes)),
    current: (commune) => read(() => currentOf(records(commune))),
    history: (commune, place) => read(() => historyOf(records(commune), place)),
    publications: (commune) => read(() => [...records(commune).content.publications]),
    audit: (commune) => read(() => [...records(commune).content.audit]),
    write: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({ change, resolve, reject })
        if (waiting.length === 1) void inTurn(writeWaiting)
      }),
    close: () =>
      inTurn(async () => {
        failure ??= new StoreFailure('the store is closed')
        await files.close()
      }),
  }
}

/** The communes that were written to: a refused change leaves empty records behind. */
function writtenTo(communes: ReadonlyMap<string, CommuneRecords>): readonly string[] {
  return [...communes].flatMap(([commune, { content }]) => (content.revision > 0 ? [commune] : [])).toSorted()
}

function recordsIn(communes: Map<string, CommuneRecords>, commune: string): CommuneRecords {
  const records = communes.get(commune) ?? recordsOf()
  communes.set(commune, records)
  return records
}

function changesIn({ content }: Frame): readonly Change[] {
  return (JSON.parse(content) as unknown[]).map((change) => changeSchema.parse(change))
}

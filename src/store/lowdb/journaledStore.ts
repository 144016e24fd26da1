import { takeTurns } from '#base/turns.ts'
import type { Change } from '#records/change.ts'
import { currentOf, historyOf, refusalsOf } from '../communeRecords.ts'
import { type Store, type StoredPublication, StoreFailure, type Written } from '../store.ts'
import { compact } from './compact.ts'
import type { FileLayer } from './fileLayer.ts'
import { JOURNAL } from './fileNames.ts'
import { frameBytes } from './journal.ts'
import { enterFrame, type KeptCommune, newCommune } from './keptCommune.ts'
import {
  filePublication,
  hasPublicationFile,
  readPublicationFile,
  type UnfiledPublication,
} from './publicationFiles.ts'
import type { Recovered } from './recover.ts'

interface Waiting {
  readonly change: Change
  readonly resolve: (written: Written) => void
  readonly reject: (failure: unknown) => void
}

/**
 * The store over what was recovered from its files. Changes that come while others are being written wait and are then
 * written together, as one frame with one sync. Once the journal has `compactAt` bytes, and half as many as the files of the
 * communes that changed, these are written anew and another journal begins; whoever wrote is answered before that.
 */
export function journaledStore(files: FileLayer, recovered: Recovered, compactAt: number): Store {
  const communes = new Map(recovered.communes)
  const inTurn = takeTurns()
  let { base, frame, journalBytes: length } = recovered
  /** Whether the last frame is followed by another: damage to one that is not may look like a write that was cut short. */
  let { sealed } = recovered
  let unfiled: UnfiledPublication[] = []
  let waiting: Waiting[] = []
  let failure: StoreFailure | undefined
  /** Whether somebody was told of the failure. */
  let told = false
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

  /** Does what nobody waits for, in its turn; a fault is told by every later call. */
  const afterwards = (job: () => Promise<void>): void => {
    void inTurn(() => guarded(job)).catch(() => {})
  }

  const writeWaiting = async (): Promise<void> => {
    const group = waiting
    waiting = []
    try {
      const written = await guarded(() => writeGroup(group.map(({ change }) => change)))
      for (const [index, { resolve }] of group.entries()) resolve(written[index] as Written)
    } catch (error) {
      told = true
      for (const { reject } of group) reject(error)
    }
  }

  const writeGroup = async (changes: readonly Change[]): Promise<readonly Written[]> => {
    const made: Change[] = []
    const written: Written[] = []
    for (const change of changes) {
      const refused = await refusedOf(change)
      written.push(refused ?? { ok: true, revision: enterFrame(keptOf(change.commune), frame + 1, change) })
      if (!refused) made.push(change)
    }
    if (made.length === 0) return written
    await appendFrame(made)
    sealed = false
    const published = made.flatMap(({ commune, publication }) =>
      publication ? [{ commune, ...publication }] : [],
    )
    if (published.length > 0) {
      unfiled.push(...published)
      afterwards(fileAll)
    }
    if (isLong() && !compacting) compactSoon()
    return written
  }

  const refusedOf = async (change: Change): Promise<Written | undefined> => {
    const { commune, publication } = change
    const refusals = refusalsOf(keptOf(commune).records, change)
    if (refusals.length > 0) return { ok: false, refusals }
    // Somebody may have read it there already: from a backup that has more than this store.
    if (publication && (await hasPublicationFile(files, commune, publication.id)))
      return { ok: false, refusals: [{ kind: 'publicationExists', id: publication.id }] }
    return undefined
  }

  const appendFrame = async (changes: readonly Change[]): Promise<void> => {
    const bytes = frameBytes({ number: frame + 1, content: JSON.stringify(changes) })
    await files.append(JOURNAL, bytes, length)
    await files.sync(JOURNAL)
    frame += 1
    length += bytes.length
  }

  /** The files of publications that were acknowledged: nobody who reads them ever sees another. */
  const fileAll = async (): Promise<void> => {
    for (const publication of unfiled) await filePublication(files, publication)
    unfiled = []
  }

  const isLong = (): boolean => {
    const changed = [...communes.values()].filter((kept) => kept.changed > kept.saved)
    return length >= Math.max(compactAt, changed.reduce((sum, kept) => sum + kept.length, 0) / 2)
  }

  const compactSoon = (): void => {
    compacting = true
    afterwards(async () => {
      await fileAll()
      length = await compact(files, communes, base, frame)
      base = frame
      compacting = false
    })
  }
  // Until there is a sound file again, nothing may happen to the one that stood in for it.
  if (recovered.replaced.length > 0) compactSoon()

  const seal = async (): Promise<void> => {
    if (!sealed) await appendFrame([])
  }

  const keptOf = (commune: string): KeptCommune => {
    const kept = communes.get(commune) ?? newCommune()
    communes.set(commune, kept)
    return kept
  }
  const read = <Value>(commune: string, of: (kept: KeptCommune) => Promise<Value> | Value): Promise<Value> =>
    inTurn(() => guarded(() => of(communes.get(commune) ?? newCommune()))).catch((error: unknown) => {
      told = true
      throw error
    })
  const publicationsOf = (commune: string, { records }: KeptCommune): Promise<StoredPublication[]> =>
    Promise.all(
      records.content.publications.map(async (entry) => {
        const own = unfiled.find((one) => one.commune === commune && one.id === entry.id)
        return { ...entry, content: own?.content ?? (await readPublicationFile(files, commune, entry)) }
      }),
    )
  return {
    communes: () => read('', () => writtenTo(communes)),
    current: (commune) => read(commune, ({ records }) => currentOf(records)),
    history: (commune, place) => read(commune, ({ records }) => historyOf(records, place)),
    publications: (commune) => read(commune, (kept) => publicationsOf(commune, kept)),
    audit: (commune) => read(commune, ({ records }) => [...records.content.audit]),
    write: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({ change, resolve, reject })
        if (waiting.length === 1) void inTurn(writeWaiting)
      }),
    close: () =>
      inTurn(async () => {
        await guarded(seal).catch(() => {})
        const untold = told ? undefined : failure
        told = true
        failure ??= new StoreFailure('the store is closed')
        await files.close()
        if (untold) throw untold
      }),
  }
}

/** The communes that were written to: a refused change leaves empty records behind. */
function writtenTo(communes: ReadonlyMap<string, KeptCommune>): readonly string[] {
  return [...communes]
    .flatMap(([commune, { records }]) => (records.content.revision > 0 ? [commune] : []))
    .toSorted()
}

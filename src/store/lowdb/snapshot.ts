import type { Adapter } from 'lowdb'
import { type CommuneContent, communeSchema } from '#records/change.ts'
import type { FileLayer } from './fileLayer.ts'
import { checksum } from './journal.ts'

/** All records as they stood after a frame of the journal. */
export interface Snapshot {
  readonly frame: number
  readonly communes: Readonly<Record<string, CommuneContent>>
}

/** The newest snapshot and the one before; a spoilt newest leaves the other, with both journals. */
export const SNAPSHOT = 'records.json'
export const SNAPSHOT_BEFORE = 'records.before.json'

const FORM = 1

export type SnapshotContent =
  | { readonly kind: 'sound'; readonly snapshot: Snapshot }
  | { readonly kind: 'absent' | 'damaged' | 'newer' }

/** A snapshot as bytes: a line with its form and checksum, and one with the records. */
function snapshotBytes({ frame, communes }: Snapshot): Uint8Array {
  const content = Buffer.from(JSON.stringify({ frame, communes }))
  return Buffer.concat([
    Buffer.from(`thi-dua records ${FORM} ${checksum(content)}\n`),
    content,
    Buffer.from('\n'),
  ])
}

export function readSnapshot(bytes: Uint8Array | undefined): SnapshotContent {
  if (!bytes) return { kind: 'absent' }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  const [, form, sum, content = ''] = /^thi-dua records (\d{1,9}) ([0-9a-f]{8})\n(.*)\n$/s.exec(text) ?? []
  if (form === undefined) return { kind: 'damaged' }
  if (Number(form) > FORM) return { kind: 'newer' }
  if (checksum(Buffer.from(content)) !== sum) return { kind: 'damaged' }
  const { frame, communes } = JSON.parse(content) as { frame: number; communes: Record<string, unknown> }
  const read: [string, CommuneContent][] = []
  for (const [commune, records] of Object.entries(communes)) {
    const parsed = communeSchema.safeParse(records)
    // The checksum holds, so it is what was written: by a version that knows more.
    if (!parsed.success) return { kind: 'newer' }
    read.push([commune, parsed.data])
  }
  return { kind: 'sound', snapshot: { frame, communes: Object.fromEntries(read) } }
}

/**
 * What lowdb keeps its data in. Its own adapter syncs nothing, and a power cut then leaves no file or an empty one; here
 * the new file is on the disk before it takes the name, and the one before is kept. A spoilt one is not: it would take the
 * place of the good one that stood in for it.
 */
export function snapshotAdapter(
  files: FileLayer,
  found: Snapshot | undefined,
  spoilt: boolean,
): SnapshotAdapter {
  let [there, length] = [found !== undefined && !spoilt, 0]
  return {
    read: async () => found ?? null,
    write: async (snapshot) => {
      const beside = `${SNAPSHOT}.new`
      const bytes = snapshotBytes(snapshot)
      await files.write(beside, bytes)
      await files.sync(beside)
      if (there) await files.rename(SNAPSHOT, SNAPSHOT_BEFORE)
      await files.rename(beside, SNAPSHOT)
      await files.syncNames()
      there = true
      length = bytes.length
    },
    length: () => length,
  }
}

export interface SnapshotAdapter extends Adapter<Snapshot> {
  /** How many bytes the last one took; 0 before the first. */
  readonly length: () => number
}

import { type Adapter, Low } from 'lowdb'
import { type CommuneContent, contentOf, partsOf } from '#records/change.ts'
import { type FileLayer, folderOf, makeFoldersOf, putFile } from './fileLayer.ts'
import { recordsFile, recordsFileBefore } from './fileNames.ts'
import { checksum } from './journal.ts'

/** The records of a commune as they stood after a frame of the journal. */
export interface Snapshot {
  readonly frame: number
  readonly content: CommuneContent
}

export type SnapshotRead =
  | { readonly kind: 'sound'; readonly snapshot: Snapshot; readonly length: number }
  | { readonly kind: 'absent' | 'damaged' | 'newer' }

const FORM = 2
const HEADING = /^thi-dua records (\d{1,9}) ([0-9a-f]{8})$/

/** The snapshot in a file: a line with its form and checksum, one with frame and revision, then the records in parts. */
export function readSnapshot(bytes: Uint8Array | undefined): SnapshotRead {
  if (!bytes) return { kind: 'absent' }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const [first, ...lines] = linesOf(file)
  const [, form, sum] = HEADING.exec(first?.toString() ?? '') ?? []
  if (form === undefined || !first) return { kind: 'damaged' }
  if (Number(form) > FORM) return { kind: 'newer' }
  if (checksum(file.subarray(first.length + 1)) !== sum) return { kind: 'damaged' }
  // The checksum holds, so it is what was written: where it is not understood, by a version that knows more.
  const [head, ...parts] = lines.map((line) => JSON.parse(line.toString()) as unknown)
  const [frame, revision] = Array.isArray(head) ? head.map(Number) : []
  const content = revision === undefined ? undefined : contentOf(revision, parts)
  if (frame === undefined || !content) return { kind: 'newer' }
  return { kind: 'sound', snapshot: { frame, content }, length: file.length }
}

function linesOf(file: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  for (let start = 0; start < file.length; ) {
    const end = file.indexOf('\n', start)
    lines.push(file.subarray(start, end < 0 ? undefined : end))
    start = end < 0 ? file.length : end + 1
  }
  return lines
}

/** Others have their turn between two parts: all of it as one text would keep everybody waiting for a second. */
async function snapshotBytes({ frame, content }: Snapshot): Promise<Uint8Array> {
  const lines = [Buffer.from(`${JSON.stringify([frame, content.revision])}\n`)]
  let sum = checksum(lines[0] ?? Buffer.alloc(0))
  for (const part of partsOf(content)) {
    await new Promise(setImmediate)
    const line = Buffer.from(`${JSON.stringify(part)}\n`)
    sum = checksum(line, sum)
    lines.push(line)
  }
  return Buffer.concat([Buffer.from(`thi-dua records ${FORM} ${sum}\n`), ...lines])
}

/** What becomes of the file that is there. */
export type Predecessor =
  /** It is kept as the one before. */
  | 'kept'
  /** It is not: spoilt, it would take the place of the good one that stood in for it. */
  | 'dropped'

/** Puts the records of a commune into its file; gives its length in bytes. */
export async function keepSnapshot(
  files: FileLayer,
  commune: string,
  snapshot: Snapshot,
  predecessor: Predecessor,
): Promise<number> {
  const name = recordsFile(commune)
  return writeThrough(snapshot, async (bytes) => {
    await makeFoldersOf(files, name)
    await files.write(`${name}.new`, bytes)
    await files.sync(`${name}.new`)
    if (predecessor === 'kept') await files.rename(name, recordsFileBefore(commune))
    await files.rename(`${name}.new`, name)
    await files.syncNames(folderOf(name))
  })
}

/** Makes the one before equal to the one that is there: no journal reaches back to what it held. */
export async function renewSnapshotBefore(
  files: FileLayer,
  commune: string,
  snapshot: Snapshot,
): Promise<number> {
  return writeThrough(snapshot, (bytes) => putFile(files, recordsFileBefore(commune), bytes))
}

/**
 * lowdb with an adapter of our own. Its own syncs nothing, and a power cut then leaves no file or an empty one; here the new
 * file is on the disk before it takes the name.
 */
async function writeThrough(snapshot: Snapshot, put: (bytes: Uint8Array) => Promise<void>): Promise<number> {
  let length = 0
  const adapter: Adapter<Snapshot> = {
    read: async () => null,
    write: async (data) => {
      const bytes = await snapshotBytes(data)
      await put(bytes)
      length = bytes.length
    },
  }
  await new Low(adapter, snapshot).write()
  return length
}

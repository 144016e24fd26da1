import type { Readable } from 'node:stream'
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl'
import { UnreadableWorkbook } from './fault.ts'
import { MOST_BYTES, MOST_ENTRIES, MOST_ENTRY_BYTES } from './limits.ts'

/** The files of an archive that was found sound; each is unpacked only as it is asked for. */
export interface Archive {
  readonly names: readonly string[]
  /** The text of a file, piece by piece; `undefined` where there is none of that name. */
  readonly read: (name: string) => AsyncIterable<string> | undefined
}

/**
 * Looks at the directory of an archive before anything is unpacked: how many files it names, how large they say they are.
 * While one is unpacked it is held to what it said, so that no more bytes than were allowed ever come out.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const file = await open(bytes)
  const entries = await entriesOf(file)
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      return entry && textOf(file, entry)
    },
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const options: Options = {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
    autoClose: false,
  }
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, file) => {
      if (error) reject(new UnreadableWorkbook({ kind: 'broken' }))
      else resolve(file)
    })
  })
}

function entriesOf(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (file.entryCount > MOST_ENTRIES)
    return Promise.reject(new UnreadableWorkbook({ kind: 'tooManyEntries', most: MOST_ENTRIES }))
  const entries = new Map<string, Entry>()
  let total = 0
  return new Promise((resolve, reject) => {
    file.on('error', () => reject(new UnreadableWorkbook({ kind: 'forged' })))
    file.on('end', () => resolve(entries))
    file.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize
      if (entry.uncompressedSize > MOST_ENTRY_BYTES || total > MOST_BYTES)
        return reject(new UnreadableWorkbook({ kind: 'tooLarge', mostBytes: MOST_BYTES }))
      if (entry.isEncrypted()) return reject(new UnreadableWorkbook({ kind: 'password' }))
      if (entries.has(entry.fileName)) return reject(new UnreadableWorkbook({ kind: 'forged' }))
      entries.set(entry.fileName, entry)
      file.readEntry()
    })
    file.readEntry()
  })
}

async function* textOf(file: ZipFile, entry: Entry): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of await streamOf(file, entry))
      yield decoder.decode(chunk as Uint8Array, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error
    // yauzl stops at the first byte past what the directory said.
    throw new UnreadableWorkbook({ kind: 'forged' })
  }
}

function streamOf(file: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

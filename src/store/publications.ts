import { open, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import {
  compareRefs,
  type PublicationRef,
  parsePublicationFile,
  publicationFile,
} from '#records/publicationRef.ts'
import { codeOf } from './readTextFile.ts'

/**
 * What has been published, and nothing else: the only thing a public site reads. What was published never changes, but a file
 * may be half copied when it is looked at, or be put right later: its stamp tells.
 */
export interface PublicationSource {
  /** By commune and edition, then in the order of their periods and versions. */
  readonly list: () => Promise<readonly ListedPublication[]>
  readonly read: (ref: PublicationRef) => Promise<PublicationText>
}

/** A publication that is there, read or not. */
export interface ListedPublication extends PublicationRef {
  /** Another as soon as its text may be another. */
  readonly stamp: string
}

/** The text of a publication byte for byte, that there is none, or that it cannot be read. */
export type PublicationText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unread'; readonly why: UnreadFile }

/** Why a file that is there cannot be read. */
export type UnreadFile = 'notAllowed' | 'tooLarge' | 'notText' | 'failed'

/** Ten times the largest commune there is. */
export const MOST_PUBLICATION_BYTES = 200_000_000

/** Faults of one file; with any other, such as too many open files, nothing is wrong with this one and all is stopped. */
const FAULTS: Readonly<Record<string, UnreadFile>> = {
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  EBUSY: 'failed',
  EIO: 'failed',
  EISDIR: 'failed',
  ELOOP: 'failed',
}

/** The publications in a folder (`an-nong/2026/2026-10.json`). Other files in it are not looked at. */
export function publicationsInFolder(folder: string): PublicationSource {
  return {
    list: async () => {
      const files = await readdir(folder, { recursive: true })
      const refs = files.flatMap((file) => parsePublicationFile(file.replaceAll('\\', '/')) ?? [])
      const listed = await Promise.all(refs.map((ref) => listedIn(folder, ref)))
      return listed.flatMap((each) => each ?? []).toSorted(compareRefs)
    },
    read: (ref) => textOf(join(folder, publicationFile(ref))),
  }
}

/** What else lies in a folder of publications: by its name no publication, nor one that is being written, so nobody looks at it. */
export async function otherFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((file) => !parsePublicationFile(file.replace(/\.new$/, '')))
    .toSorted()
}

/** `undefined` for what is no file, or gone. */
async function listedIn(folder: string, ref: PublicationRef): Promise<ListedPublication | undefined> {
  try {
    const entry = await stat(join(folder, publicationFile(ref)), { bigint: true })
    if (!entry.isFile()) return undefined
    // A file that was not to be read and now is has its old size and its old time of writing.
    return { ...ref, stamp: `${entry.size}-${entry.mtimeNs}-${entry.ctimeNs}` }
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'ENOENT') return undefined
    if (FAULTS[code] === undefined) throw error
    return { ...ref, stamp: code }
  }
}

async function textOf(path: string): Promise<PublicationText> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > MOST_PUBLICATION_BYTES) return { kind: 'unread', why: 'tooLarge' }
    const text = decode(await file.readFile())
    return text === undefined ? { kind: 'unread', why: 'notText' } : { kind: 'text', text }
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'ENOENT') return { kind: 'absent' }
    const why = FAULTS[code]
    if (why === undefined) throw error
    return { kind: 'unread', why }
  }
}

/** Text that gives the same bytes again; `undefined` for bytes that are not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Publications at hand, by the name each would have as a file. They stay as they are. */
export function publicationsAtHand(texts: ReadonlyMap<string, string>): PublicationSource {
  return {
    list: async () =>
      [...texts.keys()]
        .flatMap((file) => parsePublicationFile(file) ?? [])
        .toSorted(compareRefs)
        .map((ref) => ({ ...ref, stamp: '' })),
    read: async (ref) => {
      const text = texts.get(publicationFile(ref))
      return text === undefined ? { kind: 'absent' } : { kind: 'text', text }
    },
  }
}

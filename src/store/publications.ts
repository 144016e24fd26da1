import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  compareRefs,
  type PublicationRef,
  parsePublicationFile,
  publicationFile,
} from '#records/publicationRef.ts'
import { codeOf } from './readTextFile.ts'

/**
 * What has been published, and nothing else: the only thing a public site reads. Publications never change, so a text that
 * was read stays right; there may only be more of them.
 */
export interface PublicationSource {
  /** By commune and edition, then in the order of their periods and versions. */
  readonly list: () => Promise<readonly PublicationRef[]>
  /** Its text; `undefined` where there is none. */
  readonly read: (ref: PublicationRef) => Promise<string | undefined>
}

/** The publications in a folder (`an-nong/2026/2026-10.json`). Other files in it are not looked at. */
export function publicationsInFolder(folder: string): PublicationSource {
  return {
    list: async () => {
      const files = await readdir(folder, { recursive: true })
      return files
        .flatMap((file) => parsePublicationFile(file.replaceAll('\\', '/')) ?? [])
        .toSorted(compareRefs)
    },
    read: async (ref) => {
      try {
        return await readFile(join(folder, publicationFile(ref)), 'utf8')
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      }
    },
  }
}

/** Publications at hand, by the name each would have as a file. */
export function publicationsAtHand(texts: ReadonlyMap<string, string>): PublicationSource {
  return {
    list: async () =>
      [...texts.keys()].flatMap((file) => parsePublicationFile(file) ?? []).toSorted(compareRefs),
    read: async (ref) => texts.get(publicationFile(ref)),
  }
}

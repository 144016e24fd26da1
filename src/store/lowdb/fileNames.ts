import { hashOf } from '../hashOf.ts'

/** What changes are written to, and the one that was there before it. */
export const JOURNAL = 'journal'
export const JOURNAL_BEFORE = 'journal.before'

/** The folder with a file for the records of each commune. */
export const RECORDS = 'records'

/** The folder with a file for each publication: what others read while the store is open. */
export const PUBLICATIONS = 'publications'

export function recordsFile(commune: string): string {
  return `${RECORDS}/${nameFor(commune)}.json`
}

/** The one that was there before; no commune's own file ends so. */
export function recordsFileBefore(commune: string): string {
  return `${recordsFile(commune)}.before`
}

/** `publications/an-nong/2026/2026-10.json` for what An Nông published as `2026/2026-10`. */
export function publicationPath(commune: string, id: string): string {
  return `${[PUBLICATIONS, commune, ...id.split('/')].map(nameFor).join('/')}.json`
}

const LONGEST_NAME = 100

/** A name that every file system takes, another for every text; what is such a name stays as it is. */
function nameFor(text: string): string {
  const safe = text.replaceAll(/[^A-Za-z0-9._-]|^\.+|^$/gu, (character) =>
    character === '' ? '%' : [...Buffer.from(character)].map((byte) => `%${byte.toString(16)}`).join(''),
  )
  return safe.length <= LONGEST_NAME
    ? safe
    : `${safe.slice(0, LONGEST_NAME - 33)}%${hashOf(text).slice(0, 32)}`
}

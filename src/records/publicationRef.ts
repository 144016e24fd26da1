import { comparePeriods, type Period, parsePeriod, periodKey } from '#base/period.ts'

/** Which publication: of whom, by which edition of the rules, for which period, and the how-maniest of that period. */
export interface PublicationRef {
  readonly commune: string
  readonly edition: string
  readonly period: Period
  /** 1 for the first; a correction counts on. */
  readonly version: number
}

const NAME = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}'
const ID = new RegExp(`^(${NAME})/(\\d{4}(?:-[Q0-9]\\d?)?)(?:\\.([1-9]\\d{0,3}))?$`)
const FILE = new RegExp(`^(${NAME})/(.+)\\.json$`)

/** The id by which a commune knows it: `2026/2026-10`, or `2026/2026-10.2` for the second of its period. */
export function publicationId({ edition, period, version }: PublicationRef): string {
  return `${edition}/${periodKey(period)}${version > 1 ? `.${version}` : ''}`
}

/** What an id means; `undefined` for one that {@link publicationId} would not write. */
function parsePublicationId(commune: string, id: string): PublicationRef | undefined {
  const [, edition, key = '', number = '1'] = ID.exec(id) ?? []
  const period = parsePeriod(key)
  if (edition === undefined || !period) return undefined
  const ref = { commune, edition, period, version: Number(number) }
  return publicationId(ref) === id ? ref : undefined
}

/** Where its text lies in a folder of publications: `an-nong/2026/2026-10.json`. */
export function publicationFile(ref: PublicationRef): string {
  return `${ref.commune}/${publicationId(ref)}.json`
}

/** The publication that a file holds by its name; `undefined` for any other file. */
export function parsePublicationFile(file: string): PublicationRef | undefined {
  const [, commune, id] = FILE.exec(file) ?? []
  return commune === undefined || id === undefined ? undefined : parsePublicationId(commune, id)
}

/** By commune and edition, then in the order of their periods and versions. */
export function compareRefs(left: PublicationRef, right: PublicationRef): number {
  if (left.commune !== right.commune) return left.commune < right.commune ? -1 : 1
  if (left.edition !== right.edition) return left.edition < right.edition ? -1 : 1
  return comparePeriods(left.period, right.period) || left.version - right.version
}

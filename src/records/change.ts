import * as z from 'zod'

/**
 * What is written to a commune's records in one go, all of it or nothing. Fields are text as in `entrants.csv` and
 * `facts.csv`; whoever makes a change has read them there (readEntrants, readFacts).
 */
export interface Change {
  readonly commune: string
  /** The moment, in ISO form. */
  readonly at: string
  /** The office that makes it. */
  readonly by: string
  readonly why: string
  /** The revision it was made for: on any other it is refused. Absent where whatever stands is right. */
  readonly expects?: number
  /** The whole list of entrants in place of the one before; absent where it stays. */
  readonly entrants?: readonly EntrantFields[]
  readonly facts: readonly NewFact[]
  readonly publication?: NewPublication
}

/** A row of `entrants.csv`. */
export interface EntrantFields {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parent: string
  readonly cluster: string
  readonly attributes: string
}

/** A row of `facts.csv`. */
export interface FactFields {
  readonly entrant: string
  readonly measure: string
  readonly period: string
  readonly value: string
  readonly status: string
  readonly source: string
  readonly evidence: string
}

/** A fact that is reported: the first of its entrant, measure and period, or a correction that names the one before. */
export interface NewFact extends FactFields {
  /** The number of the fact that it replaces. */
  readonly replaces?: number
  /** There is no value after all: the fact that it replaces was reported by mistake. */
  readonly withdrawn?: true
}

/** Something that is published, and never changes again. What it says is for whoever publishes. */
export interface NewPublication {
  readonly id: string
  readonly content: string
}

/** A fact with its number, from 1, and the revision that brought it. */
export interface StoredFact extends NewFact {
  readonly number: number
  readonly revision: number
}

/** What is kept of a publication beside its content. */
export interface PublicationEntry {
  readonly id: string
  /** The SHA-256 of its content: what has another is not what was published. */
  readonly hash: string
  readonly revision: number
  readonly at: string
}

/** What was done, by whom, when and why. */
export interface AuditEntry {
  readonly revision: number
  readonly at: string
  readonly by: string
  readonly why: string
  /** How many facts were new, corrected, withdrawn. */
  readonly added: number
  readonly corrected: number
  readonly withdrawn: number
  /** Whether the list of entrants changed. */
  readonly entrants: boolean
  /** The publication it brought; empty for none. */
  readonly publication: string
}

/** Everything that is known of one commune, oldest first. */
export interface CommuneContent {
  revision: number
  /** The lists of entrants, each with the revision from which it holds. */
  readonly entrantLists: { readonly revision: number; readonly entrants: readonly EntrantFields[] }[]
  readonly facts: StoredFact[]
  readonly publications: PublicationEntry[]
  readonly audit: AuditEntry[]
}

const text = z.string()
const counted = z.int().nonnegative()
const entrantFields = z.strictObject({
  id: text,
  name: text,
  kind: text,
  parent: text,
  cluster: text,
  attributes: text,
})
const newFact = z.strictObject({
  entrant: text,
  measure: text,
  period: text,
  value: text,
  status: text,
  source: text,
  evidence: text,
  replaces: counted.exactOptional(),
  withdrawn: z.literal(true).exactOptional(),
})
const newPublication = z.strictObject({ id: text, content: text })
const auditEntry = z.strictObject({
  revision: counted,
  at: text,
  by: text,
  why: text,
  added: counted,
  corrected: counted,
  withdrawn: counted,
  entrants: z.boolean(),
  publication: text,
})

const changes: z.ZodType<readonly Change[]> = z.array(
  z.strictObject({
    commune: text,
    at: text,
    by: text,
    why: text,
    expects: counted.exactOptional(),
    entrants: z.array(entrantFields).exactOptional(),
    facts: z.array(newFact),
    publication: newPublication.exactOptional(),
  }),
)

/** Changes read back from where they were written; `undefined` for what this version does not know. */
export function readChanges(written: unknown): readonly Change[] | undefined {
  return changes.safeParse(written).data
}

type ListName = Exclude<keyof CommuneContent, 'revision'>
const LIST_NAMES: readonly ListName[] = ['entrantLists', 'facts', 'publications', 'audit']

/** The lists of a commune's records, each item as it is read back. */
const LISTS: Readonly<Record<ListName, z.ZodType>> = {
  entrantLists: z.strictObject({ revision: counted, entrants: z.array(entrantFields) }),
  facts: newFact.extend({ number: counted, revision: counted }),
  publications: z.strictObject({ id: text, hash: text, revision: counted, at: text }),
  audit: auditEntry,
}

/** Some of the items of one list. */
export type ContentPart = readonly [list: ListName, items: readonly unknown[]]

const part: z.ZodType<ContentPart> = z.union(
  LIST_NAMES.map((name) => z.tuple([z.literal(name), z.array(LISTS[name])])),
)

/** So many records are written in about a millisecond. */
const PART_LENGTH = 1000

/** The lists of a commune's records in parts, each small enough to be written without anybody waiting for it. */
export function* partsOf(content: CommuneContent): Generator<ContentPart> {
  for (const name of LIST_NAMES)
    for (let from = 0; from < content[name].length; from += PART_LENGTH)
      yield [name, content[name].slice(from, from + PART_LENGTH)]
}

/** The records that the parts make; `undefined` where one is of a form that this version does not know. */
export function contentOf(revision: number, parts: Iterable<unknown>): CommuneContent | undefined {
  const content: CommuneContent = { revision, entrantLists: [], facts: [], publications: [], audit: [] }
  for (const each of parts) {
    const read = part.safeParse(each).data
    if (!read) return undefined
    const list: unknown[] = content[read[0]]
    list.push(...read[1])
  }
  return content
}

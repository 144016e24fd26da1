import type { AuditEntry, Change, CommuneContent, NewFact, StoredFact } from '#records/change.ts'
import { placeKey } from '#records/factPlace.ts'
import { hashOf } from './hashOf.ts'
import type { Refusal } from './refusal.ts'
import type { CurrentRecords, FactsOf } from './store.ts'

/** The records of one commune while a store is open; `enter` is the only one that changes them. */
export interface CommuneRecords {
  readonly content: CommuneContent
  /** The facts of each place, oldest first: the last counts, and a withdrawn one counts as having none. */
  readonly histories: Map<string, StoredFact[]>
  /** Whom there are facts of. */
  readonly reported: Set<string>
}

/** Records with what was kept of them; empty ones without. */
export function recordsOf(content: CommuneContent = nothing()): CommuneRecords {
  return {
    content,
    histories: Map.groupBy(content.facts, placeKey),
    reported: new Set(content.facts.map(({ entrant }) => entrant)),
  }
}

function nothing(): CommuneContent {
  return { revision: 0, entrantLists: [], facts: [], publications: [], audit: [] }
}

/** Everything that hinders the change; nothing where it can be made. */
export function refusalsOf(records: CommuneRecords, change: Change): readonly Refusal[] {
  const { content } = records
  if (change.expects !== undefined && change.expects !== content.revision)
    return [{ kind: 'outdated', expected: change.expects, revision: content.revision }]
  const ids = (change.entrants ?? content.entrantLists.at(-1)?.entrants ?? []).map(({ id }) => id)
  const known = new Set(ids)
  return [
    ...(change.entrants ? refusedEntrants(ids, known, records) : []),
    ...refusedFacts(change.facts, known, records),
    ...refusedPublication(change, records),
  ]
}

function refusedEntrants(
  ids: readonly string[],
  known: ReadonlySet<string>,
  { reported }: CommuneRecords,
): readonly Refusal[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const id of ids) (seen.has(id) ? twice : seen).add(id)
  return [
    ...[...twice].map((id): Refusal => ({ kind: 'entrantTwice', id })),
    ...[...reported].filter((id) => !known.has(id)).map((id): Refusal => ({ kind: 'entrantHasFacts', id })),
  ]
}

function refusedFacts(
  facts: readonly NewFact[],
  known: ReadonlySet<string>,
  { histories }: CommuneRecords,
): readonly Refusal[] {
  const seen = new Map<string, number>()
  return facts.flatMap((fact, index): readonly Refusal[] => {
    if (!known.has(fact.entrant)) return [{ kind: 'unknownEntrant', fact: index }]
    const key = placeKey(fact)
    const before = seen.get(key)
    seen.set(key, index)
    if (before !== undefined) return [{ kind: 'factTwice', fact: index, before }]
    const last = histories.get(key)?.at(-1)
    // What was withdrawn is as if it had never been reported.
    const number = last?.withdrawn ? undefined : last?.number
    if (fact.replaces === number && (number !== undefined || !fact.withdrawn)) return []
    return fact.replaces === undefined && number !== undefined
      ? [{ kind: 'factExists', fact: index, number }]
      : [{ kind: 'wrongReplacement', fact: index, number }]
  })
}

function refusedPublication({ publication }: Change, { content }: CommuneRecords): readonly Refusal[] {
  return content.publications.some(({ id }) => id === publication?.id) && publication
    ? [{ kind: 'publicationExists', id: publication.id }]
    : []
}

/** Makes a change that nothing hinders; gives the new revision. */
export function enter({ content, histories, reported }: CommuneRecords, change: Change): number {
  const revision = content.revision + 1
  content.revision = revision
  if (change.entrants) content.entrantLists.push({ revision, entrants: [...change.entrants] })
  for (const fact of change.facts) {
    const stored = { ...fact, number: content.facts.length + 1, revision }
    content.facts.push(stored)
    const key = placeKey(fact)
    const history = histories.get(key)
    if (history) history.push(stored)
    else histories.set(key, [stored])
    reported.add(fact.entrant)
  }
  if (change.publication) {
    const { id, content: text } = change.publication
    content.publications.push({ id, hash: hashOf(text), revision, at: change.at })
  }
  content.audit.push(auditOf(change, revision))
  return revision
}

function auditOf({ at, by, why, facts, entrants, publication }: Change, revision: number): AuditEntry {
  const withdrawn = facts.filter((fact) => fact.withdrawn).length
  const replacing = facts.filter(({ replaces }) => replaces !== undefined).length
  return {
    revision,
    at,
    by,
    why,
    added: facts.length - replacing,
    corrected: replacing - withdrawn,
    withdrawn,
    entrants: entrants !== undefined,
    publication: publication?.id ?? '',
  }
}

export function currentOf({ content, histories }: CommuneRecords): CurrentRecords {
  const latest = [...histories.values()].flatMap((history) => history.at(-1) ?? [])
  return {
    revision: content.revision,
    entrants: content.entrantLists.at(-1)?.entrants ?? [],
    facts: latest.filter((fact) => !fact.withdrawn),
  }
}

export function historyOf({ content, histories }: CommuneRecords, of: FactsOf): readonly StoredFact[] {
  if (of.period !== undefined) return [...(histories.get(placeKey(of)) ?? [])]
  const { entrant, measure } = of
  return content.facts.filter(
    (fact) => fact.entrant === entrant && (measure === undefined || fact.measure === measure),
  )
}

import type { AuditEntry, Change, CommuneContent, NewFact, StoredFact } from '#records/change.ts'
import type { Refusal } from './refusal.ts'
import type { CurrentRecords, FactPlace } from './store.ts'

/** The records of one commune while a store is open; `enter` is the only one that changes them. */
export interface CommuneRecords {
  readonly content: CommuneContent
  /** The fact that counts of each place; a withdrawn one counts as having none. */
  readonly latest: Map<string, StoredFact>
  /** Whom there are facts of. */
  readonly reported: Set<string>
}

/** Records with what was kept of them; empty ones without. */
export function recordsOf(content: CommuneContent = nothing()): CommuneRecords {
  return {
    content,
    latest: new Map(content.facts.map((fact) => [placeKey(fact), fact])),
    reported: new Set(content.facts.map(({ entrant }) => entrant)),
  }
}

function nothing(): CommuneContent {
  return { revision: 0, entrantLists: [], facts: [], publications: [], audit: [] }
}

function placeKey({ entrant, measure, period }: FactPlace): string {
  return JSON.stringify([entrant, measure, period])
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
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [
    ...[...new Set(twice)].map((id): Refusal => ({ kind: 'entrantTwice', id })),
    ...[...reported].filter((id) => !known.has(id)).map((id): Refusal => ({ kind: 'entrantHasFacts', id })),
  ]
}

function refusedFacts(
  facts: readonly NewFact[],
  known: ReadonlySet<string>,
  { latest }: CommuneRecords,
): readonly Refusal[] {
  const seen = new Map<string, number>()
  return facts.flatMap((fact, index): readonly Refusal[] => {
    if (!known.has(fact.entrant)) return [{ kind: 'unknownEntrant', fact: index }]
    const key = placeKey(fact)
    const before = seen.get(key)
    seen.set(key, index)
    if (before !== undefined) return [{ kind: 'factTwice', fact: index, before }]
    const last = latest.get(key)
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
export function enter({ content, latest, reported }: CommuneRecords, change: Change): number {
  const revision = content.revision + 1
  content.revision = revision
  if (change.entrants) content.entrantLists.push({ revision, entrants: [...change.entrants] })
  for (const fact of change.facts) {
    const stored = { ...fact, number: content.facts.length + 1, revision }
    content.facts.push(stored)
    latest.set(placeKey(fact), stored)
    reported.add(fact.entrant)
  }
  if (change.publication) content.publications.push({ ...change.publication, revision, at: change.at })
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

export function currentOf({ content, latest }: CommuneRecords): CurrentRecords {
  return {
    revision: content.revision,
    entrants: content.entrantLists.at(-1)?.entrants ?? [],
    facts: [...latest.values()].filter((fact) => !fact.withdrawn),
  }
}

export function historyOf({ content }: CommuneRecords, of: FactPlace): readonly StoredFact[] {
  const key = placeKey(of)
  return content.facts.filter((fact) => placeKey(fact) === key)
}

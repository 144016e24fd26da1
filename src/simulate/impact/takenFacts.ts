import { type Diagnostic, failure, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import { bindFacts, type FactTable, faultFinder, type Program, versionsOf } from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Fact } from '#records/fact.ts'

/** One of the two rulebooks. */
export type Side = 'old' | 'new'

/** The same of each of two rulebooks. */
export type Sides<One> = Readonly<Record<Side, One>>

/** A fact that one of the rulebooks takes and the other does not. */
export interface OneSided {
  readonly fact: Fact
  readonly takenBy: Side
  /** Why the other does not take it. */
  readonly why: Diagnostic
}

/** The facts as each rulebook reads them, and those that only one reads. */
export interface TakenFacts {
  readonly tables: Sides<FactTable>
  readonly oneSided: readonly OneSided[]
}

/** Holds the facts against both rulebooks. What one of them takes is sound; what neither takes is a fault of the dossier. */
export function takenFacts(programs: Sides<Program>, dossier: Dossier): Result<TakenFacts> {
  const entrants = new Map(dossier.entrants.map((entrant) => [entrant.id, entrant]))
  const finders = {
    old: faultFinder(programs.old, versionsOf(programs.old)),
    new: faultFinder(programs.new, versionsOf(programs.new)),
  }
  const taken: Sides<Fact[]> = { old: [], new: [] }
  const oneSided: OneSided[] = []
  const faults: Diagnostic[] = []
  for (const fact of dossier.facts) {
    const entrant = entrants.get(fact.entrant)
    const [old, now] = [finders.old(fact, entrant), finders.new(fact, entrant)]
    if (old && now) faults.push(old)
    if (!old) taken.old.push(fact)
    if (!now) taken.new.push(fact)
    if (old && !now) oneSided.push({ fact, takenBy: 'new', why: old })
    if (now && !old) oneSided.push({ fact, takenBy: 'old', why: now })
  }
  if (faults.length > 0) return failure(faults.slice(0, MOST_DIAGNOSTICS))
  const old = bindFacts(programs.old, { ...dossier, facts: taken.old })
  if (!old.ok) return old
  const now = bindFacts(programs.new, { ...dossier, facts: taken.new })
  if (!now.ok) return now
  return { ok: true, value: { tables: { old: old.value, new: now.value }, oneSided }, diagnostics: [] }
}

import { periodKey } from '#base/period.ts'
import { compare } from '#base/rational.ts'
import { type Diagnostic, failure, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { checkAttributes } from './bindAttributes.ts'
import { faultFinder } from './factFaults.ts'
import { buildFactTable, type FactTable } from './factTable.ts'
import { versionsOf } from './prepare.ts'
import type { Program } from './program.ts'

/**
 * Holds the facts against the rulebook: measures that exist, at a level they are measured at, for a period they are
 * reported for, with values that can occur. All or nothing: with one fault there is no table.
 */
export function bindFacts(program: Program, { entrants, facts }: Dossier): Result<FactTable> {
  // What the rulebook asks for may differ from one day to the other; facts are bound once for all of them.
  const versions = versionsOf(program)
  const faultOf = faultFinder(program, versions)
  const byId = new Map(entrants.map((entrant) => [entrant.id, entrant]))
  const diagnostics: Diagnostic[] = [...attributeFaults(versions, entrants).slice(0, MOST_DIAGNOSTICS)]
  for (const fact of facts) {
    const found = faultOf(fact, byId.get(fact.entrant))
    if (found) diagnostics.push(found)
    if (diagnostics.length >= MOST_DIAGNOSTICS) break
  }
  if (diagnostics.length === 0) diagnostics.push(...checkParts(program, facts).slice(0, MOST_DIAGNOSTICS))
  if (diagnostics.length > 0) return failure(diagnostics)
  return { ok: true, value: buildFactTable(entrants, facts), diagnostics: [] }
}

/** Each fault of an attribute once, whichever version shows it. */
function attributeFaults(versions: readonly Program[], entrants: readonly Entrant[]): readonly Diagnostic[] {
  const found = versions.flatMap((version) => checkAttributes(version, entrants))
  return [...new Map(found.map((fault) => [fault.message, fault])).values()]
}

/** Parts that are larger than their whole for the same entrant and period. */
function checkParts(program: Program, facts: readonly Fact[]): readonly Diagnostic[] {
  const byKey = new Map(facts.map((fact) => [keyOf(fact, fact.measure), fact]))
  return facts.flatMap((part) => {
    const wholeName = program.measures.get(part.measure)?.partOf?.text
    const whole = wholeName === undefined ? undefined : byKey.get(keyOf(part, wholeName))
    if (part.value.kind !== 'number' || whole?.value.kind !== 'number') return []
    if (compare(part.value.value, whole.value.value) <= 0) return []
    return [
      {
        code: 'part-exceeds-whole',
        severity: 'error',
        message: `\`${part.measure}\` lớn hơn \`${whole.measure}\`, trong khi là một phần của số đó`,
        labels: [part.label('phần', 'value'), whole.label('tổng', 'value')],
        help: 'kiểm tra lại hai số này',
      },
    ]
  })
}

function keyOf({ entrant, period }: Fact, measure: string): string {
  return [entrant, measure, periodKey(period)].join('\n')
}

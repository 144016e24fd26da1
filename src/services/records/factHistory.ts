import { foldText } from '#base/foldText.ts'
import { comparePeriods, parsePeriod } from '#base/period.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import type { StoredFact } from '#records/change.ts'
import { placeKey } from '#records/factPlace.ts'
import { openRulebook } from '../scoreDossier.ts'
import { useExistingStore } from './useStore.ts'
import { listed } from './withdrawFact.ts'

export interface HistoryRequest {
  readonly rules: string
  readonly folder: string
  /** Its code, or its name as people write it. */
  readonly entrant: string
  /** One measure; `undefined` for all. */
  readonly measure: string | undefined
}

/** A fact as it was reported, corrected or withdrawn, and who did it, when and why. */
export interface HistoryEntry extends StoredFact {
  readonly at: string
  readonly by: string
  readonly why: string
}

export interface FactHistory {
  readonly program: Program
  /** For each measure and period, as time goes, oldest report first: the last counts. */
  readonly places: readonly (readonly HistoryEntry[])[]
}

/** Everything that was ever reported of an entrant. */
export async function factHistory(request: HistoryRequest): Promise<Result<FactHistory>> {
  const { rules, folder, measure } = request
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  const program = opened.value
  const commune = program.rulebook.code.text
  return useExistingStore(folder, async (store): Promise<Result<FactHistory>> => {
    const { entrants } = await store.current(commune)
    const asked = foldText(request.entrant)
    const named = entrants.find(({ id, name }) => id === request.entrant || foldText(name) === asked)
    const entrant = named?.id ?? request.entrant
    const of = measure === undefined ? { entrant } : { entrant, measure }
    const facts = await store.history(commune, of)
    if (facts.length === 0) {
      const { facts: all } = await store.current(commune)
      const ofEntrant = all.filter((fact) => fact.entrant === entrant)
      const what = measure === undefined ? 'số liệu nào' : `số liệu \`${measure}\` nào`
      const help =
        ofEntrant.length > 0
          ? `\`${entrant}\` có các số liệu: ${listed(ofEntrant.map((fact) => fact.measure))}`
          : `có số liệu của: ${listed(all.map((fact) => fact.entrant))}`
      const message = `kho chưa từng có ${what} của \`${entrant}\``
      return failure([{ code: 'unknown-fact', severity: 'error', message, labels: [], help }])
    }
    const audit = new Map((await store.audit(commune)).map((entry) => [entry.revision, entry]))
    const entries = facts.map((fact): HistoryEntry => {
      const { at = '', by = '', why = '' } = audit.get(fact.revision) ?? {}
      return { ...fact, at, by, why }
    })
    const places = [...Map.groupBy(entries, ({ measure: of }) => of).values()].flatMap((own) =>
      [...Map.groupBy(own, placeKey).values()].toSorted(byPeriod),
    )
    return { ok: true, value: { program, places }, diagnostics: [] }
  })
}

function byPeriod([left]: readonly HistoryEntry[], [right]: readonly HistoryEntry[]): number {
  const [one, other] = [parsePeriod(left?.period ?? ''), parsePeriod(right?.period ?? '')]
  return one && other ? comparePeriods(one, other) : 0
}

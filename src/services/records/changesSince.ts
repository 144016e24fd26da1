import type { Program } from '#engine/index.ts'
import { type Entrant, readEntrants } from '#records/entrant.ts'
import { type Fact, readFacts } from '#records/fact.ts'
import { placeKey } from '#records/factPlace.ts'
import { factFields } from '#records/fields.ts'
import type { Publication } from '#records/publication.ts'
import { placeText } from './placeText.ts'

/** What a new publication of the same period is made of. */
interface Renewed {
  readonly entrants: string
  readonly facts: string
  readonly results: string
  readonly program: Program
}

/** A result as `thidua score --json` has it. */
interface ResultJson {
  readonly entrant: string
  readonly name: string
  readonly total: { readonly exact: string; readonly text: string } | null
  readonly rank: unknown
  readonly class: string | null
}

/** What differs from what was published, in sentences: results first, then the facts and rules behind them. */
export function changesSince(
  { rulebook, dossier, results }: Publication,
  renewed: Renewed,
): readonly string[] {
  const rules = rulebook.text === renewed.program.rulebook.source.text ? [] : ['Bộ tiêu chí đã sửa.']
  return [
    ...changedResults(resultsIn(results.text), resultsIn(renewed.results)),
    ...changedFacts(factsIn(dossier), factsIn(renewed), renewed.program),
    ...rules,
    ...(dossier.entrants === renewed.entrants ? [] : ['Danh sách đối tượng thi đua đã sửa.']),
  ]
}

function resultsIn(text: string): ReadonlyMap<string, ResultJson> {
  const { results } = JSON.parse(text) as { results: readonly ResultJson[] }
  return new Map(results.map((result) => [result.entrant, result]))
}

function changedResults(
  before: ReadonlyMap<string, ResultJson>,
  after: ReadonlyMap<string, ResultJson>,
): readonly string[] {
  const gone = [...before.values()].filter(({ entrant }) => !after.has(entrant))
  const changes = [...after.values()].flatMap((now) => {
    const old = before.get(now.entrant)
    const parts = [
      changed('tổng điểm', old?.total?.text, now.total?.text),
      changed('hạng', rankIn(old), rankIn(now)),
      changed('xếp loại', old?.class ?? undefined, now.class ?? undefined),
    ].filter((part) => part !== '')
    return parts.length > 0 ? [`${now.name} (${now.entrant}): ${parts.join('; ')}.`] : []
  })
  return [...changes, ...gone.map(({ name, entrant }) => `${name} (${entrant}): không còn trong kết quả.`)]
}

function rankIn(result: ResultJson | undefined): string | undefined {
  return result?.rank === null || result === undefined ? undefined : String(result.rank)
}

function changed(what: string, before: string | undefined, after: string | undefined): string {
  return before === after ? '' : `${what} ${before ?? 'chưa có'} → ${after ?? 'không có'}`
}

type Files = Pick<Renewed, 'entrants' | 'facts'>

/** A fact and the name of the entrant that reported it. */
interface NamedFact {
  readonly fact: Fact
  readonly name: string | undefined
}

function factsIn({ entrants, facts }: Files): ReadonlyMap<string, NamedFact> {
  const who = readEntrants({ name: 'entrants.csv', text: entrants })
  const known: readonly Entrant[] = who.ok ? who.value : []
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const what = readFacts({ name: 'facts.csv', text: facts }, known)
  return new Map(
    (what.ok ? what.value : []).map((fact) => [
      placeKey(factFields(fact)),
      { fact, name: names.get(fact.entrant) },
    ]),
  )
}

function changedFacts(
  before: ReadonlyMap<string, NamedFact>,
  after: ReadonlyMap<string, NamedFact>,
  program: Program,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const [old, now] = [before.get(place), after.get(place)]
    const found = now ?? old
    if (!found || saidOf(old?.fact) === saidOf(now?.fact)) return []
    const told = placeText(factFields(found.fact), program, found.name)
    return [`${told}: ${saidOf(old?.fact)} → ${saidOf(now?.fact)}.`]
  })
}

function saidOf(fact: Fact | undefined): string {
  if (!fact) return 'chưa có'
  return fact.status === 'pending' ? `${fact.written} (chờ thẩm định)` : fact.written
}

import { type Period, periodKey } from '#base/period.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import type { StoredFact } from '#records/change.ts'
import { type FactPlace, placeKey } from '#records/factPlace.ts'
import type { CurrentRecords } from '#store/store.ts'
import { openRulebook } from '../scoreDossier.ts'
import { periodText } from './placeText.ts'
import { refusedDiagnostic, useExistingStore } from './useStore.ts'

export interface WithdrawRequest {
  readonly rules: string
  readonly folder: string
  readonly entrant: string
  readonly measure: string
  readonly period: Period
  readonly at: string
  readonly by: string
  readonly why: string
}

export interface Withdrawn {
  readonly program: Program
  readonly fact: StoredFact
  readonly revision: number
}

/** Takes a fact back, as if it had never been reported; that it was, and why it was taken back, stays. */
export async function withdrawFact(request: WithdrawRequest): Promise<Result<Withdrawn>> {
  const { rules, folder, entrant, measure, at, by, why } = request
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  const program = opened.value
  if (why.trim() === '') return failure([noReason()])
  const commune = program.rulebook.code.text
  const place = { entrant, measure, period: periodKey(request.period) }
  return useExistingStore(folder, async (store): Promise<Result<Withdrawn>> => {
    const current = await store.current(commune)
    const fact = current.facts.find((one) => placeKey(one) === placeKey(place))
    if (!fact) return failure([noSuchFact(place, current)])
    const { number, revision: _, ...fields } = fact
    const withdrawal = { ...fields, replaces: number, withdrawn: true } as const
    const made = { commune, at, by, why, expects: current.revision, facts: [withdrawal] }
    const written = await store.write(made)
    if (!written.ok) return failure([refusedDiagnostic(written.refusals)])
    return { ok: true, value: { program, fact, revision: written.revision }, diagnostics: [] }
  })
}

function noReason(): Diagnostic {
  return {
    code: 'reason-missing',
    severity: 'error',
    message: 'chưa nói vì sao rút số liệu',
    labels: [],
    help: 'thêm lý do, ví dụ --why "nhập nhầm thôn"',
  }
}

/** Says which facts there are, as near to what was asked for as there are any. */
function noSuchFact({ entrant, measure, period }: FactPlace, { facts }: CurrentRecords): Diagnostic {
  const ofEntrant = facts.filter((fact) => fact.entrant === entrant)
  const ofMeasure = ofEntrant.filter((fact) => fact.measure === measure)
  const message = `kho không có số liệu \`${measure}\` của \`${entrant}\`, ${periodText(period)}`
  const help =
    ofMeasure.length > 0
      ? `có các kỳ: ${listed(ofMeasure.map((fact) => fact.period))}`
      : ofEntrant.length > 0
        ? `\`${entrant}\` có các số liệu: ${listed(ofEntrant.map((fact) => fact.measure))}`
        : `có số liệu của: ${listed(facts.map((fact) => fact.entrant))}`
  return { code: 'unknown-fact', severity: 'error', message, labels: [], help }
}

const MOST_LISTED = 20

/** Each once, in order; of many the first ones. */
export function listed(names: readonly string[]): string {
  const all = [...new Set(names)].toSorted()
  if (all.length === 0) return 'chưa có gì'
  const more = all.length - MOST_LISTED
  return `${all.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` và ${more} tên khác` : ''}`
}

import { trialOf } from '#engine/index.ts'
import { shortHash } from '#services/hash.ts'
import type { Board } from '#services/site/board.ts'
import { type Entry, fieldsOf, scenarioSource } from '#simulate/index.ts'
import { expectationFor } from '../../site/expectations.ts'
import { questionOf } from './question.ts'

/** A scenario as the table that `thidua whatif` reads; `undefined` where there is no such entrant, or nothing to come. */
export function scenarioFile(
  { standings }: Board,
  { entrant: id, query }: { readonly entrant: string; readonly query: string },
): string | undefined {
  const expectation = expectationFor(standings)
  const entrant = standings.sheets.find((sheet) => sheet.entrant.id === id)?.entrant
  if (!expectation || !entrant) return undefined
  const { evaluation, outlook, sheets } = expectation
  const trial = trialOf(entrant, evaluation, sheets)
  const { supposed } = questionOf(query)
  const fields = fieldsOf({ trial, since: outlook.asOf, reported: outlook.dossier.facts })
  const entries = fields.flatMap((field): Entry[] => {
    const typed = supposed.get(field.measure.name.text)
    return typed === undefined ? [] : [{ field, typed }]
  })
  const { source } = scenarioSource(entries, id, shortHash(standings.hash))
  return `\ufeff${source.text}`
}

import { formatIsoDate } from '#base/plainDate.ts'
import {
  carriedText,
  changeDetails,
  numberToJson,
  type Program,
  type ScoreSheet,
  type SheetChanges,
  totalToJson,
} from '#engine/index.ts'
import type { Range } from './range.ts'
import type { WhatIf } from './whatIf.ts'

/** The documented JSON form of what a scenario would change (docs/json.md). */
export function whatIfToJson({ horizon, changes }: WhatIf, program: Program): object {
  return {
    horizon: formatIsoDate(horizon),
    changes: changes.map((one) => changeToJson(one, program)),
  }
}

function changeToJson(changes: SheetChanges, program: Program): object {
  const { before, after, criteria } = changes
  return {
    entrant: after.entrant.id,
    name: after.entrant.name,
    before: standingToJson(before, program),
    after: standingToJson(after, program),
    criteria: criteria.map((criterion) => ({
      code: (criterion.after ?? criterion.before)?.node.code ?? '',
      before: criterion.before ? numberToJson(criterion.before.points) : null,
      after: criterion.after ? numberToJson(criterion.after.points) : null,
    })),
    sentences: [...changeDetails(changes), ...carriedText(changes, program)],
  }
}

/** Where a sheet places its entrant. */
export function standingToJson(sheet: ScoreSheet, program: Program): object {
  return { total: totalToJson(sheet, program), rank: sheet.rank ?? null, class: sheet.class ?? null }
}

/** What draws lie between. */
export function rangeToJson<Value>(
  { low, median, high }: Range<Value>,
  toJson: (value: Value) => unknown,
): object {
  return { low: toJson(low), median: toJson(median), high: toJson(high) }
}

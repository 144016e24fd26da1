import { formatIsoDate } from '#base/plainDate.ts'
import { type Program, roundTotal, totalToJson } from '#engine/index.ts'
import type { Range } from '#language/index.ts'
import { standingToJson } from '../json.ts'
import type { PossibleStanding, StillPossible } from './possible.ts'
import { certaintyText } from './words.ts'

/** The documented JSON form of what is still possible (docs/json.md). */
export function possibleToJson({ horizon, reports, program, open, entrants }: StillPossible): object {
  return {
    horizon: formatIsoDate(horizon),
    assumed: reports,
    open,
    entrants: entrants.map((one) => standingOf(one, program)),
  }
}

function standingOf(standing: PossibleStanding, program: Program): object {
  const { now, cohort, total, ranks, certainties } = standing
  const { mayBeUnranked, mayBeBarred, classes, mayBeWithoutClass } = standing
  return {
    entrant: now.entrant.id,
    name: now.entrant.name,
    now: standingToJson(now, program),
    cohort,
    total: total ? rangeToJson(total, program) : null,
    ranks: ranks ?? null,
    mayBeUnranked,
    mayBeBarred,
    classes,
    mayBeWithoutClass,
    certain: certainties.map((one) => ({ ...one, text: certaintyText(one) })),
  }
}

function rangeToJson({ least, most }: Range, program: Program): object {
  const [low, high] = [least, most].map((total) =>
    totalToJson({ total, roundedTotal: roundTotal(total, program) }, program),
  )
  return { least: low, most: high }
}

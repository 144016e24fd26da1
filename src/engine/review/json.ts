import { formatIsoDate } from '#base/plainDate.ts'
import { reviewName } from '#language/index.ts'
import { type NumberJson, totalToJson } from '../explain/json.ts'
import type { Program } from '../program.ts'
import type { PhaseYear } from './phaseYears.ts'
import { barredYears, type PhaseResult, type PhaseStandings, type YearResult } from './review.ts'

/** The documented JSON form of a review (docs/json.md). */
interface PhaseJson {
  readonly name: string
  readonly occasion: PhaseStandings['review']['occasion']
  readonly from: number
  readonly to: number
  readonly tentative: boolean
  readonly years: readonly {
    readonly year: number
    readonly state: 'over' | 'underWay' | 'notBegun'
    readonly day: string | null
  }[]
  readonly classes: PhaseStandings['classes']
  readonly results: readonly ResultJson[]
}

interface ResultJson {
  readonly entrant: string
  readonly name: string
  readonly kind: string
  readonly mean: NumberJson | null
  readonly rank: number | null
  readonly class: string | null
  readonly barredIn: readonly number[]
  readonly years: readonly {
    readonly year: number
    readonly kind: YearResult['kind']
    readonly total: NumberJson | null
    readonly provisional: boolean
  }[]
}

/** What the years of a phase come to, in its documented form. */
export function phaseToJson(
  { review, years, classes, results }: PhaseStandings,
  program: Program,
): PhaseJson {
  const { occasion, phase, tentative } = review
  return {
    name: reviewName(review),
    occasion,
    from: phase.from,
    to: phase.to,
    tentative,
    years: years.map(yearToJson),
    classes,
    results: results.map((result) => resultToJson(result, program)),
  }
}

function yearToJson(year: PhaseYear): PhaseJson['years'][number] {
  if (year.kind === 'notBegun') return { year: year.year, state: 'notBegun', day: null }
  return { year: year.year, state: year.isOver ? 'over' : 'underWay', day: formatIsoDate(year.day) }
}

function resultToJson(result: PhaseResult, program: Program): ResultJson {
  const { entrant, mean, roundedMean, rank, years } = result
  return {
    entrant: entrant.id,
    name: entrant.name,
    kind: entrant.kind,
    mean: totalToJson({ total: mean, roundedTotal: roundedMean }, program),
    rank: rank ?? null,
    class: result.class ?? null,
    barredIn: barredYears(result),
    years: years.map((one) => ({
      year: one.year,
      kind: one.kind,
      total: one.kind === 'total' ? totalToJson(one, program) : null,
      provisional: one.kind === 'total' && one.isProvisional,
    })),
  }
}

import { compareDates, type PlainDate } from '#base/plainDate.ts'
import type { Review } from '#language/index.ts'
import type { Program } from '../program.ts'

/** A year of a phase, as far as it has come by a day. */
export type PhaseYear =
  | {
      readonly kind: 'counted'
      readonly year: number
      /** The day that its totals stand for: its last, or the day of the review while it is under way. */
      readonly day: PlainDate
      readonly isOver: boolean
    }
  | { readonly kind: 'notBegun'; readonly year: number }

/** The years of the phase in order, as they stand on the day. */
export function phaseYears({ phase }: Review, { whole }: Program, asOf: PlainDate): readonly PhaseYear[] {
  const years = Array.from({ length: phase.to - phase.from + 1 }, (_, index) => phase.from + index)
  return years.map((year) => {
    const first = latest({ year, month: 1, day: 1 }, whole.from)
    if (compareDates(asOf, first) < 0) return { kind: 'notBegun', year }
    const last = earliest({ year, month: 12, day: 31 }, whole.to)
    const isOver = compareDates(asOf, last) >= 0
    return { kind: 'counted', year, day: isOver ? last : asOf, isOver }
  })
}

function latest(one: PlainDate, other: PlainDate): PlainDate {
  return compareDates(one, other) >= 0 ? one : other
}

function earliest(one: PlainDate, other: PlainDate): PlainDate {
  return compareDates(one, other) <= 0 ? one : other
}

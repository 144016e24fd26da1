import { compareDates, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import type { Example, Rulebook } from './ast.ts'
import { versionDays } from './consolidate.ts'

/**
 * The day whose rulebook an example speaks of: the first one, unless it stands below a `sửa đổi phiên bản` line (then that
 * amendment's first day) or names a year (then the first day of that year on which the former holds).
 */
export function exampleDay(
  { givens, span }: Pick<Example, 'givens' | 'span'>,
  rulebook: Rulebook,
): PlainDate {
  const stands = dayAt(span.start, rulebook)
  const year = givens.find((given) => given.kind === 'year')?.year
  if (year === undefined) return stands
  const first = { year, month: 1, day: 1 }
  return compareDates(stands, first) >= 0 ? stands : within(rulebook, first)
}

/** The day that an example at that place of the text speaks of when it names no year. */
export function dayAt(offset: number, rulebook: Rulebook): PlainDate {
  const above = rulebook.amendments
    .filter(({ span }) => span.start < offset)
    .toSorted((left, right) => left.span.start - right.span.start)
    .at(-1)
  return above ? within(rulebook, above.effective) : firstDay(versionDays(rulebook))
}

/** A day outside the rulebook's time is reported; what it would have named is the nearest one inside. */
function within({ application }: Rulebook, day: PlainDate): PlainDate {
  if (!application) return day
  const { from, to } = application.range
  if (compareDates(day, from) < 0) return from
  return compareDates(day, to) > 0 ? to : day
}

/** Tells of each of {@link versionDays} which examples speak of the rulebook as it stands from that day on. */
export function examplesByVersion(rulebook: Rulebook): (day: PlainDate) => readonly Example[] {
  const days = versionDays(rulebook)
  const byDay = Map.groupBy(rulebook.examples, (example) => {
    const spoken = exampleDay(example, rulebook)
    return formatIsoDate(days.findLast((from) => compareDates(from, spoken) <= 0) ?? firstDay(days))
  })
  return (day) => byDay.get(formatIsoDate(day)) ?? []
}

/** The first of {@link versionDays}. */
export function firstDay([first]: readonly PlainDate[]): PlainDate {
  if (!first) throw new Error('a rulebook has a first day')
  return first
}

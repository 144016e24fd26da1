import { compareDates, type PlainDate } from '#base/plainDate.ts'
import { dayAt, type Given, versionDays } from '#language/index.ts'
import type { Program } from '../program.ts'
import { NOWHERE } from './makeGiven.ts'
import { versionsOf } from './runExample.ts'

/** A version of the rulebook, and what an example at the end of the file must say to speak of it. */
export interface Place {
  /** The version's first day. */
  readonly day: PlainDate
  readonly program: Program
  /** `năm 2027`, or nothing. */
  readonly givens: readonly Given[]
  /** Only an example above a `sửa đổi phiên bản` line can speak of the version. */
  readonly above: boolean
}

/** Every version of the rulebook, the earliest first. */
export function placesIn(program: Program): readonly Place[] {
  const { written } = program
  const on = versionsOf(program)
  const atEnd = dayAt(written.source.text.length, written)
  const isReachable = ({ month, day }: PlainDate): boolean => month === 1 && day === 1
  return versionDays(written).map((day): Place => {
    const order = compareDates(day, atEnd)
    const later = order > 0 && isReachable(day)
    const year = { kind: 'year', year: day.year, span: NOWHERE } as const
    return { day, program: on(day), givens: later ? [year] : [], above: order !== 0 && !later }
  })
}

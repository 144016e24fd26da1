import { type Day, dayNumber, dayOf, lastDay, lastOfMonth } from './calendar.ts'
import type { Deadline } from './model.ts'

/** Whole days, or begun months, from the deadline to the day. */
export function lateness(unit: 'day' | 'month', deadline: Deadline, done: number): number {
  const due = dueDay(deadline)
  if (done <= due) return 0
  if (unit === 'day') return done - due
  let months = 1
  while (dayNumber(monthsLater(dayOf(due), months)) < done) months += 1
  return months
}

/** The same day of a later month, or its last where there is no such day; of a last day the last. */
function monthsLater({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + month - 1 + months
  const last = lastOfMonth(Math.floor(count / 12), (count % 12) + 1)
  return day >= last.day || day === lastOfMonth(year, month).day ? last : { ...last, day }
}

function dueDay(deadline: Deadline): number {
  if ('day' in deadline) return dayNumber(deadline.day) - (deadline.kind === 'before' ? 1 : 0)
  const { kind, year, index } = deadline
  return dayNumber(lastDay({ frequency: kind, year, index }))
}

import { dayNumber, dayOf, lastDay, lastOfMonth } from './calendar.ts'
import type { Deadline } from './model.ts'

/** Whole days, or begun months, from the deadline to the day. */
export function lateness(unit: 'day' | 'month', deadline: Deadline, done: number): number {
  const due = dueDay(deadline)
  if (done <= due) return 0
  if (unit === 'day') return done - due
  const [from, to] = [dayOf(due), dayOf(done)]
  const inMonth = ({ year, month, day }: typeof from) => (day === lastOfMonth(year, month).day ? 31 : day)
  const months = (to.year - from.year) * 12 + to.month - from.month
  return months + (inMonth(to) > inMonth(from) ? 1 : 0)
}

function dueDay(deadline: Deadline): number {
  if ('day' in deadline) return dayNumber(deadline.day) - (deadline.kind === 'before' ? 1 : 0)
  const { kind, year, index } = deadline
  return dayNumber(lastDay({ frequency: kind, year, index }))
}

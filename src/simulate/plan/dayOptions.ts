import { firstDay, lastDay } from '#base/period.ts'
import { addDays, compareDates, type PlainDate } from '#base/plainDate.ts'
import type { Desk, Found } from './desk.ts'
import { dayFactOf, type Lever, type Option } from './lever.ts'

/**
 * The ways to finish something: on each day still to come in the periods that are open. Which day it is takes no more or less
 * effort, so of those that come to the same the last is the plan: it says by when.
 */
export function dayOptions(lever: Lever, { since }: Desk): Found {
  const options = lever.slots.flatMap((slot): Option[] => {
    const days: PlainDate[] = []
    for (let day = lastDay(slot.period); isOpen(day, firstDay(slot.period)); day = addDays(day, -1))
      days.push(day)
    return days.map((day) => ({ changed: [dayFactOf(lever, slot, day)], effort: lever.effort }))
  })
  return { kind: 'options', options }

  function isOpen(day: PlainDate, first: PlainDate): boolean {
    return compareDates(day, first) >= 0 && compareDates(day, since) > 0
  }
}

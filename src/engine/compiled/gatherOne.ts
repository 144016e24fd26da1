import { type MeasureColumn, MISSING, NOT_APPLICABLE, PENDING, VALUE } from './columns.ts'
import { BLOCK, laneFor, type Numbers, type Side, standIn } from './lane.ts'
import type { Slots } from './slots.ts'
import { EXACT, multipleOfAllUpTo } from './units.ts'

/** One measure of its own entrants. */
export interface Gathered {
  readonly side: Side
  readonly fill: (from: number, to: number) => void
}

/**
 * Reads one measure of a level as docs/language.md says (Time, Outcomes); with `only`, of the one period that the slots
 * hold. `undefined` where its numbers have more digits than doubles hold.
 */
export function gatherOne(column: MeasureColumn, slots: Slots, only: boolean): Gathered | undefined {
  if (column.wide) return undefined
  const { aggregation, absentPeriod } = column.measure
  const [first, second] = [slots.first, slots.first + 1]
  const latest = aggregation === 'latest' && !only
  if (!latest && slots.unreported > 0 && absentPeriod === 'missing') return allMissing(column)
  if (slots.end === first && absentPeriod !== 'zero') return allMissing(column)
  const counted = latest || absentPeriod !== 'zero'
  if (slots.end === second && counted && (latest || slots.unreported === 0)) return straight(column, first)
  if (latest) return slots.end === first ? allMissing(column) : newest(column, slots)
  switch (only ? 'sum' : aggregation) {
    case 'average':
      return summed(column, slots, 'average')
    case 'least':
    case 'greatest':
      return extreme(column, slots, aggregation === 'least')
    default:
      return isComplete(column, slots) ? completeTotal(column, slots) : summed(column, slots, 'sum')
  }
}

function allMissing({ scale }: MeasureColumn): Gathered {
  const lane = laneFor(0, false)
  lane.states.fill(MISSING)
  lane.numbers.fill(standIn(MISSING))
  return { side: { lane, scale, most: 0, negative: false }, fill: () => {} }
}

/** One slot is the value itself: its column is read where it lies. */
function straight(
  { values, states, complete, scale, most, negative, someNotApplicable }: MeasureColumn,
  slot: number,
): Gathered {
  const [numbers, own] = [values[slot], states[slot]]
  if (!numbers || !own) throw new Error('a slot has its column')
  const lane = { numbers, states: own, offset: 0 }
  return {
    side: { lane, scale, most, negative, complete: complete[slot], alwaysApplies: !someNotApplicable },
    fill: (from) => {
      lane.offset = from
    },
  }
}

/** The newest fact that has begun. */
function newest({ values, states, scale, most, negative }: MeasureColumn, { first, end }: Slots): Gathered {
  const lane = laneFor(most, negative)
  return {
    side: { lane, scale, most, negative },
    fill: (from, to) => {
      const { numbers, states: outcomes } = lane
      outcomes.fill(MISSING, 0, to - from)
      numbers.fill(standIn(MISSING), 0, to - from)
      for (let slot = first; slot < end; slot++) {
        const [value, state] = [values[slot], states[slot]]
        if (!value || !state) continue
        for (let at = from, j = 0; at < to; at++, j++) {
          const one = state[at] ?? MISSING
          if (one === MISSING) continue
          outcomes[j] = one
          numbers[j] = value[at] as number
        }
      }
    },
  }
}

function isComplete({ complete, measure }: MeasureColumn, { first, end, unreported }: Slots): boolean {
  return (
    complete.slice(first, end).every(Boolean) &&
    end > first &&
    (unreported === 0 || measure.absentPeriod !== 'missing')
  )
}

/** Sums of periods in which everybody has a value: nothing is to be asked of anyone. */
function completeTotal({ values, scale, most, negative }: MeasureColumn, { first, end }: Slots): Gathered {
  const lane = laneFor(most * (end - first), negative)
  return {
    side: { lane, scale, most: most * (end - first), negative, complete: true },
    fill: (from, to) => {
      const { numbers } = lane
      numbers.fill(0, 0, to - from)
      let slot = first
      for (; slot + 4 < end; slot += 5) addFive(numbers, values, slot, from, to)
      for (; slot < end; slot++) addTo(numbers, values[slot] as Numbers, from, to)
    },
  }
}

/** Five periods at once: each sum is written once for them. */
function addFive(numbers: Numbers, values: readonly Numbers[], slot: number, from: number, to: number): void {
  const one = values[slot] as Numbers
  const two = values[slot + 1] as Numbers
  const three = values[slot + 2] as Numbers
  const four = values[slot + 3] as Numbers
  const five = values[slot + 4] as Numbers
  for (let at = from, j = 0; at < to; at++, j++) {
    numbers[j] =
      (numbers[j] as number) +
      (one[at] as number) +
      (two[at] as number) +
      (three[at] as number) +
      (four[at] as number) +
      (five[at] as number)
  }
}

function addTo(numbers: Numbers, value: Numbers, from: number, to: number): void {
  for (let at = from, j = 0; at < to; at++, j++) numbers[j] = (numbers[j] as number) + (value[at] as number)
}

const WAITS = 1
const ABSENT = 2
const LEFT_OUT = 4

/** Sums, and with them what is counted: how many values and how many due periods without a fact; what else was met. */
function summing(column: MeasureColumn, { first, end, dueEnd }: Slots) {
  const sums = new Float64Array(BLOCK)
  const counts = new Uint16Array(BLOCK)
  const absences = new Uint16Array(BLOCK)
  const met = new Uint8Array(BLOCK)
  const run = (from: number, to: number): void => {
    const count = to - from
    sums.fill(0, 0, count)
    counts.fill(0, 0, count)
    absences.fill(0, 0, count)
    met.fill(0, 0, count)
    for (let slot = first; slot < end; slot++) {
      const [value, state] = [column.values[slot], column.states[slot]]
      if (!value || !state) continue
      for (let at = from, j = 0; at < to; at++, j++) {
        const one = state[at]
        if (one === VALUE) {
          sums[j] = (sums[j] ?? 0) + (value[at] ?? 0)
          counts[j] = (counts[j] ?? 0) + 1
        } else if (one === PENDING) met[j] = (met[j] ?? 0) | WAITS
        else if (one === NOT_APPLICABLE) met[j] = (met[j] ?? 0) | LEFT_OUT
        else if (slot < dueEnd) {
          met[j] = (met[j] ?? 0) | ABSENT
          absences[j] = (absences[j] ?? 0) + 1
        }
      }
    }
  }
  return { sums, counts, absences, met, run }
}

/** The state of what was gathered from so many values, zeros among them. */
function stateOf(met: number, values: number, strict: boolean): number {
  if (strict && (met & ABSENT) !== 0) return MISSING
  if ((met & WAITS) !== 0) return PENDING
  if (values > 0) return VALUE
  return (met & LEFT_OUT) !== 0 ? NOT_APPLICABLE : MISSING
}

/** Sums, or means in a scale that every number of periods divides. */
function summed(column: MeasureColumn, slots: Slots, to: 'sum' | 'average'): Gathered | undefined {
  const divides = to === 'average'
  const terms = Math.max(1, slots.end - slots.first)
  const fineness = divides ? multipleOfAllUpTo(slots.end - slots.first + slots.unreported) : 1
  // Sums are made before they are divided; the mean itself is no further from zero than its terms.
  if (fineness === undefined || column.most * terms > EXACT) return undefined
  const { sums, counts, absences, met, run } = summing(column, slots)
  const { absentPeriod } = column.measure
  const [strict, zeros] = [absentPeriod === 'missing', absentPeriod === 'zero']
  const most = column.most * (divides ? fineness : terms)
  const lane = laneFor(most, column.negative)
  const { numbers, states } = lane
  return {
    side: { lane, scale: column.scale * fineness, most, negative: column.negative },
    fill: (from, to) => {
      run(from, to)
      for (let j = 0; j < to - from; j++) {
        const values = (counts[j] ?? 0) + (zeros ? (absences[j] ?? 0) + slots.unreported : 0)
        const state = stateOf(met[j] ?? 0, values, strict)
        const number = (sums[j] as number) * (divides ? fineness / values : 1)
        states[j] = state
        numbers[j] = state === VALUE ? number : standIn(state)
      }
    },
  }
}

/** The smallest or the largest. */
function extreme(column: MeasureColumn, slots: Slots, least: boolean): Gathered {
  const { counts, absences, met, run } = summing(column, slots)
  const lane = laneFor(column.most, column.negative)
  const extremes = new Float64Array(BLOCK)
  const { absentPeriod } = column.measure
  const [strict, zeros] = [absentPeriod === 'missing', absentPeriod === 'zero']
  return {
    side: { lane, scale: column.scale, most: column.most, negative: column.negative },
    fill: (from, to) => {
      run(from, to)
      const { numbers, states } = lane
      extremes.fill(least ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY, 0, to - from)
      for (let slot = slots.first; slot < slots.end; slot++) {
        const [value, state] = [column.values[slot], column.states[slot]]
        if (!value || !state) continue
        for (let at = from, j = 0; at < to; at++, j++) {
          if (state[at] !== VALUE) continue
          const one = value[at] ?? 0
          extremes[j] = least ? Math.min(extremes[j] as number, one) : Math.max(extremes[j] as number, one)
        }
      }
      for (let j = 0; j < to - from; j++) {
        const absent = zeros ? (absences[j] ?? 0) + slots.unreported : 0
        if (absent > 0)
          extremes[j] = least ? Math.min(extremes[j] as number, 0) : Math.max(extremes[j] as number, 0)
        const state = stateOf(met[j] ?? 0, (counts[j] ?? 0) + absent, strict)
        states[j] = state
        numbers[j] = state === VALUE ? (extremes[j] as number) : standIn(state)
      }
    },
  }
}

import type { Aggregation } from '#language/index.ts'
import { type MeasureColumn, MISSING, NOT_APPLICABLE, PENDING, VALUE } from './columns.ts'
import { gatherOne } from './gatherOne.ts'
import { type Inputs, laneFor, type Side, standIn } from './lane.ts'
import type { Slots } from './slots.ts'
import { EXACT, multipleOfAllUpTo } from './units.ts'

/** A column with the slots of its own frequency. */
export interface Read {
  readonly column: MeasureColumn
  readonly slots: Slots
}

/**
 * Reads the two sides of a ratio together: what one side leaves out the other leaves out too, and the newest facts are
 * those of the newest period that either side has. `undefined` where numbers have more digits than doubles hold.
 */
export function gatherPair(top: Read, bottom: Read, only: boolean): Inputs | undefined {
  return needsBoth(top, bottom, only) ? together(top, bottom, only) : apart(top, bottom, only)
}

/** Whether what one side lacks changes what is read of the other. */
function needsBoth({ column: top, slots }: Read, { column: bottom }: Read, only: boolean): boolean {
  if (top.measure.frequency !== bottom.measure.frequency) return false
  const both = [top, bottom]
  const latest = !only && both.some(({ measure }) => measure.aggregation === 'latest')
  return (
    both.some(({ someNotApplicable }) => someNotApplicable) ||
    both.some(({ measure }) => measure.absentPeriod === 'skipped') ||
    (latest && slots.end - slots.first > 1)
  )
}

function apart(top: Read, bottom: Read, only: boolean): Inputs | undefined {
  const [upper, lower] = [
    gatherOne(top.column, top.slots, only),
    gatherOne(bottom.column, bottom.slots, only),
  ]
  if (!upper || !lower) return undefined
  return {
    top: upper.side,
    bottom: lower.side,
    fill: (from, to) => {
      upper.fill(from, to)
      lower.fill(from, to)
    },
  }
}

/** Both are reported equally often, so that they share their slots. */
function together(top: Read, bottom: Read, only: boolean): Inputs | undefined {
  const upper = collector(top, only)
  const lower = collector(bottom, only)
  if (!upper || !lower) return undefined
  const { slots } = top
  if (upper.latest && lower.latest) return newest(upper, lower, slots)
  const skips = [upper, lower].some(({ skipped }) => skipped)
  return {
    top: upper.side,
    bottom: lower.side,
    fill: (from, to) => {
      for (let at = from, j = 0; at < to; at++, j++) {
        upper.start()
        lower.start()
        for (let slot = slots.first; slot < slots.end; slot++) {
          const [one, other] = [upper.stateAt(slot, at), lower.stateAt(slot, at)]
          const due = slot < slots.dueEnd
          const skip = due && ((upper.skipped && one === MISSING) || (lower.skipped && other === MISSING))
          const left = one === NOT_APPLICABLE || other === NOT_APPLICABLE
          const reported = one !== MISSING || other !== MISSING
          upper.take(slot, at, one, { due, skip, left, reported })
          lower.take(slot, at, other, { due, skip, left, reported })
        }
        const unreported = skips ? 0 : slots.unreported
        upper.finish(j, unreported)
        lower.finish(j, unreported)
      }
    },
  }
}

/** Of both sides only the newest period counts that either has: nothing before it is looked at. */
function newest(upper: Collector, lower: Collector, slots: Slots): Inputs {
  return {
    top: upper.side,
    bottom: lower.side,
    fill: (from, to) => {
      for (let at = from, j = 0; at < to; at++, j++) {
        upper.start()
        lower.start()
        for (let slot = slots.end - 1; slot >= slots.first; slot--) {
          const [one, other] = [upper.stateAt(slot, at), lower.stateAt(slot, at)]
          if (one === MISSING && other === MISSING) continue
          upper.take(slot, at, one, REPORTED)
          lower.take(slot, at, other, REPORTED)
          break
        }
        upper.finish(j, 0)
        lower.finish(j, 0)
      }
    },
  }
}

/** What both sides make of a period together. */
interface Period {
  readonly due: boolean
  readonly skip: boolean
  readonly left: boolean
  readonly reported: boolean
}

/** All that is asked of the newest. */
const REPORTED: Period = { due: true, skip: false, left: false, reported: true }

interface Collector {
  readonly side: Side
  /** Only the newest fact counts. */
  readonly latest: boolean
  /** Periods without a fact are left out, here and on the other side. */
  readonly skipped: boolean
  readonly stateAt: (slot: number, at: number) => number
  readonly start: () => void
  readonly take: (slot: number, at: number, state: number, period: Period) => void
  readonly finish: (j: number, unreported: number) => void
}

function collector({ column, slots }: Read, only: boolean): Collector | undefined {
  if (column.wide) return undefined
  const { absentPeriod } = column.measure
  const aggregation: Aggregation = only ? 'sum' : column.measure.aggregation
  const latest = aggregation === 'latest'
  const fineness =
    aggregation === 'average' ? multipleOfAllUpTo(slots.end - slots.first + slots.unreported) : 1
  if (fineness === undefined) return undefined
  const terms = aggregation === 'sum' || aggregation === 'average' ? Math.max(1, slots.end - slots.first) : 1
  if (column.most * terms > EXACT) return undefined
  const most = column.most * (aggregation === 'average' ? fineness : terms)
  const lane = laneFor(most, column.negative)
  let [number, count, absent, waits, leftOut, state] = [0, 0, 0, false, false, MISSING]
  return {
    side: {
      lane,
      scale: column.scale * fineness,
      most,
      negative: column.negative,
    },
    latest,
    skipped: absentPeriod === 'skipped' && column.measure.aggregation !== 'latest',
    stateAt: (slot, at) => column.states[slot]?.[at] ?? MISSING,
    start: () => {
      number = aggregation === 'least' ? Number.POSITIVE_INFINITY : 0
      if (aggregation === 'greatest') number = Number.NEGATIVE_INFINITY
      count = 0
      absent = 0
      waits = false
      leftOut = false
      state = MISSING
    },
    take: (slot, at, own, { due, skip, left, reported }) => {
      const value = column.values[slot]?.[at] ?? 0
      if (latest) {
        if (!reported) return
        state = own
        number = value
        return
      }
      if (left) leftOut = true
      else if (own === MISSING) absent += due && !skip ? 1 : 0
      else if (skip) return
      else if (own === PENDING) waits = true
      else {
        count++
        if (aggregation === 'least') number = Math.min(number, value)
        else if (aggregation === 'greatest') number = Math.max(number, value)
        else number += value
      }
    },
    finish: (j, unreported) => {
      if (!latest) {
        const lacking = absent + unreported
        const zeros = absentPeriod === 'zero' ? lacking : 0
        if (zeros > 0 && aggregation === 'least') number = Math.min(number, 0)
        if (zeros > 0 && aggregation === 'greatest') number = Math.max(number, 0)
        if (aggregation === 'average' && count + zeros > 0) number *= fineness / (count + zeros)
        if (lacking > 0 && absentPeriod === 'missing') state = MISSING
        else if (waits) state = PENDING
        else if (count + zeros > 0) state = VALUE
        else state = leftOut ? NOT_APPLICABLE : MISSING
      }
      lane.numbers[j] = state === VALUE ? number : standIn(state)
      lane.states[j] = state
    },
  }
}

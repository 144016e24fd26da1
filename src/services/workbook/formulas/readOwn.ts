import type { Measure } from '#language/index.ts'
import { STATE } from './state.ts'

/** The cells of one measure of one entrant, a row a period, the oldest first. */
export interface Slots {
  /** The first row, of the first period that has begun. */
  readonly first: number
  /** How many periods have begun, and how many of them, the first ones, are over: those must have been reported. */
  readonly begun: number
  readonly due: number
  /** The cells of that many rows from the first on: the codes of what was reported, and its numbers (0 where there is none). */
  readonly codes: (rows: number) => string
  readonly numbers: (rows: number) => string
  /** The cells of one row, counted from 0. */
  readonly code: (row: number) => string
  readonly number: (row: number) => string
}

/** One side of a value: a measure and its cells. */
export interface Side {
  readonly measure: Measure
  readonly slots: Slots
}

/** What a measure comes to, in formulas: its code, and its number where the code says that there is one. */
export interface Reading {
  readonly state: string
  readonly value: string
}

/** Beyond all that is reported, and still exact in a cell. */
const FAR = '1E+15'

/**
 * What an entrant's own facts of a measure come to over all periods that have begun; `other` is the other side of a quotient
 * that is reported equally often, so that both speak of the same periods.
 */
export function readOwn(side: Side, other: Side | undefined): Reading {
  if (side.slots.begun === 0) return { state: `${STATE.missing}`, value: '0' }
  return side.measure.aggregation === 'latest' ? readLatest(side, other) : readPeriods(side, other)
}

/** What is reported for one period, by its place among those that have begun. */
export function readOne(side: Side, other: Side | undefined, period: number): Reading {
  const { measure, slots } = side
  const own = slots.code(period)
  const codes = other ? [own, other.slots.code(period)] : [own]
  const absentSides = [side, ...(other ? [other] : [])].flatMap((one) =>
    leavesOut(one) ? [`${one.slots.code(period)}=${STATE.missing}`] : [],
  )
  const absent = measure.absentPeriod === 'zero' ? STATE.value : STATE.missing
  const reported = `IF(${own}=${STATE.missing},${absent},${own})`
  const kept =
    absentSides.length > 0 ? `IF(OR(${absentSides.join(',')}),${STATE.missing},${reported})` : reported
  const left = codes.map((code) => `${code}=${STATE.notApplicable}`).join(',')
  return { state: `IF(OR(${left}),${STATE.notApplicable},${kept})`, value: slots.number(period) }
}

/** Whether a period without a fact is left out, on both sides. */
function leavesOut({ measure }: Side): boolean {
  return measure.absentPeriod === 'skipped' && measure.aggregation !== 'latest'
}

/** The newest fact; beside another measure, that of the newest period that either has. */
function readLatest({ slots }: Side, other: Side | undefined): Reading {
  const { begun } = slots
  const own = slots.codes(begun)
  const reported = other ? `((${own}<>0)+(${other.slots.codes(begun)}<>0)>0)` : `(${own}<>0)`
  const newest = `SUMPRODUCT(MAX(${reported}*(ROW(${own})-${slots.first - 1})))`
  return {
    state: `IF(${newest}=0,${STATE.missing},INDEX(${own},${newest}))`,
    value: `INDEX(${slots.numbers(begun)},${newest})`,
  }
}

/** All periods gathered as the measure says, without those that either side leaves out. */
function readPeriods(side: Side, other: Side | undefined): Reading {
  const { measure, slots } = side
  const { begun, due } = slots
  const codes = slots.codes(begun)
  const numbers = slots.numbers(begun)
  const applies = other ? [`(${other.slots.codes(begun)}<>${STATE.notApplicable})`] : []
  const kept = [...applies, ...withoutGapsOf(other, slots)].map((factor) => `*${factor}`).join('')
  const count = (state: number): string => `SUMPRODUCT((${codes}=${state})${kept})`
  const absent = absentIn(side, other, due)
  const zeros = measure.absentPeriod === 'zero' ? absent : undefined
  const someLeft = [side, ...(other ? [other] : [])]
    .map((one) => `COUNTIF(${one.slots.codes(begun)},${STATE.notApplicable})`)
    .join('+')
  const reported = [count(STATE.value), count(STATE.pending), ...(zeros ? [zeros] : [])].join('+')
  const found = `IF(${reported}=0,IF(${someLeft}>0,${STATE.notApplicable},${STATE.missing}),IF(${count(STATE.pending)}>0,${STATE.pending},${STATE.value}))`
  const whole =
    measure.absentPeriod === 'missing' && absent ? `IF(${absent}>0,${STATE.missing},${found})` : found
  const mask = `(${codes}=${STATE.value})${kept}`
  return {
    state: `IF(COUNTIF(${codes},${STATE.error})>0,${STATE.error},${whole})`,
    value: gathered(measure.aggregation, numbers, mask, count(STATE.value), zeros),
  }
}

/** The periods that are over which the other side leaves out for want of a fact, as factors that are 0 for them. */
function withoutGapsOf(other: Side | undefined, { begun, due }: Slots): readonly string[] {
  if (!other || !leavesOut(other) || due === 0) return []
  const codes = other.slots.codes(begun)
  if (due === begun) return [`(${codes}<>${STATE.missing})`]
  return [`((${codes}<>${STATE.missing})+(ROW(${codes})>${other.slots.first + due - 1})>0)`]
}

/** How many periods that are over lack their fact, not counting those that either side leaves out. */
function absentIn({ slots }: Side, other: Side | undefined, due: number): string | undefined {
  if (due === 0) return undefined
  const codes = slots.codes(due)
  if (!other) return `COUNTIF(${codes},${STATE.missing})`
  const beside = other.slots.codes(due)
  const there = leavesOut(other) ? `*(${beside}<>${STATE.missing})` : ''
  return `SUMPRODUCT((${codes}=${STATE.missing})*(${beside}<>${STATE.notApplicable})${there})`
}

/** The numbers under the mask made one; each of the absent periods that count as zero is one more 0. */
function gathered(
  aggregation: Measure['aggregation'],
  numbers: string,
  mask: string,
  count: string,
  zeros: string | undefined,
): string {
  const sum = `SUMPRODUCT(${mask}*${numbers})`
  const most = `SUMPRODUCT(MAX(${numbers}-(1-${mask})*${FAR}))`
  const least = `SUMPRODUCT(MIN(${numbers}+(1-${mask})*${FAR}))`
  switch (aggregation) {
    case 'sum':
    case 'latest':
      return sum
    case 'average':
      return `${sum}/(${zeros ? `${count}+${zeros}` : count})`
    case 'greatest':
      return zeros ? `IF(${zeros}>0,MAX(0,${most}),${most})` : most
    case 'least':
      return zeros ? `IF(${zeros}>0,MIN(0,${least}),${least})` : least
  }
}

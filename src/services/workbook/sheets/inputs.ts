import { isExempt, type Leaf } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { blank, type Cell, formula } from '../cells.ts'
import { type Rows, rangeIn } from '../formulas/range.ts'
import { type Reading, readOne, readOwn, type Side, type Slots } from '../formulas/readOwn.ts'
import { rollUp } from '../formulas/rollUp.ts'
import { STATE } from '../formulas/state.ts'
import type { Layout } from '../layout/layout.ts'
import { slotsOf } from './factSheet.ts'

/** The columns that the one or two measures of a value are read into, and that of what they come to together. */
export interface InputColumns {
  readonly sides: readonly { readonly number: string; readonly code: string }[]
  readonly judged: string
}

/** The rows of all members of a commune, on which sheet, and of these only those with that number in that column. */
export interface MemberRows {
  readonly sheet: string
  readonly rows: Rows | undefined
  readonly only: { readonly column: string; readonly cell: string } | undefined
}

/** What the subject's own facts of the measures come to, over all periods or in one of them (by its place, from 0). */
export function ownReadings(
  measures: readonly Measure[],
  subject: Entrant,
  { facts }: Layout,
  period?: number,
): readonly Reading[] {
  const sides = measures.map((measure): Side => {
    const stretch = facts.stretch(subject, measure)
    return { measure, slots: stretch ? slotsOf(stretch) : NO_SLOTS }
  })
  const [first, second] = measures
  const isAlike = first?.frequency === second?.frequency
  return sides.map((side, index) => {
    const other = isAlike ? sides[1 - index] : undefined
    if (period === undefined) return readOwn(side, other)
    return side.slots.begun > period ? readOne(side, other, period) : NOTHING
  })
}

const NO_SLOTS: Slots = {
  first: 0,
  begun: 0,
  due: 0,
  codes: () => '',
  numbers: () => '',
  code: () => '',
  number: () => '',
}
const NOTHING: Reading = { state: `${STATE.missing}`, value: '0' }

/** What the measures come to when those of all members are added up. */
export function memberReadings(
  measures: readonly Measure[],
  { sheet, rows, only }: MemberRows,
  { sides, judged }: InputColumns,
  hasMembers: boolean,
): readonly Reading[] {
  return measures.map((_, index) => {
    if (!rows) return { state: `${hasMembers ? STATE.notApplicable : STATE.missing}`, value: '0' }
    const range = (column: string): string => rangeIn(sheet, column, rows)
    const [side, other] = [sides[index], measures.length > 1 ? sides[1 - index] : undefined]
    return rollUp({
      codes: range(side?.code ?? ''),
      numbers: range(side?.number ?? ''),
      otherCodes: other && range(other.code),
      judged: range(judged),
      only: only && { column: range(only.column), cell: only.cell },
    })
  })
}

/** The members that the rulebook asks for the criterion. */
export function askedMembers(leaf: Leaf, commune: Entrant, { subjects }: Layout): readonly Entrant[] {
  return subjects.members(leaf, commune).filter((member) => !isExempt(leaf, member))
}

/** The cells of the readings in a row: a code and, where it says that there is one, a number. */
export function inputCells(
  readings: readonly Reading[],
  { sides }: InputColumns,
  row: number,
  format: readonly (string | undefined)[],
): readonly { readonly number: Cell; readonly code: Cell }[] {
  return sides.map((side, index) => {
    const reading = readings[index]
    if (!reading) return { number: blank(), code: blank('helper') }
    const shown = `IF(${side.code}${row}=${STATE.value},${reading.value},"")`
    return { number: formula(shown, 'plain', format[index]), code: formula(reading.state) }
  })
}

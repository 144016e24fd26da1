import type { Period } from '#base/period.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { denominator, numerator, ONE, type Rational, rational, ZERO } from '#base/rational.ts'
import type { Leaf } from '#engine/index.ts'
import { placeOfFact } from '#engine/index.ts'
import type { Measure, Test } from '#language/index.ts'
import type { Fact, FactValue } from '#records/fact.ts'
import { supposedFact } from '../supposedFact.ts'

/** A measure of one entrant (or of all members, where they are added up) that can still be moved before the horizon. */
export interface Lever {
  readonly measure: Measure
  /** What asks for it: to move it is to move them. */
  readonly uses: readonly Use[]
  /** The periods that are still open, the oldest first; never empty. */
  readonly slots: readonly Slot[]
  /** For one unit of the measure, a percentage point, a level, or a flag or day that is otherwise. */
  readonly effort: Rational
  /** What its values are moved in; for flags, levels and days 1. */
  readonly step: Rational
  /** Whether to move it moves the points of others who are ranked with the entrant. */
  readonly movesOthers: boolean
}

/** Who depends on a measure: a criterion, or a condition that bars from a class or from the ranking. */
export type Use =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'test'; readonly test: MeasureTest }

/** A condition on what is reported. */
export type MeasureTest = Extract<Test, { kind: 'flag' | 'measure' }>

/** One period of one entrant that is still open. */
export interface Slot {
  readonly entrant: string
  readonly period: Period
  /** What is expected of it; `undefined` where nothing is. */
  readonly expected: Fact | undefined
  /** What it can come to: whole steps from where it is expected to be. */
  readonly low: Rational
  readonly high: Rational | undefined
}

/** One way to move a lever. */
export interface Option {
  readonly changed: readonly Fact[]
  readonly effort: Rational
}

/** Everything stays as it is expected to be. */
export const AS_EXPECTED: Option = { changed: [], effort: ZERO }

/** A value by which a slot is moved, as a number: a flag is 0 or 1, a level its place. `undefined` for what is no number. */
export function numberOfFact(fact: Fact | undefined, measure: Measure): Rational | undefined {
  if (!fact) return undefined
  const { value } = fact
  if (value.kind === 'number') return value.value
  if (measure.type?.kind === 'levels') return placeOfFact(fact, measure)
  return value.kind === 'flag' ? (value.is ? ONE : ZERO) : undefined
}

/** The fact of a slot that comes to the number. */
export function factOf({ measure }: Pick<Lever, 'measure'>, slot: Slot, value: Rational): Fact {
  return supposedFact(
    { entrant: slot.entrant, measure: measure.name.text, period: slot.period },
    factValue(measure, value),
  )
}

/** The fact of a slot that is a day. */
export function dayFactOf({ measure }: Pick<Lever, 'measure'>, slot: Slot, date: PlainDate): Fact {
  return supposedFact(
    { entrant: slot.entrant, measure: measure.name.text, period: slot.period },
    { kind: 'date', date },
  )
}

function factValue({ type }: Measure, value: Rational): FactValue {
  if (type?.kind === 'flag') return { kind: 'flag', is: numerator(value) > 0n }
  if (type?.kind !== 'levels') return { kind: 'number', value, percent: type?.kind === 'ratio' }
  const name = type.names[Number(numerator(value) / denominator(value))]?.text ?? ''
  const word = name.toLowerCase()
  return word === 'có' || word === 'không'
    ? { kind: 'flag', is: word === 'có' }
    : { kind: 'words', text: name }
}

/** How much of the measure one unit of effort is for: a percentage point of a ratio, otherwise 1. */
export function unitOfEffort({ type }: Measure): Rational {
  return type?.kind === 'ratio' ? rational(1n, 100n) : ONE
}

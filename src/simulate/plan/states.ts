import { add, type Rational, sum, toExactText, ZERO } from '#base/rational.ts'
import type { Holding } from '#engine/index.ts'
import type { Lever, Option } from './lever.ts'

/** One way to come to something in a part of the tree of criteria: what it takes, what it comes to, and what was chosen for it. */
export interface State {
  /** Of the levers that are settled: those that nothing outside the part depends on. */
  readonly effort: Rational
  readonly gained: Gained
  readonly applicableMaximum: Rational
  /** Whether each condition on points is met as far as the part goes. */
  readonly marks: readonly Holding[]
  /** What was chosen for levers on which something outside the part depends too. */
  readonly pins: Pins
  readonly chosen: Chosen
}

/** Points of a part: those of its own kind, those outside the scale, and those of criteria that ties are broken by. */
export interface Gained {
  readonly points: Rational
  readonly bonus: Rational
  readonly penalty: Rational
  readonly keys: readonly Rational[]
}

/** Of two parts, all points added up. */
export function joinGained(left: Gained, right: Gained): Gained {
  return {
    points: add(left.points, right.points),
    bonus: add(left.bonus, right.bonus),
    penalty: add(left.penalty, right.penalty),
    keys: left.keys.map((key, index) => add(key, right.keys[index] ?? ZERO)),
  }
}

/** The option that was chosen, by lever. */
export type Pins = ReadonlyMap<Lever, Option>

/** What was chosen, the latest first: shared by all ways that go on from the same beginning. */
export type Chosen = { readonly option: Option; readonly before: Chosen } | undefined

/** All that was chosen and is not what is expected anyway. */
export function chosenOptions({ chosen, pins }: State): readonly Option[] {
  const options = [...pins.values()]
  for (let one = chosen; one; one = one.before) options.push(one.option)
  return options.filter(({ changed }) => changed.length > 0)
}

/** What it takes in all, with what was chosen for levers that are not settled yet. */
export function wholeEffort({ effort, pins }: State): Rational {
  return sum([effort, ...[...pins.values()].map((option) => option.effort)])
}

/** Whether two ways agree in every lever that both chose for. */
export function agree(left: Pins, right: Pins): boolean {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left]
  return [...few].every(([lever, option]) => {
    const other = many.get(lever)
    return other === undefined || other === option
  })
}

/** Chooses for good what was chosen for a lever that nothing else depends on. */
export function settle(state: State, isSettled: (lever: Lever) => boolean): State {
  let { effort, chosen } = state
  const pins = new Map<Lever, Option>()
  for (const [lever, option] of state.pins) {
    if (!isSettled(lever)) {
      pins.set(lever, option)
      continue
    }
    effort = add(effort, option.effort)
    if (option.changed.length > 0) chosen = { option, before: chosen }
  }
  return pins.size === state.pins.size ? state : { ...state, effort, chosen, pins }
}

/** Of two parts of what is chosen, all. */
export function joinChosen(left: Chosen, right: Chosen): Chosen {
  let joined = left
  for (let one = right; one; one = one.before) joined = { option: one.option, before: joined }
  return joined
}

/** Condition by condition, as far as both parts go: one that fails anywhere fails. */
export function joinMarks(left: readonly Holding[], right: readonly Holding[]): readonly Holding[] {
  return left.map((one, index) => {
    const other = right[index] ?? 'notApplicable'
    return one === 'no' || other === 'no' ? 'no' : one === 'yes' ? one : other
  })
}

/** All that must be the same for one way to stand in for another. */
export function kindOf(
  { applicableMaximum, marks, pins }: State,
  places: ReadonlyMap<Option, number>,
): string {
  const pinned = [...pins.values()]
    .map((option) => places.get(option))
    .toSorted((left, right) => (left ?? 0) - (right ?? 0))
  return [toExactText(applicableMaximum), marks.join(''), pinned.join(',')].join('|')
}

import { IN_ERROR, MISSING, NOT_APPLICABLE, type Population, VALUE } from './columns.ts'
import { partChecker } from './kernel.ts'
import { BLOCK, type Inputs, type Lane, laneFor, numberAt, type Side, standIn, stateIn } from './lane.ts'

/**
 * What communes come to: the values of their members added up on each side, before anything is divided. A member of which a
 * side does not apply, or whom the rulebook exempts, is left out of both sides; one whose part is above its whole leaves both
 * in error.
 */
export function rollUp(
  own: Inputs,
  members: Population | undefined,
  communes: Population,
  isExempt: Uint8Array | undefined,
  isPart: boolean,
): Inputs {
  const ranges = communes.entrants.map(({ id }) => members?.ranges.get(id) ?? ([0, 0] as const))
  const largest = ranges.reduce((most, [first, end]) => Math.max(most, end - first), 1)
  const summed = ({ scale, most, negative }: Side): Side => ({
    lane: laneFor(most * largest, negative),
    scale,
    most: most * largest,
    negative,
  })
  const top = summed(own.top)
  const bottom = own.bottom && summed(own.bottom)
  const isAbove = partChecker(own)
  const fill = (from: number, to: number): void => {
    for (let at = from, j = 0; at < to; at++, j++) {
      const [first, end] = ranges[at] ?? [0, 0]
      let [concerned, upper, lower, upperState, lowerState, inError] = [0, 0, 0, VALUE, VALUE, VALUE]
      for (let start = first; start < end; start += BLOCK) {
        const stop = Math.min(end, start + BLOCK)
        own.fill(start, stop)
        for (let member = start, k = 0; member < stop; member++, k++) {
          if (isExempt?.[member] === 1) continue
          const one = stateIn(own.top.lane, k)
          const other = own.bottom ? stateIn(own.bottom.lane, k) : VALUE
          if (one === NOT_APPLICABLE || other === NOT_APPLICABLE) continue
          concerned++
          upperState = Math.max(upperState, one)
          lowerState = Math.max(lowerState, other)
          if (isPart && one === VALUE && other === VALUE && isAbove(k)) inError = IN_ERROR
          if (one === VALUE) upper += numberAt(own.top.lane, k)
          if (own.bottom && other === VALUE) lower += numberAt(own.bottom.lane, k)
        }
      }
      const none = concerned === 0 ? (first === end ? MISSING : NOT_APPLICABLE) : VALUE
      put(top.lane, j, upper, Math.max(upperState, none, inError))
      if (bottom) put(bottom.lane, j, lower, Math.max(lowerState, none, inError))
    }
  }
  return { top, bottom, fill }
}

function put({ numbers, states }: Lane, index: number, number: number, state: number): void {
  numbers[index] = state === VALUE ? number : standIn(state)
  states[index] = state
}

import type { Rounded } from '../program.ts'
import { DOUBT, type Units } from './units.ts'

/**
 * Rounds counts of points as the rulebook says; `undefined` where a count that is not exact lies too near to where the rounding
 * turns, or where the units are too coarse to round in.
 */
export function roundCount(
  { places, method }: Rounded,
  { perPoint }: Units,
): (count: number, inexact: boolean) => number | undefined {
  const unit = perPoint / 10 ** places
  if (!Number.isInteger(unit)) return () => undefined
  return (count, inexact) => {
    const magnitude = Math.abs(count)
    const whole = Math.floor(magnitude / unit)
    const rest = magnitude - whole * unit
    if (inexact && isDoubtful(rest, unit, method)) return undefined
    const up = goesUp(rest, unit, whole, method)
    const rounded = (up ? whole + 1 : whole) * unit
    return count < 0 ? -rounded : rounded
  }
}

/** Halves turn half-way, the others at whole units. */
function isDoubtful(rest: number, unit: number, method: Rounded['method']): boolean {
  if (method === 'halfUp' || method === 'halfEven') return Math.abs(rest - unit / 2) < DOUBT
  return rest < DOUBT || unit - rest < DOUBT
}

function goesUp(rest: number, unit: number, whole: number, method: Rounded['method']): boolean {
  switch (method) {
    case 'down':
      return false
    case 'up':
      return rest > 0
    case 'halfUp':
      return 2 * rest >= unit
    case 'halfEven':
      return 2 * rest > unit || (2 * rest === unit && whole % 2 === 1)
  }
}

import { compare, divide, maximum, multiply, type Rational, ZERO } from '#base/rational.ts'
import type { Proportion } from '../ast.ts'
import { before, type NumberDomain } from '../domain.ts'
import { clip } from './clip.ts'
import type { Region } from './regions.ts'

/** Nothing below the floor, then as much of the maximum as of the target, all of it from the target on. */
export function proportionRegions(
  source: Proportion,
  target: Rational,
  domain: NumberDomain,
  most: Rational,
): readonly Region[] | undefined {
  if (compare(target, ZERO) <= 0) return undefined
  const floor = source.floor ? maximum(ZERO, multiply(source.floor.value, target)) : ZERO
  const full = maximum(floor, target)
  const regions: readonly Region[] = [
    {
      interval: { low: undefined, high: before(floor) },
      points: { kind: 'constant', points: ZERO },
      source,
    },
    {
      interval: { low: before(floor), high: before(full) },
      points: { kind: 'linear', slope: divide(most, target), offset: ZERO },
      source,
    },
    { interval: { low: before(full), high: undefined }, points: { kind: 'constant', points: most }, source },
  ]
  return clip(regions, domain)
}

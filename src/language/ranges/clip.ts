import { type Interval, intersect, isEmpty } from '#base/interval.ts'
import { type NumberDomain, within } from '../domain.ts'
import type { Region } from './regions.ts'

/** The regions, in order, as far as values in them can occur; `domain` has its ends on steps. */
export function clip(regions: readonly Region[], domain: NumberDomain): readonly Region[] {
  return regions
    .map((region) => ({ ...region, interval: intersect(within(domain, region.interval), domain.interval) }))
    .filter(({ interval }) => !isEmpty(interval))
}

/** Every number. */
export const EVERYWHERE: Interval = { low: undefined, high: undefined }

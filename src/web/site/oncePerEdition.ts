import type { Edition, Site } from '#services/site/site.ts'

export type PerEdition<Value> = (site: Site, edition: Edition) => Promise<Value>

/**
 * What a function makes of an edition, made once as long as nothing of the edition changes: the site then has another object for it.
 * For what pages about many editions tell of each, little enough to be kept when its boards are let go of.
 */
export function oncePerEdition<Value>(make: PerEdition<Value>): PerEdition<Value> {
  const made = new WeakMap<Edition, Promise<Value>>()
  return (site, edition) => {
    const known = made.get(edition)
    if (known) return known
    const value = make(site, edition)
    made.set(edition, value)
    // What failed may not fail again.
    value.catch(() => made.delete(edition))
    return value
  }
}

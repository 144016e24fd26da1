import { compareText } from '#base/compareText.ts'
import { cohortOf, type Program } from '#engine/index.ts'
import { type Entrant, kindsText } from '#records/entrant.ts'

/** Those that are ranked among themselves, level by level in the order of the rulebook, cluster by name; each cohort as it was given. */
export function cohortsIn<Result extends { readonly entrant: Entrant }>(
  results: readonly Result[],
  program: Program,
): readonly (readonly Result[])[] {
  return program.levels.flatMap((level) => {
    const atLevel = results.filter(({ entrant }) => entrant.level === level)
    const cohorts = [...Map.groupBy(atLevel, ({ entrant }) => cohortOf(entrant, program)).values()]
    return cohorts.toSorted((left, right) => compareClusters(clusterOf(left), clusterOf(right)))
  })
}

/** Names that are one to the alphabet, such as Cụm 1 and Cụm 01, have an order too: it is never that of points. */
function compareClusters(left: string, right: string): number {
  return compareText(left, right) || (left < right ? -1 : 1)
}

function clusterOf([first]: readonly { readonly entrant: Entrant }[]): string {
  return first?.entrant.cluster ?? ''
}

/** What a cohort is called: `thôn, khu phố`, with the cluster where all are of one. */
export function whomText(entrants: readonly Entrant[]): string {
  const [cluster, ...others] = new Set(entrants.map((entrant) => entrant.cluster))
  return cluster === undefined || others.length > 0
    ? kindsText(entrants)
    : `${kindsText(entrants)}, ${cluster}`
}

import type { RankRange } from './ranks.ts'

/** Something that holds of an entrant whatever comes. */
export type Certainty =
  /** Its rank is settled. */
  | { readonly kind: 'rank'; readonly rank: number }
  /** It comes no lower. */
  | { readonly kind: 'rankAtMost'; readonly rank: number }
  /** It comes no higher. */
  | { readonly kind: 'rankAtLeast'; readonly rank: number }
  | { readonly kind: 'class'; readonly title: string }
  /** It gets this class or a better one. */
  | { readonly kind: 'classAtLeast'; readonly title: string }
  /** These classes are out of reach. */
  | { readonly kind: 'outOfReach'; readonly titles: readonly string[] }
  | { readonly kind: 'barred' }
  | { readonly kind: 'unranked' }

/** What certainties are drawn from. */
export interface Prospects {
  /** `undefined` where there can be no rank. */
  readonly ranks: RankRange | undefined
  readonly mayBeUnranked: boolean
  readonly mustBeBarred: boolean
  readonly classes: readonly string[]
  readonly mayBeWithoutClass: boolean
}

/** What is certain of an entrant among so many that are ranked together; `titles` are the classes, the best first. */
export function certaintiesOf(
  prospects: Prospects,
  titles: readonly string[],
  cohort: number,
): readonly Certainty[] {
  const { ranks, mustBeBarred } = prospects
  if (mustBeBarred) return [{ kind: 'barred' }]
  if (!ranks) return [{ kind: 'unranked' }]
  return [...ofRank(prospects, ranks, cohort), ...ofClass(prospects, titles)]
}

function ofRank(
  { mayBeUnranked }: Prospects,
  { best, worst }: RankRange,
  cohort: number,
): readonly Certainty[] {
  if (cohort === 1) return []
  if (best === worst && !mayBeUnranked) return [{ kind: 'rank', rank: best }]
  return [
    ...(worst < cohort && !mayBeUnranked ? [{ kind: 'rankAtMost', rank: worst } as const] : []),
    ...(best > 1 ? [{ kind: 'rankAtLeast', rank: best } as const] : []),
  ]
}

function ofClass({ classes, mayBeWithoutClass }: Prospects, titles: readonly string[]): readonly Certainty[] {
  const [only] = classes
  if (classes.length === 1 && only !== undefined && !mayBeWithoutClass)
    return [{ kind: 'class', title: only }]
  const lowest = classes.at(-1)
  const outOfReach = titles.filter((title) => !classes.includes(title))
  const isSafe = lowest !== undefined && !mayBeWithoutClass && lowest !== titles.at(-1)
  // Those below what it certainly gets are not out of reach but behind it.
  const above = isSafe
    ? outOfReach.filter((title) => titles.indexOf(title) < titles.indexOf(lowest))
    : outOfReach
  return [
    ...(isSafe ? [{ kind: 'classAtLeast', title: lowest } as const] : []),
    ...(above.length > 0 ? [{ kind: 'outOfReach', titles: above } as const] : []),
  ]
}

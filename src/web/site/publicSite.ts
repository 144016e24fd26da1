import type { Indicator } from '#records/indicator.ts'
import { compareTargets, type TargetComparison } from '#services/compareTargets.ts'
import type { Board } from '#services/site/board.ts'
import type { Edition, Site } from '#services/site/site.ts'

/** The site and how it was set up. */
export interface PublicSite {
  readonly site: Site
  /** Which criteria of the communes are the same indicator; empty where nobody said. */
  readonly indicators: readonly Indicator[]
}

/** The newest board of an edition; `undefined` where this program cannot compute it again. */
export async function newestBoard({ site }: PublicSite, { current }: Edition): Promise<Board | undefined> {
  const newest = current.at(-1)
  const opened = newest && (await site.open(newest))
  return opened?.kind === 'board' ? opened.board : undefined
}

/** The same indicators across the newest boards; `undefined` where nobody said which they are. */
export async function comparedTargets(of: PublicSite): Promise<TargetComparison | undefined> {
  if (of.indicators.length === 0) return undefined
  const boards = await Promise.all(of.site.editions.map((edition) => newestBoard(of, edition)))
  const plans = boards.flatMap((board) =>
    board
      ? [
          {
            commune: board.ref.commune,
            edition: board.ref.edition,
            program: board.standings.program,
            entrants: board.standings.dossier.entrants,
          },
        ]
      : [],
  )
  const known = new Set(plans.map(({ commune, edition }) => `${commune}/${edition}`))
  // A commune that has published nothing yet is not on the site.
  const indicators = of.indicators.map((indicator) => ({
    ...indicator,
    criteria: indicator.criteria.filter(({ rulebook }) => known.has(rulebook)),
  }))
  const compared = compareTargets(indicators, plans)
  return compared.ok ? compared.value : undefined
}

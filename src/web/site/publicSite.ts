import type { Indicator } from '#records/indicator.ts'
import {
  compareTargets,
  type PlanTargets,
  type TargetComparison,
  targetsOf,
} from '#services/compareTargets.ts'
import type { Board, BoardPlace, UnreadableBoard } from '#services/site/board.ts'
import { newestShown } from '#services/site/newestShown.ts'
import type { Edition, Site } from '#services/site/site.ts'
import { oncePerEdition } from './oncePerEdition.ts'

/** The site and how it was set up. */
export interface PublicSite {
  readonly site: Site
  /** Which criteria of the communes are the same indicator; empty where nobody said. */
  readonly indicators: readonly Indicator[]
}

/** The newest board of an edition that can be shown; `undefined` where none can. */
export async function newestBoard({ site }: PublicSite, edition: Edition): Promise<Board | undefined> {
  return (await newestShown(site, edition)).board
}

/** The same indicators across the newest boards that can be shown. */
export interface SiteTargets {
  readonly comparison: TargetComparison
  readonly editions: readonly EditionTargets[]
}

/** What an edition wants reached, by which publication, and where that is not the newest. */
export interface EditionTargets {
  readonly edition: Edition
  readonly plan: PlanTargets | undefined
  readonly shown: BoardPlace | undefined
  readonly hidden: UnreadableBoard | undefined
}

const targetsIn = oncePerEdition(async (site, edition): Promise<EditionTargets> => {
  const { board, hidden } = await newestShown(site, edition)
  if (!board) return { edition, plan: undefined, shown: undefined, hidden }
  const { ref, current, standings } = board
  const { commune, edition: name } = edition
  const { program, dossier } = standings
  const plan = targetsOf({ commune, edition: name, program, entrants: dossier.entrants })
  return { edition, plan, shown: { ref, current }, hidden }
})

/** `undefined` where nobody said which indicators are the same. */
export async function comparedTargets({ site, indicators }: PublicSite): Promise<SiteTargets | undefined> {
  if (indicators.length === 0) return undefined
  const named = new Set(indicators.flatMap(({ criteria }) => criteria.map(({ rulebook }) => rulebook)))
  const compared = site.editions.filter(({ commune, edition }) => named.has(`${commune}/${edition}`))
  const editions = await Promise.all(compared.map((edition) => targetsIn(site, edition)))
  const plans = editions.flatMap(({ plan }) => plan ?? [])
  const known = new Set(plans.map(({ commune, edition }) => `${commune}/${edition}`))
  // A commune that has published nothing yet is not on the site.
  const published = indicators.map((indicator) => ({
    ...indicator,
    criteria: indicator.criteria.filter(({ rulebook }) => known.has(rulebook)),
  }))
  const comparison = compareTargets(published, plans)
  return comparison.ok ? { comparison: comparison.value, editions } : undefined
}

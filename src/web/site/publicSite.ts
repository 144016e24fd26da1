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

/** What the editions want reached that the indicators name. */
async function* editionsNamed({ site, indicators }: PublicSite): AsyncGenerator<EditionTargets> {
  const named = new Set(indicators.flatMap(({ criteria }) => criteria.map(({ rulebook }) => rulebook)))
  for (const edition of site.editions) if (named.has(addressOf(edition))) yield await targetsIn(site, edition)
}

function addressOf({ commune, edition }: { readonly commune: string; readonly edition: string }): string {
  return `${commune}/${edition}`
}

/** `undefined` where there is nothing to be told: what the site does not have is left out. */
export async function comparedTargets(of: PublicSite): Promise<SiteTargets | undefined> {
  const editions: EditionTargets[] = []
  for await (const edition of editionsNamed(of)) editions.push(edition)
  const plans = editions.flatMap(({ plan }) => plan ?? [])
  const comparison = compareTargets(indicatorsIn(plans, of), plans)
  return comparison.ok && communesTold(editions, of).size > 1
    ? { comparison: comparison.value, editions }
    : undefined
}

/** Whether there is such a comparison: of a large site not every edition has to be opened for that. */
export async function comparesTargets(of: PublicSite): Promise<boolean> {
  const editions: EditionTargets[] = []
  for await (const edition of editionsNamed(of)) {
    editions.push(edition)
    if (communesTold(editions, of).size > 1) return true
  }
  return false
}

/** The communes that something is told of: one alone is compared with nobody. */
function communesTold(editions: readonly EditionTargets[], of: PublicSite): ReadonlySet<string> {
  return new Set(editions.filter((each) => tellsOf(each, of)).map(({ edition }) => edition.commune))
}

/** Whether an edition has any of the indicators, or it has to be said why nothing is known of that. */
function tellsOf({ plan, hidden }: EditionTargets, of: PublicSite): boolean {
  return plan ? indicatorsIn([plan], of).length > 0 : hidden !== undefined
}

/** The indicators as far as some plans have them. */
function indicatorsIn(plans: readonly PlanTargets[], { indicators }: PublicSite): readonly Indicator[] {
  const targets = new Map(plans.map((plan) => [addressOf(plan), plan.targets]))
  return indicators.flatMap((indicator): readonly Indicator[] => {
    const criteria = indicator.criteria.filter(({ rulebook, code }) => targets.get(rulebook)?.has(code))
    return criteria.length > 0 ? [{ ...indicator, criteria }] : []
  })
}

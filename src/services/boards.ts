import type { PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { type PhaseStandings, reviewPhases } from '#engine/index.ts'
import { findDossier } from '#store/dossierFolder.ts'
import { findRulebooks } from '#store/findRulebooks.ts'
import { compareTargets, type TargetComparison } from './compareTargets.ts'
import { scoreDossier } from './scoreDossier.ts'
import type { Standings } from './standings.ts'

/** A scored rulebook and the address it is published at: `/<commune>/<edition>`. */
export interface Board {
  readonly commune: string
  readonly edition: string
  readonly standings: Standings
  /** What its years come to together, where the rulebook reviews them. */
  readonly phases: readonly PhaseStandings[]
}

/** Every board of the site, in alphabetical order of their addresses. */
export interface Boards {
  readonly all: readonly Board[]
  readonly find: (commune: string, edition: string) => Board | undefined
  /** The same indicators across the communes; `undefined` where the site does not say which are the same. */
  readonly targets: TargetComparison | undefined
}

/**
 * The folders a site is made of: `rules/<commune>/<edition>.thidua`, and `data/<commune>/<edition>/` or, for a commune with
 * one dossier, `data/<commune>/`. `rules/indicators.csv`, where there is one, says which criteria are the same indicator.
 */
export interface SiteFolders {
  readonly rules: string
  readonly data: string
}

/**
 * Scores every rulebook on the dossier of its commune. A fault in any of them is told in full and nothing is served:
 * a site that shows half of its communes would be taken for whole.
 */
export async function openBoards({ rules, data }: SiteFolders, today: PlainDate): Promise<Result<Boards>> {
  const places = await findRulebooks(rules)
  if (!places.ok) return places
  const diagnostics: Diagnostic[] = []
  const all: Board[] = []
  for (const { commune, edition, path } of places.value) {
    const scored = await scoreDossier(path, await findDossier(data, commune, edition), { today })
    diagnostics.push(...scored.diagnostics)
    if (scored.ok) {
      const standings = scored.value
      all.push({ commune, edition, standings, phases: reviewPhases(standings) })
    }
  }
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics)
  const targets = await compareTargets(rules, all)
  if (!targets.ok) return failure([...diagnostics, ...targets.diagnostics])
  const byAddress = new Map(all.map((board) => [`${board.commune}/${board.edition}`, board]))
  const find = (commune: string, edition: string): Board | undefined => byAddress.get(`${commune}/${edition}`)
  return { ok: true, value: { all, find, targets: targets.value }, diagnostics }
}

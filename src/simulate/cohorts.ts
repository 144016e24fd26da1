import { compareText } from '#base/compareText.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { cohortOf, type Program, type ScoreSheet } from '#engine/index.ts'

/** Those who are ranked together, in the order of their sheets. */
export interface Cohort {
  readonly level: EntrantLevel
  /** Where each cluster is ranked by itself. */
  readonly cluster: string | undefined
  readonly sheets: readonly ScoreSheet[]
}

/** Cohort by cohort, in the order of the rulebook's levels and of the clusters' names. */
export function cohortsOf(sheets: readonly ScoreSheet[], program: Program): readonly Cohort[] {
  return [...Map.groupBy(sheets, ({ entrant }) => cohortOf(entrant, program)).values()]
    .map((own) => {
      const { level, cluster } = (own as [ScoreSheet])[0].entrant
      return { level, cluster: program.ranking.scope === 'cluster' ? cluster : undefined, sheets: own }
    })
    .toSorted(
      (left, right) =>
        program.levels.indexOf(left.level) - program.levels.indexOf(right.level) ||
        compareText(left.cluster ?? '', right.cluster ?? ''),
    )
}

/** `Cấp thôn, cụm I (20)`. */
export function cohortTitle(
  { level, cluster }: Pick<Cohort, 'level' | 'cluster'>,
  size: number,
  program: Program,
): string {
  return `Cấp ${program.levelNames[level]}${cluster === undefined ? '' : `, cụm ${cluster}`} (${size})`
}

import { runCommand } from '../support/commandLine.ts'
import type { Plan } from './plans.ts'

/** A row of `thidua criteria --json`. */
export interface Criterion {
  readonly code: string
  readonly title: string
  readonly target: string | null
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly deadline: string | null
  readonly notes: readonly string[]
  readonly parent: string | null
}

/** The groups and criteria of the rulebook of a plan. */
export async function criteriaOf({ commune, edition }: Plan): Promise<readonly Criterion[]> {
  const printed = await runCommand(['criteria', `rules/${commune}/${edition}.thidua`, '--json'])
  return (JSON.parse(printed.replace(/\[0\]\n$/, '')) as { criteria: readonly Criterion[] }).criteria
}

/** The criteria with nothing below them. */
export function leavesOf(criteria: readonly Criterion[]): readonly Criterion[] {
  const parents = new Set(criteria.map(({ parent }) => parent))
  return criteria.filter(({ code }) => !parents.has(code))
}

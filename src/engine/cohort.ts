import type { Rational } from '#base/rational.ts'
import { type CohortFigure, combinePoints } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { isExempt } from './inputReader.ts'
import { measuresOf } from './judge.ts'
import { measureValue } from './measureValue.ts'
import { obstacle } from './outcome.ts'
import type { Leaf, Program } from './program.ts'
import { type Evaluation, readInputs } from './readInput.ts'

/** The best value and the average of the cluster that an entrant is ranked in, criterion by criterion. */
export interface CohortFigures {
  /** The figure of the criterion in the entrant's cohort; `undefined` when nobody in it has a value. */
  readonly of: (leaf: Leaf, entrant: Entrant) => (figure: CohortFigure) => Rational | undefined
}

/** Those that are ranked among themselves have the same key: the level and, unless all are ranked together, the cluster. */
export function cohortOf({ level, cluster }: Entrant, { ranking }: Program): string {
  return `${level}\n${ranking.scope === 'cluster' ? (cluster ?? '') : ''}`
}

/** Whether a criterion holds entrants against each other: one entrant's facts then move another's points. */
export function isRelative({ rule, exceptions }: Leaf): boolean {
  return [rule, ...exceptions.map((one) => one.rule)].some(
    (one) => one !== 'notApplicable' && one.kind === 'relative',
  )
}

/** Finds figures as they are asked for, each once. Only entrants whose value is known, and whom the rulebook does not exempt, count. */
export function cohortFigures(evaluation: Evaluation): CohortFigures {
  const { program, facts } = evaluation
  const members = Map.groupBy(facts.entrants, (entrant) => cohortOf(entrant, program))
  const known = new Map<string, readonly Rational[]>()
  const valuesOf = (leaf: Leaf, cohort: string): readonly Rational[] => {
    const key = `${leaf.id}\n${cohort}`
    const found =
      known.get(key) ?? (members.get(cohort) ?? []).flatMap((one) => valueIn(leaf, one, evaluation))
    known.set(key, found)
    return found
  }
  return {
    of: (leaf, entrant) => (figure) => {
      const values = valuesOf(leaf, cohortOf(entrant, program))
      if (values.length === 0) return undefined
      return combinePoints(figure, values)
    },
  }
}

function valueIn(leaf: Leaf, entrant: Entrant, evaluation: Evaluation): Rational[] {
  if (!leaf.value || (leaf.level !== entrant.level && entrant.level !== 'commune')) return []
  if (isExempt(leaf, entrant)) return []
  const inputs = readInputs(measuresOf(leaf.value), leaf.level, entrant, evaluation, {
    isExempt: (member) => isExempt(leaf, member),
  })
  if (obstacle(inputs.map(({ outcome }) => outcome))) return []
  const measured = measureValue(leaf.value, inputs)
  return measured.kind === 'value' && measured.value.kind === 'number' ? [measured.value.value] : []
}

import type { Frequency, Period } from '#base/period.ts'
import type { Rational } from '#base/rational.ts'
import type { CohortFigure, Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { CohortFigures } from './cohort.ts'
import { holdsFor } from './judge.ts'
import { duePeriods } from './periods.ts'
import type { Leaf } from './program.ts'
import { type Evaluation, readInputs } from './readInput.ts'
import type { InputTrace } from './trace.ts'

/** What a criterion is judged by: an entrant's facts, or what an example says. */
export interface InputReader {
  /** Whose inputs they are; exceptions go by its attributes. */
  readonly subject: Entrant
  /** The measures of one value, read together: over all periods or, where one is named, in that one. */
  readonly read: (measures: readonly Measure[], only?: Period) => readonly InputTrace[]
  /** The periods that `mỗi tháng` judges by themselves; `undefined` where what is read is one such period already. */
  readonly periods: ((each: Frequency) => readonly Period[]) | undefined
  /** The cluster's figure; `undefined` when nobody in it has a value. */
  readonly figure: (to: CohortFigure) => Rational | undefined
}

/** The reader for each criterion; `undefined` for one that does not concern whoever is scored. */
export type ReaderFor = (leaf: Leaf) => InputReader | undefined

/** Reads the facts of an entrant, as of a day. */
export function factReaders(entrant: Entrant, evaluation: Evaluation, figures: CohortFigures): ReaderFor {
  const { program, asOf } = evaluation
  return (leaf) => {
    const subject = subjectOf(leaf, entrant, evaluation)
    return (
      subject && {
        subject,
        read: (measures, only) =>
          readInputs(measures, leaf.level, subject, evaluation, {
            only,
            isExempt: (member) => isExempt(leaf, member),
          }),
        periods: (each) => duePeriods(program, each, asOf),
        figure: figures.of(leaf, subject),
      }
    )
  }
}

/** Whether an exception of the rulebook leaves the entrant out of the criterion. */
export function isExempt({ exceptions }: Leaf, entrant: Entrant): boolean {
  return exceptions.some((one) => one.rule === 'notApplicable' && holdsFor(one, entrant))
}

/** Whose facts the criterion reads for the entrant: its own, the commune's, or those of all members; nobody's where it does not concern it. */
export function subjectsOf(leaf: Leaf, entrant: Entrant, evaluation: Evaluation): readonly Entrant[] {
  const subject = subjectOf(leaf, entrant, evaluation)
  if (!subject || isExempt(leaf, subject)) return []
  if (subject.level === leaf.level) return [subject]
  return evaluation.facts.membersOf(subject.id, leaf.level).filter((member) => !isExempt(leaf, member))
}

/**
 * Whose facts the criterion is judged by for the entrant: its own or, for a unit that may be scored on the criteria it
 * leads, the commune's.
 */
export function subjectOf(
  { level, leads }: Leaf,
  entrant: Entrant,
  { program, facts }: Evaluation,
): Entrant | undefined {
  if (level === entrant.level || entrant.level === 'commune') return entrant
  if (entrant.level !== 'unit' || !program.unitsByLead) return undefined
  if (!leads.includes(entrant.name)) return undefined
  return facts.entrants.find(({ id }) => id === entrant.parent)
}

import type { PlainDate } from '#base/plainDate.ts'
import { ONE, type Rational, ZERO } from '#base/rational.ts'
import type { InputTrace, LeafTrace, PeriodTrace, Trial } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Fact } from '#records/fact.ts'
import type { Lever, Option, Use } from './lever.ts'
import { NOWHERE, type TurningPoints, turningPointsOf, turningPointsOfTest } from './turningPoints.ts'

/** What is asked while ways to move a lever are looked for. */
export interface Desk {
  readonly trial: Trial
  /** The day up to which facts are known: only what lies after it can be moved. */
  readonly since: PlainDate
  /** What others come to matters too, and not only the entrant's own points. */
  readonly heldAgainstOthers: boolean
}

/** What came of looking for the ways to move a lever. */
export type Found =
  | { readonly kind: 'options'; readonly options: readonly Option[] }
  /** More ways than are looked at for one measure; in larger steps there are fewer. */
  | { readonly kind: 'tooMany' }
  /** Every value counts, and there is no largest one. */
  | { readonly kind: 'endless' }

/** So many ways to move one measure are looked at. */
export const MOST_OPTIONS = 2_000

/** A use of a lever as it stands when every open period is reported. */
export interface Standpoint {
  readonly use: Use
  /** The gathered measure; `undefined` where it is no number, because something else is missing. */
  readonly gathered: Rational | undefined
  readonly turningPoints: TurningPoints
}

/** How each use that does not judge period by period stands on those facts. */
export function standpointsOf(
  { measure, uses }: Lever,
  changed: readonly Fact[],
  desk: Desk,
): readonly Standpoint[] {
  return uses
    .filter((use) => !isByPeriod(use))
    .map((use) => {
      if (use.kind === 'test') {
        const gathered = numberRead(desk.trial.read(measure, changed))
        return { use, gathered, turningPoints: turningPointsOfTest(use.test, measure) }
      }
      const trace = desk.trial.leaf(use.leaf, changed)
      const turningPoints = trace ? turningPointsOf(trace, trace, measure, desk.heldAgainstOthers) : NOWHERE
      return { use, gathered: numberRead(inputOf(trace, measure)), turningPoints }
    })
}

/** What a use reads of the measure on those facts. */
export function gatheredBy(
  { use }: Standpoint,
  measure: Measure,
  changed: readonly Fact[],
  { trial }: Desk,
): Rational | undefined {
  return numberRead(
    use.kind === 'test' ? trial.read(measure, changed) : inputOf(trial.leaf(use.leaf, changed), measure),
  )
}

/** Whether a criterion judges each period by itself. */
export function isByPeriod(use: Use): boolean {
  return use.kind === 'leaf' && use.leaf.rule.kind !== 'parts' && use.leaf.value?.each !== undefined
}

/** The periods that a criterion judged by themselves; none where something is missing. */
export function periodsIn(trace: LeafTrace | undefined): readonly PeriodTrace[] {
  return trace?.rule?.kind === 'each' ? trace.rule.periods : []
}

function inputOf(trace: LeafTrace | undefined, measure: Measure): InputTrace | undefined {
  return trace?.inputs.find((input) => input.measure.name.text === measure.name.text)
}

function numberRead(input: InputTrace | undefined): Rational | undefined {
  if (input?.outcome.kind !== 'value') return undefined
  const { value } = input.outcome
  if (value.kind === 'number') return value.value
  return value.kind === 'flag' ? (value.is ? ONE : ZERO) : undefined
}

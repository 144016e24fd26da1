import { type Rational, toExactText } from '#base/rational.ts'
import type { LeafTrace } from '#engine/index.ts'
import type { Desk } from './desk.ts'
import { exactPointsOf } from './exactPoints.ts'
import { unbeaten } from './frontier.ts'
import type { Lever, Option, Use } from './lever.ts'

/**
 * The ways to move a lever that may be in a plan of least effort: another that takes no more and comes to as much in every use
 * stands in for the rest. Where others' points move with it, none stands in for another; where too many points may bar, only one
 * that comes to the same.
 */
export function usefulOptions(lever: Lever, options: readonly Option[], desk: Desk): readonly Option[] {
  if (desk.heldAgainstOthers && lever.movesOthers) return options
  const { within } = exactPointsOf(desk.trial.evaluation.program)
  const weighed = options.map((option) => {
    const seen = lever.uses.map((use) => {
      const { values, kind } = seenBy(use, lever, option, desk)
      const isExact = use.kind === 'leaf' && within.has(use.leaf.id)
      return isExact ? { values: [], kind: `${kind} ${values.map(toExactText).join(' ')}` } : { values, kind }
    })
    return {
      option,
      effort: option.effort,
      values: seen.flatMap(({ values }) => values),
      kind: seen.map(({ kind }) => kind).join('\n'),
    }
  })
  return unbeaten(weighed).map(({ option }) => option)
}

/** What one use makes of an option: what may only be more or less, and what must be the same. */
interface Seen {
  readonly values: readonly Rational[]
  readonly kind: string
}

function seenBy(use: Use, lever: Lever, { changed }: Option, { trial }: Desk): Seen {
  if (use.kind === 'test') return { values: [], kind: trial.holds(use.test, changed) }
  const trace = trial.leaf(use.leaf, changed)
  if (!trace) return { values: [], kind: '' }
  if (use.leaf.rule.kind === 'parts') return seenByParts(trace, lever)
  return { values: [trace.points], kind: toExactText(trace.applicableMaximum) }
}

/** Other measures of the criterion may be moved too, so what counts is what the parts of this one give. */
function seenByParts({ rule, outcome }: LeafTrace, { measure }: Lever): Seen {
  const parts = rule?.kind === 'parts' ? rule.parts : []
  const own = parts.filter(({ input }) => input.measure.name.text === measure.name.text)
  return {
    values: own.map(({ points }) => points),
    kind: own.length === 0 ? outcome.kind : own.map(({ input }) => input.outcome.kind).join(' '),
  }
}

import { compare, multiply, ONE, type Rational, rational, ZERO } from '#base/rational.ts'
import type { CohortFigure, Measure } from '#language/index.ts'
import { flagOf, numberOf } from '../measureValue.ts'
import { steppedAmount, tierOfNumber, wholeSteps } from '../operations.ts'
import type { ProgramItems, ProgramPart } from '../program.ts'
import type { LeafTrace, PartTrace, RuleTrace } from '../trace.ts'
import { keyOf, stepsToLimit } from './branches.ts'

/** The keys of the branches that a criterion's trace went through: one, or one for each part. */
export function reachedBranches(trace: LeafTrace): readonly string[] {
  const { outcome, rule, exception, node } = trace
  const within = { leaf: node, exception }
  const plain = { leaf: node, exception: undefined }
  if (outcome.kind === 'notApplicable') {
    if (outcome.reason.kind === 'exempt') return [keyOf(within, 'exempt')]
    if (outcome.reason.kind === 'zeroDenominator') return [keyOf(plain, zeroName(outcome.reason.divisor))]
  }
  if (rule?.kind === 'zeroDenominator') return [keyOf(plain, zeroName(rule.divisor))]
  const missing = outcome.kind === 'missing' ? [keyOf(plain, 'missing')] : []
  return [...missing, ...(rule ? namesOf(rule, trace) : []).map((name) => keyOf(within, name))]
}

function zeroName(divisor: Measure | CohortFigure): string {
  return `zero ${typeof divisor === 'string' ? divisor : 'measure'}`
}

function namesOf(
  rule: Exclude<RuleTrace, { kind: 'zeroDenominator' }>,
  { node, exception }: LeafTrace,
): readonly string[] {
  switch (rule.kind) {
    case 'tiers':
      return [`tier ${rule.taken.id}`]
    case 'proportion': {
      const { share, target, floor } = rule
      if (floor && compare(multiply(share, target), floor) < 0) return ['floor']
      return [compare(share, ONE) < 0 ? 'below' : 'reached']
    }
    case 'relative':
      return [compare(rule.share, ONE) < 0 ? 'below' : 'reached']
    case 'perItem':
      return [stageName(rule.items, rule.steps, node.maximum)]
    case 'parts': {
      const held = exception?.rule ?? node.rule
      const parts = held !== 'notApplicable' && held.kind === 'parts' ? held.parts : []
      return rule.parts.flatMap((trace) =>
        parts.filter(({ id }) => id === trace.id).flatMap((part) => namesOfPart(part, trace, node.maximum)),
      )
    }
    case 'each':
      // An example stands for one period; only facts make several.
      return []
  }
}

function namesOfPart(part: ProgramPart, { input }: PartTrace, most: Rational): readonly string[] {
  if (input.outcome.kind !== 'value') return []
  if (part.kind === 'flag') return [`part ${part.id} ${flagOf(input)}`]
  const value = numberOf(input)
  if (part.kind === 'tiers') return [`tier ${tierOfNumber(part.tiers, value).id}`]
  return [stageName(part.items, wholeSteps(part.items, steppedAmount(part.items, value)), most)]
}

function stageName(items: ProgramItems, steps: Rational, most: Rational): string {
  const last = stepsToLimit(items, most)
  if (compare(steps, ZERO) === 0) return `items ${items.id} none`
  const limited = last !== undefined && compare(steps, rational(last)) >= 0
  return `items ${items.id} ${limited ? 'limit' : 'some'}`
}

import { compare, divide, isZero, type Rational, sum, ZERO } from '#base/rational.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { nextTier, stepToTarget } from './nextStep.ts'
import { mostPoints, partsPoints, proportionPoints, tierOfFlag, tierOfNumber } from './operations.ts'
import { type Outcome, obstacle } from './outcome.ts'
import type { Leaf, ProgramNode, ProgramPart, ProgramRule, ProgramValue } from './program.ts'
import { type Evaluation, readInputs } from './readInput.ts'
import type {
  InputTrace,
  InputValue,
  LeafTrace,
  NodeTrace,
  PartTrace,
  RuleTrace,
  ValueTrace,
} from './trace.ts'

/**
 * Scores one entrant on the nodes of a rulebook, keeping what happened. The reference evaluator: short and obvious.
 *
 * An entrant is scored on the criteria measured at its level and, for a commune, on those measured below it. Nodes
 * without any such criterion are left out.
 */
export function interpret(
  nodes: readonly ProgramNode[],
  entrant: Entrant,
  evaluation: Evaluation,
): readonly NodeTrace[] {
  return nodes.flatMap((node) => interpretNode(node, entrant, evaluation))
}

function interpretNode(node: ProgramNode, entrant: Entrant, evaluation: Evaluation): NodeTrace[] {
  if (node.kind === 'leaf') {
    return concerns(node, entrant) ? [interpretLeaf(node, entrant, evaluation)] : []
  }
  const children = interpret(node.children, entrant, evaluation)
  if (children.length === 0) return []
  const withinScale = children.filter((child) => !child.node.bonus)
  return [
    {
      kind: 'branch',
      id: node.id,
      node,
      children,
      points: sum(withinScale.map(({ points }) => points)),
      applicableMaximum: sum(withinScale.map(({ applicableMaximum }) => applicableMaximum)),
    },
  ]
}

function concerns({ level }: Leaf, entrant: Entrant): boolean {
  return level === entrant.level || entrant.level === 'commune'
}

/** What a rule made of its inputs, before the policy on missing facts. */
interface Judged {
  readonly inputs: readonly InputTrace[]
  readonly outcome: Outcome<Rational>
  readonly value?: ValueTrace
  readonly rule?: RuleTrace
}

function interpretLeaf(node: Leaf, entrant: Entrant, evaluation: Evaluation): LeafTrace {
  const { inputs, outcome, value, rule } = judge(node, entrant, evaluation)
  const { points, applicableMaximum } = count(node, outcome, rule, evaluation)
  return { kind: 'leaf', id: node.id, node, inputs, outcome, value, rule, points, applicableMaximum }
}

/** The points that count, and the part of the maximum that they are out of. */
function count(
  { maximum }: Leaf,
  outcome: Outcome<Rational>,
  rule: RuleTrace | undefined,
  { program }: Evaluation,
): { readonly points: Rational; readonly applicableMaximum: Rational } {
  const missingLeaves = program.missingCounts === 'notApplicable'
  if (rule?.kind === 'parts') {
    // Parts that do not apply leave the maximum; those whose facts are there count whatever the others lack.
    const applicable = rule.parts.filter(({ input }) => {
      const { kind } = input.outcome
      return kind !== 'notApplicable' && !(kind === 'missing' && missingLeaves)
    })
    const all = applicable.length === rule.parts.length
    const applicableMaximum = all
      ? maximum
      : partsPoints(
          applicable.map(({ most }) => most),
          maximum,
        )
    return {
      points: partsPoints(
        applicable.map(({ points }) => points),
        maximum,
      ),
      applicableMaximum,
    }
  }
  const applies = outcome.kind !== 'notApplicable' && !(outcome.kind === 'missing' && missingLeaves)
  return {
    points: outcome.kind === 'value' ? outcome.value : ZERO,
    applicableMaximum: applies ? maximum : ZERO,
  }
}

function judge(node: Leaf, entrant: Entrant, evaluation: Evaluation): Judged {
  const read = (...measures: readonly Measure[]): readonly InputTrace[] =>
    readInputs(measures, node.level, entrant, evaluation)
  if (node.rule.kind === 'parts') return judgeParts(node, node.rule.parts, read)
  if (!node.value) throw new Error('a checked criterion with tiers or a target has a value')
  const inputs = read(...measuresOf(node.value))
  const hindrance = obstacle(inputs.map(({ outcome }) => outcome))
  if (hindrance) return { inputs, outcome: hindrance }
  const measured = measureValue(node.value, inputs)
  switch (measured.kind) {
    case 'error':
      return { inputs, outcome: measured }
    case 'zero': {
      const { zero } = node
      if (!zero) throw new Error('a checked criterion answers a zero denominator')
      const reason = { kind: 'zeroDenominator', measure: measured.measure } as const
      if (zero.kind === 'notApplicable') return { inputs, outcome: { kind: 'notApplicable', reason } }
      const rule = { kind: 'zeroDenominator', measure: measured.measure } as const
      return { inputs, outcome: { kind: 'value', value: zero.points }, rule }
    }
    case 'value': {
      const { points, rule } = applyRule(node.rule, measured.value, node)
      return { inputs, outcome: { kind: 'value', value: points }, value: measured.value, rule }
    }
  }
}

function measuresOf(value: ProgramValue): readonly Measure[] {
  if (value.kind !== 'quotient') return [value.measure]
  return 'name' in value.denominator ? [value.numerator, value.denominator] : [value.numerator]
}

type Measured =
  | { readonly kind: 'value'; readonly value: ValueTrace }
  | { readonly kind: 'zero'; readonly measure: Measure }
  | Extract<Outcome<never>, { kind: 'error' }>

function measureValue(value: ProgramValue, inputs: readonly InputTrace[]): Measured {
  const [first, second] = inputs
  switch (value.kind) {
    case 'flag':
      return { kind: 'value', value: { kind: 'flag', is: flagOf(first) } }
    case 'number': {
      const number = numberOf(first)
      return {
        kind: 'value',
        value: { kind: 'number', value: number, domain: value.domain, quotient: undefined },
      }
    }
    case 'quotient': {
      const top = numberOf(first)
      const bottom = 'name' in value.denominator ? numberOf(second) : value.denominator
      if ('name' in value.denominator) {
        const { numerator, denominator } = value
        if (numerator.partOf?.text === denominator.name.text && compare(top, bottom) > 0) {
          const fault = {
            kind: 'partExceedsWhole',
            part: numerator,
            whole: denominator,
          } as const
          return { kind: 'error', fault }
        }
        if (isZero(bottom)) return { kind: 'zero', measure: denominator }
      }
      const quotient = { numerator: top, denominator: bottom }
      return {
        kind: 'value',
        value: { kind: 'number', value: divide(top, bottom), domain: value.domain, quotient },
      }
    }
  }
}

function applyRule(
  rule: Exclude<ProgramRule, { kind: 'parts' }>,
  value: ValueTrace,
  { value: source, maximum }: Leaf,
): { readonly points: Rational; readonly rule: RuleTrace } {
  const measure = source?.kind === 'quotient' ? source.numerator : source?.measure
  if (!measure) throw new Error('a value has a measure')
  if (rule.kind === 'tiers') {
    const taken =
      value.kind === 'flag' ? tierOfFlag(rule.tiers, value.is) : tierOfNumber(rule.tiers, value.value)
    const next = value.kind === 'flag' ? undefined : nextTier(rule.tiers, taken.points, value, measure)
    return { points: taken.points, rule: { kind: 'tiers', taken, next } }
  }
  if (value.kind === 'flag') throw new Error('a checked proportion has a number')
  const { target } = rule
  const points = proportionPoints(value.value, target, maximum)
  const next = compare(value.value, target) < 0 ? stepToTarget(target, maximum, value, measure) : undefined
  return { points, rule: { kind: 'proportion', target, share: divide(value.value, target), next } }
}

function judgeParts(
  { maximum }: Leaf,
  parts: readonly ProgramPart[],
  read: (measure: Measure) => readonly InputTrace[],
): Judged {
  const traces = parts.flatMap((part) => read(part.measure).map((input) => judgePart(part, input)))
  const points = traces.map((part) => part.points)
  const inputs = traces.map(({ input }) => input)
  const rule = { kind: 'parts', parts: traces } as const
  const outcomes = inputs.map(({ outcome }) => outcome)
  // A part that does not apply gives nothing; only when none applies does the criterion not apply.
  const applicable = outcomes.filter(({ kind }) => kind !== 'notApplicable')
  const hindrance = obstacle(applicable.length > 0 ? applicable : outcomes)
  return { inputs, outcome: hindrance ?? { kind: 'value', value: partsPoints(points, maximum) }, rule }
}

function judgePart(part: ProgramPart, input: InputTrace): PartTrace {
  const most = part.kind === 'flag' ? part.points : mostPoints(part.tiers)
  const common = { id: part.id, input, most, next: undefined }
  if (input.outcome.kind !== 'value') return { ...common, points: ZERO }
  if (part.kind === 'flag') return { ...common, points: flagOf(input) ? part.points : ZERO }
  const value = { kind: 'number', value: numberOf(input), domain: part.domain, quotient: undefined } as const
  const { points } = tierOfNumber(part.tiers, value.value)
  return { ...common, points, next: nextTier(part.tiers, points, value, part.measure) }
}

function numberOf(input: InputTrace | undefined): Rational {
  const value = readValueOf(input)
  if (value.kind !== 'number') throw new Error('a checked number is a number')
  return value.value
}

function flagOf(input: InputTrace | undefined): boolean {
  const value = readValueOf(input)
  if (value.kind !== 'flag') throw new Error('a checked flag is a flag')
  return value.is
}

function readValueOf(input: InputTrace | undefined): InputValue {
  if (input?.outcome.kind !== 'value') throw new Error('obstacles are handled before values are read')
  return input.outcome.value
}

import { type Interval, intersect, isEmpty } from '#base/interval.ts'
import {
  add,
  ceiling,
  divide,
  isZero,
  minimum,
  multiply,
  type Rational,
  rational,
  subtract,
} from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Divisor, NumberDomain, Rule } from '#language/index.ts'
import type {
  Leaf,
  ProgramException,
  ProgramItems,
  ProgramPart,
  ProgramRule,
  ProgramTier,
} from '../program.ts'

/** One of the ways in which a criterion can come to its points, or to none. */
export interface RuleBranch {
  /** The same on every day of the rulebook. */
  readonly key: string
  readonly leaf: Leaf
  /** The line that says what then holds. */
  readonly span: Span
  /** The exception whose entrants are meant. */
  readonly exception: ProgramException | undefined
  readonly reach: Reach
}

/** What leads into a branch. */
export type Reach =
  /** Such values of the criterion or, of one scored by parts, of the part's measure. */
  | { readonly kind: 'number'; readonly part: ProgramPart | undefined; readonly values: readonly Interval[] }
  | { readonly kind: 'flag'; readonly part: ProgramPart | undefined; readonly is: boolean | undefined }
  /** Below the cluster's figure, or at it and above. */
  | { readonly kind: 'relative'; readonly side: 'below' | 'reached' }
  /** Having the attribute is enough. */
  | { readonly kind: 'exempt' }
  | { readonly kind: 'zero'; readonly divisor: Divisor['kind'] }
  | { readonly kind: 'missing' }

/** Every branch of a criterion that is scored by itself, in the order of its lines. */
export function branchesOf(leaf: Leaf): readonly RuleBranch[] {
  const { span, zeroAnswers, rule } = leaf.node
  const plain = { leaf, exception: undefined }
  return [
    ...branchesOfRule(leaf.rule, lineOf(rule) ?? span, plain),
    ...leaf.exceptions.flatMap((exception) => branchesOfException(exception, leaf)),
    ...zeroAnswers.map(({ span: line, divisor: { kind: divisor } }) =>
      branch(plain, `zero ${divisor}`, line, { kind: 'zero', divisor }),
    ),
    branch(plain, 'missing', span, { kind: 'missing' }),
  ]
}

type Within = Pick<RuleBranch, 'leaf' | 'exception'>

/** Where a rule stands twice, for all and for an exception, its branches are two. */
export function keyOf(
  { leaf, exception }: { leaf: Pick<Leaf, 'id'>; exception: Within['exception'] },
  name: string,
): string {
  return `${exception?.id ?? leaf.id} ${name}`
}

/** The line of a rule that is one. */
function lineOf(rule: Rule | undefined): Span | undefined {
  return rule && 'span' in rule ? rule.span : undefined
}

function branchesOfException(exception: ProgramException, leaf: Leaf): readonly RuleBranch[] {
  const written = leaf.node.exceptions.find(({ id }) => id === exception.id)
  const span = written?.span ?? leaf.node.span
  const within = { leaf, exception }
  if (exception.rule !== 'notApplicable')
    return branchesOfRule(exception.rule, lineOf(written?.rule) ?? span, within)
  return [branch(within, 'exempt', span, { kind: 'exempt' })]
}

function branchesOfRule(rule: ProgramRule, span: Span, within: Within): readonly RuleBranch[] {
  const { value, maximum } = within.leaf
  const domain = value && value.kind !== 'flag' ? value.domain : undefined
  const ranges = (named: readonly Named[]): readonly RuleBranch[] =>
    named.map(({ name, values }) => branch(within, name, span, { kind: 'number', part: undefined, values }))
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.map((tier, index) =>
        branch(within, `tier ${tier.id}`, tier.node.span, reachOfTier(rule.tiers, index, domain, undefined)),
      )
    case 'proportion':
      return ranges([
        ...(rule.floor ? [{ name: 'floor', values: [below(rule.floor)] }] : []),
        { name: 'below', values: [{ ...below(rule.target), low: rule.floor && cut(rule.floor) }] },
        { name: 'reached', values: [from(rule.target)] },
      ])
    case 'relative':
      return (['below', 'reached'] as const).map((side) =>
        branch(within, side, span, { kind: 'relative', side }),
      )
    case 'perItem':
      return ranges(stagesOf(rule.items, maximum))
    case 'parts':
      return rule.parts.flatMap((part) => branchesOfPart(part, within))
  }
}

function branch(within: Within, name: string, span: Span, reach: Reach): RuleBranch {
  return { ...within, key: keyOf(within, name), span, reach }
}

function branchesOfPart(part: ProgramPart, within: Within): readonly RuleBranch[] {
  const { leaf } = within
  const rules = [leaf.node.rule, ...leaf.node.exceptions.map(({ rule }) => rule)]
  const written = rules.flatMap((rule) => (rule?.kind === 'parts' ? rule.parts : []))
  const line = written.find(({ id }) => id === part.id)?.span ?? leaf.node.span
  switch (part.kind) {
    case 'flag':
      return [true, false].map((is) =>
        branch(within, `part ${part.id} ${is}`, line, { kind: 'flag', part, is }),
      )
    case 'tiers':
      return part.tiers.map((tier, index) =>
        branch(within, `tier ${tier.id}`, tier.node.span, reachOfTier(part.tiers, index, part.domain, part)),
      )
    case 'items':
      return stagesOf(part.items, leaf.maximum).map(({ name, values }) =>
        branch(within, name, part.items.node.span, { kind: 'number', part, values }),
      )
  }
}

/** What falls into a tier: of values that two tiers take, the first has them. */
function reachOfTier(
  tiers: readonly ProgramTier[],
  index: number,
  domain: NumberDomain | undefined,
  part: ProgramPart | undefined,
): Reach {
  const tier = tiers[index]
  const others = tiers.filter((other, place) =>
    tier?.condition.kind === 'rest' ? other !== tier : place < index,
  )
  if (!domain) {
    const taken = others.flatMap(({ condition }) => (condition.kind === 'flag' ? [condition.is] : []))
    const named = tier?.condition.kind === 'flag' ? [tier.condition.is] : [true, false]
    return { kind: 'flag', part, is: named.find((is) => !taken.includes(is)) }
  }
  const values = others.reduce(
    (left, { interval }) => (interval ? without(left, interval) : left),
    [tier?.interval ?? domain.interval],
  )
  return { kind: 'number', part, values }
}

/** What remains of the ranges when one is taken out. */
function without(ranges: readonly Interval[], { low, high }: Interval): Interval[] {
  return ranges
    .flatMap((range) => [
      ...(low ? [intersect(range, { low: undefined, high: low })] : []),
      ...(high ? [intersect(range, { low: high, high: undefined })] : []),
    ])
    .filter((range) => !isEmpty(range))
}

interface Named {
  readonly name: string
  readonly values: readonly Interval[]
}

/** No step yet, some, and as many as bring the most that is given or taken. */
function stagesOf(items: ProgramItems, most: Rational): readonly Named[] {
  const last = stepsToLimit(items, most)
  const end = last === undefined ? undefined : multiply(items.step, rational(last))
  return [
    { name: `items ${items.id} none`, values: valuesOf(items, undefined, items.step) },
    ...(last === 1n ? [] : [{ name: `items ${items.id} some`, values: valuesOf(items, items.step, end) }]),
    ...(end ? [{ name: `items ${items.id} limit`, values: valuesOf(items, end, undefined) }] : []),
  ]
}

/** How many whole steps bring the most there is; `undefined` where steps bring nothing. */
export function stepsToLimit({ award, limit }: ProgramItems, most: Rational): bigint | undefined {
  const all = minimum(limit ?? most, most)
  return isZero(award) || isZero(all) ? undefined : ceiling(divide(all, award))
}

/** The values whose steps are counted in an amount from `low` to below `high`. */
function valuesOf(
  { of, target }: ProgramItems,
  low: Rational | undefined,
  high: Rational | undefined,
): readonly Interval[] {
  if (of === 'value' || !target) return [{ low: low && cut(low), high: high && cut(high) }]
  const over = { low: low && cut(add(target.high, low)), high: high && cut(add(target.high, high)) }
  const short = {
    low: high && { at: subtract(target.low, high), after: true },
    high: low && { at: subtract(target.low, low), after: true },
  }
  if (of === 'excess') return [over]
  if (of === 'shortfall') return [short]
  // Around the target there is one range, further away one on each side.
  return low ? [short, over] : [{ low: short.low, high: over.high }]
}

function cut(at: Rational) {
  return { at, after: false }
}

function below(at: Rational): Interval {
  return { low: undefined, high: cut(at) }
}

function from(at: Rational): Interval {
  return { low: cut(at), high: undefined }
}

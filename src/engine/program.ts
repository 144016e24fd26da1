import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Interval } from '#base/interval.ts'
import type { PlainDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import type { RoundingMethod } from '#base/rounding.ts'
import { arrange, type Diagnostic, hasError, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import {
  type Award,
  type Classification,
  type Condition,
  type Criterion,
  check,
  collectSymbols,
  domainOfTotal,
  domainOfValue,
  type Group,
  intervalOf,
  isAmount,
  isLeaf,
  isRolledUp,
  type Measure,
  measureNamed,
  type NodeId,
  type NumberDomain,
  parse,
  pointsOf,
  type Rulebook,
  type Symbols,
  type Target,
  type Tier,
} from '#language/index.ts'

/**
 * A checked rulebook with every name looked up: what the evaluator walks. Only {@link loadProgram} makes one, so
 * whoever holds it may rely on what the checks prove.
 */
export interface Program {
  readonly rulebook: Rulebook
  readonly levels: readonly EntrantLevel[]
  /** The days whose facts are judged. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly scale: Rational
  readonly totalRounding: { readonly places: number; readonly method: RoundingMethod }
  readonly missingCounts: 'zero' | 'notApplicable'
  readonly rescale: boolean
  /** Whether the rulebook says what becomes of what does not apply; without that no fact may be "không áp dụng". */
  readonly allowsNotApplicable: boolean
  readonly measures: ReadonlyMap<string, Measure>
  readonly nodes: readonly ProgramNode[]
  /** Node ids in order of weight, or the total; never empty. */
  readonly rankingKeys: readonly ('total' | NodeId)[]
  readonly classes: readonly ProgramClass[]
}

export type ProgramNode = Branch | Leaf

interface Scored {
  readonly id: NodeId
  readonly code: string
  readonly title: string
  readonly maximum: Rational
  /** Outside the scale: a bonus, or part of one. */
  readonly bonus: boolean
}

/** A node whose points are the sum of those below it. */
export interface Branch extends Scored {
  readonly kind: 'branch'
  readonly node: Group | Criterion
  readonly children: readonly ProgramNode[]
}

/** A criterion that is scored by itself. */
export interface Leaf extends Scored {
  readonly kind: 'leaf'
  readonly node: Criterion
  readonly level: EntrantLevel
  readonly value: ProgramValue | undefined
  readonly zero:
    | { readonly kind: 'notApplicable' }
    | { readonly kind: 'points'; readonly points: Rational }
    | undefined
  readonly rule: ProgramRule
}

/** The criteria that are scored by themselves, in reading order. */
export function leavesOf(nodes: readonly ProgramNode[]): readonly Leaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : leavesOf(node.children)))
}

export type ProgramValue =
  | { readonly kind: 'flag'; readonly measure: Measure }
  | { readonly kind: 'number'; readonly measure: Measure; readonly domain: NumberDomain }
  | {
      readonly kind: 'quotient'
      readonly numerator: Measure
      readonly denominator: Measure | Rational
      readonly domain: NumberDomain
    }

export type ProgramRule =
  | { readonly kind: 'tiers'; readonly tiers: readonly ProgramTier[] }
  | { readonly kind: 'proportion'; readonly target: Rational }
  | { readonly kind: 'parts'; readonly parts: readonly ProgramPart[] }

export interface ProgramTier {
  readonly id: NodeId
  readonly node: Tier
  readonly condition: Condition
  /** The values that fall into the tier; `undefined` for `còn lại`, `có` and `không`. */
  readonly interval: Interval | undefined
  readonly points: Rational
}

export type ProgramPart =
  | { readonly kind: 'flag'; readonly id: NodeId; readonly measure: Measure; readonly points: Rational }
  | {
      readonly kind: 'tiers'
      readonly id: NodeId
      readonly measure: Measure
      readonly domain: NumberDomain
      readonly tiers: readonly ProgramTier[]
    }

export interface ProgramClass {
  readonly title: string
  /** The totals of the class; `undefined` for `còn lại`. */
  readonly interval: Interval | undefined
}

/** Two decimals, half up, on the total only: what holds where a rulebook says nothing (DESIGN, part 3.1). */
const DEFAULT_ROUNDING = { places: 2, method: 'halfUp' } as const

/** Reads, checks and prepares a rulebook. Warnings may accompany a program; with an error there is none. */
export function loadProgram(source: Source): Result<Program> {
  const found: Diagnostic[] = []
  const rulebook = parse(source, (diagnostic) => found.push(diagnostic))
  // Past the limit the rest of the file was not read, so nothing can be said about the whole.
  if (found.length < MOST_DIAGNOSTICS) check(rulebook, (diagnostic) => found.push(diagnostic))
  const diagnostics = arrange(found)
  if (hasError(found)) return { ok: false, diagnostics }
  return { ok: true, value: prepare(rulebook), diagnostics }
}

function prepare(rulebook: Rulebook): Program {
  const { application, factPeriod, scale, totalRounding, missingPolicy, notApplicablePolicy } = rulebook
  const symbols = collectSymbols(rulebook)
  const range = factPeriod ?? certain(application).range
  const keys = rulebook.ranking?.keys.map((key) =>
    key.kind === 'total' ? 'total' : certain(symbols.nodes.get(key.code.text)).id,
  )
  return {
    rulebook,
    levels: certain(application).levels,
    from: range.from,
    to: range.to,
    scale: certain(scale).points.value,
    totalRounding: totalRounding ?? DEFAULT_ROUNDING,
    missingCounts: missingPolicy?.counts ?? 'zero',
    rescale: notApplicablePolicy?.rescale ?? false,
    allowsNotApplicable: notApplicablePolicy !== undefined,
    measures: symbols.measures,
    nodes: rulebook.children.map((node) => prepareNode(node, symbols, false)),
    rankingKeys: keys ?? ['total'],
    classes: rulebook.classification ? prepareClasses(rulebook.classification) : [],
  }
}

function prepareNode(node: Group | Criterion, symbols: Symbols, withinBonus: boolean): ProgramNode {
  const { points, bonus: own } = certain(node.maximum)
  const bonus = own || withinBonus
  const scored = { id: node.id, code: node.code.text, title: node.title.text, maximum: points.value, bonus }
  if (node.kind === 'criterion' && isLeaf(node)) return prepareLeaf(node, scored, symbols)
  const children = node.children.map((child) => prepareNode(child, symbols, bonus))
  return { ...scored, kind: 'branch', node, children }
}

function prepareLeaf(node: Criterion, scored: Scored, symbols: Symbols): Leaf {
  return {
    ...scored,
    kind: 'leaf',
    node,
    level: certain(symbols.levels.get(node.id)),
    value: prepareValue(node, symbols),
    zero: node.zeroAnswer && prepareAnswer(node.zeroAnswer.answer, scored.maximum),
    rule: prepareRule(node, scored.maximum, symbols),
  }
}

function prepareAnswer(
  answer: { readonly kind: 'notApplicable' } | Award,
  maximum: Rational,
): NonNullable<Leaf['zero']> {
  return answer.kind === 'notApplicable' ? answer : { kind: 'points', points: pointsOf(answer, maximum) }
}

function prepareValue(criterion: Criterion, symbols: Symbols): ProgramValue | undefined {
  const { value } = criterion
  if (!value) return undefined
  const measure = certain(measureNamed(symbols, value.numerator))
  const domain = certain(domainOfValue(value, symbols, isRolledUp(symbols, criterion)))
  if (domain.kind === 'flag') return { kind: 'flag', measure }
  const { denominator } = value
  if (!denominator) return { kind: 'number', measure, domain }
  const divisor = isAmount(denominator) ? denominator.value : certain(measureNamed(symbols, denominator))
  return { kind: 'quotient', numerator: measure, denominator: divisor, domain }
}

function prepareRule(criterion: Criterion, maximum: Rational, symbols: Symbols): ProgramRule {
  const { rule, target } = criterion
  const prepareTiers = (tiers: readonly Tier[], goal: Target | undefined): readonly ProgramTier[] =>
    tiers.map((tier) => ({
      id: tier.id,
      node: tier,
      condition: tier.condition,
      interval: intervalOf(tier.condition, goal),
      points: pointsOf(tier.award, maximum),
    }))
  const checked = certain(rule)
  switch (checked.kind) {
    case 'tiers':
      return { kind: 'tiers', tiers: prepareTiers(checked.tiers, target) }
    case 'proportion':
      return { kind: 'proportion', target: certain(target).low.value }
    case 'parts': {
      const parts = checked.parts.map((part): ProgramPart => {
        const measure = certain(measureNamed(symbols, part.measure))
        if (part.kind === 'flagPart') {
          return { kind: 'flag', id: part.id, measure, points: pointsOf(part.award, maximum) }
        }
        const domain = certain(domainOfTotal(measure, isRolledUp(symbols, criterion)))
        if (domain.kind === 'flag') throw new Error('a checked tier part has a number')
        return { kind: 'tiers', id: part.id, measure, domain, tiers: prepareTiers(part.tiers, undefined) }
      })
      return { kind: 'parts', parts }
    }
  }
}

function prepareClasses({ classes }: Classification): readonly ProgramClass[] {
  return classes.map(({ title, condition }) => ({
    title: title.text,
    interval: intervalOf(condition, undefined),
  }))
}

/** What the checks have proven to be there. */
function certain<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a checked rulebook lacks what its checks prove')
  return value
}

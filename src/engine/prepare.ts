import { compareDates, type PlainDate } from '#base/plainDate.ts'
import { multiply, ONE, type Rational } from '#base/rational.ts'
import { arrange, type Diagnostic, hasError, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import {
  amountOf,
  type Classification,
  type Criterion,
  check,
  collectSymbols,
  consolidate,
  domainOfTotal,
  domainOfTotals,
  domainOfValue,
  type Exception,
  type Group,
  goalValue,
  intervalOf,
  isAmount,
  isLeaf,
  isRolledUp,
  measureNamed,
  type NumberDomain,
  type PerItem,
  parse,
  pointsOf,
  type Ranking,
  type RankingKey,
  type Rule,
  type Rulebook,
  type Symbols,
  type Target,
  type Tier,
  versionDays,
  type ZeroAnswer,
} from '#language/index.ts'
import type {
  Days,
  Leaf,
  Program,
  ProgramClass,
  ProgramException,
  ProgramItems,
  ProgramKey,
  ProgramNode,
  ProgramPart,
  ProgramRanking,
  ProgramRule,
  ProgramTier,
  ProgramValue,
  ZeroPoints,
} from './program.ts'

/** Two decimals, half up, on the total only: what holds where a rulebook says nothing (DESIGN, part 3.1). */
const DEFAULT_ROUNDING = { places: 2, method: 'halfUp' } as const

/**
 * Reads, checks and prepares a rulebook as it stands on a day, by default its first. Warnings may accompany a program; with
 * an error there is none.
 */
export function loadProgram(source: Source, day?: PlainDate): Result<Program> {
  const found: Diagnostic[] = []
  const rulebook = parse(source, (diagnostic) => found.push(diagnostic))
  // Past the limit the rest of the file was not read, so nothing can be said about the whole.
  if (found.length < MOST_DIAGNOSTICS) check(rulebook, (diagnostic) => found.push(diagnostic))
  const diagnostics = arrange(found)
  if (hasError(found)) return { ok: false, diagnostics }
  return { ok: true, value: prepare(rulebook, day ?? certain(versionDays(rulebook)[0])), diagnostics }
}

/** The same rulebook as it stands on another day. */
export function programOn(program: Program, day: PlainDate): Program {
  return prepare(program.written, day)
}

/** The same rulebook as it stands on each day on which it changes: facts are held against all of them. */
export function versionsOf(program: Program): readonly Program[] {
  return versionDays(program.written).map((day) => programOn(program, day))
}

function prepare(written: Rulebook, day: PlainDate): Program {
  const rulebook = consolidate(written, day)
  const { application, scale, totalRounding, missingPolicy, notApplicablePolicy } = rulebook
  const symbols = collectSymbols(rulebook)
  const missingCounts = missingPolicy?.counts ?? 'zero'
  return {
    rulebook,
    written,
    levels: certain(application).levels,
    levelNames: symbols.levelNames,
    ...judgedDays(rulebook, day),
    whole: factDays(rulebook),
    scale: certain(scale).points.value,
    totalRounding: totalRounding ?? DEFAULT_ROUNDING,
    criterionRounding: rulebook.criterionRounding,
    missingCounts,
    redistribute: notApplicablePolicy?.redistribute ?? 'none',
    allowsNotApplicable: notApplicablePolicy !== undefined,
    unitsByLead: rulebook.leadPolicy !== undefined,
    attributes: rulebook.attributes.flatMap(({ names }) => names.map(({ text }) => text)),
    measures: symbols.measures,
    nodes: rulebook.children.map((node) =>
      prepareNode(node, symbols, { role: 'scale', missingCounts, leads: [] }),
    ),
    knockOuts: rulebook.knockOuts,
    ranking: prepareRanking(rulebook.ranking, symbols),
    classes: rulebook.classification ? prepareClasses(rulebook.classification, rulebook) : [],
  }
}

/** The days of which there may be facts. */
function factDays({ application, factPeriod }: Pick<Rulebook, 'application' | 'factPeriod'>): Days {
  const { from, to } = factPeriod?.range ?? certain(application).range
  return { from, to }
}

/** With `kỳ số liệu từng năm`, the part of the day's year in which the rulebook applies. */
function judgedDays({ application, factPeriod }: Rulebook, { year }: PlainDate): Days {
  const { from, to } = factDays({ application, factPeriod })
  if (!factPeriod || factPeriod.range) return { from, to }
  const first = { year, month: 1, day: 1 }
  const last = { year, month: 12, day: 31 }
  return {
    from: compareDates(first, from) > 0 ? first : from,
    to: compareDates(last, to) < 0 ? last : to,
  }
}

/** What a node takes from those above it, where it says nothing else itself. */
type Inherited = Pick<Leaf, 'role' | 'missingCounts' | 'leads'>

function prepareNode(node: Group | Criterion, symbols: Symbols, above: Inherited): ProgramNode {
  const { points, role: own } = certain(node.maximum)
  const role = above.role === 'scale' ? own : above.role
  const inherited = node.kind === 'criterion' ? { ...saidBy(node, above), role } : { ...above, role }
  const scored = { id: node.id, code: node.code.text, title: node.title.text, maximum: points.value, role }
  if (node.kind === 'criterion' && isLeaf(node)) return prepareLeaf(node, scored, symbols, inherited)
  const children = node.children.map((child) => prepareNode(child, symbols, inherited))
  return { ...scored, kind: 'branch', node, combine: node.combine, children }
}

function saidBy({ missingPolicy, leads }: Criterion, above: Inherited): Omit<Inherited, 'role'> {
  return {
    missingCounts: missingPolicy?.counts ?? above.missingCounts,
    leads: leads.length > 0 ? leads.map(({ text }) => text) : above.leads,
  }
}

function prepareLeaf(
  node: Criterion,
  scored: Pick<Leaf, 'id' | 'code' | 'title' | 'maximum' | 'role'>,
  symbols: Symbols,
  { missingCounts, leads }: Inherited,
): Leaf {
  const leaf = {
    ...scored,
    kind: 'leaf' as const,
    node,
    level: certain(symbols.levels.get(node.id)),
    missingCounts,
    leads,
    value: prepareValue(node, symbols),
  }
  const zeros = Object.fromEntries(
    node.zeroAnswers.map(({ divisor, answer }) => [divisor.kind, zeroPoints(answer, scored)]),
  )
  const rule = prepareRule(certain(node.rule), node.target, leaf, symbols)
  const exceptions = node.exceptions.map((exception) => prepareException(exception, node, leaf, symbols))
  return { ...leaf, zeros, rule, exceptions }
}

function zeroPoints(
  answer: ZeroAnswer['answer'],
  { maximum, role }: Pick<Leaf, 'maximum' | 'role'>,
): ZeroPoints {
  if (answer.kind === 'notApplicable') return { kind: 'notApplicable' }
  return { kind: 'points', points: pointsOf(answer, maximum, role) }
}

function prepareValue(criterion: Criterion, symbols: Symbols): ProgramValue | undefined {
  const { value, deadline } = criterion
  if (!value) return undefined
  const { each, form, denominator } = value
  const measure = certain(measureNamed(symbols, value.numerator))
  const domain = certain(domainOfValue(value, symbols, isRolledUp(symbols, criterion)))
  if (domain.kind === 'flag') return { kind: 'flag', measure, each }
  if (domain.kind === 'date') throw new Error('a checked value is no date')
  if (form.kind === 'lateness') {
    return { kind: 'lateness', measure, in: form.in, deadline: certain(deadline?.date), domain, each }
  }
  if (!denominator) return { kind: 'number', measure, domain, each }
  const divisor = isAmount(denominator) ? denominator.value : certain(measureNamed(symbols, denominator))
  const base = form.kind === 'per' ? form.base.value : ONE
  return { kind: 'quotient', numerator: measure, denominator: divisor, base, domain, each }
}

/** The parts of a leaf that its rules are made from. */
type Judged = Pick<Leaf, 'maximum' | 'role' | 'value' | 'node'>

function prepareException(
  { id, level, attribute, notApplicable, target, rule }: Exception,
  node: Criterion,
  leaf: Judged,
  symbols: Symbols,
): ProgramException {
  const instead = notApplicable
    ? ('notApplicable' as const)
    : prepareRule(rule ?? certain(node.rule), target ?? node.target, leaf, symbols)
  return { id, level, attribute: attribute.text, rule: instead }
}

function prepareRule(rule: Rule, target: Target | undefined, leaf: Judged, symbols: Symbols): ProgramRule {
  const { value } = leaf
  const domain = value && value.kind !== 'flag' ? value.domain : undefined
  switch (rule.kind) {
    case 'tiers':
      return { kind: 'tiers', tiers: prepareTiers(rule.tiers, target, domain, leaf) }
    case 'proportion': {
      const goal = goalOf(target, domain)
      const floor = rule.floor && multiply(rule.floor.value, goal)
      return { kind: 'proportion', target: goal, floor }
    }
    case 'relative':
      return { kind: 'relative', to: rule.to }
    case 'perItem':
      return { kind: 'perItem', items: prepareItems(rule, target, domain, leaf) }
    case 'parts':
      return { kind: 'parts', parts: rule.parts.map((part) => preparePart(part, leaf, symbols)) }
  }
}

function goalOf(target: Target | undefined, domain: NumberDomain | undefined): Rational {
  return certain(goalValue(certain(target).goal, certain(domain)))
}

function prepareTiers(
  tiers: readonly Tier[],
  target: Target | undefined,
  domain: NumberDomain | undefined,
  { maximum, role }: Judged,
): readonly ProgramTier[] {
  return tiers.map((tier) => ({
    id: tier.id,
    node: tier,
    condition: tier.condition,
    interval: intervalOf(tier.condition, target, domain ?? { kind: 'flag' }),
    points: pointsOf(tier.award, maximum, role),
  }))
}

function prepareItems(
  node: PerItem,
  target: Target | undefined,
  domain: NumberDomain | undefined,
  { maximum }: Judged,
): ProgramItems {
  const low = node.of === 'value' ? undefined : goalOf(target, domain)
  return {
    id: node.id,
    node,
    step: node.step.value,
    of: node.of,
    target: low && { low, high: target?.goal.high?.value ?? low },
    effect: node.effect,
    award: amountOf(node.award, maximum),
    limit: node.limit && amountOf(node.limit, maximum),
  }
}

function preparePart(
  part: Extract<Rule, { kind: 'parts' }>['parts'][number],
  leaf: Judged,
  symbols: Symbols,
): ProgramPart {
  const measure = certain(measureNamed(symbols, part.measure))
  if (part.kind === 'flagPart') {
    return { kind: 'flag', id: part.id, measure, points: pointsOf(part.award, leaf.maximum, leaf.role) }
  }
  const domain = certain(domainOfTotal(measure, symbols, isRolledUp(symbols, leaf.node), undefined))
  if (domain.kind !== 'number') throw new Error('a checked part by a measure has a number')
  const common = { id: part.id, measure, domain }
  if (part.perItem)
    return { ...common, kind: 'items', items: prepareItems(part.perItem, undefined, domain, leaf) }
  return { ...common, kind: 'tiers', tiers: prepareTiers(part.tiers, undefined, domain, leaf) }
}

function prepareRanking(ranking: Ranking | undefined, symbols: Symbols): ProgramRanking {
  const keys = ranking?.keys.map((key) => prepareKey(key, symbols))
  return {
    scope: ranking?.scope ?? 'cluster',
    ties: ranking?.ties ?? 'skip',
    keys: keys ?? [{ kind: 'total', rounded: false }],
  }
}

function prepareKey(key: RankingKey, symbols: Symbols): ProgramKey {
  switch (key.kind) {
    case 'total':
      return { kind: 'total', rounded: key.rounded }
    case 'penalty':
    case 'bonus':
      return { kind: key.kind }
    case 'group':
    case 'criterion':
      return { kind: 'node', id: certain(symbols.nodes.get(key.code.text)).id }
  }
}

function prepareClasses({ classes }: Classification, rulebook: Rulebook): readonly ProgramClass[] {
  const domain = domainOfTotals(rulebook)
  return classes.map(({ title, condition, tests, quota }) => ({
    title: title.text,
    interval: intervalOf(condition, undefined, domain),
    tests,
    quota: quota && {
      share: quota.share.value,
      level: quota.level,
      ties: quota.ties,
    },
  }))
}

/** What the checks have proven to be there. */
function certain<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a checked rulebook lacks what its checks prove')
  return value
}

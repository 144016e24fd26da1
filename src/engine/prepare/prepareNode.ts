import { ONE } from '#base/rational.ts'
import {
  type Criterion,
  domainOfValue,
  type Exception,
  type Group,
  isAmount,
  isLeaf,
  isRolledUp,
  measureNamed,
  pointsOf,
  type Symbols,
  type ZeroAnswer,
} from '#language/index.ts'
import type { Leaf, ProgramException, ProgramNode, ProgramValue, ZeroPoints } from '../program.ts'
import { certain } from './certain.ts'
import { type Judged, prepareRule } from './prepareRule.ts'

/** What a node takes from those above it, where it says nothing else itself. */
type Inherited = Pick<Leaf, 'role' | 'missingCounts' | 'leads'>

/** A node with all names in it looked up, and those below it. */
export function prepareNode(node: Group | Criterion, symbols: Symbols, above: Inherited): ProgramNode {
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

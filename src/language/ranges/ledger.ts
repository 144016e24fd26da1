import type { LevelNames } from '#base/entrantLevel.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { type Rational, sum, toExactText, ZERO } from '#base/rational.ts'
import type { Criterion, Group, Role, Rulebook } from '../ast.ts'
import { consolidate, versionDays } from '../consolidate.ts'
import { collectSymbols, type Symbols } from '../symbols.ts'
import { combinePoints } from './combinePoints.ts'
import type { NodeRanges } from './nodeRanges.ts'
import { addRanges, type Range } from './range.ts'
import { rangesOf, type TotalRange, totalRanges } from './totals.ts'

/** What a rulebook gives from a day on: each node's declared points beside those that can be had. */
export interface Ledger {
  readonly from: PlainDate
  readonly version: string
  readonly scale: Rational
  /** The nodes within the scale, then those of bonuses and of penalties, each in reading order. */
  readonly sections: readonly LedgerSection[]
  readonly totals: readonly TotalRange[]
  /** What the rulebook calls each level. */
  readonly levelNames: LevelNames
  /** What a criterion without facts counts as, unless it says otherwise itself. */
  readonly missingCounts: 'zero' | 'notApplicable'
}

export interface LedgerSection {
  readonly role: Role
  readonly rows: readonly LedgerRow[]
  /** What the nodes at the top of the section declare together, and what they can give. */
  readonly maximum: Rational
  readonly range: Range
}

export interface LedgerRow {
  readonly node: Group | Criterion
  /** From 0 at the top of its section. */
  readonly depth: number
  readonly maximum: Rational
  /** What the nodes below declare together, combined as the node says; `undefined` where there are none. */
  readonly below: Rational | undefined
  /** With every fact there and everything applying, rounded as the rulebook says. */
  readonly range: Range
}

/** The ledger of each version of a sound rulebook that differs from the one before. */
export function ledgersOf(rulebook: Rulebook): readonly Ledger[] {
  const ledgers = versionDays(rulebook).map((day) => ledgerOn(rulebook, day))
  return ledgers.filter((ledger, index) => {
    const previous = ledgers[index - 1]
    return !previous || ledger.version !== previous.version || figuresOf(ledger) !== figuresOf(previous)
  })
}

/** Everything that a reader of the ledger sees of it, but for the day. */
function figuresOf({ sections, totals, scale, missingCounts }: Ledger): string {
  const text = ({ least, most }: Range): string => `${toExactText(least)}…${toExactText(most)}`
  const rows = sections.flatMap(({ rows: own }) =>
    own.map(({ node, maximum, range }) => [
      node.code.text,
      node.title.text,
      toExactText(maximum),
      text(range),
    ]),
  )
  const whole = totals.map(({ level, full }) => [level, full && text(full)])
  return JSON.stringify([rows, whole, toExactText(scale), missingCounts])
}

function ledgerOn(written: Rulebook, from: PlainDate): Ledger {
  const rulebook = consolidate(written, from)
  const symbols = collectSymbols(rulebook)
  const ranges = rangesOf(rulebook, symbols)
  const sections = (['scale', 'bonus', 'penalty'] as const)
    .map((role) => sectionOf(role, rulebook, symbols, ranges))
    .filter(({ rows }) => rows.length > 0)
  return {
    from,
    version: rulebook.version.text,
    levelNames: symbols.levelNames,
    scale: rulebook.scale?.points.value ?? ZERO,
    sections,
    totals: totalRanges(rulebook, symbols),
    missingCounts: rulebook.missingPolicy?.counts ?? 'zero',
  }
}

function sectionOf(role: Role, { children }: Rulebook, symbols: Symbols, ranges: NodeRanges): LedgerSection {
  const rows = children.flatMap((node) => rowsOf(node, 0, role, symbols, ranges))
  const top = rows.filter(({ depth }) => depth === 0)
  return {
    role,
    rows,
    maximum: sum(top.map((row) => row.maximum)),
    range: addRanges(top.map(({ range }) => range)),
  }
}

/** A bonus within a group stands at the top of its section, not below the group, whose points it is no part of. */
function rowsOf(
  node: Group | Criterion,
  depth: number,
  role: Role,
  symbols: Symbols,
  ranges: NodeRanges,
): readonly LedgerRow[] {
  const own = symbols.roles.get(node.id) === role
  const below = node.children.flatMap((child) => rowsOf(child, own ? depth + 1 : 0, role, symbols, ranges))
  const range = ranges.get(node.id)
  if (!own || !range || !node.maximum) return below
  const parts = node.children.filter((child) => symbols.roles.get(child.id) === role)
  const maxima = parts.flatMap((child) => child.maximum?.points.value ?? [])
  const row: LedgerRow = {
    node,
    depth,
    maximum: node.maximum.points.value,
    below: node.children.length === 0 ? undefined : combinePoints(node.combine, maxima),
    range: range.full,
  }
  return [row, ...below]
}

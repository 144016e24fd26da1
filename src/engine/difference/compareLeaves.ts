import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatExact } from '#base/formatNumber.ts'
import { type Exception, printGoal } from '#language/index.ts'
import type { Leaf, ProgramRule } from '../program.ts'
import { compareSayings, type Saying, said } from './aspects.ts'
import { compareRules, type Judging } from './compareRules.ts'
import type { Change } from './difference.ts'
import { ruleText } from './ruleText.ts'
import { measureText, type Side, subjectOf, valueText } from './sides.ts'

/** A criterion that is scored by itself, in one of the rulebooks. */
export interface JudgedLeaf {
  readonly leaf: Leaf
  readonly side: Side
}

/** How the scoring of a criterion changed: its value, its answers to what is absent, the points of values, exceptions. */
export function compareLeaves(old: JudgedLeaf, now: JudgedLeaf): readonly Change[] {
  const about = subjectOf(now.leaf)
  const general = compareRules(judgingOf(old, undefined), judgingOf(now, undefined), {})
  return [
    ...compareSayings(SAYINGS, old, now, about),
    ...compareZeros(old, now),
    ...compareMissing(old, now),
    ...general,
    ...attributesOf(old, now).flatMap((attribute) => compareFor(attribute, old, now)),
    ...compareOrder(old, now),
  ]
}

const SAYINGS: readonly Saying<JudgedLeaf>[] = [
  { aspect: 'level', scores: true, text: ({ leaf }) => LEVEL_NAMES[leaf.level] },
  {
    aspect: 'value',
    scores: true,
    text: ({ leaf, side }) => leaf.node.value && valueText(leaf.node.value, side, 'title'),
    key: ({ leaf, side }) => leaf.node.value && valueText(leaf.node.value, side, 'name'),
  },
]

/** What counts where there is nothing to divide by; of another divisor it is another answer. */
function compareZeros(old: JudgedLeaf, now: JudgedLeaf): readonly Change[] {
  const about = subjectOf(now.leaf)
  const [before, after] = [zerosOf(old), zerosOf(now)]
  const change = (item: string, was: Zero | undefined, is: Zero | undefined): Change[] =>
    was?.answer === is?.answer
      ? []
      : [said(about, true, { aspect: 'zero', item, old: was?.answer, new: is?.answer })]
  const gone = [...before].filter(([key]) => !after.has(key))
  return [
    ...gone.flatMap(([, zero]) => change(zero.divisor, zero, undefined)),
    ...[...after].flatMap(([key, zero]) => change(zero.divisor, before.get(key), zero)),
  ]
}

interface Zero {
  readonly divisor: string
  readonly answer: string
}

/** The answers, by the names of what is divided by. */
function zerosOf({ leaf: { zeros, node }, side }: JudgedLeaf): ReadonlyMap<string, Zero> {
  return new Map(
    node.zeroAnswers.map(({ divisor }) => {
      const text = (naming: 'title' | 'name'): string =>
        divisor.kind === 'measure' ? measureText(divisor.name, side, naming) : FIGURES[divisor.kind]
      const zero = zeros[divisor.kind]
      const answer = zero?.kind === 'points' ? `${formatExact(zero.points)} điểm` : 'không áp dụng'
      return [text('name'), { divisor: text('title'), answer }]
    }),
  )
}

const FIGURES = { best: 'cao nhất trong cụm', average: 'bình quân trong cụm' } as const

/** What is said for the whole rulebook is told there. */
function compareMissing(old: JudgedLeaf, now: JudgedLeaf): readonly Change[] {
  const [before, after] = [old.leaf.missingCounts, now.leaf.missingCounts]
  const inherited = ({ leaf, side }: JudgedLeaf): boolean => leaf.missingCounts === side.program.missingCounts
  if (before === after || (inherited(old) && inherited(now))) return []
  return [said(subjectOf(now.leaf), true, { aspect: 'missing', old: MISSING[before], new: MISSING[after] })]
}

/** What a criterion without facts counts as, in words. */
export const MISSING = { zero: '0 điểm', notApplicable: 'không áp dụng' } as const

/** What judges the entrants with the attribute, or all entrants; exceptions to which nothing applies judge nobody. */
function judgingOf({ leaf, side }: JudgedLeaf, attribute: string | undefined): Judging {
  const instead = exceptionFor(leaf, attribute)
  const rule = instead && instead.rule !== 'notApplicable' ? instead.rule : leaf.rule
  return { leaf, rule, exception: instead?.exception, side }
}

interface Instead {
  readonly exception: Exception
  readonly rule: ProgramRule | 'notApplicable'
}

function exceptionFor({ exceptions, node }: Leaf, attribute: string | undefined): Instead | undefined {
  const found = exceptions.find((one) => one.attribute === attribute)
  const exception = node.exceptions.find(({ id }) => id === found?.id)
  return found && exception && { exception, rule: found.rule }
}

function attributesOf(old: JudgedLeaf, now: JudgedLeaf): readonly string[] {
  const all = [now, old].flatMap(({ leaf }) => leaf.exceptions.map(({ attribute }) => attribute))
  return [...new Set(all)]
}

function compareFor(attribute: string, old: JudgedLeaf, now: JudgedLeaf): readonly Change[] {
  const exempt = ({ leaf }: JudgedLeaf): boolean => exceptionFor(leaf, attribute)?.rule === 'notApplicable'
  const [before, after] = [judgingOf(old, attribute), judgingOf(now, attribute)]
  if (exempt(old) && exempt(now)) return []
  if (exempt(old) || exempt(now)) {
    const text = (judged: JudgedLeaf, { leaf, rule }: Judging): string =>
      exempt(judged) ? 'không áp dụng' : ruleText(leaf, rule)
    const change = { item: attribute, old: text(old, before), new: text(now, after) }
    return [said(subjectOf(now.leaf), true, { aspect: 'exception', ...change })]
  }
  return [...compareMarks(attribute, before, after), ...compareRules(before, after, { attribute })]
}

/** An exception's target that was settled, or is open again; what it is worth is told value by value. */
function compareMarks(attribute: string, old: Judging, now: Judging): readonly Change[] {
  const [before, after] = [old.exception?.target?.goal, now.exception?.target?.goal]
  if (!before || !after || before.tentative === after.tentative) return []
  const change = {
    item: attribute,
    old: `chỉ tiêu ${printGoal(before)}`,
    new: `chỉ tiêu ${printGoal(after)}`,
  }
  return [said(subjectOf(now.leaf), false, { aspect: 'exception', ...change })]
}

/** Who has two attributes is judged by the exception that stands first; that matters where the two judge otherwise. */
function compareOrder(old: JudgedLeaf, now: JudgedLeaf): readonly Change[] {
  const order = ({ leaf }: JudgedLeaf): readonly string[] => leaf.exceptions.map(({ attribute }) => attribute)
  const [before, after] = [order(old), order(now)]
  const turned = after.some((first, index) =>
    after.slice(index + 1).some((second) => {
      const [was, then] = [before.indexOf(first), before.indexOf(second)]
      return was >= 0 && then >= 0 && then < was && compareBetween(first, second, now)
    }),
  )
  if (!turned) return []
  const text = (attributes: readonly string[]): string => attributes.map((name) => `«${name}»`).join(', ')
  return [said(subjectOf(now.leaf), true, { aspect: 'exceptionOrder', old: text(before), new: text(after) })]
}

/** Whether entrants with the one attribute are judged otherwise than those with the other. */
function compareBetween(one: string, other: string, judged: JudgedLeaf): boolean {
  const [first, second] = [exceptionFor(judged.leaf, one)?.rule, exceptionFor(judged.leaf, other)?.rule]
  if (first === 'notApplicable' || second === 'notApplicable') return first !== second
  return compareRules(judgingOf(judged, one), judgingOf(judged, other), {}).length > 0
}

import { equals } from '#base/rational.ts'
import {
  type Exception,
  type Measure,
  type PartRegions,
  printReach,
  printRule,
  type Regions,
  regionsOf,
} from '#language/index.ts'
import { measuresOf } from '../judge.ts'
import type { Leaf, ProgramPart, ProgramRule } from '../program.ts'
import type { Change, RuleChange, Where } from './difference.ts'
import { isComparable } from './measureKinds.ts'
import { pointsChanges } from './pointsChanges.ts'
import { partText, ruleText } from './ruleText.ts'
import { type Side, subjectOf, valueText } from './sides.ts'

/** What gives a criterion its points, for all entrants or for those with an attribute. */
export interface Judging {
  readonly leaf: Leaf
  readonly rule: ProgramRule
  readonly exception: Exception | undefined
  readonly side: Side
}

/**
 * The changes of the points that values are given. Where the value is made otherwise, or scored in a way that cannot be held
 * against the old one, that is said and no values are listed.
 */
export function compareRules(old: Judging, now: Judging, where: Where): readonly Change[] {
  const about = subjectOf(now.leaf)
  const unlike = (because: RuleChange['because']): readonly Change[] => {
    const [before, after] = [ruleText(old.leaf, old.rule), ruleText(now.leaf, now.rule)]
    return [{ kind: 'rule', about, scores: true, where, because, old: before, new: after }]
  }
  const sameWords = wordsOf(old) === wordsOf(now)
  if (valueKey(old) !== valueKey(now)) return sameWords ? [] : unlike('value')
  if (!areComparable(measuresBy(old), measuresBy(now))) {
    // Of all entrants it is said even where the rule reads the same: its numbers mean something else.
    return sameWords && where.attribute !== undefined ? [] : unlike('measure')
  }
  if (isSameRule(old, now)) return []
  const [before, after] = [regionsBy(old), regionsBy(now)]
  if (before?.kind === 'parts' && after?.kind === 'parts') {
    return compareParts(partsBy(old, before.parts), partsBy(now, after.parts), old, now, where)
  }
  const telling = {
    role: now.leaf.role,
    where,
    oldText: ruleText(old.leaf, old.rule),
    newText: ruleText(now.leaf, now.rule),
  }
  const points = pointsChanges(before, after, telling)
  return points ? points.map((change) => ({ about, scores: true, ...change })) : unlike('method')
}

function regionsBy({ leaf, exception, side }: Judging): Regions | undefined {
  return regionsOf(leaf.node, side.symbols, exception)
}

function valueKey({ leaf, side }: Judging): string {
  return leaf.node.value ? valueText(leaf.node.value, side, 'name') : ''
}

function measuresBy({ leaf }: Judging): readonly Measure[] {
  return leaf.value ? measuresOf(leaf.value) : []
}

function areComparable(old: readonly Measure[], now: readonly Measure[]): boolean {
  return old.every((measure, index) => {
    const other = now[index]
    return !other || isComparable(measure, other)
  })
}

/** Whether both rules say the same and leave nothing to compare: points are then the same whatever values can occur. */
function isSameRule(old: Judging, now: Judging): boolean {
  return (
    old.rule.kind !== 'parts' &&
    equals(old.leaf.maximum, now.leaf.maximum) &&
    old.leaf.role === now.leaf.role &&
    wordsOf(old) === wordsOf(now)
  )
}

function wordsOf({ leaf: { node }, exception }: Judging): string {
  const target = exception?.target ?? node.target
  const rule = exception?.rule ?? node.rule
  return [...(rule ? printRule(rule) : []), target ? printReach(target.goal) : ''].join('\n')
}

/** A part with the points it gives; of two by one measure the second is another part. */
interface JudgedPart {
  readonly key: string
  readonly title: string
  readonly part: ProgramPart
  readonly regions: PartRegions['regions']
}

function partsBy({ rule, side }: Judging, regions: readonly PartRegions[]): readonly JudgedPart[] {
  if (rule.kind !== 'parts') return []
  const seen = new Map<string, number>()
  return rule.parts.flatMap((part) => {
    const found = regions.find(({ part: { id } }) => id === part.id)
    const name = side.commonName(part.measure.name.text)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    if (!found) return []
    return [{ key: `${name} ${count}`, title: part.measure.title.text, part, regions: found.regions }]
  })
}

function compareParts(
  old: readonly JudgedPart[],
  now: readonly JudgedPart[],
  before: Judging,
  after: Judging,
  where: Where,
): readonly Change[] {
  const about = subjectOf(after.leaf)
  const change = (title: string, because: RuleChange['because'], from: string, to: string): Change => ({
    kind: 'rule',
    about,
    scores: true,
    where: { ...where, part: title },
    because,
    old: from,
    new: to,
  })
  const textOf = ({ part }: JudgedPart, { leaf }: Judging): string => partText(leaf, part)
  const kept = now.flatMap((part) => {
    const earlier = old.find(({ key }) => key === part.key)
    const newText = textOf(part, after)
    if (!earlier) return [change(part.title, 'method', '', newText)]
    const oldText = textOf(earlier, before)
    if (!isComparable(earlier.part.measure, part.part.measure))
      return [change(part.title, 'measure', oldText, newText)]
    const telling = { role: after.leaf.role, where: { ...where, part: part.title }, oldText, newText }
    const points = pointsChanges(earlier.regions, part.regions, telling)
    if (!points) return [change(part.title, 'method', oldText, newText)]
    return points.map((one): Change => ({ about, scores: true, ...one }))
  })
  const gone = old
    .filter(({ key }) => !now.some((part) => part.key === key))
    .map((part) => change(part.title, 'method', textOf(part, before), ''))
  return [...kept, ...gone]
}

import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatPercent } from '#base/formatNumber.ts'
import type { Interval } from '#base/interval.ts'
import { type ClassTier, domainOfTotals, type NumberDomain } from '#language/index.ts'
import type { ProgramClass } from '../program.ts'
import { plain, said } from './aspects.ts'
import type { Change } from './difference.ts'
import { exampleIn } from './exampleIn.ts'
import { type Naming, type Side, testText } from './sides.ts'
import { liesWithin, runsOf, spanOf, stretchesOf } from './stretches.ts'

const RULEBOOK = { kind: 'rulebook' } as const

/** The changes of the classes: the totals that get another one, then conditions and limits class by class. */
export function compareClasses(old: Side, now: Side): readonly Change[] {
  const [before, after] = [tableText(old), tableText(now)]
  const isNew = !before || !after
  const table =
    before === after ? [] : [said(RULEBOOK, isNew, { aspect: 'classes', old: before, new: after })]
  return isNew ? table : [...table, ...compareTotals(old, now), ...compareClassByClass(old, now)]
}

/** Whether there are classes at all, and how firm they are. */
function tableText({ program: { rulebook } }: Side): string | undefined {
  return rulebook.classification && (rulebook.classification.tentative ? 'dự kiến' : 'chính thức')
}

function compareTotals(old: Side, now: Side): readonly Change[] {
  const intervals = [old, now].flatMap(({ program: { rulebook, classes } }) => [
    domainOfTotals(rulebook).interval,
    ...classes.flatMap(({ interval }) => interval ?? []),
  ])
  const domain: NumberDomain = { ...domainOfTotals(now.program.rulebook), interval: hullOf(old, now) }
  const parts = stretchesOf(intervals)
    .filter((stretch) => liesWithin(stretch, domain.interval))
    .map((interval) => ({ interval, old: classAt(old, interval), new: classAt(now, interval) }))
    .filter((part) => part.old !== part.new)
  return runsOf(parts, (left, right) => left.old === right.old && left.new === right.new).map((run) => {
    const interval = spanOf(run)
    const classes = { old: run[0]?.old, new: run[0]?.new }
    const example = exampleIn(interval, domain)
    return { kind: 'class', about: RULEBOOK, scores: true, interval, domain, ...classes, example }
  })
}

/** From the least total of either rulebook to the greatest. */
function hullOf(old: Side, now: Side): Interval {
  const stretches = stretchesOf([old, now].map(({ program }) => domainOfTotals(program.rulebook).interval))
  return { low: stretches[0]?.low, high: stretches.at(-1)?.high }
}

/** The class of the totals, by points alone. */
function classAt({ program: { classes } }: Side, stretch: Interval): string | undefined {
  const titleOf = (found: ProgramClass | undefined): string | undefined => plain(found?.title)
  const named = classes.find(({ interval }) => interval && liesWithin(stretch, interval))
  return titleOf(named ?? classes.find(({ interval }) => !interval))
}

function compareClassByClass(old: Side, now: Side): readonly Change[] {
  const find = (side: Side, title: string): ClassTier | undefined =>
    classesOf(side).find((tier) => plain(tier.title.text) === title)
  const titles = [now, old].flatMap((side) => classesOf(side).map(({ title }) => plain(title.text) ?? ''))
  return [...new Set(titles)].flatMap((item) => {
    const [before, after] = [find(old, item), find(now, item)]
    const conditions = { old: conditionsText(before, old, 'title'), new: conditionsText(after, now, 'title') }
    const quotas = { old: quotaText(before), new: quotaText(after) }
    const sameConditions = conditionsText(before, old, 'name') === conditionsText(after, now, 'name')
    return [
      ...(sameConditions ? [] : [said(RULEBOOK, true, { aspect: 'classConditions', item, ...conditions })]),
      ...(quotas.old === quotas.new ? [] : [said(RULEBOOK, true, { aspect: 'classQuota', item, ...quotas })]),
    ]
  })
}

function classesOf({ program: { rulebook } }: Side): readonly ClassTier[] {
  return rulebook.classification?.classes ?? []
}

/** All must hold, in whatever order they are written. */
function conditionsText(tier: ClassTier | undefined, side: Side, naming: Naming): string | undefined {
  const texts = tier?.tests.map((test) => testText(test, side, naming)) ?? []
  return texts.length === 0 ? undefined : [...new Set(texts)].toSorted().join('; ')
}

function quotaText(tier: ClassTier | undefined): string | undefined {
  const quota = tier?.quota
  if (!quota) return undefined
  const equals = quota.ties === 'include' ? 'cùng được' : 'cùng không được'
  return `không quá ${formatPercent(quota.share.value)} số ${LEVEL_NAMES[quota.level]}, bằng nhau thì ${equals}`
}

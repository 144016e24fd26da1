import { assertNever } from '#base/assertNever.ts'
import type { Rational } from '#base/rational.ts'
import type { Leaf, ProgramItems, ProgramPart, ProgramRule, ProgramTier } from '#engine/index.ts'
import type { Role } from '#language/index.ts'
import { held, type Judged, within } from './compare.ts'
import { literal } from './literal.ts'

/** The points that a rule gives for a value, as a formula; `figure` is the cell of the cluster's figure. */
export function rulePoints(
  rule: Exclude<ProgramRule, { kind: 'parts' }>,
  value: Judged,
  { maximum, role }: Pick<Leaf, 'maximum' | 'role'>,
  figure: string,
): string {
  const most = literal(maximum)
  switch (rule.kind) {
    case 'tiers':
      return tierPoints(rule.tiers, value)
    case 'proportion': {
      const points = share(value.cell, literal(rule.target), most)
      return rule.floor ? `IF(${held(value, '<', rule.floor)},0,${points})` : points
    }
    case 'relative':
      return share(value.cell, figure, most)
    case 'perItem':
      return itemPoints(rule.items, value.cell, maximum, role)
    default:
      return assertNever(rule)
  }
}

/** The points of one part of a criterion, where its measure has a value. */
export function partPoints(part: ProgramPart, cell: string, maximum: Rational): string {
  switch (part.kind) {
    case 'flag':
      return `IF(${cell}=1,${literal(part.points)},0)`
    case 'tiers':
      return tierPoints(part.tiers, { kind: 'number', cell })
    case 'items':
      return itemPoints(part.items, cell, maximum, 'scale')
    default:
      return assertNever(part)
  }
}

function share(value: string, whole: string, most: string): string {
  return `${most}*MIN(1,MAX(0,${value}/${whole}))`
}

/** The first tier that takes the value; `còn lại` takes what is left, and without it nothing is (the checks see to that). */
function tierPoints(tiers: readonly ProgramTier[], value: Judged): string {
  const rest = tiers.find(({ condition }) => condition.kind === 'rest')
  return tiers
    .flatMap(({ condition, interval, points }) => {
      const test = condition.kind === 'flag' ? `${value.cell}=${condition.is ? 1 : 0}` : undefined
      const falls = test ?? (interval && within(value, interval))
      return falls ? [{ falls, points }] : []
    })
    .reduceRight(
      (others, { falls, points }) => `IF(${falls},${literal(points)},${others})`,
      rest ? literal(rest.points) : 'NA()',
    )
}

/** Whole steps: what is a hair below a whole number in binary is that number. */
function itemPoints(items: ProgramItems, value: string, maximum: Rational, role: Role): string {
  const steps = `INT(ROUND(MAX(0,${stepped(items, value)})/${literal(items.step)},9))`
  const limit = items.limit ? `${literal(items.limit)},` : ''
  const amount = `MIN(${steps}*${literal(items.award)},${limit}${literal(maximum)})`
  if (items.effect === 'add') return amount
  return role === 'penalty' ? `-${amount}` : `${literal(maximum)}-${amount}`
}

function stepped({ of, target }: ProgramItems, value: string): string {
  if (of === 'value' || !target) return value
  const short = `MAX(0,${literal(target.low)}-${value})`
  const over = `MAX(0,${value}-${literal(target.high)})`
  switch (of) {
    case 'shortfall':
      return short
    case 'excess':
      return over
    case 'deviation':
      return `${short}+${over}`
    default:
      return assertNever(of)
  }
}

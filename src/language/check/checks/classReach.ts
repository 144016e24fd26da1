import { formatExact } from '#base/formatNumber.ts'
import { type Interval, intersect, isEmpty, sortedFromTop } from '#base/interval.ts'
import { ceiling, divide, ONE } from '#base/rational.ts'
import type { ClassTier } from '../../ast.ts'
import { intervalOf } from '../../conditions.ts'
import { after, before } from '../../domain.ts'
import { joinAll } from '../../ranges/range.ts'
import { totalRanges } from '../../ranges/totals.ts'
import type { AnalysisContext } from '../analysis/analysis.ts'
import { reportWarning } from '../context.ts'
import { coverage } from '../coverage.ts'
import { domainOfTotals } from '../tierTables.ts'

/** Cohorts of so many are common: a quota that gives them nobody is told. */
const COMMON_COHORT = 10n

/** Warns of classes that no total falls into, and of quotas that leave a class empty or entrants without one. */
export function checkClassReach(context: AnalysisContext): void {
  const classes = context.rulebook.classification?.classes ?? []
  checkTotals(context, classes)
  for (const one of classes) checkQuota(context, one)
  checkLastQuota(context, classes)
}

function checkTotals(context: AnalysisContext, classes: readonly ClassTier[]): void {
  const { rulebook, symbols } = context
  const totals = totalRanges(rulebook, symbols)
  if (totals.length === 0 || totals.length < (rulebook.application?.levels.length ?? 0)) return
  const { least, most } = joinAll(totals.map(({ ever }) => ever))
  const attainable: Interval = { low: before(least), high: after(most) }
  const domain = { ...domainOfTotals(rulebook), interval: attainable }
  const text = `tổng điểm chỉ từ ${formatExact(least)} đến ${formatExact(most)}`
  // Who fails the conditions of a class, or finds no place in it, falls into the next one below.
  let fallsTo = false
  for (const one of bestFirst(classes, context)) {
    const { condition, title, span } = one
    const interval = intervalOf(condition, undefined, domain)
    const empty = interval
      ? isEmpty(intersect(interval, attainable))
      : coverage(
          classes.filter((other) => other !== one),
          domain,
          undefined,
        ).gaps.length === 0
    if (empty && !fallsTo) {
      reportWarning(
        context,
        'unreachable-class',
        `không tổng điểm nào được xếp loại "${title.text}"`,
        [[span, interval ? text : 'các loại khác đã nhận mọi tổng điểm']],
        interval
          ? 'sửa mức điểm của loại này, hoặc điểm của các tiêu chí'
          : 'bỏ dòng này, hoặc sửa mức điểm của các loại khác',
      )
    }
    fallsTo ||= !empty && (one.tests.length > 0 || one.quota !== undefined)
  }
}

/** As classes are given: from the one with the most points down. */
function bestFirst(classes: readonly ClassTier[], { rulebook }: AnalysisContext): readonly ClassTier[] {
  const domain = domainOfTotals(rulebook)
  return sortedFromTop(classes, ({ condition }) => intervalOf(condition, undefined, domain))
}

function checkQuota(context: AnalysisContext, { quota, title }: ClassTier): void {
  if (!quota) return
  const first = ceiling(divide(ONE, quota.share.value))
  if (first <= COMMON_COHORT) return
  reportWarning(
    context,
    'quota-impossible',
    `xếp hạng dưới ${first} đối tượng thì không ai được xếp loại "${title.text}"`,
    [[quota.span, `của ${first - 1n} đối tượng là chưa đủ một`]],
    'tăng tỷ lệ này, hoặc xếp hạng chung nhiều cụm',
  )
}

function checkLastQuota(context: AnalysisContext, classes: readonly ClassTier[]): void {
  const lowest = bestFirst(classes, context).at(-1)
  if (!lowest?.quota) return
  reportWarning(
    context,
    'quota-impossible',
    `đối tượng không còn chỗ trong loại "${lowest.title.text}" sẽ không được xếp loại nào`,
    [[lowest.quota.span, 'đây là loại thấp nhất']],
    'bỏ mức khống chế của loại thấp nhất, hoặc thêm một loại bên dưới',
  )
}

import type { Review, Words } from '../../ast.ts'
import { phaseText, reviewName } from '../../reviewName.ts'
import { type CheckContext, reportError } from '../context.ts'
import { addClause, removeClause, replaceBy } from '../repairs.ts'
import { reportRepeats } from './duplicates.ts'

/** Reports reviews over years that the rulebook does not judge one by one, does not have, or names in the wrong order; and names used twice. */
export function checkReviews(context: CheckContext): void {
  const { reviews } = context.rulebook
  checkYearByYear(context)
  for (const review of reviews) {
    if (review.phase.from > review.phase.to) reportOrder(context, review)
    else checkWithin(context, review)
  }
  checkNames(context)
}

function checkNames(context: CheckContext): void {
  const { reviews, source } = context.rulebook
  const names = reviews.map((review): Words => ({ text: reviewName(review), span: review.span }))
  const yearsAt = ({ span }: Words): string =>
    reviews.filter((review) => review.span === span).map(({ phase }) => phaseText(phase))[0] ?? ''
  const message = (text: string): string => `hai giai đoạn cùng tên «${text}»`
  // Of other years it is a phase of its own that only wants another name.
  reportRepeats(context, names, 'duplicate-name', message, (second, first) =>
    yearsAt(second) === yearsAt(first) ? [removeClause(source, second.span)] : [],
  )
}

/** Said once, at the first: one line mends them all. */
function checkYearByYear(context: CheckContext): void {
  const { rulebook } = context
  const { reviews, factPeriod, application, incomplete } = rulebook
  const [first] = reviews
  if (!first || incomplete || (factPeriod && !factPeriod.range)) return
  reportError(
    context,
    'phase-without-years',
    'giai đoạn lấy bình quân tổng điểm các năm, nhưng bộ tiêu chí không chấm riêng từng năm',
    [
      [first.span, 'giai đoạn này'],
      ...(factPeriod ? ([[factPeriod.span, 'mọi năm chấm bằng cùng một số liệu']] as const) : []),
    ],
    factPeriod
      ? 'thay dòng này bằng «kỳ số liệu từng năm»'
      : 'thêm dòng «kỳ số liệu từng năm» dưới dòng «áp dụng cho»',
    [
      factPeriod
        ? replaceBy(YEAR_BY_YEAR, factPeriod.span)
        : application && addClause(rulebook.source, application.span, YEAR_BY_YEAR),
    ],
  )
}

const YEAR_BY_YEAR = 'kỳ số liệu từng năm'

function reportOrder(context: CheckContext, { phase }: Review): void {
  const turned = phaseText({ from: phase.to, to: phase.from })
  reportError(
    context,
    'period-order',
    'năm cuối của giai đoạn đứng trước năm đầu',
    [[phase.span, 'các năm này']],
    'đổi chỗ hai năm',
    [replaceBy(turned, phase.span)],
  )
}

function checkWithin(context: CheckContext, { span, phase }: Review): void {
  const { source, application } = context.rulebook
  const range = application?.range
  if (!range || range.from.year > range.to.year) return
  const [first, last] = [range.from.year, range.to.year]
  if (first <= phase.from && phase.to <= last) return
  const within = { from: Math.max(first, phase.from), to: Math.min(last, phase.to) }
  const meets = within.from <= within.to
  reportError(
    context,
    'date-outside-period',
    `giai đoạn ${phaseText(phase)} có năm nằm ngoài thời gian của bộ tiêu chí`,
    [
      [phase.span, 'các năm này'],
      [range.span, 'bộ tiêu chí áp dụng trong thời gian này'],
    ],
    meets
      ? `viết «${phaseText(within)}», hoặc sửa thời gian áp dụng`
      : 'bỏ dòng này, hoặc sửa thời gian áp dụng',
    [meets ? replaceBy(phaseText(within), phase.span) : removeClause(source, span)],
  )
}

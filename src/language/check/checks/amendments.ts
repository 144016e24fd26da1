import { compareDates, formatDate } from '#base/plainDate.ts'
import type { Change, CriterionBody, Rulebook, Target } from '../../ast.ts'
import { consolidate } from '../../consolidate.ts'
import { criteriaOf, nodesOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/**
 * Reports amendments that change what is not there, or on a day on which the rulebook does not apply; and targets by year
 * that leave a year out or name one twice. Looks at the rulebook as written.
 */
export function checkAmendments(context: CheckContext): void {
  const { rulebook } = context
  const range = rulebook.application?.range
  const { amendments } = rulebook
  for (const [index, amendment] of amendments.entries()) {
    const { effective, span, changes } = amendment
    if (range && (compareDates(effective, range.from) < 0 || compareDates(effective, range.to) > 0)) {
      reportError(
        context,
        'date-outside-period',
        `sửa đổi có hiệu lực từ ${formatDate(effective)}, ngoài thời gian của bộ tiêu chí`,
        [
          [span, 'ngày hiệu lực này'],
          [range.span, 'bộ tiêu chí áp dụng trong thời gian này'],
        ],
        'sửa ngày hiệu lực, hoặc thời gian áp dụng',
      )
    }
    const previous = amendments[index - 1]
    if (previous && compareDates(previous.effective, effective) >= 0) {
      reportError(
        context,
        'period-order',
        'lần sửa đổi sau phải có hiệu lực sau lần trước',
        [
          [span, 'có hiệu lực không muộn hơn lần trước'],
          [previous.span, 'lần trước'],
        ],
        'xếp các lần sửa đổi theo ngày hiệu lực, mỗi lần một ngày',
      )
      continue
    }
    // Each change is held against the rulebook as the changes before it left it.
    const earlier = amendments.slice(0, index)
    for (const [position, change] of changes.entries()) {
      const upToHere = { ...amendment, changes: changes.slice(0, position) }
      checkChange(
        context,
        change,
        consolidate({ ...rulebook, amendments: [...earlier, upToHere] }, effective),
      )
    }
  }
  for (const criterion of criteriaOf(rulebook)) checkTargets(context, criterion, range?.from.year)
  for (const { changes, effective } of amendments) {
    for (const change of changes) {
      const said =
        change.kind === 'replace' ? change.body : change.kind === 'add' ? change.criterion : undefined
      if (said) checkTargets(context, said, effective.year)
    }
  }
}

function checkChange(context: CheckContext, change: Change, standing: Rulebook): void {
  const has = (kind: 'group' | 'criterion', code: string): boolean =>
    nodesOf(standing).some((node) => node.kind === kind && node.code.text === code)
  if (change.kind === 'add') {
    const { into, intoScope } = change
    if (!into || !intoScope || has(intoScope, into.text)) return
    reportUnknown(context, into.text, into.span, intoScope === 'group' ? 'nhóm' : 'tiêu chí')
    return
  }
  if (has(change.scope, change.code.text)) return
  reportUnknown(context, change.code.text, change.code.span, change.scope === 'group' ? 'nhóm' : 'tiêu chí')
}

function reportUnknown(context: CheckContext, code: string, span: Change['span'], what: string): void {
  reportError(
    context,
    'undeclared-name',
    `không có ${what} nào mang mã \`${code}\` để sửa đổi`,
    [[span, 'mã này không có, hoặc đã bị bãi bỏ']],
    'dùng mã của một tiêu chí đang có hiệu lực',
  )
}

function checkTargets(
  context: CheckContext,
  { target, exceptions }: Pick<CriterionBody, 'target' | 'exceptions'>,
  from: number | undefined,
): void {
  for (const one of [target, ...exceptions.map((exception) => exception.target)])
    checkYears(context, one, from)
}

/** Every year in which the rulebook applies and the target is in force has one goal. */
function checkYears(context: CheckContext, target: Target | undefined, first: number | undefined): void {
  const range = context.rulebook.application?.range
  if (!target || !range || target.byYear.length === 0) return
  for (let year = first ?? range.from.year; year <= range.to.year; year++) {
    const [one, second] = target.byYear.filter(
      ({ from, to }) => from <= year && (to === undefined || year <= to),
    )
    if (one && second) {
      reportError(
        context,
        'target-years',
        `năm ${year} có hai chỉ tiêu`,
        [
          [second.span, 'chỉ tiêu này'],
          [one.span, 'và chỉ tiêu này'],
        ],
        'sửa các năm để mỗi năm có một chỉ tiêu',
      )
      return
    }
    if (one) continue
    reportError(
      context,
      'target-years',
      `năm ${year} chưa có chỉ tiêu`,
      [
        [target.span, 'các năm nói ở đây'],
        [range.span, 'bộ tiêu chí áp dụng cả năm này'],
      ],
      `thêm «năm ${year} …», hoặc «từ năm ${year} …»`,
    )
    return
  }
}

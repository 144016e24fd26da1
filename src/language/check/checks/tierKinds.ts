import type { Words } from '../../ast.ts'
import { type CheckContext, reportMismatch } from '../context.ts'
import { nearLevel } from '../tierRepairs.ts'
import { fits, fitsSide, type TierTable, tierTables } from '../tierTables.ts'
import { describeNotation } from '../wording.ts'

/** Reports tiers that ask something else of a value than what it is. */
export function checkTierKinds(context: CheckContext): void {
  for (const table of tierTables(context.rulebook, context.symbols)) {
    // A date as a value is one mistake, told where the value stands.
    if (table.domain.kind === 'date') continue
    for (const tier of table.tiers)
      if (!fits(tier.condition, table)) reportTier(context, tier.condition, table)
  }
}

/** The names of levels that the condition uses. */
function levelsOf(condition: TierTable['tiers'][number]['condition']): readonly Words[] {
  if (condition.kind !== 'range') return []
  const { low, high } = condition
  const bounds = low === high ? [low] : [low, high]
  return bounds.flatMap((bound) => (bound?.at.kind === 'level' ? [bound.at.name] : []))
}

function reportTier(
  context: CheckContext,
  condition: TierTable['tiers'][number]['condition'],
  table: TierTable,
): void {
  if (condition.kind !== 'target') {
    const flag = table.domain.kind === 'flag'
    reportMismatch(
      context,
      'dòng này không cùng loại với giá trị được chấm',
      [[condition.span, describeNotation(table.domain)]],
      flag ? 'viết «có: … điểm» và «không: … điểm»' : 'viết các cận cùng loại với giá trị',
      levelsOf(condition).map((name) => nearLevel(name, table.domain)),
    )
    return
  }
  if (table.of === 'part') {
    reportMismatch(
      context,
      '«đạt chỉ tiêu» không dùng được dưới «cộng theo»',
      [[condition.span, 'chỉ tiêu là của cả tiêu chí, không phải của một phần']],
      'viết rõ cận, ví dụ «từ 24 trở lên: …»',
    )
  }
  // A tier by the target without a target, or with one of another kind, is reported where the target belongs.
  if (!table.target || fitsSide(condition.side, table.target.goal)) return
  reportMismatch(
    context,
    'dòng này cần một chỉ tiêu có hai đầu',
    [
      [condition.span, 'dòng này'],
      [table.target.span, 'chỉ tiêu chỉ có một đầu'],
    ],
    'viết «đạt chỉ tiêu» và «chưa đạt chỉ tiêu», hoặc chỉ tiêu như 5-7 đơn',
  )
}

import { assertNever } from '#base/assertNever.ts'
import { equals, ONE } from '#base/rational.ts'
import type { PerItem } from '../ast.ts'
import { plainAwardPhrase } from './awardPhrase.ts'
import type { Scoring } from './scoring.ts'
import { targetPhrase } from './targetText.ts'
import { isWhole, unitOfValue } from './units.ts'
import { deadlinePhrase } from './valueSentence.ts'
import { amountText, pointsText, sentence } from './words.ts'

/** `Cứ mỗi tháng chậm so với thời hạn 30/11/2026 trừ 2 điểm, nhiều nhất trừ hết điểm.` */
export function perItemSentence(rule: PerItem, scoring: Scoring): string {
  const step = [stepPhrase(rule, scoring), steppedPhrase(rule, scoring)]
    .filter((words) => words !== '')
    .join(' ')
  const verb = rule.effect === 'add' ? 'được' : 'trừ'
  const award = plainAwardPhrase(rule.award, scoring.maximum)
  const whole = isWhole(scoring.value, scoring.names) && equals(rule.step.value, ONE)
  const rest = whole ? '' : '; phần lẻ chưa đủ mức này không tính'
  return sentence(`cứ mỗi ${step} ${verb} ${award}, ${limitPhrase(rule, scoring)}${rest}`)
}

/** `bài`, `2 bài`, `10%`. */
function stepPhrase({ step, unit: written }: PerItem, { value, names }: Scoring): string {
  const unit = written === '' ? unitOfValue(value, names) : written
  const one = equals(step.value, ONE) && !step.percent
  return one && unit !== '' ? unit : amountText(step, unit)
}

/** What the steps are counted in; empty for the value itself. */
function steppedPhrase({ of }: PerItem, { value, target, deadline }: Scoring): string {
  switch (of) {
    case 'value':
      return value?.form.kind === 'lateness' ? `chậm so với ${deadlinePhrase(deadline)}` : ''
    case 'shortfall':
      return `thiếu so với ${targetPhrase(target)}`
    case 'excess':
      return `vượt ${targetPhrase(target)}`
    case 'deviation':
      return `lệch so với ${targetPhrase(target)}`
    default:
      return assertNever(of)
  }
}

/** The most that can come of it; without a limit of its own that is the maximum. */
function limitPhrase({ effect, limit }: PerItem, { maximum, role }: Scoring): string {
  const whole = !limit || (limit.kind === 'share' && equals(limit.share, ONE))
  if (effect === 'add') {
    if (!whole) return `nhiều nhất được ${plainAwardPhrase(limit, maximum)}`
    return `nhiều nhất bằng điểm tối đa${maximum ? ` (${pointsText(maximum)})` : ''}`
  }
  if (!whole) return `nhiều nhất trừ ${plainAwardPhrase(limit, maximum)}`
  return role === 'penalty' && maximum ? `nhiều nhất trừ ${pointsText(maximum)}` : 'nhiều nhất trừ hết điểm'
}

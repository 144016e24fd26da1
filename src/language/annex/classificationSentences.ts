import type { EntrantLevel } from '#base/entrantLevel.ts'
import type { Classification, ClassTier, Condition, Quota, RankingScope } from '../ast.ts'
import { type AnnexItem, item } from './annex.ts'
import { rangePhrase } from './conditionPhrase.ts'
import type { Names } from './names.ts'
import { testPhrase } from './testPhrase.ts'
import { amountText, marked } from './words.ts'

/** The classes from the highest, and what becomes of those who fail a condition or find no place. */
export function classificationItems(
  { classes, tentative }: Classification,
  cohort: Cohort,
  names: Names,
): readonly AnnexItem[] {
  const tested = classes.some(({ tests, quota }) => tests.length > 0 || quota)
  const limited = classes.some(({ quota }) => quota)
  return [
    item(
      `${marked('Xếp loại theo tổng điểm chưa làm tròn', tentative)}:`,
      classes.map((tier) => item(classSentence(tier, cohort, names))),
    ),
    ...(tested ? [item('Không đủ điều kiện của một loại thì xét loại liền kề bên dưới.')] : []),
    ...(limited
      ? [item('Số lượng theo tỷ lệ phần trăm lấy phần nguyên, xét theo thứ hạng từ trên xuống.')]
      : []),
  ]
}

function classSentence({ title, condition, tests, quota }: ClassTier, cohort: Cohort, names: Names): string {
  const conditions = [
    classCondition(condition),
    ...tests.map((test) => testPhrase(test, names)),
    ...(quota ? [quotaPhrase(quota, cohort, names)] : []),
  ]
  return `«${title.text}»: ${conditions.join('; ')}.`
}

/** Classes are by points alone; any other condition is the checker's to refuse. */
function classCondition(condition: Condition): string {
  return condition.kind === 'range' ? rangePhrase(condition, 'điểm') : 'các trường hợp còn lại'
}

/** Whom a class is shared out among. */
interface Cohort {
  readonly levels: readonly EntrantLevel[]
  readonly scope: RankingScope
}

/** `không quá 20% số thôn trong cụm, bằng nhau ở vị trí cuối thì cùng được`. */
function quotaPhrase({ share, ties }: Quota, { levels, scope }: Cohort, names: Names): string {
  const [only, second] = levels
  const whom = only && !second ? names.levelNames[only] : 'đối tượng cùng cấp'
  const where = scope === 'cluster' ? ' trong cụm' : ''
  const equals = ties === 'include' ? 'cùng được' : 'cùng không được'
  return `không quá ${amountText(share, '')} số ${whom}${where}, bằng nhau ở vị trí cuối thì ${equals}`
}

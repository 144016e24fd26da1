import { assertNever } from '#base/assertNever.ts'
import { equals, isZero, multiply, ONE, type Rational } from '#base/rational.ts'
import type { Award, Bound, Condition, PointsBound, PointsRange, RangeCondition } from '../ast.ts'
import { plainAwardPhrase } from './awardPhrase.ts'
import type { Scoring } from './scoring.ts'
import { sidePhrase } from './targetText.ts'
import { unitOfValue } from './units.ts'
import { amountText, percentText, pointsText } from './words.ts'

/** When a tier applies: `từ 12 đến 23 bài`, `đạt chỉ tiêu 90%`, `các trường hợp còn lại`. */
export function conditionPhrase(condition: Condition, { value, target, names }: Scoring): string {
  switch (condition.kind) {
    case 'range': {
      const range = rangePhrase(condition, unitOfValue(value, names))
      if (value?.form.kind !== 'lateness') return range
      return isInTime(condition) ? 'đúng thời hạn' : `chậm ${range}`
    }
    case 'target':
      return sidePhrase(condition.side, target)
    case 'flag':
      return condition.is ? 'có' : 'không'
    case 'rest':
      return 'các trường hợp còn lại'
    default:
      return assertNever(condition)
  }
}

/** A range in the words of the language; `unit` is printed where the author named none. */
export function rangePhrase({ low, high }: RangeCondition, unit: string): string {
  if (low && high && isSame(low, high)) {
    return low.at.kind === 'level' ? boundText(low, unit) : `bằng ${boundText(low, unit)}`
  }
  if (low && high) {
    const first = hasSameUnit(low, high) ? numberText(low) : boundText(low, unit)
    return `${low.inclusive ? 'từ' : 'trên'} ${first} ${high.inclusive ? 'đến' : 'đến dưới'} ${boundText(high, unit)}`
  }
  if (low) return low.inclusive ? `từ ${boundText(low, unit)} trở lên` : `trên ${boundText(low, unit)}`
  if (high) return `${high.inclusive ? 'không quá' : 'dưới'} ${boundText(high, unit)}`
  return 'mọi giá trị'
}

/** A range of points: `từ 50% điểm tối đa trở lên`, `dưới 2 điểm`; `maximum` where shares are of a known one. */
export function pointsRangePhrase({ low, high }: PointsRange, maximum: Rational | undefined): string {
  const text = ({ award }: PointsBound): string => boundPoints(award, maximum)
  if (low && high && low.inclusive && high.inclusive && text(low) === text(high)) return `bằng ${text(low)}`
  if (low && high)
    return `${low.inclusive ? 'từ' : 'trên'} ${text(low)} ${high.inclusive ? 'đến' : 'đến dưới'} ${text(high)}`
  if (low) return low.inclusive ? `từ ${text(low)} trở lên` : `trên ${text(low)}`
  if (high) return `${high.inclusive ? 'không quá' : 'dưới'} ${text(high)}`
  return 'bất kỳ'
}

/** Thresholds are read as percentages: `50% điểm tối đa (20 điểm)`. */
function boundPoints(award: Award, maximum: Rational | undefined): string {
  if (award.kind === 'points' || equals(award.share, ONE)) return plainAwardPhrase(award, maximum)
  const points = maximum ? ` (${pointsText(multiply(award.share, maximum))})` : ''
  return `${percentText(award.share)} điểm tối đa${points}`
}

function boundText({ at, unit: written }: Bound, unit: string): string {
  if (at.kind === 'level') return `mức «${at.name.text}»`
  return amountText(at.amount, written === '' ? unit : written)
}

/** The number without its unit of measure, which the second bound names. */
function numberText({ at }: Bound): string {
  return at.kind === 'level' ? `mức «${at.name.text}»` : amountText(at.amount, '')
}

function hasSameUnit(low: Bound, high: Bound): boolean {
  return low.unit === '' || low.unit === high.unit
}

function isSame(low: Bound, high: Bound): boolean {
  if (!low.inclusive || !high.inclusive) return false
  if (low.at.kind === 'level' || high.at.kind === 'level')
    return low.at.kind === 'level' && high.at.kind === 'level' && low.at.name.text === high.at.name.text
  return equals(low.at.amount.value, high.at.amount.value)
}

/** Nobody is less than not late. */
function isInTime({ high }: RangeCondition): boolean {
  return high?.inclusive === true && high.at.kind === 'amount' && isZero(high.at.amount.value)
}

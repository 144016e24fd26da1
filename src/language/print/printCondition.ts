import type { Bound, Condition, PointsBound, PointsRange, RangeCondition, TargetSide } from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { printAmount, printPointsBound } from './printPoints.ts'

/** What stands before the colon of a tier: `từ 12 đến 23`, `"Hoàn thành"`, `chưa đạt chỉ tiêu`, `còn lại`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'range':
      return isOneLevel(condition) ? printBound(condition.low) : printRange(condition)
    case 'target':
      return SIDES[condition.side]
    case 'flag':
      return condition.is ? 'có' : 'không'
    case 'rest':
      return 'còn lại'
  }
}

/** `từ 12 bài trở lên`, `trên 50% đến dưới 80%`, `bằng 4`. */
export function printRange({ low, high }: RangeCondition): string {
  if (low && high && isSame(low, high)) return `bằng ${printBound(low)}`
  return rangeWords(
    low && { text: printBound(low), inclusive: low.inclusive },
    high && { text: printBound(high), inclusive: high.inclusive },
  )
}

/** `từ 50% điểm tối đa trở lên`, `dưới 2 điểm`, `bằng 5 điểm`. */
export function printPointsRange({ low, high }: PointsRange): string {
  const bound = (written: PointsBound | undefined) =>
    written && { text: printPointsBound(written.award), inclusive: written.inclusive }
  const [from, to] = [bound(low), bound(high)]
  if (from && to && from.inclusive && to.inclusive && from.text === to.text) return `bằng ${from.text}`
  return rangeWords(from, to)
}

const SIDES: Readonly<Record<TargetSide, string>> = {
  reached: 'đạt chỉ tiêu',
  notReached: 'chưa đạt chỉ tiêu',
  below: 'dưới chỉ tiêu',
  within: 'trong chỉ tiêu',
  above: 'vượt chỉ tiêu',
}

interface WrittenBound {
  readonly text: string
  readonly inclusive: boolean
}

function rangeWords(low: WrittenBound | undefined, high: WrittenBound | undefined): string {
  if (low && high) {
    return `${low.inclusive ? 'từ' : 'trên'} ${low.text} ${high.inclusive ? 'đến' : 'đến dưới'} ${high.text}`
  }
  if (low) return low.inclusive ? `từ ${low.text} trở lên` : `trên ${low.text}`
  if (high) return high.inclusive ? `không quá ${high.text}` : `dưới ${high.text}`
  throw new Error('a range without a bound cannot be written')
}

function printBound({ at, unit }: Bound): string {
  if (at.kind === 'level') return quoted(at.name.text)
  return unit === '' ? printAmount(at.amount) : `${printAmount(at.amount)} ${unit}`
}

/** A level by itself is written without `bằng`. */
function isOneLevel(range: RangeCondition): range is RangeCondition & { readonly low: Bound } {
  const { low, high } = range
  return low?.at.kind === 'level' && high !== undefined && isSame(low, high)
}

function isSame(low: Bound, high: Bound): boolean {
  return low.inclusive && high.inclusive && printBound(low) === printBound(high)
}

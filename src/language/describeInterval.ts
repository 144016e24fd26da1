import type { Interval } from '#base/interval.ts'
import { divide, equals, isInteger, type Rational, subtract } from '#base/rational.ts'
import { formatValue, type NumberDomain } from './domain.ts'

/**
 * A range in the words of the language: `từ 80% trở lên`, `trên 23% đến dưới 24%`, `bằng 1 lần`. Between two bounds over
 * steps the upper one is named by the last step below it. The interval is not empty.
 */
export function describeInterval({ low, high }: Interval, { step, notation }: NumberDomain): string {
  const format = (value: Rational): string => formatValue(value, notation)
  const closed =
    high && step && (low || notation.kind === 'levels') && !high.after && isInteger(divide(high.at, step))
      ? { at: subtract(high.at, step), after: true }
      : high
  if (low && closed && !low.after && closed.after && equals(low.at, closed.at))
    return `bằng ${format(low.at)}`
  if (low && closed) {
    return `${low.after ? 'trên' : 'từ'} ${format(low.at)} ${closed.after ? 'đến' : 'đến dưới'} ${format(closed.at)}`
  }
  if (low) return low.after ? `trên ${format(low.at)}` : `từ ${format(low.at)} trở lên`
  if (closed) return closed.after ? `không quá ${format(closed.at)}` : `dưới ${format(closed.at)}`
  return 'mọi giá trị'
}

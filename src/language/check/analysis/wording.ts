import { formatExact } from '#base/formatNumber.ts'
import { type Interval, intersect, isEmpty, witness } from '#base/interval.ts'
import { compare, equals, negate, ONE, type Rational, ZERO } from '#base/rational.ts'
import { describeInterval } from '../../describeInterval.ts'
import { formatValue, type NumberDomain } from '../../domain.ts'
import { endsOf, type Piece } from '../../ranges/pieces.ts'

/** `được 5 điểm`, `bị trừ 2 điểm`. */
export function givenText(points: Rational): string {
  return compare(points, ZERO) < 0
    ? `bị trừ ${formatExact(negate(points))} điểm`
    : `được ${formatExact(points)} điểm`
}

/** A value of the piece that a person would name: its first, or its last, or one between. */
export function valueIn({ interval }: Pick<Piece, 'interval'>, domain: NumberDomain): Rational {
  const { first, last } = endsOf(interval, domain)
  if (first?.included) return first.at
  return last?.included ? last.at : witness(interval)
}

/** Why none of the values in the interval can occur: they lie outside what can, or between two steps. */
export function whyOutside(interval: Interval, domain: NumberDomain): string {
  const { step, notation } = domain
  const between = step && !isEmpty(intersect(interval, domain.interval))
  if (!between) return `giá trị chỉ ${describeInterval(domain.interval, domain)}`
  return equals(step, ONE)
    ? 'giá trị chỉ là số nguyên'
    : `giá trị đi từng bước ${formatValue(step, notation)}`
}

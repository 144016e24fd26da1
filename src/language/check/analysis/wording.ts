import { formatExact } from '#base/formatNumber.ts'
import { witness } from '#base/interval.ts'
import { compare, negate, type Rational, ZERO } from '#base/rational.ts'
import type { NumberDomain } from '../../domain.ts'
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

import { formatRounded } from '#base/formatNumber.ts'
import { divide, multiply, numerator, type Rational, rational } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import type { LeftOut } from '#simulate/index.ts'

/** What moves an order most, as bars, the longest first. Lengths are in the units of the picture. */
export interface TornadoView {
  readonly title: string
  /** Everything that the picture shows, in words. */
  readonly description: string
  readonly height: string
  readonly bars: readonly {
    readonly code: string
    readonly y: string
    readonly baseline: string
    readonly width: string
    readonly valueX: string
    readonly value: string
  }[]
}

const [LEFT, WIDTH, LINE] = [60, 200, 18]

/** `undefined` where nothing moves anybody. */
export function tornado(leftOut: readonly LeftOut[], title: string): TornadoView | undefined {
  const [longest] = leftOut
  if (!longest) return undefined
  return {
    title,
    description: `${leftOut.map(({ node, meanMove }) => `${node.code}: ${formatRounded(meanMove, 2)} hạng`).join('; ')}.`,
    height: String(LINE * leftOut.length + 4),
    bars: leftOut.map(({ node, meanMove }, index) => {
      const width = lengthOf(divide(meanMove, longest.meanMove))
      return {
        code: node.code,
        y: String(LINE * index + 3),
        baseline: String(LINE * index + 14),
        width: String(width),
        valueX: String(LEFT + width + 4),
        value: formatRounded(meanMove, 2),
      }
    }),
  }
}

function lengthOf(share: Rational): number {
  return Number(numerator(round(multiply(share, rational(BigInt(WIDTH))), 0, 'halfUp')))
}

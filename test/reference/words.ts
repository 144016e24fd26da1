import { exact, type Fraction, fraction, times } from './fractions.ts'
import type {
  Award,
  Bound,
  Combination,
  Gathering,
  Level,
  Notation,
  PointsRange,
  Range,
  Role,
  Test,
} from './model.ts'

/** What the language calls each of a kind of thing. */
export const LEVELS: Readonly<Record<Level, string>> = { commune: 'xã', village: 'thôn', unit: 'đơn vị' }
export const FREQUENCIES = { month: 'hằng tháng', quarter: 'hằng quý', year: 'hằng năm' } as const
export const EACH = { month: 'mỗi tháng', quarter: 'mỗi quý', year: 'mỗi năm' } as const
export const GATHERINGS: Readonly<Record<Gathering, string>> = {
  newest: 'mới nhất',
  sum: 'cộng dồn',
  mean: 'bình quân',
  least: 'nhỏ nhất',
  most: 'lớn nhất',
}
export const ROLES: Readonly<Record<Role, string>> = {
  scale: 'tối đa',
  bonus: 'khuyến khích, thưởng tối đa',
  penalty: 'trừ tối đa',
}
export const COMBINATIONS: Readonly<Record<Combination, string>> = {
  sum: '',
  best: ', chỉ tính thành phần cao nhất',
  worst: ', chỉ tính thành phần thấp nhất',
  average: ', tính bình quân các thành phần',
}

const HUNDRED = fraction(100)

/** A number as a Vietnamese reader writes it: `2,5` or, where that would never end, `10/3`. */
export function amountText(value: Fraction): string {
  for (let places = 0; places <= 4; places++) {
    const scaled = times(value, fraction(10n ** BigInt(places)))
    if (scaled.bottom !== 1n) continue
    const digits = `${scaled.top}`.padStart(places + 1, '0')
    return places === 0 ? digits : `${digits.slice(0, -places)},${digits.slice(-places)}`
  }
  return exact(value)
}

/** The same as a number, a percentage or the name of a level. */
export function valueText(value: Fraction, notation: Notation, names: readonly string[] = []): string {
  if (notation === 'percent') return `${amountText(times(value, HUNDRED))}%`
  return notation === 'level' ? `"${names[Number(value.top)]}"` : amountText(value)
}

/** `1/2 điểm tối đa`, `trừ 2,5 điểm`. */
export function awardText({ kind, amount, deducted }: Award): string {
  const taken = deducted ? 'trừ ' : ''
  if (kind === 'points') return `${taken}${amountText(amount)} điểm`
  return `${taken}${exact(amount) === '1' ? 'điểm tối đa' : `${amountText(amount)} điểm tối đa`}`
}

/** `từ 5 đến dưới 7`, `trên 20`. */
export function rangeText({ low, high, notation }: Range, names: readonly string[] = []): string {
  const text = (bound: Bound) => valueText(bound.at, notation, names)
  return boundsText(
    low && { text: text(low), included: low.included },
    high && { text: text(high), included: high.included },
  )
}

interface WrittenBound {
  readonly text: string
  readonly included: boolean
}

function boundsText(low: WrittenBound | undefined, high: WrittenBound | undefined): string {
  if (low && high) {
    if (low.text === high.text) return `bằng ${low.text}`
    return `${low.included ? 'từ' : 'trên'} ${low.text} ${high.included ? 'đến' : 'đến dưới'} ${high.text}`
  }
  if (low) return low.included ? `từ ${low.text} trở lên` : `trên ${low.text}`
  return high?.included ? `không quá ${high.text}` : `dưới ${high?.text}`
}

function pointsRangeText({ low, high }: PointsRange): string {
  const text = (bound: NonNullable<PointsRange['low']>) => ({
    text: awardText(bound.award),
    included: bound.included,
  })
  return boundsText(low && text(low), high && text(high))
}

/** A condition of ranking or of a class; `scopes` says what the node of a code is, `names` the levels of a measure. */
export function testText(
  test: Test,
  scopes: ReadonlyMap<string, string>,
  names: (measure: string) => readonly string[],
): string {
  switch (test.kind) {
    case 'flag':
      return `${test.is ? '' : 'không '}${test.measure}`
    case 'measure':
      return `${test.measure} ${rangeText(test.range, names(test.measure))}`
    case 'node':
      return `${scopes.get(test.code)} ${test.code} ${pointsRangeText(test.range)}`
    case 'every':
      return `${test.of === 'group' ? 'mọi nhóm' : 'mọi tiêu chí'} ${pointsRangeText(test.range)}`
  }
}

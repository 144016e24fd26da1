import { denominator, numerator, type Rational } from '#base/rational.ts'
import type { Weighed } from './frontier.ts'

/** One of each side. */
export interface Pair<Left, Right> {
  readonly left: Left
  readonly right: Right
}

/**
 * Of all pairs, those that no other of their kind beats, when efforts are added and values are added one by one. `kindOf` says of
 * what kind the pairs of two kinds are, by one of each; `undefined` for such as cannot go together. Pairs that take more than
 * `most` are left out.
 *
 * There may be millions of pairs, so sums are made in whole numbers of a common fraction, and a pair is only made into an object
 * when it stays.
 */
export function unbeatenPairs<Left extends Weighed, Right extends Weighed>(
  lefts: readonly Left[],
  rights: readonly Right[],
  kindOf: (left: Left, right: Right) => string | undefined,
  most: Rational | undefined,
): readonly Pair<Left, Right>[] {
  const scaled = scale(lefts, rights, most)
  const found = new Map<string, Tops<Left, Right>>()
  for (const some of groups(scaled.lefts)) {
    for (const others of groups(scaled.rights)) {
      const [one] = some
      const [other] = others
      const kind = one && other && kindOf(one.item, other.item)
      if (kind === undefined) continue
      const tops: Tops<Left, Right> = found.get(kind) ?? new Map()
      found.set(kind, tops)
      for (const left of some) {
        for (const right of others) {
          if (scaled.most !== undefined && left.effort + right.effort > scaled.most) break
          offer(tops, left, right)
        }
      }
    }
  }
  return [...found.values()].flatMap((tops) => unbeatenOf(tops))
}

/** An item in whole numbers, without the values that are the same in all. */
interface Scaled<Item> {
  readonly item: Item
  readonly effort: bigint
  readonly values: readonly bigint[]
}

/** A pair in whole numbers. */
interface Sum<Left, Right> {
  readonly left: Scaled<Left>
  readonly right: Scaled<Right>
  readonly values: readonly bigint[]
}

/** By effort, those that no other with the same effort beats. */
type Tops<Left, Right> = Map<bigint, Sum<Left, Right>[]>

function groups<Item extends Weighed>(items: readonly Scaled<Item>[]): readonly (readonly Scaled<Item>[])[] {
  const sorted = items.toSorted((left, right) =>
    left.effort < right.effort ? -1 : Number(left.effort > right.effort),
  )
  return [...Map.groupBy(sorted, ({ item }) => item.kind).values()]
}

function offer<Left, Right>(tops: Tops<Left, Right>, left: Scaled<Left>, right: Scaled<Right>): void {
  const effort = left.effort + right.effort
  const known = tops.get(effort)
  if (known?.some((one) => one.values.every((value, index) => value >= sumAt(left, right, index)))) return
  const values = left.values.map((_, index) => sumAt(left, right, index))
  const kept = known?.filter((one) => !one.values.every((value, index) => value <= (values[index] ?? 0n)))
  tops.set(effort, [...(kept ?? []), { left, right, values }])
}

function sumAt<Left, Right>({ values }: Scaled<Left>, other: Scaled<Right>, index: number): bigint {
  return (values[index] ?? 0n) + (other.values[index] ?? 0n)
}

function unbeatenOf<Left, Right>(tops: Tops<Left, Right>): readonly Pair<Left, Right>[] {
  const kept: Pair<Left, Right>[] = []
  const best: Sum<Left, Right>[] = []
  for (const effort of [...tops.keys()].toSorted((one, other) => (one < other ? -1 : 1))) {
    for (const sum of tops.get(effort) ?? []) {
      if (best.some((one) => one.values.every((value, index) => value >= (sum.values[index] ?? 0n)))) continue
      kept.push({ left: sum.left.item, right: sum.right.item })
      const beaten = best.findIndex((one) =>
        one.values.every((value, index) => value <= (sum.values[index] ?? 0n)),
      )
      if (beaten < 0) best.push(sum)
      else best[beaten] = sum
    }
  }
  return kept
}

function scale<Left extends Weighed, Right extends Weighed>(
  lefts: readonly Left[],
  rights: readonly Right[],
  most: Rational | undefined,
): {
  readonly lefts: readonly Scaled<Left>[]
  readonly rights: readonly Scaled<Right>[]
  readonly most: bigint | undefined
} {
  const all: readonly Weighed[] = [...lefts, ...rights]
  const efforts = commonDenominator([...all.map(({ effort }) => effort), ...(most ? [most] : [])])
  const width = all[0]?.values.length ?? 0
  const differing = Array.from({ length: width }, (_, index) => index).filter((index) =>
    [lefts, rights].some((side) => varies(side.flatMap(({ values }) => values[index] ?? []))),
  )
  const denominators = new Map(
    differing.map((index) => [index, commonDenominator(all.flatMap(({ values }) => values[index] ?? []))]),
  )
  const scaledOf = <Item extends Weighed>(item: Item): Scaled<Item> => ({
    item,
    effort: whole(item.effort, efforts),
    values: differing.flatMap((index) => {
      const value = item.values[index]
      return value ? [whole(value, denominators.get(index) ?? 1n)] : []
    }),
  })
  return { lefts: lefts.map(scaledOf), rights: rights.map(scaledOf), most: most && whole(most, efforts) }
}

function varies(values: readonly Rational[]): boolean {
  const [first] = values
  return values.some(
    (value) => first && (numerator(value) !== numerator(first) || denominator(value) !== denominator(first)),
  )
}

function whole(value: Rational, common: bigint): bigint {
  return numerator(value) * (common / denominator(value))
}

/** The least number that all denominators divide. */
function commonDenominator(values: readonly Rational[]): bigint {
  return values.reduce((common, value) => {
    const own = denominator(value)
    return common % own === 0n ? common : (common / greatestDivisor(common, own)) * own
  }, 1n)
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [one, other] = [left, right]
  while (other !== 0n) [one, other] = [other, one % other]
  return one
}

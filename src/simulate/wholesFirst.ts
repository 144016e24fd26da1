import type { Measure } from '#language/index.ts'

/** In an order in which each measure comes after the one that it is a part of, and that after its own whole. */
export function wholesFirst(
  measures: readonly Measure[],
  known: ReadonlyMap<string, Measure>,
): readonly Measure[] {
  const depth = new Map(measures.map((measure) => [measure, wholesOf(measure, known).length]))
  return measures.toSorted((left, right) => (depth.get(left) ?? 0) - (depth.get(right) ?? 0))
}

/** The measures that one is a part of, the nearest first: its whole, that of its whole, and so on. */
export function wholesOf(measure: Measure, known: ReadonlyMap<string, Measure>): readonly Measure[] {
  const wholes: Measure[] = []
  for (let one = measure; one.partOf; ) {
    const whole = known.get(one.partOf.text)
    if (!whole || wholes.includes(whole)) break
    wholes.push(whole)
    one = whole
  }
  return wholes
}

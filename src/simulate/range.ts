/** The middle of all draws, and what nine draws out of ten lie between: five in a hundred are below `low`, five above `high`. */
export interface Range<Value> {
  readonly low: Value
  readonly median: Value
  readonly high: Value
}

/** Of numbers from the least to the largest. Each bound is one that was drawn: nothing is interpolated. */
export function rangeOf<Value>(sorted: Float64Array, toValue: (drawn: number) => Value): Range<Value> {
  const at = (percent: number): Value =>
    toValue(sorted[Math.ceil((sorted.length * percent) / 100) - 1] as number)
  return { low: at(5), median: at(50), high: at(95) }
}

/** What the checks have proven to be there. */
export function certain<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a checked rulebook lacks what its checks prove')
  return value
}

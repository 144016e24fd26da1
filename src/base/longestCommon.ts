/**
 * The longest list that both have in the same order, with gaps: from the places in the first to those in the second. Takes as many steps as
 * the product of their lengths.
 */
export function longestCommon<Item>(
  first: readonly Item[],
  second: readonly Item[],
): ReadonlyMap<number, number> {
  // How long the longest is of what is left from a place in each.
  const lengths = Array.from({ length: first.length + 1 }, () => new Array<number>(second.length + 1).fill(0))
  const lengthAt = (one: number, other: number): number => lengths[one]?.[other] ?? 0
  for (let one = first.length - 1; one >= 0; one--)
    for (let other = second.length - 1; other >= 0; other--) {
      const row = lengths[one]
      if (!row) continue
      row[other] =
        first[one] === second[other]
          ? lengthAt(one + 1, other + 1) + 1
          : Math.max(lengthAt(one + 1, other), lengthAt(one, other + 1))
    }
  const common = new Map<number, number>()
  let [one, other] = [0, 0]
  while (one < first.length && other < second.length) {
    if (first[one] === second[other]) common.set(one++, other++)
    else if (lengthAt(one + 1, other) >= lengthAt(one, other + 1)) one++
    else other++
  }
  return common
}

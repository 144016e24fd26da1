import { plain } from './aspects.ts'

/** What two lists have in common and what only one of them has. */
export interface Pairs<Item> {
  readonly both: readonly { readonly old: Item; readonly new: Item }[]
  readonly removed: readonly Item[]
  readonly added: readonly Item[]
}

/**
 * Pairs the items of two lists by their key; of those that remain, by their title where it is the only such one on either
 * side: something that was only given another code or name is not another thing. Pairs and what was added are in the new order.
 */
export function pairUp<Item extends object>(
  old: readonly Item[],
  now: readonly Item[],
  keyOf: (item: Item) => string,
  titleOf: (item: Item) => string,
): Pairs<Item> {
  const oldByKey = new Map(old.map((item) => [keyOf(item), item]))
  const newKeys = new Set(now.map(keyOf))
  const title = (item: Item): string => plain(titleOf(item)) ?? ''
  const left = Map.groupBy(
    old.filter((item) => !newKeys.has(keyOf(item))),
    title,
  )
  const come = Map.groupBy(
    now.filter((item) => !oldByKey.has(keyOf(item))),
    title,
  )
  const counterpart = (item: Item): Item | undefined => {
    const byKey = oldByKey.get(keyOf(item))
    if (byKey || title(item) === '' || come.get(title(item))?.length !== 1) return byKey
    const [only, second] = left.get(title(item)) ?? []
    return second ? undefined : only
  }
  const met = now.map((item) => ({ old: counterpart(item), new: item }))
  const both = met.flatMap(({ old: before, new: after }) => (before ? [{ old: before, new: after }] : []))
  const kept = new Set(both.map(({ old: before }) => before))
  return {
    both,
    removed: old.filter((item) => !kept.has(item)),
    added: met.filter(({ old: before }) => !before).map(({ new: after }) => after),
  }
}

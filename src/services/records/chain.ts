/** A publication as far as the chain of an edition goes. */
export interface Link {
  readonly id: string
  readonly hash: string
  /** The one it was published after; `null` for the first, `undefined` where it cannot be read. */
  readonly before: { readonly id: string; readonly hash: string } | null | undefined
}

/**
 * In the order in which they were published, as far as each names the one before it: chains stand in the order of their first links. One
 * that cannot be read begins a chain, of those that name it.
 */
export function inChainOrder<Linked extends Link>(links: readonly Linked[]): readonly Linked[] {
  const ids = new Set(links.map(({ id }) => id))
  const followers = Map.groupBy(links, ({ before }) => before?.id)
  const ordered = new Set<Linked>()
  const follow = (link: Linked): void => {
    if (ordered.has(link)) return
    ordered.add(link)
    for (const next of followers.get(link.id) ?? []) follow(next)
  }
  for (const link of links) if (!link.before || !ids.has(link.before.id)) follow(link)
  for (const link of links) follow(link)
  return [...ordered]
}

/** What of the chain does not hold at a publication: one is gone before it, was changed, or has another after it. */
export function chainFaults(link: Link, links: readonly Link[]): readonly string[] {
  const { before } = link
  if (before === undefined) return []
  const rivals = links.filter(
    (other) => other !== link && other.before !== undefined && other.before?.id === before?.id,
  )
  const faults =
    rivals.length === 0 ? [] : [`cùng chỗ trong chuỗi với ${rivals.map(({ id }) => id).join(', ')}`]
  if (!before) return faults
  const found = links.find(({ id }) => id === before.id)
  if (!found) return [...faults, `thiếu bản công bố trước nó, ${before.id}`]
  return found.hash === before.hash ? faults : [...faults, `bản công bố trước nó, ${before.id}, đã bị sửa`]
}

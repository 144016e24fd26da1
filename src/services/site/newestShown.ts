import type { Board, UnreadableBoard } from './board.ts'
import type { Edition, Site } from './site.ts'

/** How an edition stands, as far as it can be shown. */
export interface NewestShown {
  /** The newest that can be shown; `undefined` where none can. */
  readonly board: Board | undefined
  /** The newest of all, where it is not that one. */
  readonly hidden: UnreadableBoard | undefined
}

/** The newest board of an edition: where the newest publication is not explained, the last before it that is. */
export async function newestShown(site: Site, { current }: Edition): Promise<NewestShown> {
  let hidden: UnreadableBoard | undefined
  for (const place of current.toReversed()) {
    const opened = await site.open(place)
    if (opened?.kind === 'board') return { board: opened.board, hidden }
    hidden ??= opened?.unreadable
  }
  return { board: undefined, hidden }
}

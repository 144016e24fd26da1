import { type Caveats, caveatsOf, sharedCaveats } from '#services/caveats.ts'
import type { Earlier } from '#services/site/earlier.ts'
import type { NewestShown } from '#services/site/newestShown.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import { communeName } from './crumbs.ts'
import { presentShort, type ShortBoardView } from './home.ts'
import { type HiddenView, presentHidden } from './unreadable.ts'

/** What pages about several editions tell of each, as far as it can be shown. */
export interface EditionInShort {
  /** What the commune calls itself, or the title of its rules; its code where nothing can be read. */
  readonly name: string
  readonly title: string
  readonly caveats: Caveats
  /** The newest board that can be shown, and that it is not the newest; or that there is none. */
  readonly newest: ShortBoardView | MissingBoardView
}

/** An edition of which no board can be shown. */
export interface MissingBoardView {
  readonly kind: 'missing'
  readonly heading: string
  readonly url: string
  readonly hidden: HiddenView | undefined
}

/** `name` is what the commune calls itself, where that is known. */
export function presentInShort(
  { commune, edition }: Edition,
  { board, hidden }: NewestShown,
  { earlier, name = commune }: { readonly earlier: Earlier | undefined; readonly name: string | undefined },
): EditionInShort {
  const notice = presentHidden(hidden, board)
  if (board)
    return {
      name: communeName(board),
      title: board.standings.program.rulebook.title.text,
      caveats: caveatsOf(board.standings),
      newest: hidden
        ? // What comes next was published already.
          { ...presentShort({ board, earlier }), next: '', hidden: notice }
        : presentShort({ board, earlier }),
    }
  const title = `${name} ${edition}`
  const url = pathOf({ kind: 'edition', commune, edition })
  return { name, title, caveats: [], newest: { kind: 'missing', heading: title, url, hidden: notice } }
}

/** Those that can be shown and those that cannot, and what has to be said of all that are. */
export function presentEditions(editions: readonly EditionInShort[]): {
  readonly caveats: string
  readonly boards: readonly ShortBoardView[]
  readonly missing: readonly MissingBoardView[]
} {
  const shown = editions.filter(({ newest }) => newest.kind === 'board')
  return {
    caveats: sharedCaveats(shown.map(({ caveats }) => caveats)).join(', '),
    boards: editions.flatMap(({ newest }) => (newest.kind === 'board' ? [newest] : [])),
    missing: editions.flatMap(({ newest }) => (newest.kind === 'missing' ? [newest] : [])),
  }
}

import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, HOME } from './crumbs.ts'
import { type EditionInShort, type MissingBoardView, presentEditions } from './editionInShort.ts'
import type { ShortBoardView } from './home.ts'

/** A commune: every edition of its rules that something was published of. */
export interface CommuneView extends PageFrame {
  readonly crumbs: Crumbs
  readonly name: string
  readonly boards: readonly ShortBoardView[]
  readonly missing: readonly MissingBoardView[]
}

export function presentCommune(commune: string, editions: readonly EditionInShort[]): CommuneView {
  const shown = editions.findLast(({ newest }) => newest.kind === 'board') ?? editions.at(-1)
  const name = shown?.name ?? commune
  return {
    pageTitle: `Thi đua của ${name}`,
    description: `Các bảng xếp hạng thi đua của ${name}.`,
    crumbs: HOME,
    name,
    ...presentEditions(editions),
  }
}

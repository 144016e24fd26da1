import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, communeName, HOME } from './crumbs.ts'
import { type BoardSince, presentShort, type ShortBoardView, sharedBy } from './home.ts'

/** A commune: every edition of its rules that something was published of. */
export interface CommuneView extends PageFrame {
  readonly crumbs: Crumbs
  readonly name: string
  readonly boards: readonly ShortBoardView[]
}

export function presentCommune(commune: string, boards: readonly BoardSince[]): CommuneView {
  const name = boards.map(({ board }) => communeName(board)).at(-1) ?? commune
  return {
    pageTitle: `Thi đua của ${name}`,
    description: `Các bảng xếp hạng thi đua của ${name}.`,
    caveats: sharedBy(boards),
    crumbs: HOME,
    name,
    boards: boards.map(presentShort),
  }
}

import { formatPeriod } from '#base/period.ts'
import type { Board } from '#services/site/board.ts'
import { type Address, pathOf } from '../address.ts'

/** The way from the front page to a page, without the page itself. */
export type Crumbs = readonly { readonly title: string; readonly url: string }[]

export const HOME: Crumbs = [crumb('Trang đầu', { kind: 'home' })]

/** To an edition of a commune's rules. */
export function crumbsToEdition(commune: string, name: string): Crumbs {
  return [...HOME, crumb(name, { kind: 'commune', commune })]
}

/** To a board. */
export function crumbsToBoard(board: Board): Crumbs {
  const { commune, edition } = board.ref
  return [
    ...crumbsToEdition(commune, communeName(board)),
    crumb(edition, { kind: 'edition', commune, edition }),
  ]
}

/** To a page below a board. */
export function crumbsInBoard(board: Board): Crumbs {
  return [...crumbsToBoard(board), crumb(formatPeriod(board.ref.period), { kind: 'board', at: board })]
}

function crumb(title: string, address: Address): Crumbs[number] {
  return { title, url: pathOf(address) }
}

/** The commune's own name, or for one that is not scored itself the title of its rules. */
export function communeName({ standings: { dossier, program } }: Board): string {
  const own = dossier.entrants.find(({ level }) => level === 'commune')
  return own?.name ?? program.rulebook.title.text
}

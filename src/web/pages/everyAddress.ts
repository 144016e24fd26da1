import type { Board, BoardPlace } from '#services/site/board.ts'
import type { Published } from '#services/site/siteKeeper.ts'
import { type Address, DATA_FILES } from '../address.ts'
import { nodesIn } from '../presenters/criterion.ts'
import { listsWithPages, pagesOf } from '../presenters/lists.ts'
import { offeredPairs } from '../site/comparedPairs.ts'
import { isNewest, isSimulated, isWeighed } from '../site/isSimulated.ts'
import { comparesTargets, type PublicSite } from '../site/publicSite.ts'

/** Every address that pages of the site link to: what an export writes and a crawl finds. */
export async function* everyAddress(of: PublicSite): AsyncGenerator<Address> {
  const { site } = of
  yield { kind: 'home' }
  if (await comparesTargets(of)) yield { kind: 'targets' }
  yield { kind: 'openData' }
  for (const commune of new Set(site.editions.map((edition) => edition.commune)))
    yield { kind: 'commune', commune }
  for (const { commune, edition, all } of site.editions) {
    yield { kind: 'edition', commune, edition }
    yield { kind: 'archive', commune, edition }
    yield { kind: 'feed', commune, edition }
    for (const at of all) {
      const opened = await site.open(at)
      if (!opened) continue
      yield { kind: 'board', at }
      const hasText = opened.kind === 'board' || opened.unreadable.why.kind !== 'unread'
      if (hasText) yield { kind: 'data', at, file: 'cong-bo.json' }
      if (opened.kind === 'board') {
        yield* addressesIn(at, opened.board)
        if (isNewest(site, opened.board)) yield { kind: 'impact', at, query: '' }
        if (isSimulated(site, opened.board)) yield* simulationsOf(at, opened.board)
        if (isWeighed(site, opened.board))
          yield* [{ kind: 'outlook', at } as const, { kind: 'sensitivity', at } as const]
      }
      if (opened.kind === 'unreadable') yield* addressesOfUnread(at, await site.results(at))
    }
  }
}

/** What was published of them is told on pages of other periods, and leads to theirs, which say why they are not shown. */
function* addressesOfUnread(at: BoardPlace, published: Published | undefined): Generator<Address> {
  if (published?.kind !== 'published') return
  for (const entrant of published.results.keys()) yield { kind: 'entrant', at, entrant }
}

function* simulationsOf(at: BoardPlace, { standings }: Board): Generator<Address> {
  for (const { entrant } of standings.sheets) yield { kind: 'simulation', at, entrant: entrant.id, query: '' }
}

function* addressesIn(at: BoardPlace, board: Board): Generator<Address> {
  const { standings, phases } = board
  for (const file of DATA_FILES) if (file !== 'cong-bo.json') yield { kind: 'data', at, file }
  yield { kind: 'find', at, query: '' }
  for (const list of listsWithPages(board))
    for (let page = 1; page <= pagesOf(list); page++) yield { kind: 'list', at, slug: list.slug, page }
  yield { kind: 'boardCard', at }
  yield { kind: 'publicationScript', at }
  for (const { entrant } of standings.sheets) {
    yield { kind: 'entrant', at, entrant: entrant.id }
    yield { kind: 'recheck', at, entrant: entrant.id }
    yield { kind: 'entrantCard', at, entrant: entrant.id }
  }
  yield { kind: 'rulebook', at }
  yield { kind: 'rulebookText', at }
  for (const { code } of nodesIn(standings.program.nodes)) yield { kind: 'criterion', at, code }
  for (const { first, second } of offeredPairs(standings))
    yield { kind: 'comparison', at, first: first.entrant.id, second: second.entrant.id }
  for (let number = 1; number <= phases.length; number++) yield { kind: 'phase', at, number }
}

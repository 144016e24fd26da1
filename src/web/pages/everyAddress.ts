import type { Board, BoardPlace } from '#services/site/board.ts'
import type { Address } from '../address.ts'
import type { PublicSite } from '../site/publicSite.ts'

/** Every address that pages of the site link to: what an export writes and a crawl finds. */
export async function* everyAddress({ site, indicators }: PublicSite): AsyncGenerator<Address> {
  yield { kind: 'home' }
  if (indicators.length > 0) yield { kind: 'targets' }
  for (const commune of new Set(site.editions.map((edition) => edition.commune)))
    yield { kind: 'commune', commune }
  for (const { commune, edition, all } of site.editions) {
    yield { kind: 'edition', commune, edition }
    for (const at of all) {
      const opened = await site.open(at)
      yield { kind: 'board', at }
      if (opened?.kind === 'board') yield* addressesIn(at, opened.board)
    }
  }
}

function* addressesIn(at: BoardPlace, { standings, phases }: Board): Generator<Address> {
  yield { kind: 'boardCard', at }
  for (const { entrant } of standings.sheets) {
    yield { kind: 'entrant', at, entrant: entrant.id }
    yield { kind: 'entrantCard', at, entrant: entrant.id }
  }
  for (let number = 1; number <= phases.length; number++) yield { kind: 'phase', at, number }
}

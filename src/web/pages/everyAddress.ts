import type { Board, BoardPlace } from '#services/site/board.ts'
import type { Address } from '../address.ts'
import { nodesIn } from '../presenters/criterion.ts'
import { offeredPairs } from '../site/comparedPairs.ts'
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
  yield { kind: 'rulebook', at }
  yield { kind: 'rulebookText', at }
  for (const { code } of nodesIn(standings.program.nodes)) yield { kind: 'criterion', at, code }
  for (const { first, second } of offeredPairs(standings))
    yield { kind: 'comparison', at, first: first.entrant.id, second: second.entrant.id }
  for (let number = 1; number <= phases.length; number++) yield { kind: 'phase', at, number }
}

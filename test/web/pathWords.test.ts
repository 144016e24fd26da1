import { expect, test } from 'vitest'
import type { Entrant } from '#records/entrant.ts'
import type { BoardPlace } from '#services/site/board.ts'
import { SITE_WORDS, takenNames } from '#services/site/pathWords.ts'
import { type Address, pathOf } from '#web/address.ts'
import { everyAsset } from '#web/site/assets.ts'

const COMMUNE = 'xa'
const ENTRANT = 'thon-1'
const edition = { commune: COMMUNE, edition: '2026' }
const at: BoardPlace = {
  ref: { ...edition, period: { frequency: 'month', year: 2026, index: 1 }, version: 1 },
  current: true,
}

/** One address of each kind. */
const ADDRESSES: { readonly [Kind in Address['kind']]: Extract<Address, { readonly kind: Kind }> } = {
  home: { kind: 'home' },
  targets: { kind: 'targets' },
  openData: { kind: 'openData' },
  commune: { kind: 'commune', commune: COMMUNE },
  edition: { kind: 'edition', ...edition },
  archive: { kind: 'archive', ...edition },
  feed: { kind: 'feed', ...edition },
  board: { kind: 'board', at },
  entrant: { kind: 'entrant', at, entrant: ENTRANT },
  list: { kind: 'list', at, slug: 'thon', page: 2 },
  find: { kind: 'find', at, query: '' },
  data: { kind: 'data', at, file: 'ket-qua.csv' },
  recheck: { kind: 'recheck', at, entrant: ENTRANT },
  simulation: { kind: 'simulation', at, entrant: ENTRANT, query: '' },
  outlook: { kind: 'outlook', at },
  sensitivity: { kind: 'sensitivity', at },
  impact: { kind: 'impact', at, query: '' },
  scenarioFile: { kind: 'scenarioFile', at, entrant: ENTRANT, query: '' },
  publicationScript: { kind: 'publicationScript', at },
  boardCard: { kind: 'boardCard', at },
  entrantCard: { kind: 'entrantCard', at, entrant: ENTRANT },
  criterion: { kind: 'criterion', at, code: '1' },
  rulebook: { kind: 'rulebook', at },
  rulebookText: { kind: 'rulebookText', at },
  comparison: { kind: 'comparison', at, first: ENTRANT, second: 'thon-2' },
  phase: { kind: 'phase', at, number: 1 },
}

const entrant = (id: string): Entrant => ({
  id,
  name: 'Thôn 1',
  level: 'village',
  kind: 'thôn',
  parent: undefined,
  cluster: undefined,
  attributes: [],
})

/** Whether somebody who is called like the word would be refused. */
const isTaken = (word: string, below: 'site' | 'board'): boolean =>
  takenNames(below === 'site' ? word : '', below === 'board' ? [entrant(word)] : []).length > 0

test.each(Object.values(ADDRESSES))('no commune and no entrant can be where $kind is', (address) => {
  const [, first = '', , , below = ''] = pathOf(address).split('/')
  if (first !== '' && first !== COMMUNE) expect([first, isTaken(first, 'site')]).toEqual([first, true])
  // The id of an entrant has no dot.
  const free = below === '' || below === ENTRANT || below.includes('.')
  if (!free) expect([below, isTaken(below, 'board')]).toEqual([below, true])
})

test('nor where the files of its looks are, or what tells whether it is well', async () => {
  for await (const { path } of everyAsset()) expect(isTaken(path.split('/')[1] ?? '', 'site')).toBe(true)
  expect(isTaken(SITE_WORDS.health, 'site')).toBe(true)
  expect(isTaken('So-Sanh', 'site')).toBe(true)
})

test('any other name is free', () => {
  expect(takenNames('an-nong', [entrant('thon-1'), entrant('assets')])).toEqual([])
})

import type { Address } from '../address.ts'

/**
 * Whether a kind of address is a page, which as a file is the `index.html` of a folder of its name, or a file already. Paths
 * alone do not tell: `/…/tieu-chi/5.10` is a page.
 */
export const STANDS_AS: Readonly<Record<Address['kind'], 'page' | 'file'>> = {
  home: 'page',
  targets: 'page',
  commune: 'page',
  edition: 'page',
  board: 'page',
  entrant: 'page',
  list: 'page',
  find: 'page',
  archive: 'page',
  feed: 'file',
  data: 'file',
  openData: 'page',
  recheck: 'page',
  simulation: 'page',
  outlook: 'page',
  sensitivity: 'page',
  impact: 'page',
  scenarioFile: 'file',
  publicationScript: 'file',
  boardCard: 'file',
  entrantCard: 'file',
  criterion: 'page',
  rulebook: 'page',
  rulebookText: 'file',
  comparison: 'page',
  phase: 'page',
}

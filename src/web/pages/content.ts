import { assertNever } from '#base/assertNever.ts'
import type { ScoreSheet } from '#engine/index.ts'
import type { Board, BoardPlace, UnreadableBoard } from '#services/site/board.ts'
import { type Earlier, earlierOf } from '#services/site/earlier.ts'
import { historyOf } from '#services/site/history.ts'
import { newestShown } from '#services/site/newestShown.ts'
import type { Edition, Site } from '#services/site/site.ts'
import { type Address, type DataFile, pathOf } from '../address.ts'
import { liveBundle, recheckBundle } from '../bundles/bundles.ts'
import { presentArchive } from '../presenters/archive.ts'
import { presentBoard } from '../presenters/board.ts'
import type { BoardFrame } from '../presenters/boardFrame.ts'
import { type CardView, presentBoardCard, presentEntrantCard } from '../presenters/card.ts'
import { presentCommune } from '../presenters/commune.ts'
import { presentComparison } from '../presenters/comparison.ts'
import { presentCriterion } from '../presenters/criterion.ts'
import { presentEdition } from '../presenters/edition.ts'
import { type EditionInShort, presentInShort } from '../presenters/editionInShort.ts'
import { presentEntrant } from '../presenters/entrant.ts'
import { type FeedView, presentFeed } from '../presenters/feed.ts'
import { presentFind } from '../presenters/find.ts'
import { presentHome, presentManyCommunes } from '../presenters/home.ts'
import { otherRulesOf, presentImpactPage } from '../presenters/impact/impact.ts'
import { presentList } from '../presenters/list.ts'
import { presentOpenData } from '../presenters/openData.ts'
import { presentOutlook } from '../presenters/outlook/outlook.ts'
import { presentSensitivity } from '../presenters/outlook/sensitivity.ts'
import { presentPhase } from '../presenters/phase.ts'
import { presentRecheck } from '../presenters/recheck.ts'
import { presentRulebook } from '../presenters/rulebook.ts'
import { scenarioFile } from '../presenters/simulation/scenarioFile.ts'
import { otherRules, presentSimulation } from '../presenters/simulation/simulation.ts'
import { presentSuperseded } from '../presenters/superseded.ts'
import { presentTargets } from '../presenters/targets.ts'
import { presentUnreadable } from '../presenters/unreadable.ts'
import { publicationScript, publicationScriptSize } from '../recheck/publicationScript.ts'
import { cohortWith } from '../site/comparedPairs.ts'
import { CSV_TYPE, dataFile, JSON_TYPE } from '../site/dataFile.ts'
import { canBeWeighed, isNewest, isSimulated, isWeighed } from '../site/isSimulated.ts'
import { oncePerEdition } from '../site/oncePerEdition.ts'
import { comparedTargets, comparesTargets, type PublicSite } from '../site/publicSite.ts'
import { publishedIn } from '../site/publishedIn.ts'
import type { Page, PageFrame } from '../site/renderer.ts'
import { rulesByHash } from '../site/rulesByHash.ts'

/** What stands at an address: a page to be laid out, a file as it is, or the way to another address. */
export type Content =
  | { readonly kind: 'page'; readonly page: Page }
  /** What was asked for stands at another path. */
  | { readonly kind: 'moved'; readonly path: string }
  | { readonly kind: 'file'; readonly type: string; readonly body: string | Uint8Array }
  /** The picture that a shared link shows. */
  | { readonly kind: 'card'; readonly card: CardView }
  /** What is new, for programs that look for it. */
  | { readonly kind: 'feed'; readonly feed: FeedView }

/** What stands at an address; `undefined` where the publication has no such entrant, criterion or page. */
export async function contentAt(of: PublicSite, address: Address): Promise<Content | undefined> {
  switch (address.kind) {
    case 'home':
      return homeContent(of)
    case 'targets':
      return targetsContent(of)
    case 'commune':
      return communeContent(of, address.commune)
    case 'edition':
      return editionContent(of, address)
    case 'board':
      return boardContent(of, address.at, async (board) => {
        const edition = of.site.edition(board.ref.commune, board.ref.edition)
        if (!edition) return undefined
        const earlier = await earlierOf(of.site, board)
        return page(
          'board',
          presentBoard(board, edition, {
            earlier,
            weighed: isWeighed(of.site, board),
            rewritten: isNewest(of.site, board),
          }),
        )
      })
    case 'list':
      return boardContent(of, address.at, async (board) => {
        const view = presentList(board, address, await earlierOf(of.site, board))
        return view && page('list', view)
      })
    case 'find':
      return boardContent(of, address.at, (board) => page('find', presentFind(board, address.query)))
    case 'archive':
      return archiveContent(of, address)
    case 'feed':
      return feedContent(of, address)
    case 'data':
      return dataContent(of, address.at, address.file)
    case 'openData':
      return page('openData', presentOpenData(await anyShown(of.site)))
    case 'entrant':
      return boardContent(of, address.at, async (board) => {
        const sheet = board.standings.sheets.find(({ entrant }) => entrant.id === address.entrant)
        if (!sheet) return undefined
        const earlier = await earlierOf(of.site, board)
        const history = await historyOf(of.site, board, address.entrant)
        const before = earlier && (await sheetIn(of, earlier, address.entrant))
        return page(
          'entrant',
          presentEntrant(board, sheet, {
            history,
            earlier,
            before,
            simulates: isSimulated(of.site, board),
            weighs: isWeighed(of.site, board),
          }),
        )
      })
    case 'recheck':
      return recheckContent(of, address)
    case 'simulation':
      return simulationContent(of, address)
    case 'outlook':
      return boardContent(of, address.at, (board) =>
        canBeWeighed(board) ? page('outlook', presentOutlook(board)) : undefined,
      )
    case 'sensitivity':
      return boardContent(of, address.at, (board) =>
        canBeWeighed(board) ? page('sensitivity', presentSensitivity(board)) : undefined,
      )
    case 'impact':
      return impactContent(of, address)
    case 'scenarioFile':
      return boardContent(of, address.at, (board) => {
        const file = scenarioFile(board, address)
        return file === undefined ? undefined : { kind: 'file', type: CSV_TYPE, body: file }
      })
    case 'publicationScript':
      return fileContent(of, address.at, async () => {
        const read = await of.site.read(address.at)
        return read.kind === 'text'
          ? { kind: 'file', type: SCRIPT, body: publicationScript(read.text) }
          : undefined
      })
    case 'boardCard':
      return fileContent(of, address.at, (board) => ({ kind: 'card', card: presentBoardCard(board) }))
    case 'entrantCard':
      return fileContent(of, address.at, (board) => {
        const sheet = board.standings.sheets.find(({ entrant }) => entrant.id === address.entrant)
        return sheet && { kind: 'card', card: presentEntrantCard(board, sheet) }
      })
    case 'criterion':
      return boardContent(of, address.at, (board) => {
        const view = presentCriterion(board, address.code)
        return view && page('criterion', view)
      })
    case 'rulebook':
      return boardContent(of, address.at, (board) => page('rulebook', presentRulebook(board)))
    case 'rulebookText':
      return fileContent(of, address.at, ({ publication }) => ({
        kind: 'file',
        type: 'text/plain; charset=utf-8',
        body: publication.rulebook.text,
      }))
    case 'comparison':
      return boardContent(of, address.at, (board) => comparisonContent(board, address))
    case 'phase':
      return boardContent(of, address.at, (board) => {
        const phase = board.phases[address.number - 1]
        return phase && page('phase', presentPhase(board, phase))
      })
    default:
      return assertNever(address)
  }
}

/** A page of a publication says what has to be said of its figures. */
type BoardContent = Exclude<Content, { kind: 'page' }> | PageOf<BoardFrame>

interface PageOf<View extends PageFrame> {
  readonly kind: 'page'
  readonly page: { readonly template: string; readonly view: View }
}

function page<View extends PageFrame>(template: string, view: View): PageOf<View> {
  return { kind: 'page', page: { template, view } }
}

/** An entrant's sheet in a publication that a board is held against. */
async function sheetIn(
  { site }: PublicSite,
  { place }: Earlier,
  id: string,
): Promise<ScoreSheet | undefined> {
  const opened = await site.open(place)
  if (opened?.kind !== 'board') return undefined
  return opened.board.standings.sheets.find(({ entrant }) => entrant.id === id)
}

const editionInShort = oncePerEdition(async (site, edition) => {
  const newest = await newestShown(site, edition)
  const earlier = newest.board && (await earlierOf(site, newest.board))
  return presentInShort(edition, newest, { earlier, name: await nameIn(site, edition) })
})

function inShort({ site }: PublicSite, editions: readonly Edition[]): Promise<readonly EditionInShort[]> {
  return Promise.all(editions.map((edition) => editionInShort(site, edition)))
}

function comparisonContent(
  board: Board,
  { first, second }: Extract<Address, { kind: 'comparison' }>,
): BoardContent | undefined {
  const { standings } = board
  const one = standings.sheets.find(({ entrant }) => entrant.id === first)
  const cohort = one ? cohortWith(one, standings) : []
  const other = cohort.find(({ entrant }) => entrant.id === second)
  if (!one || !other || one === other) return undefined
  if (cohort.indexOf(one) < cohort.indexOf(other))
    return page('comparison', presentComparison(board, one, other))
  const path = pathOf({ kind: 'comparison', at: board, first: second, second: first })
  return { kind: 'moved', path }
}

/** Of so many editions the front page shows each in short; more would be a long way to one's own. */
const MOST_SHOWN = 12

async function homeContent(of: PublicSite): Promise<Content> {
  const compares = await comparesTargets(of)
  if (of.site.editions.length > MOST_SHOWN)
    return page('home', presentManyCommunes(await communeNames(of), compares))
  return page('home', presentHome(await inShort(of, of.site.editions), compares))
}

async function targetsContent(of: PublicSite): Promise<Content | undefined> {
  const targets = await comparedTargets(of)
  return targets && page('targets', presentTargets(targets))
}

async function communeContent(of: PublicSite, commune: string): Promise<Content> {
  const editions = of.site.editions.filter((edition) => edition.commune === commune)
  return page('commune', presentCommune(commune, await inShort(of, editions)))
}

async function editionContent(
  of: PublicSite,
  { commune, edition: name }: { readonly commune: string; readonly edition: string },
): Promise<Content | undefined> {
  const edition = of.site.edition(commune, name)
  return edition && page('edition', presentEdition(edition, await editionInShort(of.site, edition)))
}

/** The communes of a site and what they call themselves. */
async function communeNames({ site }: PublicSite): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const edition of site.editions) {
    const name = await nameIn(site, edition)
    if (name !== undefined || !names.has(edition.commune)) names.set(edition.commune, name ?? edition.commune)
  }
  return names
}

/** What the commune calls itself, or for one that is not scored itself its code. */
async function nameOf({ site }: PublicSite, edition: Edition): Promise<string> {
  return (await nameIn(site, edition)) ?? edition.commune
}

/** What the commune calls itself in the newest publication that can be read; `undefined` where it is not scored itself. */
async function nameIn(site: Site, { current }: Edition): Promise<string | undefined> {
  for (const place of current.toReversed())
    if ((await site.results(place))?.kind === 'published') return site.communeName(place)
  return undefined
}

async function archiveContent(
  of: PublicSite,
  { commune, edition: name }: { readonly commune: string; readonly edition: string },
): Promise<Content | undefined> {
  const edition = of.site.edition(commune, name)
  if (!edition) return undefined
  const publications = await publishedIn(of.site, edition)
  return page('archive', presentArchive(edition, publications, await nameOf(of, edition)))
}

async function feedContent(
  of: PublicSite,
  { commune, edition: name }: { readonly commune: string; readonly edition: string },
): Promise<Content | undefined> {
  const edition = of.site.edition(commune, name)
  if (!edition) return undefined
  const publications = await publishedIn(of.site, edition)
  return { kind: 'feed', feed: presentFeed(edition, publications, await nameOf(of, edition)) }
}

/** The first board there is to show. */
async function anyShown(site: Site): Promise<BoardPlace | undefined> {
  for (const edition of site.editions) {
    const { board } = await newestShown(site, edition)
    if (board) return board
  }
  return undefined
}

const SCRIPT = 'text/javascript; charset=utf-8'

async function recheckContent(
  of: PublicSite,
  { at, entrant }: Extract<Address, { kind: 'recheck' }>,
): Promise<Content | undefined> {
  return boardContent(of, at, async (board) => {
    const sheet = board.standings.sheets.find((each) => each.entrant.id === entrant)
    if (!sheet) return undefined
    const { path, body } = await recheckBundle()
    const publicationBytes = publicationScriptSize(board.publication)
    const files = { engine: { path, bytes: body.length }, publicationBytes }
    return page('recheck', presentRecheck(board, sheet, files))
  })
}

async function simulationContent(
  of: PublicSite,
  { at, entrant, query }: Extract<Address, { kind: 'simulation' }>,
): Promise<Content | undefined> {
  return boardContent(of, at, async (board) => {
    const sheet = board.standings.sheets.find((each) => each.entrant.id === entrant)
    if (!sheet) return undefined
    const { path, body } = await liveBundle()
    const earlierRules = await rulesByHash(of.site, board, otherRules(query, board))
    const publicationBytes = publicationScriptSize(board.publication)
    const weighed = isWeighed(of.site, board)
    const request = { query, earlierRules, engine: { path, bytes: body.length }, publicationBytes, weighed }
    return page('simulation', presentSimulation(board, sheet, request))
  })
}

async function impactContent(
  of: PublicSite,
  { at, query }: Extract<Address, { kind: 'impact' }>,
): Promise<Content | undefined> {
  return boardContent(of, at, async (board) => {
    const { path, body } = await liveBundle()
    const earlierRules = await rulesByHash(of.site, board, otherRulesOf(query, board))
    const publicationBytes = publicationScriptSize(board.publication)
    const request = { query, earlierRules, engine: { path, bytes: body.length }, publicationBytes }
    return page('impact', presentImpactPage(board, request))
  })
}

async function dataContent(of: PublicSite, at: BoardPlace, file: DataFile): Promise<Content | undefined> {
  if (file !== 'cong-bo.json')
    return fileContent(of, at, (board) => ({ kind: 'file', ...dataFile(board, file) }))
  // Handed out as it was published, whatever this program thinks of it.
  const read = await of.site.read(at)
  return read.kind === 'text' ? { kind: 'file', type: JSON_TYPE, body: read.text } : undefined
}

/** A file made of a publication; of one that is not explained there is none. */
async function fileContent(
  { site }: PublicSite,
  at: BoardPlace,
  present: (board: Board) => Content | undefined | Promise<Content | undefined>,
): Promise<Content | undefined> {
  const opened = await site.open(at)
  return opened?.kind === 'board' ? present(opened.board) : undefined
}

/** A page of one publication. Where it is not explained, a page says so in place of each of its pages. */
async function boardContent(
  of: PublicSite,
  at: BoardPlace,
  present: (board: Board) => BoardContent | undefined | Promise<BoardContent | undefined>,
): Promise<Content | undefined> {
  const opened = await of.site.open(at)
  if (opened === undefined) return undefined
  const content: Content | undefined =
    opened.kind === 'board' ? await present(opened.board) : await unreadableContent(of, opened.unreadable)
  if (content?.kind !== 'page' || at.current) return content
  const superseded = presentSuperseded(at, of.site)
  return page(content.page.template, { ...content.page.view, ...(superseded ? { superseded } : {}) })
}

async function unreadableContent(of: PublicSite, unreadable: UnreadableBoard): Promise<Content> {
  const { commune, edition: name } = unreadable.ref
  const edition = of.site.edition(commune, name)
  return page('unreadable', presentUnreadable(unreadable, edition ? await nameOf(of, edition) : commune))
}

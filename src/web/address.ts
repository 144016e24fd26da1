import { assertNever } from '#base/assertNever.ts'
import type { Period } from '#base/period.ts'
import type { BoardPlace } from '#services/site/board.ts'
import { BOARD_WORDS, SITE_WORDS } from '#services/site/pathWords.ts'
import type { Edition, Site } from '#services/site/site.ts'

/** Every kind of page there is, by what it is of. A page stands at one path, and a path that was handed out stays. */
export type Address =
  | { readonly kind: 'home' }
  | { readonly kind: 'targets' }
  | { readonly kind: 'commune'; readonly commune: string }
  | { readonly kind: 'edition'; readonly commune: string; readonly edition: string }
  | { readonly kind: 'board'; readonly at: BoardPlace }
  | { readonly kind: 'entrant'; readonly at: BoardPlace; readonly entrant: string }
  /** One list of the board by itself, a page of it; pages are counted from 1. */
  | { readonly kind: 'list'; readonly at: BoardPlace; readonly slug: string; readonly page: number }
  /** Everyone by name; with a query, those whose names have it. The path does not tell the query. */
  | { readonly kind: 'find'; readonly at: BoardPlace; readonly query: string }
  /** All that was published of an edition, corrected or not, and what is new of it as a feed. */
  | { readonly kind: 'archive'; readonly commune: string; readonly edition: string }
  | { readonly kind: 'feed'; readonly commune: string; readonly edition: string }
  /** A publication as files, and the page that says what is in them. */
  | { readonly kind: 'data'; readonly at: BoardPlace; readonly file: DataFile }
  | { readonly kind: 'openData' }
  /** Where an entrant's points are computed again in the browser, and the publication as a script for that. */
  | { readonly kind: 'recheck'; readonly at: BoardPlace; readonly entrant: string }
  | { readonly kind: 'publicationScript'; readonly at: BoardPlace }
  /** Where a reader tries out what would change an entrant's rank; with what is asked, which the path does not tell. */
  | { readonly kind: 'simulation'; readonly at: BoardPlace; readonly entrant: string; readonly query: string }
  /** Where everyone may still end up. */
  | { readonly kind: 'outlook'; readonly at: BoardPlace }
  /** On what the order hangs. */
  | { readonly kind: 'sensitivity'; readonly at: BoardPlace }
  /** Where the rulebook is written anew in part, to see who would gain and who would lose; with what is asked, as for a simulation. */
  | { readonly kind: 'impact'; readonly at: BoardPlace; readonly query: string }
  /** A scenario as a table. */
  | {
      readonly kind: 'scenarioFile'
      readonly at: BoardPlace
      readonly entrant: string
      readonly query: string
    }
  /** What a link to the board, or to an entrant's page, shows in a chat. */
  | { readonly kind: 'boardCard'; readonly at: BoardPlace }
  | { readonly kind: 'entrantCard'; readonly at: BoardPlace; readonly entrant: string }
  /** A group or criterion, by its code as the rulebook writes it: `5.10`. */
  | { readonly kind: 'criterion'; readonly at: BoardPlace; readonly code: string }
  /** The rules as a page, and as the text they are written in. */
  | { readonly kind: 'rulebook'; readonly at: BoardPlace }
  | { readonly kind: 'rulebookText'; readonly at: BoardPlace }
  /** Two entrants of one cohort; the page stands at the path that names first whom the board names first. */
  | { readonly kind: 'comparison'; readonly at: BoardPlace; readonly first: string; readonly second: string }
  /** Reviews are counted from 1, in the order of the rulebook. */
  | { readonly kind: 'phase'; readonly at: BoardPlace; readonly number: number }

/** What a publication is handed out as. */
export const DATA_FILES = [
  'ket-qua.csv',
  'so-lieu.csv',
  'doi-tuong.csv',
  'ket-qua.json',
  'cong-bo.json',
] as const
export type DataFile = (typeof DATA_FILES)[number]

/** `/an-nong/2026/thang-10/thon-3`: where a page stands. */
export function pathOf(address: Address): string {
  switch (address.kind) {
    case 'home':
      return '/'
    case 'targets':
      return `/${SITE_WORDS.targets}`
    case 'commune':
      return `/${address.commune}`
    case 'edition':
      return `/${address.commune}/${address.edition}`
    case 'board':
      return boardPath(address.at)
    case 'entrant':
      return `${boardPath(address.at)}/${address.entrant}`
    case 'list':
      return `${boardPath(address.at)}/${BOARD_WORDS.list}/${address.slug}${address.page > 1 ? `/${address.page}` : ''}`
    case 'find':
      return `${boardPath(address.at)}/${BOARD_WORDS.find}`
    case 'archive':
      return `/${address.commune}/${address.edition}/luu-tru`
    case 'feed':
      return `/${address.commune}/${address.edition}/tin.xml`
    case 'data':
      return `${boardPath(address.at)}/${address.file}`
    case 'openData':
      return `/${SITE_WORDS.openData}`
    case 'recheck':
      return `${boardPath(address.at)}/${address.entrant}/tinh-lai`
    case 'simulation':
      return `${boardPath(address.at)}/${address.entrant}/mo-phong`
    case 'scenarioFile':
      return `${boardPath(address.at)}/${address.entrant}/kich-ban.csv`
    case 'outlook':
      return `${boardPath(address.at)}/${BOARD_WORDS.outlook}`
    case 'sensitivity':
      return `${boardPath(address.at)}/${BOARD_WORDS.sensitivity}`
    case 'impact':
      return `${boardPath(address.at)}/${BOARD_WORDS.impact}`
    case 'publicationScript':
      return `${boardPath(address.at)}/cong-bo.js`
    case 'boardCard':
      return `${boardPath(address.at)}/anh.png`
    case 'entrantCard':
      return `${boardPath(address.at)}/${address.entrant}/anh.png`
    case 'criterion':
      return `${boardPath(address.at)}/${BOARD_WORDS.criterion}/${address.code}`
    case 'rulebook':
      return `${boardPath(address.at)}/${BOARD_WORDS.rulebook}`
    case 'rulebookText':
      return `${boardPath(address.at)}/bo-tieu-chi.thidua`
    case 'comparison':
      return `${boardPath(address.at)}/${BOARD_WORDS.comparison}/${address.first}/${address.second}`
    case 'phase':
      return `${boardPath(address.at)}/${BOARD_WORDS.phase}/${address.number}`
    default:
      return assertNever(address)
  }
}

function boardPath({ ref, current }: BoardPlace): string {
  const version = current ? '' : `-ban-${ref.version}`
  return `/${ref.commune}/${ref.edition}/${periodSlug(ref.period, ref.edition)}${version}`
}

/** `thang-10`, `quy-3`, `ca-nam`; with the year where the edition is not named after it: `thang-10-2027`. */
function periodSlug(period: Period, edition: string): string {
  const year = edition === `${period.year}` ? '' : `-${period.year}`
  switch (period.frequency) {
    case 'month':
      return `thang-${period.index}${year}`
    case 'quarter':
      return `quy-${period.index}${year}`
    case 'year':
      return `ca-nam${year}`
    default:
      return assertNever(period.frequency)
  }
}

/** What a path leads to; `undefined` for one that {@link pathOf} would not write for this site. */
export function addressAt(path: string, site: Site): Address | undefined {
  if (path === '/') return { kind: 'home' }
  const words = path.split('/').slice(1)
  const [first, second, third, ...rest] = words
  if (first === undefined || words.includes('')) return undefined
  if (path === `/${SITE_WORDS.targets}`) return { kind: 'targets' }
  if (path === `/${SITE_WORDS.openData}`) return { kind: 'openData' }
  if (second === undefined)
    return site.editions.some(({ commune }) => commune === first)
      ? { kind: 'commune', commune: first }
      : undefined
  const edition = site.edition(first, second)
  if (!edition) return undefined
  if (third === undefined) return { kind: 'edition', commune: first, edition: second }
  if (rest.length === 0 && third === 'luu-tru') return { kind: 'archive', commune: first, edition: second }
  if (rest.length === 0 && third === 'tin.xml') return { kind: 'feed', commune: first, edition: second }
  const at = placeAt(third, edition)
  return at && addressIn(at, rest)
}

/** A corrected publication keeps a path of its own; the last word has the short one. */
function placeAt(slug: string, { all, edition }: Edition): BoardPlace | undefined {
  return all.find((place) => boardPath(place) === `/${place.ref.commune}/${edition}/${slug}`)
}

function addressIn(at: BoardPlace, rest: readonly string[]): Address | undefined {
  const [first, second, third] = rest
  switch (rest.length) {
    case 0:
      return { kind: 'board', at }
    case 1:
      return first === undefined ? undefined : pageAt(at, first)
    case 2:
      return first === undefined || second === undefined ? undefined : pageBelow(at, first, second)
    case 3:
      if (second === undefined || third === undefined) return undefined
      if (first === BOARD_WORDS.list) return listAt(at, second, third)
      return first === BOARD_WORDS.comparison
        ? { kind: 'comparison', at, first: second, second: third }
        : undefined
    default:
      return undefined
  }
}

/** What is neither a page of its own nor a file is an entrant: none is called like a page, and files have a dot. */
function pageAt(at: BoardPlace, word: string): Address {
  const file = DATA_FILES.find((name) => name === word)
  if (file !== undefined) return { kind: 'data', at, file }
  switch (word) {
    case BOARD_WORDS.find:
      return { kind: 'find', at, query: '' }
    case 'cong-bo.js':
      return { kind: 'publicationScript', at }
    case 'anh.png':
      return { kind: 'boardCard', at }
    case BOARD_WORDS.rulebook:
      return { kind: 'rulebook', at }
    case BOARD_WORDS.outlook:
      return { kind: 'outlook', at }
    case BOARD_WORDS.sensitivity:
      return { kind: 'sensitivity', at }
    case BOARD_WORDS.impact:
      return { kind: 'impact', at, query: '' }
    case 'bo-tieu-chi.thidua':
      return { kind: 'rulebookText', at }
    default:
      return { kind: 'entrant', at, entrant: word }
  }
}

function pageBelow(at: BoardPlace, first: string, second: string): Address | undefined {
  switch (first) {
    case BOARD_WORDS.list:
      return { kind: 'list', at, slug: second, page: 1 }
    case BOARD_WORDS.criterion:
      return { kind: 'criterion', at, code: second }
    case BOARD_WORDS.phase:
      return /^[1-9]\d{0,3}$/.test(second) ? { kind: 'phase', at, number: Number(second) } : undefined
    default:
      if (second === 'tinh-lai') return { kind: 'recheck', at, entrant: first }
      if (second === 'kich-ban.csv') return { kind: 'scenarioFile', at, entrant: first, query: '' }
      if (second === 'mo-phong') return { kind: 'simulation', at, entrant: first, query: '' }
      return second === 'anh.png' ? { kind: 'entrantCard', at, entrant: first } : undefined
  }
}

/** Page 1 has no number in its path. */
function listAt(at: BoardPlace, slug: string, page: string): Address | undefined {
  return /^([2-9]|[1-9]\d{1,3})$/.test(page) ? { kind: 'list', at, slug, page: Number(page) } : undefined
}

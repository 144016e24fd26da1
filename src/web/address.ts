import { assertNever } from '#base/assertNever.ts'
import type { Period } from '#base/period.ts'
import type { BoardPlace } from '#services/site/board.ts'
import type { Edition, Site } from '#services/site/site.ts'

/** Every kind of page there is, by what it is of. A page stands at one path, and a path that was handed out stays. */
export type Address =
  | { readonly kind: 'home' }
  | { readonly kind: 'targets' }
  | { readonly kind: 'commune'; readonly commune: string }
  | { readonly kind: 'edition'; readonly commune: string; readonly edition: string }
  | { readonly kind: 'board'; readonly at: BoardPlace }
  | { readonly kind: 'entrant'; readonly at: BoardPlace; readonly entrant: string }
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

/** `/an-nong/2026/thang-10/thon-3`: where a page stands. */
export function pathOf(address: Address): string {
  switch (address.kind) {
    case 'home':
      return '/'
    case 'targets':
      return '/so-sanh'
    case 'commune':
      return `/${address.commune}`
    case 'edition':
      return `/${address.commune}/${address.edition}`
    case 'board':
      return boardPath(address.at)
    case 'entrant':
      return `${boardPath(address.at)}/${address.entrant}`
    case 'boardCard':
      return `${boardPath(address.at)}/anh.png`
    case 'entrantCard':
      return `${boardPath(address.at)}/${address.entrant}/anh.png`
    case 'criterion':
      return `${boardPath(address.at)}/tieu-chi/${address.code}`
    case 'rulebook':
      return `${boardPath(address.at)}/bo-tieu-chi`
    case 'rulebookText':
      return `${boardPath(address.at)}/bo-tieu-chi.thidua`
    case 'comparison':
      return `${boardPath(address.at)}/so-sanh/${address.first}/${address.second}`
    case 'phase':
      return `${boardPath(address.at)}/giai-doan/${address.number}`
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
  const [first, second, third, ...rest] = path.split('/').slice(1)
  if (first === undefined || first === '') return path === '/' ? { kind: 'home' } : undefined
  if (path === '/so-sanh') return { kind: 'targets' }
  if (second === undefined)
    return site.editions.some(({ commune }) => commune === first)
      ? { kind: 'commune', commune: first }
      : undefined
  const edition = site.edition(first, second)
  if (!edition) return undefined
  if (third === undefined) return { kind: 'edition', commune: first, edition: second }
  const at = placeAt(third, edition)
  return at && addressIn(at, rest)
}

/** A corrected publication keeps a path of its own; the last word has the short one. */
function placeAt(slug: string, { all, edition }: Edition): BoardPlace | undefined {
  return all.find((place) => boardPath(place) === `/${place.ref.commune}/${edition}/${slug}`)
}

function addressIn(at: BoardPlace, [first, second, third, ...more]: readonly string[]): Address | undefined {
  if (more.length > 0) return undefined
  if (first === 'so-sanh' && second !== undefined && third !== undefined)
    return { kind: 'comparison', at, first: second, second: third }
  if (third !== undefined) return undefined
  if (first === undefined) return { kind: 'board', at }
  if (first === 'anh.png' && second === undefined) return { kind: 'boardCard', at }
  if (second === 'anh.png') return { kind: 'entrantCard', at, entrant: first }
  if (first === 'tieu-chi' && second !== undefined) return { kind: 'criterion', at, code: second }
  if (first === 'bo-tieu-chi' && second === undefined) return { kind: 'rulebook', at }
  if (first === 'bo-tieu-chi.thidua' && second === undefined) return { kind: 'rulebookText', at }
  if (second === undefined) return { kind: 'entrant', at, entrant: first }
  if (first === 'giai-doan' && /^[1-9]\d{0,3}$/.test(second))
    return { kind: 'phase', at, number: Number(second) }
  return undefined
}

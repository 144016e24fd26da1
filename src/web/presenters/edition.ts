import { comparePeriods, formatPeriod, lastDay, nextPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { covers, type ScoreSheet } from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import type { Edition } from '#services/site/site.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { entrantUrl } from './boardTable.ts'
import { type Crumbs, communeName, crumbsToEdition } from './crumbs.ts'
import { presentShort, type ShortBoardView } from './home.ts'
import { listsIn } from './lists.ts'
import { type MovementView, presentMovement } from './movement.ts'

/** How an edition stands now, and every period that was published. */
export interface EditionView extends PageFrame {
  readonly crumbs: Crumbs
  readonly title: string
  /** The newest board; absent where this program cannot explain it. */
  readonly newest: ShortBoardView | undefined
  /** Those who moved most, list by list; empty where nobody did, or too many by as much to name some. */
  readonly movers: readonly { readonly title: string; readonly rows: readonly MoverView[] }[]
  readonly comparedWith: string
  /** When there is more; empty after the last period. */
  readonly next: string
  /** The newest first. */
  readonly periods: readonly { readonly title: string; readonly url: string; readonly note: string }[]
  readonly archiveUrl: string
  readonly feed: string
}

interface MoverView {
  readonly name: string
  readonly url: string
  readonly movement: MovementView
}

/** As many movers are named; where more moved by as much, none of those is. */
const MOST_MOVERS = 3

export function presentEdition(edition: Edition, board: Board | undefined): EditionView {
  const { commune, edition: name } = edition
  const title = board?.standings.program.rulebook.title.text ?? `${commune} ${name}`
  const before = board?.standings.before
  return {
    pageTitle: title,
    description: `Kết quả thi đua các kỳ đã công bố: ${title}.`,
    crumbs: crumbsToEdition(commune, board ? communeName(board) : commune),
    title,
    // The page has the title already.
    newest: board && { ...presentShort(board), heading: `Mới nhất: ${formatPeriod(board.ref.period)}` },
    movers: board ? moversOf(board) : [],
    comparedWith: before ? `tháng ${before.asOf.month}/${before.asOf.year}` : '',
    next: board ? nextText(board) : '',
    periods: edition.current
      .map((at) => ({
        title: formatPeriod(at.ref.period),
        url: pathOf({ kind: 'board', at }),
        note: at.ref.version > 1 ? 'đã đính chính' : '',
      }))
      .toReversed(),
    archiveUrl: pathOf({ kind: 'archive', commune, edition: name }),
    feed: pathOf({ kind: 'feed', commune, edition: name }),
  }
}

function moversOf(board: Board): EditionView['movers'] {
  return listsIn(board).flatMap(({ sheets, whom }) => {
    const moved = sheets.flatMap((sheet) => movedBy(board, sheet))
    const most = moved.toSorted((left, right) => right.places - left.places)
    const last = most[MOST_MOVERS]
    const named = last ? most.filter(({ places }) => places > last.places) : most
    return named.length > 0
      ? [{ title: `${sheets.length} ${whom}`, rows: named.map(({ view }) => view) }]
      : []
  })
}

function movedBy(
  board: Board,
  sheet: ScoreSheet,
): readonly { readonly places: number; readonly view: MoverView }[] {
  const movement = presentMovement(board.standings, sheet)
  if (!movement.up && !movement.down) return []
  const view = { name: sheet.entrant.name, url: entrantUrl(board, sheet), movement }
  return [{ places: Number(movement.places), view }]
}

/** Only what follows from the days that the rulebook judges: when somebody publishes is for them to say. */
function nextText({ ref, standings: { program } }: Board): string {
  const next = nextPeriod(ref.period)
  if (!covers(program.whole, next) || comparePeriods(next, ref.period) <= 0) return ''
  return `Kỳ tới là ${formatPeriod(next)}, tính đến hết ngày ${formatDate(lastDay(next))}.`
}

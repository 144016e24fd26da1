import { comparePeriods, formatPeriod, lastDay, nextPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { covers } from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import type { Earlier } from '#services/site/earlier.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { presentSingle, type StandingView } from './board.ts'
import { type FiguresView, presentFigures } from './boardFrame.ts'
import { entrantUrl, presentTable, type TableView } from './boardTable.ts'
import { cohortsIn } from './cohorts.ts'
import { type EditionInShort, type MissingBoardView, presentEditions } from './editionInShort.ts'
import { byLetter, type LetterView } from './letters.ts'
import { type BoardList, listsIn } from './lists.ts'
import { momentText } from './moment.ts'
import { type MovementView, presentMovement, presentSince } from './movement.ts'
import type { HiddenView } from './unreadable.ts'

/** The front page: every board in short or, of very many communes, where to find each. */
export interface HomeView extends PageFrame {
  readonly boards: readonly ShortBoardView[]
  /** Editions of which no board can be shown. */
  readonly missing: readonly MissingBoardView[]
  readonly letters: readonly LetterView<CommuneLink>[]
  /** Whether nothing is published at all. */
  readonly nothing: boolean
  /** Where the communes' targets stand side by side; empty where nobody says which are the same. */
  readonly targetsUrl: string
  readonly dataUrl: string
}

interface CommuneLink {
  readonly name: string
  readonly url: string
}

/** A board in short: the places that lead it and the commune's own result. */
export interface ShortBoardView extends FiguresView {
  readonly kind: 'board'
  readonly heading: string
  readonly url: string
  readonly period: string
  readonly asOf: string
  /** The day that the next results are as of or, where the rules have none, when the facts of these were taken; empty where the next are out. */
  readonly next: string
  readonly leaders: readonly LeadersView[]
  /** How many more lists the board has. */
  readonly others: number
  readonly single: readonly StandingView[]
  /** That it is not the newest that was published; absent where it is. */
  readonly hidden: HiddenView | undefined
}

interface LeadersView {
  /** `22 thôn`. */
  readonly all: string
  readonly rows: TableView['rows']
  /** Since when they moved; empty where nobody did, or too many by as much to name some. */
  readonly movedSince: string
  readonly movers: readonly MoverView[]
}

interface MoverView {
  readonly name: string
  readonly url: string
  readonly movement: MovementView
}

/** A board and what it is held against. */
interface BoardSince {
  readonly board: Board
  readonly earlier: Earlier | undefined
}

/** As many lists; a commune with a hundred clusters has its board. */
const MOST_LISTS = 6

/** As many as are read at a glance, however many share the first places. */
const MOST_LEADERS = 3

/** As many movers are named; where more moved by as much, none of those is. */
const MOST_MOVERS = 3

const TITLE = 'Bảng xếp hạng thi đua'
const DESCRIPTION = 'Bảng xếp hạng thi đua của các thôn, kèm lời giải thích từng điểm.'

/** A site of a few communes: each of its boards in short. */
export function presentHome(editions: readonly EditionInShort[], compares: boolean): HomeView {
  return { ...frame(compares), ...presentEditions(editions), letters: [], nothing: editions.length === 0 }
}

/** A site of many communes, by their names. */
export function presentManyCommunes(names: ReadonlyMap<string, string>, compares: boolean): HomeView {
  const communes = [...names].map(([commune, name]) => ({ name, url: pathOf({ kind: 'commune', commune }) }))
  return { ...frame(compares), boards: [], missing: [], letters: byLetter(communes), nothing: false }
}

function frame(compares: boolean): Omit<HomeView, 'boards' | 'missing' | 'letters' | 'nothing'> {
  return {
    pageTitle: TITLE,
    description: DESCRIPTION,
    targetsUrl: compares ? pathOf({ kind: 'targets' }) : '',
    dataUrl: pathOf({ kind: 'openData' }),
  }
}

/** A board in short: who leads it, who moved most, and when there is more. */
export function presentShort({ board, earlier }: BoardSince): ShortBoardView {
  const { standings } = board
  const { program, asOf, sheets } = standings
  const lists = listsIn(board)
  const alone = cohortsIn(sheets, program).flatMap((cohort) => (cohort.length === 1 ? cohort : []))
  return {
    kind: 'board',
    heading: program.rulebook.title.text,
    url: pathOf({ kind: 'board', at: board }),
    period: formatPeriod(board.ref.period),
    asOf: formatDate(asOf),
    ...presentFigures(standings),
    next: nextText(board),
    leaders: lists.slice(0, MOST_LISTS).map((list) => {
      const movers = moversOf(board, list, earlier)
      return {
        all: `${list.sheets.length} ${list.whom}`,
        rows: presentTable(board, list, earlier, { page: 1, rows: MOST_LEADERS }).rows,
        movedSince: movers.length > 0 ? (presentSince(earlier)?.period ?? '') : '',
        movers,
      }
    }),
    others: Math.max(0, lists.length - MOST_LISTS),
    single: alone.map((sheet) => presentSingle(board, sheet)),
    hidden: undefined,
  }
}

function moversOf(board: Board, { sheets }: BoardList, earlier: Earlier | undefined): readonly MoverView[] {
  const moved = sheets
    .map((sheet) => ({ sheet, movement: presentMovement(earlier, sheet) }))
    .filter(({ movement }) => movement.by > 0)
    .toSorted((left, right) => right.movement.by - left.movement.by)
  const next = moved[MOST_MOVERS]?.movement.by ?? 0
  return moved
    .slice(0, MOST_MOVERS)
    .filter(({ movement }) => movement.by > next)
    .map(({ sheet, movement }) => ({
      name: sheet.entrant.name,
      url: entrantUrl(board, sheet),
      movement,
    }))
}

/** Only what follows from the days that the rulebook judges: when somebody publishes is for them to say. */
function nextText({ ref, standings: { program }, publication }: Board): string {
  const next = nextPeriod(ref.period)
  if (covers(program.whole, next) && comparePeriods(next, ref.period) > 0)
    return `Kỳ tới là ${formatPeriod(next)}, tính đến hết ngày ${formatDate(lastDay(next))}.`
  return `Số liệu chốt lúc ${momentText(publication.cutOff)}.`
}

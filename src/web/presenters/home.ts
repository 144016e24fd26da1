import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import type { Board } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import {
  type ProvenanceView,
  presentProvenance,
  presentSingle,
  presentTentative,
  type StandingView,
} from './board.ts'
import { presentTable, type TableView } from './boardTable.ts'
import { cohortsIn } from './cohorts.ts'
import { byLetter, type LetterView } from './letters.ts'
import { listsIn } from './lists.ts'

/** The front page: every board in short or, of very many communes, where to find each. */
export interface HomeView extends PageFrame {
  readonly boards: readonly ShortBoardView[]
  readonly letters: readonly LetterView<CommuneLink>[]
  /** Where the communes' targets stand side by side; empty where nobody says which are the same. */
  readonly targetsUrl: string
  readonly dataUrl: string
}

interface CommuneLink {
  readonly name: string
  readonly url: string
}

/** A board in short: the places that lead it and the commune's own result. */
export interface ShortBoardView {
  readonly heading: string
  readonly url: string
  readonly period: string
  readonly asOf: string
  readonly provenance: ProvenanceView
  readonly tentative: string
  readonly leaders: readonly LeadersView[]
  /** How many more lists the board has. */
  readonly others: number
  readonly single: readonly StandingView[]
}

interface LeadersView {
  /** `22 thôn`. */
  readonly all: string
  readonly rows: TableView['rows']
}

/** As many lists; a commune with a hundred clusters has its board. */
const MOST_LISTS = 6

/** As many as are read at a glance, however many share the first places. */
const MOST_LEADERS = 3

const TITLE = 'Bảng xếp hạng thi đua'
const DESCRIPTION = 'Bảng xếp hạng thi đua của các thôn, kèm lời giải thích từng điểm.'

/** A site of a few communes: each of its boards in short. */
export function presentHome(boards: readonly Board[], compares: boolean): HomeView {
  return { ...frame(compares), boards: boards.map(presentShort), letters: [] }
}

/** A site of many communes, by their names. */
export function presentManyCommunes(names: ReadonlyMap<string, string>, compares: boolean): HomeView {
  const communes = [...names].map(([commune, name]) => ({ name, url: pathOf({ kind: 'commune', commune }) }))
  return { ...frame(compares), boards: [], letters: byLetter(communes) }
}

function frame(compares: boolean): Omit<HomeView, 'boards' | 'letters'> {
  return {
    pageTitle: TITLE,
    description: DESCRIPTION,
    targetsUrl: compares ? pathOf({ kind: 'targets' }) : '',
    dataUrl: pathOf({ kind: 'openData' }),
  }
}

/** A board in short: who leads it. */
export function presentShort(board: Board): ShortBoardView {
  const { standings } = board
  const { program, asOf, sheets } = standings
  const lists = listsIn(board)
  const alone = cohortsIn(sheets, program).flatMap((cohort) => (cohort.length === 1 ? cohort : []))
  return {
    heading: program.rulebook.title.text,
    url: pathOf({ kind: 'board', at: board }),
    period: formatPeriod(board.ref.period),
    asOf: formatDate(asOf),
    provenance: presentProvenance(standings),
    tentative: presentTentative(standings),
    leaders: lists.slice(0, MOST_LISTS).map((list) => ({
      all: `${list.sheets.length} ${list.whom}`,
      rows: presentTable(board, list, { page: 1, rows: MOST_LEADERS }).rows,
    })),
    others: Math.max(0, lists.length - MOST_LISTS),
    single: alone.map((sheet) => presentSingle(board, sheet)),
  }
}

import { compareText } from '#base/compareText.ts'
import { foldText } from '#base/foldText.ts'
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
import { listsIn } from './lists.ts'

/** The front page: every board in short or, of very many communes, where to find each. */
export interface HomeView extends PageFrame {
  readonly boards: readonly ShortBoardView[]
  readonly letters: readonly LetterView[]
  /** Where the communes' targets stand side by side; empty where nobody says which are the same. */
  readonly targetsUrl: string
  readonly dataUrl: string
}

/** The communes whose names begin alike. */
interface LetterView {
  readonly letter: string
  readonly communes: readonly { readonly name: string; readonly url: string }[]
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
  readonly single: readonly StandingView[]
}

interface LeadersView {
  /** `22 thôn`. */
  readonly all: string
  readonly rows: TableView['rows']
}

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
  const communes = [...names]
    .map(([commune, name]) => ({ name, place: placeName(name), url: pathOf({ kind: 'commune', commune }) }))
    .toSorted((left, right) => compareText(left.place, right.place))
  const letters = Map.groupBy(communes, ({ place }) => foldText(place).charAt(0).toUpperCase())
  return {
    ...frame(compares),
    boards: [],
    letters: [...letters].map(([letter, begun]) => ({
      letter,
      communes: begun.map(({ name, url }) => ({ name, url })),
    })),
  }
}

/** `An Nông` of `Xã An Nông`: by that a reader looks it up. */
function placeName(name: string): string {
  return name.replace(/^(xã|phường|đặc khu) /i, '')
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
  const alone = cohortsIn(sheets, program).flatMap((cohort) => (cohort.length === 1 ? cohort : []))
  return {
    heading: program.rulebook.title.text,
    url: pathOf({ kind: 'board', at: board }),
    period: formatPeriod(board.ref.period),
    asOf: formatDate(asOf),
    provenance: presentProvenance(standings),
    tentative: presentTentative(standings),
    leaders: listsIn(board).map((list) => ({
      all: `${list.sheets.length} ${list.whom}`,
      rows: presentTable(board, list, 1).rows.slice(0, MOST_LEADERS),
    })),
    single: alone.map((sheet) => presentSingle(board, sheet)),
  }
}

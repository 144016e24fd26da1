import { formatExact } from '#base/formatNumber.ts'
import { comparePeriods, formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import {
  explainStanding,
  explainTotal,
  openIn,
  rankingText,
  type ScoreSheet,
  totalText,
} from '#engine/index.ts'
import { reviewHeading } from '#language/index.ts'
import { kindsText } from '#records/entrant.ts'
import { shortHash } from '#services/hash.ts'
import type { Board, BoardPlace } from '#services/site/board.ts'
import type { Earlier } from '#services/site/earlier.ts'
import type { Edition } from '#services/site/site.ts'
import { DATA_FILES, pathOf } from '../address.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { entrantUrl, presentTable, type TableView } from './boardTable.ts'
import { cohortsIn } from './cohorts.ts'
import { type Crumbs, crumbsToBoard } from './crumbs.ts'
import { listsIn, rowsOnBoard } from './lists.ts'

/** A board in display strings: who stands where, as of when, by which rules. */
export interface BoardView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly title: string
  /** `tháng 10/2026`. */
  readonly period: string
  readonly url: string
  readonly asOf: string
  /** The boards of the period before and after, as far as they were published. */
  readonly earlier: PeriodLink | undefined
  readonly later: PeriodLink | undefined
  /** Where everyone stands by name. */
  readonly findUrl: string
  /** Where everyone may still end up, and on what the order hangs; empty where there is no such page. */
  readonly outlookUrl: string
  readonly sensitivityUrl: string
  /** Where its rulebook is written anew; empty where there is a newer board. */
  readonly impactUrl: string
  readonly files: readonly { readonly name: string; readonly url: string }[]
  readonly openDataUrl: string
  readonly archiveUrl: string
  /** Absent for the first publication of its period. */
  readonly correction: CorrectionView | undefined
  /** Whether the tables are so many that each is named at the top, with the way to it. */
  readonly indexed: boolean
  /** The levels with more than one entrant, each as a table, in the order in which the rulebook names them. */
  readonly tables: readonly TableView[]
  /** The entrants that stand alone at their level: the commune. */
  readonly single: readonly StandingView[]
  /** What those are called: `phường`. */
  readonly singleKinds: string
  /** The pages of its years together. */
  readonly phases: readonly { readonly url: string; readonly heading: string }[]
  readonly rules: RulesView
}

/** What a correction says of itself. */
interface CorrectionView {
  readonly text: string
  readonly changes: readonly string[]
}

interface PeriodLink {
  /** `tháng 9/2026`. */
  readonly title: string
  readonly url: string
}

export interface StandingView {
  readonly name: string
  readonly url: string
  /** Empty for an entrant to which nothing applies. */
  readonly points: string
  /** Some of its criteria wait for facts. */
  readonly provisional: boolean
  readonly class: string
  readonly why: string
}

export interface RulesView {
  /** The whole rulebook as a page. */
  readonly url: string
  readonly title: string
  readonly version: string
  readonly hash: string
  readonly ranking: string
  readonly citations: readonly string[]
  readonly notes: readonly string[]
}

/** What a board is held against, and whether pages follow that look ahead. */
interface BoardContext {
  readonly earlier: Earlier | undefined
  readonly weighed: boolean
  readonly rewritten: boolean
}

export function presentBoard(
  board: Board,
  edition: Edition,
  { earlier, weighed, rewritten }: BoardContext,
): BoardView {
  const { standings } = board
  const { program, asOf, sheets } = standings
  const title = program.rulebook.title.text
  const cohorts = cohortsIn(sheets, program)
  const lists = listsIn(board)
  const rows = rowsOnBoard(lists)
  const date = formatDate(asOf)
  const alone = cohorts.flatMap((cohort) => (cohort.length === 1 ? cohort : []))
  return {
    pageTitle: title,
    image: pathOf({ kind: 'boardCard', at: board }),
    ...boardFrame(board),
    description: `Kết quả thi đua tính đến ngày ${date}.`,
    crumbs: crumbsToBoard(board),
    title,
    period: formatPeriod(board.ref.period),
    url: boardUrl(board),
    asOf: date,
    ...presentNeighbours(board, edition),
    findUrl: pathOf({ kind: 'find', at: board, query: '' }),
    outlookUrl: weighed ? pathOf({ kind: 'outlook', at: board }) : '',
    sensitivityUrl: weighed ? pathOf({ kind: 'sensitivity', at: board }) : '',
    impactUrl: rewritten ? pathOf({ kind: 'impact', at: board, query: '' }) : '',
    files: DATA_FILES.map((name) => ({ name, url: pathOf({ kind: 'data', at: board, file: name }) })),
    openDataUrl: pathOf({ kind: 'openData' }),
    archiveUrl: pathOf({ kind: 'archive', commune: board.ref.commune, edition: board.ref.edition }),
    feed: pathOf({ kind: 'feed', commune: board.ref.commune, edition: board.ref.edition }),
    correction: presentCorrection(board),
    indexed: lists.length > MOST_WITHOUT_INDEX,
    tables: lists.map((list) => presentTable(board, list, earlier, { page: 1, rows })),
    single: alone.map((sheet) => presentSingle(board, sheet)),
    singleKinds: kindsText(alone.map(({ entrant }) => entrant)),
    phases: board.phases.map(({ review }, index) => ({
      url: pathOf({ kind: 'phase', at: board, number: index + 1 }),
      heading: reviewHeading(review),
    })),
    rules: presentRules(board),
  }
}

/** As many tables are found by leafing through them. */
const MOST_WITHOUT_INDEX = 6

function boardUrl(at: BoardPlace): string {
  return pathOf({ kind: 'board', at })
}

function presentCorrection({ publication }: Board): CorrectionView | undefined {
  const { corrects } = publication
  return corrects
    ? { text: `Bản này đính chính bản trước, vì: ${corrects.why}`, changes: corrects.changes }
    : undefined
}

function presentNeighbours({ ref }: Board, { current }: Edition): Pick<BoardView, 'earlier' | 'later'> {
  const linkTo = (at: BoardPlace | undefined): PeriodLink | undefined =>
    at && { title: formatPeriod(at.ref.period), url: boardUrl(at) }
  return {
    earlier: linkTo(current.findLast((at) => comparePeriods(at.ref.period, ref.period) < 0)),
    later: linkTo(current.find((at) => comparePeriods(at.ref.period, ref.period) > 0)),
  }
}

/** An entrant that stands alone at its level. */
export function presentSingle(board: Board, sheet: ScoreSheet): StandingView {
  const { program } = board.standings
  return {
    name: sheet.entrant.name,
    url: entrantUrl(board, sheet),
    points: totalText(sheet, program) ?? '',
    provisional: openIn(sheet).length > 0,
    class: sheet.class ?? '',
    why: [explainTotal(sheet, program), ...explainStanding(sheet, program)].join(' '),
  }
}

/** By which rules a board was scored. */
export function presentRules(board: Board): RulesView {
  const { program, hash } = board.standings
  const { rulebook, totalRounding, scale } = program
  const rounded = program.ranking.keys.some((key) => key.kind === 'total' && key.rounded)
  const each = program.criterionRounding
    ? `điểm từng tiêu chí làm tròn ${program.criterionRounding.places} chữ số, `
    : ''
  const standing = rounded ? 'xếp hạng theo tổng điểm đã làm tròn, xếp loại' : 'xếp hạng và xếp loại'
  const rounding = `${each}điểm in ra làm tròn ${totalRounding.places} chữ số, ${standing} theo tổng điểm chưa làm tròn`
  return {
    url: pathOf({ kind: 'rulebook', at: board }),
    title: rulebook.title.text,
    version: rulebook.version.text,
    hash: shortHash(hash),
    ranking: `Thang điểm ${formatExact(scale)}. ${rankingText(program)}; ${rounding}.`,
    citations: rulebook.citations.map(({ text }) => text),
    notes: rulebook.notes.map(({ text }) => text),
  }
}

import { capital } from '#base/capital.ts'
import { formatDate } from '#base/plainDate.ts'
import {
  meanText,
  type PhaseResult,
  type PhaseStandings,
  phaseNotes,
  rankText,
  resultNotes,
} from '#engine/index.ts'
import { reviewHeading } from '#language/index.ts'
import { kindsText } from '#records/entrant.ts'
import type { Board } from '#services/site/board.ts'
import { barWidth } from './bar.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { entrantUrl } from './boardTable.ts'
import { cohortsIn, whomText } from './cohorts.ts'
import { type Crumbs, crumbsInBoard } from './crumbs.ts'

/** The years of a phase together, in display strings. */
export interface PhaseView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly heading: string
  readonly asOf: string
  /** Which years count and as of when, and what is left out. */
  readonly notes: readonly string[]
  readonly tables: readonly TableView[]
}

interface TableView {
  readonly caption: string
  readonly heading: string
  readonly classes: boolean
  readonly rows: readonly RowView[]
}

interface RowView {
  readonly rank: string
  readonly leading: boolean
  readonly tied: boolean
  readonly name: string
  readonly url: string
  /** The total of each year, or why the year is left out. */
  readonly years: readonly string[]
  readonly mean: string
  /** Empty without a mean. */
  readonly bar: string
  readonly class: string
}

/** A phase of which no year has begun has no tables. */
export function presentPhase(board: Board, phase: PhaseStandings): PhaseView {
  const { standings } = board
  const { program, asOf } = standings
  const heading = reviewHeading(phase.review)
  const begun = phase.years.some(({ kind }) => kind === 'counted')
  const cohorts = cohortsIn(phase.results, program)
  return {
    pageTitle: `${heading}, ${program.rulebook.title.text}`,
    description: `${heading}: bình quân tổng điểm các năm, tính đến ngày ${formatDate(asOf)}.`,
    ...boardFrame(board),
    crumbs: crumbsInBoard(board),
    heading,
    asOf: formatDate(asOf),
    notes: phaseNotes(phase),
    tables: begun ? cohorts.map((cohort) => presentTable(board, phase, cohort)) : [],
  }
}

function presentTable(board: Board, phase: PhaseStandings, cohort: readonly PhaseResult[]): TableView {
  const { program } = board.standings
  const entrants = cohort.map(({ entrant }) => entrant)
  const shared = Map.groupBy(cohort, ({ rank }) => rank)
  return {
    caption: `Bình quân các năm của ${cohort.length} ${whomText(entrants)}`,
    heading: capital(kindsText(entrants)),
    classes: phase.classes === 'given',
    rows: cohort.map((result) => ({
      rank: rankText(result) || '–',
      leading: result.rank !== undefined && result.rank <= 3 && cohort.length > 1,
      tied: result.rank !== undefined && (shared.get(result.rank)?.length ?? 0) > 1,
      name: result.entrant.name,
      url: entrantUrl(board, result),
      years: resultNotes(result, program).map(capital),
      mean: meanText(result, program) ?? 'không có',
      bar: result.mean ? barWidth(result.mean, program.scale) : '',
      class: result.class ?? '',
    })),
  }
}

import { capital } from '#base/capital.ts'
import { foldText } from '#base/foldText.ts'
import { formatExact } from '#base/formatNumber.ts'
import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { ZERO } from '#base/rational.ts'
import {
  cohortOf,
  explainStanding,
  explainTotal,
  openIn,
  rankingText,
  rankText,
  type ScoreSheet,
  totalText,
} from '#engine/index.ts'
import { reviewHeading } from '#language/index.ts'
import { kindsText } from '#records/entrant.ts'
import { ILLUSTRATIVE } from '#records/fact.ts'
import type { Board } from '#services/site/board.ts'
import type { Standings } from '#services/standings.ts'
import { pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { barWidth } from './bar.ts'
import { type Crumbs, crumbsToBoard } from './crumbs.ts'
import { type MovementView, presentMovement } from './movement.ts'

/** A board in display strings: who stands where, as of when, by which rules. */
export interface BoardView extends PageFrame {
  readonly crumbs: Crumbs
  readonly title: string
  /** `tháng 10/2026`. */
  readonly period: string
  readonly url: string
  readonly asOf: string
  readonly provenance: ProvenanceView
  readonly tentative: string
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

/** Whether the facts are made up, and what to say about where they come from. */
export interface ProvenanceView {
  readonly illustrative: boolean
  readonly text: string
}

interface TableView {
  readonly caption: string
  /** Who is ranked: `thôn, khu phố`, with the cluster where there is one. */
  readonly whom: string
  readonly heading: string
  readonly comparedWith: string
  readonly moves: boolean
  readonly classes: boolean
  readonly provisional: boolean
  readonly rows: readonly RowView[]
}

interface RowView {
  readonly rank: string
  readonly leading: boolean
  readonly tied: boolean
  readonly name: string
  readonly url: string
  readonly points: string
  /** Some of its criteria wait for facts. */
  readonly provisional: boolean
  readonly bar: string
  readonly class: string
  readonly movement: MovementView
}

interface StandingView {
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

export function presentBoard(board: Board): BoardView {
  const { standings } = board
  const { program, asOf, sheets } = standings
  const title = program.rulebook.title.text
  const cohorts = program.levels.flatMap((level) => {
    const atLevel = sheets.filter(({ entrant }) => entrant.level === level)
    return [...Map.groupBy(atLevel, ({ entrant }) => cohortOf(entrant, program)).values()]
  })
  const date = formatDate(asOf)
  const alone = cohorts.flatMap((cohort) => (cohort.length === 1 ? cohort : []))
  return {
    pageTitle: title,
    image: pathOf({ kind: 'boardCard', at: board }),
    seal: sealOf(board),
    description: `Kết quả thi đua tính đến ngày ${date}.`,
    crumbs: crumbsToBoard(board),
    title,
    period: formatPeriod(board.ref.period),
    url: boardUrl(board),
    asOf: date,
    provenance: presentProvenance(standings),
    tentative: presentTentative(standings),
    tables: cohorts.flatMap((cohort) => (cohort.length > 1 ? [presentTable(board, cohort)] : [])),
    single: alone.map((sheet) => presentSingle(board, sheet)),
    singleKinds: kindsText(alone.map(({ entrant }) => entrant)),
    phases: board.phases.map(({ review }, index) => ({
      url: pathOf({ kind: 'phase', at: board, number: index + 1 }),
      heading: reviewHeading(review),
    })),
    rules: presentRules(board),
  }
}

function boardUrl(at: Board): string {
  return pathOf({ kind: 'board', at })
}

export function entrantUrl(at: Board, { entrant }: Pick<ScoreSheet, 'entrant'>): string {
  return pathOf({ kind: 'entrant', at, entrant: entrant.id })
}

/** More sources than this are not worth reading at the top of a page; each fact names its own below. */
const MOST_SOURCES = 2

/**
 * Made-up facts are called so, however the words are typed. Of others the page repeats what the file says, and nothing
 * more: whether they are true is not ours to say.
 */
export function presentProvenance({ dossier }: Standings): ProvenanceView {
  const sources = new Set(dossier.facts.map(({ source }) => source).filter((source) => source !== ''))
  if ([...sources].some((source) => foldText(source).includes(foldText(ILLUSTRATIVE)))) {
    return {
      illustrative: true,
      text: 'Dữ liệu minh họa: số liệu trên trang này được tạo ra để thử nghiệm, không phải kết quả thật.',
    }
  }
  const named = [...sources].slice(0, MOST_SOURCES).join('; ')
  const others = sources.size > MOST_SOURCES ? '; và nguồn ghi ở từng tiêu chí' : ''
  return {
    illustrative: false,
    text: named === '' ? 'Số liệu do xã báo cáo.' : `Nguồn số liệu: ${named}${others}.`,
  }
}

/** That the committee has still to decide the points, where the rulebook says so. */
export function presentTentative({ program }: Standings): string {
  if (!program.rulebook.scale?.tentative) return ''
  return 'Điểm dự kiến: thang điểm và cách chấm còn chờ Ban tổ chức quyết định.'
}

function presentTable(board: Board, cohort: readonly ScoreSheet[]): TableView {
  const { standings } = board
  const { program, before } = standings
  const cluster = cohort[0]?.entrant.cluster
  const kinds = kindsText(cohort.map(({ entrant }) => entrant))
  const shared = Map.groupBy(cohort, ({ rank }) => rank)
  const whom = cluster === undefined ? kinds : `${kinds}, ${cluster}`
  return {
    caption: `Bảng xếp hạng ${cohort.length} ${whom}, tính đến ngày ${formatDate(standings.asOf)}`,
    whom,
    heading: capital(kinds),
    comparedWith: before ? `tháng ${before.asOf.month}/${before.asOf.year}` : '',
    moves: before !== undefined,
    classes: program.classes.length > 0 || cohort.some(({ knockedOutBy }) => knockedOutBy.length > 0),
    provisional: cohort.some((sheet) => openIn(sheet).length > 0),
    rows: cohort.map((sheet) => ({
      rank: rankText(sheet) || '–',
      leading: sheet.rank !== undefined && sheet.rank <= 3,
      tied: sheet.rank !== undefined && (shared.get(sheet.rank)?.length ?? 0) > 1,
      name: sheet.entrant.name,
      url: entrantUrl(board, sheet),
      points: totalText(sheet, program) ?? 'không chấm',
      provisional: openIn(sheet).length > 0,
      bar: barWidth(sheet.total ?? ZERO, program.scale),
      class: sheet.knockedOutBy.length > 0 ? 'không xếp hạng' : (sheet.class ?? ''),
      movement: presentMovement(standings, sheet),
    })),
  }
}

function presentSingle(board: Board, sheet: ScoreSheet): StandingView {
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

/** The beginning of the hash of the whole publication. */
export function sealOf({ hash }: Board): string {
  return hash.slice(0, SHORT_HASH)
}

/** Enough of a hash to hold a print against the site. */
const SHORT_HASH = 12

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
    hash: hash.slice(0, SHORT_HASH),
    ranking: `Thang điểm ${formatExact(scale)}. ${rankingText(program)}; ${rounding}.`,
    citations: rulebook.citations.map(({ text }) => text),
    notes: rulebook.notes.map(({ text }) => text),
  }
}

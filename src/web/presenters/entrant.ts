import { capital } from '#base/capital.ts'
import { firstDay, formatPeriod } from '#base/period.ts'
import { compareDates, formatDate } from '#base/plainDate.ts'
import { equals, ONE } from '#base/rational.ts'
import {
  changeDetails,
  changeHeadline,
  changesBetween,
  explainLeaf,
  explainStanding,
  explainTotal,
  factText,
  gainsOf,
  isTieBroken,
  type LeafTrace,
  leavesIn,
  lossesOf,
  lossText,
  neighboursOf,
  openIn,
  type Program,
  pointsText,
  rankText,
  rescaled,
  type ScoreSheet,
  separationSentence,
  totalText,
} from '#engine/index.ts'
import { kindsText } from '#records/entrant.ts'
import { shortHash } from '#services/hash.ts'
import type { Board } from '#services/site/board.ts'
import type { Earlier } from '#services/site/earlier.ts'
import type { PastResult } from '#services/site/history.ts'
import type { Standings } from '#services/standings.ts'
import { pathOf } from '../address.ts'
import { cohortWith, offeredFor } from '../site/comparedPairs.ts'
import { presentRules, type RulesView } from './board.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { type CriterionRowView, presentCriteria } from './criterionRow.ts'
import { type Crumbs, communeName, crumbsInBoard } from './crumbs.ts'
import { type HistoryView, presentHistory } from './history.ts'
import { type MovementView, presentMovement, presentSince, type SinceView } from './movement.ts'
import { nextSteps, standpointOf } from './simulation/nextSteps.ts'
import { questionOf } from './simulation/question.ts'
import type { StepView } from './simulation/steps.ts'

/** One entrant's page in display strings. */
export interface EntrantView extends BoardFrame {
  readonly name: string
  readonly crumbs: Crumbs
  /** `Xã An Nông, kết quả tháng 10/2026`: on paper nothing else says so. */
  readonly result: string
  readonly asOf: string
  /** Empty for an entrant to which nothing applies. */
  readonly points: string
  readonly scale: string
  readonly rank: string
  readonly cohort: string
  readonly class: string
  /** What the rank is compared with; absent where there is nothing, or nobody else. */
  readonly since: SinceView | undefined
  readonly movement: MovementView
  /** Absent where nothing was published before, or cannot be computed again. */
  readonly changes: ChangesView | undefined
  readonly why: string
  /** Where a tie on the total was broken, by what; nothing else about neighbours. */
  readonly tieBreaks: readonly string[]
  readonly losses: readonly LossView[]
  /** What is said where there are none. */
  readonly noLosses: string
  readonly otherLosses: string
  /** What would give more points, the most first. */
  readonly gains: readonly GainView[]
  /** What it can do next, with the rank that brings; none where nothing can change any more, or that takes too long to tell. */
  readonly steps: readonly StepView[]
  /** What a point below is worth in the total, where the total was carried over to the scale. */
  readonly exchange: string
  /** The criteria that wait for facts. */
  readonly open: readonly OpenView[]
  readonly tracked: readonly TrackedView[]
  readonly criteria: readonly CriterionRowView[]
  /** Absent where there is no earlier period. */
  readonly history: HistoryView | undefined
  /** Where a reader has these points computed again. */
  readonly recheckUrl: string
  /** Where a reader tries out what may still change; empty where nothing can. */
  readonly simulationUrl: string
  /** Of which publication an objection speaks. */
  readonly objection: { readonly period: string; readonly seal: string }
  /** With whom it can be compared, the nearest first. */
  readonly comparisons: readonly { readonly name: string; readonly url: string }[]
  readonly rules: RulesView
}

/** What changed since the period before that was published, from what both publications say. */
interface ChangesView {
  readonly heading: string
  /** That the rules are others since; empty where they are not. */
  readonly rules: string
  readonly headline: string
  /** A sentence for each criterion that gives other points. */
  readonly details: readonly string[]
  /** What the details are folded under; empty where there are few enough to be shown. */
  readonly fold: string
}

interface LossView {
  readonly anchor: string
  readonly title: string
  readonly points: string
  readonly why: string
}

/** A step that would give more points. */
interface GainView {
  readonly anchor: string
  readonly title: string
  /** What the total gains by it. */
  readonly points: string
  /** Judged period by period: so much is gained by each period that takes the step. */
  readonly each: boolean
  readonly how: string
}

interface OpenView {
  readonly anchor: string
  readonly title: string
  readonly why: string
}

/** A fact that no criterion uses. */
interface TrackedView {
  readonly title: string
  readonly value: string
  readonly when: string
  readonly source: string
}

/** Reasons that a reader takes in; the table below tells all. */
const MOST_LOSSES = 3

/** Steps that a village can take up at once. */
const MOST_GAINS = 5

/** As many changes are shown without being asked for. */
const MOST_CHANGES = 3

/** What is around a publication: what was published of an entrant before, and whether something may still change. */
export interface EntrantSetting {
  readonly history: readonly PastResult[]
  readonly earlier: Earlier | undefined
  /** Its sheet in that earlier publication, computed again; `undefined` where it has none there or that cannot be done. */
  readonly before: ScoreSheet | undefined
  readonly simulates: boolean
  /** Whether its next steps are looked for. */
  readonly weighs: boolean
}

/** As many next steps are shown; the page where they are tried out has more. */
const MOST_STEPS = 3

function stepsOf(board: Board, { entrant }: ScoreSheet): readonly StepView[] {
  const of = standpointOf(board, entrant)
  return of ? nextSteps(board, questionOf(''), of).rows.slice(0, MOST_STEPS) : []
}

/** Nothing is lost where everything is full, and nothing can be told where nothing was reported. */
function noLossesText(sheet: ScoreSheet): string {
  const waiting = openIn(sheet).length
  if (!sheet.total) return 'Không tiêu chí nào được chấm.'
  if (waiting === 0) return 'Không mất điểm nào.'
  const judged = leavesIn(sheet.nodes).filter(({ outcome }) => outcome.kind === 'value').length
  return judged === 0
    ? 'Chưa có số liệu nào để chấm, nên chưa có điểm.'
    : `Không mất điểm nào ở các tiêu chí đã chấm; còn ${waiting} tiêu chí chờ số liệu.`
}

export function presentEntrant(
  board: Board,
  sheet: ScoreSheet,
  { history, earlier, before, simulates, weighs }: EntrantSetting,
): EntrantView {
  const { standings } = board
  const { program, asOf, sheets } = standings
  const { entrant, rank } = sheet
  const cohort = cohortWith(sheet, standings)
  const size = cohort.length
  const losses = lossesOf(sheet)
  const points = totalText(sheet, program) ?? ''
  const date = formatDate(asOf)
  return {
    pageTitle: points === '' ? entrant.name : `${entrant.name}: ${points} điểm`,
    description: `${entrant.name}, kết quả tính đến ngày ${date}: ${explainTotal(sheet, program)}`,
    image: pathOf({ kind: 'entrantCard', at: board, entrant: entrant.id }),
    ...boardFrame(board, [sheet]),
    name: entrant.name,
    crumbs: crumbsInBoard(board),
    result: resultText(board, entrant.name),
    asOf: date,
    points,
    scale: pointsText(program.scale),
    rank: rank === undefined || size === 1 ? '' : rankText(sheet),
    cohort: `${size} ${kindsText(cohort.map((other) => other.entrant))}`,
    class: sheet.class ?? '',
    since: size > 1 ? presentSince(earlier) : undefined,
    movement: presentMovement(earlier, sheet),
    changes: presentChanges(program, { earlier, before, sheet, alone: size === 1 }),
    why: [explainTotal(sheet, program), ...explainStanding(sheet, program)].join(' '),
    tieBreaks: neighboursOf(sheet, sheets, program).flatMap((neighbour) =>
      isTieBroken(neighbour.separation, program) ? [separationSentence(sheet, neighbour, program)] : [],
    ),
    losses: losses.slice(0, MOST_LOSSES).map((loss) => {
      return { ...namedIn(loss.trace), points: lossText(loss.points), why: explainLeaf(loss.trace).why }
    }),
    noLosses: noLossesText(sheet),
    otherLosses: losses.length > MOST_LOSSES ? `${losses.length - MOST_LOSSES}` : '',
    exchange: exchangeText(sheet, program),
    gains: gainsOf(sheet, program)
      .slice(0, MOST_GAINS)
      .map(({ trace, points: gained, how }) => ({
        ...namedIn(trace),
        points: lossText(gained),
        each: trace.rule?.kind === 'each',
        how,
      })),
    steps: weighs ? stepsOf(board, sheet) : [],
    open: openIn(sheet).map((trace) => ({ ...namedIn(trace), why: explainLeaf(trace).why })),
    tracked: presentTracked(standings, sheet),
    criteria: presentCriteria(sheet.nodes, board),
    history: presentHistory(history, entrant, size > 1 && program.ranking.ties !== 'mean'),
    simulationUrl: simulates ? pathOf({ kind: 'simulation', at: board, entrant: entrant.id, query: '' }) : '',
    recheckUrl: pathOf({ kind: 'recheck', at: board, entrant: entrant.id }),
    objection: { period: formatPeriod(board.ref.period), seal: shortHash(board.hash) },
    comparisons: offeredFor(sheet, cohort).map((other) => ({
      name: other.entrant.name,
      url: comparisonUrl(board, ...inOrder(sheet, other, cohort)),
    })),
    rules: presentRules(board),
  }
}

/** A criterion by its name, and where its row stands on the page. */
function namedIn({ node: { code, title } }: LeafTrace): Pick<OpenView, 'anchor' | 'title'> {
  return { anchor: `tc-${code}`, title: `Tiêu chí ${code}: ${title}` }
}

function comparisonUrl(at: Board, first: ScoreSheet, second: ScoreSheet): string {
  return pathOf({ kind: 'comparison', at, first: first.entrant.id, second: second.entrant.id })
}

/** A comparison stands at the path that names first whom the board names first. */
function inOrder(
  sheet: ScoreSheet,
  other: ScoreSheet,
  cohort: readonly ScoreSheet[],
): readonly [ScoreSheet, ScoreSheet] {
  return cohort.indexOf(sheet) < cohort.indexOf(other) ? [sheet, other] : [other, sheet]
}

function presentChanges(
  program: Program,
  {
    earlier,
    before,
    sheet,
    alone,
  }: Pick<EntrantSetting, 'earlier' | 'before'> & { readonly sheet: ScoreSheet; readonly alone: boolean },
): ChangesView | undefined {
  const since = presentSince(earlier)
  if (!since || !before) return undefined
  const changes = changesBetween(before, sheet)
  // Other rules may give a code to another criterion: its points then are no change of anything.
  const recoded = changes.criteria.some(
    (one) => one.before && one.after && one.before.node.title !== one.after.node.title,
  )
  const details = recoded ? [] : changeDetails(changes)
  const apart = recoded ? ' Mã tiêu chí không còn chỉ đúng tiêu chí cũ, nên không so từng tiêu chí được.' : ''
  return {
    heading: `So với ${since.period}`,
    rules: since.rules === '' ? '' : `${since.rules}${apart}`,
    headline: `${capital(changeHeadline(changes, program, alone))}.`,
    details,
    fold: details.length > MOST_CHANGES ? `Xem ${details.length} thay đổi` : '',
  }
}

function exchangeText({ applicableMaximum, total }: ScoreSheet, { redistribute, scale }: Program): string {
  if (!total || redistribute === 'none' || equals(applicableMaximum, scale)) return ''
  const worth = pointsText(rescaled(ONE, applicableMaximum, scale))
  return `Điểm từng tiêu chí dưới đây tính trên ${pointsText(applicableMaximum)} điểm; mỗi điểm ứng với ${worth} điểm của tổng.`
}

/** What is reported and not scored, up to the day. */
function presentTracked(
  { program, dossier, asOf }: Standings,
  { entrant }: ScoreSheet,
): readonly TrackedView[] {
  return dossier.facts.flatMap((fact) => {
    const measure = program.measures.get(fact.measure)
    if (fact.entrant !== entrant.id || !measure?.trackedOnly || compareDates(firstDay(fact.period), asOf) > 0)
      return []
    const when = formatPeriod(fact.period)
    return [{ title: measure.title.text, value: factText(fact, measure), when, source: fact.source }]
  })
}

function resultText(board: Board, name: string): string {
  const commune = communeName(board)
  const period = formatPeriod(board.ref.period)
  return commune === name ? `Kết quả ${period}` : `${commune}, kết quả ${period}`
}

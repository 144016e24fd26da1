import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { USUAL_SEED } from '#base/random.ts'
import { rankText } from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import {
  certaintyText,
  drawnText,
  type EntrantProjection,
  openText,
  type PossibleStanding,
  type Projection,
  rankRangeText,
  resample,
  sharesText,
  stillPossible,
  totalRangeText,
} from '#simulate/index.ts'
import { pathOf } from '../../address.ts'
import { type BoardFrame, boardFrame } from '../boardFrame.ts'
import { cohortsIn, whomText } from '../cohorts.ts'
import { type Crumbs, communeName, crumbsInBoard } from '../crumbs.ts'
import { type RankBar, type RankBarsView, rankBars } from './rankBars.ts'

/** Where everyone may still end up by the last day of the rules: what is possible at all, and what comes of going on as so far. */
export interface OutlookView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly title: string
  readonly asOf: string
  readonly boardUrl: string
  /** What is still open, and what is taken for granted. */
  readonly possible: string
  /** What is drawn, and how it can be had again. */
  readonly drawn: readonly string[]
  readonly cohorts: readonly CohortView[]
  /** Those who are ranked with nobody. */
  readonly alone: readonly ProspectView[]
}

interface CohortView {
  readonly heading: string
  readonly chart: RankBarsView
  readonly rows: readonly ProspectView[]
}

interface ProspectView {
  readonly name: string
  readonly url: string
  readonly now: string
  readonly likely: string
  readonly points: string
  readonly classes: string
  readonly possible: string
  readonly certain: readonly string[]
}

/** As many courses as a reader waits for. */
const DRAWS = 1_000

/** Of a board whose rules go on after its day. */
export function presentOutlook(board: Board): OutlookView {
  const { program, dossier, asOf, sheets } = board.standings
  const outlook = { program, dossier, asOf, horizon: program.to }
  const possible = stillPossible(outlook, 'rising')
  const projected = resample(outlook, { pace: 'all', draws: DRAWS, seed: USUAL_SEED })
  if (!possible.ok || !projected.ok) throw new Error('what was published fits its rulebook')
  const projection = projected.value
  const prospects = new Map(possible.value.entrants.map((one) => [one.now.entrant.id, one]))
  const likely = new Map(
    projection.cohorts.flatMap(({ entrants }) =>
      entrants.map((one) => [one.expected.entrant.id, one] as const),
    ),
  )
  const all = sheets.flatMap(({ entrant }) => {
    const [prospect, drawn] = [prospects.get(entrant.id), likely.get(entrant.id)]
    return prospect && drawn ? [{ entrant, prospect, drawn }] : []
  })
  const cohorts = cohortsIn(all, program)
  const until = formatDate(program.to)
  const view = (one: Looked): ProspectView => presentProspect(one, board, projection)
  const title = `Ai còn có thể ở hạng nào đến ngày ${until}?`
  return {
    pageTitle: `Triển vọng đến ngày ${until}`,
    description: `Từ kết quả ${formatPeriod(board.ref.period)}: hạng còn có thể và hạng nhiều khả năng của từng nơi đến ngày ${until}.`,
    ...boardFrame(board),
    crumbs: crumbsInBoard(board),
    title,
    asOf: `${communeName(board)}, số liệu đến ngày ${formatDate(asOf)}`,
    boardUrl: pathOf({ kind: 'board', at: board }),
    possible: openText(possible.value),
    drawn: drawnText(projection),
    cohorts: cohorts
      .filter(({ length }) => length > 1)
      .map((own) => {
        const whom = whomText(own.map(({ entrant }) => entrant))
        return {
          heading: `${own.length} ${whom}`,
          chart: rankBars(
            own.map((one) => barOf(one, own.length)),
            `Hạng của ${own.length} ${whom} đến ngày ${until}`,
          ),
          rows: own.map(view),
        }
      }),
    alone: cohorts.filter(({ length }) => length === 1).flatMap((own) => own.map(view)),
  }
}

interface Looked {
  readonly entrant: PossibleStanding['now']['entrant']
  readonly prospect: PossibleStanding
  readonly drawn: EntrantProjection
}

function barOf({ entrant, prospect, drawn }: Looked, last: number): RankBar {
  const { low, high } = drawn.rank
  return {
    name: entrant.name,
    now: prospect.now.rank,
    possible: prospect.ranks && { ...prospect.ranks, mayBeNone: prospect.mayBeUnranked },
    likely: low === undefined ? undefined : { best: low, worst: high ?? last, mayBeNone: high === undefined },
  }
}

function presentProspect(
  { entrant, prospect, drawn }: Looked,
  board: Board,
  projection: Projection,
): ProspectView {
  const { now, ranks, mayBeUnranked, certainties } = prospect
  return {
    name: entrant.name,
    url: pathOf({ kind: 'entrant', at: board, entrant: entrant.id }),
    now: now.rank === undefined ? '' : rankText(now),
    likely: rankRangeText(drawn),
    points: totalRangeText(drawn, projection),
    classes: sharesText(drawn, projection),
    possible: ranks
      ? `${ranks.best === ranks.worst ? ranks.best : `${ranks.best}–${ranks.worst}`}${mayBeUnranked ? ' hoặc không' : ''}`
      : 'không',
    certain: certainties.map(certaintyText),
  }
}

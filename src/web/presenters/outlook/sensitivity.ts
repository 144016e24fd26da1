import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { USUAL_SEED } from '#base/random.ts'
import type { Board } from '#services/site/board.ts'
import {
  type CohortSensitivity,
  decidingText,
  flatText,
  leftOutText,
  pairTurnText,
  rankRangesText,
  type Sensitivity,
  sensitivityOf,
  triedText,
} from '#simulate/index.ts'
import { pathOf } from '../../address.ts'
import { type BoardFrame, boardFrame } from '../boardFrame.ts'
import { whomText } from '../cohorts.ts'
import { type Crumbs, communeName, crumbsInBoard } from '../crumbs.ts'
import { type TornadoView, tornado } from './tornado.ts'

/** On what an order hangs: weights, single criteria, single facts. */
export interface SensitivityView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly title: string
  readonly asOf: string
  readonly boardUrl: string
  readonly tried: string
  readonly cohorts: readonly CohortView[]
}

interface CohortView {
  readonly heading: string
  readonly deciding: readonly string[]
  readonly ranks: readonly string[]
  readonly turns: readonly string[]
  readonly chart: TornadoView | undefined
  readonly without: readonly string[]
  readonly flat: readonly string[]
}

const DRAWS = 1_000

/** More is not read; the command line has all. */
const MOST_LISTED = 12

export function presentSensitivity(board: Board): SensitivityView {
  const { program, facts, asOf } = board.standings
  const found = sensitivityOf({ program, facts, asOf }, { draws: DRAWS, seed: USUAL_SEED })
  const title = 'Thứ hạng dựa vào đâu, có vững không?'
  return {
    pageTitle: `${title} ${formatPeriod(board.ref.period)}`,
    description: `Kết quả ${formatPeriod(board.ref.period)}: hạng đổi ra sao khi trọng số xê dịch, khi bỏ một tiêu chí, khi một số liệu sửa đi.`,
    ...boardFrame(board),
    crumbs: crumbsInBoard(board),
    title,
    asOf: `${communeName(board)}, kết quả tính đến ngày ${formatDate(asOf)}`,
    boardUrl: pathOf({ kind: 'board', at: board }),
    tried: triedText(found),
    cohorts: found.cohorts
      .filter(({ weights }) => weights.entrants.length > 1)
      .map((cohort) => presentCohort(cohort, found)),
  }
}

function presentCohort(cohort: CohortSensitivity, found: Sensitivity): CohortView {
  const { sheets, weights, flat, deciding } = cohort
  const whom = `${sheets.length} ${whomText(sheets.map(({ entrant }) => entrant))}`
  const without = weights.without.slice(0, MOST_LISTED)
  return {
    heading: whom,
    deciding: deciding.map(decidingText),
    ranks: rankRangesText(cohort),
    turns: weights.turns.slice(0, MOST_LISTED).map((turn) => pairTurnText(turn, found)),
    chart: tornado(
      without.filter(({ most }) => most),
      `Bỏ từng tiêu chí: bình quân mỗi nơi trong ${whom} đổi mấy hạng`,
    ),
    without: without.map(leftOutText),
    flat: flat.map(flatText),
  }
}

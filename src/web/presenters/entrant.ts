import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatDate } from '#base/plainDate.ts'
import {
  cohortOf,
  explainLeaf,
  explainTotal,
  lossesOf,
  lossText,
  pointsText,
  type ScoreSheet,
  totalText,
} from '#engine/index.ts'
import type { Board } from '#services/boards.ts'
import type { PageFrame } from '../renderPage.ts'
import {
  boardUrl,
  type ProvenanceView,
  presentProvenance,
  presentRules,
  presentTentative,
  type RulesView,
} from './board.ts'
import { type CriterionRowView, presentCriteria } from './criterionRow.ts'
import { type MovementView, presentMovement } from './movement.ts'

/** One entrant's page in display strings. */
export interface EntrantView extends PageFrame {
  readonly name: string
  readonly boardTitle: string
  readonly boardUrl: string
  readonly asOf: string
  readonly provenance: ProvenanceView
  readonly tentative: string
  /** Empty for an entrant to which nothing applies. */
  readonly points: string
  readonly scale: string
  readonly rank: string
  readonly cohort: string
  readonly class: string
  readonly moves: boolean
  readonly comparedWith: string
  readonly movement: MovementView
  readonly why: string
  readonly losses: readonly LossView[]
  readonly otherLosses: string
  readonly criteria: readonly CriterionRowView[]
  readonly rules: RulesView
}

interface LossView {
  readonly anchor: string
  readonly title: string
  readonly points: string
  readonly why: string
  readonly next: string
}

/** Reasons that a reader takes in; the table below tells all. */
const MOST_LOSSES = 3

export function presentEntrant(board: Board, sheet: ScoreSheet): EntrantView {
  const { standings } = board
  const { program, asOf, sheets, before } = standings
  const { entrant, rank } = sheet
  const level = LEVEL_NAMES[entrant.level]
  const size = sheets.filter((other) => cohortOf(other.entrant) === cohortOf(entrant)).length
  const losses = lossesOf(sheet)
  const points = totalText(sheet, program) ?? ''
  const date = formatDate(asOf)
  return {
    pageTitle: points === '' ? entrant.name : `${entrant.name}: ${points} điểm`,
    description: `${entrant.name}, kết quả tính đến ngày ${date}: ${explainTotal(sheet, program)}`,
    name: entrant.name,
    boardTitle: program.rulebook.title.text,
    boardUrl: boardUrl(board),
    asOf: date,
    provenance: presentProvenance(standings),
    tentative: presentTentative(standings),
    points,
    scale: pointsText(program.scale),
    rank: rank === undefined || size === 1 ? '' : `${rank}`,
    cohort: `${size} ${level}`,
    class: sheet.class ?? '',
    moves: before !== undefined && size > 1,
    comparedWith: before ? `tháng ${before.asOf.month}/${before.asOf.year}` : '',
    movement: presentMovement(standings, sheet),
    why: explainTotal(sheet, program),
    losses: losses.slice(0, MOST_LOSSES).map((loss) => {
      const { why, next } = explainLeaf(loss.trace)
      const { code, title } = loss.trace.node
      return {
        anchor: `tc-${code}`,
        title: `${code}. ${title}`,
        points: lossText(loss.points),
        why,
        next: next ?? '',
      }
    }),
    otherLosses: losses.length > MOST_LOSSES ? `${losses.length - MOST_LOSSES}` : '',
    criteria: presentCriteria(sheet.nodes),
    rules: presentRules(standings),
  }
}

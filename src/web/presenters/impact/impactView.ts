import {
  changeText,
  type Program,
  rankText,
  type ScoreSheet,
  type SheetChanges,
  totalText,
} from '#engine/index.ts'
import {
  causesText,
  countsText,
  criterionImpactText,
  type EntrantImpact,
  factsText,
  pastText,
  type RuleImpact,
} from '#simulate/index.ts'
import { cohortsIn, whomText } from '../cohorts.ts'
import { type SlopeChartView, slopeChart } from '../simulation/slopeChart.ts'
import type { FaultView } from './answer.ts'

/** Who gains and who loses by a rulebook that was written anew in part. */
export interface ImpactView extends BesideImpact {
  readonly counts: string
  /** What the rulebook says otherwise. */
  readonly changes: readonly string[]
  /** What each criterion does to all together. */
  readonly criteria: readonly string[]
  /** That these are not carried over to the scale yet; empty where nothing is. */
  readonly unscaled: string
  readonly cohorts: readonly CohortView[]
  /** As of the end of each month before, where that was asked for. */
  readonly past: readonly string[]
  /** Whom or what only one of the rulebooks takes. */
  readonly notes: readonly string[]
}

/** What is said of the draft itself. */
interface BesideImpact {
  /** What is doubtful in it and was not before. */
  readonly warnings: readonly FaultView[]
  /** Examples of the rulebook that no longer hold. */
  readonly examples: readonly string[]
  /** Its address, to be kept and sent; empty where it would be too long. */
  readonly link: string
  /** The same with the ends of the months before; empty where they are told already. */
  readonly pastLink: string
}

interface CohortView {
  readonly heading: string
  readonly chart: SlopeChartView | undefined
  readonly rows: readonly RowView[]
  /** How many more come out otherwise than are listed; empty where none do. */
  readonly more: string
}

interface RowView {
  readonly name: string
  /** `88,5 thành 87`. */
  readonly points: string
  readonly rank: string
  readonly class: string
  readonly why: readonly string[]
}

/** As many are read one by one. */
const MOST_ROWS = 100

const SIDES = ['Đang dùng', 'Sửa thử'] as const

/** What comes of it, for whoever comes out otherwise. */
export function presentImpact(impact: RuleImpact, beside: BesideImpact): ImpactView {
  const { programs, difference, counts, criteria, entrants, scoredByOne } = impact
  const changed = entrants.map((one) => ({ entrant: one.after.entrant, one }))
  const only = (side: 'old' | 'new'): string =>
    scoredByOne.flatMap((one) => (one.side === side ? [one.entrant.name] : [])).join(', ')
  const [gone, come] = [only('old'), only('new')]
  return {
    counts: countsText(counts),
    changes: difference.changes.map(changeText),
    criteria: criteria.map(criterionImpactText),
    unscaled: programs.new.redistribute === 'none' ? '' : 'Điểm của tiêu chí, chưa quy đổi về thang điểm.',
    cohorts: cohortsIn(changed, programs.new).map((own): CohortView => {
      const more = own.length - MOST_ROWS
      return {
        heading: `${own.length} ${whomText(own.map(({ entrant }) => entrant))} thay đổi`,
        chart: slopeChart(
          own.map(({ one }) => one),
          { sides: SIDES, own: undefined },
        ),
        rows: own.slice(0, MOST_ROWS).map(({ one }) => presentRow(one, impact)),
        more: more > 0 ? `Còn ${more} đối tượng khác; lệnh impact kể đủ.` : '',
      }
    }),
    past: pastText(impact),
    notes: [
      ...(gone === '' ? [] : [`Bộ tiêu chí mới không còn chấm: ${gone}.`]),
      ...(come === '' ? [] : [`Chỉ bộ tiêu chí mới chấm: ${come}.`]),
      ...factsText(impact),
    ],
    ...beside,
  }
}

function presentRow(one: EntrantImpact, impact: RuleImpact): RowView {
  const { before, after } = one
  const { old, new: draft } = impact.programs
  const text = (sheet: ScoreSheet, program: Program): string => totalText(sheet, program) ?? 'không chấm'
  return {
    name: after.entrant.name,
    points: moved(text(before, old), text(after, draft)),
    rank: one.alone ? '' : moved(rankWord(before), rankWord(after)),
    class: moved(before.class ?? '', after.class ?? ''),
    why: causesText(one, impact),
  }
}

function rankWord(sheet: SheetChanges['before']): string {
  return rankText(sheet) || 'không'
}

function moved(before: string, after: string): string {
  return before === after ? after : `${before || 'không'} thành ${after || 'không'}`
}

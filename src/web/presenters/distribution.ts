import { capital } from '#base/capital.ts'
import { compareText } from '#base/compareText.ts'
import { listText } from '#base/listText.ts'
import { compare, divide, isZero, negate, ONE, type Rational, rational, ZERO } from '#base/rational.ts'
import { explainNode, type NodeTrace, type ScoreSheet, tracesOf } from '#engine/index.ts'
import { kindsText } from '#records/entrant.ts'
import type { Board } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import { cohortsIn, whomText } from './cohorts.ts'
import { presentScore, type ScoreView, shownMaximum } from './criterionRow.ts'
import { type DistributionChartView, distributionChart, type Share } from './distributionChart.ts'

/** What the entrants of one cohort came to in a criterion. */
export interface DistributionView {
  /** `22 thôn`. */
  readonly heading: string
  readonly caption: string
  readonly kinds: string
  /** Who is not judged yet, and whom it does not concern; a sentence each. */
  readonly lacks: readonly string[]
  readonly chart: DistributionChartView
  readonly measured: boolean
  /** The most points first, then in alphabetical order; the middle of many is left out. */
  readonly first: readonly EntrantScoreView[]
  readonly left: string
  readonly last: readonly EntrantScoreView[]
}

interface EntrantScoreView extends ScoreView {
  readonly name: string
  readonly url: string
}

/** An entrant that stands alone at its level: the commune. */
export interface AloneView {
  readonly name: string
  readonly url: string
  readonly kind: string
  readonly why: string
}

interface Scored {
  readonly sheet: ScoreSheet
  readonly entrant: ScoreSheet['entrant']
  readonly trace: NodeTrace
}

/** What everyone who is scored on a criterion came to in it, cohort by cohort. */
export function presentDistributions(
  board: Board,
  code: string,
): { readonly cohorts: readonly DistributionView[]; readonly alone: readonly AloneView[] } {
  const { program, sheets } = board.standings
  const scored = sheets.flatMap((sheet): readonly Scored[] => {
    const trace = tracesOf(sheet.nodes).find(({ node }) => node.code === code)
    return trace ? [{ sheet, entrant: sheet.entrant, trace }] : []
  })
  const cohorts = cohortsIn(scored, program)
  const many = cohorts.filter((cohort) => cohort.length > 1)
  const most = shownOf(many.map((cohort) => cohort.length))
  return {
    cohorts: many.map((cohort) => presentCohort(board, cohort, most)),
    alone: cohorts.flatMap(([one, ...others]) =>
      one && others.length === 0
        ? [
            {
              name: one.entrant.name,
              url: urlOf(board, one),
              kind: one.entrant.kind,
              why: explainNode(one.trace),
            },
          ]
        : [],
    ),
  }
}

/** As many rows as a phone loads at once. */
const MOST_ROWS = 300

/** Of a cohort that is not shown whole, as many of its first and of its last. */
const FEWEST_ROWS = 3

/** How many of each cohort are shown: all of them, or so many that the page stays light. */
function shownOf(sizes: readonly number[]): number {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all <= MOST_ROWS) return all
  return Math.max(FEWEST_ROWS * 2, Math.floor(MOST_ROWS / 3 / sizes.length) * 2)
}

function presentCohort(board: Board, cohort: readonly Scored[], most: number): DistributionView {
  const entrants = cohort.map(({ entrant }) => entrant)
  const kinds = kindsText(entrants)
  const rows = cohort.toSorted(compareScored).map((scored) => ({
    name: scored.entrant.name,
    url: urlOf(board, scored),
    ...presentScore(scored.trace),
  }))
  const whole = rows.length <= most
  const measured = rows.some(({ value }) => value !== '')
  const half = Math.floor(most / 2)
  const heading = `${cohort.length} ${whomText(entrants)}`
  return {
    heading,
    caption: `Điểm${measured ? ' và giá trị' : ''} của ${heading}: điểm từ cao xuống thấp, bằng điểm thì theo tên`,
    kinds: capital(kinds),
    lacks: lacksOf(cohort),
    chart: distributionChart(`Số ${kinds} theo phần điểm đạt được`, sharesOf(cohort)),
    measured,
    first: whole ? rows : rows.slice(0, half),
    left: whole ? '' : `Còn ${rows.length - 2 * half} ${kinds} ở giữa, xem ở trang của từng ${kinds}.`,
    last: whole ? [] : rows.slice(-half),
  }
}

function urlOf(at: Board, { entrant, trace }: Scored): string {
  return `${pathOf({ kind: 'entrant', at, entrant: entrant.id })}#tc-${trace.node.code}`
}

/** The share of what was to be had, so that those of whom less applies stand beside the others. */
function shareOf(trace: NodeTrace): Rational {
  const most = shownMaximum(trace)
  return isZero(most) ? ZERO : divide(trace.points, most)
}

/** Judged before not judged, before not concerned. */
function placeOf(trace: NodeTrace): number {
  switch (trace.kind === 'branch' ? 'value' : trace.outcome.kind) {
    case 'value':
      return 0
    case 'notApplicable':
      return 2
    default:
      return 1
  }
}

function compareScored(left: Scored, right: Scored): number {
  return (
    placeOf(left.trace) - placeOf(right.trace) ||
    compare(shareOf(right.trace), shareOf(left.trace)) ||
    compareText(left.entrant.name, right.entrant.name)
  )
}

const [QUARTER, HALF, MOST] = [rational(1n, 4n), rational(1n, 2n), rational(3n, 4n)]

const JUDGED: readonly (Omit<Share, 'count'> & { readonly holds: (share: Rational) => boolean })[] = [
  { label: 'Đủ điểm', kind: 'full', holds: (share) => compare(share, ONE) >= 0 },
  { label: 'Từ 75% số điểm', kind: 'part', holds: (share) => compare(share, MOST) >= 0 },
  { label: 'Từ 50% đến dưới 75%', kind: 'part', holds: (share) => compare(share, HALF) >= 0 },
  { label: 'Từ 25% đến dưới 50%', kind: 'part', holds: (share) => compare(share, QUARTER) >= 0 },
  { label: 'Dưới 25%', kind: 'part', holds: (share) => compare(share, ZERO) > 0 },
  { label: 'Không có điểm', kind: 'none', holds: () => true },
]

const TAKEN: typeof JUDGED = [
  { label: 'Không bị trừ', kind: 'full', holds: isZero },
  { label: 'Trừ đến một nửa', kind: 'part', holds: (share) => compare(negate(share), HALF) <= 0 },
  { label: 'Trừ quá một nửa', kind: 'part', holds: (share) => compare(negate(share), ONE) < 0 },
  { label: 'Trừ hết mức', kind: 'none', holds: () => true },
]

const LACKS = {
  missing: 'Chưa có số liệu',
  pending: 'Chờ thẩm định',
  error: 'Lỗi số liệu',
  notApplicable: 'Không áp dụng',
} as const

type Lack = keyof typeof LACKS

function lackOf(trace: NodeTrace): Lack | undefined {
  return trace.kind === 'leaf' && trace.outcome.kind !== 'value' ? trace.outcome.kind : undefined
}

function sharesOf(cohort: readonly Scored[]): readonly Share[] {
  const judged = cohort.filter(({ trace }) => lackOf(trace) === undefined)
  const lines = cohort[0]?.trace.node.role === 'penalty' ? TAKEN : JUDGED
  const counts = new Map<string, number>()
  for (const { trace } of judged) {
    const label = lines.find(({ holds }) => holds(shareOf(trace)))?.label ?? ''
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const lacks = Object.entries(LACKS).map(([lack, label]) => ({
    label,
    kind: 'absent' as const,
    count: cohort.filter(({ trace }) => lackOf(trace) === lack).length,
  }))
  return [...lines.map(({ label, kind }) => ({ label, kind, count: counts.get(label) ?? 0 })), ...lacks]
}

/** As many names as a sentence holds. */
const MOST_NAMES = 12

function lacksOf(cohort: readonly Scored[]): readonly string[] {
  return Object.entries(LACKS).flatMap(([lack, label]) => {
    const names = cohort
      .flatMap(({ trace, entrant }) => (lackOf(trace) === lack ? [entrant.name] : []))
      .toSorted(compareText)
    const more = names.length - MOST_NAMES
    const named = more > 0 ? [...names.slice(0, MOST_NAMES), `${more} nơi khác`] : names
    return names.length === 0 ? [] : [`${label}: ${listText(named)}.`]
  })
}

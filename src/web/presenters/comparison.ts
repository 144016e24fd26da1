import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { compare, isZero, negate, type Rational, subtract, ZERO } from '#base/rational.ts'
import {
  apart,
  explainNode,
  explainStanding,
  explainTotal,
  type NodeTrace,
  neighbourOf,
  rankText,
  type ScoreSheet,
  separationSentence,
  totalText,
  tracesOf,
} from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { entrantUrl } from './boardTable.ts'
import { criterionUrl, nodesIn } from './criterion.ts'
import { presentScore } from './criterionRow.ts'
import { type Crumbs, communeName, crumbsInBoard } from './crumbs.ts'

/** Two entrants side by side in display strings. */
export interface ComparisonView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly heading: string
  readonly asOf: string
  readonly sides: readonly SideView[]
  /** What put one above the other, and what bars either. */
  readonly standing: readonly string[]
  /** `Khác nhau ở 5 tiêu chí, bằng nhau ở 7.` */
  readonly summary: string
  readonly names: readonly string[]
  readonly rows: readonly RowView[]
}

interface SideView {
  readonly name: string
  readonly url: string
  readonly points: string
  readonly rank: string
  readonly class: string
  /** How its total came about. */
  readonly why: string
}

interface RowView {
  readonly code: string
  readonly title: string
  readonly url: string
  readonly branch: boolean
  readonly cells: readonly { readonly name: string; readonly text: string; readonly of: string }[]
  /** `Thôn 3 hơn 1,5 điểm`, or that they are equal. */
  readonly difference: string
  readonly differs: boolean
  /** Why each has what it has, where they differ. */
  readonly reasons: readonly { readonly name: string; readonly why: string }[]
}

/** Both are of one cohort, the first before the second in the order of the board. */
export function presentComparison(board: Board, first: ScoreSheet, second: ScoreSheet): ComparisonView {
  const { program, asOf } = board.standings
  const names = [first.entrant.name, second.entrant.name] as const
  const heading = `So sánh ${names[0]} và ${names[1]}`
  const rows = rowsOf(board, first, second)
  const leaves = rows.filter(({ branch }) => !branch)
  const different = leaves.filter(({ differs }) => differs).length
  return {
    ...boardFrame(board, [first, second]),
    pageTitle: heading,
    description: `${heading}: điểm từng tiêu chí và lý do, tính đến ngày ${formatDate(asOf)}.`,
    crumbs: crumbsInBoard(board),
    heading,
    asOf: `${communeName(board)}, ${formatPeriod(board.ref.period)}, tính đến ngày ${formatDate(asOf)}`,
    sides: [first, second].map((sheet) => ({
      name: sheet.entrant.name,
      url: entrantUrl(board, sheet),
      points: totalText(sheet, program) ?? 'không chấm',
      rank: rankText(sheet) || 'không xếp hạng',
      class: sheet.class ?? '',
      why: explainTotal(sheet, program),
    })),
    standing: standingOf(board, first, second),
    summary:
      different === 0
        ? `Bằng nhau ở cả ${leaves.length} tiêu chí.`
        : `Khác nhau ở ${different} tiêu chí, bằng nhau ở ${leaves.length - different}.`,
    names,
    rows,
  }
}

function standingOf(
  { standings: { program } }: Board,
  first: ScoreSheet,
  second: ScoreSheet,
): readonly string[] {
  const neighbour = neighbourOf(first, second, program)
  const separated = neighbour ? [about(first, separationSentence(first, neighbour, program))] : []
  const barred = [first, second].flatMap((sheet) =>
    explainStanding(sheet, program).map((reason) => `${sheet.entrant.name}: ${reason}`),
  )
  return [...separated, ...barred]
}

/** A sentence without a subject, said of someone. */
function about({ entrant }: ScoreSheet, said: string): string {
  return `${entrant.name} ${said.charAt(0).toLocaleLowerCase('vi')}${said.slice(1)}`
}

/** The criteria on which either is scored, in reading order. */
function rowsOf(board: Board, first: ScoreSheet, second: ScoreSheet): readonly RowView[] {
  const sides = [first, second].map((sheet) => ({
    name: sheet.entrant.name,
    traces: new Map(tracesOf(sheet.nodes).map((trace) => [trace.id, trace])),
  }))
  return nodesIn(board.standings.program.nodes).flatMap((node): readonly RowView[] => {
    const traced = sides.map(({ name, traces }) => ({ name, trace: traces.get(node.id) }))
    if (traced.every(({ trace }) => trace === undefined)) return []
    const difference = differenceOf(traced)
    const differs = difference !== ''
    return [
      {
        code: node.code,
        title: node.title,
        url: criterionUrl(board, node.code),
        branch: node.kind === 'branch',
        cells: traced.map(({ name, trace }) => ({ name, ...cellOf(trace) })),
        difference: differs ? difference : 'bằng nhau',
        differs,
        reasons:
          differs && node.kind === 'leaf'
            ? traced.map(({ name, trace }) => ({
                name,
                why: trace ? explainNode(trace) : 'Không được chấm tiêu chí này.',
              }))
            : [],
      },
    ]
  })
}

function cellOf(trace: NodeTrace | undefined): { readonly text: string; readonly of: string } {
  if (!trace) return { text: 'không chấm', of: '' }
  const { counts, absence, points, maximum } = presentScore(trace)
  if (!counts) return { text: absence, of: '' }
  return { text: points, of: `/${maximum}${absence === '' ? '' : ` (${absence})`}` }
}

interface Traced {
  readonly name: string
  readonly trace: NodeTrace | undefined
}

/** Who has how much more; empty where both have as much, of as much. */
function differenceOf([left, right]: readonly Traced[]): string {
  if (!left || !right) return ''
  const [mine, theirs] = [pointsIn(left.trace), pointsIn(right.trace)]
  if (!mine && !theirs) return ''
  if (!mine || !theirs) return `chỉ ${mine ? left.name : right.name} được chấm`
  const by = subtract(mine, theirs)
  if (isZero(by)) return ''
  const ahead = compare(by, ZERO) > 0
  const [more] = apart(ahead ? by : negate(by), ZERO)
  return `${ahead ? left.name : right.name} hơn ${more} điểm`
}

/** What it came to; `undefined` where it does not concern the entrant. */
function pointsIn(trace: NodeTrace | undefined): Rational | undefined {
  if (!trace) return undefined
  return trace.kind === 'leaf' && trace.outcome.kind === 'notApplicable' ? undefined : trace.points
}

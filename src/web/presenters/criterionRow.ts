import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { compare, equals, isZero, negate, type Rational, ZERO } from '#base/rational.ts'
import {
  describeRule,
  explainLeaf,
  explainNode,
  type LeafTrace,
  measuredText,
  membersText,
  type NodeTrace,
  numberText,
  pointsBeside,
  pointsText,
} from '#engine/index.ts'
import { markedGoal } from '#language/index.ts'
import type { BoardPlace } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import { barWidth } from './bar.ts'

/** What an entrant came to in a criterion, beside what was to be had. */
export interface ScoreView {
  readonly points: string
  readonly maximum: string
  /** Points outside the scale: `thưởng` or `trừ`; empty within it. */
  readonly outside: string
  readonly state: 'full' | 'part' | 'none' | 'absent'
  /** What was measured: `80,12%`; empty where nothing was. */
  readonly value: string
  /** Whether there are points to show: none where the criterion does not apply. */
  readonly counts: boolean
  /** What stands in for a value that there is none of: `chưa có số liệu`. */
  readonly absence: string
  readonly bar: string
}

/** A line of an entrant's sheet: a criterion with its sentence, or the heading of those below it. */
export interface CriterionRowView extends ScoreView {
  readonly code: string
  /** The page of the criterion, with everyone else. */
  readonly url: string
  readonly title: string
  readonly branch: boolean
  readonly depth: string
  readonly tentative: boolean
  readonly why: string
  readonly next: string
  readonly target: string
  readonly lead: string
  readonly support: string
  readonly sources: string
  readonly deadline: string
  /** How the criterion gives points, a line a case. */
  readonly rule: readonly string[]
  readonly inputs: readonly InputView[]
  readonly citations: readonly string[]
  readonly notes: readonly string[]
}

interface InputView {
  readonly title: string
  readonly value: string
  readonly when: string
  readonly source: string
}

/** The rows of the tree in reading order. */
export function presentCriteria(
  traces: readonly NodeTrace[],
  at: BoardPlace,
  depth = 0,
): readonly CriterionRowView[] {
  return traces.flatMap((trace) => [
    presentRow(trace, at, depth),
    ...(trace.kind === 'branch' ? presentCriteria(trace.children, at, depth + 1) : []),
  ])
}

/** The points of a node in display strings. */
export function presentScore(trace: NodeTrace): ScoreView {
  const { node, points } = trace
  const maximum = shownMaximum(trace)
  return {
    points: pointsBeside(points, maximum),
    maximum: pointsText(maximum),
    outside: OUTSIDE[node.role],
    state: stateOf(trace),
    value: trace.kind === 'leaf' ? measuredText(trace) : '',
    counts: trace.kind === 'branch' || trace.outcome.kind !== 'notApplicable',
    absence: trace.kind === 'leaf' ? ABSENCES[trace.outcome.kind] : '',
    // A penalty's points are negative: the bar shows how much of its limit was taken.
    bar: barWidth(node.role === 'penalty' ? negate(points) : points, maximum),
  }
}

function presentRow(trace: NodeTrace, at: BoardPlace, depth: number): CriterionRowView {
  const { node } = trace
  const explanation = trace.kind === 'leaf' ? explainLeaf(trace) : undefined
  const criterion = node.node.kind === 'criterion' ? node.node : undefined
  return {
    ...presentScore(trace),
    code: node.code,
    url: pathOf({ kind: 'criterion', at, code: node.code }),
    title: node.title,
    branch: trace.kind === 'branch',
    depth: `${depth}`,
    tentative: node.node.maximum?.tentative ?? false,
    why: explainNode(trace),
    next: explanation?.next ?? '',
    target: criterion?.target ? markedGoal(criterion.target.goal) : '',
    lead: joined(criterion?.leads),
    support: joined(criterion?.supports),
    sources: joined(criterion?.sources),
    deadline: criterion?.deadline?.text.text ?? '',
    rule: trace.kind === 'leaf' ? describeRule(trace.node) : [],
    inputs: trace.kind === 'leaf' ? presentInputs(trace) : [],
    citations: criterion?.citations.map(({ text }) => text) ?? [],
    notes: node.node.notes.map(({ text }) => text),
  }
}

/** What the points are out of: what applies to the entrant, as its sentence says; the whole where nothing does. */
export function shownMaximum({ node, applicableMaximum }: NodeTrace): Rational {
  return node.role !== 'scale' || isZero(applicableMaximum) ? node.maximum : applicableMaximum
}

const OUTSIDE = { scale: '', bonus: 'thưởng', penalty: 'trừ' } as const

const ABSENCES: Readonly<Record<LeafTrace['outcome']['kind'], string>> = {
  value: '',
  missing: 'chưa có số liệu',
  pending: 'chờ thẩm định',
  notApplicable: 'không áp dụng',
  error: 'lỗi số liệu',
}

function joined(texts: readonly { readonly text: string }[] = []): string {
  return texts.map(({ text }) => text).join('; ')
}

function stateOf(trace: NodeTrace): CriterionRowView['state'] {
  if (trace.kind === 'leaf' && trace.outcome.kind !== 'value') return 'absent'
  if (trace.node.role === 'penalty') return isZero(trace.points) ? 'full' : 'none'
  if (equals(trace.points, shownMaximum(trace))) return 'full'
  return compare(trace.points, ZERO) > 0 ? 'part' : 'none'
}

function presentInputs({ inputs }: LeafTrace): readonly InputView[] {
  return inputs.flatMap((input) => {
    const { measure, outcome, facts } = input
    if (facts.length === 0) return []
    const [first, last] = [facts[0], facts.at(-1)]
    const sources = new Set(facts.map(({ source }) => source))
    return [
      {
        title: measure.title.text,
        value: outcome.kind === 'value' ? inputText(measure, outcome.value) : ABSENCES[outcome.kind],
        when: periodsText(first, last, membersText(input)),
        source: [...sources].join('; '),
      },
    ]
  })
}

function inputText(measure: Input['measure'], value: InputValue): string {
  switch (value.kind) {
    case 'flag':
      return value.is ? 'có' : 'không'
    case 'date':
      return formatDate(value.date)
    case 'number':
      return numberText(value.value, measure)
  }
}

type Input = LeafTrace['inputs'][number]
type InputValue = Extract<Input['outcome'], { kind: 'value' }>['value']
type Fact = Input['facts'][number]

function periodsText(first: Fact | undefined, last: Fact | undefined, members: string): string {
  if (!first || !last) return ''
  const from = formatPeriod(first.period)
  const to = formatPeriod(last.period)
  const span = from === to ? to : `${from} đến ${to}`
  return members === '' ? span : `${span}, ${members}`
}

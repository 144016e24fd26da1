import { formatExact } from '#base/formatNumber.ts'
import { type Criterion, printGoal, type Words } from '#language/index.ts'
import type { ProgramNode } from '../program.ts'
import { type Aspect, compareSayings, type Saying, said } from './aspects.ts'
import { compareLeaves } from './compareLeaves.ts'
import type { Change, Standing } from './difference.ts'
import type { Pairs } from './pairUp.ts'
import { type Placed, placesIn, type Side, subjectOf } from './sides.ts'

/** The changes of groups and criteria: those in both rulebooks and those that are new in the new order, then what is gone. */
export function compareNodes(nodes: Pairs<Placed>, old: Side, now: Side): readonly Change[] {
  const changes = new Map(
    nodes.both.map((pair) => [pair.new.node, compareNode(pair.old, pair.new, old, now)] as const),
  )
  const added = new Map(nodes.added.map((placed) => [placed.node, comeOrGone('added', placed)] as const))
  return [
    ...placesIn(now.program.nodes).flatMap(({ node }) => changes.get(node) ?? added.get(node) ?? []),
    ...nodes.removed.flatMap((placed) => comeOrGone('removed', placed)),
  ]
}

function comeOrGone(kind: 'added' | 'removed', { node, parent }: Placed): readonly Change[] {
  const standing: Standing = { maximum: node.maximum, role: node.role, within: subjectOf(parent) }
  return [{ kind, about: subjectOf(node), scores: true, standing }]
}

function compareNode(old: Placed, now: Placed, oldSide: Side, newSide: Side): readonly Change[] {
  const about = subjectOf(now.node)
  const placed = { node: old.node, side: oldSide }
  return [
    ...compareSayings(SAYINGS, placed, { node: now.node, side: newSide }, about),
    ...compareParents(old, now, oldSide, newSide),
    ...compareScoring(old.node, now.node, oldSide, newSide),
  ]
}

/** How the node comes to its points: by itself, or from those below it. */
function compareScoring(old: ProgramNode, now: ProgramNode, oldSide: Side, newSide: Side): readonly Change[] {
  if (old.kind === 'leaf' && now.kind === 'leaf') {
    return compareLeaves({ leaf: old, side: oldSide }, { leaf: now, side: newSide })
  }
  const change = (aspect: Aspect, from: string, to: string): readonly Change[] =>
    from === to ? [] : [said(subjectOf(now), true, { aspect, old: from, new: to })]
  if (old.kind === 'branch' && now.kind === 'branch') {
    return change('combine', COMBINED[old.combine], COMBINED[now.combine])
  }
  return change('structure', STRUCTURES[old.kind], STRUCTURES[now.kind])
}

const STRUCTURES = { leaf: 'trực tiếp', branch: 'theo các tiêu chí thành phần' } as const

function compareParents(old: Placed, now: Placed, oldSide: Side, newSide: Side): readonly Change[] {
  const place = ({ parent }: Placed, { commonCode }: Side): string =>
    parent ? `${parent.node.kind} ${commonCode(parent.code)}` : ''
  if (place(old, oldSide) === place(now, newSide)) return []
  const [before, after] = [subjectOf(old.parent), subjectOf(now.parent)]
  return [{ kind: 'moved', about: subjectOf(now.node), scores: true, old: before, new: after }]
}

interface Told {
  readonly node: ProgramNode
  readonly side: Side
}

/** What is said in a criterion below its line; a group says none of it. */
function criterionOf({ node: { node } }: Told): Criterion | undefined {
  return node.kind === 'criterion' ? node : undefined
}

function listIn(read: (criterion: Criterion) => readonly Words[]): (told: Told) => readonly Words[] {
  return (told) => {
    const criterion = criterionOf(told)
    return criterion ? read(criterion) : []
  }
}

const SAYINGS: readonly Saying<Told>[] = [
  { aspect: 'code', scores: false, text: ({ node }) => node.code },
  { aspect: 'title', scores: false, text: ({ node }) => `«${node.title}»` },
  { aspect: 'maximum', scores: true, text: ({ node }) => `${formatExact(node.maximum)} điểm` },
  { aspect: 'role', scores: true, text: ({ node }) => ROLES[node.role] },
  {
    aspect: 'tentative',
    scores: false,
    text: ({ node }) => (node.node.maximum?.tentative ? 'dự kiến' : 'chính thức'),
  },
  {
    aspect: 'capped',
    scores: false,
    text: (told) => (criterionOf(told)?.capped ? 'không vượt quá điểm tối đa' : undefined),
  },
  {
    aspect: 'target',
    // What the target does to points is told value by value.
    scores: false,
    text: (told) => {
      const goal = criterionOf(told)?.target?.goal
      return goal && printGoal(goal)
    },
  },
  { aspect: 'deadline', scores: judgesLateness, text: (told) => criterionOf(told)?.deadline?.text.text },
  {
    aspect: 'leads',
    // A unit may be scored on what it leads.
    scores: ({ side }) => side.program.unitsByLead,
    list: listIn(({ leads }) => leads),
  },
  { aspect: 'supports', scores: false, list: listIn(({ supports }) => supports) },
  { aspect: 'sources', scores: false, list: listIn(({ sources }) => sources) },
  { aspect: 'citations', scores: false, list: listIn(({ citations }) => citations) },
]

function judgesLateness({ node }: Told): boolean {
  return node.kind === 'leaf' && node.value?.kind === 'lateness'
}

const ROLES = { scale: 'trong thang điểm', bonus: 'điểm thưởng', penalty: 'điểm trừ' } as const

const COMBINED = {
  sum: 'cộng các thành phần',
  best: 'chỉ tính thành phần cao nhất',
  worst: 'chỉ tính thành phần thấp nhất',
  average: 'tính bình quân các thành phần',
} as const

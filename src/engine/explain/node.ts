import { assertNever } from '#base/assertNever.ts'
import { compare, equals, isZero } from '#base/rational.ts'
import type { BranchTrace, NodeTrace } from '../trace.ts'
import { leavesIn } from './entrant.ts'
import { explainLeaf } from './leaf.ts'
import { isOpen, lossesIn } from './losses.ts'
import { gotText, lossText, pointsOutOf, sentence } from './words.ts'

/** Why a node has the points it has, in one sentence; of a criterion, what {@link explainLeaf} says. */
export function explainNode(trace: NodeTrace): string {
  return trace.kind === 'leaf' ? explainLeaf(trace).why : explainBranch(trace)
}

/** `Cộng điểm 4 thành phần: được 14,2 trên 16 điểm, mất nhiều nhất ở tiêu chí 3b (1,1 điểm).` */
function explainBranch(trace: BranchTrace): string {
  const open = leavesIn([trace]).filter(({ outcome }) => isOpen(outcome.kind))
  const { node } = trace
  if (node.role === 'scale' && isZero(trace.applicableMaximum)) {
    const because =
      open.length > 0
        ? 'chưa có số liệu để chấm'
        : `không ${childrenText(trace)} nào áp dụng cho đối tượng này`
    return sentence(`${open.length > 0 ? 'chưa tính' : 'không áp dụng'} vì ${because}.`)
  }
  const [most] = node.role === 'bonus' ? [] : lossesIn(trace)
  const lost =
    !most || node.role === 'penalty'
      ? ''
      : `, mất nhiều nhất ở tiêu chí ${most.trace.node.code} (${lossText(most.points)} điểm)`
  const waiting = open.length > 0 ? `; ${open.length} tiêu chí còn chờ số liệu hoặc thẩm định` : ''
  return sentence(`${combinedText(trace)}: ${resultText(trace)}${lost}${waiting}.`)
}

/** What was done with the nodes below. */
function combinedText(trace: BranchTrace): string {
  const { node, children, carriedFrom, points } = trace
  const own = children.filter((child) => child.node.role === node.role)
  const applicable = own.filter((child) => !isZero(child.applicableMaximum))
  const what = childrenText(trace)
  const out = own.length - applicable.length
  const rest = out > 0 ? ` (${out} ${what} không áp dụng)` : ''
  const whose = carriedFrom?.points ?? points
  const counted = applicable.find((child) => compare(child.points, whose) === 0)
  const which = counted ? `, ${counted.node.code}` : ''
  const takes = node.role === 'penalty'
  switch (node.combine) {
    case 'sum':
      return `cộng điểm ${applicable.length} ${what}${rest}`
    case 'average':
      return `bình quân điểm ${applicable.length} ${what}${rest}`
    case 'best':
      return `chỉ tính ${what} ${takes ? 'bị trừ nhiều nhất' : 'cao nhất'}${which}`
    case 'worst':
      return `chỉ tính ${what} ${takes ? 'bị trừ ít nhất' : 'thấp nhất'}${which}`
    default:
      return assertNever(node.combine)
  }
}

/** What it came to, and out of how much where not all of its maximum applies. */
function resultText(trace: BranchTrace): string {
  const { node, points, applicableMaximum, carriedFrom } = trace
  if (carriedFrom) {
    const before = pointsOutOf(carriedFrom.points, carriedFrom.maximum)
    return `được ${before} của phần áp dụng, quy đổi thành ${pointsOutOf(points, node.maximum).replace(/^đủ /, '')}`
  }
  if (node.role !== 'scale' || equals(applicableMaximum, node.maximum)) return gotText(trace)
  return `được ${pointsOutOf(points, applicableMaximum)} của phần áp dụng`
}

/** What the nodes below are called. */
function childrenText({ node }: BranchTrace): string {
  return node.node.kind === 'group' ? 'tiêu chí' : 'thành phần'
}

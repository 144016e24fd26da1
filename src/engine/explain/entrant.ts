import { equals, isZero, negate } from '#base/rational.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import type { LeafTrace } from '../trace.ts'
import { tracesOf } from '../tracesOf.ts'
import { isOpen } from './losses.ts'
import { pointsOutOf, pointsText, totalText } from './words.ts'

/** The criteria that are not judged yet, because facts are missing or wait for verification. */
export function openIn({ nodes }: ScoreSheet): readonly LeafTrace[] {
  return leavesIn(nodes).filter(({ outcome }) => isOpen(outcome.kind))
}

/** The traces of the criteria that are scored by themselves, in reading order. */
export function leavesIn(nodes: ScoreSheet['nodes']): readonly LeafTrace[] {
  return tracesOf(nodes).filter((trace) => trace.kind === 'leaf')
}

/** How the total came about, in one sentence: points, what of the scale applies, bonus. */
export function explainTotal(sheet: ScoreSheet, program: Program): string {
  const { entrant, points, applicableMaximum, bonus, penalty } = sheet
  const total = totalText(sheet, program)
  if (total === undefined)
    return `Không tiêu chí nào áp dụng cho ${entrant.name} nên không tính điểm và không xếp hạng.`
  const whole = equals(applicableMaximum, program.scale)
  const out = pointsOutOf(points, applicableMaximum)
  const applies = whole ? out : `${out} của các tiêu chí áp dụng cho ${entrant.kind} này`
  const carried =
    !whole && program.redistribute !== 'none' ? `, quy đổi về thang ${pointsText(program.scale)}` : ''
  const added = isZero(bonus) ? '' : `, cộng ${pointsText(bonus)} điểm thưởng`
  const taken = isZero(penalty) ? '' : `, trừ ${pointsText(negate(penalty))} điểm`
  return carried || added || taken
    ? `Được ${applies}${carried}${added}${taken}: tổng ${total} điểm.`
    : `Được ${applies}.`
}

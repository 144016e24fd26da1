import { assertNever } from '#base/assertNever.ts'
import { capital } from '#base/capital.ts'
import type { Target, TargetGoal, TargetSide, YearGoal } from '../ast.ts'
import { marked } from './words.ts'

/** What is to be reached, with its mark where the committee is still to decide: `90%`, `90% (dự kiến)`. */
export function markedGoal({ text, tentative }: TargetGoal): string {
  return marked(text, tentative)
}

/** The target as a table prints it: `90%`; where it differs by year, `năm 2026: 65%; từ năm 2027: 70% (dự kiến)`. */
export function targetText({ goal, byYear }: Target): string {
  if (byYear.length === 0) return markedGoal(goal)
  return byYear.map((year) => `${yearsText(year)}: ${markedGoal(year.goal)}`).join('; ')
}

/** The target as a narrow cell prints it, a line a year where it differs. */
export function targetLines({ goal, byYear }: Target): readonly string[] {
  if (byYear.length === 0) return [markedGoal(goal)]
  return byYear.map((year) => capital(`${yearsText(year)}: ${markedGoal(year.goal)}`))
}

/** The target inside a sentence: `chỉ tiêu 90%`; `chỉ tiêu của năm` where it differs by year. */
export function targetPhrase(target: Target | undefined): string {
  if (!target) return 'chỉ tiêu'
  if (target.byYear.length > 0) return 'chỉ tiêu của năm'
  return `chỉ tiêu ${target.goal.level ? `mức «${target.goal.text}»` : target.goal.text}`
}

/** Where a value stands to the target: `đạt chỉ tiêu 90%`, `trong chỉ tiêu 2-3 đơn/năm`. */
export function sidePhrase(side: TargetSide, target: Target | undefined): string {
  return `${sideWord(side)} ${targetPhrase(target)}`
}

function sideWord(side: TargetSide): string {
  switch (side) {
    case 'reached':
      return 'đạt'
    case 'notReached':
      return 'chưa đạt'
    case 'below':
      return 'dưới'
    case 'within':
      return 'trong'
    case 'above':
      return 'vượt'
    default:
      return assertNever(side)
  }
}

function yearsText({ from, to }: YearGoal): string {
  if (to === undefined) return `từ năm ${from}`
  return to === from ? `năm ${from}` : `năm ${from} - ${to}`
}

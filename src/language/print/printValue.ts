import type { Amount, Target, TargetGoal, Value, Words, YearGoal, ZeroAnswer } from '../ast.ts'
import { quoted } from '../quotedText.ts'
import { printEach } from './printEach.ts'
import { printAmount, printAward } from './printPoints.ts'

/** What a criterion measures, without the words before it: `a / b`, `a trên 1.000 b`, `số tháng chậm của a`. */
export function printValue({ form, numerator, denominator, each }: Value): string {
  const often = each ? ` ${printEach(each)}` : ''
  const below = denominator ? printDenominator(denominator) : ''
  switch (form.kind) {
    case 'plain':
      return `${numerator.text}${often}`
    case 'ratio':
      return `${numerator.text} / ${below}${often}`
    case 'per':
      return `${numerator.text} trên ${printAmount(form.base)} ${below}${often}`
    case 'lateness':
      return `số ${form.in === 'day' ? 'ngày' : 'tháng'} chậm của ${numerator.text}${often}`
  }
}

/** `khi hồ_sơ = 0: không áp dụng`. */
export function printZeroAnswer({ divisor, answer }: ZeroAnswer): string {
  const below = divisor.kind === 'measure' ? divisor.name.text : FIGURES[divisor.kind]
  return `khi ${below} = 0: ${answer.kind === 'notApplicable' ? 'không áp dụng' : printAward(answer)}`
}

/** What to reach, without the words before it: `35,4%`, `năm 2026 65%, từ năm 2027 70% dự kiến`. */
export function printTarget({ goal, byYear }: Target): string {
  return byYear.length === 0 ? printGoal(goal) : byYear.map(printYearGoal).join(', ')
}

/** The goal and whether it is settled: `90%`, `90% dự kiến`. */
export function printGoal(goal: TargetGoal): string {
  return `${printReach(goal)}${goal.tentative ? ' dự kiến' : ''}`
}

/** What is to be reached, in the author's own words: `2-3 đơn/năm`, `không quá 5%`, `"Hoàn thành"`. */
export function printReach({ level, atMost, text }: TargetGoal): string {
  if (!level) return text
  return `${atMost ? 'không quá ' : ''}${quoted(level.text)}`
}

/** A figure of the cluster, as a value is compared with it. */
export const FIGURES = { best: 'cao nhất trong cụm', average: 'bình quân trong cụm' } as const

function printYearGoal({ from, to, goal }: YearGoal): string {
  if (to === undefined) return `từ năm ${from} ${printGoal(goal)}`
  return `năm ${from === to ? from : `${from}-${to}`} ${printGoal(goal)}`
}

function printDenominator(denominator: Words | Amount): string {
  return 'value' in denominator ? printAmount(denominator) : denominator.text
}

import { equals, ONE } from '#base/rational.ts'
import type { Part, PerItem, Rule, Stepped, Tier } from '../ast.ts'
import { indent } from './indent.ts'
import { printCondition } from './printCondition.ts'
import { printAmount, printAward } from './printPoints.ts'

/** How a criterion gives points, a clause a line. */
export function printRule(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.map(printTier)
    case 'proportion': {
      const floor = rule.floor ? `, dưới ${printAmount(rule.floor)} chỉ tiêu thì 0 điểm` : ''
      return [`chấm theo tỷ lệ đạt chỉ tiêu${floor}`]
    }
    case 'relative':
      return [`chấm theo tỷ lệ so với ${rule.to === 'best' ? 'cao nhất' : 'bình quân'} trong cụm`]
    case 'perItem':
      return [printPerItem(rule)]
    case 'parts':
      return rule.parts.flatMap(printPart)
  }
}

/** `từ 12 đến 23: 1/4 điểm tối đa`. */
export function printTier({ condition, award }: Tier): string {
  return `${printCondition(condition)}: ${printAward(award)}`
}

/** `mỗi 2 bài được 0,5 điểm, không quá 3 điểm`, `mỗi đơn lệch so với chỉ tiêu trừ 2 điểm`. */
export function printPerItem({ step, unit, of, effect, award, limit }: PerItem): string {
  const one = equals(step.value, ONE) && !step.percent && unit !== '' && !beginsWithTime(unit)
  const item = [one ? '' : printAmount(step), unit].filter((part) => part !== '').join(' ')
  const verb = effect === 'add' ? 'được' : 'trừ'
  const most = limit ? `, không quá ${printAward(limit)}` : ''
  return `mỗi ${item}${STEPPED[of]} ${verb} ${printAward(award)}${most}`
}

const TIMES: readonly string[] = ['tháng', 'quý', 'năm']

/** `mỗi 1 năm học`: without the number the language would read `mỗi năm`, which is a word by itself. */
function beginsWithTime(unit: string): boolean {
  const [first = ''] = unit.split(/[ /]/)
  return TIMES.includes(first.toLowerCase()) && !TIMES.includes(unit)
}

const STEPPED: Readonly<Record<Stepped, string>> = {
  value: '',
  shortfall: ' thiếu so với chỉ tiêu',
  deviation: ' lệch so với chỉ tiêu',
  excess: ' vượt chỉ tiêu',
}

/** `mỗi …` stands before tiers: behind them it would be a second way of scoring. */
function printPart(part: Part): readonly string[] {
  switch (part.kind) {
    case 'flagPart':
      return [`cộng ${printAward(part.award)} khi ${part.measure.text}`]
    case 'measurePart': {
      const below = [...(part.perItem ? [printPerItem(part.perItem)] : []), ...part.tiers.map(printTier)]
      return [`cộng theo ${part.measure.text}`, ...indent(below)]
    }
  }
}

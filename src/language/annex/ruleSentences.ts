import { assertNever } from '#base/assertNever.ts'
import { formatExact, formatPercent } from '#base/formatNumber.ts'
import { multiply } from '#base/rational.ts'
import type { Amount, Part, Proportion, Relative, Rule, Tier } from '../ast.ts'
import { awardPhrase, plainAwardPhrase } from './awardPhrase.ts'
import { conditionPhrase } from './conditionPhrase.ts'
import { flagPhrase, measureOf, quotedMeasure } from './names.ts'
import { perItemSentence } from './perItemSentence.ts'
import type { Scoring } from './scoring.ts'
import { targetPhrase } from './targetText.ts'
import { unitOfValue } from './units.ts'
import { gatheredPhrase } from './valueSentence.ts'
import { amountText, sentence } from './words.ts'

/** How a criterion gives points, as an official would write it: a sentence a case, in the order of the rulebook. */
export function ruleSentences(rule: Rule, scoring: Scoring): readonly string[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.tiers.map((tier) => tierSentence(tier, scoring))
    case 'proportion':
      return proportionSentences(rule, scoring)
    case 'relative':
      return [relativeSentence(rule, scoring)]
    case 'perItem':
      return [perItemSentence(rule, scoring)]
    case 'parts':
      return rule.parts.flatMap((part) => partSentences(part, scoring))
    default:
      return assertNever(rule)
  }
}

/** `Từ 24 bài trở lên: 1/2 điểm tối đa (2,5 điểm).` */
function tierSentence({ condition, award }: Tier, scoring: Scoring): string {
  return sentence(`${conditionPhrase(condition, scoring)}: ${awardPhrase(award, scoring)}`)
}

function proportionSentences({ floor }: Proportion, scoring: Scoring): readonly string[] {
  const { target } = scoring
  const full = `Đạt ${targetPhrase(target)} được điểm tối đa; chưa đạt thì tính theo tỷ lệ`
  // Of a target that must not be passed no share is reached, so there is no formula to print.
  const formula = target?.goal.atMost
    ? ''
    : `: điểm = điểm tối đa × ${reachedPhrase(scoring)} / ${goalText(scoring)}`
  return [`${full}${formula}.`, ...(floor ? [floorSentence(floor, scoring)] : [])]
}

/** What a proportion divides by: `90%`, `24 bài`; of a target with two ends, the lower. */
function goalText({ target, value, names }: Scoring): string {
  if (!target || target.byYear.length > 0) return targetPhrase(target)
  const { low, unit } = target.goal
  return amountText(low, unit === '' ? unitOfValue(value, names) : unit)
}

/** `Dưới 50% chỉ tiêu (dưới 45%) được 0 điểm.` */
function floorSentence(floor: Amount, { target }: Scoring): string {
  const low = target && target.byYear.length === 0 ? target.goal.low : undefined
  const least = low?.percent ? ` (dưới ${formatPercent(multiply(floor.value, low.value))})` : ''
  const share = floor.percent ? formatPercent(floor.value) : formatExact(floor.value)
  return `Dưới ${share} chỉ tiêu${least} được 0 điểm.`
}

function relativeSentence({ to }: Relative, scoring: Scoring): string {
  const reached = reachedPhrase(scoring)
  switch (to) {
    case 'best':
      return `Kết quả cao nhất trong cụm được điểm tối đa; các kết quả khác tính theo tỷ lệ: điểm = điểm tối đa × ${reached} / kết quả cao nhất trong cụm.`
    case 'average':
      return `Từ bình quân trong cụm trở lên được điểm tối đa; thấp hơn thì tính theo tỷ lệ: điểm = điểm tối đa × ${reached} / kết quả bình quân trong cụm.`
    default:
      return assertNever(to)
  }
}

function reachedPhrase({ value }: Scoring): string {
  return value?.form.kind === 'ratio' ? 'tỷ lệ đạt được' : 'kết quả đạt được'
}

function partSentences(part: Part, scoring: Scoring): readonly string[] {
  const { names, maximum } = scoring
  const title = quotedMeasure(part.measure, names)
  switch (part.kind) {
    case 'flagPart':
      return [
        sentence(
          `cộng ${plainAwardPhrase(part.award, maximum)} khi ${flagPhrase(part.measure, true, names)}`,
        ),
      ]
    case 'measurePart': {
      const gathered = gatheredPhrase(measureOf(part.measure, names), undefined)
      const within: Scoring = { ...scoring, value: plainValue(part) }
      const head = sentence(`cộng điểm theo ${title}${gathered === '' ? '' : ` (${gathered})`}:`)
      const perItem = part.perItem ? [perItemSentence(part.perItem, within)] : []
      return [head, ...part.tiers.map((tier) => tierSentence(tier, within)), ...perItem]
    }
    default:
      return assertNever(part)
  }
}

/** The tiers of a part judge its measure as it is. */
function plainValue({ id, span, measure }: Part): Scoring['value'] {
  return {
    kind: 'value',
    id,
    span,
    form: { kind: 'plain' },
    numerator: measure,
    denominator: undefined,
    each: undefined,
  }
}

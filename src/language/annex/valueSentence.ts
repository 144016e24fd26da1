import { assertNever } from '#base/assertNever.ts'
import { formatExact } from '#base/formatNumber.ts'
import type { Frequency } from '#base/period.ts'
import type { Amount, Deadline, Measure, Value, Words, ZeroAnswer } from '../ast.ts'
import { awardPhrase } from './awardPhrase.ts'
import { measureOf, measureTitle, type Names, quotedMeasure } from './names.ts'
import type { Scoring } from './scoring.ts'
import { unitOfMeasure, unitOfValue } from './units.ts'
import { amountText, PERIODS, sentence } from './words.ts'

/** What a criterion is judged by: `Tỷ lệ = Hồ sơ đã số hóa / Tổng số hồ sơ, cộng dồn các tháng.` */
export function valueSentence(
  value: Value,
  { names, deadline }: Pick<Scoring, 'names' | 'deadline'>,
): string {
  const each = value.each
    ? `; tính từng ${PERIODS[value.each]} rồi lấy bình quân điểm các ${PERIODS[value.each]}`
    : ''
  return sentence(`${formPhrase(value, names, deadline)}${each}`)
}

function formPhrase(value: Value, names: Names, deadline: Deadline | undefined): string {
  const { form, numerator, each } = value
  const title = quotedMeasure(numerator, names)
  switch (form.kind) {
    case 'plain': {
      const measure = measureOf(numerator, names)
      const gathered = gatheredPhrase(measure, each)
      return `tính theo ${title}${kindNote(measure)}${gathered === '' ? '' : `, ${gathered}`}`
    }
    case 'ratio':
      return `tỷ lệ = ${quotientPhrase(value, '', names)}`
    case 'per': {
      const times = ` × ${formatExact(form.base.value)}`
      return `giá trị = ${quotientPhrase(value, times, names)} (${unitOfValue(value, names)})`
    }
    case 'lateness': {
      const unit = form.in === 'day' ? 'ngày' : 'tháng'
      const begun = form.in === 'day' ? '' : ', chưa đủ một tháng tính là một tháng'
      return `tính theo số ${unit} chậm của ${title} so với ${deadlinePhrase(deadline)} (đúng hạn là 0${begun})`
    }
    default:
      return assertNever(form)
  }
}

/** `Hồ sơ đã số hóa / Tổng số hồ sơ (đều cộng dồn các tháng)`; how facts are gathered is said of each side if it differs. */
function quotientPhrase({ numerator, denominator, each }: Value, times: string, names: Names): string {
  const bottom = denominator && 'text' in denominator ? measureOf(denominator, names) : undefined
  const above = gatheredPhrase(measureOf(numerator, names), each)
  const below = gatheredPhrase(bottom, each)
  const [upper, lower] = [measureTitle(numerator, names), `${times} / ${divisorText(denominator, names)}`]
  if (bottom && above === below) return `${upper}${lower}${above === '' ? '' : ` (đều ${above})`}`
  return `${upper}${inBrackets(above)}${lower}${inBrackets(below)}`
}

function divisorText(denominator: Words | Amount | undefined, names: Names): string {
  if (!denominator) return ''
  return 'text' in denominator ? measureTitle(denominator, names) : amountText(denominator, '')
}

/** `thời hạn 30/11/2026`; `thời hạn` alone where the criterion names none. */
export function deadlinePhrase(deadline: Deadline | undefined): string {
  return deadline ? `thời hạn ${deadline.text.text}` : 'thời hạn'
}

/** What kind of answer the measure is, where its title does not tell: ` (bài)`, ` (có/không)`, ` (mức: Chưa, Xong)`. */
function kindNote(measure: Measure | undefined): string {
  const type = measure?.type
  switch (type?.kind) {
    case 'flag':
      return ' (có/không)'
    case 'levels':
      return ` (các mức từ thấp đến cao: ${type.names.map(({ text }) => text).join(', ')})`
    case 'score':
      return ` (điểm theo thang ${formatExact(type.outOf)})`
    default:
      return inBrackets(unitOfMeasure(measure))
  }
}

/**
 * How the facts of several periods become one value: `cộng dồn các tháng`, `bình quân các quý`. Empty for the newest fact,
 * which holds where nothing is said, and where each fact is judged by itself.
 */
export function gatheredPhrase(measure: Measure | undefined, each: Frequency | undefined): string {
  if (!measure || measure.frequency === each) return ''
  const within = each ? ` trong ${PERIODS[each]}` : ''
  const period = PERIODS[measure.frequency]
  switch (measure.aggregation) {
    case 'sum':
      return `cộng dồn các ${period}${within}`
    case 'average':
      return `bình quân các ${period}${within}`
    case 'least':
      return `lấy ${period} thấp nhất${within}`
    case 'greatest':
      return `lấy ${period} cao nhất${within}`
    case 'latest':
      return ''
    default:
      return assertNever(measure.aggregation)
  }
}

/** What holds where there is nothing to divide by: `Khi «Tổng số hồ sơ» bằng 0 thì không áp dụng tiêu chí này.` */
export function zeroAnswerSentence({ divisor, answer }: ZeroAnswer, scoring: Scoring): string {
  const what = divisorPhrase(divisor, scoring.names)
  if (answer.kind === 'notApplicable') return `Khi ${what} bằng 0 thì không áp dụng tiêu chí này.`
  const got = awardPhrase(answer, scoring)
  return `Khi ${what} bằng 0 thì ${got.startsWith('trừ') || got.startsWith('không') ? got : `được ${got}`}.`
}

function divisorPhrase(divisor: ZeroAnswer['divisor'], names: Names): string {
  switch (divisor.kind) {
    case 'measure':
      return quotedMeasure(divisor.name, names)
    case 'best':
      return 'kết quả cao nhất trong cụm'
    case 'average':
      return 'kết quả bình quân trong cụm'
    default:
      return assertNever(divisor)
  }
}

function inBrackets(words: string): string {
  return words === '' ? '' : ` (${words})`
}

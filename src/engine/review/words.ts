import { listText } from '#base/listText.ts'
import { formatDate } from '#base/plainDate.ts'
import { totalText } from '../explain/words.ts'
import type { Program } from '../program.ts'
import type { PhaseYear } from './phaseYears.ts'
import { barredYears, type PhaseResult, type PhaseStandings, type YearResult } from './review.ts'

/** The mean as it is printed, with all the decimals of a total; `undefined` where there is none. */
export function meanText({ roundedMean }: PhaseResult, program: Program): string | undefined {
  return totalText({ roundedTotal: roundedMean }, program)
}

/** Which years are counted and as of when, which are not yet, and why no class is given: a sentence each. */
export function phaseNotes({ years, classes }: PhaseStandings): readonly string[] {
  const waiting = years.flatMap((one) => (one.kind === 'notBegun' ? [`${one.year}`] : []))
  return [
    ...years.flatMap((one) => (one.kind === 'counted' ? [countedText(one)] : [])),
    ...(waiting.length > 0 ? [`Năm ${listText(waiting)} chưa bắt đầu, không tính.`] : []),
    ...(classes === 'conditions'
      ? ['Không xếp loại cả giai đoạn: bảng xếp loại có điều kiện xét theo số liệu của từng năm.']
      : []),
  ]
}

function countedText({ year, day, isOver }: Extract<PhaseYear, { kind: 'counted' }>): string {
  const at = formatDate(day)
  return isOver
    ? `Năm ${year}: tổng điểm đến hết ngày ${at}.`
    : `Năm ${year} chưa hết: tạm tính đến ngày ${at}.`
}

/** The years of an entrant one by one, what is left out and why, and why it has no rank. */
export function resultNotes(result: PhaseResult, program: Program): readonly string[] {
  const barred = barredYears(result).map(String)
  return [
    ...result.years.map((year) => yearText(year, program)),
    ...(barred.length > 0
      ? [`không xếp hạng cả giai đoạn vì năm ${listText(barred)} không được xếp hạng`]
      : []),
  ]
}

function yearText(result: YearResult, program: Program): string {
  switch (result.kind) {
    case 'total':
      return `${result.year}: ${totalText(result, program)}${result.isProvisional ? ' (tạm tính)' : ''}`
    case 'unknown':
      return `${result.year}: không tính, không có số liệu nào`
    case 'nothingApplies':
      return `${result.year}: không tính, không tiêu chí nào áp dụng`
  }
}

import type { CstNode, IToken } from 'chevrotain'
import { lastDay, type Period, parsePeriod } from '#base/period.ts'
import { addDays } from '#base/plainDate.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Clause } from './clause.ts'
import { has, type Reader, token } from './cst.ts'
import { readDate, readText } from './phrases.ts'

/** A day, the day before one, the last day of a month or quarter, or words that name no day. */
export function readDeadlineClause(tree: CstNode, span: Span, reader: Reader): Clause | undefined {
  const period = token(tree, 'MonthText')
  const day = token(tree, 'DateText')
  if (period) return readPeriod(period, span, reader)
  if (day) return readDay(day, has(tree, 'Before'), span, reader)
  const text = readText(tree, reader)
  return text && { kind: 'deadline', text, date: undefined, span }
}

function readDay(written: IToken, before: boolean, span: Span, reader: Reader): Clause | undefined {
  const day = readDate(written, reader)
  const text = { text: before ? `trước ngày ${written.image}` : written.image, span: reader.spanOf(written) }
  return day && { kind: 'deadline', text, date: before ? addDays(day, -1) : day, span }
}

function readPeriod(written: IToken, span: Span, reader: Reader): Clause | undefined {
  const at = reader.spanOf(written)
  const period = periodIn(written.image)
  if (!period) {
    reader.report({
      code: 'invalid-date',
      severity: 'error',
      message: `không có \`${written.image}\``,
      labels: [{ source: reader.source, span: at, text: 'tháng này' }],
      help: 'viết tháng từ 1 đến 12 rồi năm, ví dụ tháng 11/2026',
    })
    return undefined
  }
  return { kind: 'deadline', text: { text: nameOf(period), span: at }, date: lastDay(period), span }
}

const QUARTERS = ['I', 'II', 'III', 'IV']

function periodIn(image: string): Period | undefined {
  const [, index = '', year = ''] = /(\w+)\/(\d+)$/.exec(image) ?? []
  if (!/^q/i.test(image)) return parsePeriod(`${year}-${index.padStart(2, '0')}`)
  const roman = QUARTERS.indexOf(index.toUpperCase()) + 1
  return parsePeriod(`${year}-Q${roman || index}`)
}

function nameOf({ frequency, index, year }: Period): string {
  return frequency === 'quarter' ? `quý ${QUARTERS[index - 1]}/${year}` : `tháng ${index}/${year}`
}

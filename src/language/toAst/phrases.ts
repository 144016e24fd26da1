import type { CstNode, IToken } from 'chevrotain'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { parseNumber } from '#base/parseNumber.ts'
import type { Frequency } from '#base/period.ts'
import { type PlainDate, parseDate } from '#base/plainDate.ts'
import { divide, isZero, ONE, type Rational, rational } from '#base/rational.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Amount, Award, DateRange, Maximum, Words } from '../ast.ts'
import { LEVEL_KEYWORDS } from '../keywords.ts'
import { clauseText } from '../print/clauseText.ts'
import { textInQuotes } from '../quotedText.ts'
import { allTokensOf, choose, has, node, type Reader, spanOfNode, token, tokens } from './cst.ts'

/** The text between the quotes, its blanks evened out. */
export function readText(parent: CstNode, reader: Reader): Words | undefined {
  const [quoted] = tokens(parent, 'Text')
  if (!quoted) return undefined
  const text = unquote(quoted, reader)
  if (text.text !== '') return text
  reader.report({
    code: 'unclear-clause',
    severity: 'error',
    message: 'giữa hai dấu ngoặc kép chưa có chữ nào',
    labels: [{ source: reader.source, span: text.span, text: 'ở đây' }],
    help: 'viết phần chữ vào giữa hai dấu ngoặc kép',
  })
  return undefined
}

/** Every text in quotes directly below the node, in order. */
export function readTexts(parent: CstNode, reader: Reader): readonly Words[] {
  return tokens(parent, 'Text').map((quoted) => unquote(quoted, reader))
}

function unquote(quoted: IToken, { spanOf }: Reader): Words {
  return { text: textInQuotes(quoted.image), span: spanOf(quoted) }
}

/** The name of a measure directly below the node. */
export function readName(parent: CstNode, reader: Reader): Words | undefined {
  return words(token(parent, 'Name'), reader)
}

/** A token as it stands, with its place. */
export function words(from: IToken | undefined, { spanOf }: Reader): Words | undefined {
  return from && { text: from.image, span: spanOf(from) }
}

/** A code as written: `3a`, `5.10`, `II`. */
export function readCode(parent: CstNode, reader: Reader): Words | undefined {
  const tree = node(parent, 'code')
  return tree && words(allTokensOf(tree)[0], reader)
}

/** `35,4%`, `15.763`, `1/2`; reports a number that cannot be read and gives `undefined`. */
export function readAmount(tree: CstNode | undefined, reader: Reader): Amount | undefined {
  if (!tree || tree.recoveredNode) return undefined
  const [top, bottom] = tokens(tree, 'NumberText').map((part) => readNumber(part, reader))
  if (!top) return undefined
  const span = spanOfNode(tree, reader)
  const fraction = tokens(tree, 'NumberText').length > 1
  if (fraction && !bottom) return undefined
  if (bottom && isZero(bottom)) {
    reader.report({
      code: 'malformed-number',
      severity: 'error',
      message: 'phân số có mẫu số bằng 0',
      labels: [{ source: reader.source, span, text: 'không chia được cho 0' }],
    })
    return undefined
  }
  const value = bottom ? divide(top, bottom) : top
  const percent = has(tree, 'Percent')
  return { value: percent ? divide(value, rational(100n)) : value, percent, span }
}

function readNumber(from: IToken, { source, spanOf, report }: Reader): Rational | undefined {
  const parsed = parseNumber(from.image)
  const labels = (text: string) => [{ source, span: spanOf(from), text }]
  switch (parsed.kind) {
    case 'number':
      return parsed.value
    case 'ambiguous':
      report({
        code: 'ambiguous-number',
        severity: 'error',
        message: `số \`${from.image}\` có thể hiểu hai cách`,
        labels: labels(`là ${parsed.readings.join(' hay ')}?`),
        help: `viết ${parsed.readings.join(' hoặc ')}: dấu phẩy cho phần thập phân, dấu chấm chỉ để tách nhóm ba chữ số`,
        repairs: parsed.readings.map((text) => ({
          title: `viết «${text}»`,
          edits: [{ span: spanOf(from), text }],
        })),
      })
      return undefined
    case 'malformed':
    case 'tooLong':
      report({
        code: 'malformed-number',
        severity: 'error',
        message:
          parsed.kind === 'tooLong' ? 'số dài quá 40 chữ số' : `\`${from.image}\` không phải là một số`,
        labels: labels('số này'),
        help: 'viết số như 35,4 hoặc 15.763: một dấu phẩy cho phần thập phân, dấu chấm tách nhóm ba chữ số',
      })
      return undefined
  }
}

/** A day; reports one that does not exist. */
export function readDate(
  from: IToken | undefined,
  { source, spanOf, report }: Reader,
): PlainDate | undefined {
  if (!from) return undefined
  const date = parseDate(from.image)
  if (!date) {
    report({
      code: 'invalid-date',
      severity: 'error',
      message: `không có ngày \`${from.image}\``,
      labels: [{ source, span: spanOf(from), text: 'ngày này' }],
      help: 'viết ngày/tháng/năm, ví dụ 31/12/2026',
    })
  }
  return date
}

/** `từ 01/01/2026 đến 31/12/2026` */
export function readDateRange(parent: CstNode, reader: Reader): DateRange | undefined {
  const tree = node(parent, 'dateRange')
  if (!tree || tree.recoveredNode) return undefined
  const [from, to] = tokens(tree, 'DateText').map((date) => readDate(date, reader))
  return from && to && { from, to, span: spanOfNode(tree, reader) }
}

/** The level that the word directly below the node means. */
export function readLevel(tree: CstNode): EntrantLevel | undefined {
  return choose(tree, LEVEL_KEYWORDS)
}

/** What the file calls a level, as the language spells the word: `khu phố`. */
export function readLevelWord(tree: CstNode): string {
  return clauseText(allTokensOf(tree))
}

/** The level named directly below the node. */
export function readLevelOf(parent: CstNode): EntrantLevel | undefined {
  const tree = node(parent, 'level')
  return tree && readLevel(tree)
}

/** `1/2 điểm tối đa` is a share, `2,5 điểm` are points, `điểm tối đa` the whole; `trừ` takes from the maximum. */
export function readAward(parent: CstNode, reader: Reader): Award | undefined {
  const tree = node(parent, 'award')
  if (!tree || tree.recoveredNode) return undefined
  const span = spanOfNode(tree, reader)
  if (has(tree, 'DeductAll')) return { kind: 'share', share: ONE, deducted: true, span }
  const plain = readPlainAward(node(tree, 'plainAward'), reader)
  return plain && { ...plain, deducted: has(tree, 'Deduct'), span }
}

/** An award without `trừ`. */
export function readPlainAward(tree: CstNode | undefined, reader: Reader): Award | undefined {
  if (!tree || tree.recoveredNode) return undefined
  const span = spanOfNode(tree, reader)
  const written = node(tree, 'amount')
  if (!written)
    return has(tree, 'FullPoints') ? { kind: 'share', share: ONE, deducted: false, span } : undefined
  const amount = readAmount(written, reader)
  if (!amount) return undefined
  if (has(tree, 'FullPoints')) return { kind: 'share', share: amount.value, deducted: false, span }
  return has(tree, 'Points') && plainPoints(amount, reader)
    ? { kind: 'points', points: amount.value, deducted: false, span }
    : undefined
}

/** A number of points; reports one written with a percent sign and gives `undefined`. */
export function readPoints(tree: CstNode | undefined, reader: Reader): Amount | undefined {
  const amount = readAmount(tree, reader)
  return amount && plainPoints(amount, reader) ? amount : undefined
}

function plainPoints(amount: Amount, { source, report }: Reader): boolean {
  if (!amount.percent) return true
  report({
    code: 'kind-mismatch',
    severity: 'error',
    message: 'số điểm không viết bằng phần trăm',
    labels: [{ source, span: amount.span, text: 'bỏ dấu %' }],
    help: 'viết số điểm như 2,5 điểm, hoặc một phần của điểm tối đa như 1/2 điểm tối đa',
    repairs: [
      {
        title: 'bỏ dấu %',
        edits: [{ span: { start: amount.span.end - 1, end: amount.span.end }, text: '' }],
      },
    ],
  })
  return false
}

/** `tối đa 5 điểm`, `thưởng tối đa 3 điểm` */
export function readMaximum(parent: CstNode, reader: Reader): Maximum | undefined {
  const tree = node(parent, 'maximum')
  if (!tree || tree.recoveredNode) return undefined
  const points = readPoints(node(tree, 'amount'), reader)
  if (!points) return undefined
  const span: Span = spanOfNode(tree, reader)
  const role = has(tree, 'BonusAtMost') ? 'bonus' : has(tree, 'DeductAtMost') ? 'penalty' : 'scale'
  return { points, role, tentative: has(tree, 'Tentative'), span }
}

/** `lần/tháng`, `tin bài`: the words with single blanks; words that are keywords too as the language spells them. */
export function readUnitOfMeasure(parent: CstNode): string {
  const tree = node(parent, 'unitOfMeasure')
  if (!tree) return ''
  return clauseText(allTokensOf(tree))
}

/** What kind of node a code is of: a sub-criterion is a criterion. */
export function readScope(parent: CstNode): 'group' | 'criterion' | undefined {
  const tree = node(parent, 'scope')
  return tree && choose(tree, { Group: 'group', Criterion: 'criterion', SubCriterion: 'criterion' })
}

/** `mỗi tháng` */
export function readEach(parent: CstNode): Frequency | undefined {
  const tree = node(parent, 'each')
  return tree && choose(tree, { EachMonth: 'month', EachQuarter: 'quarter', EachYear: 'year' })
}

/** A calendar year; reports a number that is none. */
export function readYear(from: IToken | undefined, { source, spanOf, report }: Reader): number | undefined {
  if (!from) return undefined
  if (/^(19|20|21)\d\d$/.test(from.image)) return Number(from.image)
  report({
    code: 'invalid-date',
    severity: 'error',
    message: `không có năm \`${from.image}\``,
    labels: [{ source, span: spanOf(from), text: 'năm này' }],
    help: 'viết năm bằng bốn chữ số, ví dụ 2026',
  })
  return undefined
}

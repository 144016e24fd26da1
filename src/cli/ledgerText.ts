import { formatExact } from '#base/formatNumber.ts'
import { formatDate } from '#base/plainDate.ts'
import { equals, negate, type Rational } from '#base/rational.ts'
import type { Ledger, LedgerRow, LedgerSection, Range } from '#language/index.ts'

/** The ledgers one below the other, each with its day where there are several. */
export function ledgersText(ledgers: readonly Ledger[]): string {
  return ledgers.map((ledger) => ledgerText(ledger, ledgers.length > 1)).join('\n')
}

/** One line of a table: what stands in its columns, and a remark behind them. */
interface Line {
  readonly code: string
  readonly title: string
  readonly maximum: string
  readonly below: string
  readonly least: string
  readonly most: string
  readonly remark: string
}

const HEADINGS: Line = {
  code: 'Mã',
  title: 'Nội dung',
  maximum: 'Tối đa',
  below: 'Các phần',
  least: 'Ít nhất',
  most: 'Nhiều nhất',
  remark: '',
}

const SECTIONS: Readonly<Record<LedgerSection['role'], string>> = {
  scale: 'Trong thang điểm',
  bonus: 'Điểm thưởng, ngoài thang điểm',
  penalty: 'Điểm trừ, ngoài thang điểm',
}

function ledgerText(ledger: Ledger, dated: boolean): string {
  const tables = ledger.sections.map((section) => ({ section, lines: linesOf(section, ledger) }))
  const all = [HEADINGS, ...tables.flatMap(({ lines }) => lines)]
  const head = dated ? [`Từ ngày ${formatDate(ledger.from)}, phiên bản ${ledger.version}`, ''] : []
  const body = tables.flatMap(({ section, lines }) => [
    SECTIONS[section.role],
    ...[HEADINGS, ...lines].map((line) => layOut(line, all)),
    '',
  ])
  return [...head, ...body, ...notes(ledger), ''].join('\n')
}

function linesOf(section: LedgerSection, { scale }: Ledger): readonly Line[] {
  const whole =
    section.role === 'scale'
      ? { title: 'Thang điểm', maximum: scale, below: formatExact(section.maximum) }
      : { title: 'Cộng', maximum: section.maximum, below: '' }
  return [
    ...section.rows.map((row) => lineOf(row, section)),
    {
      code: '',
      ...figures(section.role, whole.maximum, section.range),
      title: whole.title,
      below: whole.below,
    },
  ]
}

function lineOf({ node, depth, maximum, below, range }: LedgerRow, { role }: LedgerSection): Line {
  return {
    ...figures(role, maximum, range),
    code: `${'  '.repeat(depth)}${node.code.text}`,
    title: shorten(node.title.text),
    below: below ? formatExact(below) : '',
  }
}

/** What a penalty declares is what it takes away at most. */
function figures(
  role: LedgerSection['role'],
  maximum: Rational,
  { least, most }: Range,
): Pick<Line, 'maximum' | 'least' | 'most' | 'remark'> {
  const got = role === 'penalty' ? negate(least) : most
  const said = role === 'penalty' ? 'trừ nhiều nhất' : 'đạt được nhiều nhất'
  return {
    maximum: formatExact(maximum),
    least: formatExact(least),
    most: formatExact(most),
    remark: equals(maximum, got) ? '' : `← khai ${formatExact(maximum)}, ${said} ${formatExact(got)}`,
  }
}

/** Titles are told short here: the code is what tells nodes apart. */
const LONGEST_TITLE = 44

function shorten(title: string): string {
  const text = title.normalize('NFC')
  return text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}

function layOut(line: Line, all: readonly Line[]): string {
  const width = (column: keyof Line): number => Math.max(...all.map((one) => one[column].length))
  const left = (['code', 'title'] as const).map((column) => line[column].padEnd(width(column)))
  const right = (['maximum', 'below', 'least', 'most'] as const).map((column) =>
    line[column].padStart(width(column)),
  )
  return [...left, ...right, line.remark].join('  ').trimEnd()
}

function notes({ totals, levelNames, missingCounts }: Ledger): readonly string[] {
  const whole = totals.map(({ level, full }) =>
    full
      ? `Tổng điểm của ${levelNames[level]}: từ ${formatExact(full.least)} đến ${formatExact(full.most)}.`
      : `Tổng điểm của ${levelNames[level]}: theo các tiêu chí mà mỗi đơn vị chủ trì.`,
  )
  return [
    ...whole,
    'Ít nhất và nhiều nhất là khi có đủ số liệu và mọi tiêu chí đều áp dụng.',
    missingCounts === 'zero'
      ? 'Tiêu chí chưa có số liệu được 0 điểm.'
      : 'Tiêu chí chưa có số liệu thì không áp dụng: điểm tối đa của nó không tính.',
  ]
}

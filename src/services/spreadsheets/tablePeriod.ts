import { foldText } from '#base/foldText.ts'
import { formatPeriod, type Period, periodKey } from '#base/period.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { periodsIn, readPeriod } from './periodText.ts'
import type { Place, Sheet } from './sheet.ts'
import { plainText } from './sheetText.ts'

/** What period a table is of where no column says it. */
export interface TablePeriod {
  readonly period: Period | undefined
  /** The cell that says so; `undefined` where it was asked for. */
  readonly at: Place | undefined
}

/**
 * The period that was asked for, or that the rows above the headings name: in a cell after «Kỳ số liệu», or in the title. A
 * message where these are not one.
 */
export function tablePeriod(
  sheet: Sheet,
  firstHeadingRow: number,
  asked: Period | undefined,
): TablePeriod | Diagnostic {
  const captions = captionsOf(sheet, firstHeadingRow)
  const [first] = captions
  const other = captions.find(
    ({ period }) => periodKey(period) !== periodKey(asked ?? first?.period ?? period),
  )
  if (!other) return { period: asked ?? first?.period, at: asked ? undefined : first?.at }
  const said = asked ? formatPeriod(asked) : first ? formatPeriod(first.period) : ''
  return {
    code: 'period-mismatch',
    severity: 'error',
    message: `bảng ghi ${formatPeriod(other.period)}, ${asked ? 'nhưng --period là' : 'lại ghi cả'} ${said}`,
    labels: [sheet.label(other.at, 'ghi tại đây')],
    help: 'sửa ô này hoặc --period cho khớp',
  }
}

interface Caption {
  readonly period: Period
  readonly at: Place
}

function captionsOf(sheet: Sheet, firstHeadingRow: number): readonly Caption[] {
  return sheet.rows
    .filter(({ number }) => number < firstHeadingRow)
    .flatMap(({ number: row, cells }) =>
      [...cells].flatMap(([column, cell]): readonly Caption[] => {
        const text = plainText(cell)
        const at = { row, column }
        if (!/^ky\b/.test(foldText(text))) return periodsIn(text).map((period) => ({ period, at }))
        const after = text.includes(':') ? text.slice(text.indexOf(':') + 1).trim() : ''
        const [next] = [...cells].filter(([other]) => other > column)
        if (after !== '' || !next) return captionAt(after, at)
        return captionAt(plainText(next[1]), { row, column: next[0] })
      }),
    )
}

function captionAt(text: string, at: Place): readonly Caption[] {
  const period = readPeriod(text, 'any', undefined)
  return period ? [{ period, at }] : periodsIn(text).map((each) => ({ period: each, at }))
}

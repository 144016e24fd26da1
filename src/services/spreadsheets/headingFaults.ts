import { listText } from '#base/listText.ts'
import type { Diagnostic, Label } from '#diagnostic/diagnostic.ts'
import { addressOf } from './address.ts'
import type { Column, TableFound } from './findTable.ts'
import type { Heading } from './headings.ts'
import type { Sheet } from './sheet.ts'

/** Everything wrong with the headings of a table: what they do not say, say twice or leave open. */
export function headingFaults(sheet: Sheet, { columns, headingRow }: TableFound): readonly Diagnostic[] {
  const unclear = columns.flatMap((column) => unclearHeading(sheet, column) ?? [])
  return [
    ...unclear,
    ...repeatedHeadings(sheet, columns),
    ...mixedForms(sheet, columns),
    ...unheaded(sheet, columns, headingRow),
  ]
}

function fault(message: string, labels: readonly Label[], help: string): Diagnostic {
  return { code: 'heading-unclear', severity: 'error', message, labels, help }
}

function unclearHeading(sheet: Sheet, { text, at, found }: Column): Diagnostic | undefined {
  const label = sheet.label(at, 'tiêu đề này')
  switch (found.kind) {
    case 'one':
      return undefined
    case 'several': {
      const names = listText(
        found.names.map((name) => `«${name}»`),
        'hay',
      )
      return fault(`tiêu đề «${text}» có thể là ${names}`, [label], 'ghi mã của số liệu thay cho tiêu đề này')
    }
    case 'none': {
      const near = found.near()
      return fault(
        `không biết cột «${text}»`,
        [label],
        near === undefined
          ? 'ghi tên số liệu như trong bộ tiêu chí; cột không dùng đến thì xóa, hoặc đặt tiêu đề «Ghi chú»'
          : `ý bạn là «${near}»?`,
      )
    }
  }
}

/** Who a row is about may be said by name and by id; all else stands once. */
function repeatedHeadings(sheet: Sheet, columns: readonly Column[]): readonly Diagnostic[] {
  const seen = new Map<string, Column>()
  return columns.flatMap((column) => {
    const { found } = column
    if (found.kind !== 'one' || MANY.has(found.value.kind)) return []
    const key = found.value.kind === 'measure' ? `: ${found.value.measure.name.text}` : found.value.kind
    const before = seen.get(key)
    seen.set(key, column)
    if (!before) return []
    const labels = [sheet.label(column.at, 'cột sau'), sheet.label(before.at, 'cột trước')]
    return [fault(`hai cột cùng là «${column.text}»`, labels, 'giữ lại một cột')]
  })
}

const MANY: ReadonlySet<Heading['kind']> = new Set(['entrant', 'number', 'remark'])

/** A table holds one measure a column, or names the measure in each row, never both. */
function mixedForms(sheet: Sheet, columns: readonly Column[]): readonly Diagnostic[] {
  const first = (...kinds: readonly Heading['kind'][]): Column | undefined =>
    columns.find(({ found }) => found.kind === 'one' && kinds.includes(found.value.kind))
  const [wide, long] = [first('measure'), first('measureName', 'value')]
  if (!wide || !long) return []
  const labels = [sheet.label(long.at, 'cột của bảng dọc'), sheet.label(wide.at, 'cột của bảng ngang')]
  const help =
    'bảng dọc có cột «Số liệu» và «Giá trị»; bảng ngang có mỗi số liệu một cột: tách thành hai bảng'
  return [fault('bảng vừa dọc vừa ngang', labels, help)]
}

/** A value under no heading would be lost. */
function unheaded(sheet: Sheet, columns: readonly Column[], headingRow: number): readonly Diagnostic[] {
  const known = new Set(columns.map(({ number }) => number))
  for (const { number: row, cells } of sheet.rows) {
    if (row <= headingRow) continue
    for (const column of cells.keys()) {
      if (known.has(column)) continue
      const at = { row, column }
      const help =
        sheet.name === ''
          ? 'số có dấu phẩy phải đặt trong ngoặc kép, ví dụ "12,5"; hoặc thêm tiêu đề cho cột'
          : 'thêm tiêu đề cho cột, hoặc xóa ô'
      return [fault(`ô ${addressOf(at)} nằm dưới cột không có tiêu đề`, [sheet.label(at, 'ô này')], help)]
    }
  }
  return []
}

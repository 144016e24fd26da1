import { foldText } from '#base/foldText.ts'
import type { Entrant } from '#records/entrant.ts'
import { addressOf } from './address.ts'
import type { Found } from './finder.ts'
import type { Place, SheetRow } from './sheet.ts'
import { plainText } from './sheetText.ts'
import { cellFor, columnsOf, fault, type PassedOver, type Read, type TableContext } from './tableContext.ts'

/** What the last row of a table is about, which is no entrant. */
const TOTALS: ReadonlySet<string> = new Set([
  'tong',
  'tong cong',
  'tong so',
  'cong',
  'toan xa',
  'toan phuong',
])

/** Whom the row is about, by name, by id or by both. A row about nobody is no fault where it holds no value. */
export function rowEntrant(
  context: TableContext,
  row: SheetRow,
  values: readonly Place[],
): Read<Entrant> | PassedOver {
  const columns = columnsOf(context, 'entrant')
  const cells = columns.flatMap(({ column }) => cellFor(context, row, column.number) ?? [])
  const [first] = cells
  if (!first) return unnamed(context, { row: row.number, column: columns[0]?.column.number ?? 1 }, values)
  if (TOTALS.has(foldText(plainText(first.cell))))
    return { ok: false, remark: { kind: 'totalRow', at: first.at } }
  const entrants = new Set<Entrant>()
  for (const { cell, at } of cells) {
    const found = context.findEntrant(plainText(cell))
    if (found.kind !== 'one') return unknown(context, plainText(cell), found, at)
    entrants.add(found.value)
  }
  const [entrant] = entrants
  if (entrant && entrants.size === 1) return { ok: true, value: entrant, at: first.at }
  const labels = cells.map(({ at }) => context.sheet.label(at, ''))
  return fault('cell-unclear', 'tên và mã trong hàng chỉ hai đối tượng khác nhau', labels, 'sửa tên hoặc mã')
}

function unnamed({ sheet }: TableContext, at: Place, [value]: readonly Place[]): Read<Entrant> | PassedOver {
  if (!value) return { ok: false, remark: undefined }
  const message = `ô ${addressOf(at)} chưa ghi đối tượng`
  return fault('cell-unclear', message, [sheet.label(value, 'của ai?')], 'ghi tên hoặc mã đối tượng')
}

function unknown(
  { sheet }: TableContext,
  text: string,
  found: Exclude<Found<Entrant>, { kind: 'one' }>,
  at: Place,
): Read<Entrant> {
  const labels = [sheet.label(at, 'cột đối tượng')]
  if (found.kind === 'several') {
    const names = found.names.map((name) => `«${name}»`).join(' hay ')
    const help = 'ghi mã của đối tượng thay cho tên'
    return fault('unknown-entrant', `\`${text}\` có thể là ${names}`, labels, help)
  }
  const near = found.near()
  return fault(
    'unknown-entrant',
    `đối tượng \`${text}\` không có trong danh sách`,
    labels,
    near === undefined ? 'sửa tên hoặc mã, hoặc thêm đối tượng vào danh sách' : `ý bạn là \`${near}\`?`,
  )
}

import type { Program } from '#engine/index.ts'
import type { AuditEntry, EntrantFields, FactFields, StoredFact } from '#records/change.ts'
import { headingFinder } from '../headings.ts'
import { heading, type OutCell, type OutSheet, text, valueCell } from './outSheet.ts'

const HEADINGS = ['Mã', 'Tên', 'Số liệu', 'Kỳ', 'Giá trị', 'Trạng thái', 'Nguồn', 'Minh chứng']
const WIDTHS = [14, 28, 40, 12, 14, 16, 30, 30]

/** The facts that count, as a table that can be read back. */
export function factSheet(
  program: Program,
  entrants: readonly EntrantFields[],
  facts: readonly FactFields[],
): OutSheet {
  const cellsOf = factCells(program, entrants)
  return {
    name: 'Số liệu',
    widths: WIDTHS,
    frozen: { rows: 1, columns: 0 },
    rows: [HEADINGS.map(heading), ...facts.map(cellsOf)],
  }
}

/** Every fact that was ever reported of those places, with who reported it when and why. */
export function historySheet(
  program: Program,
  entrants: readonly EntrantFields[],
  facts: readonly StoredFact[],
  audit: readonly AuditEntry[],
): OutSheet {
  const cellsOf = factCells(program, entrants)
  const entries = new Map(audit.map((entry) => [entry.revision, entry]))
  const more = ['Số thứ tự', 'Thay cho', 'Lúc ghi', 'Đơn vị ghi', 'Lý do', 'Đã rút']
  const rows = facts.map((fact): readonly OutCell[] => {
    const entry = entries.get(fact.revision)
    const { number, replaces, withdrawn } = fact
    return [
      ...cellsOf(fact),
      valueCell(`${number}`),
      valueCell(replaces === undefined ? '' : `${replaces}`),
      text(entry?.at ?? ''),
      text(entry?.by ?? ''),
      text(entry?.why ?? ''),
      text(withdrawn ? 'có' : ''),
    ]
  })
  return {
    name: 'Lịch sử',
    widths: [...WIDTHS, 10, 10, 26, 24, 40, 10],
    frozen: { rows: 1, columns: 0 },
    rows: [[...HEADINGS, ...more].map(heading), ...rows],
  }
}

function factCells(
  program: Program,
  entrants: readonly EntrantFields[],
): (fact: FactFields) => readonly OutCell[] {
  const names = new Map(entrants.map(({ id, name }) => [id, name]))
  const find = headingFinder(program)
  const titles = new Map(
    [...program.measures.values()].map(({ name, title }): readonly [string, string] => {
      const found = find(title.text)
      return [name.text, found.kind === 'one' && found.value.kind === 'measure' ? title.text : name.text]
    }),
  )
  return ({ entrant, measure, period, value, status, source, evidence }) => [
    text(entrant),
    text(names.get(entrant) ?? ''),
    text(titles.get(measure) ?? measure),
    text(period),
    valueCell(value),
    text(status),
    text(source),
    text(evidence),
  ]
}

import { capital } from '#base/capital.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { formatDate } from '#base/plainDate.ts'
import { leavesIn, type ScoreSheet } from '#engine/index.ts'
import type { Standings } from '../../standings.ts'
import { EMPTY, heading, type OutCell, type OutSheet, pointsCell, text, valueCell } from './outSheet.ts'

/** Who stands where and with how many points by each criterion, a page for each level. */
export function resultSheets({ program, sheets, asOf }: Standings): readonly OutSheet[] {
  return program.levels.flatMap((level) => {
    const own = sheets.filter(({ entrant }) => entrant.level === level)
    return own.length > 0 ? [resultSheet(capital(program.levelNames[level]), own, formatDate(asOf))] : []
  })
}

/** All levels in one table, for CSV. */
export function resultTable(standings: Standings): OutSheet {
  return resultSheet('Kết quả', standings.sheets, formatDate(standings.asOf))
}

/** Levels that are told apart by their page need no column; one table of all does. */
const LEVELS: Readonly<Record<EntrantLevel, number>> = { commune: 0, village: 1, unit: 2 }

function resultSheet(level: string, sheets: readonly ScoreSheet[], asOf: string): OutSheet {
  const criteria = new Map(
    sheets.flatMap(({ nodes }) => leavesIn(nodes).map(({ node }) => [node.code, node.title] as const)),
  )
  const ordered = sheets.toSorted((left, right) => LEVELS[left.entrant.level] - LEVELS[right.entrant.level])
  const headings = ['Hạng', 'Mã', 'Tên', 'Loại', 'Cụm', 'Tổng điểm', 'Tổng điểm đã làm tròn', 'Xếp loại']
  return {
    name: `Kết quả ${level}`,
    widths: [8, 14, 28, 12, 14, 12, 12, 18, ...[...criteria].map(() => 16)],
    frozen: { rows: 2, columns: 3 },
    rows: [
      [{ kind: 'title', text: `Tính đến ngày ${asOf}` }],
      [...headings, ...[...criteria].map(([code, title]) => `${code}. ${title}`)].map(heading),
      ...ordered.map((sheet) => resultRow(sheet, [...criteria.keys()])),
    ],
  }
}

function resultRow(sheet: ScoreSheet, codes: readonly string[]): readonly OutCell[] {
  const { entrant, rank, total, roundedTotal } = sheet
  const traces = new Map(leavesIn(sheet.nodes).map((trace) => [trace.node.code, trace]))
  return [
    rank === undefined ? EMPTY : valueCell(`${rank}`),
    text(entrant.id),
    text(entrant.name),
    text(entrant.kind),
    text(entrant.cluster ?? ''),
    total ? pointsCell(total) : EMPTY,
    roundedTotal ? pointsCell(roundedTotal) : EMPTY,
    text(sheet.class ?? ''),
    ...codes.map((code) => {
      const trace = traces.get(code)
      if (!trace) return EMPTY
      return trace.outcome.kind === 'notApplicable' ? text('không áp dụng') : pointsCell(trace.points)
    }),
  ]
}

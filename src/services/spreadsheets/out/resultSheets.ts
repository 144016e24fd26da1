import { capital } from '#base/capital.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { formatDate } from '#base/plainDate.ts'
import { leavesIn, openIn, type ScoreSheet } from '#engine/index.ts'
import { caveatsOf } from '../../caveats.ts'
import type { Standings } from '../../standings.ts'
import { EMPTY, heading, type OutCell, type OutSheet, pointsCell, text, valueCell } from './outSheet.ts'

/** Who stands where and with how many points by each criterion, a page for each level. */
export function resultSheets(standings: Standings): readonly OutSheet[] {
  const { program, sheets } = standings
  return program.levels.flatMap((level) => {
    const own = sheets.filter(({ entrant }) => entrant.level === level)
    return own.length > 0 ? [resultSheet(capital(program.levelNames[level]), own, titleOf(standings))] : []
  })
}

/** All levels in one table, for CSV. */
export function resultTable(standings: Standings): OutSheet {
  return resultSheet('Kết quả', standings.sheets, titleOf(standings))
}

/** As of when, and what has to be said of all figures. */
function titleOf(standings: Standings): string {
  const caveats = caveatsOf(standings).map((caveat) => `. ${capital(caveat)}`)
  return `Tính đến ngày ${formatDate(standings.asOf)}${caveats.join('')}`
}

/** Levels that are told apart by their page need no column; one table of all does. */
const LEVELS: Readonly<Record<EntrantLevel, number>> = { commune: 0, village: 1, unit: 2 }

function resultSheet(level: string, sheets: readonly ScoreSheet[], title: string): OutSheet {
  const criteria = new Map(
    sheets.flatMap(({ nodes }) => leavesIn(nodes).map(({ node }) => [node.code, node.title] as const)),
  )
  const ordered = sheets.toSorted((left, right) => LEVELS[left.entrant.level] - LEVELS[right.entrant.level])
  const headings = [
    'Hạng',
    'Mã',
    'Tên',
    'Loại',
    'Cụm',
    'Tổng điểm',
    'Tổng điểm đã làm tròn',
    'Xếp loại',
    'Ghi chú',
  ]
  return {
    name: `Kết quả ${level}`,
    widths: [8, 14, 28, 12, 14, 12, 12, 18, 12, ...[...criteria].map(() => 16)],
    frozen: { rows: 2, columns: 3 },
    rows: [
      [{ kind: 'title', text: title }],
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
    text(openIn(sheet).length > 0 ? 'tạm tính' : ''),
    ...codes.map((code) => {
      const trace = traces.get(code)
      if (!trace) return EMPTY
      return trace.outcome.kind === 'notApplicable' ? text('không áp dụng') : pointsCell(trace.points)
    }),
  ]
}

import type { AnnexColumn, AnnexColumnKey, AnnexRow } from './annex.ts'
import { TENTATIVE } from './words.ts'

/** The headings as decisions print them, in their order. */
const HEADINGS: Readonly<Record<AnnexColumnKey, string>> = {
  code: 'STT',
  title: 'Tiêu chí',
  target: 'Chỉ tiêu đề ra',
  maximum: 'Điểm tối đa',
  scoring: 'Cách tính điểm',
  level: 'Đo tại',
  sources: 'Nguồn số liệu',
  leads: 'Chủ trì',
  supports: 'Phối hợp',
  deadline: 'Thời hạn',
  citations: 'Căn cứ',
  guidance: 'Hướng dẫn thực hiện',
}

const ALWAYS: ReadonlySet<AnnexColumnKey> = new Set(['code', 'title', 'maximum', 'scoring'])

/** The columns in which some row has something; those that make a table of criteria are always there. */
export function columnsOf(rows: readonly AnnexRow[]): readonly AnnexColumn[] {
  const keys = Object.keys(HEADINGS) as AnnexColumnKey[]
  return keys
    .filter((key) => ALWAYS.has(key) || rows.some((row) => cellOf(row, key).length > 0))
    .map((key) => ({ key, heading: HEADINGS[key] }))
}

/** What stands in a cell, a paragraph each; nothing for an empty one. */
export function cellOf(row: AnnexRow, key: AnnexColumnKey): readonly string[] {
  if (key === 'maximum' && row.tentative) return [row.maximum, `(${TENTATIVE})`].filter((text) => text !== '')
  const cell = row[key]
  if (typeof cell !== 'string') return cell
  return cell === '' ? [] : [cell]
}

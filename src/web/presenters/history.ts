import { assertNever } from '#base/assertNever.ts'
import { listText } from '#base/listText.ts'
import { formatPeriod } from '#base/period.ts'
import type { PublishedResult } from '#records/publishedResults.ts'
import type { PastResult } from '#services/site/history.ts'
import { pathOf } from '../address.ts'
import { type HistoryChartView, historyChart } from './historyChart.ts'

/** How an entrant stood in the periods that were published, up to the page's own. */
export interface HistoryView {
  readonly caption: string
  /** Absent where there are not two totals. */
  readonly chart: HistoryChartView | undefined
  readonly ranked: boolean
  readonly classes: boolean
  /** That points before and after a change of the rules are not of one measure; empty where the rules stayed. */
  readonly rulesNote: string
  readonly rows: readonly HistoryRow[]
}

interface HistoryRow {
  readonly period: string
  /** Empty for the page's own period, and where there is no page. */
  readonly url: string
  readonly points: string
  readonly rank: string
  readonly class: string
  /** That the period was corrected, is missing or cannot be read, and that the rules are others from it on. */
  readonly note: string
}

/** Published ranks are whole; where equals share the mean of their places, `ranked` is false and none is told. */
export function presentHistory(
  history: readonly PastResult[],
  { id, name }: { readonly id: string; readonly name: string },
  ranked: boolean,
): HistoryView | undefined {
  if (history.length < 2) return undefined
  const places = Math.max(...history.map((past) => decimalsIn(resultOf(past)?.total?.text ?? '')))
  const changed = rulesChangedIn(history)
  const rows = history.map((past, index): HistoryRow => {
    const result = resultOf(past)
    const own = index === history.length - 1
    const notes = [noteOf(past), ...(changed.has(past) ? ['bộ tiêu chí đã sửa'] : [])]
    return {
      period: formatPeriod(past.period),
      url: own ? '' : urlOf(past, id),
      points: result?.total ? padded(result.total.text, places) : '',
      rank: result?.rank === undefined ? '' : `${result.rank}`,
      class: result?.class ?? '',
      note: notes.filter((note) => note !== '').join('; '),
    }
  })
  return {
    caption: `Điểm của ${name} qua các kỳ đã công bố`,
    chart: historyChart(
      name,
      history.map((past) => ({
        period: past.period,
        total: resultOf(past)?.total,
        begins: changed.has(past),
      })),
    ),
    ranked: ranked && rows.some(({ rank }) => rank !== ''),
    classes: rows.some((row) => row.class !== ''),
    rulesNote: rulesNoteOf([...changed]),
    rows,
  }
}

function resultOf(past: PastResult): PublishedResult | undefined {
  return past.kind === 'listed' ? past.result : undefined
}

/** Where nothing of an entrant is known, the publication itself says why. */
function urlOf(past: PastResult, id: string): string {
  switch (past.kind) {
    case 'listed':
      return pathOf({ kind: 'entrant', at: past.place, entrant: id })
    case 'unreadable':
      return pathOf({ kind: 'board', at: past.place })
    case 'unlisted':
    case 'unpublished':
      return ''
    default:
      return assertNever(past)
  }
}

/** Those scored by other rules than the last before them of which the rules are known. */
function rulesChangedIn(history: readonly PastResult[]): ReadonlySet<PastResult> {
  const changed = new Set<PastResult>()
  let known: string | undefined
  for (const past of history) {
    if (past.kind === 'unpublished' || past.kind === 'unreadable') continue
    if (known !== undefined && past.rules !== known) changed.add(past)
    known = past.rules
  }
  return changed
}

function rulesNoteOf(changed: readonly PastResult[]): string {
  if (changed.length === 0) return ''
  const from = listText(changed.map(({ period }) => formatPeriod(period)))
  return `Bộ tiêu chí đã sửa từ ${from}: điểm trước và sau khi sửa có thể không cùng một cách chấm.`
}

function decimalsIn(text: string): number {
  return text.split(',')[1]?.length ?? 0
}

/** With as many decimals as the others, so that a column can be read down. */
function padded(text: string, places: number): string {
  const missing = places - decimalsIn(text)
  return missing === 0 ? text : `${text}${text.includes(',') ? '' : ','}${'0'.repeat(missing)}`
}

function noteOf(past: PastResult): string {
  switch (past.kind) {
    case 'unpublished':
      return 'kỳ này chưa công bố'
    case 'unreadable':
      return 'chưa đọc được bản công bố của kỳ này'
    case 'unlisted':
      return 'không có tên trong kỳ này'
    case 'listed':
      if (!past.place.current) return 'bản cũ, đã được đính chính'
      if (past.place.ref.version > 1) return 'đã đính chính'
      return past.result.total ? '' : 'không chấm'
    default:
      return assertNever(past)
  }
}

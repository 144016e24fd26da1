import { formatPeriod } from '#base/period.ts'
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
  readonly rows: readonly HistoryRow[]
}

interface HistoryRow {
  readonly period: string
  /** Empty for the page's own period, and where there is no page. */
  readonly url: string
  readonly points: string
  readonly rank: string
  readonly class: string
  /** That the period was corrected, or is missing. */
  readonly note: string
}

/** Published ranks are whole; where equals share the mean of their places, `ranked` is false and none is told. */
export function presentHistory(
  history: readonly PastResult[],
  { id, name }: { readonly id: string; readonly name: string },
  ranked: boolean,
): HistoryView | undefined {
  if (history.length < 2) return undefined
  const places = Math.max(...history.map(({ result }) => decimalsIn(result?.total?.text ?? '')))
  const rows = history.map(({ period, place, result }, index): HistoryRow => {
    const own = index === history.length - 1
    return {
      period: formatPeriod(period),
      url: own || !place || !result ? '' : pathOf({ kind: 'entrant', at: place, entrant: id }),
      points: result?.total ? padded(result.total.text, places) : '',
      rank: result?.rank === undefined ? '' : `${result.rank}`,
      class: result?.class ?? '',
      note: noteOf({ place, result }),
    }
  })
  return {
    caption: `Điểm của ${name} qua các kỳ đã công bố`,
    chart: historyChart(
      name,
      history.map(({ period, result }) => ({ period, total: result?.total })),
    ),
    ranked: ranked && rows.some(({ rank }) => rank !== ''),
    classes: rows.some((row) => row.class !== ''),
    rows,
  }
}

function decimalsIn(text: string): number {
  return text.split(',')[1]?.length ?? 0
}

/** With as many decimals as the others, so that a column can be read down. */
function padded(text: string, places: number): string {
  const missing = places - decimalsIn(text)
  return missing === 0 ? text : `${text}${text.includes(',') ? '' : ','}${'0'.repeat(missing)}`
}

function noteOf({ place, result }: Pick<PastResult, 'place' | 'result'>): string {
  if (!place) return 'kỳ này chưa công bố'
  if (!result) return 'không có tên trong kỳ này'
  if (!place.current) return 'bản cũ, đã được đính chính'
  if (place.ref.version > 1) return 'đã đính chính'
  return result.total ? '' : 'không chấm'
}

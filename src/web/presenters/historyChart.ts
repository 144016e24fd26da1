import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { assertNever } from '#base/assertNever.ts'
import { formatPeriod, type Period } from '#base/period.ts'
import { denominator, numerator, type Rational } from '#base/rational.ts'

/** Points over periods as a line; a period without points breaks it, and so do other rules. Lengths are in the units of the picture. */
export interface HistoryChartView {
  readonly title: string
  /** Everything that the picture shows, in words. */
  readonly description: string
  readonly path: string
  readonly dots: readonly { readonly x: string; readonly y: string }[]
  readonly levels: readonly { readonly y: string; readonly baseline: string; readonly label: string }[]
  readonly periods: readonly { readonly x: string; readonly label: string }[]
  readonly last: { readonly y: string; readonly label: string }
}

/** What the picture shows of a period. */
export interface ChartedPeriod {
  readonly period: Period
  readonly total: { readonly exact: Rational; readonly text: string } | undefined
  /** Whether it is scored by other rules than those before it. */
  readonly begins: boolean
}

/** As wide as a small phone; what is around the line holds the labels. */
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 300, 22, 128]

/** As many names of periods as stand side by side. */
const MOST_LABELS = 12

/** `undefined` where there are not two points to see a change between. */
export function historyChart(whose: string, history: readonly ChartedPeriod[]): HistoryChartView | undefined {
  const known = history.flatMap(({ period, total }) => (total ? [{ period, total }] : []))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < 2) return undefined
  const values = known.map(({ total }) => decimal(total.exact))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const up = scaleLinear(least === most ? [least - 1, most + 1] : [least, most], [BOTTOM, TOP]).nice(3)
  const along = scalePoint(
    history.map((_, index) => index),
    [LEFT + 8, RIGHT],
  )
  const place = (index: number): number => along(index) ?? 0
  const draw = line<readonly [number, Rational]>()
    .x(([index]) => place(index))
    .y(([, exact]) => up(decimal(exact)))
    .digits(1)
  const every = Math.ceil(history.length / MOST_LABELS)
  return {
    title: `Tổng điểm của ${whose}, ${formatPeriod(first.period)} đến ${formatPeriod(last.period)}`,
    description: `${known.map(({ period, total }) => `${formatPeriod(period)}: ${total.text} điểm`).join('; ')}.`,
    path: unbroken(history)
      .map((run) => draw(run) ?? '')
      .join(''),
    dots: history.flatMap(({ total }, index) =>
      total ? [{ x: length(place(index)), y: length(up(decimal(total.exact))) }] : [],
    ),
    levels: up.ticks(3).map((level) => ({
      y: length(up(level)),
      baseline: length(up(level) + 4),
      label: `${level}`.replace('.', ','),
    })),
    periods: history.flatMap(({ period }, index) =>
      index % every === 0 ? [{ x: length(place(index)), label: shortPeriod(period) }] : [],
    ),
    last: {
      y: length(up(decimal(last.total.exact)) - 9),
      label: last.total.text,
    },
  }
}

/** Runs of totals under the same rules, each with where it stands. */
function unbroken(history: readonly ChartedPeriod[]): [number, Rational][][] {
  const runs: [number, Rational][][] = [[]]
  for (const [index, { total, begins }] of history.entries()) {
    if (begins || !total) runs.push([])
    if (total) runs.at(-1)?.push([index, total.exact])
  }
  return runs
}

function shortPeriod({ frequency, index, year }: Period): string {
  switch (frequency) {
    case 'month':
      return `T${index}`
    case 'quarter':
      return `Q${index}`
    case 'year':
      return `${year}`
    default:
      return assertNever(frequency)
  }
}

/** For a place in the picture only. */
function decimal(value: Rational): number {
  return Number(numerator(value)) / Number(denominator(value))
}

/** A tenth of a unit is finer than a screen. */
function length(value: number): string {
  return `${Math.round(value * 10) / 10}`
}

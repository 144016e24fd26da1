import { scaleBand, scaleLinear } from 'd3-scale'

/** How many came to what, as bars: a line of words, the bar, the number. */
export interface DistributionChartView {
  readonly title: string
  /** Everything that the picture shows, in words. */
  readonly description: string
  readonly height: string
  /** Where labels end and where bars begin. */
  readonly labels: string
  readonly bars: string
  readonly lines: readonly ChartLine[]
}

interface ChartLine {
  readonly label: string
  readonly count: string
  readonly kind: string
  readonly baseline: string
  readonly top: string
  readonly thickness: string
  readonly width: string
  readonly after: string
}

/** What is counted together. */
export interface Share {
  readonly label: string
  readonly kind: 'full' | 'part' | 'none' | 'absent'
  readonly count: number
}

/** In the units of the picture, which is as wide as a small phone. */
const LABELS = 150
const LONGEST = 130
const LINE = 26

/** Bars for shares of a cohort, in the order given; those of nobody are left out. */
export function distributionChart(title: string, shares: readonly Share[]): DistributionChartView {
  const some = shares.filter(({ count }) => count > 0)
  const height = some.length * LINE
  const along = scaleLinear([0, Math.max(...some.map(({ count }) => count), 1)], [0, LONGEST])
  const down = scaleBand(
    some.map(({ label }) => label),
    [0, height],
  ).paddingInner(0.3)
  return {
    title,
    description: `${some.map(({ label, count }) => `${label}: ${count}`).join('; ')}.`,
    height: `${height}`,
    labels: length(LABELS - 6),
    bars: length(LABELS),
    lines: some.map(({ label, kind, count }) => {
      const top = down(label) ?? 0
      const width = along(count)
      return {
        label,
        count: `${count}`,
        kind,
        top: length(top),
        thickness: length(down.bandwidth()),
        baseline: length(top + down.bandwidth() / 2 + 4),
        width: length(width),
        after: length(LABELS + width + 6),
      }
    }),
  }
}

/** A length in the picture: a tenth of a unit is finer than a screen. */
function length(value: number): string {
  return `${Math.round(value * 10) / 10}`
}

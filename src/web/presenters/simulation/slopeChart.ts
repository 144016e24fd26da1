import { rankText, type ScoreSheet, type SheetChanges } from '#engine/index.ts'

/** Ranks on two sides as lines between them. Lengths are in the units of the picture. */
export interface SlopeChartView {
  readonly title: string
  /** Everything that the picture shows, in words. */
  readonly description: string
  readonly height: string
  readonly sides: readonly [string, string]
  readonly lines: readonly SlopeView[]
}

interface SlopeView {
  readonly own: boolean
  readonly path: string
  readonly from: LabelView
  readonly to: LabelView
}

interface LabelView {
  readonly y: string
  readonly text: string
}

/** As wide as a small phone, with room for names on both sides. */
const [LEFT, RIGHT, TOP, LINE] = [108, 212, 26, 17]

/** A line for each is still to be told apart. */
const MOST_LINES = 14

/** Longer names do not fit beside the picture; the list below has them whole. */
const LONGEST_NAME = 15

/**
 * How those of one cohort change places; `undefined` where nobody does. Where many do, those who end up nearest to `own`, or without one
 * those who move furthest.
 */
export function slopeChart(
  cohort: readonly SheetChanges[],
  { sides, own }: { readonly sides: readonly [string, string]; readonly own: SheetChanges | undefined },
): SlopeChartView | undefined {
  const from = ({ before, after }: SheetChanges): number =>
    own ? distance(after, own.after) : -distance(before, after)
  const moved = cohort
    .filter(({ before, after, rank }) => rank && before.rank !== undefined && after.rank !== undefined)
    .toSorted((left, right) => from(left) - from(right))
    .slice(0, MOST_LINES)
  if (moved.length === 0) return undefined
  const left = moved.toSorted((one, other) => (one.before.rank ?? 0) - (other.before.rank ?? 0))
  const right = moved.toSorted((one, other) => (one.after.rank ?? 0) - (other.after.rank ?? 0))
  const heightOf = (order: readonly SheetChanges[], one: SheetChanges): number =>
    TOP + LINE * order.indexOf(one)
  return {
    title: `Hạng thay đổi: ${sides[0]}, rồi ${sides[1]}`,
    description: `${left.map(({ before, after }) => `${after.entrant.name}: hạng ${rankText(before)} thành ${rankText(after)}`).join('; ')}.`,
    height: String(TOP + LINE * moved.length),
    sides: [shortened(sides[0]), shortened(sides[1])],
    lines: left.map((one) => {
      const [start, end] = [heightOf(left, one), heightOf(right, one)]
      return {
        own: one === own,
        path: `M${LEFT} ${start}L${RIGHT} ${end}`,
        from: { y: String(start + 4), text: labelOf(one.before) },
        to: { y: String(end + 4), text: labelOf(one.after) },
      }
    }),
  }
}

function distance(one: ScoreSheet, other: ScoreSheet): number {
  return Math.abs((one.rank ?? 0) - (other.rank ?? 0))
}

function labelOf(sheet: ScoreSheet): string {
  return `${rankText(sheet)}. ${shortened(sheet.entrant.name)}`
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name
}

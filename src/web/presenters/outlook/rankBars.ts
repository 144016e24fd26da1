/** Ranks as bars on a line from the first to the last. Lengths are in the units of the picture. */
export interface RankBarsView {
  readonly title: string
  /** Everything that the picture shows, in words. */
  readonly description: string
  readonly height: string
  readonly ticks: readonly { readonly x: string; readonly text: string }[]
  readonly rows: readonly RankBarView[]
}

interface RankBarView {
  readonly name: string
  readonly baseline: string
  readonly top: string
  readonly inner: string
  /** What is still possible; absent for whom no rank is. */
  readonly possible: BarView | undefined
  readonly likely: BarView | undefined
  /** Where it stands. */
  readonly now: { readonly x: string; readonly y: string } | undefined
}

interface BarView {
  readonly x: string
  readonly width: string
}

/** One line of the picture. */
export interface RankBar {
  readonly name: string
  readonly now: number | undefined
  /** Absent where there is no rank to be had. */
  readonly possible: RankRange | undefined
  readonly likely: RankRange | undefined
}

/** Ranks from the best to the worst. */
interface RankRange {
  readonly best: number
  readonly worst: number
  /** Whether there may be none too: the worst is then the last of all. */
  readonly mayBeNone: boolean
}

const [LEFT, WIDTH, TOP, LINE] = [104, 208, 22, 16]

/** Longer names do not fit beside the picture; the table has them whole. */
const LONGEST_NAME = 15

/** The bars of those who are ranked together, at least two, in the order given. */
export function rankBars(bars: readonly RankBar[], title: string): RankBarsView {
  const last = bars.length
  const step = WIDTH / last
  const bar = (range: RankBar['possible']): BarView | undefined =>
    range && {
      x: fixed(LEFT + step * (range.best - 1)),
      width: fixed(step * (Math.min(range.worst, last) - range.best + 1)),
    }
  const marks = [...new Set([1, Math.ceil(last / 2), last])]
  return {
    title,
    description: `${bars.map(barText).join('; ')}.`,
    height: String(TOP + LINE * bars.length + 4),
    ticks: marks.map((rank) => ({ x: fixed(LEFT + step * (rank - 0.5)), text: String(rank) })),
    rows: bars.map((one, index) => {
      const y = TOP + LINE * index
      return {
        name: shortened(one.name),
        baseline: String(y + 10),
        top: String(y),
        inner: String(y + 3),
        possible: bar(one.possible),
        likely: bar(one.likely),
        now:
          one.now === undefined ? undefined : { x: fixed(LEFT + step * (one.now - 0.5)), y: String(y + 6) },
      }
    }),
  }
}

function barText({ name, now, possible, likely }: RankBar): string {
  const range = (one: RankRange | undefined): string =>
    one ? `hạng ${one.best} đến ${one.worst}${one.mayBeNone ? ' hoặc không xếp hạng' : ''}` : 'không xếp hạng'
  const standing = now === undefined ? 'không xếp hạng' : `hạng ${now}`
  return `${name}: nay ${standing}, nhiều khả năng ${range(likely)}, còn có thể ${range(possible)}`
}

function fixed(length: number): string {
  return length.toFixed(1)
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name
}

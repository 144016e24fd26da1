import { formatExact } from '#base/formatNumber.ts'
import { multiply, rational } from '#base/rational.ts'
import type { Cohort, Program, ScoreSheet } from '#engine/index.ts'
import { classTitles } from '#simulate/index.ts'

/** A goal to choose, as an address has it and as it is read. */
export interface GoalView {
  readonly value: string
  readonly text: string
  readonly chosen: boolean
}

/** So many entrants that stand before are offered to be passed. */
const MOST_PASSED = 3

/** Goals to choose from, and one of the reader's own. */
export interface GoalsView {
  readonly offered: readonly GoalView[]
  /** What was asked for and is not among them; empty where nothing was. */
  readonly own: string
  /** What may be written: `85 điểm, hạng 6 hay vượt Thôn 3`. */
  readonly example: string
}

/** What may be asked for: goals that are worth it, and whatever else is written. */
export function presentGoals(cohort: Cohort, program: Program, chosen: string): GoalsView {
  const goals = offeredGoals(cohort, program)
  return {
    offered: goals.map((goal) => ({ ...goal, chosen: goal.value === chosen })),
    own: goals.some(({ value }) => value === chosen) ? '' : chosen,
    example: exampleOf(cohort, program),
  }
}

/** The better classes, those who stand just before, and a few ranks. */
function offeredGoals({ own, sheets }: Cohort, program: Program): readonly Omit<GoalView, 'chosen'>[] {
  const goals: { readonly value: string; readonly text: string }[] = []
  const titles = classTitles(program)
  const place = own.class === undefined ? titles.length : titles.indexOf(own.class)
  for (const title of titles.slice(0, place).toReversed())
    goals.push({ value: `loại ${title}`, text: `Được xếp loại ${title}` })
  for (const { entrant } of before(own, sheets).slice(0, MOST_PASSED))
    goals.push({ value: `vượt ${entrant.id}`, text: `Vượt ${entrant.name}` })
  for (const rank of ranksBefore(own)) goals.push({ value: `hạng ${rank}`, text: `Đứng hạng ${rank}` })
  if (goals.length === 0)
    goals.push({ value: `${wholeScale(program)} điểm`, text: `Đạt ${wholeScale(program)} điểm` })
  return goals
}

/** Nine tenths of the scale, and who stands halfway up the order: mostly none of those that are offered. */
function exampleOf({ own, sheets }: Cohort, { scale }: Program): string {
  const place = sheets.indexOf(own)
  const halfway = sheets[Math.floor(place / 2)]
  const others =
    halfway && halfway !== own && halfway.rank !== undefined
      ? `hạng ${halfway.rank} hay vượt ${halfway.entrant.name}`
      : 'hạng 1'
  return `${formatExact(multiply(scale, rational(9n, 10n)))} điểm, ${others}`
}

/** Who stands before, the nearest first. */
function before(own: ScoreSheet, sheets: readonly ScoreSheet[]): readonly ScoreSheet[] {
  const place = sheets.indexOf(own)
  return sheets
    .slice(0, place)
    .filter(({ rank }) => rank !== own.rank)
    .toReversed()
}

/** The ranks that people speak of. */
function ranksBefore({ rank }: ScoreSheet): readonly number[] {
  return [10, 5, 3, 1].filter((one) => rank === undefined || one < rank)
}

function wholeScale({ scale }: Program): string {
  return formatExact(scale)
}

import { formatExact } from '#base/formatNumber.ts'
import type { Cohort, Program, ScoreSheet } from '#engine/index.ts'
import { classTitles, parseGoal } from '#simulate/index.ts'

/** A goal to choose, as an address has it and as it is read. */
export interface GoalView {
  readonly value: string
  readonly text: string
  readonly chosen: boolean
}

/** So many entrants that stand before are offered to be passed. */
const MOST_PASSED = 3

/** Goals that are worth asking for: the better classes, those who stand just before, and a few ranks. */
export function offeredGoals({ own, sheets }: Cohort, program: Program, chosen: string): readonly GoalView[] {
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
  const known = goals.some(({ value }) => value === chosen)
  const other = known || !parseGoal(chosen) ? [] : [{ value: chosen, text: chosen }]
  return [...other, ...goals].map((goal) => ({ ...goal, chosen: goal.value === chosen }))
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

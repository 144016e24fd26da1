import { formatPeriod } from '#base/period.ts'
import { cohortOf, pointsText, rankText, type ScoreSheet, totalText } from '#engine/index.ts'
import { kindsText } from '#records/entrant.ts'
import type { Board } from '#services/site/board.ts'
import { presentProvenance } from './board.ts'
import { communeName } from './crumbs.ts'

/** The picture that a shared link shows, 1200 by 630, as Open Graph has it. Lengths are its own units. */
export interface CardView {
  readonly heading: string
  readonly name: readonly { readonly text: string; readonly y: number }[]
  readonly nameSize: number
  readonly figures: readonly { readonly x: number; readonly value: string; readonly unit: string }[]
  readonly figuresY: number
  readonly unitsY: number
  readonly footing: string
}

const FIGURES_X = [64, 450, 780] as const

/** An entrant's rank, points and class. */
export function presentEntrantCard(board: Board, sheet: ScoreSheet): CardView {
  const { program, sheets } = board.standings
  const cohort = sheets
    .map(({ entrant }) => entrant)
    .filter((other) => cohortOf(other, program) === cohortOf(sheet.entrant, program))
  const points = totalText(sheet, program)
  const ranked = sheet.rank !== undefined && cohort.length > 1
  const figures = [
    ...(ranked
      ? [{ value: rankText(sheet), unit: `hạng, trong ${cohort.length} ${kindsText(cohort)}` }]
      : []),
    ...(points === undefined ? [] : [{ value: points, unit: `trên ${pointsText(program.scale)} điểm` }]),
    ...(sheet.class === undefined ? [] : [{ value: sheet.class, unit: 'xếp loại' }]),
  ]
  return cardOf(board, sheet.entrant.name, figures)
}

/** Who leads each level. */
export function presentBoardCard(board: Board): CardView {
  const { program, sheets } = board.standings
  const cohorts = [...Map.groupBy(sheets, ({ entrant }) => cohortOf(entrant, program)).values()]
  const figures = cohorts
    .filter((cohort) => cohort.length > 1)
    .map((cohort) => ({
      value: `${cohort.length}`,
      unit: `${kindsText(cohort.map(({ entrant }) => entrant))} xếp hạng`,
    }))
  return cardOf(board, 'Bảng xếp hạng thi đua', figures)
}

function cardOf(
  board: Board,
  title: string,
  figures: readonly { readonly value: string; readonly unit: string }[],
): CardView {
  const lines = linesOf(title, 26, 2)
  const size = lines.length > 1 ? 68 : 88
  const notes = [
    ...(board.current ? [] : ['đã được đính chính']),
    ...(presentProvenance(board.standings).illustrative ? ['dữ liệu minh họa'] : []),
  ]
  return {
    heading: cut(`Thi đua ${communeName(board)}`, 48),
    name: lines.map((text, index) => ({ text, y: 224 + index * 80 })),
    nameSize: size,
    figures: figures.slice(0, FIGURES_X.length).map(({ value, unit }, index) => ({
      x: FIGURES_X[index] ?? 0,
      value: cut(value, 10),
      unit: cut(unit, 24),
    })),
    figuresY: 432,
    unitsY: 484,
    footing: [`Kết quả ${formatPeriod(board.ref.period)}`, ...notes].join(' · '),
  }
}

/** A text in at most so many lines of about so many letters; what does not fit ends in three dots. */
function linesOf(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, most).map((line) => cut(line, letters))
  return lines.length > most ? [...kept.slice(0, -1), `${cut(kept.at(-1) ?? '', letters - 1)}…`] : kept
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`
}

import { formatPeriod } from '#base/period.ts'
import { openIn, pointsText, rankText, type ScoreSheet, totalText } from '#engine/index.ts'
import { kindsText } from '#records/entrant.ts'
import { caveatsOf } from '#services/caveats.ts'
import type { Board } from '#services/site/board.ts'
import { cohortWith } from '../site/comparedPairs.ts'
import { cohortsIn } from './cohorts.ts'
import { communeName } from './crumbs.ts'

/** The picture that a shared link shows, 1200 by 630, as Open Graph has it. Lengths are its own units. */
export interface CardView {
  readonly heading: string
  readonly name: readonly Line[]
  readonly nameSize: number
  readonly figures: readonly FigureView[]
  readonly unitsY: number
  readonly footing: string
  readonly footingSize: number
}

interface FigureView {
  readonly x: number
  readonly size: number
  /** The figure itself; a long name of a class takes several lines. */
  readonly lines: readonly Line[]
  readonly unit: string
}

interface Line {
  readonly text: string
  readonly y: number
}

const FIGURES_X = [64, 450, 780] as const

/** An entrant's rank, points and class. */
export function presentEntrantCard(board: Board, sheet: ScoreSheet): CardView {
  const { program } = board.standings
  const cohort = cohortWith(sheet, board.standings).map(({ entrant }) => entrant)
  const points = totalText(sheet, program)
  const provisional = openIn(sheet).length > 0 ? ', tạm tính' : ' điểm'
  const ranked = sheet.rank !== undefined && cohort.length > 1
  const figures = [
    ...(ranked
      ? [{ value: rankText(sheet), unit: `hạng, trong ${cohort.length} ${kindsText(cohort)}` }]
      : []),
    ...(points === undefined
      ? []
      : [{ value: points, unit: `trên ${pointsText(program.scale)}${provisional}` }]),
    ...(sheet.class === undefined ? [] : [{ value: sheet.class, unit: 'xếp loại' }]),
  ]
  return cardOf(board, sheet.entrant.name, figures)
}

/** How many are ranked in each list. */
export function presentBoardCard(board: Board): CardView {
  const { program, sheets } = board.standings
  const figures = cohortsIn(sheets, program)
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
  const notes = [...(board.current ? [] : ['đã được đính chính']), ...caveatsOf(board.standings)]
  const footing = [`Kết quả ${formatPeriod(board.ref.period)}`, ...notes].join(' · ')
  return {
    heading: cut(`Thi đua ${communeName(board)}`, 48),
    name: lines.map((text, index) => ({ text, y: 224 + index * 80 })),
    nameSize: size,
    figures: figures.slice(0, FIGURES_X.length).map(({ value, unit }, index) => ({
      x: FIGURES_X[index] ?? 0,
      ...figureOf(value),
      unit: cut(unit, 24),
    })),
    unitsY: 484,
    footing,
    footingSize: footing.length > MOST_IN_FOOTING ? 26 : 36,
  }
}

/** As many letters of the large size fit. */
const MOST_IN_FOOTING = 58
const MOST_IN_FIGURE = 10

/** Where the last line of a figure stands. */
const FIGURE_Y = 432

/** Classes that begin alike are told apart: what does not fit in large letters stands in small ones, line by line. */
function figureOf(value: string): Pick<FigureView, 'size' | 'lines'> {
  if (value.length <= MOST_IN_FIGURE) return { size: 76, lines: [{ text: value, y: FIGURE_Y }] }
  const lines = linesOf(value, 15, 3)
  return {
    size: 38,
    lines: lines.map((text, index) => ({ text, y: FIGURE_Y - (lines.length - 1 - index) * 44 })),
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

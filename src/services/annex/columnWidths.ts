import { textLength } from './textLength.ts'

/** What stands in a column: its heading and, a row each, the paragraphs of its cells. */
export interface ColumnText {
  readonly heading: string
  readonly cells: readonly (readonly string[])[]
  /** What of the cells is bold: that of groups. */
  readonly bold: readonly string[]
}

/** What a cell leaves free on both sides, in millimetres. */
const PADDING = 4

/** A column that has more to say than fits a line is no narrower, where there is room: three words a line is no prose. */
const COMFORTABLE = 20

/**
 * The widths of columns, in millimetres, that make a table about as low as it can be; they add up to `width`. Each column
 * is wide enough for its longest word, as long as all of them find room.
 *
 * The height of a row is that of its tallest cell. A high power of each cell's height, summed, follows it closely and
 * falls with every millimetre, so handing out one millimetre at a time to whoever gains most ends near the best.
 */
export function columnWidths(columns: readonly ColumnText[], width: number): readonly number[] {
  const least = columns.map(longestWord)
  const comfortable = columns.map((column, index) =>
    Math.max(least[index] ?? 0, Math.min(longestParagraph(column), COMFORTABLE)),
  )
  const start = total(comfortable) < width ? comfortable : least
  const widths = [...start]
  const free = Math.floor(width - total(start))
  for (let given = 0; given < free; given++) {
    const gains = columns.map((column, index) => gain(column, widths[index] ?? 0))
    const best = gains.indexOf(Math.max(...gains))
    widths[best] = (widths[best] ?? 0) + 1
  }
  const taken = total(widths)
  return widths.map((each) => (each / taken) * width)
}

/** Words are broken at blanks alone; a fixed blank holds what it joins together. What is bold is a little wider. */
function longestWord({ heading, cells, bold }: ColumnText): number {
  const words = cells.flat().flatMap(wordsOf)
  const boldWords = [heading, ...bold].flatMap(wordsOf)
  return Math.max(...words.map(textLength), ...boldWords.map((word) => textLength(word) * BOLD)) + PADDING
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[ \n]+/)
}

const BOLD = 1.1

function longestParagraph({ cells }: ColumnText): number {
  return Math.max(0, ...cells.flat().map(textLength)) + PADDING
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0)
}

function gain(column: ColumnText, width: number): number {
  return cost(column, width) - cost(column, width + 1)
}

/** How closely a sum follows its largest member. */
const POWER = 5

function cost({ cells }: ColumnText, width: number): number {
  return cells.reduce((sum, paragraphs) => sum + height(paragraphs, width) ** POWER, 0)
}

/** About half a word stays empty at the end of a line. */
const RAGGED = 4

/** In lines; of what fits one line, one. */
function height(paragraphs: readonly string[], width: number): number {
  const line = width - PADDING
  return paragraphs.reduce((sum, text) => {
    const length = textLength(text)
    return sum + (length <= line ? 1 : length / Math.max(1, line - RAGGED))
  }, 0)
}

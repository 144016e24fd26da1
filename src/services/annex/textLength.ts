/** Millimetres that the letters of Times New Roman take at 11 points, by kind; close enough to lay out columns. */
const WIDE = 2.9
const CAPITAL = 2.65
const NARROW = 1.15
const BLANK = 1
const OTHER = 1.9

/** About how long a text is on paper at the size of tables, in millimetres. */
export function textLength(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return [...plain].reduce((length, letter) => length + letterWidth(letter), 0)
}

function letterWidth(letter: string): number {
  if (/\s/.test(letter)) return BLANK
  if (/[ijlrtfI.,:;()/'-]/.test(letter)) return NARROW
  if (/[mwMW%…]/.test(letter)) return WIDE
  return letter === letter.toLowerCase() ? OTHER : CAPITAL
}

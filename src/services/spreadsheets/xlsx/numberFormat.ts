/** What a number format makes of a number. */
export type NumberFormat =
  | 'plain'
  /** Shown times a hundred, with the sign. */
  | 'percent'
  /** Shown as it is, with a sign that is only written beside it. */
  | 'percentSign'
  | 'day'
  | 'month'
  | 'time'

/** The formats that every spreadsheet knows without their code (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<number, NumberFormat>> = {
  9: 'percent',
  10: 'percent',
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'month',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'day',
  45: 'time',
  46: 'time',
  47: 'time',
}

/** The format of that number among those that need no code. */
export function builtInFormat(id: number): NumberFormat {
  return BUILT_IN[id] ?? 'plain'
}

/** What a format's code says: `0.0%`, `dd/mm/yyyy`, `#,##0" người"`. Only its first part, for positive numbers, is looked at. */
export function formatOfCode(code: string): NumberFormat {
  const [, , bare = ''] = splitLiterals(code)
  if (/^general$/i.test(bare.trim())) return 'plain'
  if (bare.includes('%')) return 'percent'
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return 'time'
  if (/y/i.test(bare)) return /d/i.test(bare) ? 'day' : 'month'
  if (/d/i.test(bare)) return 'day'
  if (/[hs]/i.test(bare)) return 'time'
  if (/m/i.test(bare)) return 'month'
  return splitLiterals(code)[1].includes('%') ? 'percentSign' : 'plain'
}

/** The code's first part: as it is, the text it writes beside the number, and what is left without that. */
function splitLiterals(code: string): readonly [string, string, string] {
  const pieces = [...code.matchAll(/"([^"]*)"?|\\(.)|\[[^\]]*\]?|[_*].|(;)|(.)/gs)]
  let [literal, bare] = ['', '']
  for (const [, quoted, escaped, end, other] of pieces) {
    if (end !== undefined) break
    literal += quoted ?? escaped ?? ''
    bare += other ?? ''
  }
  return [code, literal, bare]
}

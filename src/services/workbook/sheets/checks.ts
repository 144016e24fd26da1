/** What stands in the columns of checks. */
export const CHECK = { same: 'khớp', differs: 'lệch', unwritten: 'không lập được công thức' } as const

/** By how much formula and engine may differ: a spreadsheet keeps fifteen digits. */
const TOLERANCE = '0.000001'

/** Says whether all conditions hold; a cell in error is no match. */
export function checkFormula(conditions: readonly string[]): string {
  return `IFERROR(IF(AND(${conditions.join(',')}),"${CHECK.same}","${CHECK.differs}"),"${CHECK.differs}")`
}

/** Whether two amounts are the same; where there is none, both are the same text. */
export function sameAmount(left: string, right: string): string {
  return `IF(AND(ISNUMBER(${left}),ISNUMBER(${right})),ABS(${left}-${right})<${TOLERANCE},${left}=${right})`
}

import type { Cell } from '../cells.ts'

/** As long as a spreadsheet takes a formula, and as many arguments as it takes. */
const MOST_CHARACTERS = 8192
const MOST_ARGUMENTS = 255

/** Whether a spreadsheet would take all formulas of the cells. */
export function canBeWritten(cells: readonly (Cell | undefined)[]): boolean {
  return cells.every(
    (cell) =>
      cell?.kind !== 'formula' ||
      (cell.formula.length <= MOST_CHARACTERS && cell.formula.split(',').length <= MOST_ARGUMENTS),
  )
}

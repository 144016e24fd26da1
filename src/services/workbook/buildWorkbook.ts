import type { Sheet } from './cells.ts'
import { layOut, type WorkbookSource } from './layout/layout.ts'
import { conditionSheet } from './sheets/conditionSheet.ts'
import { coverSheet } from './sheets/coverSheet.ts'
import { factSheet } from './sheets/factSheet.ts'
import { levelSheet } from './sheets/levelSheet.ts'
import { partSheet } from './sheets/partSheet.ts'
import { periodSheet } from './sheets/periodSheet.ts'
import { standingSheet } from './sheets/standingSheet.ts'

/**
 * A result as sheets in which every score is a formula over the facts, compiled from the rulebook, beside what the engine
 * made of it. Whom what concerns is settled here; how much it comes to is left to the formulas.
 */
export function buildWorkbook(source: WorkbookSource): readonly Sheet[] {
  const layout = layOut(source)
  const sheets = [
    coverSheet(layout),
    standingSheet(layout),
    levelSheet('commune', layout),
    levelSheet('village', layout),
    levelSheet('unit', layout),
    periodSheet(layout),
    partSheet(layout),
    conditionSheet(layout),
    factSheet(layout),
  ]
  return sheets.filter((sheet) => sheet !== undefined)
}

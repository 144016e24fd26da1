import { buildWorkbook } from './buildWorkbook.ts'
import type { WorkbookSource } from './layout/layout.ts'
import { writeWorkbook } from './writeWorkbook.ts'

/** A result as an Excel file in which formulas work out every score again, beside the engine's. */
export function verificationWorkbook(source: WorkbookSource): Promise<Uint8Array> {
  return writeWorkbook(buildWorkbook(source))
}

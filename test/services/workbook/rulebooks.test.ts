import { beforeAll, describe, expect, test } from 'vitest'
import { buildWorkbook } from '#services/workbook/buildWorkbook.ts'
import type { Cell, Sheet } from '#services/workbook/cells.ts'
import { writeWorkbook } from '#services/workbook/writeWorkbook.ts'
import { hasSpreadsheetProgram, recalculate, type Shown, verdictOf } from '../../support/recalculate.ts'
import { RULEBOOKS, sourceOf } from './sources.ts'

/** Changes the first cell of a sheet that the change is about. */
function falsified(
  sheets: readonly Sheet[],
  name: string,
  change: (cell: Cell, row: readonly Cell[]) => Cell | undefined,
): readonly Sheet[] {
  let done = false
  const falsify = (cell: Cell, row: readonly Cell[]): Cell => {
    const changed = done ? undefined : change(cell, row)
    done ||= changed !== undefined
    return changed ?? cell
  }
  const result = sheets.map((sheet) =>
    sheet.name === name
      ? { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => falsify(cell, row))) }
      : sheet,
  )
  if (!done) throw new Error(`nothing to falsify on ${name}`)
  return result
}

/** Whether it is a fact of a village for the newest month: others need not change a score. */
function isNewest(row: readonly Cell[]): boolean {
  const words = row.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
  return words.includes('Thôn 1') && words.includes('tháng 10/2026')
}

const CONTROLS: readonly (readonly [what: string, change: (sheets: readonly Sheet[]) => readonly Sheet[]])[] =
  [
    [
      'a fact is changed',
      (sheets) =>
        falsified(sheets, 'Số liệu', (cell, row) =>
          isNewest(row) && cell.kind === 'number' ? { ...cell, value: cell.value / 2 } : undefined,
        ),
    ],
    [
      'a fact is taken away',
      (sheets) =>
        falsified(sheets, 'Số liệu', (cell, row) =>
          isNewest(row) && cell.kind === 'number' ? { kind: 'blank', style: 'input' } : undefined,
        ),
    ],
    [
      'a formula for points is changed',
      (sheets) =>
        falsified(sheets, 'Cấp thôn', (cell) =>
          cell.kind === 'formula' && cell.style === 'result'
            ? { ...cell, formula: `${cell.formula}+0.00001` }
            : undefined,
        ),
    ],
    [
      'what the engine made is changed',
      (sheets) =>
        falsified(sheets, 'Cấp đơn vị', (cell) =>
          cell.kind === 'number' && cell.style === 'engine' ? { ...cell, value: cell.value + 1 } : undefined,
        ),
    ],
    [
      'a rank of the engine is changed',
      (sheets) =>
        falsified(sheets, 'Xếp hạng', (cell) =>
          cell.kind === 'number' && cell.style === 'engine' && cell.format === '0'
            ? { ...cell, value: cell.value + 1 }
            : undefined,
        ),
    ],
    [
      'a formula cannot be calculated',
      (sheets) =>
        falsified(sheets, 'Cấp xã', (cell) =>
          cell.kind === 'formula' && cell.style === 'result' ? { ...cell, formula: 'NA()' } : undefined,
        ),
    ],
  ]

describe.skipIf(!hasSpreadsheetProgram())('recalculated by LibreOffice', () => {
  let shown: ReadonlyMap<string, Shown> = new Map()

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>()
    for (const [rules, data] of RULEBOOKS) {
      const sheets = buildWorkbook(await sourceOf(rules, data))
      files.set(rules.replace('/', '-'), await writeWorkbook(sheets))
    }
    const sound = buildWorkbook(await sourceOf('an-nong/2026', 'an-nong'))
    for (const [index, [, change]] of CONTROLS.entries())
      files.set(`control-${index}`, await writeWorkbook(change(sound)))
    shown = recalculate(files)
  })

  test.each(RULEBOOKS)('%s agrees with the engine in every row', (rules) => {
    const { verdict, same, differs, unwritten, rows } = verdictOf(
      shown.get(rules.replace('/', '-')) ?? new Map(),
    )
    expect({ verdict, differs, unwritten }).toEqual({
      verdict: 'KHỚP TOÀN BỘ',
      differs: 0,
      unwritten: 0,
    })
    expect(same).toBe(rows)
    expect(rows).toBeGreaterThan(10)
  })

  // Would all this be seen? Each control spoils a sound workbook in one cell.
  test.each(CONTROLS.map(([what], index) => [what, index] as const))('when %s, it is seen', (_, index) => {
    const { verdict, differs } = verdictOf(shown.get(`control-${index}`) ?? new Map())
    expect(verdict).toBe('CÓ CHỖ LỆCH')
    expect(differs).toBeGreaterThan(0)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPeriod } from '#base/period.ts'
import type { Fact } from '#records/fact.ts'
import { buildWorkbook } from '#services/workbook/buildWorkbook.ts'
import type { Cell, Sheet } from '#services/workbook/cells.ts'
import type { WorkbookSource } from '#services/workbook/layout/layout.ts'
import { writeWorkbook } from '#services/workbook/writeWorkbook.ts'
import { model } from '../../reference/generate/models.ts'
import { writeRulebook } from '../../reference/write.ts'
import { hasSpreadsheetProgram, recalculate, verdictOf } from '../../support/recalculate.ts'
import { rescored, sourceOfModel } from './sources.ts'

/** How many rulebooks are tried: `WORKBOOK_CASES=500` for a long run, `SEED=1` for the same ones again. */
const CASES = Number(process.env['WORKBOOK_CASES'] ?? 40)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/** What an officer may do to a fact on the sheet. */
type Edit = 'removed' | 'pending' | 'notApplicable' | 'asAnother'

const trial = fc.record({
  given: model,
  edit: fc.constantFrom<Edit>('removed', 'pending', 'notApplicable', 'asAnother', 'asAnother'),
  which: fc.nat(1000),
})

/** The facts with one of them edited; `undefined` where there is none. */
function edited(
  facts: readonly Fact[],
  edit: Edit,
  which: number,
): { readonly from: Fact; readonly to: Fact | undefined; readonly facts: readonly Fact[] } | undefined {
  const from = facts[which % facts.length]
  if (!from) return undefined
  const others = facts.filter((fact) => fact.measure === from.measure)
  const to = {
    removed: undefined,
    pending: { ...from, status: 'pending' as const },
    notApplicable: { ...from, value: { kind: 'notApplicable' as const } },
    asAnother: { ...from, value: others[which % others.length]?.value ?? from.value },
  }[edit]
  return { from, to, facts: facts.flatMap((fact) => (fact === from ? (to ?? []) : [fact])) }
}

/** The sheets with the fact's cells as those of another workbook have them: what an officer would type. */
function typed(sheets: readonly Sheet[], fact: Fact, source: readonly Sheet[]): readonly Sheet[] {
  const rowsOf = (all: readonly Sheet[]): readonly (readonly Cell[])[] =>
    all.find(({ name }) => name === 'Số liệu')?.rows ?? []
  const isOf = (row: readonly Cell[]): boolean => {
    const words = row.flatMap((cell) => (cell.kind === 'text' ? [cell.text] : []))
    return [fact.entrant, fact.measure, formatPeriod(fact.period)].every((one) => words.includes(one))
  }
  const instead = rowsOf(source).find(isOf)
  return sheets.map((sheet) => {
    if (sheet.name !== 'Số liệu') return sheet
    const rows = sheet.rows.map((row) =>
      isOf(row)
        ? row.map((cell, index) => {
            const other = instead?.[index] ?? { kind: 'blank' as const, style: 'input' as const }
            return 'style' in cell && cell.style === 'input' ? other : cell
          })
        : row,
    )
    return { ...sheet, rows }
  })
}

describe.skipIf(!hasSpreadsheetProgram())(`random rulebooks, seed ${SEED}`, () => {
  test('a workbook says what the engine says, also of facts that are changed in it', async () => {
    const files = new Map<string, Uint8Array>()
    const told = new Map<string, string>()
    const add = async (name: string, sheets: readonly Sheet[], source: WorkbookSource, rules: string) => {
      files.set(name, await writeWorkbook(sheets))
      told.set(name, `${rules}\n${source.dossier.facts.map(lineOf).join('\n')}`)
    }
    for (const [index, { given, edit, which }] of fc
      .sample(trial, { numRuns: CASES, seed: SEED })
      .entries()) {
      const source = sourceOfModel(given)
      if (!source) continue
      const rules = writeRulebook(given.rulebook)
      const sheets = buildWorkbook(source)
      await add(`m${index}`, sheets, source, rules)
      const change = edited(source.dossier.facts, edit, which)
      const after = change && rescored({ ...source, dossier: { ...source.dossier, facts: change.facts } })
      if (!after) continue
      // The formulas of before, the facts and the engine's results of after.
      const mixed = buildWorkbook({ ...source, sheets: after.sheets })
      await add(`m${index}-edited`, typed(mixed, change.from, buildWorkbook(after)), after, rules)
    }
    expect(files.size).toBeGreaterThan(CASES)
    const verdicts = [...recalculate(files)].map(([name, sheets]) => ({ name, ...verdictOf(sheets) }))
    const rows = verdicts.reduce((sum, verdict) => sum + verdict.rows, 0)
    process.stderr.write(`${files.size} workbooks, ${rows} rows, seed ${SEED}\n`)
    const wrong = verdicts.filter(({ same, rows: all }) => same !== all)
    expect(wrong, wrong[0] && `seed ${SEED}, ${wrong[0].name}\n${told.get(wrong[0].name)}`).toEqual([])
    expect(rows).toBeGreaterThan(CASES * 5)
  }, 3_600_000)
})

function lineOf({ entrant, measure, period, written, status, evidence, value }: Fact): string {
  return [entrant, measure, formatPeriod(period), written, value.kind, status, evidence].join(',')
}

import { describe, expect, test } from 'vitest'
import { criteriaOf, leavesOf } from './criteria.ts'
import { type Difference, differenceLine, differencesOf } from './differences.ts'
import { indicatorsOf, namesOf, PLANS, tasksOf } from './plans.ts'
import { partsOf, readTable, type TableRow } from './table.ts'

describe.each(PLANS)('the tables of $commune for $edition', (plan) => {
  test('have as many rows as the annex, each with its own code', () => {
    const codes = indicatorsOf(plan).map(({ cells }) => cells['mã'])
    expect(codes).toHaveLength(plan.indicators)
    expect(new Set(codes).size).toBe(plan.indicators)
  })

  test('print every name that is said in full', () => {
    const assigned = plan.commune === 'vinh-loc' ? readTable('vinh-loc-2026-phan-cong.tsv') : []
    const printed = [...indicatorsOf(plan), ...tasksOf(plan)]
      .map(({ cells }) => cells)
      .concat(assigned)
      .flatMap((cells) => [...partsOf(cells['chủ trì'] ?? ''), ...partsOf(cells['tổ chức triển khai'] ?? '')])
    expect([...namesOf(plan.commune).keys()].filter((name) => !printed.includes(name))).toEqual([])
  })
})

/** The rulebooks against tables typed from the plans themselves, not from the rulebooks. */
describe.each(PLANS)('the rulebook of $commune for $edition', (plan) => {
  test('says what the plan says, cell by cell', async () => {
    const criteria = await criteriaOf(plan)
    const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]))
    const leaves = leavesOf(criteria).map(({ code }) => code)
    const indicators = indicatorsOf(plan)
    const rows = [...indicators, ...tasksOf(plan)]
    const known = new Set([...rows.map(({ code }) => code), ...Object.keys(plan.besides)])
    const names = namesOf(plan.commune)
    const found = rows.flatMap((row) => differencesOf(row, byCode.get(row.code), names))
    expect([
      ...found.filter((difference) => !OPEN.some((each) => isOpen(each, difference))).map(differenceLine),
      ...leaves.filter((code) => !known.has(code)).map((code) => `${code}: kế hoạch không có`),
      ...Object.keys(plan.besides)
        .filter((code) => !leaves.includes(code))
        .map((code) => `${code}: bộ tiêu chí không còn`),
      ...OPEN.filter((each) => rows.some(({ table }) => table === each['bảng']))
        .filter((each) => !found.some((difference) => isOpen(each, difference)))
        .map((each) => `${each['bảng']}, ${each['mã']}, ${each['cột']}: đã khớp, bỏ khỏi open.tsv`),
    ]).toEqual([])
    expect(indicators.filter(({ code }) => leaves.includes(code))).toHaveLength(plan.indicators)
  })
})

/** Where the rulebook is still to be mended, and how. */
const OPEN: readonly TableRow[] = readTable('open.tsv')

function isOpen(open: TableRow, { table, code, column, rulebook }: Difference): boolean {
  return (
    open['bảng'] === table &&
    open['mã'] === code &&
    open['cột'] === column &&
    open['bộ tiêu chí ghi'] === rulebook
  )
}

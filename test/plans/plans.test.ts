import { describe, expect, test } from 'vitest'
import { runCommand } from '../support/commandLine.ts'
import { type Criterion, type Difference, differenceLine, differencesOf } from './differences.ts'
import { indicatorsOf, namesOf, PLANS, type Plan, tasksOf, unitsOf } from './plans.ts'
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

describe('the assignments in section V of the plan of vinh-loc', () => {
  test('differ from its annex where this says', () => {
    const names = namesOf('vinh-loc')
    const assignments = readTable('vinh-loc-2026-phan-cong.tsv')
    const differing = readTable('vinh-loc-2026.tsv').flatMap((row) => {
      const code = row['mã'] ?? ''
      const holders = assignments
        .filter((assignment) => [code, code.replace(/\p{L}$/u, '')].includes(assignment['mã'] ?? ''))
        .flatMap((assignment) => unitsOf(assignment['chủ trì'] ?? '', names))
      const leads = unitsOf(row['chủ trì'] ?? '', names)
      return holders.join() === leads.join() ? [] : [`${code}: ${holders.join(' | ')}`]
    })
    expect(differing).toEqual([
      '1: Các doanh nghiệp Bưu chính, viễn thông, công nghệ thông tin trên địa bàn xã',
      '2: Các doanh nghiệp Bưu chính, viễn thông, công nghệ thông tin trên địa bàn xã',
      '18: Phòng Văn hóa - Xã hội | Phòng Kinh tế',
      '21: Phòng Kinh tế | Ngân hàng Agribank Vĩnh Lộc',
      '23: ',
      '24: ',
      '25d: Phòng Văn hóa - Xã hội | Công an xã',
      '27: ',
    ])
  })
})

const WRITTEN = PLANS.filter(({ commune }) =>
  ['an-nong', 'dinh-tien', 'vinh-tru', 'ngoc-son'].includes(commune),
)

/** The rulebooks against tables typed from the plans themselves, not from the rulebooks. */
describe.each(WRITTEN)('the rulebook of $commune for $edition', (plan) => {
  test('says what the plan says, cell by cell', async () => {
    const criteria = await criteriaOf(plan)
    const byCode = new Map(criteria.map((criterion) => [criterion.code, criterion]))
    const leaves = leavesOf(criteria).map(({ code }) => code)
    const indicators = indicatorsOf(plan)
    const rows = [...indicators, ...tasksOf(plan).filter(({ code }) => byCode.has(code))]
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

async function criteriaOf({ commune, edition }: Plan): Promise<readonly Criterion[]> {
  const printed = await runCommand(['criteria', `rules/${commune}/${edition}.thidua`, '--json'])
  return (JSON.parse(printed.replace(/\[0\]\n$/, '')) as { criteria: readonly Criterion[] }).criteria
}

/** The criteria with nothing below them. */
function leavesOf(criteria: readonly Criterion[]): readonly Criterion[] {
  const parents = new Set(criteria.map(({ parent }) => parent))
  return criteria.filter(({ code }) => !parents.has(code))
}

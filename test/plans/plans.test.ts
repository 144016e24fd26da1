import { describe, expect, test } from 'vitest'
import { runCommand } from '../support/commandLine.ts'
import { type Criterion, differencesOf, leadsOf, type Names } from './differences.ts'
import { title } from './sameWords.ts'
import { partsOf, readTable } from './table.ts'

/** A plan whose annexes were typed, and the criteria of its rulebook that no annex has, each with the reason. */
interface Plan {
  readonly commune: string
  readonly edition: string
  /** How many indicators the annex has, counted on the page. */
  readonly indicators: number
  /** Tables of tasks and papers, which the rulebook may score or leave out. */
  readonly tasks: readonly string[]
  readonly besides: Readonly<Record<string, string>>
}

const PLANS: readonly Plan[] = [
  { commune: 'an-nong', edition: '2026', indicators: 19, tasks: [], besides: {} },
  { commune: 'vinh-loc', edition: '2026', indicators: 33, tasks: [], besides: {} },
  { commune: 'dinh-tien', edition: '2025', indicators: 11, tasks: [], besides: {} },
  { commune: 'vinh-tru', edition: '2026', indicators: 41, tasks: ['nhiem-vu', 'van-ban'], besides: {} },
  { commune: 'ngoc-son', edition: '2026', indicators: 29, tasks: ['nhiem-vu'], besides: {} },
]

const WRITTEN = PLANS.filter(({ commune }) => ['an-nong', 'dinh-tien'].includes(commune))

describe.each(PLANS)('the tables of $commune for $edition', ({ commune, edition, indicators, tasks }) => {
  test('have as many rows as the annex, each with its own code', () => {
    const codes = readTable(`${commune}-${edition}.tsv`).map((row) => row['mã'])
    expect(codes).toHaveLength(indicators)
    expect(new Set(codes).size).toBe(indicators)
  })

  test('print every name that is said in full', () => {
    const printed = [`${commune}-${edition}`, ...tasks.map((table) => `${commune}-${edition}-${table}`)]
      .concat(commune === 'vinh-loc' ? ['vinh-loc-2026-phan-cong'] : [])
      .flatMap((name) => readTable(`${name}.tsv`))
      .flatMap((row) => [...partsOf(row['chủ trì'] ?? ''), ...partsOf(row['tổ chức triển khai'] ?? '')])
    expect([...namesOf(commune).keys()].filter((name) => !printed.includes(name))).toEqual([])
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
        .flatMap((assignment) => leadsOf(assignment, names))
      return holders.join() === leadsOf(row, names).join() ? [] : [`${code}: ${holders.join(' | ')}`]
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

/** The rulebooks against tables typed from the plans themselves, not from the rulebooks. */
describe.each(WRITTEN)('the rulebook of $commune for $edition', (plan) => {
  test('says what the plan says, cell by cell', async () => {
    const { commune, edition, indicators, tasks, besides } = plan
    const names = namesOf(commune)
    const rows = readTable(`${commune}-${edition}.tsv`)
    const leaves = leavesOf(await criteriaOf(plan))
    const byCode = new Map(leaves.map((leaf) => [leaf.code, leaf]))
    const codes = new Set(rows.map((row) => row['mã']))
    const taskRows = tasks.flatMap((table) => readTable(`${commune}-${edition}-${table}.tsv`))
    const byTitle = new Map(taskRows.map((row) => [title(row['tên'] ?? ''), row]))
    const rest = leaves.filter(({ code }) => !codes.has(code) && besides[code] === undefined)
    expect([
      ...rows.flatMap((row) => {
        const leaf = byCode.get(row['mã'] ?? '')
        return leaf ? differencesOf(row, leaf, names) : [`${row['mã']}: bộ tiêu chí không có`]
      }),
      ...rest.flatMap((leaf) => {
        const row = byTitle.get(title(leaf.title))
        return row ? differencesOf(row, leaf, names) : [`${leaf.code}: kế hoạch không có «${leaf.title}»`]
      }),
      ...Object.keys(besides)
        .filter((code) => !byCode.has(code))
        .map((code) => `${code}: không còn trong bộ tiêu chí`),
    ]).toEqual([])
    expect(leaves.filter(({ code }) => codes.has(code))).toHaveLength(indicators)
  })
})

async function criteriaOf({ commune, edition }: Plan): Promise<readonly Criterion[]> {
  const printed = await runCommand(['criteria', `rules/${commune}/${edition}.thidua`, '--json'])
  return (JSON.parse(printed.replace(/\[0\]\n$/, '')) as { criteria: readonly Criterion[] }).criteria
}

/** The criteria with nothing below them. */
function leavesOf(criteria: readonly Criterion[]): readonly Criterion[] {
  const parents = new Set(criteria.map(({ parent }) => parent))
  return criteria.filter(({ code }) => !parents.has(code))
}

function namesOf(commune: string): Names {
  return new Map(
    readTable('names.tsv')
      .filter((row) => row['xã'] === commune)
      .map((row) => [row['kế hoạch in'] ?? '', row['bộ tiêu chí ghi'] ?? '']),
  )
}

import { partsOf, readTable, type TableRow } from './table.ts'

/** A plan whose annexes were typed. */
export interface Plan {
  readonly commune: string
  readonly edition: string
  /** How many indicators the annex has, counted on the page. */
  readonly indicators: number
  /** Its tables of tasks and papers, each behind the code of the group that scores them. */
  readonly tasks: Readonly<Record<string, string>>
  /** The criteria of its rulebook that stand in no table, each with the place in the plan they are from. */
  readonly besides: Readonly<Record<string, string>>
}

const LATE_REPORTS = 'mục VI, đoạn cuối: báo cáo trước ngày 20 hằng tháng, hằng quý và trước ngày 05/12'
const SESSIONS = 'Phụ lục 2, dòng 1, cột yêu cầu kết quả: 4 buổi cấp phường, 5 buổi cấp thôn'

export const PLANS: readonly Plan[] = [
  { commune: 'an-nong', edition: '2026', indicators: 19, tasks: {}, besides: {} },
  { commune: 'vinh-loc', edition: '2026', indicators: 33, tasks: {}, besides: {} },
  { commune: 'dinh-tien', edition: '2025', indicators: 11, tasks: {}, besides: {} },
  {
    commune: 'vinh-tru',
    edition: '2026',
    indicators: 41,
    tasks: { II: 'van-ban', NV: 'nhiem-vu' },
    besides: { 'T.1': LATE_REPORTS, 'T.2': LATE_REPORTS, 'T.3': LATE_REPORTS },
  },
  {
    commune: 'ngoc-son',
    edition: '2026',
    indicators: 29,
    tasks: { NV: 'nhiem-vu' },
    besides: {
      'NV.1a': SESSIONS,
      'NV.1b': SESSIONS,
      BC: 'mục V, đoạn cuối: hằng quý báo cáo vào tuần cuối của tháng cuối',
    },
  },
]

/** A row of one of the plan's tables, with what it says read rightly. */
export interface PlanRow {
  readonly table: string
  /** The code of its criterion: the plan's own, behind that of the group for a task. */
  readonly code: string
  readonly cells: TableRow
}

/** The indicators of the annex. */
export function indicatorsOf({ commune, edition }: Plan): readonly PlanRow[] {
  return rowsOf(`${commune}-${edition}`, '')
}

/** The tasks and papers of the plan, if it has any. */
export function tasksOf({ commune, edition, tasks }: Plan): readonly PlanRow[] {
  return Object.entries(tasks).flatMap(([group, table]) =>
    rowsOf(`${commune}-${edition}-${table}`, `${group}.`),
  )
}

/** The rows of a table. Where another place of the same plan shows how a cell is to be read, it is. */
function rowsOf(table: string, before: string): readonly PlanRow[] {
  const readings = readTable('readings.tsv').filter((reading) => reading['bảng'] === table)
  return readTable(`${table}.tsv`).map((row) => {
    const cells = { ...row }
    for (const reading of readings.filter((each) => each['mã'] === row['mã'])) {
      const { cột: column = '', 'kế hoạch in': printed = '', 'đọc là': read = '' } = reading
      if (!cells[column]?.includes(printed)) throw new Error(`${table}, ${row['mã']}: «${printed}»`)
      cells[column] = cells[column].replace(printed, read)
    }
    return { table, code: `${before}${row['mã']}`, cells }
  })
}

/** A name the plan prints, and what the rulebooks call the same unit. */
export type Names = ReadonlyMap<string, string>

/** What the units of a commune are called. */
export function namesOf(commune: string): Names {
  return new Map(
    readTable('names.tsv')
      .filter((row) => row['xã'] === commune)
      .map((row) => [row['kế hoạch in'] ?? '', row['bộ tiêu chí ghi'] ?? '']),
  )
}

/** The units of a cell as rulebooks call them. */
export function unitsOf(cell: string, names: Names): readonly string[] {
  return partsOf(cell).flatMap((printed) => partsOf(names.get(printed) ?? printed))
}

import { bareTarget, deadline, target, title } from './sameWords.ts'
import { partsOf, type TableRow } from './table.ts'

/** A row of `thidua criteria --json`. */
export interface Criterion {
  readonly code: string
  readonly title: string
  readonly target: string | null
  readonly leads: readonly string[]
  readonly deadline: string | null
  readonly notes: readonly string[]
  readonly parent: string | null
}

/** A name the plan prints, and what the rulebooks call the same unit. */
export type Names = ReadonlyMap<string, string>

/** Every cell in which the rulebook says something else than the plan, a line each. */
export function differencesOf(row: TableRow, criterion: Criterion, names: Names): readonly string[] {
  const cell = (column: string): string => row[column] ?? ''
  const leads = leadsOf(row, names)
  const goal = criterion.target ?? ''
  const bare = /^[\d.,-]+$/.test(cell('chỉ tiêu'))
  const said: readonly (readonly [column: string, plan: string, rulebook: string, same: boolean])[] = [
    ['tên', cell('tên'), criterion.title, title(cell('tên')) === title(criterion.title)],
    [
      'chỉ tiêu',
      cell('chỉ tiêu'),
      goal,
      !('chỉ tiêu' in row) || target(cell('chỉ tiêu')) === (bare ? bareTarget(goal) : target(goal)),
    ],
    ['chủ trì', leads.join(' | '), criterion.leads.join(' | '), leads.join() === criterion.leads.join()],
    [
      'thời hạn',
      cell('thời hạn'),
      criterion.deadline ?? '',
      deadline(cell('thời hạn')) === deadline(criterion.deadline ?? ''),
    ],
  ]
  return said
    .filter(([, , , same]) => !same)
    .map(
      ([column, plan, rulebook]) =>
        `${criterion.code}, ${column}: kế hoạch «${plan}» (${cell('chỗ')}), bộ tiêu chí «${rulebook}»`,
    )
}

/** The lead units of a row as rulebooks call them. */
export function leadsOf(row: TableRow, names: Names): readonly string[] {
  return partsOf(row['chủ trì'] ?? '').map((printed) => names.get(printed) ?? printed)
}

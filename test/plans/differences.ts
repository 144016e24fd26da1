import type { Criterion } from './criteria.ts'
import { type Names, type PlanRow, unitsOf } from './plans.ts'
import { bareTarget, deadline, target, title, titleAfterFigure } from './sameWords.ts'

/** A cell in which the rulebook says something else than the plan. */
export interface Difference {
  readonly table: string
  readonly code: string
  readonly column: string
  readonly place: string
  readonly plan: string
  readonly rulebook: string
}

/** What a column of the plan says, what the criterion says there, and whether that is the same. */
type Comparison = (
  cell: string,
  criterion: Criterion,
) => readonly [plan: string, rulebook: string, same: boolean]

/** Every cell of the row in which the rulebook says something else; a column the table does not have is not compared. */
export function differencesOf(
  { table, code, cells }: PlanRow,
  criterion: Criterion | undefined,
  names: Names,
): readonly Difference[] {
  const place = cells['chỗ'] ?? ''
  if (!criterion) return [{ table, code, column: 'mã', place, plan: code, rulebook: '' }]
  const units = (cell: string): string => unitsOf(cell, names).join(' | ')
  const columns: Readonly<Record<string, Comparison>> = {
    tên: (cell, { title: said }) => [cell, said, sameTitle(cell, said)],
    'chỉ tiêu': (cell, { target: said }) => [cell, said ?? '', sameTarget(cell, said ?? '')],
    'chủ trì': (cell, { leads }) => [units(cell), leads.join(' | '), units(cell) === leads.join(' | ')],
    'tổ chức triển khai': (cell, { leads, supports }) => {
      const helping = unitsOf(cell, names).filter((unit) => !leads.includes(unit))
      return [units(cell), supports.join(' | '), helping.join() === supports.join()]
    },
    'thời hạn': (cell, { deadline: said }) => [cell, said ?? '', deadline(cell) === deadline(said ?? '')],
  }
  return Object.entries(columns).flatMap(([column, compare]) => {
    const [plan, rulebook, same] = compare(cells[column] ?? '', criterion)
    if (same || !(column in cells)) return []
    return [{ table, code, column, place, plan, rulebook }]
  })
}

/** The difference as a line for whoever reconciles the two. */
export function differenceLine({ code, column, plan, place, rulebook }: Difference): string {
  return `${code}, ${column}: kế hoạch «${plan}» (${place}), bộ tiêu chí «${rulebook}»`
}

/** A title typed with a small letter stood behind its figure ("100% nhiệm vụ …"). */
function sameTitle(plan: string, rulebook: string): boolean {
  const afterFigure = /^\p{Ll}/u.test(plan)
  return title(plan) === title(rulebook) || (afterFigure && title(plan) === titleAfterFigure(rulebook))
}

/** A target the plan prints as a bare number is counted in what the rulebook counts. */
function sameTarget(plan: string, rulebook: string): boolean {
  return target(plan) === (/^[\d.,-]+$/.test(plan) ? bareTarget(rulebook) : target(rulebook))
}

import { join } from 'node:path'
import type { Rational } from '#base/rational.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { type Leaf, leavesOf } from '#engine/index.ts'
import { markedGoal } from '#language/index.ts'
import { type CriterionPlace, type Indicator, readIndicators } from '#records/indicator.ts'
import { fileExists, readTextFile } from '#store/readTextFile.ts'
import type { Board } from './boards.ts'

/** The same indicators across communes: what each plan wants reached. */
export interface TargetComparison {
  /** The columns, in the order in which the file first names them. */
  readonly plans: readonly ComparedPlan[]
  readonly groups: readonly { readonly title: string; readonly rows: readonly ComparedIndicator[] }[]
}

/** A rulebook that is compared. */
export interface ComparedPlan {
  readonly commune: string
  readonly edition: string
  /** The commune's own name. */
  readonly name: string
  /** The commune's own sheet, where it has one. */
  readonly entrant: string | undefined
  readonly title: string
}

export interface ComparedIndicator {
  readonly title: string
  readonly note: string
  /** A cell a plan, in the order of the plans; empty where the plan says nothing of it. */
  readonly cells: readonly (readonly ComparedTarget[])[]
}

/** A criterion's target as its plan prints it. */
export interface ComparedTarget {
  readonly code: string
  readonly title: string
  /** `khuyến khích` where reaching anything is a bonus; empty where the plan gives no figure. */
  readonly target: string
  /** The target as a share; `undefined` for any other kind. */
  readonly share: Rational | undefined
  readonly leads: readonly string[]
}

/** More than a table of a hundred communes. */
const MOST_BYTES = 1_000_000

/**
 * The comparison that `indicators.csv` in the folder of rulebooks describes, with what the rulebooks themselves say;
 * `undefined` where there is no such file. A criterion or rulebook that does not exist is a message that names the row.
 */
export async function compareTargets(
  rules: string,
  boards: readonly Board[],
): Promise<Result<TargetComparison | undefined>> {
  const path = join(rules, 'indicators.csv')
  if (!(await fileExists(path))) return { ok: true, value: undefined, diagnostics: [] }
  const source = await readTextFile(path, MOST_BYTES)
  if (!source.ok) return source
  const indicators = readIndicators(source.value)
  return indicators.ok ? comparisonOf(indicators.value, boards) : indicators
}

function comparisonOf(indicators: readonly Indicator[], boards: readonly Board[]): Result<TargetComparison> {
  const byAddress = new Map(boards.map((board) => [`${board.commune}/${board.edition}`, board]))
  const named = new Set(indicators.flatMap(({ criteria }) => criteria.map(({ rulebook }) => rulebook)))
  const compared = [...named].flatMap((address) => {
    const board = byAddress.get(address)
    if (!board) return []
    const leaves = leavesOf(board.standings.program.nodes)
    return [{ address, plan: planOf(board), leaves: new Map(leaves.map((leaf) => [leaf.code, leaf])) }]
  })
  const known = new Map(compared.map(({ address, leaves }) => [address, leaves]))
  const faults = indicators.flatMap((indicator) =>
    indicator.criteria.flatMap((place) => faultOf(place, indicator, known)),
  )
  if (faults.length > 0) return failure(faults)
  const rowOf = ({ title, note, criteria }: Indicator): ComparedIndicator => ({
    title,
    note,
    cells: compared.map(({ address, leaves }) =>
      criteria.flatMap(({ rulebook, code }) => {
        const leaf = rulebook === address ? leaves.get(code) : undefined
        return leaf ? [targetOf(leaf)] : []
      }),
    ),
  })
  const groups = [...Map.groupBy(indicators, ({ group }) => group)].map(([title, rows]) => ({
    title,
    rows: rows.map(rowOf),
  }))
  return { ok: true, value: { plans: compared.map(({ plan }) => plan), groups }, diagnostics: [] }
}

function planOf({ commune, edition, standings }: Board): ComparedPlan {
  const title = standings.program.rulebook.title.text
  const entrant = standings.dossier.entrants.find(({ level }) => level === 'commune')
  return { commune, edition, title, name: entrant?.name ?? title, entrant: entrant?.id }
}

function targetOf({ code, title, node, role, leads }: Leaf): ComparedTarget {
  const goal = node.target?.goal
  const without = role === 'bonus' ? 'khuyến khích' : ''
  return {
    code,
    title,
    target: goal ? markedGoal(goal) : without,
    share: goal?.low.percent ? goal.low.value : undefined,
    leads,
  }
}

function faultOf(
  { rulebook, code }: CriterionPlace,
  { label }: Indicator,
  known: ReadonlyMap<string, ReadonlyMap<string, Leaf>>,
): readonly Diagnostic[] {
  const leaves = known.get(rulebook)
  if (leaves?.has(code)) return []
  const message = leaves
    ? `bộ tiêu chí \`${rulebook}\` không có tiêu chí \`${code}\``
    : `không có bộ tiêu chí \`${rulebook}\``
  const help = leaves
    ? 'chỉ ghi tiêu chí được chấm trực tiếp, không ghi nhóm'
    : 'địa chỉ có dạng <tên-xã>/<năm>, như tệp rules/<tên-xã>/<năm>.thidua'
  return [{ code: 'unknown-criterion', severity: 'error', message, labels: [label('cột criteria')], help }]
}

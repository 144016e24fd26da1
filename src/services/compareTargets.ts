import { join } from 'node:path'
import type { Rational } from '#base/rational.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { type Leaf, leavesOf, type Program } from '#engine/index.ts'
import { markedGoal } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { type CriterionPlace, type Indicator, readIndicators } from '#records/indicator.ts'
import { fileExists, readTextFile } from '#store/readTextFile.ts'

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

/** Which criteria are the same indicator: `indicators.csv` in a folder of rulebooks; none where there is no such file. */
export async function readIndicatorFile(rules: string): Promise<Result<readonly Indicator[]>> {
  const path = join(rules, 'indicators.csv')
  if (!(await fileExists(path))) return { ok: true, value: [], diagnostics: [] }
  const source = await readTextFile(path, MOST_BYTES)
  return source.ok ? readIndicators(source.value) : source
}

/** A rulebook and the places it is for. */
export interface Plan {
  readonly commune: string
  readonly edition: string
  readonly program: Program
  readonly entrants: readonly Entrant[]
}

/**
 * What the rulebooks themselves say of the same indicators. A criterion or rulebook that does not exist is a message that
 * names the row of the indicator.
 */
export function compareTargets(
  indicators: readonly Indicator[],
  plans: readonly Plan[],
): Result<TargetComparison> {
  const byAddress = new Map(plans.map((plan) => [`${plan.commune}/${plan.edition}`, plan]))
  const named = new Set(indicators.flatMap(({ criteria }) => criteria.map(({ rulebook }) => rulebook)))
  const compared = [...named].flatMap((address) => {
    const plan = byAddress.get(address)
    if (!plan) return []
    const leaves = leavesOf(plan.program.nodes)
    return [{ address, plan: planOf(plan), leaves: new Map(leaves.map((leaf) => [leaf.code, leaf])) }]
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

function planOf({ commune, edition, program, entrants }: Plan): ComparedPlan {
  const title = program.rulebook.title.text
  const entrant = entrants.find(({ level }) => level === 'commune')
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

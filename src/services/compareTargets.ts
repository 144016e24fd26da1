import { join } from 'node:path'
import { listText } from '#base/listText.ts'
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

/** That indicators of rulebooks are left out of which nothing is published: those that come with the program may be of strangers. */
export function leftOut(
  indicators: readonly Indicator[],
  published: readonly { readonly commune: string; readonly edition: string }[],
): readonly Diagnostic[] {
  const known = new Set(published.map(({ commune, edition }) => `${commune}/${edition}`))
  const named = new Set(indicators.flatMap(({ criteria }) => criteria.map(({ rulebook }) => rulebook)))
  const absent = [...named].filter((rulebook) => !known.has(rulebook))
  if (absent.length === 0) return []
  const message = `trang so sánh chỉ tiêu bỏ qua ${listText(absent)}: chưa có bản công bố nào`
  const help = 'công bố rồi thì trang tự có; không phải xã của trang này thì bỏ khỏi indicators.csv'
  return [{ code: 'unknown-criterion', severity: 'warning', message, labels: [], help }]
}

/** A rulebook and the places it is for. */
export interface Plan {
  readonly commune: string
  readonly edition: string
  readonly program: Program
  readonly entrants: readonly Entrant[]
}

/** Of a plan what is compared, and no more: little enough to be kept of a thousand communes. */
export interface PlanTargets extends ComparedPlan {
  /** By the code of the criterion. */
  readonly targets: ReadonlyMap<string, ComparedTarget>
}

/** What a plan wants reached, criterion by criterion. */
export function targetsOf({ commune, edition, program, entrants }: Plan): PlanTargets {
  const title = program.rulebook.title.text
  const entrant = entrants.find(({ level }) => level === 'commune')
  const targets = new Map(leavesOf(program.nodes).map((leaf) => [leaf.code, targetOf(leaf)]))
  return { commune, edition, title, name: entrant?.name ?? title, entrant: entrant?.id, targets }
}

/**
 * What the rulebooks themselves say of the same indicators. A criterion or rulebook that does not exist is a message that
 * names the row of the indicator.
 */
export function compareTargets(
  indicators: readonly Indicator[],
  plans: readonly PlanTargets[],
): Result<TargetComparison> {
  const byAddress = new Map(plans.map((plan) => [`${plan.commune}/${plan.edition}`, plan]))
  const named = new Set(indicators.flatMap(({ criteria }) => criteria.map(({ rulebook }) => rulebook)))
  const faults = indicators.flatMap((indicator) =>
    indicator.criteria.flatMap((place) => faultOf(place, indicator, byAddress)),
  )
  if (faults.length > 0) return failure(faults)
  const compared = [...named].flatMap((address) => {
    const plan = byAddress.get(address)
    return plan ? [{ address, plan }] : []
  })
  const rowOf = ({ title, note, criteria }: Indicator): ComparedIndicator => ({
    title,
    note,
    cells: compared.map(({ address, plan }) =>
      criteria.flatMap(({ rulebook, code }) => (rulebook === address ? (plan.targets.get(code) ?? []) : [])),
    ),
  })
  const groups = [...Map.groupBy(indicators, ({ group }) => group)].map(([title, rows]) => ({
    title,
    rows: rows.map(rowOf),
  }))
  return { ok: true, value: { plans: compared.map(({ plan }) => plan), groups }, diagnostics: [] }
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
  known: ReadonlyMap<string, PlanTargets>,
): readonly Diagnostic[] {
  const plan = known.get(rulebook)
  if (plan?.targets.has(code)) return []
  const message = plan
    ? `bộ tiêu chí \`${rulebook}\` không có tiêu chí \`${code}\``
    : `không có bộ tiêu chí \`${rulebook}\``
  const help = plan
    ? 'chỉ ghi tiêu chí được chấm trực tiếp, không ghi nhóm'
    : 'địa chỉ có dạng <tên-xã>/<năm>, như tệp rules/<tên-xã>/<năm>.thidua'
  return [{ code: 'unknown-criterion', severity: 'error', message, labels: [label('cột criteria')], help }]
}

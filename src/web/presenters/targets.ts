import { listText } from '#base/listText.ts'
import { ONE } from '#base/rational.ts'
import type { ComparedIndicator, ComparedPlan, ComparedTarget } from '#services/compareTargets.ts'
import { pathOf } from '../address.ts'
import type { EditionTargets, SiteTargets } from '../site/publicSite.ts'
import type { PageFrame } from '../site/renderer.ts'
import { barWidth } from './bar.ts'
import { type Crumbs, HOME } from './crumbs.ts'
import { type HiddenView, presentHidden } from './unreadable.ts'

/** The comparison of targets in display strings: a table a group, a column a commune. */
export interface TargetsView extends PageFrame {
  readonly crumbs: Crumbs
  readonly introduction: string
  readonly plans: readonly { readonly name: string; readonly edition: string; readonly url: string }[]
  readonly groups: readonly GroupView[]
  /** Whose newest publication is not shown: its targets are of an earlier one, or not in the tables. */
  readonly hidden: readonly (HiddenView & { readonly name: string })[]
}

interface GroupView {
  readonly title: string
  readonly rows: readonly {
    readonly title: string
    readonly note: string
    readonly cells: readonly CellView[]
  }[]
}

interface CellView {
  /** The commune, for a narrow screen where a row is a list. */
  readonly name: string
  readonly targets: readonly TargetView[]
}

interface TargetView {
  readonly text: string
  readonly url: string
  /** The criterion's full title in its plan, and who leads it. */
  readonly described: string
  /** Empty for a target that is no share. */
  readonly bar: string
}

export function presentTargets({ comparison: { plans, groups }, editions }: SiteTargets): TargetsView {
  const rows = groups.reduce((count, group) => count + group.rows.length, 0)
  const names = listText(plans.map(({ name, edition }) => `${name} (${edition})`))
  return {
    pageTitle: 'So sánh chỉ tiêu giữa các xã',
    description: `Cùng một chỉ tiêu, mỗi xã đặt bao nhiêu: ${rows} chỉ tiêu của ${names}.`,
    crumbs: HOME,
    introduction: `Cùng một chỉ tiêu, kế hoạch của mỗi xã, phường đặt bao nhiêu. Bảng lấy thẳng từ các bộ tiêu chí: ${rows} chỉ tiêu của ${names}.`,
    plans: plans.map((plan) => ({ name: plan.name, edition: plan.edition, url: planUrl(plan) })),
    groups: groups.map(({ title, rows: indicators }) => ({
      title,
      rows: indicators.map((indicator) => presentRow(indicator, plans, editions)),
    })),
    hidden: editions.flatMap(({ edition, plan, shown, hidden }) => {
      const view = presentHidden(hidden, shown)
      return view ? [{ ...view, name: `${plan?.name ?? edition.commune} (${edition.edition})` }] : []
    }),
  }
}

function planUrl({ commune, edition }: ComparedPlan): string {
  return pathOf({ kind: 'edition', commune, edition })
}

function presentRow(
  { title, note, cells }: ComparedIndicator,
  plans: readonly ComparedPlan[],
  editions: readonly EditionTargets[],
): GroupView['rows'][number] {
  return {
    title,
    note,
    cells: plans.map((plan, index) => ({
      name: plan.name,
      targets: (cells[index] ?? []).map((target) => presentTarget(target, plan, editions)),
    })),
  }
}

function presentTarget(
  { code, title, target, share, leads }: ComparedTarget,
  plan: ComparedPlan,
  editions: readonly EditionTargets[],
): TargetView {
  const at = editions.find((each) => each.plan === plan)?.shown
  const led = leads.length > 0 ? ` Chủ trì: ${leads.join('; ')}.` : ''
  return {
    text: target === '' ? 'không ghi mức' : target,
    url:
      plan.entrant === undefined || at === undefined
        ? planUrl(plan)
        : `${pathOf({ kind: 'entrant', at, entrant: plan.entrant })}#tc-${code}`,
    described: `${code}. ${title}.${led}`,
    bar: share ? barWidth(share, ONE) : '',
  }
}

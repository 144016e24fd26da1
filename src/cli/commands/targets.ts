import { toExactText } from '#base/rational.ts'
import {
  type ComparedTarget,
  compareTargets,
  readIndicatorFile,
  type TargetComparison,
  targetsOf,
} from '#services/compareTargets.ts'
import { openPlans } from '#services/openPlans.ts'
import type { SampleFolders } from '#services/site/sampleSite.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface TargetsRequest extends SampleFolders {
  readonly json: boolean
}

/** `thidua targets`: the same indicators across the communes of a site, as Markdown that reads as text too. */
export async function runTargets({ json, ...folders }: TargetsRequest, output: Output): Promise<ExitCode> {
  const indicators = await readIndicatorFile(folders.rules)
  const plans = await openPlans(folders)
  const compared =
    indicators.ok && plans.ok ? compareTargets(indicators.value, plans.value.map(targetsOf)) : undefined
  if (!compared?.ok) {
    const diagnostics = compared?.diagnostics ?? [...indicators.diagnostics, ...plans.diagnostics]
    printDiagnostics(output, diagnostics, json)
    return exitCodeOf(diagnostics)
  }
  const { value } = compared
  if (json) printJson(output, comparisonToJson(value))
  else if (value.groups.length > 0) output.out(markdown(value))
  else output.out('Chưa có tệp indicators.csv cho biết tiêu chí nào của các xã là cùng một chỉ tiêu.\n')
  return FINE
}

/** docs/json.md says what it holds. */
function comparisonToJson({ plans, groups }: TargetComparison): object {
  return {
    plans: plans.map(({ commune, edition, name, title }) => ({ commune, edition, name, title })),
    groups: groups.map(({ title, rows }) => ({
      title,
      indicators: rows.map(({ title: indicator, note, cells }) => ({
        title: indicator,
        note,
        plans: cells.map((targets) =>
          targets.map(({ share, ...target }) => ({ ...target, share: share ? toExactText(share) : null })),
        ),
      })),
    })),
  }
}

function markdown({ plans, groups }: TargetComparison): string {
  const tables = groups.map(({ title, rows }) => {
    const head = ['Chỉ tiêu', ...plans.map(({ name, edition }) => `${name} (${edition})`)]
    const body = rows.map(({ title: indicator, note, cells }) => [
      note === '' ? indicator : `${indicator}. *${note}*`,
      ...cells.map((targets) => (targets.length === 0 ? '–' : targets.map(cellText).join('; '))),
    ])
    const lines = [head, head.map(() => '---'), ...body].map(
      (cells) => `| ${cells.map(escaped).join(' | ')} |`,
    )
    return `## ${title}\n\n${lines.join('\n')}\n`
  })
  return `# Cùng một chỉ tiêu ở các xã\n\nTrong ngoặc là mã tiêu chí trong kế hoạch của xã. Lệnh \`npx thidua targets\` in trang này từ chính các bộ tiêu chí.\n\n${tables.join('\n')}`
}

function cellText({ code, target }: ComparedTarget): string {
  return `${target === '' ? 'không ghi mức' : target} (${code})`
}

/** A bar would end the cell. */
function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|')
}

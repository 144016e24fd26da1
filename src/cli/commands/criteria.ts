import { formatExact } from '#base/formatNumber.ts'
import { toExactText } from '#base/rational.ts'
import type { Branch, Leaf, ProgramNode } from '#engine/index.ts'
import { markedGoal, type Words } from '#language/index.ts'
import { openRulebook } from '#services/scoreDossier.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

/** A row of `thidua criteria --json` (docs/json.md). */
interface CriterionJson {
  readonly code: string
  readonly title: string
  /** Exact: `6`, `5/2`. */
  readonly maximum: string
  /** As the plan prints it. */
  readonly target: string | null
  /** The committee is still to decide the target (`dự kiến`). */
  readonly targetTentative: boolean
  /** All lead units in one text. */
  readonly lead: string | null
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly deadline: string | null
  readonly notes: readonly string[]
  readonly parent: string | null
}

/** `thidua criteria FILE`: the tree of groups and criteria, a row a node. */
export async function runCriteria(file: string, json: boolean, output: Output): Promise<ExitCode> {
  const opened = await openRulebook(file)
  if (!opened.ok) {
    printDiagnostics(output, opened.diagnostics, json)
    return exitCodeOf(opened.diagnostics)
  }
  if (!json) printDiagnostics(output, opened.diagnostics, false)
  const { rulebook, nodes } = opened.value
  const rows = nodes.flatMap((node) => rowsOf(node, null))
  const head = { code: rulebook.code.text, version: rulebook.version.text, title: rulebook.title.text }
  if (json) printJson(output, { rulebook: head, criteria: rows.map(({ row }) => row) })
  else output.out(`${rulebook.title.text}\n\n${rows.map(renderRow).join('\n')}\n`)
  return FINE
}

interface DeepRow {
  readonly row: CriterionJson
  readonly node: Branch | Leaf
  readonly depth: number
}

function rowsOf(node: ProgramNode, parent: string | null, depth = 0): readonly DeepRow[] {
  const criterion = node.node.kind === 'criterion' ? node.node : undefined
  const leads = textsOf(criterion?.leads)
  const row = {
    code: node.code,
    title: node.title,
    maximum: toExactText(node.maximum),
    target: targetOf(node),
    targetTentative: criterion?.target?.goal.tentative ?? false,
    lead: leads.length > 0 ? leads.join('; ') : null,
    leads,
    supports: textsOf(criterion?.supports),
    deadline: criterion?.deadline?.text.text ?? null,
    notes: textsOf(node.node.notes),
    parent,
  }
  const below =
    node.kind === 'branch' ? node.children.flatMap((child) => rowsOf(child, node.code, depth + 1)) : []
  return [{ row, node, depth }, ...below]
}

function textsOf(words: readonly Words[] = []): readonly string[] {
  return words.map(({ text }) => text)
}

function targetOf({ node, role }: ProgramNode): string | null {
  const target = node.kind === 'criterion' ? node.target?.goal.text : undefined
  return target ?? (role === 'bonus' ? 'khuyến khích' : null)
}

/** The target with its mark where the committee is still to decide. */
function shownTarget(node: ProgramNode): string | null {
  const target = node.node.kind === 'criterion' ? node.node.target : undefined
  return target ? markedGoal(target.goal) : targetOf(node)
}

/** How a maximum outside the scale is said. */
const OUTSIDE = { scale: '', bonus: 'thưởng ', penalty: 'trừ ' } as const

function renderRow({ row, node, depth }: DeepRow): string {
  const indent = '  '.repeat(depth)
  const points = `${OUTSIDE[node.role]}tối đa ${formatExact(node.maximum)} điểm`
  const facts = [
    points,
    shownTarget(node) && `chỉ tiêu ${shownTarget(node)}`,
    row.lead && `chủ trì ${row.lead}`,
    row.deadline,
  ]
  return `${indent}${row.code}. ${row.title}\n${indent}   ${facts.filter((fact) => fact !== null).join(' · ')}`
}

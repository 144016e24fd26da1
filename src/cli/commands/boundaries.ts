import { didYouMean } from '#base/didYouMean.ts'
import { formatExact } from '#base/formatNumber.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import {
  type BoundaryRow,
  boundariesOf,
  newRows,
  numberToJson,
  outcomeText,
  type Program,
  type ProgramNode,
} from '#engine/index.ts'
import { printExample, printGivens } from '#language/index.ts'
import { openRulebook } from '#services/scoreDossier.ts'
import {
  CANNOT_RUN,
  type ExitCode,
  exitCodeOf,
  FINE,
  type Output,
  printDiagnostics,
  printJson,
} from '../output.ts'

export interface BoundariesRequest {
  readonly file: string
  readonly criterion: string | undefined
  readonly examples: boolean
  readonly json: boolean
}

/** `thidua boundaries FILE`: what each criterion gives just below, at and just above its thresholds. */
export async function runBoundaries(request: BoundariesRequest, output: Output): Promise<ExitCode> {
  const { file, criterion, examples, json } = request
  const opened = await openRulebook(file)
  if (!opened.ok) {
    printDiagnostics(output, opened.diagnostics, json)
    return exitCodeOf(opened.diagnostics)
  }
  const program = opened.value
  const chosen = choose(boundariesOf(program), criterion, program)
  if (!chosen.ok) {
    printDiagnostics(output, chosen.diagnostics, json)
    return CANNOT_RUN
  }
  if (!json) printDiagnostics(output, opened.diagnostics, false)
  if (json) printJson(output, toJson(chosen.value, program))
  else if (examples) output.out(exampleLines(chosen.value, program))
  else output.out(toText(chosen.value, program))
  return FINE
}

/** The rows of one criterion, or of those in one group. */
function choose(
  rows: readonly BoundaryRow[],
  code: string | undefined,
  program: Program,
): Result<readonly BoundaryRow[]> {
  if (code === undefined) return { ok: true, value: rows, diagnostics: [] }
  const nodes = withDescendants(program.nodes)
  const codes = withDescendants(nodes.filter((node) => node.code === code)).map((node) => node.code)
  const value = rows.filter(({ leaf }) => codes.includes(leaf.code) || leaf.code === code)
  if (codes.length > 0 || value.length > 0) return { ok: true, value, diagnostics: [] }
  const near = didYouMean(
    code,
    nodes.map((node) => node.code),
  )
  const message = `bộ tiêu chí không có nhóm hay tiêu chí nào mang mã \`${code}\``
  const unknown = { code: 'unknown-criterion', severity: 'error', message, labels: [] } as const
  return failure([{ ...unknown, ...(near && { help: `ý bạn là \`${near}\`?` }) }])
}

function withDescendants(nodes: readonly ProgramNode[]): readonly ProgramNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'branch' ? [node, ...withDescendants(node.children)] : [node],
  )
}

function exampleLines(rows: readonly BoundaryRow[], program: Program): string {
  return newRows(rows, program)
    .map(({ example }) => `${printExample(example)}\n`)
    .join('')
}

/** A table for each criterion, then the same as lines of the rulebook. */
function toText(rows: readonly BoundaryRow[], program: Program): string {
  const byCriterion = Map.groupBy(rows, ({ leaf }) => leaf.code)
  const tables = [...byCriterion.values()].map(tableOf)
  const lines = exampleLines(rows, program)
  const kept = lines === '' ? '' : `\nDòng ví dụ để chép vào bộ tiêu chí:\n\n${lines}`
  return `${tables.join('\n')}${kept}`
}

const OUTSIDE = { scale: '', bonus: 'thưởng ', penalty: 'trừ ' } as const

function tableOf(rows: readonly BoundaryRow[]): string {
  const [first] = rows
  if (!first) return ''
  const { code, title, maximum, role } = first.leaf
  const cells = rows.map(({ where, example, trace }) => [
    where,
    printGivens(example.givens),
    outcomeText(trace),
  ])
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const lines = cells.map(
    ([where = '', given = '', points = '']) =>
      `   ${where.padEnd(widths[0] ?? 0)}  ${given.padEnd(widths[1] ?? 0)}  ${points}`,
  )
  return [`${code}. ${title} (${OUTSIDE[role]}tối đa ${formatExact(maximum)} điểm)`, ...lines]
    .map((line) => `${line}\n`)
    .join('')
}

function toJson(rows: readonly BoundaryRow[], { rulebook }: Program): unknown {
  return {
    rulebook: { code: rulebook.code.text, version: rulebook.version.text },
    rows: rows.map(({ leaf, where, example, trace }) => ({
      code: leaf.code,
      where,
      given: printGivens(example.givens),
      outcome: trace.outcome.kind,
      points: numberToJson(trace.points),
      example: printExample(example),
    })),
  }
}

import { didYouMean } from '#base/didYouMean.ts'
import { formatPeriod } from '#base/period.ts'
import { formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { positionAt } from '#diagnostic/source.ts'
import {
  cohortOf,
  explainLeaf,
  explainStanding,
  explainTotal,
  factText,
  type LeafTrace,
  leavesIn,
  type NodeTrace,
  pointsBeside,
  pointsText,
  rankText,
  type ScoreSheet,
  totalToJson,
  tracesOf,
  traceToJson,
} from '#engine/index.ts'
import { kindsText } from '#records/entrant.ts'
import { type Standings, scoreDossier } from '#services/scoreDossier.ts'
import {
  CANNOT_RUN,
  type ExitCode,
  exitCodeOf,
  FINE,
  type Output,
  printDiagnostics,
  printJson,
} from '../output.ts'

export interface ExplainRequest {
  readonly file: string
  readonly data: string
  readonly entrant: string
  readonly criterion: string | undefined
  readonly asOf: PlainDate | undefined
  readonly json: boolean
}

/** `thidua explain FILE --data DIR --entrant ID [--criterion CODE]`: why an entrant has the points it has. */
export async function runExplain(request: ExplainRequest, output: Output): Promise<ExitCode> {
  const scored = await scoreDossier(request.file, request.data, request.asOf)
  if (!scored.ok) {
    printDiagnostics(output, scored.diagnostics, request.json)
    return exitCodeOf(scored.diagnostics)
  }
  const found = find(scored.value, request)
  if (!found.ok) {
    printDiagnostics(output, found.diagnostics, request.json)
    return CANNOT_RUN
  }
  if (!request.json) printDiagnostics(output, scored.diagnostics, false)
  const { sheet, traces } = found.value
  if (request.json) printJson(output, toJson(scored.value, sheet, traces))
  else output.out(toText(scored.value, sheet, traces, request.criterion !== undefined))
  return FINE
}

interface Found {
  readonly sheet: ScoreSheet
  /** All of the entrant's tree, or the one node that was asked for. */
  readonly traces: readonly NodeTrace[]
}

function find({ sheets, dossier }: Standings, { entrant, criterion }: ExplainRequest): Result<Found> {
  const sheet = sheets.find((candidate) => candidate.entrant.id === entrant)
  if (!sheet) {
    const listed = dossier.entrants.find(({ id }) => id === entrant)
    if (listed) {
      const message = `bộ tiêu chí không chấm cấp ${listed.kind} nên không có điểm của \`${entrant}\``
      return failure([unknown('unknown-entrant', message, undefined)])
    }
    const ids = sheets.map((candidate) => candidate.entrant.id)
    return failure([
      unknown('unknown-entrant', `không có đối tượng \`${entrant}\``, didYouMean(entrant, ids)),
    ])
  }
  if (criterion === undefined) return { ok: true, value: { sheet, traces: sheet.nodes }, diagnostics: [] }
  const all = tracesOf(sheet.nodes)
  const trace = all.find(({ node }) => node.code === criterion)
  if (trace) return { ok: true, value: { sheet, traces: [trace] }, diagnostics: [] }
  const near = didYouMean(
    criterion,
    all.map(({ node }) => node.code),
  )
  return failure([
    unknown('unknown-criterion', `${sheet.entrant.name} không được chấm tiêu chí \`${criterion}\``, near),
  ])
}

function unknown(code: Diagnostic['code'], message: string, near: string | undefined): Diagnostic {
  return { code, severity: 'error', message, labels: [], ...(near && { help: `ý bạn là \`${near}\`?` }) }
}

function toJson(
  { program, hash, asOf }: Standings,
  sheet: ScoreSheet,
  traces: readonly NodeTrace[],
): unknown {
  const { rulebook } = program
  const lineOf = (offset: number): number => positionAt(rulebook.source, offset).line
  return {
    rulebook: { code: rulebook.code.text, version: rulebook.version.text, hash },
    asOf: formatIsoDate(asOf),
    entrant: sheet.entrant.id,
    name: sheet.entrant.name,
    total: totalToJson(sheet, program),
    rank: sheet.rank ?? null,
    class: sheet.class ?? null,
    why: standingLines(sheet, program).join(' '),
    trace: traces.map((trace) => traceToJson(trace, lineOf)),
  }
}

/** The total and what else decided the standing, a sentence a line. */
function standingLines(sheet: ScoreSheet, program: Standings['program']): readonly string[] {
  return [explainTotal(sheet, program), ...explainStanding(sheet, program)]
}

function toText(
  standings: Standings,
  sheet: ScoreSheet,
  traces: readonly NodeTrace[],
  single: boolean,
): string {
  const { program, sheets } = standings
  const { entrant, rank, class: title } = sheet
  const cohort = sheets
    .map((other) => other.entrant)
    .filter((other) => cohortOf(other, program) === cohortOf(entrant, program))
  const place =
    rank === undefined || cohort.length === 1
      ? ''
      : `, hạng ${rankText(sheet)} trong ${cohort.length} ${kindsText(cohort)}`
  const head = `${entrant.name}${place}${title === undefined ? '' : `, loại ${title}`}\n${standingLines(sheet, program).join('\n')}\n`
  const lines = leavesIn(traces).flatMap((trace) => {
    const { why, next } = explainLeaf(trace)
    const absent = trace.outcome.kind === 'notApplicable'
    const points = absent ? 'không áp dụng' : pointsOf(trace)
    const facts = single ? trace.inputs.flatMap(inputLines) : []
    return [
      `\n${trace.node.code}. ${trace.node.title}: ${points}`,
      `   ${why}`,
      ...(next ? [`   ${next}`] : []),
      ...facts,
    ]
  })
  return `${head}${lines.join('\n')}\n`
}

/** `4,5/6 điểm`; of a penalty what was taken, and at most. */
function pointsOf({ points, node }: LeafTrace): string {
  const most = pointsText(node.maximum)
  return node.role === 'penalty'
    ? `${pointsText(points)} điểm (trừ tối đa ${most})`
    : `${pointsBeside(points, node.maximum)}/${most} điểm`
}

/** The facts of one measure, as many as fit on a screen. */
const MOST_FACTS = 12

function inputLines({
  measure,
  facts,
}: ReturnType<typeof leavesIn>[number]['inputs'][number]): readonly string[] {
  const shown = facts.slice(-MOST_FACTS).map((fact) => {
    const source = fact.source === '' ? '' : ` (${fact.source})`
    return `     ${fact.entrant}, ${formatPeriod(fact.period)}: ${factText(fact, measure)}${source}`
  })
  return [`   ${measure.title.text}:`, ...shown]
}

import { didYouMean } from '#base/didYouMean.ts'
import { formatPeriod } from '#base/period.ts'
import { formatDate, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { positionAt } from '#diagnostic/source.ts'
import {
  changeSentences,
  changesBetween,
  changesToJson,
  cohortOf,
  explainEntrant,
  explainLeaf,
  explainNode,
  explainResult,
  explainStanding,
  explainTotal,
  factText,
  type LeafTrace,
  lackToJson,
  leavesIn,
  type NodeTrace,
  neighbourSentences,
  neighboursOf,
  neighbourToJson,
  pointsBeside,
  pointsText,
  type ScoreSheet,
  type SheetChanges,
  totalToJson,
  tracesOf,
  traceToJson,
  whyNotMore,
} from '#engine/index.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import type { Standings } from '#services/standings.ts'
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
  /** The day to tell the changes since. */
  readonly since: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua explain FILE --data DIR --entrant ID [--criterion CODE] [--since DAY]`: why an entrant has the points it has. */
export async function runExplain(request: ExplainRequest, output: Output): Promise<ExitCode> {
  const scored = await scoreDossier(request.file, request.data, request)
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
  const changes = request.since && changesOf(scored.value, found.value)
  if (request.json) printJson(output, toJson(scored.value, sheet, traces, changes))
  else output.out(toText(scored.value, sheet, traces, changes, request.criterion !== undefined))
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

/** What changed since the earlier day in what was asked for; nothing for an entrant that was not scored then. */
function changesOf({ before, sheets, program }: Standings, { sheet, traces }: Found): Changes | undefined {
  const earlier = before?.sheets.find(({ entrant }) => entrant.id === sheet.entrant.id)
  if (!before || !earlier) return undefined
  const cohort = cohortOf(sheet.entrant, program)
  const alone = sheets.filter(({ entrant }) => cohortOf(entrant, program) === cohort).length === 1
  const changes = changesBetween(earlier, sheet)
  if (traces === sheet.nodes) return { since: before.asOf, changes, alone }
  const codes = new Set(leavesIn(traces).map(({ node }) => node.code))
  const criteria = changes.criteria.filter(({ after }) => after && codes.has(after.node.code))
  const facts = criteria.flatMap((change) => change.facts)
  return { since: before.asOf, changes: { ...changes, criteria, facts }, alone }
}

interface Changes {
  readonly since: PlainDate
  readonly changes: SheetChanges
  /** Whether nobody is ranked with the entrant. */
  readonly alone: boolean
}

function toJson(
  { program, hash, asOf, sheets }: Standings,
  sheet: ScoreSheet,
  traces: readonly NodeTrace[],
  changes: Changes | undefined,
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
    why: [explainTotal(sheet, program), ...explainStanding(sheet, program)].join(' '),
    paragraph: explainEntrant(sheet, sheets, program).join(' '),
    neighbours: neighboursOf(sheet, sheets, program).map((one) => neighbourToJson(sheet, one, program)),
    lacks: whyNotMore(sheet).map(lackToJson),
    ...(changes && { changes: changesToJson(changes.changes, changes.since, program, changes.alone) }),
    trace: traces.map((trace) => traceToJson(trace, lineOf)),
  }
}

/** The whole of an entrant: the paragraph, its neighbours, what changed; of one criterion only the head. */
function toText(
  { program, sheets }: Standings,
  sheet: ScoreSheet,
  traces: readonly NodeTrace[],
  changes: Changes | undefined,
  single: boolean,
): string {
  const head = single
    ? [explainResult(sheet, sheets, program).join(' ')]
    : [
        explainEntrant(sheet, sheets, program).join(' '),
        ...neighbourSentences(sheet, neighboursOf(sheet, sheets, program), program),
      ]
  const changed = changes
    ? [
        `\nTừ sau ngày ${formatDate(changes.since)}:`,
        ...changeSentences(changes.changes, program, changes.alone).map((line) => `- ${line}`),
      ]
    : []
  const lines = tracesOf(traces).flatMap((trace) => nodeLines(trace, single))
  return `${[...head, ...changed, ...lines].join('\n')}\n`
}

function nodeLines(trace: NodeTrace, single: boolean): readonly string[] {
  if (trace.kind === 'branch') {
    return [`\n${trace.node.code}. ${trace.node.title}: ${pointsOf(trace)}`, `   ${explainNode(trace)}`]
  }
  const { why, next } = explainLeaf(trace)
  const absent = trace.outcome.kind === 'notApplicable'
  const points = absent ? 'không áp dụng' : pointsOf(trace)
  return [
    `\n${trace.node.code}. ${trace.node.title}: ${points}`,
    `   ${why}`,
    ...(next ? [`   ${next}`] : []),
    ...(single ? trace.inputs.flatMap(inputLines) : []),
  ]
}

/** `4,5/6 điểm`; of a penalty what was taken, and at most. */
function pointsOf({ points, node }: NodeTrace): string {
  const most = pointsText(node.maximum)
  return node.role === 'penalty'
    ? `${pointsText(points)} điểm (trừ tối đa ${most})`
    : `${pointsBeside(points, node.maximum)}/${most} điểm`
}

/** The facts of one measure, as many as fit on a screen. */
const MOST_FACTS = 12

function inputLines({ measure, facts }: LeafTrace['inputs'][number]): readonly string[] {
  const shown = facts.slice(-MOST_FACTS).map((fact) => {
    const source = fact.source === '' ? '' : ` (${fact.source})`
    return `     ${fact.entrant}, ${formatPeriod(fact.period)}: ${factText(fact, measure)}${source}`
  })
  return [`   ${measure.title.text}:`, ...shown]
}

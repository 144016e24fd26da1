import { type Rational, toExactText } from '#base/rational.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { bindFacts, type LeafTrace, loadProgram, type NodeTrace, programOn, score } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'
import type { Model } from './model.ts'
import { type NodeText, type Result, scoreReference } from './score.ts'
import { writeRulebook } from './write.ts'
import { writeDossier } from './writeDossier.ts'

/** A model as the engine holds it: what any other way of scoring starts from. */
export type Prepared = Parameters<typeof score>[0]

/** What a way of scoring tells of an entrant; what it does not tell is not compared. */
export type Told = Pick<Result, 'entrant'> &
  Partial<Omit<Result, 'nodes'>> & { readonly nodes?: Readonly<Record<string, Partial<NodeText>>> }

/** A way of scoring, to be held against the reference. */
export interface Way {
  readonly name: string
  readonly score: (prepared: Prepared) => readonly Told[]
}

/** What the engine refuses, with its messages; or how its answers differ from the reference, each a line. */
export type Comparison =
  | { readonly kind: 'refused'; readonly by: 'rulebook' | 'dossier'; readonly why: string }
  | {
      readonly kind: 'compared'
      readonly expected: readonly Result[]
      readonly differences: readonly string[]
    }

/** The interpreter of the engine. */
export const interpreter: Way = {
  name: 'interpreter',
  score: (prepared) => score(prepared).map(toldBy),
}

/** Scores the model by the reference and in every way, and tells where they differ. */
export function compare(model: Model, ways: readonly Way[]): Comparison {
  const prepared = prepare(model)
  if ('kind' in prepared) return prepared
  const expected = scoreReference(model)
  return {
    kind: 'compared',
    expected,
    differences: ways.flatMap((way) =>
      differencesOf(expected, way.score(prepared)).map((line) => `${way.name}: ${line}`),
    ),
  }
}

function errorsOf<One extends { readonly severity: string }>(all: readonly One[]): readonly One[] {
  return all.filter(({ severity }) => severity === 'error')
}

/** The model as the engine reads it, or why it does not. */
export function prepare(model: Model): Prepared | Extract<Comparison, { kind: 'refused' }> {
  const text = writeRulebook(model.rulebook)
  const loaded = loadProgram({ name: 'r.thidua', text })
  if (!loaded.ok)
    return { kind: 'refused', by: 'rulebook', why: renderDiagnostics(errorsOf(loaded.diagnostics)) }
  const program = loaded.value
  const written = writeDossier(model.dossier, model.rulebook.measures)
  const dossier = readDossier({
    entrants: { name: 'entrants.csv', text: written.entrants },
    facts: { name: 'facts.csv', text: written.facts },
  })
  if (!dossier.ok) return { kind: 'refused', by: 'dossier', why: renderDiagnostics(dossier.diagnostics) }
  const facts = bindFacts(program, dossier.value)
  if (!facts.ok) return { kind: 'refused', by: 'dossier', why: renderDiagnostics(facts.diagnostics) }
  return { program: programOn(program, model.asOf), facts: facts.value, asOf: model.asOf }
}

type Sheet = ReturnType<typeof score>[number]

function toldBy(sheet: Sheet): Told {
  return {
    entrant: sheet.entrant.id,
    total: text(sheet.total),
    rounded: text(sheet.roundedTotal),
    knockedOut: sheet.knockedOutBy.length > 0,
    rank: text(sheet.meanRank) ?? (sheet.rank === undefined ? undefined : `${sheet.rank}`),
    class: sheet.class,
    nodes: Object.fromEntries(nodesIn(sheet.nodes).map((trace) => [trace.node.code, nodeText(trace)])),
  }
}

function text(value: Rational | undefined): string | undefined {
  return value && toExactText(value)
}

function nodesIn(traces: readonly NodeTrace[]): readonly NodeTrace[] {
  return traces.flatMap((trace) => [trace, ...(trace.kind === 'branch' ? nodesIn(trace.children) : [])])
}

function nodeText(trace: NodeTrace): NodeText {
  const both = { points: toExactText(trace.points), applicable: toExactText(trace.applicableMaximum) }
  return trace.kind === 'branch' ? both : { ...both, outcome: trace.outcome.kind, branch: branchOf(trace) }
}

/** The line that gave the points, as the reference names it. */
function branchOf({ node, rule, exception, outcome }: LeafTrace): string {
  if (!rule || outcome.kind === 'notApplicable') return ''
  const mark = exception ? `exception ${node.exceptions.indexOf(exception)}: ` : ''
  const own = exception && exception.rule !== 'notApplicable' ? exception.rule : node.rule
  if (rule.kind !== 'each') return `${mark}${lineOf(rule, own)}`
  const periods = rule.periods.flatMap((period) => (period.rule ? [lineOf(period.rule, own)] : []))
  return `${mark}each ${periods.join(', ')}`
}

function lineOf(rule: NonNullable<LeafTrace['rule']>, own: LeafTrace['node']['rule']): string {
  if (rule.kind === 'zeroDenominator') return 'zero'
  if (rule.kind === 'perItem') return 'items'
  if (rule.kind !== 'tiers' || own.kind !== 'tiers') return rule.kind
  return `tier ${own.tiers.findIndex(({ id }) => id === rule.taken.id)}`
}

/** A line for everything that is told and is not as expected. */
function differencesOf(expected: readonly Result[], told: readonly Told[]): readonly string[] {
  const ids = (all: readonly Told[]) =>
    all
      .map(({ entrant }) => entrant)
      .toSorted()
      .join(' ')
  if (ids(expected) !== ids(told)) return [`who is scored: expected ${ids(expected)}, told ${ids(told)}`]
  return expected.flatMap((right) => {
    const one = told.find(({ entrant }) => entrant === right.entrant)
    const { nodes: nodesTold, ...rest } = one ?? { entrant: right.entrant }
    const { nodes, ...others } = right
    return [
      ...fieldsOf(others, rest, right.entrant),
      ...(nodesTold ? nodeDifferences(nodes, nodesTold, right.entrant) : []),
    ]
  })
}

function nodeDifferences(
  expected: Result['nodes'],
  told: NonNullable<Told['nodes']>,
  entrant: string,
): readonly string[] {
  const codes = [...new Set([...Object.keys(expected), ...Object.keys(told)])]
  return codes.flatMap((code) => {
    const [right, one] = [expected[code], told[code]]
    if (!right || !one) return [`${entrant} ${code}: ${right ? 'not told' : 'told, but not expected'}`]
    return fieldsOf(right, one, `${entrant} ${code}`)
  })
}

function fieldsOf(expected: object, told: object, where: string): readonly string[] {
  const wanted: Readonly<Record<string, unknown>> = { ...expected }
  return Object.entries(told).flatMap(([field, value]) =>
    wanted[field] === value ? [] : [`${where} ${field}: expected ${wanted[field]}, told ${value}`],
  )
}

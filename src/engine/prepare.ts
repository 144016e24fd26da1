import { compareDates, type PlainDate } from '#base/plainDate.ts'
import { arrange, type Diagnostic, hasError, MOST_DIAGNOSTICS, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { check, collectSymbols, consolidate, parse, type Rulebook, versionDays } from '#language/index.ts'
import { certain } from './prepare/certain.ts'
import { prepareNode } from './prepare/prepareNode.ts'
import { prepareClasses, prepareRanking } from './prepare/prepareStanding.ts'
import type { Days, Program } from './program.ts'

/** Two decimals, half up, on the total only: what holds where a rulebook says nothing (DESIGN, part 3.1). */
const DEFAULT_ROUNDING = { places: 2, method: 'halfUp' } as const

/**
 * Reads, checks and prepares a rulebook as it stands on a day, by default its first. Warnings may accompany a program; with
 * an error there is none.
 */
export function loadProgram(source: Source, day?: PlainDate): Result<Program> {
  const found: Diagnostic[] = []
  const rulebook = parse(source, (diagnostic) => found.push(diagnostic))
  // Past the limit the rest of the file was not read, so nothing can be said about the whole.
  if (found.length < MOST_DIAGNOSTICS) check(rulebook, (diagnostic) => found.push(diagnostic))
  const diagnostics = arrange(found)
  if (hasError(found)) return { ok: false, diagnostics }
  return { ok: true, value: prepare(rulebook, day ?? certain(versionDays(rulebook)[0])), diagnostics }
}

/** The same rulebook as it stands on another day. */
export function programOn(program: Program, day: PlainDate): Program {
  return prepare(program.written, day)
}

/** The same rulebook as it stands on each day on which it changes: facts are held against all of them. */
export function versionsOf(program: Program): readonly Program[] {
  return versionDays(program.written).map((day) => programOn(program, day))
}

function prepare(written: Rulebook, day: PlainDate): Program {
  const rulebook = consolidate(written, day)
  const { application, scale, totalRounding, missingPolicy, notApplicablePolicy } = rulebook
  const symbols = collectSymbols(rulebook)
  const missingCounts = missingPolicy?.counts ?? 'zero'
  return {
    rulebook,
    written,
    levels: certain(application).levels,
    levelNames: symbols.levelNames,
    ...judgedDays(rulebook, day),
    whole: factDays(rulebook),
    scale: certain(scale).points.value,
    totalRounding: totalRounding ?? DEFAULT_ROUNDING,
    criterionRounding: rulebook.criterionRounding,
    missingCounts,
    redistribute: notApplicablePolicy?.redistribute ?? 'none',
    allowsNotApplicable: notApplicablePolicy !== undefined,
    unitsByLead: rulebook.leadPolicy !== undefined,
    attributes: rulebook.attributes.flatMap(({ names }) => names.map(({ text }) => text)),
    measures: symbols.measures,
    nodes: rulebook.children.map((node) =>
      prepareNode(node, symbols, { role: 'scale', missingCounts, leads: [] }),
    ),
    knockOuts: rulebook.knockOuts,
    ranking: prepareRanking(rulebook.ranking, symbols),
    classes: rulebook.classification ? prepareClasses(rulebook.classification, rulebook) : [],
  }
}

/** The days of which there may be facts. */
function factDays({ application, factPeriod }: Pick<Rulebook, 'application' | 'factPeriod'>): Days {
  const { from, to } = factPeriod?.range ?? certain(application).range
  return { from, to }
}

/** With `kỳ số liệu từng năm`, the part of the day's year in which the rulebook applies. */
function judgedDays({ application, factPeriod }: Rulebook, { year }: PlainDate): Days {
  const { from, to } = factDays({ application, factPeriod })
  if (!factPeriod || factPeriod.range) return { from, to }
  const first = { year, month: 1, day: 1 }
  const last = { year, month: 12, day: 31 }
  return {
    from: compareDates(first, from) > 0 ? first : from,
    to: compareDates(last, to) < 0 ? last : to,
  }
}

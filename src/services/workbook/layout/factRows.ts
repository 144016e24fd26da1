import { comparePeriods, lastDay, nextPeriod, type Period, periodKey, periodOf } from '#base/period.ts'
import { compareDates } from '#base/plainDate.ts'
import { covers, hasBegun, isExempt, leavesOf, type Program } from '#engine/index.ts'
import type { Measure, Test } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import type { WorkbookSource } from './layout.ts'
import { partsOf, type Subjects, valueMeasures } from './subjects.ts'

/** A row of the sheet of facts: what was reported or is still to be. */
export interface FactRow {
  readonly entrant: Entrant
  /** The measure's name, and the measure where the rulebook of the day has it. */
  readonly name: string
  readonly measure: Measure | undefined
  readonly period: Period
  readonly fact: Fact | undefined
  /** Whether some formula reads it. */
  readonly isRead: boolean
}

/** Where an entrant's facts of a measure stand: the first row, how many periods have begun, and how many are over. */
export interface FactStretch {
  readonly first: number
  readonly begun: number
  readonly due: number
}

export interface FactRows {
  readonly rows: readonly FactRow[]
  /** Where the facts stand that formulas read; `undefined` where no period has begun. */
  readonly stretch: (entrant: Entrant, measure: Measure) => FactStretch | undefined
}

/**
 * Rows for all facts of the dossier and for all that should be there: by entrant, measure and period. Every period of a
 * measure that has begun has its row, so the rows of two measures that are reported equally often match one to one.
 */
export function factRowsOf(standings: WorkbookSource, subjects: Subjects, firstRow: number): FactRows {
  const { program, asOf, facts } = standings
  const read = measuresRead(standings, subjects)
  const names = [
    ...new Set([...program.measures.keys(), ...standings.dossier.facts.map(({ measure }) => measure)]),
  ]
  const rows: FactRow[] = []
  const stretches = new Map<string, FactStretch>()
  for (const entrant of subjects.all) {
    for (const name of names) {
      const reported = new Map(facts.facts(entrant.id, name).map((fact) => [periodKey(fact.period), fact]))
      const measure = program.measures.get(name)
      const isRead = measure !== undefined && read.has(keyOf(entrant, name))
      const begun = measure && isRead ? begunPeriods(program, measure, asOf) : []
      const begunKeys = new Set(begun.map(periodKey))
      const others = [...reported.values()]
        .map(({ period }) => period)
        .filter((one) => !begunKeys.has(periodKey(one)))
      const periods = [...begun, ...others].toSorted(comparePeriods)
      if (begun.length > 0) {
        const before = periods.findIndex((period) => begunKeys.has(periodKey(period)))
        stretches.set(keyOf(entrant, name), {
          first: firstRow + rows.length + before,
          begun: begun.length,
          due: begun.filter((period) => compareDates(lastDay(period), asOf) <= 0).length,
        })
      }
      for (const period of periods) {
        const key = periodKey(period)
        rows.push({ entrant, name, measure, period, fact: reported.get(key), isRead: begunKeys.has(key) })
      }
    }
  }
  return { rows, stretch: (entrant, measure) => stretches.get(keyOf(entrant, measure.name.text)) }
}

function keyOf({ id }: Entrant, measure: string): string {
  return `${id}\n${measure}`
}

function begunPeriods(
  program: Program,
  { frequency }: Measure,
  asOf: WorkbookSource['asOf'],
): readonly Period[] {
  const periods: Period[] = []
  let period = periodOf(program.from, frequency)
  while (covers(program, period) && hasBegun(period, asOf)) {
    periods.push(period)
    period = nextPeriod(period)
  }
  return periods
}

/** Which measures of which entrants criteria and conditions go by. */
function measuresRead(standings: WorkbookSource, subjects: Subjects): ReadonlySet<string> {
  const { program } = standings
  const read = new Set<string>()
  for (const leaf of leavesOf(program.nodes)) {
    const measures = [...valueMeasures(leaf), ...partsOf(leaf).map(({ measure }) => measure)]
    for (const subject of subjects.of(leaf)) {
      if (subject.level !== leaf.level || isExempt(leaf, subject)) continue
      for (const { name } of measures) read.add(keyOf(subject, name.text))
    }
  }
  for (const { measure, entrant } of conditionReadings(standings, subjects))
    read.add(keyOf(entrant, measure.name.text))
  return read
}

/** The measures that conditions ask for, each with those of whom something can be known: of a level that reports none, nothing is. */
export function conditionReadings(
  { program, facts }: Pick<WorkbookSource, 'program' | 'facts'>,
  subjects: Subjects,
): readonly { readonly measure: Measure; readonly entrant: Entrant }[] {
  const names = new Set(testsOf(program).flatMap((test) => ('measure' in test ? [test.measure.text] : [])))
  return [...names].flatMap((name) => {
    const measure = program.measures.get(name)
    if (!measure) return []
    return program.levels.flatMap((level) => {
      const those = subjects.at(level)
      // Where a period without a fact counts as zero, something is known of those who report nothing.
      const isAsked =
        measure.absentPeriod === 'zero' || those.some(({ id }) => facts.facts(id, name).length > 0)
      return isAsked ? those.map((entrant) => ({ measure, entrant })) : []
    })
  })
}

function testsOf({ knockOuts, classes }: Program): readonly Test[] {
  return [...knockOuts.map(({ test }) => test), ...classes.flatMap(({ tests }) => tests)]
}

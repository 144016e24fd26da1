import { csvText } from '#base/csvText.ts'
import { nextPeriod, type Period, periodKey } from '#base/period.ts'
import { type Fact, writtenValue } from '#records/fact.ts'
import type { Plan } from './candidates.ts'

const COLUMNS = ['entrant', 'measure', 'from', 'until', 'change']

/** A plan as the text of a scenario (records/scenario.ts): whoever tries it out comes to what was planned. */
export function scenarioOf({ options }: Plan): string {
  const facts = options.flatMap(({ changed }) => changed)
  const rows: Row[] = []
  for (const fact of facts) {
    const last = rows.at(-1)
    if (last && goesOn(last, fact)) rows[rows.length - 1] = { ...last, until: fact.period }
    else rows.push({ fact, until: fact.period })
  }
  return csvText([
    COLUMNS,
    ...rows.map(({ fact: { entrant, measure, period, value }, until }) => [
      entrant,
      measure,
      periodKey(period),
      periodKey(until) === periodKey(period) ? '' : periodKey(until),
      writtenValue(value),
    ]),
  ])
}

/** Periods one after the other of which the same is supposed. */
interface Row {
  readonly fact: Fact
  readonly until: Period
}

function goesOn({ fact, until }: Row, next: Fact): boolean {
  return (
    fact.entrant === next.entrant &&
    fact.measure === next.measure &&
    periodKey(nextPeriod(until)) === periodKey(next.period) &&
    writtenValue(fact.value) === writtenValue(next.value)
  )
}

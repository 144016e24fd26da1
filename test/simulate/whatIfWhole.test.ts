import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '#base/csvText.ts'
import { periodKey } from '#base/period.ts'
import { rational } from '#base/rational.ts'
import { score } from '#engine/index.ts'
import { writtenValue } from '#records/fact.ts'
import { readScenario } from '#records/scenario.ts'
import { applyScenario } from '#simulate/applyScenario.ts'
import { evaluationOf, expectationOf, whatIf } from '#simulate/whatIf.ts'
import { prepare } from '../reference/compare.ts'
import { model } from '../reference/generate/models.ts'
import { writeRulebook } from '../reference/write.ts'
import { allFacts, asOfLater, dice, horizons, openSlots, valuesFor } from './possible/completions.ts'

const CASES = {
  numRuns: Number(process.env['CASES'] ?? 150),
  seed: Number(process.env['SEED'] ?? Date.now() % 2 ** 31),
}
const NUMBERS = [0, 1, 2, 5, 10, 20].map((one) => rational(BigInt(one)))

test('what a scenario comes to is what all its facts come to, scored from nothing', () => {
  const tally = { answered: 0, changed: 0 }
  fc.assert(
    fc.property(fc.noShrink(model), fc.noShrink(fc.nat()), (given, seed) => {
      const prepared = prepare(given)
      if ('kind' in prepared) return
      const throwDie = dice(seed)
      const days = horizons(prepared)
      const horizon = days[throwDie(days.length)]
      if (!horizon) return
      const { program, facts, asOf } = prepared
      const dossier = { entrants: facts.entrants, facts: allFacts(prepared) }
      const expected = expectationOf({ program, dossier, asOf, horizon }, throwDie(2) === 0 ? 'all' : 'none')
      if (!expected.ok) return
      const rows = openSlots(asOfLater(prepared, horizon)).flatMap(({ entrant, measure, period }) => {
        if (throwDie(6) > 0) return []
        const values = valuesFor(measure, NUMBERS)
        const value = values[throwDie(values.length)]
        const change = throwDie(5) === 0 ? 'bỏ' : value && writtenValue(value)
        return change ? [[entrant.id, measure.name.text, periodKey(period), change]] : []
      })
      const source = csvText([['entrant', 'measure', 'from', 'change'], ...rows])
      const scenario = readScenario({ name: 'kich-ban.csv', text: source })
      if (!scenario.ok) return
      const found = whatIf(expected.value, { scenario: scenario.value, past: 'mayChange' })
      if (!found.ok) return
      const { outlook, dossier: carried } = expected.value
      const whole = applyScenario({ ...outlook, dossier: carried }, scenario.value, 'mayChange')
      const evaluation = whole.ok ? evaluationOf(outlook, whole.value) : whole
      if (!evaluation.ok) throw new Error('what was answered can be scored')
      tally.answered++
      tally.changed += Number(found.value.changes.length > 0)
      expect(told(found.value.after), `${writeRulebook(given.rulebook)}\n${source}`).toEqual(
        told(score(evaluation.value)),
      )
    }),
    CASES,
  )
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(tally.changed).toBeGreaterThan(CASES.numRuns / 20)
}, 3_600_000)

/** Everything of the sheets but where facts come from. */
function told(sheets: ReturnType<typeof score>): readonly string[] {
  return sheets.map((sheet) =>
    JSON.stringify(sheet, (key, value: unknown) =>
      key === 'label' || key === 'source' || key === 'node'
        ? undefined
        : typeof value === 'bigint'
          ? `${value}`
          : value,
    ),
  )
}

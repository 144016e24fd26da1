import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Comparison, compare, interpreter, type Way } from './compare.ts'
import { compiledWay } from './compiledWay.ts'
import { constructsOf, outcomesOf } from './constructs.ts'
import { EVERY_CONSTRUCT } from './everyConstruct.ts'
import { model } from './generate/models.ts'
import type { Model } from './model.ts'
import { reduce } from './reduce.ts'
import { writeRulebook } from './write.ts'
import { writeDossier } from './writeDossier.ts'

/** How many rulebooks are tried: `CASES=100000` for a long run. */
const CASES = Number(process.env['CASES'] ?? 1000)
/** The ways of scoring that are held against the reference. */
const WAYS: readonly Way[] = [interpreter, compiledWay]
const SEED = process.env['SEED'] === undefined ? undefined : Number(process.env['SEED'])

describe('the engine and a scorer written from the language reference alone', () => {
  const refused = new Map<string, number>()
  const constructs = new Map<string, number>()

  test('give the same to everyone, in every particular', () => {
    const property = fc.property(fc.noShrink(model), (given) => {
      const comparison = compare(given, WAYS)
      if (comparison.kind === 'refused') {
        const [line = ''] = comparison.why.split('\n')
        refused.set(line, (refused.get(line) ?? 0) + 1)
        return
      }
      if (comparison.differences.length > 0) throw new Error(told(given))
      for (const one of [...constructsOf(given), ...outcomesOf(comparison.expected)]) {
        constructs.set(one, (constructs.get(one) ?? 0) + 1)
      }
    })
    fc.assert(property, {
      numRuns: CASES,
      reporter: report,
      ...(SEED === undefined ? {} : { seed: SEED }),
    })
  }, 36_000_000)

  test('are seldom refused what is made to be sound', () => {
    const total = [...refused.values()].reduce((sum, count) => sum + count, 0)
    const why = [...refused].map(([line, count]) => `${count} ${line}`).join('\n')
    expect(total, why).toBeLessThanOrEqual(CASES / 10)
  })

  test.skipIf(CASES < 1000)('are held against each other on every construct of the language', () => {
    const seldom = EVERY_CONSTRUCT.filter((construct) => (constructs.get(construct) ?? 0) < 3)
    expect(seldom).toEqual([])
  })
})

/** The smallest model found that still differs, as an author would write it, with how it differs. */
function told(given: Model): string {
  const differs = (one: Model): boolean => differencesIn(one).length > 0
  const small = reduce(given, differs)
  const { entrants, facts } = writeDossier(small.dossier, small.rulebook.measures)
  const { year, month, day } = small.asOf
  return [
    ...differencesIn(small),
    `as of ${year}-${month}-${day}`,
    writeRulebook(small.rulebook),
    entrants,
    facts,
  ].join('\n')
}

function differencesIn(one: Model): readonly string[] {
  const comparison: Comparison = compare(one, WAYS)
  return comparison.kind === 'compared' ? comparison.differences : []
}

/** The seed and the small case; the model itself, which fast-check would print, is too large to be read. */
function report(details: fc.RunDetails<[Model]>): void {
  if (!details.failed) return
  const { seed, numRuns, errorInstance } = details
  const why = errorInstance instanceof Error ? errorInstance.message : `${errorInstance}`
  throw new Error(`seed ${seed}, run ${numRuns} (SEED=${seed} CASES=${numRuns})\n${why}`)
}

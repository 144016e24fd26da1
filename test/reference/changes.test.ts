import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { compile } from '#engine/compiled/compile.ts'
import type { ExactResult } from '#engine/compiled/levelResults.ts'
import { buildFactTable } from '#engine/factTable.ts'
import type { Fact } from '#records/fact.ts'
import { type Prepared, prepare } from './compare.ts'
import { model } from './generate/models.ts'

test('a corrected fact leaves the compiled scorer as if it had been there from the start', () => {
  let changed = 0
  fc.assert(
    fc.property(fc.noShrink(model), fc.nat(), fc.nat(), (given, first, second) => {
      const prepared = prepare(given)
      if ('kind' in prepared) return
      const facts = factsOf(prepared)
      const old = facts[first % Math.max(1, facts.length)]
      const like = facts.filter(({ measure }) => measure === old?.measure)
      const other = like[second % Math.max(1, like.length)]
      if (!old || !other) return
      // Any value that the measure has elsewhere; how a part and its whole then stand is for the scorer to say.
      const corrected = { ...old, value: other.value, status: other.status, evidence: other.evidence }
      const scorer = compile(prepared)
      scorer.run()
      if (!scorer.change(corrected)) return
      changed++
      const afresh = compile({
        ...prepared,
        facts: buildFactTable(
          prepared.facts.entrants,
          facts.map((fact) => (fact === old ? corrected : fact)),
        ),
      })
      afresh.run()
      const texts = ({ levels }: typeof scorer) => levels.map((level) => level.results().map(resultText))
      expect(texts(scorer)).toEqual(texts(afresh))
      for (const level of scorer.levels) {
        for (const [at, { rank }] of level.results().entries()) expect(level.rankOf(at).rank).toBe(rank)
      }
    }),
    { numRuns: Number(process.env['CASES'] ?? 400) },
  )
  expect(changed).toBeGreaterThan(100)
}, 36_000_000)

function factsOf({ facts, program }: Prepared): readonly Fact[] {
  return facts.entrants.flatMap(({ id }) =>
    [...program.measures.keys()].flatMap((name) => facts.facts(id, name)),
  )
}

function resultText({
  entrant,
  total,
  roundedTotal,
  rank,
  meanRank,
  class: title,
  knockedOut,
}: ExactResult): string {
  const exact = [total, roundedTotal, meanRank].map((value) => (value ? toExactText(value) : '–'))
  return [entrant, ...exact, rank, title, knockedOut].join(' ')
}

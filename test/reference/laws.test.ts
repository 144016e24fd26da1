import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, negate, toExactText, ZERO } from '#base/rational.ts'
import { buildFactTable } from '#engine/factTable.ts'
import { leavesIn, score, tracesOf } from '#engine/index.ts'
import { ledgersOf } from '#language/index.ts'
import { type Prepared, prepare } from './compare.ts'
import { model } from './generate/models.ts'

/** Laws that hold of every rulebook and every dossier, whatever they mean. */
const CASES = { numRuns: Number(process.env['CASES'] ?? 300) }
const LONG = 36_000_000

/** Only what the engine takes is of interest. */
function ofRandom(law: (prepared: Prepared, seed: number) => void): void {
  fc.assert(
    fc.property(fc.noShrink(model), fc.nat(), (given, seed) => {
      const prepared = prepare(given)
      if (!('kind' in prepared)) law(prepared, seed)
    }),
    CASES,
  )
}

test(
  'the order of entrants and of facts changes nothing',
  () => {
    ofRandom((prepared, seed) => {
      const { facts, program } = prepared
      const all = facts.entrants.flatMap(({ id }) =>
        [...program.measures.keys()].flatMap((name) => facts.facts(id, name)),
      )
      const shuffled = buildFactTable(shuffle(facts.entrants, seed), shuffle(all, seed))
      expect(summary({ ...prepared, facts: shuffled })).toEqual(summary(prepared))
    })
  },
  LONG,
)

test(
  'points stay within what applies of the maximum, and those of a value within the ledger',
  () => {
    ofRandom((prepared) => {
      const [ledger] = ledgersOf(prepared.program.rulebook)
      const ranges = new Map(
        ledger?.sections.flatMap(({ rows }) =>
          rows.map(({ node, range }) => [node.code.text, range] as const),
        ),
      )
      for (const sheet of score(prepared)) {
        for (const { node, points, applicableMaximum } of tracesOf(sheet.nodes)) {
          const [least, most] =
            node.role === 'penalty' ? [negate(applicableMaximum), ZERO] : [ZERO, applicableMaximum]
          expect(compare(points, least), node.code).toBeGreaterThanOrEqual(0)
          expect(compare(points, most), node.code).toBeLessThanOrEqual(0)
        }
        for (const { node, points, outcome, applicableMaximum, rule } of leavesIn(sheet.nodes)) {
          const range = ranges.get(node.code)
          // The ledger speaks of what applies with all its parts.
          const parts = rule?.kind === 'parts' ? rule.parts.map(({ input }) => input.outcome.kind) : []
          const whole = compare(applicableMaximum, node.maximum) === 0 && !parts.includes('notApplicable')
          if (outcome.kind !== 'value' || !range || !whole) continue
          expect(compare(points, range.least), `${node.code}: ${toExactText(points)}`).toBeGreaterThanOrEqual(
            0,
          )
          expect(compare(points, range.most), `${node.code}: ${toExactText(points)}`).toBeLessThanOrEqual(0)
        }
      }
    })
  },
  LONG,
)

function summary(prepared: Prepared): readonly string[] {
  return score(prepared)
    .map(({ entrant, total, rank, class: title, nodes }) => {
      const points = tracesOf(nodes).map((trace) => `${trace.node.code} ${toExactText(trace.points)}`)
      return [entrant.id, total ? toExactText(total) : '–', rank, title, ...points].join(' ')
    })
    .toSorted()
}

function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const shuffled = [...items]
  let state = seed
  for (let at = shuffled.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    const other = state % (at + 1)
    const item = shuffled[at] as Item
    shuffled[at] = shuffled[other] as Item
    shuffled[other] = item
  }
  return shuffled
}

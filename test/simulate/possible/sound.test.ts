import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatIsoDate } from '#base/plainDate.ts'
import { compare, toExactText } from '#base/rational.ts'
import { type Evaluation, score } from '#engine/index.ts'
import type { Range } from '#language/index.ts'
import { type PossibleStanding, possibleStandings } from '#simulate/possible/possible.ts'
import { prepare } from '../../reference/compare.ts'
import { model } from '../../reference/generate/models.ts'
import { asOfLater, dice, horizons, randomCompletion } from './completions.ts'

const CASES = {
  numRuns: Number(process.env['CASES'] ?? 150),
  seed: Number(process.env['SEED'] ?? Date.now() % 2 ** 31),
}
const LONG = 36_000_000
const COMPLETIONS = 12

test(
  'no completion of a random model falls outside of what is said to be possible',
  () => {
    fc.assert(
      fc.property(fc.noShrink(model), fc.noShrink(fc.nat()), (given, seed) => {
        const prepared = prepare(given)
        if ('kind' in prepared) return
        const throwDie = dice(seed)
        const days = horizons(prepared)
        const horizon = days[throwDie(days.length)]
        if (!horizon) return
        const reports = (['asTheyCome', 'complete', 'rising'] as const)[throwDie(3)] ?? 'asTheyCome'
        const evaluation = { ...asOfLater(prepared, horizon), reports }
        const standings = possibleStandings(evaluation, score(prepared))
        const outside = [
          ...(reports === 'asTheyCome' ? [evaluation] : []),
          ...Array.from({ length: COMPLETIONS }, () => randomCompletion(evaluation, reports, throwDie)),
        ].flatMap((completed) => (completed ? outsideOf(standings, completed) : []))
        expect(outside, `${formatIsoDate(horizon)} ${reports}`).toEqual([])
      }),
      CASES,
    )
  },
  LONG,
)

/** What of a completion lies outside, a line each. */
function outsideOf(standings: readonly PossibleStanding[], completed: Evaluation): readonly string[] {
  return score(completed).flatMap((sheet) => {
    const { entrant, total, rank, knockedOutBy } = sheet
    const said = standings.find(({ now }) => now.entrant.id === entrant.id)
    if (!said) return [`${entrant.id}: nothing said`]
    const isRanked = rank !== undefined
    const isBarred = knockedOutBy.length > 0
    const checks: readonly (readonly [boolean, string])[] = [
      [
        total === undefined || (said.total !== undefined && holds(said.total, total)),
        `total ${total && toExactText(total)} not in ${rangeText(said.total)}`,
      ],
      [isRanked || said.mayBeUnranked, 'unranked'],
      [!isBarred || said.mayBeBarred, 'barred'],
      [isBarred || !said.mustBeBarred, 'not barred'],
      [
        !isRanked || (said.ranks !== undefined && said.ranks.best <= rank && rank <= said.ranks.worst),
        `rank ${rank} not in ${JSON.stringify(said.ranks)}`,
      ],
      [
        sheet.class === undefined || said.classes.includes(sheet.class),
        `class ${sheet.class} not in ${said.classes}`,
      ],
      [sheet.class !== undefined || said.mayBeWithoutClass, 'without class'],
    ]
    return checks.flatMap(([isRight, what]) => (isRight ? [] : [`${entrant.id}: ${what}`]))
  })
}

function holds({ least, most }: Range, value: Range['least']): boolean {
  return compare(least, value) <= 0 && compare(value, most) <= 0
}

function rangeText(range: Range | undefined): string {
  return range ? `${toExactText(range.least)}..${toExactText(range.most)}` : 'none'
}

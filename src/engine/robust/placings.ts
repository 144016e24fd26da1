import type { Rational } from '#base/rational.ts'
import type { Rounded } from '../program.ts'
import type { Evaluation } from '../readInput.ts'
import { placeSheets, roundTotal, type ScoreSheet, scoreEntrants, type UnrankedSheet } from '../score.ts'
import { programWith, type Way } from './ways.ts'

/** Where every entrant stands, by its id, under one way of rounding. */
export interface Placing {
  readonly way: Way
  readonly sheets: ReadonlyMap<string, ScoreSheet>
}

/**
 * Scores and ranks under each of the ways, in their order. Facts are scored once for each rounding of criteria; how
 * totals are rounded changes only what is compared.
 */
export function placingsUnder(ways: readonly Way[], evaluation: Evaluation): readonly Placing[] {
  const scored = new Map<Rounded | undefined, readonly UnrankedSheet[]>()
  return ways.map((way) => {
    const under = { ...evaluation, program: programWith(evaluation.program, way) }
    const sheets = scored.get(way.criterion) ?? scoreEntrants(under)
    scored.set(way.criterion, sheets)
    const rounded = sheets.map((sheet) => ({
      ...sheet,
      roundedTotal: roundTotal(sheet.total, under.program),
    }))
    return { way, sheets: byEntrant(placeSheets(rounded, under)) }
  })
}

function byEntrant(sheets: readonly ScoreSheet[]): ReadonlyMap<string, ScoreSheet> {
  return new Map(sheets.map((sheet) => [sheet.entrant.id, sheet]))
}

/** The sheet of an entrant: who is scored under one way is scored under all. */
export function sheetIn({ sheets }: Placing, { entrant }: ScoreSheet): ScoreSheet {
  const sheet = sheets.get(entrant.id)
  if (!sheet) throw new Error('every way scores the same entrants')
  return sheet
}

/** The total as it is compared under a way. */
export function comparedTotal({ total, roundedTotal }: ScoreSheet, way: Way): Rational | undefined {
  return way.total ? roundedTotal : total
}

/** What becomes of something that the rulebook has otherwise: the mildest way that does it, and how many do. */
export interface Turn<Value> {
  readonly becomes: Value
  readonly mildest: Placing
  readonly ways: number
}

/** Every value that differs from the own one, by the mildest way to it; the placings are in the order of their ways. */
export function turnsFrom<Value>(
  own: Value,
  placings: readonly Placing[],
  valueIn: (placing: Placing) => Value,
): readonly Turn<Value>[] {
  const byValue = Map.groupBy(placings, valueIn)
  return [...byValue].flatMap(([becomes, [mildest, ...others]]) =>
    becomes === own || !mildest ? [] : [{ becomes, mildest, ways: others.length + 1 }],
  )
}

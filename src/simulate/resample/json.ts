import { formatIsoDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import { numberToJson } from '#engine/index.ts'
import { rangeToJson, standingToJson } from '../json.ts'
import type { EntrantProjection, Projection } from './resample.ts'

/** The documented JSON form of a projection (docs/json.md). */
export function projectionToJson(projection: Projection): object {
  const { outlook, pace, draws, seed, drawn, cohorts } = projection
  return {
    asOf: formatIsoDate(outlook.asOf),
    horizon: formatIsoDate(outlook.horizon),
    pace,
    draws,
    seed,
    drawn,
    cohorts: cohorts.map(({ level, cluster, entrants }) => ({
      level,
      cluster: cluster ?? null,
      entrants: entrants.map((one) => entrantToJson(one, projection)),
    })),
  }
}

function entrantToJson(
  { expected, total, rank, classes }: EntrantProjection,
  { program }: Projection,
): object {
  return {
    entrant: expected.entrant.id,
    name: expected.entrant.name,
    expected: standingToJson(expected, program),
    total: total ? rangeToJson(total, (points: Rational) => numberToJson(points)) : null,
    rank: rangeToJson(rank, (place) => place ?? null),
    classes: classes.map(({ class: title, draws }) => ({ class: title ?? null, draws })),
  }
}

import { periodKey } from '#base/period.ts'
import { formatIsoDate } from '#base/plainDate.ts'
import { factText, numberToJson, type ScoreSheet } from '#engine/index.ts'
import { rangeToJson } from '../json.ts'
import { type HalfRanks, halvesOf } from './printedRank.ts'
import type { CohortSensitivity, Sensitivity } from './sensitivity.ts'
import { decidingText } from './words.ts'

/** The documented JSON form of what an order hangs on (docs/json.md). */
export function sensitivityToJson({ evaluation, draws, seed, cohorts }: Sensitivity): object {
  return { asOf: formatIsoDate(evaluation.asOf), draws, seed, cohorts: cohorts.map(cohortToJson) }
}

function cohortToJson({ level, cluster, weights, flat, deciding }: CohortSensitivity): object {
  return {
    level,
    cluster: cluster ?? null,
    entrants: weights.entrants.map(({ sheet, rank }) => ({
      ...nameToJson(sheet),
      rank: printed(halvesOf(sheet)),
      ranks: rangeToJson(rank, printed),
    })),
    turns: weights.turns.map(({ first, second, draws }) => ({
      first: first.entrant.id,
      second: second.entrant.id,
      draws,
    })),
    without: weights.without.map(({ node, meanMove, most, unranked }) => ({
      code: node.code,
      title: node.title,
      meanMove: numberToJson(meanMove),
      most: most
        ? {
            ...nameToJson(most.sheet),
            before: printed(halvesOf(most.sheet)),
            after: printed(halvesOf(most.place)),
          }
        : null,
      unranked,
    })),
    flat: flat.map(({ leaf, gives, entrants }) => ({ code: leaf.code, title: leaf.title, gives, entrants })),
    deciding: deciding.map((one) => ({
      first: one.first.entrant.id,
      second: one.second.entrant.id,
      entrant: one.fact.entrant,
      measure: one.fact.measure,
      period: periodKey(one.fact.period),
      waits: one.waits,
      reported: factText(one.fact, one.measure),
      becomes: factText(one.becomes, one.measure),
      steps: one.steps,
      text: decidingText(one),
    })),
  }
}

function printed(halves: HalfRanks | undefined): number | null {
  return halves === undefined ? null : halves / 2
}

function nameToJson({ entrant }: ScoreSheet): object {
  return { entrant: entrant.id, name: entrant.name }
}

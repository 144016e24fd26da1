import { periodKey } from '#base/period.ts'
import { formatIsoDate } from '#base/plainDate.ts'
import { differenceToJson, numberToJson } from '#engine/index.ts'
import { standingToJson } from '../json.ts'
import type { Counts } from './counts.ts'
import type { EntrantImpact, RuleImpact } from './impact.ts'
import { causesText } from './words.ts'

/** The documented JSON form of what another rulebook does to those who are scored (docs/json.md). */
export function impactToJson(impact: RuleImpact): object {
  const { asOf, difference, counts, criteria, entrants, scoredByOne, oneSidedFacts, unreported, past } =
    impact
  return {
    asOf: formatIsoDate(asOf),
    difference: differenceToJson(difference),
    counts: countsToJson(counts),
    criteria: criteria.map(({ code, old, new: now, gained, lost, net, moved }) => ({
      code,
      title: { old: old?.title ?? null, new: now?.title ?? null },
      gained,
      lost,
      net: numberToJson(net),
      moved: numberToJson(moved),
    })),
    entrants: entrants.map((one) => entrantToJson(one, impact)),
    scoredByOne: scoredByOne.map(({ entrant, side }) => ({
      entrant: entrant.id,
      name: entrant.name,
      by: side,
    })),
    facts: oneSidedFacts.map(({ fact, takenBy, why }) => ({
      entrant: fact.entrant,
      measure: fact.measure,
      period: periodKey(fact.period),
      takenBy,
      why: why.message,
    })),
    unreported: unreported.map(({ name, title }) => ({ measure: name.text, title: title.text })),
    past: past.map((one) => ({ asOf: formatIsoDate(one.asOf), counts: countsToJson(one.counts) })),
  }
}

function countsToJson({ classes, ...counts }: Counts): object {
  return {
    ...counts,
    classes: classes.map(({ before, after, entrants }) => ({
      before: before ?? null,
      after: after ?? null,
      entrants,
    })),
  }
}

function entrantToJson(one: EntrantImpact, impact: RuleImpact): object {
  const { before, after, criteria, rest } = one
  return {
    entrant: after.entrant.id,
    name: after.entrant.name,
    before: standingToJson(before, impact.programs.old),
    after: standingToJson(after, impact.programs.new),
    criteria: criteria.map((criterion) => ({
      code: (criterion.after ?? criterion.before)?.node.code ?? '',
      before: criterion.before ? numberToJson(criterion.before.points) : null,
      after: criterion.after ? numberToJson(criterion.after.points) : null,
    })),
    rest: numberToJson(rest),
    sentences: causesText(one, impact),
  }
}

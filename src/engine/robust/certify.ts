import { compareText } from '#base/compareText.ts'
import type { TieMethod } from '#language/index.ts'
import { cohortOf } from '../cohort.ts'
import { rankText } from '../explain/words.ts'
import type { Evaluation } from '../readInput.ts'
import { placeSheets, type ScoreSheet } from '../score.ts'
import type {
  Certificate,
  ClassChange,
  CohortCertificate,
  PairChange,
  RankedChange,
  Relation,
  TieChange,
} from './certificate.ts'
import { type Placing, placingsUnder, sheetIn, turnsFrom } from './placings.ts'
import { ownWay, placesBeyond, waysOf } from './ways.ts'

/**
 * Ranks again under every admissible way of rounding (`waysOf`) and tells what comes out otherwise than by the rulebook's
 * own: pairs, classes, and who is ranked at all. What is compared are orders, not numbers of ranks: another way to number
 * ties is told apart.
 */
export function certify(evaluation: Evaluation): Certificate {
  const { program } = evaluation
  const ways = waysOf(program)
  const placings = placingsUnder(ways, evaluation)
  const sheets = [...(placings[0]?.sheets.values() ?? [])]
  const ties = renumbered(sheets, evaluation)
  const cohorts = [...Map.groupBy(sheets, ({ entrant }) => cohortOf(entrant, program)).values()]
  return {
    own: ownWay(program),
    ways: ways.length,
    cohorts: cohorts
      .map((cohort) => certifyCohort(cohort, placings, ties, evaluation))
      .toSorted(
        (left, right) =>
          program.levels.indexOf(left.level) - program.levels.indexOf(right.level) ||
          compareText(left.cluster ?? '', right.cluster ?? ''),
      ),
  }
}

function certifyCohort(
  sheets: readonly ScoreSheet[],
  placings: readonly Placing[],
  ties: readonly TieChange[],
  { program }: Evaluation,
): CohortCertificate {
  const [first] = sheets
  if (!first) throw new Error('a cohort has someone in it')
  // Equal ranks throughout are the same order, whatever the method of numbering ties: each gives one order one numbering.
  const turned = placings.filter((placing) => sheets.some((own) => sheetIn(placing, own).rank !== own.rank))
  const members = new Set(sheets)
  return {
    level: first.entrant.level,
    cluster: program.ranking.scope === 'cluster' ? first.entrant.cluster : undefined,
    sheets,
    sameOrder: placings.length - turned.length,
    safePlaces: placesBeyond(turned.map(({ way }) => way)),
    pairs: pairChanges(sheets, turned),
    ranked: rankedChanges(sheets, turned),
    classes: classChanges(sheets, placings),
    ties: ties.map(({ method, changes }) => ({
      method,
      changes: changes.filter(({ sheet }) => members.has(sheet)),
    })),
  }
}

/** The pairs of entrants that change, those at the top first; who is not ranked in a way stands to nobody in it. */
function pairChanges(sheets: readonly ScoreSheet[], placings: readonly Placing[]): readonly PairChange[] {
  const ranked = sheets.filter(isRanked)
  return ranked.flatMap((first, index) =>
    ranked.slice(index + 1).flatMap((second) => {
      const own = relation(first, second)
      const both = placings.filter(
        (placing) => isRanked(sheetIn(placing, first)) && isRanked(sheetIn(placing, second)),
      )
      const turns = turnsFrom(own, both, (placing) =>
        relation(sheetIn(placing, first), sheetIn(placing, second)),
      )
      return turns.length > 0 ? [{ first, second, own, turns }] : []
    }),
  )
}

function relation({ rank: left = 0 }: ScoreSheet, { rank: right = 0 }: ScoreSheet): Relation {
  if (left === right) return 'tied'
  return left < right ? 'before' : 'after'
}

function isRanked({ rank }: ScoreSheet): boolean {
  return rank !== undefined
}

function rankedChanges(sheets: readonly ScoreSheet[], placings: readonly Placing[]): readonly RankedChange[] {
  return sheets.flatMap((sheet) => {
    const turns = turnsFrom(isRanked(sheet), placings, (placing) => isRanked(sheetIn(placing, sheet)))
    return turns.length > 0 ? [{ sheet, turns }] : []
  })
}

/** Who gains or loses its rank gains or loses its class with it: that is told once. */
function classChanges(sheets: readonly ScoreSheet[], placings: readonly Placing[]): readonly ClassChange[] {
  return sheets.filter(isRanked).flatMap((sheet) => {
    const stays = placings.filter((placing) => isRanked(sheetIn(placing, sheet)))
    const turns = turnsFrom(sheet.class, stays, (placing) => sheetIn(placing, sheet).class)
    return turns.length > 0 ? [{ sheet, turns }] : []
  })
}

const TIE_METHODS: readonly TieMethod[] = ['skip', 'dense', 'mean']

function renumbered(sheets: readonly ScoreSheet[], evaluation: Evaluation): readonly TieChange[] {
  const { program } = evaluation
  return TIE_METHODS.filter((method) => method !== program.ranking.ties).map((method) => {
    const ranking = { ...program.ranking, ties: method }
    const numbers = placeSheets(sheets, { ...evaluation, program: { ...program, ranking } })
    const byId = new Map(numbers.map((sheet) => [sheet.entrant.id, sheet]))
    const changes = sheets.flatMap((sheet) => {
      const numbered = byId.get(sheet.entrant.id)
      return numbered && rankText(numbered) !== rankText(sheet) ? [{ sheet, numbered }] : []
    })
    return { method, changes }
  })
}

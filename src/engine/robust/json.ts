import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { type NumberJson, numberToJson } from '../explain/json.ts'
import { rankText } from '../explain/words.ts'
import type { Program, Rounded } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import type { Certificate, CohortCertificate } from './certificate.ts'
import { comparedTotal, sheetIn, type Turn } from './placings.ts'
import type { Way } from './ways.ts'
import { classText, cohortText, pairText, rankedText, wayText } from './words.ts'

/** The documented JSON form of a certificate (docs/json.md). */
export interface CertificateJson {
  readonly ways: number
  readonly own: WayJson
  /** No order changes under any of the ways. */
  readonly same: boolean
  readonly cohorts: readonly unknown[]
}

interface WayJson {
  readonly total: Rounded | null
  readonly criterion: Rounded | null
}

/** The certificate in its documented form. */
export function certificateToJson(certificate: Certificate, program: Program): CertificateJson {
  const { ways, own, cohorts } = certificate
  return {
    ways,
    own: wayToJson(own),
    same: cohorts.every(({ sameOrder }) => sameOrder === ways),
    cohorts: cohorts.map((cohort) => cohortToJson(cohort, certificate, program)),
  }
}

function cohortToJson(cohort: CohortCertificate, { ways, own }: Certificate, program: Program): unknown {
  const { level, cluster, sheets, sameOrder, safePlaces, pairs, ranked, classes, ties } = cohort
  return {
    kind: LEVEL_NAMES[level],
    cluster: cluster ?? null,
    entrants: sheets.length,
    ranked: sheets.filter(({ rank }) => rank !== undefined).length,
    sameOrder,
    safePlaces: safePlaces ?? null,
    text: cohortText(cohort, ways),
    pairs: pairs.map((pair) => {
      const { first, second } = pair
      const totals = (left: ScoreSheet, right: ScoreSheet, way: Way) => ({
        first: totalToJson(left, way),
        second: totalToJson(right, way),
      })
      return {
        first: first.entrant.id,
        second: second.entrant.id,
        text: pairText(pair, own),
        own: pair.own,
        totals: totals(first, second, own),
        changes: pair.turns.map((turn) => {
          const { mildest } = turn
          const after = totals(sheetIn(mildest, first), sheetIn(mildest, second), mildest.way)
          return { becomes: turn.becomes, ...turnToJson(turn, own), totals: after }
        }),
      }
    }),
    rankedChanges: ranked.map((change) => ({
      entrant: change.sheet.entrant.id,
      text: rankedText(change, own),
      own: change.sheet.rank !== undefined,
      changes: change.turns.map((turn) => ({ becomes: turn.becomes, ...turnToJson(turn, own) })),
    })),
    classes: classes.map((change) => ({
      entrant: change.sheet.entrant.id,
      text: classText(change, own, program),
      own: change.sheet.class ?? null,
      changes: change.turns.map((turn) => ({ becomes: turn.becomes ?? null, ...turnToJson(turn, own) })),
    })),
    ties: ties.map(({ method, changes }) => ({
      method,
      changes: changes.map(({ sheet, numbered }) => ({
        entrant: sheet.entrant.id,
        own: rankText(sheet),
        becomes: rankText(numbered),
      })),
    })),
  }
}

interface TurnJson {
  readonly ways: number
  /** The mildest of the ways. */
  readonly way: WayJson & { readonly text: string }
}

function turnToJson({ ways, mildest }: Turn<unknown>, own: Way): TurnJson {
  return { ways, way: { ...wayToJson(mildest.way), text: wayText(mildest.way, own) } }
}

function wayToJson({ total, criterion }: Way): WayJson {
  return { total: total ? toJson(total) : null, criterion: criterion ? toJson(criterion) : null }
}

/** The rulebook's own rounding may be a clause, with its place in the text. */
function toJson({ places, method }: Rounded): Rounded {
  return { places, method }
}

function totalToJson(sheet: ScoreSheet, way: Way): NumberJson | null {
  const total = comparedTotal(sheet, way)
  return total ? numberToJson(total) : null
}

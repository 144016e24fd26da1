import { contains } from '#base/interval.ts'
import { formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { divide, type Rational, rational, sum } from '#base/rational.ts'
import type { KnockOut, Review } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { shareOut } from '../classify.ts'
import { cohortOf } from '../cohort.ts'
import { leavesIn } from '../explain/entrant.ts'
import { programOn } from '../prepare.ts'
import type { Program } from '../program.ts'
import { NO_PLACE, type PlaceTaken, placesOf } from '../rank.ts'
import type { Evaluation } from '../readInput.ts'
import { compareShown, roundTotal, scoreEntrants, type UnrankedSheet } from '../score.ts'
import type { LeafTrace } from '../trace.ts'
import { isKnownIn } from './knownIn.ts'
import { type PhaseYear, phaseYears } from './phaseYears.ts'

/** What the years of a phase come to together, as of a day. */
export interface PhaseStandings {
  readonly review: Review
  readonly years: readonly PhaseYear[]
  readonly classes: PhaseClasses
  /** In the order of a board: by rank, then level, then name; without a rank last. */
  readonly results: readonly PhaseResult[]
}

/**
 * Whether classes are given: by the rulebook's table, where it speaks of totals alone. A condition on a group or a
 * measure is one of a year's facts and cannot be asked of a mean.
 */
export type PhaseClasses = 'given' | 'conditions' | 'none'

/** One entrant over the years of a phase. */
export interface PhaseResult extends PlaceTaken {
  readonly entrant: Entrant
  /** Of the years that have begun, in order. */
  readonly years: readonly YearResult[]
  /** The exact mean of the totals of the years that have one; `undefined` where none has. */
  readonly mean: Rational | undefined
  /** The mean as the rulebook rounds totals. */
  readonly roundedMean: Rational | undefined
  readonly class: string | undefined
}

/** What a year is to an entrant's mean. */
export type YearResult = { readonly year: number } & (
  | {
      readonly kind: 'total'
      readonly total: Rational
      readonly roundedTotal: Rational
      /** Facts are missing, wait for verification or are at fault: the total may still change. */
      readonly isProvisional: boolean
      /** What bars the entrant from that year's ranking, and so from the phase's. */
      readonly knockedOutBy: readonly KnockOut[]
    }
  /** Left out: the dossier knows nothing of the entrant in that year. */
  | { readonly kind: 'unknown' }
  /** Left out: no criterion applies to the entrant. */
  | { readonly kind: 'nothingApplies' }
)

/**
 * Every review of the rulebook as of a day, in the order of the file. Each year is scored by the rulebook as it stands on the
 * day that the year is taken on, once for all reviews that count it.
 */
export function reviewPhases({ program, facts, asOf }: Evaluation): readonly PhaseStandings[] {
  const scored = new Map<string, readonly YearSheet[]>()
  const scoreYear = (day: PlainDate): readonly YearSheet[] => {
    const found = scored.get(formatIsoDate(day)) ?? sheetsOn(day, { program, facts, asOf })
    scored.set(formatIsoDate(day), found)
    return found
  }
  return program.rulebook.reviews.map((review) => {
    const years = phaseYears(review, program, asOf)
    const entrants = facts.entrants.filter(({ level }) => program.levels.includes(level))
    const counted = years.flatMap((one) => (one.kind === 'counted' ? [one] : []))
    const byYear = counted.map(({ year, day }) => ({
      year,
      sheets: new Map(scoreYear(day).map((one) => [one.sheet.entrant.id, one])),
    }))
    const means = entrants.map((entrant) =>
      meanOf(
        entrant,
        byYear.flatMap(({ year, sheets }) => {
          const sheet = sheets.get(entrant.id)
          return sheet ? [yearResult(year, sheet)] : []
        }),
        program,
      ),
    )
    return { review, years, classes: classesOf(program), results: placeMeans(means, program) }
  })
}

interface YearSheet {
  readonly sheet: UnrankedSheet
  readonly isKnown: boolean
}

function sheetsOn(day: PlainDate, { program, facts }: Evaluation): readonly YearSheet[] {
  const standing = programOn(program, day)
  return scoreEntrants({ program: standing, facts, asOf: day }).map((sheet) => ({
    sheet,
    isKnown: isKnownIn(sheet.entrant, standing, facts, day),
  }))
}

function yearResult(year: number, { sheet, isKnown }: YearSheet): YearResult {
  const { total, roundedTotal, knockedOutBy } = sheet
  if (!isKnown) return { year, kind: 'unknown' }
  if (!total || !roundedTotal) return { year, kind: 'nothingApplies' }
  const isProvisional = leavesIn(sheet.nodes).some(({ outcome }) => OPEN.includes(outcome.kind))
  return { year, kind: 'total', total, roundedTotal, isProvisional, knockedOutBy }
}

const OPEN: readonly LeafTrace['outcome']['kind'][] = ['missing', 'pending', 'error']

type Unplaced = Omit<PhaseResult, 'rank' | 'meanRank' | 'class'>

function meanOf(entrant: Entrant, years: readonly YearResult[], program: Program): Unplaced {
  const totals = years.flatMap((year) => (year.kind === 'total' ? [year.total] : []))
  const mean = totals.length > 0 ? divide(sum(totals), rational(BigInt(totals.length))) : undefined
  return { entrant, years, mean, roundedMean: roundTotal(mean, program) }
}

function placeMeans(means: readonly Unplaced[], program: Program): readonly PhaseResult[] {
  const cohorts = Map.groupBy(means, ({ entrant }) => cohortOf(entrant, program))
  return [...cohorts.values()].flatMap((cohort) => placeCohort(cohort, program)).toSorted(compareShown)
}

function placeCohort(cohort: readonly Unplaced[], program: Program): readonly PhaseResult[] {
  const standings = cohort.flatMap((who) =>
    who.mean && barredYears(who).length === 0 ? [{ who, keys: [who.mean] }] : [],
  )
  const places = placesOf(standings, program.ranking.ties)
  const { given } = shareOut(cohort, classesOf(program) === 'given' ? program.classes : [], {
    rank: (who) => places.get(who)?.rank,
    level: ({ entrant }) => entrant.level,
    isWithin: ({ mean }, interval) => mean !== undefined && contains(interval, mean),
    holds: () => 'yes',
  })
  return cohort.map((who) => ({ ...who, ...(places.get(who) ?? NO_PLACE), class: given.get(who) }))
}

/** The years in which the entrant was barred from the ranking. */
export function barredYears({ years }: Pick<PhaseResult, 'years'>): readonly number[] {
  return years.flatMap((one) => (one.kind === 'total' && one.knockedOutBy.length > 0 ? [one.year] : []))
}

function classesOf({ classes }: Program): PhaseClasses {
  if (classes.length === 0) return 'none'
  return classes.some(({ tests }) => tests.length > 0) ? 'conditions' : 'given'
}

import { compareDates, formatDate, type PlainDate } from '#base/plainDate.ts'
import { equals, type Rational, subtract, sum, ZERO } from '#base/rational.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import {
  changesBetween,
  cohortOf,
  compareRulebooks,
  type Difference,
  isMoved,
  latestDay,
  monthBefore,
  type Program,
  programOn,
  rankText,
  type ScoreSheet,
  type SheetChanges,
  score,
} from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Counts, type CriterionImpact, countsOf, criteriaOf } from './counts.ts'
import { type OneSided, type Side, type Sides, type TakenFacts, takenFacts } from './takenFacts.ts'

/** What one rulebook in place of another does to those who are scored, on the same facts. */
export interface RuleImpact {
  readonly asOf: PlainDate
  /** The rulebooks as they stand on the day. */
  readonly programs: Sides<Program>
  /** What they say otherwise. */
  readonly difference: Difference
  /** Whoever comes out otherwise, in the order of the new rulebook; nobody where the rulebooks score alike. */
  readonly entrants: readonly EntrantImpact[]
  readonly counts: Counts
  readonly criteria: readonly CriterionImpact[]
  /** Whom only one of the rulebooks scores. */
  readonly scoredByOne: readonly { readonly entrant: Entrant; readonly side: Side }[]
  readonly oneSidedFacts: readonly OneSided[]
  /** What only the new rulebook asks for and nobody has reported: what is judged by it cannot be told yet. */
  readonly unreported: readonly Measure[]
  /** The counts as of the end of each past month, where that was asked for, oldest first. */
  readonly past: readonly PastImpact[]
}

/** One entrant by the old rulebook and by the new one. */
export interface EntrantImpact extends SheetChanges {
  /** What the total differs by beyond the points of the criteria: by how they are combined, carried over or rounded. */
  readonly rest: Rational
  /** Nobody else is ranked with it. */
  readonly alone: boolean
}

/** As of the end of a past month. */
export interface PastImpact {
  readonly asOf: PlainDate
  readonly counts: Counts
}

export interface ImpactRequest {
  readonly programs: Sides<Program>
  readonly dossier: Dossier
  /** By default the last day with facts. */
  readonly asOf: PlainDate | undefined
  /** Also as of the end of each past month. */
  readonly past: boolean
}

/** Scores the same facts by both rulebooks, as of the same day. Criteria are matched by their codes. */
export function impactOf({ programs, dossier, asOf: named, past }: ImpactRequest): Result<RuleImpact> {
  const asOf = named ?? latestDay(dossier.facts, programs.old)
  const outside = (['old', 'new'] as const).flatMap((side) => outsideTime(asOf, programs, side))
  if (outside.length > 0) return failure(outside)
  const taken = takenFacts(programs, dossier)
  if (!taken.ok) return taken
  const { tables, oneSided } = taken.value
  const standing = { old: programOn(programs.old, asOf), new: programOn(programs.new, asOf) }
  const sheets = sheetsOn(asOf, programs, tables)
  const { entrants, scored } = impacts(sheets, standing.new)
  const ids = { old: idsOf(sheets.old), new: idsOf(sheets.new) }
  const only = (side: Side, other: Side) =>
    sheets[side].flatMap(({ entrant }) => (ids[other].has(entrant.id) ? [] : [{ entrant, side }]))
  const value = {
    asOf,
    programs: standing,
    difference: compareRulebooks(standing.old, standing.new),
    entrants,
    counts: countsOf(entrants, scored),
    criteria: criteriaOf(entrants),
    scoredByOne: [...only('old', 'new'), ...only('new', 'old')],
    oneSidedFacts: oneSided,
    unreported: unreportedIn(standing, dossier),
    past: past ? pastDays(asOf, programs).map((day) => pastImpact(day, programs, tables)) : [],
  }
  return { ok: true, value, diagnostics: [] }
}

function sheetsOn(
  asOf: PlainDate,
  programs: Sides<Program>,
  tables: TakenFacts['tables'],
): Sides<readonly ScoreSheet[]> {
  const on = (side: Side) => score({ program: programOn(programs[side], asOf), facts: tables[side], asOf })
  return { old: on('old'), new: on('new') }
}

function impacts(
  sheets: Sides<readonly ScoreSheet[]>,
  program: Program,
): {
  readonly entrants: readonly EntrantImpact[]
  readonly scored: number
} {
  const before = new Map(sheets.old.map((sheet) => [sheet.entrant.id, sheet]))
  const both = sheets.new.flatMap((after) => {
    const was = before.get(after.entrant.id)
    return was ? [changesBetween(was, after)] : []
  })
  const cohorts = Map.groupBy(sheets.new, ({ entrant }) => cohortOf(entrant, program))
  const entrants = both.filter(isOtherwise).map((changes) => {
    const alone = cohorts.get(cohortOf(changes.after.entrant, program))?.length === 1
    return { ...changes, rest: restOf(changes), alone }
  })
  return { entrants, scored: both.length }
}

/** Whether anything comes out otherwise; that other facts are read is no outcome. */
function isOtherwise(changes: SheetChanges): boolean {
  const { before, after } = changes
  const [old, now] = [before.roundedTotal, after.roundedTotal]
  const printedOtherwise = old !== undefined && now !== undefined && !equals(old, now)
  const othersShare = rankText(before) !== rankText(after)
  return isMoved(changes) || changes.criteria.length > 0 || printedOtherwise || othersShare
}

function restOf({ before, after, criteria }: SheetChanges): Rational {
  const own = criteria.map((one) => subtract(one.after?.points ?? ZERO, one.before?.points ?? ZERO))
  return subtract(subtract(after.total ?? ZERO, before.total ?? ZERO), sum(own))
}

function idsOf(sheets: readonly ScoreSheet[]): ReadonlySet<string> {
  return new Set(sheets.map(({ entrant }) => entrant.id))
}

function unreportedIn(programs: Sides<Program>, { facts }: Dossier): readonly Measure[] {
  const reported = new Set(facts.map(({ measure }) => measure))
  return [...programs.new.measures.values()].filter(
    ({ name: { text } }) => !programs.old.measures.has(text) && !reported.has(text),
  )
}

/** The ends of the months before, as far back as both rulebooks judge, oldest first. */
function pastDays(asOf: PlainDate, { old, new: now }: Sides<Program>): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day: PlainDate | undefined = asOf; day; ) {
    day = monthBefore(day, programOn(old, day))
    if (!day || compareDates(day, now.whole.from) <= 0) break
    days.unshift(day)
  }
  return days
}

function pastImpact(asOf: PlainDate, programs: Sides<Program>, tables: TakenFacts['tables']): PastImpact {
  const { entrants, scored } = impacts(sheetsOn(asOf, programs, tables), programOn(programs.new, asOf))
  return { asOf, counts: countsOf(entrants, scored) }
}

/** What the rulebooks are called where they are told apart. */
export const SIDE_NAMES: Sides<string> = { old: 'bộ tiêu chí cũ', new: 'bộ tiêu chí mới' }

function outsideTime(day: PlainDate, programs: Sides<Program>, side: Side): readonly Diagnostic[] {
  const { from, to } = programs[side].whole
  if (compareDates(day, from) >= 0 && compareDates(day, to) <= 0) return []
  const own = `${SIDE_NAMES[side]} chấm số liệu từ ${formatDate(from)} đến ${formatDate(to)}`
  return [
    {
      code: 'period-mismatch',
      severity: 'error',
      message: `ngày ${formatDate(day)} nằm ngoài thời gian của ${SIDE_NAMES[side]}`,
      labels: [],
      help:
        side === 'old'
          ? own
          : `${own}; bộ dự thảo cho năm sau thì tạm ghi thời gian như bộ đang dùng để thử trên số liệu đã có`,
    },
  ]
}

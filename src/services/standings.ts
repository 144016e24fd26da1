import { lastDay } from '#base/period.ts'
import { compareDates, formatDate, type PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import {
  bindFacts,
  doubtsAbout,
  type FactTable,
  latestDay,
  monthBefore,
  type NewestPeriod,
  newestPeriod,
  newestPeriodText,
  type PeriodDoubt,
  type Program,
  programOn,
  type ScoreSheet,
  score,
} from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { hashRulebook } from './hash.ts'

/** The result of one rulebook on one dossier, as of a day, and of the day that it is to be compared with. */
export interface Standings {
  readonly program: Program
  /** See {@link hashRulebook}. */
  readonly hash: string
  readonly dossier: Dossier
  /** The facts of the dossier, bound to the program. */
  readonly facts: FactTable
  readonly asOf: PlainDate
  /** The period that the day was taken from; `undefined` where the day was named. */
  readonly dayFrom: DayFrom | undefined
  readonly sheets: readonly ScoreSheet[]
  /** As of the day to compare with, by the same facts; `undefined` where none was asked for or there is none. */
  readonly before: { readonly asOf: PlainDate; readonly sheets: readonly ScoreSheet[] } | undefined
}

/** The newest period with facts, and what is to be said where it may be a slip of the pen. */
export interface DayFrom extends Pick<NewestPeriod, 'period' | 'entrants'> {
  readonly doubts: readonly PeriodDoubt[]
  /** Empty where there is no doubt. */
  readonly note: string
}

/** Which days are meant. */
export interface ScoredDays {
  /** By default the last one with facts. */
  readonly asOf?: PlainDate | undefined
  /** The day to compare with; by default none. */
  readonly since?: PlainDate | 'monthBefore' | undefined
  /** Decides no points: a period that has not begun is only warned of. */
  readonly today: PlainDate
}

function outsideTime(day: PlainDate, { whole: { from, to } }: Program): Diagnostic {
  return {
    code: 'period-mismatch',
    severity: 'error',
    message: `ngày ${formatDate(day)} nằm ngoài thời gian của bộ tiêu chí`,
    labels: [],
    help: `bộ tiêu chí chấm số liệu từ ${formatDate(from)} đến ${formatDate(to)}`,
  }
}

function afterDay(since: PlainDate, asOf: PlainDate): Diagnostic {
  return {
    code: 'period-mismatch',
    severity: 'error',
    message: `ngày để so sánh, ${formatDate(since)}, đứng sau ngày được chấm, ${formatDate(asOf)}`,
    labels: [],
    help: 'chọn ngày để so sánh không sau ngày được chấm',
  }
}

/** Scores a dossier as of a day and, where that is asked for, of an earlier one. Days outside the rulebook's are a message. */
export function standingsOf(
  program: Program,
  dossier: Dossier,
  { asOf: day, since: comparedWith, today }: ScoredDays,
  warnings: readonly Diagnostic[] = [],
): Result<Standings> {
  const bound = bindFacts(program, dossier)
  if (!bound.ok) return bound
  const asOf = day ?? latestDay(dossier.facts, program)
  const since = comparedWith === 'monthBefore' ? undefined : comparedWith
  for (const named of [asOf, ...(since ? [since] : [])]) {
    const { from, to } = program.whole
    if (compareDates(named, from) < 0 || compareDates(named, to) > 0)
      return failure([outsideTime(named, program)])
  }
  if (since && compareDates(since, asOf) > 0) return failure([afterDay(since, asOf)])
  // What the rulebook says may differ from one day to the other.
  const standing = programOn(program, asOf)
  const earlier = comparedWith === 'monthBefore' ? monthBefore(asOf, standing) : since
  const scoreAt = (at: PlainDate): readonly ScoreSheet[] =>
    score({ program: programOn(program, at), facts: bound.value, asOf: at })
  const newest = day ? undefined : newestPeriod(dossier.facts)
  const dayFrom = newest && dayFromOf(newest, dossier, today)
  const value = {
    program: standing,
    hash: hashRulebook(program.rulebook.source),
    dossier,
    facts: bound.value,
    asOf,
    dayFrom,
    sheets: scoreAt(asOf),
    before: earlier && { asOf: earlier, sheets: scoreAt(earlier) },
  }
  const doubtful = newest && dayFrom && dayFrom.note !== '' ? [doubtfulPeriod(newest, dayFrom)] : []
  return { ok: true, value, diagnostics: [...warnings, ...doubtful] }
}

function dayFromOf(newest: NewestPeriod, { entrants }: Dossier, today: PlainDate): DayFrom {
  const doubts = doubtsAbout(newest, today)
  const note = doubts.length > 0 ? newestPeriodText(newest, doubts, entrants, today) : ''
  return { period: newest.period, entrants: newest.entrants, doubts, note }
}

function doubtfulPeriod({ fact, before }: NewestPeriod, { note }: DayFrom): Diagnostic {
  return {
    code: 'doubtful-period',
    severity: 'warning',
    message: note,
    labels: [fact.label('dòng này', 'period')],
    help: before
      ? `gõ nhầm kỳ thì sửa dòng này; chưa đến lúc chấm kỳ này thì thêm --as-of ${formatDate(lastDay(before))}`
      : 'gõ nhầm kỳ thì sửa dòng này',
  }
}

import type { EntrantLevel } from '#base/entrantLevel.ts'
import { type Cut, compareCuts, type Interval } from '#base/interval.ts'
import type { Holding } from '#engine/index.ts'
import { classesFromTop, FAILS, type Program, type ProgramClass, placesIn } from '#engine/index.ts'
import type { Range, Test } from '#language/index.ts'
import { liesIn, mayLieIn } from './conditions.ts'
import { type Contender, isAhead } from './ranks.ts'

/** One of a cohort, as classes look at it. */
export interface Candidate extends Contender {
  readonly level: EntrantLevel
  /** `undefined` where there can be no total. */
  readonly total: Range | undefined
  readonly holdings: (test: Test) => readonly Holding[]
}

/** The classes that one may be given. */
export interface PossibleClasses {
  /** The best first. */
  readonly titles: readonly string[]
  readonly mayBeNone: boolean
}

/** What each class may make of a candidate. */
interface Chance {
  /** Whether its total may be one of the class, or is whatever comes. */
  readonly mayTake: boolean
  readonly mustTake: boolean
  readonly mayPass: boolean
  readonly mustPass: boolean
}

/**
 * The classes that one of a cohort may be given, as `shareOut` shares them out. Never too few; where a class is limited to a share
 * of the cohort, perhaps too many.
 */
export function possibleClasses(
  one: Candidate,
  all: readonly Candidate[],
  program: Program,
): PossibleClasses {
  const levels = classesFromTop(program.classes)
  const chanceOf = (candidate: Candidate, level: ProgramClass): Chance =>
    chance(candidate, level, program.classes)
  const titles: string[] = []
  // Whether one may come so far down without a class: its total is of this class, or of one above that it was refused.
  let mayArrive = false
  let lastSure = -1
  for (const [index, level] of levels.entries()) {
    const own = chanceOf(one, level)
    mayArrive = mayArrive || own.mayTake
    const room = roomFor(one, level, levels.slice(0, index), all, chanceOf)
    if (mayArrive && own.mayPass && room !== 'none') titles.push(level.title)
    if (own.mustPass && room === 'certain') {
      mayArrive = false
      lastSure = index
    }
  }
  const [sure, below] = [levels.slice(0, lastSure + 1), levels.slice(lastSure + 1)]
  return { titles, mayBeNone: one.mayBeUnranked || mayMiss(one.total, sure, below) }
}

/** Whether the total may be of none of the classes from the last one that nobody is refused upwards. */
function mayMiss(
  total: Range | undefined,
  sure: readonly ProgramClass[],
  below: readonly ProgramClass[],
): boolean {
  if (!total) return true
  const takesRest = sure.some(({ interval }) => !interval)
  if (takesRest) return below.some(({ interval }) => interval && mayLieIn(total, interval))
  return !covered(
    total,
    sure.flatMap(({ interval }) => interval ?? []),
  )
}

function chance(
  { total, holdings }: Candidate,
  level: ProgramClass,
  classes: readonly ProgramClass[],
): Chance {
  const answers = level.tests.map(holdings)
  const passes = (answer: Holding): boolean => !FAILS.includes(answer)
  return {
    mayTake: total !== undefined && mayTake(total, level, classes),
    mustTake: total !== undefined && mustTake(total, level, classes),
    mayPass: answers.every((some) => some.some(passes)),
    mustPass: answers.every((some) => some.every(passes)),
  }
}

function mayTake(total: Range, { interval }: ProgramClass, classes: readonly ProgramClass[]): boolean {
  if (interval) return mayLieIn(total, interval)
  return !covered(
    total,
    classes.flatMap((other) => other.interval ?? []),
  )
}

function mustTake(total: Range, { interval }: ProgramClass, classes: readonly ProgramClass[]): boolean {
  if (interval) return liesIn(total, interval)
  return !classes.some((other) => other.interval && mayLieIn(total, other.interval))
}

/** Whether the intervals together hold every number of the range. */
function covered({ least, most }: Range, intervals: readonly Interval[]): boolean {
  const end: Cut = { at: most, after: true }
  let reach: Cut = { at: least, after: false }
  for (;;) {
    if (compareCuts(reach, end) >= 0) return true
    const from = reach
    const next = intervals.find(
      ({ low, high }) => (!low || compareCuts(low, from) <= 0) && (!high || compareCuts(high, from) > 0),
    )
    if (!next) return false
    if (!next.high) return true
    reach = next.high
  }
}

/** Whether there is a place for one who meets the conditions: never, perhaps, or whatever comes. */
function roomFor(
  one: Candidate,
  { quota, ...level }: ProgramClass,
  above: readonly ProgramClass[],
  all: readonly Candidate[],
  chanceOf: (candidate: Candidate, level: ProgramClass) => Chance,
): 'none' | 'perhaps' | 'certain' {
  if (!quota || one.level !== quota.level) return 'certain'
  const places = placesIn(quota, all.length)
  const others = all.filter((other) => other !== one && other.mayBeRanked)
  const whole = { ...level, quota }
  // Who is ahead, has points of this class and of none above, and meets its conditions takes a place before.
  const ahead = others.filter((other) => {
    const own = chanceOf(other, whole)
    const isFree = above.every((better) => !chanceOf(other, better).mayTake)
    return !other.mayBeUnranked && isAhead(other, one) && isFree && own.mustTake && own.mustPass
  })
  if (ahead.length >= places) return 'none'
  // Whoever is never behind takes none of its places.
  const rivals = others.filter((other) => !isAhead(one, other) && chanceOf(other, whole).mayPass)
  return rivals.length + 1 <= places ? 'certain' : 'perhaps'
}

import { sortedFromTop } from '#base/interval.ts'
import { compare, type Rational } from '#base/rational.ts'
import { type Cohort, type Program, roundTotal, type ScoreSheet } from '#engine/index.ts'
import type { Asks } from './findLevers.ts'

/** What a plan is to reach. */
export type Goal =
  /** An exact total, or more. */
  | { readonly kind: 'points'; readonly points: Rational }
  /** The class of that title, or a better one. */
  | { readonly kind: 'class'; readonly title: string }
  /** That rank, or a better one. */
  | { readonly kind: 'rank'; readonly rank: number }
  /** A place before another entrant. */
  | { readonly kind: 'pass'; readonly entrant: string }

/** What a goal asks besides points: how the entrant stands, and how others do. */
export function asksOf({ kind }: Goal, { classes }: Program): Asks {
  const hasQuota = classes.some(({ quota }) => quota !== undefined)
  return {
    standing: kind !== 'points',
    others: kind === 'rank' || kind === 'pass' || (kind === 'class' && hasQuota),
  }
}

/** Whether the entrant that the cohort is about reaches the goal. */
export function meets({ own, sheets }: Cohort, goal: Goal, program: Program): boolean {
  switch (goal.kind) {
    case 'points':
      return own.total !== undefined && compare(own.total, goal.points) >= 0
    case 'class': {
      const titles = classTitles(program)
      return own.class !== undefined && titles.indexOf(own.class) <= titles.indexOf(goal.title)
    }
    case 'rank':
      return own.rank !== undefined && own.rank <= goal.rank
    case 'pass': {
      const other = sheets.find(({ entrant }) => entrant.id === goal.entrant)
      if (own.rank === undefined || !other) return false
      return other.rank === undefined || own.rank < other.rank
    }
  }
}

/**
 * Whether an entrant with that total might reach the goal if it met every condition and won every tie; others stand as they do
 * in the cohort. Never `false` for one that does reach it.
 */
export function mightMeet(total: Rational, { own, sheets }: Cohort, goal: Goal, program: Program): boolean {
  switch (goal.kind) {
    case 'points':
      return compare(total, goal.points) >= 0
    case 'class': {
      const titles = classTitles(program)
      const enough = titles.slice(0, titles.indexOf(goal.title) + 1)
      const lows = program.classes
        .filter(({ title }) => enough.includes(title))
        .map(({ interval }) => interval?.low)
      return lows.some((low) => !low || compare(total, low.at) >= 0)
    }
    case 'rank': {
      const better = sheets.filter(
        (sheet) => sheet !== own && sheet.rank !== undefined && isBehind(total, sheet, program),
      )
      const groups = new Set(better.map(({ rank }) => rank)).size
      return (program.ranking.ties === 'dense' ? groups : better.length) < goal.rank
    }
    case 'pass': {
      const other = sheets.find(({ entrant }) => entrant.id === goal.entrant)
      return other?.rank === undefined || !isBehind(total, other, program)
    }
  }
}

/** Whether an entrant with that total is certainly behind another, whatever ties are broken by. */
function isBehind(total: Rational, other: ScoreSheet, program: Program): boolean {
  const [first] = program.ranking.keys
  if (first?.kind !== 'total') return false
  const [own, theirs] = first.rounded
    ? [roundTotal(total, program), other.roundedTotal]
    : [total, other.total]
  return own !== undefined && theirs !== undefined && compare(own, theirs) < 0
}

/** The titles of the classes, the best first. */
export function classTitles({ classes }: Program): readonly string[] {
  return sortedFromTop(classes, ({ interval }) => interval).map(({ title }) => title)
}

/** Which of two standings is nearer to what the goal asks for: negative where the first is. */
export function compareNearness(left: ScoreSheet, right: ScoreSheet, goal: Goal, program: Program): number {
  const byTotal = compareTotals(right, left)
  switch (goal.kind) {
    case 'points':
      return byTotal
    case 'class': {
      const place = ({ class: title }: ScoreSheet): number =>
        title === undefined ? Number.MAX_SAFE_INTEGER : classTitles(program).indexOf(title)
      return place(left) - place(right) || byTotal
    }
    case 'rank':
    case 'pass':
      return (left.rank ?? Number.MAX_SAFE_INTEGER) - (right.rank ?? Number.MAX_SAFE_INTEGER) || byTotal
  }
}

function compareTotals({ total: left }: ScoreSheet, { total: right }: ScoreSheet): number {
  if (!left || !right) return Number(left !== undefined) - Number(right !== undefined)
  return compare(left, right)
}

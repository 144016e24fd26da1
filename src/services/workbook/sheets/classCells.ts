import { sortedFromTop } from '#base/interval.ts'
import type { ProgramClass } from '#engine/index.ts'
import { formula } from '../cells.ts'
import { allOf, within } from '../formulas/compare.ts'
import { literal, quoted } from '../formulas/literal.ts'
import { NONE, type StandingCells, type StandingRow } from './standingSheet.ts'
import { isMet, testFormulas } from './tests.ts'

/**
 * The class, from the best down: who is considered for it (the total lies in its range, or a better class was failed), who
 * meets its conditions, and who gets it while there are places, by rank.
 */
export function classCells(one: StandingRow): StandingCells {
  const { cell, layout } = one
  const { classes } = layout.standings.program
  const ordered = sortedFromTop(classes, ({ interval }) => interval).map((level) => ({
    level,
    index: classes.indexOf(level),
  }))
  const cells = ordered.flatMap(({ level, index }, place) => {
    const before = ordered.slice(0, place).map((other) => other.index)
    return [
      [`eligible${index}`, formula(eligible(level, before, one))],
      [`fit${index}`, formula(qualified(level, index, one))],
      [`given${index}`, formula(given(level, index, one))],
    ] as const
  })
  const title = ordered.reduceRight(
    (rest, { level, index }) => `IF(${cell(`given${index}`)}=1,${quoted(level.title)},${rest})`,
    quoted(NONE),
  )
  return { ...Object.fromEntries(cells), class: formula(title, 'result') }
}

function eligible(level: ProgramClass, before: readonly number[], one: StandingRow): string {
  const { cell } = one
  const takes = inRange(level, one)
  if (before.length === 0) return `IF(${allOf([`${cell('ranked')}=1`, takes])},1,0)`
  const givenBefore = before.map((index) => cell(`given${index}`)).join('+')
  const asked = before.map((index) => cell(`eligible${index}`)).join('+')
  return `IF(AND(${cell('ranked')}=1,${givenBefore}=0,OR(${asked}>0,${takes})),1,0)`
}

function inRange({ interval }: ProgramClass, { cell, layout }: StandingRow): string {
  const value = { kind: 'number', cell: `N(${cell('total')})` } as const
  if (interval) return within(value, interval)
  const others = layout.standings.program.classes.flatMap((other) =>
    other.interval ? [within(value, other.interval)] : [],
  )
  return others.length === 0 ? 'TRUE' : `NOT(OR(${others.join(',')}))`
}

function qualified({ tests }: ProgramClass, index: number, { cell, sheet, layout }: StandingRow): string {
  const met = tests.map((test) => isMet(testFormulas(test, sheet, layout)))
  return `IF(${allOf([`${cell(`eligible${index}`)}=1`, ...met])},1,0)`
}

/** Those of equal rank at the edge get the class all together, or none of them. */
function given({ quota }: ProgramClass, index: number, { cell, range, sheet, cohort }: StandingRow): string {
  const fits = `${cell(`fit${index}`)}=1`
  if (!quota || quota.level !== sheet.entrant.level) return `IF(${fits},1,0)`
  const places = `INT(ROUND(${literal(quota.share)}*${cohort.sheets.length},9))`
  const [ahead, room] = quota.ties === 'include' ? ['<', '<'] : ['<=', '<=']
  const taken = `SUMPRODUCT((${range(`fit${index}`)}=1)*(${range('rank')}${ahead}${cell('rank')}))`
  return `IF(${fits},IF(${taken}${room}${places},1,0),0)`
}

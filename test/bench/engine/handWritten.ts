import { CRITERIA, type Criterion, MONTHS, SCALE } from './criteria.ts'
import type { Plain } from './dossier.ts'

/**
 * The program that one would write by hand for the rulebook: a statement for each criterion, in doubles, over plain objects.
 * It is put together from the table only to be sure that it says the same.
 */
export function handWritten(): (entrants: readonly Plain[]) => Float64Array {
  const body = CRITERIA.map(statement).join('\n')
  const one = new Function(
    'e',
    `let points = 0, most = 0, v, s;\n${body}\nreturn most === 0 ? NaN : points * ${SCALE} / most;`,
  )
  return new Function(
    'one',
    `return (entrants) => {
      const totals = new Float64Array(entrants.length);
      for (let at = 0; at < entrants.length; at++) totals[at] = one(entrants[at]);
      return totals;
    }`,
  )(one) as (entrants: readonly Plain[]) => Float64Array
}

function statement(one: Criterion): string {
  const { maximum: most } = one
  const tiers = (value: string, full: number, half: number): string =>
    `points += ${value} >= ${full} ? ${most} : ${value} >= ${half} ? ${most / 2} : 0;`
  switch (one.kind) {
    case 'proportion':
      return `if (e.${one.a} === undefined || e.${one.b} === undefined) most += ${most}; else if (e.${one.b} !== 0) { most += ${most}; points += ${most} * Math.min(1, e.${one.a} / e.${one.b} / ${one.target / 100}); }`
    case 'share':
      return `if (e.${one.a} === undefined || e.${one.b} === undefined) most += ${most}; else if (e.${one.b} !== 0) { most += ${most}; v = e.${one.a} / e.${one.b}; ${tiers('v', 0.8, 0.5)} }`
    case 'count':
      return `most += ${most}; if (e.${one.n} !== undefined) { ${tiers(`e.${one.n}`, 24, 12)} }`
    case 'yearly':
      return `most += ${most}; s = 0; for (let m = 0; m < ${MONTHS}; m++) s += e.${one.n}[m]; ${tiers('s', 48, 24)}`
    case 'monthly':
      return `most += ${most}; s = 0; for (let m = 0; m < ${MONTHS}; m++) { v = e.${one.n}[m]; s += v >= 4 ? ${most} : v >= 2 ? ${most / 2} : 0; } points += s / ${MONTHS};`
    case 'flag':
      return `most += ${most}; if (e.${one.f}) points += ${most};`
    case 'items':
      return `most += ${most}; if (e.${one.n} !== undefined) points += Math.min(${most}, Math.floor(e.${one.n} / 2) * 0.25);`
  }
}

import type { Period } from '#base/period.ts'
import { rational } from '#base/rational.ts'
import type { FactTable } from '#engine/factTable.ts'
import type { Entrant } from '#records/entrant.ts'
import type { Fact } from '#records/fact.ts'
import { CRITERIA, type Criterion, MONTHS } from './criteria.ts'

/** An entrant as a program written by hand would hold it: numbers by name, those of months in a list; some are missing. */
export type Plain = Record<string, number | boolean | number[] | undefined>

/** So many entrants, always the same ones: one fact in fifty is missing, one whole in a hundred is zero. */
export function plainEntrants(count: number, criteria: readonly Criterion[] = CRITERIA): Plain[] {
  const made = Array.from({ length: count }, (_, at) => {
    const next = numbers(at + 1)
    const plain: Plain = {}
    for (const one of criteria) {
      switch (one.kind) {
        case 'proportion':
        case 'share': {
          const whole = next(100) === 0 ? 0 : 20 + next(180)
          plain[one.b] = maybe(next, whole)
          plain[one.a] = maybe(next, next(whole + 1))
          break
        }
        case 'flag':
          plain[one.f] = next(50) === 0 ? undefined : next(2) === 1
          break
        case 'count':
        case 'items':
          plain[one.n] = maybe(next, next(36))
          break
        default:
          plain[one.n] = Array.from({ length: MONTHS }, () => next(one.kind === 'yearly' ? 10 : 7))
      }
    }
    return plain
  })
  // One shape for all, fields and not a dictionary: what the runtime is fastest with.
  const fields = Object.keys(made[0] ?? {})
  const Shaped = new Function(
    'plain',
    fields.map((field) => `this.${field} = plain.${field};`).join(' '),
  ) as unknown as new (
    plain: Plain,
  ) => Plain
  return made.map((plain) => new Shaped(plain))
}

/** The same entrants as they come from a file: so many fields that the runtime keeps them as dictionaries. */
export function asRead(plain: readonly Plain[]): Plain[] {
  return JSON.parse(JSON.stringify(plain))
}

function maybe(next: (below: number) => number, value: number): number | undefined {
  return next(50) === 0 ? undefined : value
}

/** Numbers that depend on the seed alone. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2654435761
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 12)) >>> 0) % below
  }
}

const YEAR: Period = { frequency: 'year', year: 2026, index: 1 }
const PERIODS: readonly Period[] = Array.from({ length: MONTHS }, (_, month) => ({
  frequency: 'month',
  year: 2026,
  index: month + 1,
}))
const INTEGERS = Array.from({ length: 256 }, (_, value) => rational(BigInt(value)))

/** The same entrants as facts, each made when it is asked for: what is measured begins once they are laid out. */
export function factTable(plain: readonly Plain[]): FactTable {
  const entrants = plain.map(
    (_, at): Entrant => ({
      id: `t${at}`,
      name: `Thôn ${at}`,
      level: 'village',
      kind: 'thôn',
      parent: undefined,
      cluster: undefined,
      attributes: [],
    }),
  )
  return {
    entrants,
    membersOf: () => [],
    facts: (entrant, measure) => {
      const value = plain[Number(entrant.slice(1))]?.[measure]
      if (value === undefined) return []
      if (typeof value === 'boolean') return [fact(entrant, measure, YEAR, { kind: 'flag', is: value })]
      if (typeof value === 'number') return [fact(entrant, measure, YEAR, numberOf(value))]
      return value.map((one, month) => fact(entrant, measure, PERIODS[month] ?? YEAR, numberOf(one)))
    },
  }
}

function numberOf(value: number): Fact['value'] {
  return { kind: 'number', value: INTEGERS[value] ?? rational(BigInt(value)), percent: false }
}

function fact(entrant: string, measure: string, period: Period, value: Fact['value']): Fact {
  const label = () => {
    throw new Error('no fault is told')
  }
  return { entrant, measure, period, value, status: 'verified', source: '', evidence: '', written: '', label }
}

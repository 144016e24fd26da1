/**
 * Makes up a dossier for a commune whose plan gives targets but no results: entrants, and plausible facts from January
 * to the last month asked for. Every fact is labelled as made up in the column `source`. The seed is fixed, so the files
 * change only when their description does; a test compares them.
 */

/** What to make up for one measure. A share reads its whole from the figures before it in the list. */
export type Figure = { readonly measure: string; readonly every: Every } & (
  | { readonly kind: 'stock'; readonly least: number; readonly most: number }
  | { readonly kind: 'flow'; readonly least: number; readonly most: number }
  | { readonly kind: 'share'; readonly whole: string; readonly from: number; readonly to: number }
  | { readonly kind: 'given'; readonly values: readonly string[] }
)

export type Every = 'month' | 'quarter' | 'year'

/** A number of things that hardly changes over the year, such as people or procedures. */
export function stock(measure: string, least: number, most: number, every: Every = 'month'): Figure {
  return { kind: 'stock', measure, least, most, every }
}

/** A number that happens anew in every period, such as files or broadcasts. */
export function flow(measure: string, least: number, most: number, every: Every = 'month'): Figure {
  return { kind: 'flow', measure, least, most, every }
}

/** A part of the whole, growing from one share of it (0 to 1) to another over the year. */
export function share(
  measure: string,
  whole: string,
  from: number,
  to: number,
  every: Every = 'month',
): Figure {
  return { kind: 'share', measure, whole, from, to, every }
}

/** Values written as in the file, one a period; the last holds on. */
export function given(measure: string, values: readonly string[], every: Every = 'month'): Figure {
  return { kind: 'given', measure, values, every }
}

/** Whoever is scored, as a row of entrants.csv. */
export interface MadeUpEntrant {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly parent?: string
  readonly cluster?: string
  readonly attributes?: readonly string[]
  readonly figures: readonly Figure[]
}

export interface Description {
  readonly seed: number
  readonly year: number
  /** The last month with facts, 1 to 12. */
  readonly months: number
  readonly entrants: readonly MadeUpEntrant[]
  /** Facts that are otherwise than made up: another value, not yet verified, or not there at all. */
  readonly exceptions?: readonly Exception[]
}

export interface Exception {
  readonly entrant: string
  /** All measures when absent. */
  readonly measure?: string
  /** As in the file (`2026-10`); all periods when absent. */
  readonly period?: string
  readonly make: { readonly value: string } | 'pending' | 'absent'
}

const SOURCE = 'dữ liệu minh họa'
const LEAST_SHARE = 0.02
const MOST_SHARE = 0.985

/** The texts of `entrants.csv` and `facts.csv` by name. */
export function makeUp(description: Description): ReadonlyMap<string, string> {
  const random = randomStream(description.seed)
  const entrants = description.entrants.map(({ id, name, kind, parent, cluster, attributes }) =>
    row([id, name, kind, parent ?? '', cluster ?? '', (attributes ?? []).join(';')]),
  )
  const facts = description.entrants.flatMap((entrant) => factRows(entrant, description, random))
  return new Map([
    ['entrants.csv', ['id,name,kind,parent,cluster,attributes', ...entrants, ''].join('\n')],
    ['facts.csv', ['entrant,measure,period,value,status,source', ...facts, ''].join('\n')],
  ])
}

function factRows(
  { id, figures }: MadeUpEntrant,
  { year, months, exceptions = [] }: Description,
  random: () => number,
): readonly string[] {
  // Some places are simply better at everything, and each is better at some things than at others.
  const strength = between(-0.15, 0.12, random())
  const leanings = figures.map(() => ({ bent: between(-0.08, 0.08, random()), size: random() }))
  const values = new Map<string, string>()
  const rows: string[] = []
  for (const [index, figure] of figures.entries()) {
    const { bent = 0, size = 0 } = leanings[index] ?? {}
    const periods = periodsOf(figure.every, year, months)
    for (const [place, period] of periods.entries()) {
      const progress = (place + 1) / periods.length
      const applying = exceptions.filter(
        (one) =>
          one.entrant === id &&
          (one.measure ?? figure.measure) === figure.measure &&
          (one.period ?? period) === period,
      )
      const told = applying.find(({ make }) => typeof make === 'object')?.make
      const whole = figure.kind === 'share' ? values.get(`${figure.whole} ${period}`) : undefined
      if (figure.kind === 'share' && whole === undefined)
        throw new Error(`${figure.measure}: ${figure.whole} must come before it, for ${period}`)
      const made = madeValue(
        figure,
        { place, progress, size, bent: strength + bent, whole: Number(whole) },
        random,
      )
      const value = typeof told === 'object' ? told.value : made
      values.set(`${figure.measure} ${period}`, value)
      if (applying.some(({ make }) => make === 'absent')) continue
      const status = applying.some(({ make }) => make === 'pending') ? 'chờ thẩm định' : ''
      rows.push(row([id, figure.measure, period, value, status, SOURCE]))
    }
  }
  return rows
}

interface Circumstances {
  readonly place: number
  readonly progress: number
  /** How large the place is, 0 to 1. */
  readonly size: number
  readonly bent: number
  readonly whole: number
}

function madeValue(
  figure: Figure,
  { place, progress, size, bent, whole }: Circumstances,
  random: () => number,
): string {
  switch (figure.kind) {
    case 'stock':
      return `${Math.round(between(figure.least, figure.most, size))}`
    case 'flow':
      return `${Math.round(between(figure.least, figure.most, (size + random()) / 2))}`
    case 'share': {
      const wanted = between(figure.from, figure.to, progress) + bent + between(-0.02, 0.02, random())
      // A commune that is to have all of something must be able to reach it.
      const most = figure.to === 1 ? 1 : MOST_SHARE
      return `${Math.round(whole * Math.min(most, Math.max(LEAST_SHARE, wanted)))}`
    }
    case 'given':
      return figure.values[Math.min(place, figure.values.length - 1)] ?? ''
  }
}

function periodsOf(every: Every, year: number, months: number): readonly string[] {
  if (every === 'year') return [`${year}`]
  if (every === 'quarter')
    return Array.from({ length: Math.floor(months / 3) }, (_, index) => `${year}-Q${index + 1}`)
  return Array.from({ length: months }, (_, index) => `${year}-${`${index + 1}`.padStart(2, '0')}`)
}

/** A line of CSV; cells with a comma or a quotation mark are quoted. */
function row(cells: readonly string[]): string {
  return cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}

function between(from: number, to: number, part: number): number {
  return from + (to - from) * part
}

/** A stream of numbers in [0, 1) that depends on the seed alone (mulberry32). */
export function randomStream(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

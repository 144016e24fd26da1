import { type Rational, subtract, toExactText } from '#base/rational.ts'
import { formatValue } from '#language/index.ts'
import { type NumberJson, numberToJson } from '../explain/json.ts'
import { pointsText } from '../explain/words.ts'
import type {
  Change,
  ClassChange,
  Difference,
  GivenPoints,
  PointsChange,
  Subject,
  Values,
} from './difference.ts'
import { exampleText, rangeText, valuesText } from './valuesText.ts'
import { changeText } from './words.ts'

/** The documented JSON form of a difference (docs/json.md). */
export interface DifferenceJson {
  readonly same: boolean
  readonly sameScoring: boolean
  readonly changes: readonly ChangeJson[]
}

/** What every change says; its kind tells what else it has. */
export interface ChangeJson {
  readonly kind: Change['kind']
  readonly about: { readonly kind: Subject['kind']; readonly code: string | null }
  readonly scores: boolean
  /** The sentence. */
  readonly text: string
  readonly [further: string]: unknown
}

/** The difference as JSON; every change with its sentence. */
export function differenceToJson({ changes }: Difference): DifferenceJson {
  return {
    same: changes.length === 0,
    sameScoring: changes.every(({ scores }) => !scores),
    changes: changes.map((change) => ({
      kind: change.kind,
      about: { kind: change.about.kind, code: codeOf(change.about) },
      scores: change.scores,
      text: changeText(change),
      ...furtherOf(change),
    })),
  }
}

/** The code of a node, the name of a measure. */
function codeOf(about: Subject): string | null {
  if (about.kind === 'rulebook') return null
  return about.kind === 'measure' ? about.name : about.code
}

function furtherOf(change: Change): Readonly<Record<string, unknown>> {
  switch (change.kind) {
    case 'added':
    case 'removed': {
      const { standing } = change
      return {
        maximum: standing ? toExactText(standing.maximum) : null,
        parent: standing ? codeOf(standing.within) : null,
      }
    }
    case 'moved':
      return { old: codeOf(change.old), new: codeOf(change.new) }
    case 'said': {
      const { aspect, item, old, new: now } = change
      return { aspect, item: item ?? null, old: old ?? null, new: now ?? null }
    }
    case 'points':
      return pointsToJson(change)
    case 'rule': {
      const { where, because, old, new: now } = change
      return { ...whereToJson(where), because, old, new: now }
    }
    case 'class':
      return classToJson(change)
  }
}

function whereToJson({ part, attribute }: PointsChange['where']): Readonly<Record<string, unknown>> {
  return { part: part ?? null, attribute: attribute ?? null }
}

function pointsToJson(change: PointsChange): Readonly<Record<string, unknown>> {
  const { where, values, old, new: now, example } = change
  const number = (points: Rational | undefined): NumberJson | null =>
    points === undefined ? null : numberToJson(points)
  const exact = typeof example.value === 'boolean' ? {} : { exact: toExactText(example.value) }
  return {
    ...whereToJson(where),
    values: { text: valuesText(values), ...valuesToJson(values) },
    old: givenToJson(old),
    new: givenToJson(now),
    example: {
      value: typeof example.value === 'boolean' ? example.value : { ...exact, text: exampleText(change) },
      old: number(example.old),
      new: number(example.new),
    },
  }
}

/** Points; the rule in words where they differ from value to value; nothing for values that cannot occur. */
function givenToJson(given: GivenPoints): NumberJson | string | null {
  switch (given.kind) {
    case 'points':
      return numberToJson(given.points)
    case 'formula':
      return given.text
    case 'impossible':
      return null
  }
}

interface EndJson {
  readonly exact: string
  readonly text: string
  readonly included: boolean
}

/** The ends of the values; where only steps occur, the first and the last of them. */
function valuesToJson(values: Values): Readonly<Record<string, unknown>> {
  if (values.kind === 'flag') return { is: values.is }
  const { interval, domain } = values
  const end = (at: Rational, included: boolean): EndJson => ({
    exact: toExactText(at),
    text: formatValue(at, domain.notation),
    included,
  })
  const { low, high } = interval
  const last = high && domain.step && !high.after ? { at: subtract(high.at, domain.step), after: true } : high
  return { from: low ? end(low.at, !low.after) : null, to: last ? end(last.at, last.after) : null }
}

function classToJson({
  interval,
  domain,
  old,
  new: now,
  example,
}: ClassChange): Readonly<Record<string, unknown>> {
  const ends = valuesToJson({ kind: 'range', interval, domain, figure: undefined })
  return {
    values: { text: rangeText(interval, domain), ...ends },
    old: old ?? null,
    new: now ?? null,
    example: { exact: toExactText(example), text: pointsText(example) },
  }
}

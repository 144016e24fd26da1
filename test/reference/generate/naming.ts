import type { Measure } from '../model.ts'
import type { RawLeaf } from './rawLeaf.ts'

/** The criterion with its measures' names made different from all others by what they begin with. */
export function namedApart(raw: RawLeaf, start: string): RawLeaf {
  const name = (letter: string): string => `${start}${letter}`
  const { value, rule } = raw.scoring
  const own = value && renamed(value, name)
  const parts =
    rule.kind === 'parts' ? rule.parts.map((part) => ({ ...part, measure: name(part.measure) })) : []
  return {
    ...raw,
    measures: raw.measures.map((measure) => ({
      ...measure,
      name: name(measure.name),
      partOf: measure.partOf && name(measure.partOf),
    })),
    scoring: { ...raw.scoring, value: own, rule: rule.kind === 'parts' ? { kind: 'parts', parts } : rule },
  }
}

type Value = NonNullable<RawLeaf['scoring']['value']>

function renamed(value: Value, name: (letter: string) => string): Value {
  switch (value.kind) {
    case 'plain':
    case 'lateness':
      return { ...value, measure: name(value.measure) }
    case 'share':
      return { ...value, top: name(value.top) }
    default:
      return { ...value, top: name(value.top), bottom: name(value.bottom) }
  }
}

/** The criterion judged by a measure that another one is judged by, where one fits that is declared alike. */
export function sharing(
  one: RawLeaf,
  declared: readonly Measure[],
  fits: (name: string) => boolean,
): RawLeaf {
  const [own, second] = one.measures
  const { value } = one.scoring
  if (!own || second || !value) return one
  const other = declared.find((measure) => fits(measure.name) && said(measure) === said(own))
  if (!other) return one
  return { ...one, measures: [other], scoring: { ...one.scoring, value: renamed(value, () => other.name) } }
}

/** All that is said of a measure but its name. */
function said(measure: Measure): string {
  const plain = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value)
  return JSON.stringify({ ...measure, name: '' }, plain)
}

import type { Field } from '#simulate/index.ts'
import { type Question, queryOf } from './question.ts'

/** The address of what was supposed, from the question mark on, to be kept and sent. */
export function scenarioQuery(
  { name, supposed }: Pick<Question, 'name' | 'supposed'>,
  { fields, rules }: { readonly fields: readonly Field[]; readonly rules: string },
): string {
  const known = new Set(fields.map(({ measure }) => measure.name.text))
  const own = new Map([...supposed].filter(([measure]) => known.has(measure)))
  return `?${queryOf({ name, supposed: own, rules })}`
}

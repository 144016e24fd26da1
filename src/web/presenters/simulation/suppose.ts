import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { positionAt } from '#diagnostic/source.ts'
import { readScenario } from '#records/scenario.ts'
import { type Entry, scenarioSource, type WhatIf, whatIf } from '#simulate/index.ts'
import { toSentence } from '../toSentence.ts'
import type { AskedOf } from './answers.ts'
import type { Question } from './question.ts'

/** What came of supposing something: what would follow, or what is wrong with what was typed, by the name of the field. */
export type Supposed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly found: WhatIf; readonly entries: readonly Entry[] }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** What follows from what was typed for an entrant. */
export function suppose(
  { supposed, rules }: Question,
  { fields, entrant, expectation, rules: ours }: AskedOf,
): Supposed {
  if (rules !== '' && rules !== ours) return { kind: 'faults', faults: [OTHER_RULES] }
  const entries = fields.flatMap((field): Entry[] => {
    const typed = supposed.get(field.measure.name.text)
    return typed === undefined ? [] : [{ field, typed }]
  })
  const { source, lines } = scenarioSource(entries, entrant.id)
  if (lines.length === 0) return { kind: 'nothing' }
  const scenario = readScenario(source)
  const found = scenario.ok ? whatIf(expectation, { scenario: scenario.value, past: 'stays' }) : scenario
  if (found.ok) return { kind: 'answer', found: found.value, entries }
  const { measures } = expectation.evaluation.program
  const titles = new Map([...measures].map(([name, { title }]) => [name, title.text]))
  const faults = found.diagnostics.map((diagnostic) => {
    const [label] = diagnostic.labels
    const line = label && label.source === source ? positionAt(source, label.span.start).line - 2 : -1
    const entry = entries.find(({ field }) => field === lines[line])
    return faultText(diagnostic, entry, titles)
  })
  return { kind: 'faults', faults: [...new Set(faults)] }
}

const OTHER_RULES =
  'Phương án này lập theo bộ tiêu chí khác với bộ đang dùng, nên kết quả có thể không còn đúng như lúc lập.'

/** What is wrong with what was typed, in the words of the form: measures by their titles, and no names of columns. */
function faultText(
  diagnostic: Diagnostic,
  entry: Entry | undefined,
  titles: ReadonlyMap<string, string>,
): string {
  const { code, help = '' } = diagnostic
  const said =
    entry && code === 'field-invalid' ? `không đọc được «${entry.typed}»; ${help}.` : toSentence(diagnostic)
  const spoken = said.replaceAll(/`([^`]*)`/g, (whole, name: string) => {
    const title = titles.get(name)
    return title === undefined ? whole : `«${title}»`
  })
  return entry ? `${entry.field.measure.title.text}: ${spoken}` : spoken
}

import { type Passage, type Passages, tidyLines } from '#language/index.ts'

/** What of a rulebook was written anew, as an address has it: whoever has the address has the draft. */
export interface Rewriting {
  readonly edits: ReadonlyMap<Passage, string>
  /** Whether the ends of the months before are asked of too. */
  readonly past: boolean
  /** The beginning of the hash of the rulebook that it was made on; empty where the address does not tell. */
  readonly rules: string
  /** What the address speaks of and the rulebook does not have. */
  readonly unknown: readonly string[]
}

/** What a passage begins with in an address. */
const PREFIX = 'sua.'

/** Whose codes no criterion can be mistaken for: theirs have no star. */
const PARTS: Readonly<Record<Passage['part'], string | undefined>> = {
  group: undefined,
  criterion: undefined,
  settings: '*chung',
  standing: '*xep-hang',
  amendments: '*sua-doi',
}

const RULES = 'bo'

const PAST = 'cac-thang'

/** The name of a passage's field in forms and addresses. */
export function fieldName({ part, code }: Passage): string {
  return `${PREFIX}${PARTS[part] ?? code}`
}

/** What an address has of passages; a text that says what the passage says is no edit. */
export function rewritingOf(query: string, { all }: Passages): Rewriting {
  const asked = new URLSearchParams(query)
  const byField = new Map(all.map((passage) => [fieldName(passage), passage]))
  const edits = new Map<Passage, string>()
  const unknown: string[] = []
  for (const [name, typed] of asked) {
    if (!name.startsWith(PREFIX)) continue
    const passage = byField.get(name)
    const text = tidyLines(typed).join('\n')
    if (!passage) unknown.push(name.slice(PREFIX.length))
    else if (text !== passage.text) edits.set(passage, text)
  }
  return { edits, past: asked.has(PAST), rules: (asked.get(RULES) ?? '').trim(), unknown }
}

/** Whether an address asks anything. */
export function rewrites(query: string): boolean {
  return [...new URLSearchParams(query).keys()].some((name) => name.startsWith(PREFIX))
}

/** What a form of the draft carries along besides passages. */
export function carriedAlong({ past }: Pick<Rewriting, 'past'>, rules: string): readonly CarriedView[] {
  return [...(past ? [{ field: PAST, text: '1' }] : []), { field: RULES, text: rules }]
}

export interface CarriedView {
  readonly field: string
  readonly text: string
}

/** The address of a draft in the page's, from the question mark on; empty for one that changes nothing. */
export function rewritingQuery(
  edits: ReadonlyMap<Passage, string>,
  { rules, past }: Pick<Rewriting, 'rules' | 'past'>,
): string {
  const query = new URLSearchParams()
  for (const [passage, text] of edits) query.set(fieldName(passage), text)
  if (edits.size === 0) return ''
  if (past) query.set(PAST, '1')
  query.set(RULES, rules)
  return `?${query}`
}

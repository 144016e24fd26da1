import { didYouMean } from '#base/didYouMean.ts'
import { foldText } from '#base/foldText.ts'
import { hasMarks, spellingKey } from '#base/spellingKey.ts'

/** What a text names: one thing, several that are spelt alike, or none. */
export type Found<Value> =
  | { readonly kind: 'one'; readonly value: Value }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  /** `near` looks for a name that it may be a slip of; only messages need to know. */
  | { readonly kind: 'none'; readonly near: () => string | undefined }

export type Finder<Value> = (text: string) => Found<Value>

/** A thing and how it may be called, the name to tell people first. */
export interface Named<Value> {
  readonly value: Value
  readonly names: readonly string[]
}

/**
 * Finds things by their names: capitals, blanks and the place of a tone mark do not matter; a text typed without any marks
 * finds what is spelt so but for them. What several things are called is never guessed. `offered` are the names that a
 * mistyped one may have been meant for.
 */
export function finderOf<Value>(
  things: readonly Named<Value>[],
  offered: readonly string[] = things.flatMap(({ names }) => names),
): Finder<Value> {
  const exact = indexed(things, plainKey)
  const spelt = indexed(things, spellingKey)
  const bare = indexed(things, bareKey)
  const known = new Map<string, Found<Value>>()
  const find: Finder<Value> = (text) => {
    const found =
      exact.get(plainKey(text)) ??
      spelt.get(spellingKey(text)) ??
      (hasMarks(text) ? undefined : bare.get(bareKey(text)))
    const [only] = found ?? []
    if (!found || !only) return { kind: 'none', near: () => didYouMean(text, offered) }
    if (found.size === 1) return { kind: 'one', value: only[0] }
    return { kind: 'several', names: [...found.values()] }
  }
  return (text) => {
    const before = known.get(text)
    if (before) return before
    const found = find(text)
    known.set(text, found)
    return found
  }
}

/** Each key with the things called so, and the name to tell people. */
function indexed<Value>(
  things: readonly Named<Value>[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, ReadonlyMap<Value, string>> {
  const index = new Map<string, Map<Value, string>>()
  for (const { value, names } of things) {
    for (const name of names) {
      const key = keyOf(name)
      index.set(key, (index.get(key) ?? new Map<Value, string>()).set(value, names[0] ?? name))
    }
  }
  return index
}

function plainKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function bareKey(text: string): string {
  return foldText(text)
    .replace(/[\s_]+/g, ' ')
    .trim()
}

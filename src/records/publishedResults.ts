import * as z from 'zod'
import { fromExactText, type Rational } from '#base/rational.ts'
import { readEntrants } from './entrant.ts'
import type { Publication } from './publication.ts'

/** What a publication says of each entrant, as it was published: nothing is computed again. */
export type PublishedResults = ReadonlyMap<string, PublishedResult>

export interface PublishedResult {
  readonly name: string
  /** The exact total, and its text as the rulebook rounds it; `undefined` for an entrant without one. */
  readonly total: { readonly exact: Rational; readonly text: string } | undefined
  readonly rank: number | undefined
  readonly class: string | undefined
}

const exactNumber = z.string().transform((text, context) => {
  const value = fromExactText(text)
  if (value) return value
  context.addIssue('not an exact number')
  return z.NEVER
})

/** Of docs/json.md, what is needed here: later versions may say more. */
const schema = z.object({
  results: z.array(
    z.object({
      entrant: z.string(),
      name: z.string(),
      total: z.object({ exact: exactNumber, text: z.string() }).nullable(),
      rank: z.int().nullable(),
      class: z.string().nullable(),
    }),
  ),
})

/** Results by themselves; `undefined` for a text that is none. */
export function readResults(text: string): PublishedResults | undefined {
  const read = schema.safeParse(parsedJson(text)).data
  return (
    read &&
    new Map(
      read.results.map(({ entrant, name, total, rank, class: given }) => [
        entrant,
        { name, total: total ?? undefined, rank: rank ?? undefined, class: given ?? undefined },
      ]),
    )
  )
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What the commune calls itself in a publication; `undefined` where it is not scored itself. */
export function publishedCommuneName({ dossier }: Publication): string | undefined {
  const entrants = readEntrants({ name: 'entrants.csv', text: dossier.entrants })
  return entrants.ok ? entrants.value.find(({ level }) => level === 'commune')?.name : undefined
}

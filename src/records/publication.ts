import * as z from 'zod'

/**
 * A published result: everything it was computed from, so that anyone can compute it again and get the same bytes. Published once,
 * it never changes; a correction is another that names it.
 */
export interface Publication {
  readonly form: 1
  /** `2026/2026-10`: the edition of the rulebook and the period; a correction has a number behind it: `2026/2026-10.2`. */
  readonly id: string
  readonly commune: string
  readonly edition: string
  /** `2026-10`, or `2026` for a whole year. */
  readonly period: string
  /** The day the scores stand for: `2026-10-31`. */
  readonly asOf: string
  /** When the facts were taken, in ISO form. */
  readonly cutOff: string
  readonly by: string
  /** What is corrected, and why; `null` for the first of its period. */
  readonly corrects: { readonly id: string; readonly why: string; readonly changes: readonly string[] } | null
  readonly rulebook: { readonly version: string; readonly hash: string; readonly text: string }
  /** The text of the two files, and the hash of both. */
  readonly dossier: { readonly hash: string; readonly entrants: string; readonly facts: string }
  /** As `thidua score --json` has them (docs/json.md), and the hash of that text. */
  readonly results: { readonly hash: string; readonly text: string }
  /** The publication before it of the same rulebook: its id and the hash of its whole text. */
  readonly before: { readonly id: string; readonly hash: string } | null
}

const text = z.string()

const schema: z.ZodType<Publication> = z.strictObject({
  form: z.literal(1),
  id: text,
  commune: text,
  edition: text,
  period: text,
  asOf: text,
  cutOff: text,
  by: text,
  corrects: z.strictObject({ id: text, why: text, changes: z.array(text) }).nullable(),
  rulebook: z.strictObject({ version: text, hash: text, text }),
  dossier: z.strictObject({ hash: text, entrants: text, facts: text }),
  results: z.strictObject({ hash: text, text }),
  before: z.strictObject({ id: text, hash: text }).nullable(),
})

/** The one text of a publication: what is stored, hashed and handed out. */
export function publicationText(publication: Publication): string {
  return `${JSON.stringify(publication, null, 1)}\n`
}

/** A publication read back; `undefined` for a text that is none, or of a form of later. */
export function readPublication(content: string): Publication | undefined {
  return schema.safeParse(parsedJson(content)).data
}

const laterForm = z.looseObject({ form: z.int().min(2) })

/** Whether a text that is no publication to this program was written by a later version of it. */
export function isOfLaterForm(content: string): boolean {
  return laterForm.safeParse(parsedJson(content)).success
}

function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

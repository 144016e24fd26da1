import * as z from 'zod'

/** The files that an export wrote into a folder, each with the SHA-256 of its content in hexadecimal. */
export type ExportedFiles = ReadonlyMap<string, string>

const schema = z.strictObject({ form: z.literal(1), files: z.record(z.string(), z.string()) })

/** What is kept beside an exported site, so that the next export knows which files are its own. */
export function exportManifestText(files: ExportedFiles): string {
  const sorted = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `${JSON.stringify({ form: 1, files: Object.fromEntries(sorted) }, null, 1)}\n`
}

/** Reads it back; `undefined` for a text that is none, or of a form of later. */
export function readExportManifest(text: string): ExportedFiles | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text)).data
    return read && new Map(Object.entries(read.files))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

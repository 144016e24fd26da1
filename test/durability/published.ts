import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is published under a number: whoever reads it knows whether it is whole. */
export function contentOf(number: string): string {
  return `${number} `.repeat(200_000 / (number.length + 1))
}

/** The numbers of what somebody reads in the folder of publications, and those of which the text is not whole. */
export function publishedIn(folder: string): {
  readonly whole: ReadonlySet<string>
  readonly torn: readonly string[]
} {
  const whole = new Set<string>()
  const torn: string[] = []
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json')) continue
    const number = file.slice(0, -'.json'.length)
    if (readFileSync(join(folder, file), 'utf8') === contentOf(number)) whole.add(number)
    else torn.push(number)
  }
  return { whole, torn }
}

import type { PlainDate } from '#base/plainDate.ts'
import { run } from '#cli/main.ts'

/** After all facts of the repository's own dossiers. */
export const TODAY: PlainDate = { year: 2026, month: 12, day: 31 }

/** Runs `thidua …` in this process and gives what a person sees: output, then errors, then the exit code. */
export async function runCommand(line: readonly string[]): Promise<string> {
  let [out, error] = ['', '']
  const code = await run(
    ['node', 'thidua', ...line],
    {
      out: (text) => {
        out += text
      },
      error: (text) => {
        error += text
      },
    },
    TODAY,
  )
  return `${out}${error}[${code}]\n`
}

/** The words of a command; what stands in quotes is one. */
export function wordsOf(line: string): readonly string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, '$1'))
}

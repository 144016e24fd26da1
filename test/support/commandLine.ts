import { run } from '#cli/main.ts'

/** Runs `thidua …` in this process and gives what a person sees: output, then errors, then the exit code. */
export async function runCommand(line: readonly string[]): Promise<string> {
  let [out, error] = ['', '']
  const code = await run(['node', 'thidua', ...line], {
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
  })
  return `${out}${error}[${code}]\n`
}

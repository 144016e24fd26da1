import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand, wordsOf } from '../support/commandLine.ts'
import type { Block } from './snippets.ts'

/** The commands of a block, run in a folder, and what each prints, without exit codes: the block as it should be. */
export async function transcriptOf({ text }: Block, folder: string): Promise<string> {
  let transcript = ''
  for (const [, line = ''] of text.matchAll(/^\$ npx thidua (.*)$/gm)) {
    const words = wordsOf(line).map((word) => {
      if (word === '.') return folder
      return /\.\w+$/.test(word) || existsSync(join(folder, word)) ? join(folder, word) : word
    })
    const printed = (await runCommand(words)).replace(/\[\d\]\n$/, '').replaceAll(`${folder}/`, '')
    transcript += `$ npx thidua ${line}\n${printed}`
  }
  return transcript.trimEnd()
}

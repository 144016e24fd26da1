import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand, wordsOf } from '../support/commandLine.ts'
import { expectFile } from '../support/files.ts'

/** Whole transcripts: the command, what it prints, its exit code in brackets. `UPDATE=1` rewrites them. */
const SESSIONS = join(import.meta.dirname, 'sessions')

describe('command line', () => {
  test.each(readdirSync(SESSIONS))('%s', async (file) => {
    const path = join(SESSIONS, file)
    const [, ...commands] = `\n${readFileSync(path, 'utf8')}`.split('\n$ ')
    let transcript = ''
    for (const command of commands) {
      const [line = ''] = command.split('\n')
      const [program, ...rest] = wordsOf(line)
      expect(program).toBe('thidua')
      transcript += `$ ${line}\n${await runCommand(rest)}`
    }
    expectFile(path, transcript)
  })
})

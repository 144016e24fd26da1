import { cpSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../support/commandLine.ts'
import { expectFile } from '../support/files.ts'

/** One fault a file, with what `thidua targets` prints for it over the two small communes of `site/`. */
const CORPUS = 'test/corpus/indicators'
const cases = readdirSync(CORPUS).filter((name) => name.endsWith('.csv'))

async function compared(file: string | undefined, ...options: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  cpSync(join(CORPUS, 'site'), folder, { recursive: true })
  if (file !== undefined) cpSync(join(CORPUS, file), join(folder, 'rules/indicators.csv'))
  const folders = ['--rules', join(folder, 'rules'), '--data', join(folder, 'data')]
  return (await runCommand(['targets', ...folders, ...options])).replaceAll(`${folder}/`, '')
}

describe('indicators.csv', () => {
  test.each(cases)('%s', async (file) => {
    expectFile(join(CORPUS, file.replace(/\.csv$/, '.out')), await compared(file))
  })

  test('as JSON', async () => {
    expectFile(join(CORPUS, 'sound.json'), await compared('sound.csv', '--json'))
  })

  test('may be absent', async () => {
    expect(await compared(undefined)).toBe(
      'Chưa có tệp indicators.csv cho biết tiêu chí nào của các xã là cùng một chỉ tiêu.\n[0]\n',
    )
    expect(await compared(undefined, '--json')).toBe('{\n  "plans": [],\n  "groups": []\n}\n[0]\n')
  })
})

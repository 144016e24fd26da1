import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from './support/files.ts'

describe('the repository', () => {
  test('has nothing at its top but what belongs there', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trimEnd().split('\n')
    const top = new Set(tracked.map((file) => file.split('/')[0]))
    const expected =
      'src rules views test data docs package.json package-lock.json tsconfig.json biome.json README.md LICENSE CHANGELOG.md'
    expect([...top].filter((name) => !name?.startsWith('.')).toSorted()).toEqual(
      expected.split(' ').toSorted(),
    )
  })

  test('names no registry and no machine in its lock file', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(
      /"resolved"|https?:\/\/registry/,
    )
  })

  const generators = globSync('data/**/generate.ts', { cwd: ROOT }).toSorted()
  test.each(generators)('the illustrative facts are what %s makes', async (file) => {
    const { generate } = (await import(join(ROOT, file))) as { generate: () => ReadonlyMap<string, string> }
    for (const [name, text] of generate()) {
      expect(readFileSync(join(ROOT, dirname(file), name), 'utf8')).toBe(text)
    }
  })

  test('knip finds a planted unused export', () => {
    const copy = mkdtempSync(join(tmpdir(), 'thidua-knip-'))
    try {
      for (const name of ['src', 'test', 'data', 'package.json', 'tsconfig.json']) {
        cpSync(join(ROOT, name), join(copy, name), { recursive: true })
      }
      symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
      const knip = (): string => {
        try {
          return execFileSync(process.execPath, [join(ROOT, 'node_modules/knip/bin/knip.js')], {
            cwd: copy,
            encoding: 'utf8',
          })
        } catch (error) {
          return String((error as { stdout?: unknown }).stdout)
        }
      }
      expect(knip().trim()).toBe('')
      appendFileSync(join(copy, 'src/base/listText.ts'), '\nexport const planted = 1\n')
      expect(knip()).toContain('planted')
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })

  test('every folder of the corpus is read by a test', () => {
    const folders = readdirSync(join(ROOT, 'test/corpus')).toSorted()
    expect(folders).toEqual([
      'analysis',
      'data',
      'examples',
      'failing',
      'good',
      'indicators',
      'kinds',
      'manual',
      'names',
      'plans',
      'shapes',
      'structure',
      'sums',
      'syntax',
      'tiers',
      'zero',
    ])
  })
})

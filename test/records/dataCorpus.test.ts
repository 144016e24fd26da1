import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../support/commandLine.ts'
import { expectFile } from '../support/files.ts'

/** One fault a folder, with what `thidua score` prints for it and its exit code beside it. */
const CORPUS = 'test/corpus/data'
const RULES = `${CORPUS}/rules.thidua`
const cases = readdirSync(CORPUS, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('a dossier', () => {
  test.each(cases.map(({ name }) => name))('%s', async (name) => {
    expectFile(join(CORPUS, `${name}.out`), await runCommand(['score', RULES, '--data', `${CORPUS}/${name}`]))
  })

  test('from Excel, or typed in two parts, scores the same as the plain one', async () => {
    const score = (name: string) => runCommand(['score', RULES, '--data', `${CORPUS}/${name}`, '--json'])
    expect(await score('sound_from_excel')).toBe(await score('sound'))
    expect(await score('sound_typed_in_two_parts')).toBe(await score('sound'))
  })
})

describe('a file that is no text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  test.each([
    [
      'a binary file',
      'binary.thidua',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
      'file-not-text',
    ],
    ['a NUL in a text', 'nul.thidua', 'bộ tiêu chí\0', 'file-not-text'],
    [
      'UTF-16, as Notepad saves it',
      'utf16.thidua',
      Buffer.from('\ufeffbộ tiêu chí', 'utf16le'),
      'file-not-text',
    ],
    ['an empty file', 'empty.thidua', '', 'file-empty'],
    ['blanks alone', 'blank.thidua', ' \n\t\n', 'file-empty'],
    ['five megabytes', 'large.thidua', 'số liệu '.repeat(600_000), 'file-too-large'],
  ])('%s', async (_name, file, content, code) => {
    const path = write(file, content)
    const printed = await runCommand(['check', path])
    expect(printed).toContain(`lỗi[${code}]`)
    expect(printed).toContain(path)
    expect(printed).toMatch(/\[2\]\n$/)
    expect(printed).not.toMatch(/\bat .*\.ts:/)
  })

  test.each([
    ['U+0007', '\u0007'],
    ['U+0085', '\u0085'],
    ['U+FFFE', '\ufffe'],
  ])('a control character is shown where it stands: %s', async (name, sign) => {
    const path = write('control.thidua', `bộ tiêu chí "Tin"\n  nhóm I "Một ${sign} hai" tối đa 3 điểm`)
    const printed = await runCommand(['check', path])
    expect(printed).toContain(`lỗi[file-not-text]: có ký tự điều khiển ${name}, không phải chữ`)
    expect(printed).toContain(`${path}:2:15`)
    expect(printed).toContain('2│   nhóm I "Một')
  })

  test('a folder, and a file that is not there', async () => {
    expect(await runCommand(['check', folder])).toContain('đây là thư mục')
    expect(await runCommand(['check', join(folder, 'không-có.thidua')])).toContain('không tìm thấy tệp')
    expect(await runCommand(['check', join(folder, 'x'.repeat(5000))])).toContain('tên tệp quá dài')
  })
})

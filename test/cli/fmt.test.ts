import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../support/commandLine.ts'

const NEAT = 'bộ tiêu chí "Thử" mã thu phiên bản 2026.1\n  thang điểm 10  # dự thảo\n'
const UNTIDY = '\ufeffBỘ TIÊU CHÍ “Thử” mã thu phiên bản 2026.1;thang điểm 10 # dự thảo\r\n'
const BROKEN = 'BỘ TIÊU CHÍ “Thử” mã thu phiên bản 2026.1\nthang diem 10\n'

/** A folder with one file in it. */
function folderWith(text: string): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const file = join(folder, 'a.thidua')
  writeFileSync(file, text)
  return { folder, file }
}

test('a file that changes is rewritten and named, and nothing else is left beside it', async () => {
  const { folder, file } = folderWith(UNTIDY)
  chmodSync(file, 0o664)
  expect(await runCommand(['fmt', file])).toBe(`đã sắp xếp lại: ${file}\n[0]\n`)
  expect(readFileSync(file, 'utf8')).toBe(NEAT)
  expect(statSync(file).mode & 0o777).toBe(0o664)
  expect(readdirSync(folder)).toEqual(['a.thidua'])
})

test('a file that is laid out well is not touched', async () => {
  const { file } = folderWith(NEAT)
  const before = statSync(file)
  expect(await runCommand(['fmt', file])).toBe('[0]\n')
  expect(statSync(file).ino).toBe(before.ino)
})

test.each([
  ['--check', `cần sắp xếp lại: FILE\n[1]\n`],
  ['--stdout', `${NEAT}[0]\n`],
])('%s writes nothing', async (option, printed) => {
  const { file } = folderWith(UNTIDY)
  expect(await runCommand(['fmt', option, file])).toBe(printed.replace('FILE', file))
  expect(readFileSync(file, 'utf8')).toBe(UNTIDY)
})

test('a file with errors is left alone, the others are not', async () => {
  const broken = folderWith(BROKEN)
  const untidy = folderWith(UNTIDY)
  const printed = await runCommand(['fmt', broken.file, untidy.file])
  expect(printed).toMatch(/đã sắp xếp lại: .*lỗi\[missing-tone-marks\].*\[1\]\n$/s)
  expect(readFileSync(broken.file, 'utf8')).toBe(BROKEN)
  expect(readFileSync(untidy.file, 'utf8')).toBe(NEAT)
})

test('of a link, the file it leads to is rewritten', async () => {
  const { folder, file } = folderWith(UNTIDY)
  const link = join(folder, 'b.thidua')
  symlinkSync(file, link)
  await runCommand(['fmt', link])
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe(NEAT)
})

/** The administrator may write anywhere. */
test.skipIf(process.getuid?.() === 0)('a file that may not be written stays, and that is said', async () => {
  const { file } = folderWith(UNTIDY)
  chmodSync(file, 0o444)
  expect(await runCommand(['fmt', file])).toContain('lỗi[file-not-written]: không được phép ghi tệp')
  expect(readFileSync(file, 'utf8')).toBe(UNTIDY)
})

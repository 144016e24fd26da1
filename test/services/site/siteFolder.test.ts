import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openSiteFolder, type SiteFolder } from '#services/site/siteFolder.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'thidua-'))
  folder = join(root, 'trang')
})

const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
/** What is in the folder, but for what the export notes for itself. */
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.startsWith('.thidua-export') && statSync(join(folder, file)).isFile())
    .toSorted()

async function open(): Promise<SiteFolder> {
  const opened = await openSiteFolder(folder)
  if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
  return opened.value
}

/** What became of each file, and of those of before. */
async function exported(contents: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const opened = await open()
  const done: unknown[] = []
  for (const [file, content] of Object.entries(contents)) {
    const put = await opened.put(file, content)
    done.push(put.ok ? put.value : put.diagnostics[0]?.code)
  }
  const finished = await opened.finish()
  return [...done, finished.ok && finished.value]
}

const NONE = { removed: 0, left: [] }

describe('what an export wrote is its own', () => {
  test('it is written once, and again only where it changed', async () => {
    expect(await exported({ 'index.html': '1', 'a/b/index.html': '2' })).toEqual(['written', 'written', NONE])
    expect(await exported({ 'index.html': '1', 'a/b/index.html': '3' })).toEqual([
      'unchanged',
      'written',
      NONE,
    ])
    expect([read('index.html'), read('a/b/index.html')]).toEqual(['1', '3'])
  })

  test('it is removed once no page stands there, with the folders that are empty then', async () => {
    await exported({ 'index.html': '1', 'a/b/index.html': '2', 'a/index.html': '3' })
    expect(await exported({ 'index.html': '1', 'a/index.html': '3' })).toEqual([
      'unchanged',
      'unchanged',
      { removed: 1, left: [] },
    ])
    expect(existsSync(join(folder, 'a/b'))).toBe(false)
    expect(files()).toEqual(['a/index.html', 'index.html'])
  })

  test('unless somebody changed it: then it stays, and that is told', async () => {
    await exported({ 'index.html': '1', 'a/index.html': '2' })
    write('a/index.html', 'sửa tay')
    expect(await exported({ 'index.html': '1' })).toEqual([
      'unchanged',
      { removed: 0, left: ['a/index.html'] },
    ])
    expect(read('a/index.html')).toBe('sửa tay')
  })

  test('an export that was cut short is taken up, and what it wrote can be removed', async () => {
    await exported({ 'index.html': '1', 'old/index.html': '1' })
    const cut = await open()
    await cut.put('index.html', '2')
    await cut.put('new/index.html', '2')
    write('.thidua-export-01234567-89ab-cdef-0123-456789abcdef.tmp', 'half')
    expect(files()).toEqual(['index.html', 'new/index.html', 'old/index.html'])
    expect(await exported({ 'index.html': '3' })).toEqual(['written', { removed: 2, left: [] }])
    expect(readdirSync(folder).toSorted()).toEqual(['.thidua-export.json', 'index.html'])
  })
})

describe('what is somebody else’s', () => {
  test('a folder with files in it is not exported into', async () => {
    write('thư.txt', 'của tôi')
    const opened = await openSiteFolder(folder)
    expect(opened.diagnostics.map(({ code }) => code)).toEqual(['foreign-files'])
    expect(readdirSync(folder)).toEqual(['thư.txt'])
  })

  test.each(['', '{}', '{"form":2,"files":{}}', 'null'])('nor one with the note %j', async (text) => {
    write('.thidua-export.json', text)
    expect((await openSiteFolder(folder)).diagnostics.map(({ code }) => code)).toEqual(['foreign-files'])
  })

  test('a file put beside the pages stays', async () => {
    await exported({ 'index.html': '1', 'a/index.html': '2' })
    write('a/anh-toi-chup.jpg', 'của tôi')
    expect(await exported({ 'index.html': '1' })).toEqual(['unchanged', { removed: 1, left: [] }])
    expect(files()).toEqual(['a/anh-toi-chup.jpg', 'index.html'])
  })

  test('a file where a page is to stand is not replaced', async () => {
    await exported({ 'index.html': '1' })
    write('a/index.html', 'của tôi')
    expect(await exported({ 'index.html': '1', 'a/index.html': '2' })).toEqual([
      'unchanged',
      'foreign-files',
      NONE,
    ])
    expect(read('a/index.html')).toBe('của tôi')
  })

  test('nothing is written, replaced or removed through a link', async () => {
    const outside = join(root, 'ngoài')
    mkdirSync(outside)
    writeFileSync(join(outside, 'index.html'), '2')
    await exported({ 'index.html': '1', 'a/index.html': '2', 'b/index.html': '2' })
    rmSync(join(folder, 'a'), { recursive: true })
    symlinkSync(outside, join(folder, 'a'))
    rmSync(join(folder, 'b/index.html'))
    symlinkSync(join(outside, 'index.html'), join(folder, 'b/index.html'))
    expect(await exported({ 'a/index.html': '3', 'b/index.html': '3' })).toEqual([
      'foreign-files',
      'foreign-files',
      { removed: 1, left: ['a/index.html', 'b/index.html'] },
    ])
    expect(readFileSync(join(outside, 'index.html'), 'utf8')).toBe('2')
  })

  test('a note that names files outside removes none', async () => {
    writeFileSync(join(root, 'ngoài.txt'), '1')
    await exported({ 'ngoài.txt': '1' })
    const note = read('.thidua-export.json')
    write('.thidua-export.json', note.replace('"ngoài.txt"', '"../ngoài.txt"'))
    renameSync(join(folder, 'ngoài.txt'), join(folder, 'khác.txt'))
    expect(await exported({})).toEqual([NONE])
    expect(readFileSync(join(root, 'ngoài.txt'), 'utf8')).toBe('1')
  })
})

test.each([
  '../x',
  'a/../../x',
  '/etc/x',
  'a//b',
  'a/./b',
  '.htaccess',
  'a/.git/config',
  'a\\b',
  'a\0b',
  'a:b',
  'a/b.',
  'a b',
  '',
  'x'.repeat(200),
])('the name %j is no name for a file', async (file) => {
  expect(await exported({ [file]: '1' })).toEqual(['file-not-written', NONE])
  expect(readdirSync(root)).toEqual(['trang'])
  expect(files()).toEqual([])
})

test('two names that some systems hold for one are told', async () => {
  expect(await exported({ 'tieu-chi/III/index.html': '1', 'tieu-chi/iii/index.html': '2' })).toEqual([
    'written',
    'file-not-written',
    NONE,
  ])
})

test('a file is put once in an export, and what was put stays', async () => {
  const opened = await open()
  const [first, again] = [await opened.put('a/index.html', '1'), await opened.put('a/index.html', '1')]
  expect([first.ok, again.diagnostics.map(({ message }) => message)]).toEqual([
    true,
    ['hai trang cùng ghi vào một tệp: a/index.html'],
  ])
  await opened.put('a/index.html', '2')
  await opened.finish()
  expect(read('a/index.html')).toBe('1')
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { assert, property, string, tuple } from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { diskFiles } from '#store/lowdb/diskFiles.ts'
import { publicationPath, recordsFile } from '#store/lowdb/fileNames.ts'
import { openStore } from '#store/lowdb/openLowdbStore.ts'
import type { Store } from '#store/store.ts'
import { change } from './changes.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-'))
})

const FILE = 'publications/xa-mot/2026/2026-10.json'
const CONTENT = '{"kết quả":1}\n'

/** The store and what opening it said. */
async function opened(
  compactAt?: number,
): Promise<{ readonly store: Store; readonly said: readonly string[] }> {
  const result = await openStore(diskFiles(folder), 'kho', compactAt)
  if (!result.ok) throw new Error(result.diagnostics[0]?.message)
  return { store: result.value, said: result.diagnostics.map(({ message }) => message) }
}

/** Publishes in a store that keeps it in its journal, or, with a journal that gives way at once, in its file alone. */
async function published(compactAt?: number): Promise<void> {
  const { store } = await opened(compactAt)
  await store.write(change({ publication: { id: '2026/2026-10', content: CONTENT } }))
  await store.close()
}

/** What a store tells of its publications after it was opened anew. */
async function told(): Promise<{ readonly contents: readonly unknown[]; readonly said: readonly string[] }> {
  const { store, said } = await opened()
  const publications = await store.publications('xa-mot')
  await store.close()
  return { contents: publications.map(({ content }) => content), said }
}

describe('the file of a publication', () => {
  test('is its text to the byte, in the folder of its commune and edition', async () => {
    await published()
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(CONTENT)
    expect(readdirSync(dirname(join(folder, FILE)))).toEqual(['2026-10.json'])
  })

  test('keeps the text alone once the journal has given way', async () => {
    await published(1)
    for (const name of ['journal', 'records/xa-mot.json'])
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('kết quả')
    expect(await told()).toEqual({ contents: [CONTENT], said: [] })
  })

  test('is written at the next start where it is missing and the journal has it', async () => {
    await published()
    rmSync(join(folder, 'publications'), { recursive: true })
    expect(await told()).toEqual({ contents: [CONTENT], said: [] })
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(CONTENT)
  })

  test('is put right where it was changed and the journal has it, and that is told', async () => {
    await published()
    writeFileSync(join(folder, FILE), 'khác')
    expect(await told()).toEqual({
      contents: [CONTENT],
      said: [`kho/${FILE} không còn như lúc công bố: đã ghi lại từ nhật ký`],
    })
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe(CONTENT)
  })

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['changed', (file: string) => writeFileSync(file, CONTENT.replace('1', '2'))],
  ])(
    'that is %s when nothing else has it does not hinder the store, which has no text then',
    async (_what, spoil) => {
      await published(1)
      spoil(join(folder, FILE))
      expect(await told()).toEqual({ contents: [undefined], said: [] })
    },
  )

  test('that is there and that the store knows nothing of is never written over', async () => {
    mkdirSync(dirname(join(folder, FILE)), { recursive: true })
    const { store } = await openedBeside()
    expect(await store.write(change({ publication: { id: '2026/2026-10', content: CONTENT } }))).toEqual({
      ok: false,
      refusals: [{ kind: 'publicationExists', id: '2026/2026-10' }],
    })
    await store.close()
    expect(readFileSync(join(folder, FILE), 'utf8')).toBe('của bản sao lưu mới hơn')
  })
})

/** A store beside whose journal somebody put a published file. */
async function openedBeside(): Promise<{ readonly store: Store }> {
  rmSync(join(folder, 'publications'), { recursive: true })
  const one = await opened()
  mkdirSync(dirname(join(folder, FILE)), { recursive: true })
  writeFileSync(join(folder, FILE), 'của bản sao lưu mới hơn')
  return one
}

describe('names of files', () => {
  test.each([
    ['an-nong', '2026/2026-10.2', 'publications/an-nong/2026/2026-10.2.json'],
    ['An Nông', '2026', 'publications/An%20N%c3%b4ng/2026.json'],
    ['..', '../../journal', 'publications/%2e%2e/%2e%2e/%2e%2e/journal.json'],
    ['.an', '/etc', 'publications/%2ean/%/etc.json'],
    ['', 'a//b', 'publications/%/a/%/b.json'],
  ])('of what «%s» publishes as «%s»', (commune, id, expected) => {
    expect(publicationPath(commune, id)).toBe(expected)
  })

  test('are others for others, and lead nowhere else', () => {
    const text = string({ unit: 'grapheme', maxLength: 120 })
    assert(
      property(tuple(text, text), ([one, other]) => {
        expect(recordsFile(one)).toMatch(/^records\/[%A-Za-z0-9_-][%A-Za-z0-9._-]{0,110}$/)
        expect(recordsFile(one) === recordsFile(other)).toBe(one === other)
      }),
    )
  })

  test('are made on the disk', async () => {
    const { store } = await opened()
    for (const commune of ['Xã Một', '__proto__', '../ra ngoài', 'x'.repeat(300)]) {
      await store.write(change({ commune, publication: { id: '../2026', content: commune } }))
      expect((await store.publications(commune))[0]?.content).toBe(commune)
    }
    await store.close()
    expect(existsSync(join(folder, '..', 'ra ngoài'))).toBe(false)
    expect(readdirSync(join(folder, 'publications'))).toHaveLength(4)
  })
})

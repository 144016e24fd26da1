import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type LiveSite, openLiveSite } from '#services/site/liveSite.ts'
import type { Edition, Site } from '#services/site/site.ts'
import { weightOf } from '#services/site/siteKeeper.ts'
import { type PublicationSource, publicationsInFolder } from '#store/publications.ts'
import { publishedOtherwise, twoMonths } from '../../support/publishing.ts'

const [JANUARY, FEBRUARY] = ['xa/2026/2026-01.json', 'xa/2026/2026-02.json']

const texts = twoMonths()
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  put(JANUARY)
  put(FEBRUARY)
})

const textOf = (file: string): string => texts.get(file) ?? ''
function put(file: string, content: string | Uint8Array = textOf(file)): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), content)
}
const spoilt = (file: string): string => textOf(file).replace('v1,bài,2026-02,5', 'v1,bài,2026-02,6')
const opened = (): Promise<LiveSite> => openLiveSite(publicationsInFolder(folder))

/** What is shown of each publication, by its month: its board, why not, or what is published of one of its entrants. */
async function shown(site: Site): Promise<Readonly<Record<string, string>>> {
  const said: Record<string, string> = {}
  for (const at of site.editions.flatMap(({ all }) => all)) {
    const open = await site.open(at)
    const published = await site.results(at)
    const total = published?.kind === 'published' ? published.results.get('v1')?.total?.text : published?.kind
    const why = open?.kind === 'unreadable' ? open.unreadable.why : undefined
    const reason = why && (why.kind === 'faulty' ? why.faults.map(({ kind }) => kind).join() : why.why)
    said[at.ref.period.index] = `${reason ?? open?.kind} ${total}`
  }
  return said
}

const WHOLE = { 1: 'board 3', 2: 'board 8' }

describe('a folder with', () => {
  test.each<[string, () => void, Readonly<Record<string, string>>]>([
    ['two whole files', () => {}, WHOLE],
    ['an empty file', () => put(FEBRUARY, ''), { 1: 'board 3', 2: 'broken unreadable' }],
    [
      'a half-copied file',
      () => put(FEBRUARY, textOf(FEBRUARY).slice(0, 500)),
      { 1: 'board 3', 2: 'broken unreadable' },
    ],
    [
      'a changed file',
      () => put(FEBRUARY, spoilt(FEBRUARY)),
      { 1: 'board 3', 2: 'hash,otherResults unreadable' },
    ],
    [
      'a file whose results are not those that this program comes to',
      () => put(FEBRUARY, publishedOtherwise(textOf(FEBRUARY))),
      { 1: 'board 3', 2: 'otherResults 1' },
    ],
    [
      'a file in the place of another',
      () => put(FEBRUARY, textOf(JANUARY)),
      { 1: 'board 3', 2: 'otherName unreadable' },
    ],
    [
      'a file that is no text',
      () => put(FEBRUARY, Buffer.from([0x7b, 0xff, 0xfe])),
      { 1: 'board 3', 2: 'notText unreadable' },
    ],
    [
      'a huge file',
      () => truncateSync(join(folder, FEBRUARY), 300_000_000),
      { 1: 'board 3', 2: 'tooLarge unreadable' },
    ],
    [
      'a link that leads to itself',
      () => {
        rmSync(join(folder, FEBRUARY))
        symlinkSync(join(folder, FEBRUARY), join(folder, FEBRUARY))
      },
      { 1: 'board 3', 2: 'failed unreadable' },
    ],
    [
      'a folder that is called like a publication',
      () => mkdirSync(join(folder, 'xa/2026/2026-03.json')),
      WHOLE,
    ],
    ['a link to nothing', () => symlinkSync('nowhere', join(folder, 'xa/2026/2026-03.json')), WHOLE],
  ])('%s', async (_, spoil, expected) => {
    spoil()
    expect(await shown((await opened()).current())).toEqual(expected)
  })
})

describe('at the next refresh', () => {
  test.each<[string, () => void, () => void]>([
    ['half copied', () => put(FEBRUARY, textOf(FEBRUARY).slice(0, 500)), () => put(FEBRUARY)],
    ['changed, and as long as before', () => put(FEBRUARY, spoilt(FEBRUARY)), () => put(FEBRUARY)],
    [
      'changed, as long as before and of the same time',
      () => put(FEBRUARY, spoilt(FEBRUARY)),
      () => {
        put(FEBRUARY)
        utimesSync(join(folder, FEBRUARY), 0, 0)
      },
    ],
    [
      'not to be read',
      () => {
        rmSync(join(folder, FEBRUARY))
        symlinkSync(join(folder, FEBRUARY), join(folder, FEBRUARY))
      },
      () => {
        rmSync(join(folder, FEBRUARY))
        put(FEBRUARY)
      },
    ],
  ])('a file is shown that was %s and is whole now', async (_, spoil, mend) => {
    spoil()
    utimesSync(join(folder, JANUARY), 0, 0)
    const live = await opened()
    expect(await shown(live.current())).not.toEqual(WHOLE)
    mend()
    expect(await live.refresh()).toEqual(new Set(['xa']))
    expect(await shown(live.current())).toEqual(WHOLE)
    expect(await live.refresh()).toEqual(new Set())
  })

  test('a file that could not be read is looked at again, though nothing of it changed', async () => {
    const source = publicationsInFolder(folder)
    let failing = true
    const live = await openLiveSite({
      list: source.list,
      read: async (ref) => (failing ? { kind: 'unread', why: 'failed' } : source.read(ref)),
    })
    expect(await shown(live.current())).toEqual({ 1: 'failed unreadable', 2: 'failed unreadable' })
    failing = false
    const edition = live.current().editions[0]
    expect(await live.refresh()).toEqual(new Set(['xa']))
    expect(live.current().editions[0]).not.toBe(edition)
    expect(await shown(live.current())).toEqual(WHOLE)
  })
})

test('an edition is the same object as long as nothing of it changed, by which what is told of it is kept', async () => {
  put('ya/2026/2026-01.json', textOf(JANUARY))
  const live = await opened()
  const editions = (): readonly Edition[] => live.current().editions
  const [xa, ya] = editions()
  await live.refresh()
  expect([editions()[0] === xa, editions()[1] === ya]).toEqual([true, true])
  put(FEBRUARY, spoilt(FEBRUARY))
  await live.refresh()
  expect([editions()[0] === xa, editions()[1] === ya]).toEqual([false, true])
})

test('what is opened weighs as much as there is of it, and something always', async () => {
  put(FEBRUARY, '')
  const site = (await opened()).current()
  const weights: unknown[] = []
  for (const at of site.editions.flatMap(({ all }) => all)) {
    const open = await site.open(at)
    weights.push(open && weightOf(open))
  }
  // Two villages, one criterion, two facts; nothing.
  expect(weights).toEqual([1 + 2 + 2, 1])
})

test('two who refresh at once wait for each other: the later list counts', async () => {
  const source = publicationsInFolder(folder)
  let listing = 0
  let most = 0
  const live = await openLiveSite({
    ...source,
    list: async () => {
      most = Math.max(most, ++listing)
      const listed = await source.list()
      listing--
      return listed
    },
  })
  const one = live.refresh()
  rmSync(join(folder, FEBRUARY))
  const other = live.refresh()
  await Promise.all([one, other])
  expect([most, live.current().editions[0]?.all.length]).toEqual([1, 1])
})

test('publications are opened one at a time, and each once, whoever asks', async () => {
  const source = publicationsInFolder(folder)
  const reads: number[] = []
  let reading = 0
  const counted: PublicationSource = {
    ...source,
    read: async (ref) => {
      reads.push(++reading)
      const read = await source.read(ref)
      reading--
      return read
    },
  }
  const live = await openLiveSite(counted)
  const places = live.current().editions.flatMap(({ all }) => all)
  await Promise.all([...places, ...places].map((at) => live.current().open(at)))
  await live.refresh()
  await Promise.all(places.map((at) => live.current().open(at)))
  expect(reads).toEqual([1, 1])
})

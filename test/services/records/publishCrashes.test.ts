import { expect, test } from 'vitest'
import { type Period, parsePeriod } from '#base/period.ts'
import { loadProgram, type Program } from '#engine/index.ts'
import { publishFrom } from '#services/records/publishPeriod.ts'
import { verifyPublications } from '#services/records/verify.ts'
import { openStore } from '#store/lowdb/openLowdbStore.ts'
import { type PublicationSource, publicationsAtHand } from '#store/publications.ts'
import type { Store } from '#store/store.ts'
import { randomStream } from '../../../data/makeUp.ts'
import { type FaultyDisk, faultyDisk, type Options } from '../../store/faultyFiles.ts'
import { RULES } from './smallCommune.ts'

/** What may be left of unsynced bytes differs from try to try. */
const TRIES = 2
const AT = '2026-12-01T08:00:00+07:00'

function programOf(text: string): Program {
  const loaded = loadProgram({ name: '2026.thidua', text })
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message)
  return loaded.value
}
const PROGRAM = programOf(RULES)
const commune = PROGRAM.rulebook.code.text

async function opened({ files }: FaultyDisk): Promise<Store> {
  const store = await openStore(files, 'kho', 2000)
  if (!store.ok) throw new Error(store.diagnostics[0]?.message)
  return store.value
}

function periodOf(key: string): Period {
  const period = parsePeriod(key)
  if (!period) throw new Error(key)
  return period
}

/** Takes in two months and publishes them, and a correction; gives the ids that were acknowledged before it stopped. */
async function publishThree(disk: FaultyDisk): Promise<readonly string[]> {
  const acknowledged: string[] = []
  try {
    const store = await opened(disk)
    const made = { commune, at: AT, by: 'Văn phòng', why: '' }
    const entrant = { id: 'thon-1', name: 'Thôn 1', kind: 'thôn', parent: '', cluster: '', attributes: '' }
    const fact = { entrant: 'thon-1', measure: 'bài', status: '', source: '', evidence: '' }
    const facts = ['2026-08', '2026-09'].map((period) => ({ ...fact, period, value: '4' }))
    await store.write({ ...made, entrants: [entrant], facts })
    const publish = async (period: string, corrects?: string): Promise<void> => {
      const request = {
        commune,
        edition: '2026',
        period: periodOf(period),
        corrects,
        at: AT,
        by: 'Văn phòng',
      }
      const published = await publishFrom(store, PROGRAM, request)
      if (!published.ok) throw new Error(published.diagnostics[0]?.message)
      acknowledged.push(published.value.id)
    }
    await publish('2026-08')
    await publish('2026-09')
    await store.write({ ...made, facts: [{ ...fact, period: '2026-08', value: '5', replaces: 1 }] })
    await publish('2026-08', 'thôn báo nhầm')
    await store.close()
  } catch {
    // What was acknowledged is all that counts.
  }
  return acknowledged
}

/** What a reader finds in the folder of publications. */
async function folderOf({ files }: FaultyDisk): Promise<PublicationSource> {
  const texts = new Map<string, string>()
  for (const name of await files.list(`publications/${commune}/2026`)) {
    const path = `${commune}/2026/${name}`
    texts.set(path, Buffer.from((await files.read(`publications/${path}`)) ?? []).toString())
  }
  return publicationsAtHand(texts)
}

/** What is published in a folder, and what of it does not hold. */
async function seenIn(
  disk: FaultyDisk,
): Promise<{ readonly ids: readonly string[]; readonly faults: readonly string[] }> {
  const source = await folderOf(disk)
  const editions = await verifyPublications(source, await source.list())
  const publications = editions.flatMap((edition) => edition.publications)
  return {
    ids: publications.map(({ id }) => id),
    faults: publications.flatMap(({ id, faults }) => faults.map((fault) => `${id}: ${fault}`)),
  }
}

/** Everything wrong after the power was cut: before the store is opened anew, and after. */
async function faultsAfter(disk: FaultyDisk, acknowledged: readonly string[]): Promise<readonly string[]> {
  const before = await seenIn(disk)
  const store = await opened(disk)
  const kept = (await store.publications(commune)).map(({ id }) => id)
  await store.close()
  const after = await seenIn(disk)
  return [
    ...before.faults.map((fault) => `before opening: ${fault}`),
    ...after.faults,
    ...before.ids.filter((id) => !after.ids.includes(id)).map((id) => `shown, then gone: ${id}`),
    ...acknowledged.filter((id) => !after.ids.includes(id)).map((id) => `lost ${id}`),
    ...(kept.join() === after.ids.join() ? [] : [`kept ${kept.join()}, shown ${after.ids.join()}`]),
  ]
}

async function interruptedEverywhere(options: Options): Promise<{
  readonly runs: number
  readonly whole: ReadonlySet<string>
  readonly found: readonly string[]
}> {
  const first = faultyDisk()
  expect(await publishThree(first)).toEqual(['2026/2026-08', '2026/2026-09', '2026/2026-08.2'])
  const found: string[] = []
  const whole = new Set<string>()
  let runs = 0
  for (let at = 8; at <= first.calls(); at++) {
    for (let seed = 1; seed <= TRIES; seed++) {
      const disk = faultyDisk({ ...options, fault: { at, kind: 'powerCut' } })
      const acknowledged = await publishThree(disk)
      const left = disk.afterPowerCut(randomStream(at * 1000 + seed))
      const wrong = await faultsAfter(left, acknowledged).catch((error: Error) => [error.message])
      whole.add((await seenIn(left)).ids.join())
      found.push(...wrong.map((what) => `call ${at}, seed ${seed}: ${what}`))
      runs += 1
    }
  }
  return { runs, whole, found }
}

test('a publish cut short at any call leaves it wholly there, in file and chain, or not at all', async () => {
  const { runs, whole, found } = await interruptedEverywhere({})
  expect(found).toEqual([])
  expect(runs).toBeGreaterThan(60)
  expect([...whole]).toEqual([
    '',
    '2026/2026-08',
    '2026/2026-08,2026/2026-09',
    '2026/2026-08,2026/2026-09,2026/2026-08.2',
  ])
})

test('control: on a disk that only says it synced, the same runs find publications lost', async () => {
  const { found } = await interruptedEverywhere({ liesAboutSync: true })
  expect(found.filter((what) => /lost|then gone|LỆCH|kept/.test(what)).length).toBeGreaterThan(10)
})

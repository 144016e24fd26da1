import { expect, test } from 'vitest'
import type { Change } from '#records/change.ts'
import { openStore } from '#store/lowdb/openLowdbStore.ts'
import type { Store } from '#store/store.ts'
import { randomStream } from '../../data/makeUp.ts'
import { change, ENTRANTS, fact } from './changes.ts'
import { type FaultyDisk, faultyDisk, type Options } from './faultyFiles.ts'

/** Small enough that the journal gives way to a snapshot several times. */
const COMPACT_AT = 900
const ROUNDS = 8
/** What may be left of unsynced bytes differs from try to try. */
const TRIES = 6

async function opened({ files }: FaultyDisk): Promise<Store> {
  const store = await openStore(files, 'dữ-liệu', COMPACT_AT)
  if (!store.ok) throw new Error(store.diagnostics[0]?.message)
  return store.value
}

/** Two facts that belong together: both are kept or neither. */
function pair(round: number, place: number): Change {
  const period = `2026-${`${round}`.padStart(2, '0')}`
  return change({
    why: `${round}.${place}`,
    facts: [
      fact('thon-1', `${place}`, `${period}.${place}a`),
      fact('thon-2', `${place}`, `${period}.${place}b`),
    ],
  })
}

/** Writes rounds of changes that come at once; gives those that were acknowledged before everything stopped. */
async function use(disk: FaultyDisk): Promise<readonly string[]> {
  const acknowledged: string[] = []
  try {
    const store = await opened(disk)
    await store.write(change({ why: 'danh sách', entrants: ENTRANTS }))
    acknowledged.push('danh sách')
    for (let round = 1; round <= ROUNDS; round++) {
      const written = await Promise.allSettled(
        [1, 2, 3].map(async (place) => {
          const made = pair(round, place)
          if ((await store.write(made)).ok) acknowledged.push(made.why)
        }),
      )
      if (written.some(({ status }) => status === 'rejected')) break
    }
  } catch {
    // What was acknowledged is all that counts.
  }
  return acknowledged
}

/** What is wrong with the records on a disk after its power was cut: nothing, if all is well. */
async function faults(disk: FaultyDisk, acknowledged: readonly string[]): Promise<readonly string[]> {
  const store = await opened(disk)
  const { facts } = await store.current('xa-mot')
  const whys = (await store.audit('xa-mot')).map(({ why }) => why)
  const lost = acknowledged.filter((why) => !whys.includes(why)).map((why) => `lost ${why}`)
  const halved =
    facts.length === 2 * whys.filter((why) => why !== 'danh sách').length ? [] : ['half a change']
  const twice = whys.filter((why, index) => whys.indexOf(why) !== index).map((why) => `twice ${why}`)
  const next = change({ why: 'sau', entrants: ENTRANTS, facts: [fact('thon-1', '1', '2027-01')] })
  const goesOn = (await store.write(next)).ok ? [] : ['takes no more']
  return [...lost, ...halved, ...twice, ...goesOn]
}

async function callsOf(work: (disk: FaultyDisk) => Promise<unknown>, from?: FaultyDisk): Promise<number> {
  const disk = from ?? faultyDisk()
  await work(disk)
  return disk.calls()
}

/** Stops the work at each of its calls in turn, cuts the power, and looks at what is left. */
async function crashedEverywhere(
  options: Options,
  kind: 'failure' | 'powerCut',
): Promise<{ readonly runs: number; readonly found: readonly string[] }> {
  const calls = await callsOf(use)
  const found: string[] = []
  let runs = 0
  for (let at = 1; at <= calls; at++) {
    for (let seed = 1; seed <= TRIES; seed++) {
      const disk = faultyDisk({ ...options, fault: { at, kind } })
      const acknowledged = await use(disk)
      const left = disk.afterPowerCut(randomStream(at * 1000 + seed))
      const wrong = await faults(left, acknowledged).catch((error: Error) => [error.message])
      found.push(...wrong.map((what) => `call ${at}, seed ${seed}: ${what}`))
      runs += 1
    }
  }
  return { runs, found }
}

test('a journal gives way to a snapshot more than once in the work', async () => {
  const disk = faultyDisk()
  await use(disk)
  expect(await disk.files.read('records.before.json')).toBeDefined()
})

test.each(['powerCut', 'failure'] as const)(
  'a %s at any call loses nothing that was acknowledged',
  async (kind) => {
    const { runs, found } = await crashedEverywhere({}, kind)
    expect(found).toEqual([])
    expect(runs).toBeGreaterThan(300)
  },
)

test('control: on a disk that only says it synced, the same runs find loss', async () => {
  const { found } = await crashedEverywhere({ liesAboutSync: true }, 'powerCut')
  expect(found.filter((what) => what.includes('lost')).length).toBeGreaterThan(100)
})

test('a power cut while what the last one left is being mended loses nothing either', async () => {
  const calls = await callsOf(use)
  for (let at = 3; at <= calls; at += 2) {
    const first = faultyDisk({ fault: { at, kind: 'powerCut' } })
    const acknowledged = await use(first)
    for (let again = 1; again <= 12; again++) {
      const left = first.afterPowerCut(randomStream(at))
      const second = await remade(left, again)
      const wrong = await faults(second.afterPowerCut(randomStream(again)), acknowledged)
      expect(wrong, `call ${at}, then ${again}`).toEqual([])
    }
  }
})

/** The disk after it was opened anew and lost power at a call of that. */
async function remade(left: FaultyDisk, at: number): Promise<FaultyDisk> {
  const disk = left.withFault({ at, kind: 'powerCut' })
  await opened(disk).catch(() => {})
  return disk
}

test('a power cut while a spoilt snapshot is being replaced loses nothing', async () => {
  const disk = faultyDisk()
  const acknowledged = await use(disk)
  const spoil = async (): Promise<FaultyDisk> => {
    const spoilt = disk.afterPowerCut(() => 0.3)
    await spoilt.files.write('records.json', Buffer.from('x'))
    await spoilt.files.sync('records.json')
    return spoilt
  }
  const calls = await callsOf(
    async (work) => (await opened(work)).close(),
    (await spoil()).withFault({ at: 0, kind: 'powerCut' }),
  )
  for (let at = 1; at <= calls; at++) {
    for (let seed = 1; seed <= TRIES; seed++) {
      const second = (await spoil()).withFault({ at, kind: 'powerCut' })
      await opened(second)
        .then((store) => store.close())
        .catch(() => {})
      expect(
        await faults(second.afterPowerCut(randomStream(seed)), acknowledged),
        `call ${at}, seed ${seed}`,
      ).toEqual([])
    }
  }
})

test('after a failure nothing is taken or told any more', async () => {
  const calls = await callsOf(use)
  const disk = faultyDisk({ fault: { at: calls, kind: 'failure' } })
  const store = await opened(disk)
  await store.write(change({ entrants: ENTRANTS }))
  let failed: unknown
  for (let round = 1; failed === undefined; round++) {
    failed = await store.write(pair(round, 1)).then(
      () => undefined,
      (error: unknown) => error,
    )
  }
  expect(failed).toMatchObject({ name: 'StoreFailure', cause: { message: 'EIO' } })
  await expect(store.write(pair(99, 1))).rejects.toBe(failed)
  await expect(store.current('xa-mot')).rejects.toBe(failed)
})

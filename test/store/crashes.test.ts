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

async function opened({ files }: FaultyDisk, compactAt = COMPACT_AT): Promise<Store> {
  const store = await openStore(files, 'dữ-liệu', compactAt)
  if (!store.ok) throw new Error(store.diagnostics[0]?.message)
  return store.value
}

/** Two facts that belong together: both are kept or neither. */
function pair(round: number, place: number, commune = 'xa-mot'): Change {
  const period = `2026-${`${round}`.padStart(2, '0')}`
  return change({
    commune,
    why: `${round}.${place}`,
    facts: [
      fact('thon-1', `${place}`, `${period}.${place}a`),
      fact('thon-2', `${place}`, `${period}.${place}b`),
    ],
  })
}

/** What is published in every other round. */
function published(round: number): Change {
  const content = `kết quả ${round} `.repeat(20)
  return change({ why: `công bố ${round}`, publication: { id: `2026/2026-${round}`, content } })
}

/** The second commune is written to in two rounds only: its files stand while those of the first change. */
function changesOf(round: number): readonly Change[] {
  return [
    ...[1, 2, 3].map((place) => pair(round, place)),
    ...(round > 1 ? [published(round)] : []),
    ...(round === 2 || round === 6 ? [pair(round, 1, 'xa-hai')] : []),
  ]
}

const nameOf = ({ commune, why }: Pick<Change, 'commune' | 'why'>): string => `${commune}: ${why}`

/** Writes rounds of changes that come at once; gives those that were acknowledged before everything stopped. */
async function use(disk: FaultyDisk, rounds = ROUNDS, from = 1): Promise<readonly string[]> {
  const acknowledged: string[] = []
  const write = async (store: Store, made: Change): Promise<void> => {
    if ((await store.write(made)).ok) acknowledged.push(nameOf(made))
  }
  try {
    const store = await opened(disk)
    for (const commune of ['xa-mot', 'xa-hai'])
      await write(store, change({ commune, why: `danh sách ${from}`, entrants: ENTRANTS }))
    for (let round = from; round < from + rounds; round++) {
      const written = await Promise.allSettled(
        changesOf(round).map(async (made) => {
          // What is published comes while the rest is being written, each time at another moment.
          if (made.publication) for (let moment = 0; moment < round; moment++) await undefined
          await write(store, made)
        }),
      )
      if (written.some(({ status }) => status === 'rejected')) return acknowledged
    }
    await store.close()
  } catch {
    // What was acknowledged is all that counts.
  }
  return acknowledged
}

/** What is wrong with the records on a disk after its power was cut: nothing, if all is well. */
async function faults(disk: FaultyDisk, acknowledged: readonly string[]): Promise<readonly string[]> {
  const seen = await filesOf(disk)
  const store = await opened(disk)
  const found: string[] = []
  const kept: string[] = []
  for (const commune of ['xa-mot', 'xa-hai']) {
    const audit = await store.audit(commune)
    const { facts } = await store.current(commune)
    kept.push(...audit.map(({ why }) => nameOf({ commune, why })))
    const pairs = audit.filter(({ added }) => added > 0)
    if (facts.length !== 2 * pairs.length) found.push('half a change')
  }
  found.push(...acknowledged.filter((name) => !kept.includes(name)).map((name) => `lost ${name}`))
  found.push(...kept.filter((name, index) => kept.indexOf(name) !== index).map((name) => `twice ${name}`))
  const publications = await store.publications('xa-mot')
  for (const { id, content } of publications) {
    const round = Number(id.split('-')[1])
    if (content !== published(round).publication?.content) found.push(`lost the text of ${id}`)
  }
  const texts = publications.map(({ content }) => content)
  found.push(...seen.filter((text) => !texts.includes(text)).map((text) => `shown, not kept: ${text}`))
  const next = change({ why: 'sau', entrants: ENTRANTS, facts: [fact('thon-1', '1', '2027-01')] })
  if (!(await store.write(next)).ok) found.push('takes no more')
  return found
}

/** What somebody reads who looks at the published files without opening the store. */
async function filesOf({ files }: FaultyDisk): Promise<readonly string[]> {
  const folder = 'publications/xa-mot/2026'
  const names = (await files.list(folder)).filter((name) => name.endsWith('.json'))
  const read = names.map(async (name) =>
    Buffer.from((await files.read(`${folder}/${name}`)) ?? []).toString(),
  )
  return Promise.all(read)
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
  const calls = await callsOf((disk) => use(disk))
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
  expect(await disk.files.read('records/xa-mot.json.before')).toBeDefined()
  expect(await disk.files.read('records/xa-hai.json.before')).toBeDefined()
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
  const calls = await callsOf((disk) => use(disk))
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
  const disk = left.forAnother({ at, kind: 'powerCut' })
  await opened(disk).catch(() => {})
  return disk
}

test('a power cut after a killed process was followed by another loses nothing either', async () => {
  const calls = await callsOf((disk) => use(disk))
  for (let at = 3; at <= calls; at += 2) {
    for (let again = 4; again <= 40; again += 3) {
      const first = faultyDisk({ fault: { at, kind: 'powerCut' } })
      const acknowledged = [...(await use(first))]
      const second = first.forAnother({ at: again, kind: 'powerCut' })
      acknowledged.push(...(await use(second, 3, 100)))
      const wrong = await faults(second.afterPowerCut(randomStream(at + again)), acknowledged)
      expect(wrong, `call ${at}, then ${again}`).toEqual([])
    }
  }
})

test('a power cut while a spoilt snapshot is being replaced loses nothing', async () => {
  const disk = faultyDisk()
  const acknowledged = await use(disk)
  const spoil = async (): Promise<FaultyDisk> => {
    const spoilt = disk.afterPowerCut(() => 0.3)
    await spoilt.files.write('records/xa-mot.json', Buffer.from('x'))
    await spoilt.files.sync('records/xa-mot.json')
    return spoilt
  }
  const calls = await callsOf(
    async (work) => (await opened(work)).close(),
    (await spoil()).forAnother({ at: 0, kind: 'powerCut' }),
  )
  for (let at = 1; at <= calls; at++) {
    for (let seed = 1; seed <= TRIES; seed++) {
      const second = (await spoil()).forAnother({ at, kind: 'powerCut' })
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

test('what is published when the journal is about to give way is kept', async () => {
  const publish = async (disk: FaultyDisk, moments: number): Promise<readonly string[]> => {
    const acknowledged: string[] = []
    const store = await opened(disk, 1)
    const write = async (made: Change): Promise<void> => {
      if ((await store.write(made)).ok) acknowledged.push(nameOf(made))
    }
    const first = write(change({ why: 'danh sách', entrants: ENTRANTS }))
    for (let moment = 0; moment < moments; moment++) await undefined
    await Promise.allSettled([first, write(published(2))])
    await store.close().catch(() => {})
    return acknowledged
  }
  for (let moments = 1; moments <= 12; moments++) {
    const calls = await callsOf((disk) => publish(disk, moments))
    for (let at = 12; at <= calls; at++) {
      const disk = faultyDisk({ fault: { at, kind: 'powerCut' } })
      const acknowledged = await publish(disk, moments)
      const wrong = await faults(disk.afterPowerCut(randomStream(at)), acknowledged)
      expect(wrong, `${moments} moments, call ${at}`).toEqual([])
    }
  }
})

/** Spoils each file of the communes in turn, and looks at what the others have. */
async function spoiltInTurn(disk: FaultyDisk, acknowledged: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await disk.files.list('records')) {
    const spoilt = disk.afterPowerCut(() => 0)
    await spoilt.files.write(`records/${name}`, Buffer.from('x'))
    const wrong = await faults(spoilt, acknowledged).catch((error: Error) => [error.message])
    found.push(...wrong.map((what) => `${name}: ${what}`))
  }
  return found
}

test('whichever file of a commune is spoilt, the others have everything', async () => {
  for (let rounds = 1; rounds <= 14; rounds++) {
    const disk = faultyDisk()
    expect(await spoiltInTurn(disk, await use(disk, rounds)), `${rounds} rounds`).toEqual([])
  }
})

test('so they have after a crash, and after a spoilt file was stood in for', async () => {
  const calls = await callsOf((disk) => use(disk))
  for (let at = 5; at <= calls; at++) {
    const first = faultyDisk({ fault: { at, kind: 'powerCut' } })
    const acknowledged = [...(await use(first))]
    const second = first.afterPowerCut(randomStream(at))
    if ((await second.files.list('records')).includes('xa-hai.json') && at % 2 === 0)
      await second.files.write('records/xa-hai.json', Buffer.from('x'))
    acknowledged.push(...(await use(second, 1 + (at % 4), 101)))
    expect(await spoiltInTurn(second, acknowledged), `call ${at}`).toEqual([])
  }
})

test('after a failure nothing is taken or told any more', async () => {
  const calls = await callsOf((disk) => use(disk))
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

test('a fault after the last answer is told when the store is closed', async () => {
  const publish = async (disk: FaultyDisk): Promise<'told at once' | 'told by closing' | 'none'> => {
    const store = await opened(disk)
    try {
      await store.write(change({ entrants: ENTRANTS }))
      await store.write(published(1))
    } catch {
      await store.close()
      return 'told at once'
    }
    return store.close().then(
      () => 'none',
      ({ name }: Error) => (name === 'StoreFailure' ? 'told by closing' : 'none'),
    )
  }
  const calls = await callsOf(publish)
  const opening = await callsOf((disk) => opened(disk))
  const told = []
  for (let at = opening + 1; at <= calls; at++)
    told.push(await publish(faultyDisk({ fault: { at, kind: 'failure' } })))
  expect(told.indexOf('told by closing')).toBeGreaterThan(0)
  expect(told.lastIndexOf('told at once')).toBeLessThan(told.indexOf('told by closing'))
  expect(told).not.toContain('none')
})

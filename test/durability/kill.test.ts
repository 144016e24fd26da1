import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import { randomStream } from '../../data/makeUp.ts'
import { contentOf, publishedIn } from './published.ts'

const TRIALS = Number(process.env['TRIALS'] ?? 12)
const SEED = Number(process.env['SEED'] ?? 1)

/** Kills a writer once it has acknowledged so many changes and so many milliseconds have passed; gives all that it acknowledged. */
async function killed(
  folder: string,
  after: number,
  later: number,
  ...options: readonly string[]
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    printed += text
    if (printed.split('\n').length > after) setTimeout(() => child.kill('SIGKILL'), later)
  })
  await once(child, 'close')
  return printed.split('\n').slice(0, -1)
}

/** Writers that are killed one after the other on the same folder, and what of theirs is gone in the end. */
async function killedAgainAndAgain(...options: readonly string[]): Promise<{
  readonly acknowledged: number
  readonly lost: number
  readonly halved: number
  readonly mended: number
}> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const random = randomStream(SEED)
  const acknowledged: string[] = []
  let mended = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    acknowledged.push(...(await killed(folder, 1 + Math.floor(random() * 400), 0, ...options)))
    const opened = await openLowdbStore(folder)
    if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
    mended += opened.diagnostics.length
    await opened.value.close()
  }
  const opened = await openLowdbStore(folder)
  if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
  const { facts } = await opened.value.current('xa-mot')
  const kept = new Map<string, number>()
  for (const { value } of facts) kept.set(value, (kept.get(value) ?? 0) + 1)
  await opened.value.close()
  rmSync(folder, { recursive: true })
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((number) => !kept.has(number)).length,
    halved: [...kept.values()].filter((count) => count !== 2).length,
    mended,
  }
}

/** The files of what was acknowledged together take about as long. */
const MOST_LATER = 60

/** Publishers that are killed one after the other on the same folder: what is read of theirs at once, and in the end. */
async function publishersKilled(...options: readonly string[]): Promise<{
  readonly acknowledged: number
  readonly torn: number
  readonly shownEarly: number
  readonly missing: number
}> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const published = join(folder, 'publications', 'xa-mot', '2026')
  const random = randomStream(SEED)
  const acknowledged: string[] = []
  let torn = 0
  let shownEarly = 0
  let missing = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    acknowledged.push(
      ...(await killed(folder, 1 + Math.floor(random() * 20), random() * MOST_LATER, ...options)),
    )
    // As the site does it, while the store is not even open.
    const seen = publishedIn(published)
    torn += seen.torn.length
    const opened = await openLowdbStore(folder)
    if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
    const kept = new Map((await opened.value.publications('xa-mot')).map(({ id, content }) => [id, content]))
    await opened.value.close()
    shownEarly += [...seen.whole].filter((number) => kept.get(`2026/${number}`) !== contentOf(number)).length
    const after = publishedIn(published)
    missing += acknowledged.filter((number) => !after.whole.has(number)).length
    for (const number of seen.whole) if (!acknowledged.includes(number)) acknowledged.push(number)
  }
  rmSync(folder, { recursive: true })
  return { acknowledged: acknowledged.length, torn, shownEarly, missing }
}

test('a writer that is killed loses nothing it acknowledged, and leaves no half change', async () => {
  const { acknowledged, lost, halved, mended } = await killedAgainAndAgain()
  process.stdout.write(
    `kill -9: ${TRIALS} trials, seed ${SEED}: ${acknowledged} acknowledged, ${lost} lost, ${halved} halved, ${mended} torn ends mended\n`,
  )
  expect(acknowledged).toBeGreaterThan(TRIALS)
  expect([lost, halved]).toEqual([0, 0])
})

test('control: one that acknowledges before it is on the disk is seen to lose', async () => {
  const { acknowledged, lost } = await killedAgainAndAgain('--careless')
  process.stdout.write(`control: ${acknowledged} acknowledged too early, ${lost} lost\n`)
  expect(lost).toBeGreaterThan(0)
})

test('a publisher that is killed leaves files that are whole and kept, and all that it acknowledged', async () => {
  const { acknowledged, torn, shownEarly, missing } = await publishersKilled('--publish')
  process.stdout.write(
    `kill -9 of a publisher: ${TRIALS} trials, seed ${SEED}: ${acknowledged} published, ${torn} torn, ${shownEarly} shown but not kept, ${missing} missing\n`,
  )
  expect(acknowledged).toBeGreaterThan(TRIALS)
  expect([torn, shownEarly, missing]).toEqual([0, 0, 0])
})

test('control: one that writes files under their names is seen to leave torn ones', async () => {
  const { acknowledged, torn } = await publishersKilled('--in-place')
  process.stdout.write(`control: ${acknowledged} published in place, ${torn} torn\n`)
  expect(torn).toBeGreaterThan(0)
})

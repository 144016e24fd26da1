import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import { randomStream } from '../../data/makeUp.ts'

const TRIALS = Number(process.env['TRIALS'] ?? 12)
const SEED = Number(process.env['SEED'] ?? 1)

/** Kills a writer once it has acknowledged so many changes, or a moment later; gives all that it acknowledged. */
async function killed(
  folder: string,
  after: number,
  ...options: readonly string[]
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    printed += text
    if (printed.split('\n').length > after) child.kill('SIGKILL')
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
    acknowledged.push(...(await killed(folder, 1 + Math.floor(random() * 400), ...options)))
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

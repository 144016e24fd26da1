import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFault } from '#store/diskFault.ts'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import type { Store, StoreFailure } from '#store/store.ts'
import { change, ENTRANTS, fact } from '../store/changes.ts'

/** A small disk in memory. Needs root; where it cannot be had the tests are left out, and say so. */
function mount(folder: string, ...options: readonly string[]): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(), 'tmpfs', folder], { stdio: 'pipe' })
}

function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'pipe' })
}

function hindrance(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  try {
    mount(folder, 'size=64k')
    unmount(folder)
    return undefined
  } catch (error) {
    return String(error).split('\n')[0]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const hindered = hindrance()
if (hindered !== undefined) process.stderr.write(`\nFULL DISKS ARE NOT TESTED on this machine: ${hindered}\n`)

async function opened(folder: string): Promise<Store> {
  const store = await openLowdbStore(folder)
  if (!store.ok) throw new Error(store.diagnostics[0]?.message)
  return store.value
}

/** Publishes until the disk has no room; gives the ids that were acknowledged, and what it ended with. */
async function publishUntilFull(
  folder: string,
): Promise<{ readonly ids: readonly string[]; readonly failure: unknown }> {
  const store = await opened(folder)
  await store.write(change({ entrants: ENTRANTS, facts: [fact('thon-1', '1')] }))
  const ids: string[] = []
  try {
    for (let number = 1; ; number++) {
      const id = `2026/${number}`
      await store.write(change({ publication: { id, content: `${number} `.repeat(20_000) } }))
      ids.push(id)
    }
  } catch (failure) {
    await store.close()
    return { ids, failure }
  }
}

test.skipIf(hindered !== undefined)(
  'a disk that is full ends the store in words, and loses nothing',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
    mount(folder, 'size=1m')
    try {
      const { ids, failure } = await publishUntilFull(folder)
      expect(ids.length).toBeGreaterThan(2)
      expect(diskFault((failure as StoreFailure).cause)).toBe('đĩa đã đầy')
      const full = await openLowdbStore(folder)
      expect(full.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
        `store-failed: không mở được kho dữ liệu ${folder}: đĩa đã đầy`,
      ])
      execFileSync('mount', ['-o', 'remount,size=8m', folder], { stdio: 'pipe' })
      const store = await opened(folder)
      const kept = await store.publications('xa-mot')
      expect(kept.filter(({ content }) => content !== undefined).map(({ id }) => id)).toEqual(
        expect.arrayContaining([...ids]),
      )
      expect(kept.every(({ content }) => content !== undefined)).toBe(true)
      await store.close()
      process.stdout.write(`full disk: ${ids.length} acknowledged, ${kept.length} kept\n`)
    } finally {
      unmount(folder)
      rmSync(folder, { recursive: true })
    }
  },
)

test.skipIf(hindered !== undefined)('a disk that can only be read is told in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  mount(folder, 'size=64k', 'ro')
  try {
    const store = await openLowdbStore(join(folder, 'kho'))
    expect(store.diagnostics.map(({ message }) => message)).toEqual([
      `không mở được kho dữ liệu ${join(folder, 'kho')}: ổ đĩa chỉ cho đọc`,
    ])
  } finally {
    unmount(folder)
    rmSync(folder, { recursive: true })
  }
})

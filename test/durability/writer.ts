/**
 * Writes to a store without end, eight changes at a time, and prints the number of each that was acknowledged on a line of
 * its own; with `--publish` every one of them publishes something too, each a fifth of a megabyte. Controls show that loss is
 * seen: `--careless` prints the number before it was acknowledged, `--unsynced` leaves out every sync, `--in-place` publishes
 * and writes its files under the names they are to have.
 */
import { mkdirSync, writeSync } from 'node:fs'
import { diskFiles } from '#store/lowdb/diskFiles.ts'
import type { FileLayer } from '#store/lowdb/fileLayer.ts'
import { openLowdbStore, openStore } from '#store/lowdb/openLowdbStore.ts'
import type { Store } from '#store/store.ts'
import { change, ENTRANTS, fact } from '../store/changes.ts'
import { contentOf } from './published.ts'

const [folder = '', option] = process.argv.slice(2)

async function openFolder(): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const files = diskFiles(folder)
  const unsynced = { ...files, sync: async () => {}, syncNames: async () => {} }
  const opened = await (option === '--unsynced'
    ? openStore(unsynced, folder)
    : option === '--in-place'
      ? openStore(writingInPlace(files), folder)
      : openLowdbStore(folder))
  if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
  return opened.value
}

/** Publications appear while they are being written. */
function writingInPlace(files: FileLayer): FileLayer {
  const placeOf = (name: string): string =>
    name.startsWith('publications/') ? name.replace(/\.new$/, '') : name
  return {
    ...files,
    write: async (name, bytes) => {
      const place = placeOf(name)
      if (place !== name) {
        await files.write(place, bytes.subarray(0, bytes.length / 2))
        await files.sync(place)
      }
      await files.write(place, bytes)
    },
    sync: (name) => files.sync(placeOf(name)),
    rename: (from, to) => (placeOf(from) === to ? Promise.resolve() : files.rename(from, to)),
  }
}

const publishing = option === '--publish' || option === '--in-place'
const store = await openFolder()
const { revision } = await store.current('xa-mot')
if (revision === 0) await store.write(change({ entrants: ENTRANTS }))

let next = revision
async function writeOn(): Promise<never> {
  for (;;) {
    next += 1
    const number = `${process.pid}.${next}`
    const facts = [fact('thon-1', number, number), fact('thon-2', number, number)]
    if (option === '--careless') writeSync(1, `${number}\n`)
    const publication = { id: `2026/${number}`, content: contentOf(number) }
    await store.write(change({ why: number, facts, ...(publishing ? { publication } : {}) }))
    if (option !== '--careless') writeSync(1, `${number}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, writeOn))

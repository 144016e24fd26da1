/**
 * Writes to a store without end, eight changes at a time, and prints the number of each that was acknowledged on a line of
 * its own. Two controls show that loss is seen: `--careless` prints it before it was, `--unsynced` leaves out every sync.
 */
import { mkdirSync, writeSync } from 'node:fs'
import { diskFiles } from '#store/lowdb/diskFiles.ts'
import { openLowdbStore, openStore } from '#store/lowdb/openLowdbStore.ts'
import type { Store } from '#store/store.ts'
import { change, ENTRANTS, fact } from '../store/changes.ts'

const [folder = '', option] = process.argv.slice(2)

async function openFolder(): Promise<Store> {
  mkdirSync(folder, { recursive: true })
  const unsynced = { ...diskFiles(folder), sync: async () => {}, syncNames: async () => {} }
  const opened = await (option === '--unsynced' ? openStore(unsynced, folder) : openLowdbStore(folder))
  if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
  return opened.value
}

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
    await store.write(change({ why: number, facts }))
    if (option !== '--careless') writeSync(1, `${number}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, writeOn))

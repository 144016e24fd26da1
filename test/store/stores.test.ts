import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import { openMemoryStore } from '#store/memory/openMemoryStore.ts'
import { describeStore } from './storeContract.ts'

describeStore('in memory', async () => openMemoryStore())

describeStore('in files', async () => {
  const opened = await openLowdbStore(mkdtempSync(join(tmpdir(), 'thidua-')))
  if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
  return opened.value
})

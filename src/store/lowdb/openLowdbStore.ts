import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { diskFault } from '../diskFault.ts'
import type { Store } from '../store.ts'
import { diskFiles, makeLastingFolder } from './diskFiles.ts'
import type { FileLayer } from './fileLayer.ts'
import { JOURNAL, JOURNAL_BEFORE, RECORDS } from './fileNames.ts'
import { journaledStore } from './journaledStore.ts'
import { lock, NoHardLinks } from './lock.ts'
import { cutAway, filedAgain, inUse, stoodIn, unreadable, unusable, withoutLinks } from './openFaults.ts'
import { filePublication } from './publicationFiles.ts'
import { recover } from './recover.ts'

const LOCK = 'lock'

/**
 * The store in a folder, which is made where it is not there. Refused while another process has it open, where the disk does
 * not let it be used, and where something that was acknowledged cannot be read; told, beside the store, where a write that
 * was cut short was cleared away.
 */
export async function openLowdbStore(folder: string): Promise<Result<Store>> {
  try {
    await makeLastingFolder(folder)
    const path = join(folder, LOCK)
    const locked = await lock(path)
    if (!locked.ok) return failure([inUse(folder, path, locked.holder)])
    const opened = await openStore(diskFiles(folder), folder).catch(async (error: unknown) => {
      await locked.release()
      throw error
    })
    if (!opened.ok) {
      await locked.release()
      return opened
    }
    const store = opened.value
    const close = (): Promise<void> => store.close().finally(locked.release)
    return { ...opened, value: { ...store, close } }
  } catch (error) {
    if (error instanceof NoHardLinks) return failure([withoutLinks(folder)])
    const fault = diskFault(error)
    if (fault === undefined) throw error
    return failure([unusable(folder, fault)])
  }
}

/** Whether there is a store in the folder, or what is left of one. */
export async function isStoreFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((): string[] => [])
  return [JOURNAL, JOURNAL_BEFORE, RECORDS].some((name) => names.includes(name))
}

/** A journal of fewer bytes is not worth writing anything anew: it is read in an instant. */
const SHORTEST_TO_COMPACT = 1_000_000

/** The store over files of any kind; `folder` is what messages call the place. */
export async function openStore(
  files: FileLayer,
  folder: string,
  compactAt: number = SHORTEST_TO_COMPACT,
): Promise<Result<Store>> {
  const recovery = await recover(files)
  if (!recovery.ok) {
    await files.close()
    return failure([unreadable(folder, recovery)])
  }
  const { recovered } = recovery
  const diagnostics: Diagnostic[] = [
    ...(recovered.cut > 0 ? [cutAway(folder, recovered.cut)] : []),
    ...recovered.replaced.map((file) => stoodIn(folder, file)),
  ]
  for (const publication of recovered.publications) {
    const other = await filePublication(files, publication)
    if (other !== undefined) diagnostics.push(filedAgain(folder, other))
  }
  return { ok: true, value: journaledStore(files, recovered, compactAt), diagnostics }
}

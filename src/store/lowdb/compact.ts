import type { FileLayer } from './fileLayer.ts'
import { putFile } from './fileLayer.ts'
import { JOURNAL, JOURNAL_BEFORE } from './fileNames.ts'
import type { KeptCommune } from './keptCommune.ts'
import { keepSnapshot, renewSnapshotBefore } from './recordsFile.ts'
import { beginJournal } from './recover.ts'

/**
 * Writes the records of the communes that changed since the journal was begun after frame `base`, and begins another after
 * `frame`, with the one before kept; gives its length. Whatever is cut short is read from what was there before.
 *
 * INVARIANT: from the file before, with the journal before and the journal, the records of each commune can be had again.
 */
export async function compact(
  files: FileLayer,
  communes: ReadonlyMap<string, KeptCommune>,
  base: number,
  frame: number,
): Promise<number> {
  for (const [commune, kept] of communes) {
    const { content } = kept.records
    if (content.revision === 0) continue
    // A file later than the journal's beginning was written by a compaction that was cut short.
    if (kept.changed > kept.saved || kept.saved > base || !kept.isThere) {
      const snapshot = { frame, content }
      kept.length = await keepSnapshot(files, commune, snapshot, kept.isThere ? 'kept' : 'dropped')
      if (!kept.isThere) await renewSnapshotBefore(files, commune, snapshot)
      kept.saved = frame
      kept.isThere = true
    } else if (kept.saved === base) {
      await renewSnapshotBefore(files, commune, { frame: base, content })
    }
  }
  const journal = await files.read(JOURNAL)
  if (journal) await putFile(files, JOURNAL_BEFORE, journal)
  const saved = [...communes].flatMap(([commune, kept]): [string, number][] =>
    kept.saved > 0 ? [[commune, kept.saved]] : [],
  )
  return beginJournal(files, frame, new Map(saved))
}

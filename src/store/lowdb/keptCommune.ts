import type { Change } from '#records/change.ts'
import { type CommuneRecords, enter, recordsOf } from '../communeRecords.ts'

/** The records of a commune, and how far its file has them. */
export interface KeptCommune {
  readonly records: CommuneRecords
  /** The frame after which its file was written; 0 where there never was one. */
  saved: number
  /** The frame of its last change. */
  changed: number
  /** How many bytes its file takes; 0 where there is none. */
  length: number
  /** Whether a sound file stands under its name. */
  isThere: boolean
}

/** The records of a commune that nothing was ever written of. */
export function newCommune(): KeptCommune {
  return { records: recordsOf(), saved: 0, changed: 0, length: 0, isThere: false }
}

/** Makes a change that nothing hinders, and that a frame of the journal holds; gives the new revision. */
export function enterFrame(kept: KeptCommune, frame: number, change: Change): number {
  kept.changed = frame
  return enter(kept.records, change)
}

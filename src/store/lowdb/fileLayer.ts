/**
 * What the store asks of a disk. Names are those of files in the store's folder. What was written is safe once it was
 * synced; what was made, renamed or removed, once the names were.
 */
export interface FileLayer {
  /** `undefined` where there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>
  /** Makes the file, or puts the bytes in place of what it held. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>
  readonly append: (name: string, bytes: Uint8Array) => Promise<void>
  /** Leaves the first `length` bytes. */
  readonly cut: (name: string, length: number) => Promise<void>
  readonly sync: (name: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly syncNames: () => Promise<void>
  readonly close: () => Promise<void>
}

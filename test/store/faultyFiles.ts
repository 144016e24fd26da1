import { type FileLayer, folderOf } from '#store/lowdb/fileLayer.ts'

/**
 * A disk in memory that keeps apart what was synced and what was not. It can fail at a call, and can lose power at one:
 * what is then left is what was synced and, as the seed has it, some of the rest.
 */
export interface FaultyDisk {
  readonly files: FileLayer
  /** How many calls were made. */
  readonly calls: () => number
  /** What the disk holds after the power was cut. */
  readonly afterPowerCut: (random: () => number) => FaultyDisk
  /** The same disk for another process, with a fault ahead or none: what the first did not sync is still not synced. */
  readonly forAnother: (fault?: Fault) => FaultyDisk
}

export interface Fault {
  /** The call at which it happens, from 1. */
  readonly at: number
  /** The call fails and those after it may go well; or the power is cut in the middle of it, and all later ones fail. */
  readonly kind: 'failure' | 'powerCut'
}

export interface Options {
  readonly fault?: Fault
  /** Syncing does nothing: the control that shows that loss is seen. */
  readonly liesAboutSync?: boolean
}

interface File {
  synced: Uint8Array
  held: Uint8Array
}

/** A folder is a name like any other, which has to be synced in the folder above it. */
type Names = Map<string, File | 'folder'>

/** A step of the names of a folder; those of one folder are kept in their order, those of two in any. */
interface NameStep {
  readonly folder: string
  readonly apply: (names: Names) => void
}

const NOTHING = new Uint8Array()

/** What is on the disk for sure, and what was done since. */
interface State {
  readonly kept: Names
  readonly unsynced: readonly NameStep[]
}

export function faultyDisk(
  options: Options = {},
  state: State = { kept: new Map(), unsynced: [] },
): FaultyDisk {
  const kept: Names = new Map(state.kept)
  const current: Names = new Map(state.kept)
  let unsynced: NameStep[] = [...state.unsynced]
  for (const { apply } of unsynced) apply(current)
  let calls = 0
  let powerless = false

  const step = (name: string, apply: NameStep['apply']): void => {
    const folder = folderOf(name)
    if (folder !== '' && current.get(folder) !== 'folder') throw new Error(`ENOENT ${folder}`)
    unsynced.push({ folder, apply })
    apply(current)
  }
  const fileAt = (name: string): File | undefined => {
    const file = current.get(name)
    return file === 'folder' ? undefined : file
  }
  const named = (name: string): File => {
    const file = fileAt(name)
    if (!file) throw new Error(`ENOENT ${name}`)
    return file
  }
  const call =
    <Arguments extends unknown[], Value>(job: (...given: Arguments) => Value) =>
    async (...given: Arguments): Promise<Value> => {
      if (powerless) throw new Error('no power')
      calls += 1
      if (calls !== options.fault?.at) return job(...given)
      if (options.fault.kind === 'failure') throw new Error('EIO')
      powerless = true
      job(...given)
      throw new Error('no power')
    }

  const files: FileLayer = {
    read: call((name) => fileAt(name)?.held.slice()),
    list: call((folder) =>
      [...current.keys()]
        .filter((name) => folderOf(name) === folder)
        .map((name) => name.slice(folder === '' ? 0 : folder.length + 1)),
    ),
    write: call((name, bytes) => {
      const file = fileAt(name)
      if (file) file.held = bytes.slice()
      else {
        const made = { synced: NOTHING, held: bytes.slice() }
        step(name, (all) => all.set(name, made))
      }
    }),
    append: call((name, bytes, length) => {
      const file = named(name)
      if (file.held.length !== length) throw new Error(`${name} has ${file.held.length} bytes, not ${length}`)
      file.held = Buffer.concat([file.held, bytes])
    }),
    cut: call((name, length) => {
      const file = named(name)
      file.held = file.held.slice(0, length)
    }),
    sync: call((name) => {
      const file = named(name)
      // A power cut in the middle of a sync may have kept any part of it.
      if (!options.liesAboutSync && !powerless) file.synced = file.held
    }),
    rename: call((from, to) => {
      const file = named(from)
      step(to, (all) => {
        all.delete(from)
        all.set(to, file)
      })
    }),
    makeFolder: call((name) => {
      if (!current.has(name)) step(name, (all) => all.set(name, 'folder'))
    }),
    syncNames: call((folder) => {
      if (options.liesAboutSync || powerless) return
      for (const made of unsynced) if (made.folder === folder) made.apply(kept)
      unsynced = unsynced.filter((made) => made.folder !== folder)
    }),
    close: async () => {},
  }

  const afterPowerCut = (random: () => number): FaultyDisk => {
    const left: Names = new Map(kept)
    for (const steps of Map.groupBy(unsynced, ({ folder }) => folder).values())
      for (const { apply } of steps.slice(0, Math.floor(random() * (steps.length + 1)))) apply(left)
    const remains = [...left]
      .filter(([name]) => isReached(name, left))
      .map(([name, file]): [string, File | 'folder'] => {
        if (file === 'folder') return [name, file]
        const bytes = remainsOf(file, random)
        return [name, { synced: bytes, held: bytes }]
      })
    return faultyDisk({}, { kept: new Map(remains), unsynced: [] })
  }
  const forAnother = (fault?: Fault): FaultyDisk => {
    const { liesAboutSync = false } = options
    return faultyDisk({ liesAboutSync, ...(fault ? { fault } : {}) }, { kept, unsynced })
  }
  return { files, calls: () => calls, afterPowerCut, forAnother }
}

/** Whether every folder that leads to it is there. */
function isReached(name: string, names: Names): boolean {
  const folder = folderOf(name)
  return folder === '' || (names.get(folder) === 'folder' && isReached(folder, names))
}

/** What was synced; or what was held; or, of what was appended or cut away, a beginning, of the appended perhaps as zeros. */
function remainsOf({ synced, held }: File, random: () => number): Uint8Array {
  const choice = random()
  if (choice < 0.25) return synced
  if (choice < 0.5) return held
  const [short, long] = held.length < synced.length ? [held, synced] : [synced, held]
  const grown = Buffer.from(long.subarray(0, short.length)).equals(short)
  if (!grown) return choice < 0.75 ? NOTHING : held.slice(0, Math.floor(random() * held.length))
  const tail = long.slice(
    short.length,
    short.length + Math.floor(random() * (long.length - short.length + 1)),
  )
  return Buffer.concat([short, choice < 0.75 || long === synced ? tail : new Uint8Array(tail.length)])
}

import type { FileLayer } from '#store/lowdb/fileLayer.ts'

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
  /** The same disk, with a fault ahead. */
  readonly withFault: (fault: Fault) => FaultyDisk
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

type Names = Map<string, File>

/** A step of the names, in the order in which the file system keeps them. */
type NameStep = (names: Names) => void

const NOTHING = new Uint8Array()

export function faultyDisk(options: Options = {}, names: Names = new Map()): FaultyDisk {
  const kept: Names = new Map(names)
  const current: Names = new Map(names)
  let unsynced: NameStep[] = []
  let calls = 0
  let powerless = false

  const step = (apply: NameStep): void => {
    unsynced.push(apply)
    apply(current)
  }
  const named = (name: string): File => {
    const file = current.get(name)
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
    read: call((name) => {
      const file = current.get(name)
      return file?.held.slice()
    }),
    write: call((name, bytes) => {
      const file = current.get(name)
      if (file) file.held = bytes.slice()
      else {
        const made = { synced: NOTHING, held: bytes.slice() }
        step((all) => all.set(name, made))
      }
    }),
    append: call((name, bytes) => {
      const file = named(name)
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
      step((all) => {
        all.delete(from)
        all.set(to, file)
      })
    }),
    syncNames: call(() => {
      if (options.liesAboutSync || powerless) return
      for (const apply of unsynced) apply(kept)
      unsynced = []
    }),
    close: async () => {},
  }

  const afterPowerCut = (random: () => number): FaultyDisk => {
    const left: Names = new Map(kept)
    for (const apply of unsynced.slice(0, Math.floor(random() * (unsynced.length + 1)))) apply(left)
    const remains = [...left].map(([name, file]) => {
      const bytes = remainsOf(file, random)
      return [name, { synced: bytes, held: bytes }] as const
    })
    return faultyDisk({}, new Map(remains))
  }
  const withFault = (fault: Fault): FaultyDisk => faultyDisk({ ...options, fault }, current)
  return { files, calls: () => calls, afterPowerCut, withFault }
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

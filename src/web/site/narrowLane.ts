import { setImmediate } from 'node:timers/promises'
import { takeTurns } from '#base/turns.ts'

/** Too much of a kind is being made. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  readonly status = 503
}

/**
 * Makes what is dear and asked for anew by every reader, one at a time. Between any two whoever asks for pages that are there is
 * answered, and where so many wait already the next is told to come back ({@link BusyError}).
 */
export function narrowLane(most: number): <Value>(make: () => Promise<Value>) => Promise<Value> {
  const turn = takeTurns()
  let waiting = 0
  return async (make) => {
    if (waiting >= most) throw new BusyError()
    waiting++
    try {
      return await turn(async () => {
        await setImmediate()
        return make()
      })
    } finally {
      waiting--
    }
  }
}

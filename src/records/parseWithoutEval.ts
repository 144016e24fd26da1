import * as z from 'zod'

/** From here on schemas are read as they stand, not made into programs of their own: where that is forbidden, nobody tries. */
export function parseWithoutEval(): void {
  z.config({ jitless: true })
}

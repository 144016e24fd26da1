/** Việt Nam is seven hours ahead, all year. */
const AHEAD_IN_MS = 7 * 3_600_000

/** A moment as clocks show it in Việt Nam, in ISO form to the second: `2026-11-22T08:30:00+07:00`. */
export function vietnamTime(moment: Date): string {
  return `${new Date(moment.getTime() + AHEAD_IN_MS).toISOString().slice(0, 19)}+07:00`
}

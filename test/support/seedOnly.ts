import type fc from 'fast-check'

/** Reports a failed property by its seed and what went wrong; the model itself is too large to be read. */
export function seedOnly<Values>(details: fc.RunDetails<Values>): void {
  if (!details.failed) return
  const { seed, counterexamplePath, errorInstance } = details
  throw new Error(`seed ${seed}, path ${counterexamplePath}: ${errorInstance}`)
}

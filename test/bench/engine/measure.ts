/** The least time of a task in milliseconds over many rounds: what it costs when nothing else is in the way. */
export function time(task: () => unknown, enough = 600): number {
  const began = performance.now()
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5 || performance.now() - began < enough; round++) {
    const start = performance.now()
    task()
    least = Math.min(least, performance.now() - start)
    if (performance.now() - began > 20 * enough) break
  }
  return least
}

export function timeOnce<Made>(make: () => Made): { readonly made: Made; readonly milliseconds: number } {
  const start = performance.now()
  const made = make()
  return { made, milliseconds: performance.now() - start }
}

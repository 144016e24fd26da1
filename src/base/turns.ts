/**
 * Runs jobs one after the other, in the order in which they were asked for. A job that fails does not hinder the next.
 */
export function takeTurns(): <Value>(job: () => Promise<Value> | Value) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const turn = last.then(job)
    last = turn.catch(() => {})
    return turn
  }
}

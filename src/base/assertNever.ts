/** Marks a switch as exhaustive: the compiler refuses a case that was forgotten; at run time it is our own bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}

/** The door of simulation: what the layers above may use. */

export { whatIfToJson } from './json.ts'
export type { Pace } from './projection.ts'
export { type WhatIf, whatIf } from './whatIf.ts'

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

export const ROOT: string = join(import.meta.dirname, '..', '..')

/** Holds what was produced against the file beside the case; `UPDATE=1` writes the file, and its diff is the review. */
export function expectFile(path: string, actual: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(path, actual)
  expect(existsSync(path), `${path} is missing: run with UPDATE=1 and read what it holds`).toBe(true)
  expect(actual).toBe(readFileSync(path, 'utf8'))
}

import type { Frequency } from '#base/period.ts'

/** `mỗi tháng`: judged in each period by itself. */
export function printEach(frequency: Frequency): string {
  return EACH[frequency]
}

const EACH: Readonly<Record<Frequency, string>> = {
  month: 'mỗi tháng',
  quarter: 'mỗi quý',
  year: 'mỗi năm',
}

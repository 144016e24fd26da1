import type { Frequency } from '#base/period.ts'

/** The units of money, each in đồng. */
export const MONEY_UNITS: Readonly<Record<string, bigint>> = {
  đồng: 1n,
  'nghìn đồng': 1_000n,
  'triệu đồng': 1_000_000n,
  'tỷ đồng': 1_000_000_000n,
}

/** The words after the slash of a rate: `lần/tháng`. */
const RATES: Readonly<Record<string, Frequency>> = { tháng: 'month', quý: 'quarter', năm: 'year' }

const RATE_WORDS: Readonly<Record<Frequency, string>> = { month: 'tháng', quarter: 'quý', year: 'năm' }

/** What a number counts (`lần`) and, for a rate, in how long a time (`/tháng`). */
export interface UnitOfMeasure {
  readonly what: string
  readonly per: Frequency | undefined
}

/**
 * `lần/tháng` as what and how long; a unit without one of the words for time after its slash (`doanh nghiệp/1.000 dân`) is
 * no rate.
 */
export function parseUnit(written: string): UnitOfMeasure {
  const slash = written.lastIndexOf('/')
  const per = slash < 0 ? undefined : RATES[written.slice(slash + 1).toLowerCase()]
  return per ? { what: written.slice(0, slash), per } : { what: written, per: undefined }
}

/** The form that {@link parseUnit} reads. */
export function unitText({ what, per }: UnitOfMeasure): string {
  return per ? `${what}/${RATE_WORDS[per]}` : what
}

/**
 * Whether a unit that an author wrote may stand beside a value of the other: the same thing counted and, where a time is
 * written, the same time: `4 lần/tháng` is not `48 lần/năm`.
 */
export function unitsAgree(written: UnitOfMeasure, actual: UnitOfMeasure): boolean {
  if (written.what.toLowerCase() !== actual.what.toLowerCase()) return false
  return written.per === undefined || written.per === actual.per
}

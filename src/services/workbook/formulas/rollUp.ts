import { STATE } from './state.ts'

/** The cells of all members of a commune, one below the other: codes and numbers of a measure, and of the one beside it. */
export interface MemberCells {
  readonly codes: string
  readonly numbers: string
  readonly otherCodes: string | undefined
  /** What the inputs of each come to together. */
  readonly judged: string
  /** Of rows for several periods or parts only those with that number in that column. */
  readonly only: { readonly column: string; readonly cell: string } | undefined
}

/**
 * A measure added up over the members of a commune (Σa, Σb). Whoever it does not apply to, on either side, is left out of
 * both; one member without a value leaves the sum without one, and a part above its whole is a fault of the sum.
 */
export function rollUp({ codes, numbers, otherCodes, judged, only }: MemberCells): {
  readonly state: string
  readonly value: string
} {
  const applies = otherCodes ? [`${otherCodes},"<>${STATE.notApplicable}"`] : []
  const meant = only ? [`${only.column},${only.cell}`] : []
  const count = (range: string, criterion: string): string =>
    `COUNTIFS(${[`${range},${criterion}`, ...meant].join(',')})`
  const countBoth = (criterion: string): string =>
    `COUNTIFS(${[`${codes},${criterion}`, ...applies, ...meant].join(',')})`
  const { missing, value, pending, notApplicable, error } = STATE
  return {
    state: `IF(${count(judged, `${error}`)}>0,${error},IF(${countBoth(`"<>${notApplicable}"`)}=0,${notApplicable},IF(${countBoth(`${missing}`)}>0,${missing},IF(${countBoth(`${pending}`)}>0,${pending},${value}))))`,
    value: `SUMIFS(${[numbers, `${codes},${value}`, ...applies, ...meant].join(',')})`,
  }
}

import type { Outcome } from '#engine/index.ts'

/** What stands in the columns of codes: whether a value is there and, where it is not, why. */
export const STATE: Readonly<Record<Outcome<unknown>['kind'], number>> = {
  missing: 0,
  value: 1,
  pending: 2,
  notApplicable: 3,
  error: 4,
}

/** The further code of inputs that are there with nothing to divide by. */
export const ZERO_DIVISOR = 5

/** What the codes are called. */
export const OUTCOMES: Readonly<Record<Outcome<unknown>['kind'], string>> = {
  missing: 'chưa có số liệu',
  value: 'có điểm',
  pending: 'chờ thẩm định',
  notApplicable: 'không áp dụng',
  error: 'lỗi số liệu',
}

/** The words of the code in a cell. */
export function outcomeName(code: string): string {
  const names = [OUTCOMES.missing, OUTCOMES.value, OUTCOMES.pending, OUTCOMES.notApplicable, OUTCOMES.error]
  return `CHOOSE(${code}+1,${names.map((name) => `"${name}"`).join(',')})`
}

/** The code of several inputs together: the first of error, not applicable, missing, pending that one of them is in. */
export function worstState(codes: readonly string[], allThere: string): string {
  const [only] = codes
  const some = (state: number): string =>
    codes.length === 1 ? `${only}=${state}` : `OR(${codes.map((code) => `${code}=${state}`).join(',')})`
  const { error, notApplicable, missing, pending } = STATE
  return [error, notApplicable, missing, pending].reduceRight(
    (rest, state) => `IF(${some(state)},${state},${rest})`,
    allThere,
  )
}

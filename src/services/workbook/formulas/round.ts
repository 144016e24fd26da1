import { assertNever } from '#base/assertNever.ts'
import type { Program } from '#engine/index.ts'

/**
 * A number rounded as the rulebook says. It is brought to ten decimals first: what is 2,345 must not fall to 2,34 for being
 * a hair below it in binary.
 */
export function rounded(amount: string, { places, method }: Program['totalRounding']): string {
  const scale = 10 ** places
  const units = `ROUND(ABS(${amount})*${scale},8)`
  const whole = (count: string): string => `SIGN(${amount})*(${count})/${scale}`
  switch (method) {
    case 'halfUp':
      return `ROUND(ROUND(${amount},10),${places})`
    case 'down':
      return whole(`INT(${units})`)
    case 'up':
      return whole(`-INT(-${units})`)
    case 'halfEven':
      return whole(`IF(ROUND(${units}-INT(${units}),8)=0.5,2*INT((INT(${units})+1)/2),ROUND(${units},0))`)
    default:
      return assertNever(method)
  }
}

/** Beyond these a figure is no figure of a commune; written out it would be hundreds of digits. */
const MOST_DIGITS = 60

/**
 * A spreadsheet's number in Vietnamese, `shift` places to the left: `0,3` of 0.30000000000000004, since spreadsheets count in
 * floats and show 15 digits. `undefined` for what is no number.
 */
export function decimalText(written: string, shift = 0): string | undefined {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return undefined
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(14).split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1 + shift
  if (Math.abs(point) > MOST_DIGITS) return value === 0 ? '0' : undefined
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const decimals = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const text = [whole.replace(/^0+(?=\d)/, ''), decimals.replace(/0+$/, '')]
    .filter((part) => part !== '')
    .join(',')
  return value < 0 ? `-${text}` : text
}

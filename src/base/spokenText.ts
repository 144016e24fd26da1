import { dateInWords } from './dateWords.ts'
import { decimalsInWords, wholeInWords } from './numberWords.ts'
import { parseDate } from './plainDate.ts'

const DATE = /\d{1,2}\/\d{1,2}\/\d{4}/g
const NUMBER = /(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?/g
const ROMAN = /(?<![\p{L}\p{N}])(X{0,3})(IX|IV|V?I{0,3})(?![\p{L}\p{N}])/gu
const ROMAN_ONES = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']

/**
 * Written text as it is read aloud: dates, numbers and Roman numerals in words, signs as words or pauses. For names and titles
 * that others wrote: `Thôn 3 (miền núi)` gives `Thôn ba, miền núi`.
 */
export function spokenText(text: string): string {
  return text
    .replace(DATE, (written) => {
      const day = parseDate(written)
      return day ? dateInWords(day).replace(/^ngày /, '') : written
    })
    .replace(/(\d)\s*[-–—]\s*(?=\d)/g, '$1 đến ')
    .replace(NUMBER, (written, offset: number, whole: string) => numeralInWords(written, whole, offset))
    .replace(ROMAN, (written, tens: string, ones: string) =>
      written === '' ? '' : wholeInWords(BigInt(tens.length * 10 + ROMAN_ONES.indexOf(ones))),
    )
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, ' chấm ')
    .replace(/%/g, ' phần trăm')
    .replace(/&/g, ' và ')
    .replace(/\+/g, ' cộng ')
    .replace(/=/g, ' bằng ')
    .replace(/\s*[(),;:[\]{}–—]\s*|\s+-\s+/g, ', ')
    .replace(/[/\\|_*#<>~^@-]/g, ' ')
    .replace(/["“”«»'‘’`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?:, )+(?=, |$)|(?:,\s*)+$|^(?:, )+/g, '')
    .trim()
}

/** Digits beside letters are parted from them: `4G` is `bốn G`; zeros in front are said: `03` is `không ba`. */
function numeralInWords(written: string, text: string, offset: number): string {
  const [whole = '', decimals = ''] = written.replaceAll('.', '').split(',')
  const zeros = /^0*(?=\d)/.exec(whole)?.[0] ?? ''
  const words = `${'không '.repeat(zeros.length)}${wholeInWords(BigInt(whole))}${decimalsInWords(decimals)}`
  const before = /\p{L}/u.test(text.charAt(offset - 1)) ? ' ' : ''
  const after = /\p{L}/u.test(text.charAt(offset + written.length)) ? ' ' : ''
  return `${before}${words}${after}`
}

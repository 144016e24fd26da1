/** A piece of text to stand in place of another; offsets count in the text at hand. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Letters of other alphabets that look like Latin ones, and signs of other keyboards. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  һ: 'h',
  і: 'i',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  т: 't',
  у: 'y',
  х: 'x',
  ο: 'o',
  α: 'a',
  ν: 'v',
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  '，': ',',
  '：': ':',
  '；': ';',
  '％': '%',
  '＝': '=',
  '⁄': '/',
  '÷': '/',
}

const OPENING = '«‹„‘‚'
const CLOSING = '»›’'

/** `>= 24`: a comparison in signs, as people who write formulas type it. */
const COMPARISON = /^(>=|=>|≥|>|<=|=<|≤|<)[ \t]*(\d[\d.,]*%?)/

/** What to say to those who multiply a ratio. */
export const RATIO_HELP = 'bỏ phần nhân 100: thương của hai số liệu đã là tỷ lệ phần trăm'

/** `× 100`, `* 100%` after a quotient: the school formula of a percentage, which a ratio is already. */
const HUNDREDFOLD = /^[*×·][ \t]*100[ \t]*%?/

/**
 * What the characters of a fault were plainly meant as: look-alike letters, other quotation marks round a text, signs of
 * comparison, a ratio times 100. Empty where it is not plain.
 */
export function mendCharacters(text: string, start: number, end: number): readonly Change[] {
  const typed = text.slice(start, end)
  const alike = [...typed].map((character) => LOOK_ALIKES[character])
  if (alike.every((character) => character !== undefined)) return [{ start, end, text: alike.join('') }]
  return inQuotes(text, start) ?? compared(text, start) ?? percentage(text, start) ?? []
}

/** No text in quotes is longer; keeps a line of a megabyte from costing its square. */
const FURTHEST = 400

/** Both marks of `«Công an xã»`, whichever of them is at hand. */
function inQuotes(text: string, at: number): readonly Change[] | undefined {
  const opens = (place: number): boolean => OPENING.includes(text.charAt(place))
  const closes = (place: number): boolean => CLOSING.includes(text.charAt(place))
  const step = opens(at) ? 1 : closes(at) ? -1 : 0
  const [isOther, stops] = step > 0 ? [closes, opens] : [opens, closes]
  for (let other = at + step; step !== 0 && Math.abs(other - at) <= FURTHEST; other += step) {
    if (isOther(other)) {
      return [at, other]
        .toSorted((left, right) => left - right)
        .map((place) => ({ start: place, end: place + 1, text: '"' }))
    }
    if (stops(other) || /^[\r\n]?$/.test(text.charAt(other))) return undefined
  }
  return undefined
}

function compared(text: string, at: number): readonly Change[] | undefined {
  const from = text.charAt(at - 1) === '=' ? at - 1 : at
  const [written, sign, number] = COMPARISON.exec(text.slice(from, from + 40)) ?? []
  if (written === undefined || sign === undefined || number === undefined) return undefined
  const words = sign.includes('>') || sign === '≥' ? ['từ', 'trên'] : ['không quá', 'dưới']
  const strict = sign === '>' || sign === '<'
  const more = sign === '>=' || sign === '=>' || sign === '≥' ? ' trở lên' : ''
  return [{ start: from, end: from + written.length, text: `${words[strict ? 1 : 0]} ${number}${more}` }]
}

function percentage(text: string, at: number): readonly Change[] | undefined {
  const [written] = HUNDREDFOLD.exec(text.slice(at, at + 20)) ?? []
  return written === undefined ? undefined : [{ start: at, end: at + written.length, text: '' }]
}

import { KEYWORDS, type Keyword } from '../keywords.ts'
import { quoted, textInQuotes } from '../quotedText.ts'

/** A word as the lexer gives it; chevrotain's tokens are such. */
export interface Token {
  readonly image: string
  readonly tokenType: { readonly name: string }
}

/**
 * The words of a clause, or of a phrase in it, in their canonical spelling: keywords as the language writes them, straight
 * quotes, one blank between words and none before a sign. Names, numbers, codes and texts stay as the author wrote them.
 */
export function clauseText(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) => `${hasBlankBefore(tokens, index) ? ' ' : ''}${spelling(token)}`)
    .join('')
}

function spelling({ image, tokenType: { name } }: Token): string {
  if (name === 'Text') return quoted(textInQuotes(image))
  if (name === 'Dash') return '-'
  return Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name as Keyword] : image
}

const TIGHT_BEFORE: ReadonlySet<string> = new Set(['Comma', 'Colon', 'Percent', 'Dash'])

function hasBlankBefore(tokens: readonly Token[], index: number): boolean {
  const [left, right] = [kindAt(tokens, index - 1), kindAt(tokens, index)]
  if (left === undefined || right === undefined) return false
  if (right === 'Slash') return isDivision(tokens, index)
  if (left === 'Slash') return isDivision(tokens, index - 1)
  return left !== 'Dash' && !TIGHT_BEFORE.has(right)
}

/** Of `giá trị = a / 1/2` only the first slash stands apart; those of fractions and of `lần/tháng` are tight. */
function isDivision(tokens: readonly Token[], slash: number): boolean {
  return kindAt(tokens, 0) === 'Value' && kindAt(tokens, slash - 1) === 'Name'
}

function kindAt(tokens: readonly Token[], index: number): string | undefined {
  return tokens[index]?.tokenType.name
}

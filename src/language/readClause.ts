import type { IRecognitionException, IToken } from 'chevrotain'
import { didYouMean } from '#base/didYouMean.ts'
import { foldText } from '#base/foldText.ts'
import type { Diagnostic, Report } from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import { KEYWORDS, type Keyword } from './keywords.ts'
import type { LexedSource } from './lexer.ts'
import { type ParsedClause, parseClause } from './parser.ts'
import { keyword, Name, Text } from './tokens.ts'

/** A longer phrase of a language without one would only be a longer line; stops hostile input early. */
const MOST_REPAIRS = 8

/**
 * Parses one clause, reporting at most one thing it cannot follow.
 *
 * A keyword typed without its tone marks (`tieu chi`) is reported and then read as meant, so that what follows is
 * not reported for it.
 */
export function readClause(
  clause: readonly IToken[],
  source: Source,
  spanOf: LexedSource['spanOf'],
  report: Report,
): ParsedClause {
  let tokens = clause
  for (let repairs = 0; ; repairs++) {
    const parsed = parseClause(tokens)
    const [error] = parsed.errors
    if (!error) return parsed
    const repair =
      repairs < MOST_REPAIRS && !wantsText(error) ? restoreToneMarks(tokens, error.token) : undefined
    if (!repair) {
      report(unclearClause(error, tokens, source, spanOf))
      return parsed
    }
    const first = spanOf(repair.typed)
    report({
      code: 'missing-tone-marks',
      severity: 'error',
      message: `\`${repair.typed.image}\` gõ thiếu dấu`,
      labels: [{ source, span: first, text: `ý bạn là «${KEYWORDS[repair.meant]}»?` }],
      help: `gõ đủ dấu: ${KEYWORDS[repair.meant]}`,
    })
    tokens = repair.tokens
  }
}

interface Repair {
  readonly tokens: readonly IToken[]
  readonly typed: IToken
  readonly meant: Keyword
}

/** The clause with the words at the fault read as the keyword they spell without tone marks, when they spell one. */
function restoreToneMarks(tokens: readonly IToken[], fault: IToken): Repair | undefined {
  for (const start of startsOfWords(tokens, fault)) {
    const words = wordsFrom(tokens, start)
    for (let count = words.length; count > 0; count--) {
      const run = words.slice(0, count)
      const [first] = run
      const image = run.map((token) => token.image).join(' ')
      const meant = keywordsByFold().get(foldText(image))
      if (!first || !meant) continue
      const tokenType = keyword[meant]
      const typed: IToken = { ...first, image, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0 }
      return { tokens: [...tokens.slice(0, start), typed, ...tokens.slice(start + count)], typed, meant }
    }
  }
  return undefined
}

/**
 * Where words may have been meant as a keyword: at the fault, and at each name right before it, first to last (names
 * before a fault may have been taken for a unit of measure).
 */
function startsOfWords(tokens: readonly IToken[], fault: IToken): readonly number[] {
  const at = tokens.indexOf(fault)
  const end = at < 0 ? tokens.length : at
  let start = end
  while (tokens[start - 1]?.tokenType === Name) start--
  const starts = Array.from({ length: end - start }, (_, index) => start + index)
  return tokens[end]?.tokenType === Name ? [...starts, end] : starts
}

/** The longest keyword has this many words. */
const MOST_WORDS = Math.max(...Object.values(KEYWORDS).map((phrase) => phrase.split(' ').length))

/** The words (names and keywords, nothing between them) from a place on, as many as a keyword may have. */
function wordsFrom(tokens: readonly IToken[], start: number): readonly IToken[] {
  const words: IToken[] = []
  for (const token of tokens.slice(start, start + MOST_WORDS)) {
    if (token.tokenType !== Name && !Object.hasOwn(KEYWORDS, token.tokenType.name)) break
    words.push(token)
  }
  return words
}

let folded: ReadonlyMap<string, Keyword> | undefined

function keywordsByFold(): ReadonlyMap<string, Keyword> {
  folded ??= new Map(Object.entries(KEYWORDS).map(([name, phrase]) => [foldText(phrase), name as Keyword]))
  return folded
}

function unclearClause(
  error: IRecognitionException,
  tokens: readonly IToken[],
  source: Source,
  spanOf: LexedSource['spanOf'],
): Diagnostic {
  const help = remedyFor(error, tokens)
  return {
    code: 'unclear-clause',
    severity: 'error',
    message: error.message,
    labels: [{ source, span: placeOf(error, tokens, spanOf), text: 'ở đây' }],
    ...(help && { help }),
  }
}

function remedyFor(error: IRecognitionException, tokens: readonly IToken[]): string | undefined {
  const start = tokens.indexOf(error.token)
  const [before, at] = [tokens[start - 1], tokens[start]]
  if (wantsText(error) && before?.tokenType === Name && at?.tokenType === Name) {
    return `tên gồm nhiều từ thì nối bằng gạch dưới: ${before.image}_${at.image}`
  }
  if (wantsText(error)) return 'đặt phần chữ trong ngoặc kép, ví dụ "Công an xã"'
  for (const from of startsOfWords(tokens, error.token)) {
    const nearest = nearestKeyword(wordsFrom(tokens, from))
    if (nearest) return `ý bạn là «${nearest}»?`
  }
  return undefined
}

/** Where a text in quotes is due, words without quotes are no keyword that lost its marks. */
function wantsText({ message }: IRecognitionException): boolean {
  return message.startsWith(`cần ${Text.LABEL},`)
}

function nearestKeyword(words: readonly IToken[]): string | undefined {
  if (words[0]?.tokenType !== Name) return undefined
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const typed = words.slice(0, count).map(({ image }) => image)
    const nearest = didYouMean(typed.join(' '), Object.values(KEYWORDS))
    if (nearest) return nearest
  }
  return undefined
}

/** The token that does not fit, or the end of the clause when it stops short. */
function placeOf(
  error: IRecognitionException,
  tokens: readonly IToken[],
  spanOf: LexedSource['spanOf'],
): Span {
  if (tokens.includes(error.token)) return spanOf(error.token)
  const last = tokens.at(-1)
  const end = last ? spanOf(last).end : 0
  return { start: end, end }
}

import { type IToken, Lexer } from 'chevrotain'
import { normaliseText } from '#base/normalisedText.ts'
import type { Report } from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import { allTokens, COMMENTS, Separator, UnclosedText } from './tokens.ts'

/** The tokens of a source, clause by clause, and where each stands in the file as it is. */
export interface LexedSource {
  readonly clauses: readonly LexedClause[]
  readonly comments: readonly IToken[]
  /** The text that the offsets of tokens count in: the source's, letters in two parts joined. */
  readonly text: string
  readonly spanOf: (token: IToken) => Span
}

export interface LexedClause {
  /** At least one, without the separators. */
  readonly tokens: readonly IToken[]
  /** Something on its line was reported here: what does not parse then is no second mistake. */
  readonly faulty: boolean
}

let shared: Lexer | undefined

/** Cuts the text into words. Letters in two parts (NFD) are joined first; spans still fit the original text. */
export function lex(source: Source, report: Report): LexedSource {
  shared ??= new Lexer(allTokens, { ensureOptimizations: true, positionTracking: 'onlyOffset' })
  const { text, toOriginal } = normaliseText(source.text)
  const { tokens, errors, groups } = shared.tokenize(text)
  const spanFrom = (start: number, length: number): Span => ({
    start: toOriginal(start),
    end: toOriginal(start + length),
  })
  for (const { offset, length } of errors) {
    const characters = text.slice(offset, offset + length)
    report({
      code: 'unknown-character',
      severity: 'error',
      message: `không dùng được ${characterNames(characters)} ở đây`,
      labels: [{ source, span: spanFrom(offset, length), text: 'bỏ hoặc gõ lại phần này' }],
      help: /^[!-~\p{Sm}\p{No}]+$/u.test(characters)
        ? 'viết bằng chữ thay cho ký hiệu, ví dụ «từ 24 trở lên», «1/2 điểm tối đa»'
        : 'gõ lại bằng bàn phím tiếng Việt; chữ giống hệt nhưng thuộc bảng chữ cái khác cũng không dùng được',
    })
  }
  const spanOf = (token: IToken): Span => spanFrom(token.startOffset, token.image.length)
  const faults = errors.map(({ offset }) => offset)
  for (const token of tokens) {
    if (token.tokenType !== UnclosedText) continue
    faults.push(token.startOffset)
    report({
      code: 'unclosed-text',
      severity: 'error',
      message: 'thiếu dấu ngoặc kép đóng',
      labels: [{ source, span: spanOf(token), text: 'ngoặc kép mở ở đây, đến hết dòng vẫn chưa đóng' }],
      help: 'thêm dấu " vào cuối đoạn chữ, trên cùng một dòng',
    })
  }
  return { clauses: splitClauses(tokens, faults), comments: groups[COMMENTS] ?? [], text, spanOf }
}

function splitClauses(tokens: readonly IToken[], faults: readonly number[]): readonly LexedClause[] {
  const places = faults.toSorted((left, right) => left - right)
  let next = 0
  const clauses: LexedClause[] = []
  let current: IToken[] = []
  const close = (end: number): void => {
    const before = next
    while (next < places.length && (places[next] ?? end) < end) next++
    if (current.length > 0) clauses.push({ tokens: current, faulty: next > before })
    current = []
  }
  for (const token of tokens) {
    if (token.tokenType.CATEGORIES?.includes(Separator)) close(token.startOffset)
    else current.push(token)
  }
  close(Number.POSITIVE_INFINITY)
  return clauses
}

/** Names at most a few characters: visible ones as they are, others by their number, so that they can be found. */
function characterNames(characters: string): string {
  const shown = [...characters].slice(0, 8)
  const names = shown.map((character) =>
    /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
      ? `\`${character}\``
      : `ký tự U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return [...new Set(names)].join(' ')
}

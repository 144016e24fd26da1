import { createToken, Lexer, type TokenType } from 'chevrotain'
import { KEYWORDS, type Keyword, LEVEL_KEYWORDS } from './keywords.ts'

/**
 * The words of the language. Letters are spelled out as ranges of the basic plane: chevrotain drops a regex's `u`
 * flag in silence, and `\w` knows no Vietnamese letter. Greek and Cyrillic look-alikes are left out on purpose.
 */
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'
const WORD = `${LETTER}0-9_`
const BLANK = '[ \\t\\u00a0\\ufeff]+'

export const Separator: TokenType = createToken({ name: 'Separator', label: 'hết dòng', pattern: Lexer.NA })
const LineEnd = createToken({
  name: 'LineEnd',
  label: 'hết dòng',
  pattern: /\r\n|\n|\r/,
  line_breaks: true,
  categories: Separator,
})
const Semicolon = createToken({
  name: 'Semicolon',
  label: 'dấu chấm phẩy «;»',
  pattern: /;/,
  categories: Separator,
})
/** Where the lexer keeps comments: beside the words, for whoever lays the text out anew. */
export const COMMENTS = 'comments'
const Blanks = createToken({ name: 'Blanks', pattern: /[ \t\u00a0\ufeff]+/, group: Lexer.SKIPPED })
const Comment = createToken({ name: 'Comment', pattern: /#[^\r\n]*/, group: COMMENTS })

export const Text: TokenType = createToken({
  name: 'Text',
  label: 'một đoạn chữ trong ngoặc kép',
  pattern: /"[^"\r\n]*"|“[^”\r\n]*”|”[^”\r\n]*”/,
})
/** A quote that its line does not close; reported by the lexer, then read as the text up to the end of the line. */
export const UnclosedText: TokenType = createToken({
  name: 'UnclosedText',
  pattern: /["“”][^\r\n]*/,
  categories: Text,
})
export const DateText: TokenType = createToken({
  name: 'DateText',
  label: 'một ngày như 31/12/2026',
  pattern: /\d{1,2}\/\d{1,2}\/\d{4}(?!\d)/,
})
/** `tháng 11/2026`, `quý IV/2026` */
export const MonthText: TokenType = createToken({
  name: 'MonthText',
  label: 'một tháng hay quý như tháng 11/2026',
  pattern: /(?:tháng[ \t\u00a0]+\d{1,2}|quý[ \t\u00a0]+(?:IV|I{1,3}|[1-4]))\/\d{4}(?!\d)/i,
})
/** `3a`, `5.10b`, `III.20`, `an-nong`: codes that are neither a number nor a name. */
export const MixedCode: TokenType = createToken({
  name: 'MixedCode',
  label: 'một mã',
  pattern: new RegExp(
    `\\d+(?:\\.\\d+)*[a-zđ](?![${WORD}])|[A-Z]+(?:\\.\\d+)+[a-zđ]?(?![${WORD}])|[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+(?![${WORD}])`,
  ),
})
export const NumberText: TokenType = createToken({
  name: 'NumberText',
  label: 'một số',
  pattern: /\d+(?:[.,]\d+)*/,
})
export const Name: TokenType = createToken({
  name: 'Name',
  label: 'một tên',
  pattern: new RegExp(`[${LETTER}_][${WORD}]*`),
})
export const Percent: TokenType = createToken({ name: 'Percent', label: 'dấu «%»', pattern: /%/ })
export const Colon: TokenType = createToken({ name: 'Colon', label: 'dấu hai chấm «:»', pattern: /:/ })
export const Comma: TokenType = createToken({ name: 'Comma', label: 'dấu phẩy «,»', pattern: /,/ })
export const Slash: TokenType = createToken({ name: 'Slash', label: 'dấu «/»', pattern: /\// })
export const Equals: TokenType = createToken({ name: 'Equals', label: 'dấu «=»', pattern: /=/ })
/** A hyphen, or the dash that Word makes of it. */
export const Dash: TokenType = createToken({ name: 'Dash', label: 'dấu «-»', pattern: /[-–—−]/ })

/** The token of each keyword. */
export const keyword: Readonly<Record<Keyword, TokenType>> = createKeywords()

function createKeywords(): Record<Keyword, TokenType> {
  const tokens = Object.entries(KEYWORDS).map(([name, phrase]) => [
    name,
    createToken({
      name,
      label: `«${phrase}»`,
      pattern: new RegExp(`${spellings(phrase).replaceAll(' ', BLANK)}(?![${WORD}])`, 'i'),
    }),
  ])
  return Object.fromEntries(tokens)
}

/** Both spellings of the words that decisions write either way: `hằng năm` and `hàng năm`, `tỷ lệ` and `tỉ lệ`. */
function spellings(phrase: string): string {
  return phrase.replaceAll('hằng', '(?:hằng|hàng)').replaceAll('tỷ', '(?:tỷ|tỉ)')
}

/** The words for levels of entrants, any of which may stand where one may. */
export const levelTokens: readonly TokenType[] = Object.keys(LEVEL_KEYWORDS).map(
  (name) => keyword[name as Keyword],
)

/** A longer phrase is tried before one it begins with: `tiêu chí thành phần` before `tiêu chí`. */
const keywordsLongestFirst = Object.values(keyword).toSorted(
  (left, right) => (right.LABEL?.length ?? 0) - (left.LABEL?.length ?? 0),
)

/** Every token in the order the lexer tries them. */
export const allTokens: TokenType[] = [
  Separator,
  LineEnd,
  Semicolon,
  Blanks,
  Comment,
  Text,
  UnclosedText,
  DateText,
  MonthText,
  MixedCode,
  NumberText,
  ...keywordsLongestFirst,
  Name,
  Percent,
  Colon,
  Comma,
  Slash,
  Equals,
  Dash,
]

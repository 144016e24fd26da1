import fc from 'fast-check'
import { KEYWORDS } from '#language/keywords.ts'
import { lex } from '#language/lexer.ts'

/**
 * The same rulebook as a hurried author types it: blanks and tabs at random, `;` for a new line, other line ends, capitals,
 * `hàng` for `hằng`, the dashes and quotes of Word, letters in two parts, comments.
 */
export function noisy(text: string): fc.Arbitrary<string> {
  const { clauses } = lex({ name: 'thử', text })
  const lines = clauses.map(({ tokens }) =>
    fc.tuple(...tokens.map((token, index) => noisyToken(token, gapBefore(text, tokens[index - 1], token)))),
  )
  return fc
    .record({
      mark: fc.constantFrom('', '\ufeff'),
      start: fc.array(comment, { maxLength: 2 }),
      lines: fc.tuple(...lines),
      ends: fc.tuple(...lines.map(() => clauseEnd)),
      form: fc.constantFrom('NFC', 'NFD'),
    })
    .map(({ mark, start, lines: typed, ends, form }) => {
      const opening = start.map((said) => `${said}\n`).join('')
      const clausesTyped = typed.map((tokens, index) => `${tokens.join('')}${ends[index] ?? ''}`)
      return `${mark}${opening}${clausesTyped.join('')}`.normalize(form)
    })
}

interface Token {
  readonly image: string
  readonly startOffset: number
  readonly tokenType: { readonly name: string }
}

const BLANKS = [' ', '  ', '\t', '\u00a0']
const blank = fc.constantFrom(...BLANKS)
const blankOrNone = fc.constantFrom('', '', ...BLANKS)

/** Remarks, some of which look like something else. */
const comment = fc.constantFrom(
  '#',
  '# chú ý',
  '#"',
  '# tiêu chí 1 "a" tối đa 5 điểm; b',
  '#  # “ ”',
  '# x \t',
)
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n', '\n \t\n\n', '\n; ;\n')
const indentation = fc.constantFrom('', '', ' ', '\t', '      ')
const clauseEnd = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: lineEnd },
      { weight: 1, arbitrary: fc.constantFrom(';', ' ; ') },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.array(fc.tuple(blankOrNone, comment, lineEnd), { minLength: 1, maxLength: 3 }), lineEnd)
          .map(([comments, first]) => `${first}${comments.flat().join('')}`),
      },
      { weight: 1, arbitrary: fc.tuple(blankOrNone, comment, lineEnd).map((parts) => parts.join('')) },
    ),
    indentation,
  )
  .map((parts) => parts.join(''))

/** What stood between two words; `undefined` at the start of the clause. */
function gapBefore(text: string, before: Token | undefined, token: Token): string | undefined {
  return before && text.slice(before.startOffset + before.image.length, token.startOffset)
}

function noisyToken(token: Token, gap: string | undefined): fc.Arbitrary<string> {
  const before = gap === undefined ? fc.constant('') : gap === '' ? blankOrNone : blank
  return fc.tuple(before, spelling(token)).map((parts) => parts.join(''))
}

function spelling({ image, tokenType: { name } }: Token): fc.Arbitrary<string> {
  if (name === 'Text') return fc.constantFrom(image, ...otherQuotes(image))
  if (name === 'Dash') return fc.constantFrom('-', '–', '—', '−')
  if (!Object.hasOwn(KEYWORDS, name)) return fc.constant(image)
  return fc
    .tuple(
      fc.constantFrom(image, image.toUpperCase(), image.replace('hằng', 'hàng').replace('tỷ', 'tỉ')),
      blank,
    )
    .map(([typed, between]) => typed.replaceAll(' ', between))
}

function otherQuotes(image: string): readonly string[] {
  const inside = image.slice(1, -1)
  if (image.startsWith('“') || inside.includes('”')) return []
  return [`“${inside}”`, `”${inside}”`, `" ${inside}  "`]
}

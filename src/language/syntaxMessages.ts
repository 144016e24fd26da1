import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain'
import { listText } from '#base/listText.ts'
import { allTokens } from './tokens.ts'

/** More choices than this are not worth reading one by one. */
const MOST_CHOICES = 6

/** The words for a clause the grammar cannot follow; each says what was expected there and what stands there. */
export const syntaxMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, actual }) => expectedBut([label(expected)], actual),
  buildNotAllInputParsedMessage: ({ firstRedundant }) =>
    `dòng này lẽ ra đã hết trước ${quote(firstRedundant)}`,
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) =>
    expectedBut(
      expectedPathsPerAlt.flat().flatMap(([first]) => (first ? [label(first)] : [])),
      actual[0],
    ),
  buildEarlyExitMessage: ({ expectedIterationPaths, actual }) =>
    expectedBut(
      expectedIterationPaths.flatMap(([first]) => (first ? [label(first)] : [])),
      actual[0],
    ),
}

/** The same for a place where one of the tokens of those names may stand. */
export function expectedTokensBut(names: readonly string[], actual: IToken | undefined): string {
  const labels = names.map((name) => allTokens.find((type) => type.name === name))
  return expectedBut(
    labels.flatMap((type) => (type ? [label(type)] : [])),
    actual,
  )
}

function expectedBut(choices: readonly string[], actual: IToken | undefined): string {
  const distinct = [...new Set(choices)]
  const found = actual && actual.image !== '' ? `nhưng ở đây là ${quote(actual)}` : 'nhưng dòng đã hết'
  if (distinct.length > MOST_CHOICES) return `không hiểu dòng này từ ${quote(actual)}`
  return `cần ${listText(distinct, 'hoặc')}, ${found}`
}

function label(token: TokenType): string {
  return token.LABEL ?? token.name
}

function quote(token: IToken | undefined): string {
  return token && token.image !== '' ? `\`${token.image}\`` : 'cuối dòng'
}

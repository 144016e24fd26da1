import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain'

/** The widest line, as in the code. */
const WIDEST = 110

/**
 * A production in EBNF: `name = … ;` with `[ ]` for what may be left out, `{ }` for what may come any number of times and
 * `{ }+` for what comes at least once, `|` between choices. A choice too long for its line has an alternative a line.
 */
export function productionText({ name, definition }: Rule): string {
  const line = `${name} = ${sequence(definition)} ;`
  if (line.length <= WIDEST) return line
  const [only, ...others] = definition
  if (only instanceof Alternation && others.length === 0) {
    const choices = choicesOf(only)
    return `${name}\n  = ${choices.join('\n  | ')}\n  ;`
  }
  return `${name}\n  = ${wrap(definition.map((part) => text(part, definition.length > 1)))}\n  ;`
}

/** As many words a line as fit. */
function wrap(words: readonly string[]): string {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && `    ${last} ${word}`.length <= WIDEST)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n    ')
}

function sequence(parts: readonly IProduction[]): string {
  return parts.map((part) => text(part, parts.length > 1)).join(' ')
}

function choicesOf({ definition }: Alternation): readonly string[] {
  return definition.map((choice) => text(choice, false))
}

/** `grouped`: something stands beside it, so a choice needs brackets. */
function text(part: IProduction, grouped: boolean): string {
  if (part instanceof Terminal) return tokenText(part.terminalType)
  if (part instanceof NonTerminal) return part.nonTerminalName
  if (part instanceof Alternation) {
    const choices = choicesOf(part).join(' | ')
    return grouped ? `( ${choices} )` : choices
  }
  if (part instanceof Alternative) return sequence(part.definition)
  if (part instanceof Option) return `[ ${sequence(part.definition)} ]`
  if (part instanceof Repetition) return `{ ${sequence(part.definition)} }`
  if (part instanceof RepetitionMandatory) return `{ ${sequence(part.definition)} }+`
  if (part instanceof RepetitionMandatoryWithSeparator) return listed(part)
  if (part instanceof RepetitionWithSeparator) return `[ ${listed(part)} ]`
  throw new Error(`no EBNF for ${part.constructor.name}`)
}

/** One, then any number more, parted by the separator. */
function listed({
  definition,
  separator,
}: RepetitionWithSeparator | RepetitionMandatoryWithSeparator): string {
  const one = sequence(definition)
  return `${one} { ${tokenText(separator)} ${one} }`
}

/** A keyword or a sign as it is typed, in quotes; any other word of the language by its name, in capitals. */
function tokenText(token: TokenType): string {
  const [, typed] = /^(?:dấu .*)?«(.+)»$/.exec(token.LABEL ?? '') ?? []
  return typed === undefined ? token.name.toUpperCase() : `'${typed}'`
}

/** The words that are no keyword or sign: `NAME = /…/ ;` with the expression the lexer uses. */
export function lexicalText(tokens: readonly TokenType[]): string {
  return tokens.map(({ name, PATTERN }) => `${name.toUpperCase()} = ${PATTERN} ;`).join('\n')
}

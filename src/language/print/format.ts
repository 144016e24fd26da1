import { arrange, type Diagnostic, failure, hasError, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import { lex } from '../lexer.ts'
import { parse } from '../parse.ts'
import { parseClause } from '../parser.ts'
import { toClause } from '../toAst/toClause.ts'
import { clauseText } from './clauseText.ts'
import { type Line, page } from './page.ts'
import { placesOf } from './placesOf.ts'

/**
 * The author's own text laid out anew: a clause a line, indented by what it is about, words in their canonical spelling,
 * one blank line between blocks. Comments stay where they stood and clauses keep their order, so the rulebook means what
 * it meant. A text that cannot be read is left alone: the answer is what is wrong with it.
 */
export function format(source: Source): Result<string> {
  const diagnostics: Diagnostic[] = []
  parse(source, (diagnostic) => diagnostics.push(diagnostic))
  if (hasError(diagnostics)) return failure(arrange(diagnostics))
  return { ok: true, value: page(linesOf(source)), diagnostics }
}

/** Clauses and comments in the order of a text without errors. */
function linesOf(source: Source): readonly Line[] {
  const report = (): void => {}
  const { clauses, comments, text, spanOf } = lex(source)
  const reader = { source, spanOf, report, newId: () => 0 }
  const read = clauses.map(({ tokens }) => toClause(parseClause(tokens).tree, tokens, reader, false))
  const places = placesOf(read)
  const pieces = [
    ...clauses.map(({ tokens }, index) => ({ tokens, place: places[index] })),
    ...comments.map((comment) => ({ tokens: [comment], place: undefined })),
  ].toSorted((left, right) => startOf(left.tokens) - startOf(right.tokens))
  let end = 0
  return pieces.map(({ tokens, place }, index): Line => {
    const between = text.slice(end, startOf(tokens)).match(/\r\n|\n|\r/g)?.length ?? 0
    const first = index === 0
    end = endOf(tokens)
    const afterBlank = between > 1 && !first
    if (place) return { kind: 'clause', text: clauseText(tokens), place, afterBlank }
    const comment = tokens.map(({ image }) => image.trimEnd()).join()
    return { kind: 'comment', text: comment, afterBlank, trailing: between === 0 && !first }
  })
}

type Placed = readonly { readonly startOffset: number; readonly image: string }[]

function startOf(tokens: Placed): number {
  return tokens[0]?.startOffset ?? 0
}

function endOf(tokens: Placed): number {
  const last = tokens.at(-1)
  return last ? last.startOffset + last.image.length : 0
}

import { MOST_DIAGNOSTICS, type Report } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Rulebook } from './ast.ts'
import { lex } from './lexer.ts'
import { readClause } from './readClause.ts'
import { buildRulebook } from './toAst/build.ts'
import type { Clause } from './toAst/clause.ts'
import { outline } from './toAst/outline.ts'
import { toClause } from './toAst/toClause.ts'

/**
 * Reads a rulebook. Never throws and never stops at the first mistake: it always gives a tree, of which the parts that
 * could not be read are marked incomplete. Past {@link MOST_DIAGNOSTICS} messages it reads no further.
 */
export function parse(source: Source, report: Report): Rulebook {
  let reported = 0
  const counted: Report = (diagnostic) => {
    reported++
    report(diagnostic)
  }
  let lastId = 0
  const newId = (): number => lastId++
  const { clauses, spanOf } = lex(source, counted)
  const reader = { source, spanOf, report: counted, newId }
  const read: Clause[] = []
  for (const { tokens, faulty } of clauses) {
    if (reported >= MOST_DIAGNOSTICS) break
    const { tree, errors } = readClause(tokens, source, spanOf, faulty ? () => {} : counted)
    read.push(toClause(tree, tokens, reader, errors.length > 0))
  }
  return buildRulebook(outline(read, source, counted), newId, { source, report: counted })
}

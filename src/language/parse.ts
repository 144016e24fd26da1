import { MOST_DIAGNOSTICS, type Report } from '#diagnostic/diagnostic.ts'
import type { Source, Span } from '#diagnostic/source.ts'
import type { Rulebook } from './ast.ts'
import { joinClauses } from './joinClauses.ts'
import { lex } from './lexer.ts'
import { readClause } from './readClause.ts'
import type { ReadClause } from './reading.ts'
import { buildRulebook } from './toAst/build.ts'
import type { Clause } from './toAst/clause.ts'
import { outline } from './toAst/outline.ts'
import { toClause } from './toAst/toClause.ts'

/** A word of the language as an editor sees it; `kind` is the name of its token, for a keyword its key in KEYWORDS. */
export interface Word {
  readonly kind: string
  readonly text: string
  readonly span: Span
}

/** A clause and the words it was read from: the author's, or those they were mended to. */
export interface Line {
  readonly clause: Clause
  readonly words: readonly Word[]
}

/** A rulebook and the clauses it was read from, in reading order. */
export interface ParsedSource {
  readonly rulebook: Rulebook
  readonly lines: readonly Line[]
}

/**
 * Reads a rulebook. Never throws and never stops at the first mistake: it always gives a tree, of which the parts that
 * could not be read are marked incomplete. Past {@link MOST_DIAGNOSTICS} messages it reads no further.
 */
export function parse(source: Source, report: Report): Rulebook {
  return parseLines(source, report).rulebook
}

/** As {@link parse}, with the clauses too. */
export function parseLines(source: Source, report: Report): ParsedSource {
  let reported = 0
  const counted: Report = (diagnostic) => {
    reported++
    report(diagnostic)
  }
  let lastId = 0
  const newId = (): number => lastId++
  const lexed = lex(source)
  const { clauses, spanOf } = lexed
  const reader = { source, spanOf, report: counted, newId }
  const lines: Line[] = []
  const told = new Set<number>()
  for (let index = 0; index < clauses.length && reported < MOST_DIAGNOSTICS; index++) {
    const [lexedClause, next] = [clauses[index], clauses[index + 1]]
    if (!lexedClause) break
    const before = reported
    const context = { source, lexed, report: counted }
    const joined: readonly ReadClause[] | undefined = joinClauses(lexedClause, next, context)
    if (joined) index++
    for (const { tree, tokens, failed } of joined ?? readClause(lexedClause, context)) {
      const words = tokens.map((token) => ({
        kind: token.tokenType.name,
        text: token.image,
        span: spanOf(token),
      }))
      const clause = toClause(tree, tokens, reader, failed)
      if (reported > before) told.add(clause.span.start)
      lines.push({ clause, words })
    }
  }
  const read = lines.map(({ clause }) => clause)
  const unread = read.flatMap((clause) => (clause.kind === 'unreadable' ? clause.declares : []))
  // Of a line that was reported and read as meant, nobody is told that it stands in the wrong place too.
  const placed: Report = (diagnostic) => {
    const isTold = told.has(diagnostic.labels[0]?.span.start ?? -1)
    if (diagnostic.code !== 'misplaced-clause' || !isTold) counted(diagnostic)
  }
  const rulebook = buildRulebook(outline(read, source, placed), newId, { source, report: placed, unread })
  return { rulebook, lines }
}

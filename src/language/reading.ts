import type { CstNode, IToken } from 'chevrotain'
import { type Diagnostic, type Repair, type Report, withRepairs } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { LexedSource } from './lexer.ts'
import { type Draft, inFile } from './mend/draft.ts'
import type { Outcome, Proposal } from './mend/fault.ts'
import type { Mend } from './mend/mendClause.ts'
import { type ParsedClause, parseClause } from './parser.ts'

/** A clause with its tree; `failed` when the grammar could not follow all of it. */
export interface ReadClause {
  readonly tokens: readonly IToken[]
  readonly tree: CstNode
  readonly failed: boolean
}

/** What the reading of clauses needs of the source besides the clause. */
export interface ClauseReader {
  readonly source: Source
  readonly lexed: LexedSource
  readonly report: Report
}

/** The clause with the tree that the parser made of it. */
export function asRead(tokens: readonly IToken[], { tree, errors }: ParsedClause): ReadClause {
  return { tokens, tree, failed: errors.length > 0 }
}

/** The clause as the grammar could follow it; nothing where there is no word. */
export function asFarAsRead(tokens: readonly IToken[]): readonly ReadClause[] {
  return tokens.length > 0 ? [asRead(tokens, parseClause(tokens))] : []
}

/** The clauses that a mended line holds. */
export function readOf({ clauses }: Outcome): readonly ReadClause[] {
  return clauses.map(({ tokens }) => asRead(tokens, parseClause(tokens)))
}

/** The mend as the repair that a message offers. */
export function repairedBy(
  meant: Mend | undefined,
  draft: Draft,
  lexed: LexedSource,
): Pick<Diagnostic, 'repairs'> {
  return withRepairs(meant && repairOf(meant.proposal, draft, lexed))
}

/** The change as a repair of the file. */
export function repairOf({ change, title }: Proposal, draft: Draft, { spanFrom }: LexedSource): Repair {
  const { start, end, text } = inFile(draft, change)
  return { title, edits: [{ span: spanFrom(start, end), text }] }
}

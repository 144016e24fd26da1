import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { LexedClause } from './lexer.ts'
import { draftOf } from './mend/draft.ts'
import { tryChange } from './mend/fault.ts'
import { parseClause } from './parser.ts'
import { type ClauseReader, type ReadClause, readOf } from './reading.ts'

/**
 * The clause and the next one read as one, when a `;` was typed for the `,` between them: neither the one nor the other is
 * then whole without it. Reports the sign. `undefined` where that is not so.
 */
export function joinClauses(
  clause: LexedClause,
  next: LexedClause | undefined,
  { source, lexed, report }: ClauseReader,
): readonly ReadClause[] | undefined {
  const semicolon = next?.semicolon
  if (!next || !semicolon || (isWhole(clause) && isWhole(next))) return undefined
  const draft = draftOf(lexed.text, clause.start, next.end)
  const at = semicolon.startOffset - clause.start
  const outcome = tryChange(draft, { start: at, end: at + 1, text: ',' })
  if (outcome?.left !== 0) return undefined
  report(semicolonForComma(semicolon, { source, lexed }))
  return readOf(outcome)
}

function isWhole({ tokens, faults }: LexedClause): boolean {
  return faults.length === 0 && parseClause(tokens).errors.length === 0
}

function semicolonForComma(
  semicolon: NonNullable<LexedClause['semicolon']>,
  { source, lexed }: Pick<ClauseReader, 'source' | 'lexed'>,
): Diagnostic {
  const span = lexed.spanOf(semicolon)
  return {
    code: 'unclear-clause',
    severity: 'error',
    message: 'cần dấu phẩy «,», nhưng ở đây là `;`',
    labels: [{ source, span, text: 'dấu «;» kết thúc một ý, phần sau lại nói tiếp ý trước' }],
    help: 'thay «;» bằng «,»',
    repairs: [{ title: 'thay «;» bằng «,»', edits: [{ span, text: ',' }] }],
  }
}

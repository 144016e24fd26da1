import type { IToken } from 'chevrotain'
import { type Diagnostic, MOST_DIAGNOSTICS, withRepairs } from '#diagnostic/diagnostic.ts'
import type { LexedClause } from './lexer.ts'
import type { Change } from './mend/characters.ts'
import { changed, type Draft, draftOf, wordsOf } from './mend/draft.ts'
import { tryChange } from './mend/fault.ts'
import { LONGEST, mendQuotes } from './mend/mendClause.ts'
import { followClause, parseClause } from './parser.ts'
import {
  asFarAsRead,
  asRead,
  type ClauseReader,
  type ReadClause,
  readOf,
  repairedBy,
  repairOf,
} from './reading.ts'
import { expectedTokensBut } from './syntaxMessages.ts'
import { unknownCharacters } from './unknownCharacters.ts'

/**
 * A clause with characters that no word begins with: in a text that lacks its marks they are none of the language's
 * business; elsewhere they are reported and, where it is plain what they stand for, read as that.
 */
export function readFaultyClause(clause: LexedClause, reader: ClauseReader): readonly ReadClause[] {
  return readUnquoted(clause, reader) ?? readFaulty(clause, reader)
}

function readUnquoted(
  clause: LexedClause,
  { source, lexed, report }: ClauseReader,
): readonly ReadClause[] | undefined {
  const { followed, expected } = followClause(clause.tokens)
  const token = clause.tokens[followed]
  if (!token || clause.end - clause.start > LONGEST || expected.some((one) => one.token !== 'Text'))
    return undefined
  const draft = draftOf(lexed.text, clause.start, clause.end)
  const start = token.startOffset - clause.start
  const meant = `"${draft.text.slice(start)}"`
  const change = { start, end: draft.text.length, text: meant }
  const outcome = tryChange(draft, change)
  if (outcome?.left !== 0) return undefined
  const proposal = { change, title: `đặt trong ngoặc kép: ${meant}`, help: undefined }
  report({
    code: 'unclear-clause',
    severity: 'error',
    message: expectedTokensBut(['Text'], token),
    labels: [{ source, span: lexed.spanOf(token), text: 'ở đây' }],
    help: 'đặt phần chữ trong ngoặc kép, ví dụ "Công an xã"',
    ...withRepairs(repairOf(proposal, draft, lexed)),
  })
  return readOf(outcome)
}

function readFaulty(clause: LexedClause, { source, lexed, report }: ClauseReader): readonly ReadClause[] {
  const { tokens, start, end } = clause
  const faults = clause.faults
    .slice(0, MOST_DIAGNOSTICS)
    .map((fault) => unknownCharacters(fault, lexed, source))
  for (const { diagnostic } of faults) report(diagnostic)
  if (end - start > LONGEST) return asFarAsRead(tokens)
  const changes = new Map(faults.flatMap((fault) => fault.changes).map((change) => [change.start, change]))
  const backwards = [...changes.values()].toSorted((left, right) => right.start - left.start)
  const whole = draftOf(lexed.text, Math.min(start, ...changes.keys()), end)
  const draft = backwards.reduce((before, change) => changed(before, inDraft(whole, change)), whole)
  const words = faults.every((fault) => fault.changes.length > 0) ? (wordsOf(draft) ?? []) : []
  const read = words.map((found) => asRead(found.tokens, parseClause(found.tokens)))
  return read.length > 0 && read.every(({ failed }) => !failed) ? read : asFarAsRead(tokens)
}

function inDraft({ origin }: Draft, { start, end, text }: Change): Change {
  const first = origin[0] ?? 0
  return { start: start - first, end: end - first, text }
}

/** A line with an odd quotation mark: what else it seems to be faulty in may stand in a text. */
export function readUnclosedLine(
  clause: LexedClause,
  unclosed: IToken,
  reader: ClauseReader,
): readonly ReadClause[] {
  const end = Math.min(clause.end, clause.start + LONGEST + 1)
  const draft = draftOf(reader.lexed.text, clause.start, end)
  const mended = mendQuotes(draft)
  reader.report(unclosedText(unclosed, draft, mended, reader))
  return mended ? readOf(mended.outcome) : [...clause.before, clause.tokens].flatMap(asFarAsRead)
}

function unclosedText(
  token: IToken,
  draft: Draft,
  mended: ReturnType<typeof mendQuotes>,
  { source, lexed }: ClauseReader,
): Diagnostic {
  const span = lexed.spanOf(token)
  const common = { code: 'unclosed-text', severity: 'error', ...repairedBy(mended, draft, lexed) } as const
  switch (mended?.proposal.missing) {
    case 'opening':
      return {
        ...common,
        message: 'thiếu dấu ngoặc kép mở',
        labels: [{ source, span, text: 'ngoặc kép này đóng một đoạn chữ chưa được mở' }],
        help: mended.proposal.help ?? '',
      }
    default:
      return {
        ...common,
        message: 'thiếu dấu ngoặc kép đóng',
        labels: [{ source, span, text: 'ngoặc kép mở ở đây, đến hết dòng vẫn chưa đóng' }],
        help: 'thêm dấu " vào cuối đoạn chữ, trên cùng một dòng',
      }
  }
}

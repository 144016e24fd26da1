import type { IRecognitionException } from 'chevrotain'
import { surelyMeant } from '#base/didYouMean.ts'
import { foldText } from '#base/foldText.ts'
import { type Diagnostic, withRepairs } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import { KEYWORDS } from './keywords.ts'
import type { LexedClause, LexedSource } from './lexer.ts'
import { type Draft, draftOf, inFile, type Words, wordsOf } from './mend/draft.ts'
import { type FaultyClause, isWord, typed } from './mend/fault.ts'
import { type Mend, mendForeignWord, mendToneMarks, mendWhole, suggestKeyword } from './mend/mendClause.ts'
import { followClause, parseClause } from './parser.ts'
import { readFaultyClause, readUnclosedLine } from './readFaultyClause.ts'
import { asRead, type ClauseReader, type ReadClause, readOf, repairedBy, repairOf } from './reading.ts'
import { expectedTokensBut } from './syntaxMessages.ts'
import { Name, Text } from './tokens.ts'

/** A longer phrase of a language without one would only be a longer line; stops hostile input early. */
const MOST_REPAIRS = 8

/**
 * Parses one clause, reporting at most one thing it cannot follow. It is then read as it was plainly meant, where one
 * change makes it whole, so that nothing else is reported for it. A line whose quotation marks are mended may hold several
 * clauses.
 *
 * Keywords typed without their tone marks (`tieu chi`) and English words for them are reported one by one.
 */
export function readClause(clause: LexedClause, reader: ClauseReader): readonly ReadClause[] {
  if (clause.unclosed) return readUnclosedLine(clause, clause.unclosed, reader)
  if (clause.faults.length > 0) return readFaultyClause(clause, reader)
  const parsed = parseClause(clause.tokens)
  if (parsed.errors.length === 0) return [asRead(clause.tokens, parsed)]
  const draft = draftOf(reader.lexed.text, clause.start, clause.end)
  const [words] = wordsOf(draft) ?? []
  return words ? mend(draft, words, reader) : [asRead(clause.tokens, parsed)]
}

function mend(first: Draft, start: Words, reader: ClauseReader): readonly ReadClause[] {
  const { source, lexed, report } = reader
  let [draft, words, current] = [first, start, parseClause(start.tokens)]
  for (let repairs = 0; ; repairs++) {
    const [error] = current.errors
    if (!error) return [asRead(words.tokens, current)]
    const clause: FaultyClause = { draft, words, fault: followClause(words.tokens).followed }
    const message = complaint(error, clause)
    const unmarked = repairs < MOST_REPAIRS && !wantsText(message) ? mendToneMarks(clause) : undefined
    const foreign = repairs < MOST_REPAIRS && !unmarked ? mendForeignWord(clause) : undefined
    const sure = unmarked ?? foreign
    if (unmarked) report(missingToneMarks(unmarked, draft, reader))
    if (foreign) report(unclearClause(message, clause, foreign, reader))
    const [next, ...others] = sure?.outcome.clauses ?? []
    if (sure && next && others.length === 0) {
      ;[draft, words, current] = [sure.outcome.draft, next, parseClause(next.tokens)]
      continue
    }
    const whole = mendWhole(clause)
    const plain = whole && isOnlyMarks(whole, draft)
    report(
      plain
        ? missingToneMarks(whole, draft, { source, lexed })
        : unclearClause(message, clause, whole ?? suggestKeyword(clause), reader),
    )
    return whole ? readOf(whole.outcome) : [asRead(words.tokens, current)]
  }
}

/** Whether the mend only puts tone marks back, in words that the sure way did not find. */
function isOnlyMarks({ proposal }: Mend, { text }: Draft): boolean {
  const { start, end, text: meant } = proposal.change
  const written = text.slice(start, end)
  return written !== '' && foldText(written.replace(/\s+/g, ' ')) === foldText(meant)
}

function missingToneMarks(
  { proposal }: Mend,
  draft: Draft,
  { source, lexed }: Pick<ClauseReader, 'source' | 'lexed'>,
): Diagnostic {
  const { start, end, text } = proposal.change
  const change = inFile(draft, proposal.change)
  const meant = text.toLowerCase()
  return {
    code: 'missing-tone-marks',
    severity: 'error',
    message: `\`${draft.text.slice(start, end).replace(/\s+/g, ' ')}\` gõ thiếu dấu`,
    labels: [{ source, span: lexed.spanFrom(change.start, change.end), text: `ý bạn là «${meant}»?` }],
    help: `gõ đủ dấu: ${meant}`,
    ...withRepairs(repairOf(proposal, draft, lexed)),
  }
}

function unclearClause(
  message: string,
  clause: FaultyClause,
  meant: Mend | undefined,
  { source, lexed }: ClauseReader,
): Diagnostic {
  const help = meant?.proposal.help ?? remedyFor(message, clause)
  return {
    code: 'unclear-clause',
    severity: 'error',
    message,
    labels: [{ source, span: placeOf(clause, lexed), text: 'ở đây' }],
    ...(help && { help }),
    ...repairedBy(meant, clause.draft, lexed),
  }
}

/** What to advise where no change makes the clause whole. */
function remedyFor(message: string, clause: FaultyClause): string | undefined {
  const { words, fault } = clause
  const [before, at] = [words.tokens[fault - 1], words.tokens[fault]]
  if (wantsText(message) && before?.tokenType === Name && at?.tokenType === Name) {
    return `tên gồm nhiều từ thì nối bằng gạch dưới: ${before.image}_${at.image}`
  }
  if (wantsText(message)) return 'đặt phần chữ trong ngoặc kép, ví dụ "Công an xã"'
  let last = fault
  while (isWord(words.tokens[last + 1])) last++
  if (words.tokens[fault]?.tokenType !== Name) return undefined
  for (let count = last - fault + 1; count > 0; count--) {
    const nearest = surelyMeant(typed(clause, fault, count), Object.values(KEYWORDS))
    if (nearest) return `ý bạn là «${nearest}»?`
  }
  return undefined
}

/** Where a text in quotes is due, words without quotes are no keyword that lost its marks. */
function wantsText(message: string): boolean {
  return message.startsWith(`cần ${Text.LABEL},`)
}

/**
 * What the grammar expected where it lost the clause. The parser looks a few words ahead and then blames the first of them;
 * the word that is amiss may come after it.
 */
function complaint({ token, message }: IRecognitionException, { words, fault }: FaultyClause): string {
  const at = words.tokens.indexOf(token)
  if (at < 0 || at >= fault) return message
  const names = followClause(words.tokens).expected.map((expected) => expected.token)
  return expectedTokensBut(names, words.tokens[fault])
}

/** The token that does not fit, or the end of the clause when it stops short. */
function placeOf({ words, fault }: FaultyClause, { spanOf }: LexedSource): Span {
  const token = words.tokens[fault]
  if (token) return spanOf(token)
  const last = words.tokens.at(-1)
  const end = last ? spanOf(last).end : 0
  return { start: end, end }
}

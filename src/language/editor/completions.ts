import { foldText } from '#base/foldText.ts'
import type { Span } from '#diagnostic/source.ts'
import { KEYWORDS, type Keyword } from '../keywords.ts'
import { scan } from '../lexer.ts'
import { followClause } from '../parser.ts'
import type { Analysis } from './analyse.ts'
import { standsAt } from './clausePlaces.ts'
import { type Cursor, cursorAt } from './cursor.ts'
import { keywordHelp } from './keywordHelp.ts'
import { type Choice, namesFor, type Slot, textsFor } from './nameCompletions.ts'

/** Something that may be typed at a place. */
export interface Completion {
  readonly label: string
  readonly kind: 'keyword' | Choice['kind']
  /** A line on what it is or does. */
  readonly detail: string
  /** What to put in place of what is typed already. */
  readonly insert: string
  readonly replace: Span
}

/**
 * The words that may stand at the offset, by the grammar and by what the clause is about. What is typed already is matched
 * without tone marks (`tieu ch`); the longest beginning that matches comes first.
 */
export function completions(analysis: Analysis, offset: number): readonly Completion[] {
  const cursor = cursorAt(analysis, offset)
  if (!cursor) return []
  if (cursor.quote !== undefined) return textsInQuotes(analysis, cursor, cursor.quote, offset)
  const found = beginnings(cursor.before).flatMap(({ head, typed }) => {
    const replace = { start: offset - typed.length, end: offset }
    return expectedAfter(head, analysis, cursor)
      .filter(({ label }) => matches(label, typed))
      .map((completion) => ({ ...completion, replace }))
  })
  const distinct = new Map<string, Completion>()
  for (const each of found) {
    const key = `${each.kind} ${each.label}`
    if (!distinct.has(key)) distinct.set(key, each)
  }
  return [...distinct.values()]
}

/** No keyword has more words. */
const MOST_WORDS = 9

/** The ways to part what stands before the cursor into what is done and what is still being typed, most typed first. */
function beginnings(before: string): readonly { readonly head: string; readonly typed: string }[] {
  const parted: { head: string; typed: string }[] = []
  let typed = ''
  let head = before
  if (/(?:^|[^\p{L}\p{M}\p{N}_])$/u.test(before)) parted.push({ head, typed })
  for (let count = 0; count < MOST_WORDS; count++) {
    const [word] = /[\p{L}\p{M}\p{N}_./%-]+[ \t\u00a0]*$/u.exec(head) ?? []
    if (word === undefined) break
    typed = word + typed
    head = head.slice(0, head.length - word.length)
    parted.push({ head, typed })
  }
  return parted.toReversed()
}

/** Whether the words typed so far begin the label; a blank at the end asks for another word. */
function matches(label: string, typed: string): boolean {
  return foldText(label).startsWith(foldText(typed).replace(/\s+/g, ' '))
}

type Offer = Omit<Completion, 'replace'>

/** What may come after a beginning of the clause. */
function expectedAfter(head: string, analysis: Analysis, cursor: Cursor): readonly Offer[] {
  const slots = slotsAfter(head)
  const isStart = head.trim() === ''
  return slots
    .filter(({ rules, token }) => !isStart || standsAt(rules[1] ?? '', token, cursor))
    .flatMap(({ token, ...slot }): readonly Offer[] => {
      // Keywords that are units of measure too are offered where they were used as such.
      if (Object.hasOwn(KEYWORDS, token)) {
        return slot.rules.at(-1) === 'unitOfMeasure' ? [] : [keywordOffer(token as Keyword)]
      }
      if (token === 'Text') {
        return textsFor(slot, analysis, cursor).map((choice) => offer(choice, `"${choice.text}"`))
      }
      if (token !== 'Name' && !(slot.rules.at(-1) === 'code' && token === 'NumberText')) return []
      return namesFor(slot, analysis, cursor).map((choice) => offer(choice, choice.text))
    })
}

/** Every token that may come next; none where the beginning itself is no clause of the language. */
function slotsAfter(head: string): readonly (Slot & { readonly token: string })[] {
  const clauses = scan(head.normalize('NFC'))
  if (!clauses || clauses.length > 1) return []
  const tokens = clauses[0] ?? []
  const { followed, expected } = followClause(tokens)
  if (followed < tokens.length) return []
  const before = tokens.map(({ image, tokenType }) => ({ kind: tokenType.name, text: image }))
  return expected.map(({ token, rules }) => ({ token, rules, before }))
}

function keywordOffer(keyword: Keyword): Offer {
  const phrase = KEYWORDS[keyword]
  return { label: phrase, kind: 'keyword', detail: keywordHelp(keyword)?.what ?? '', insert: phrase }
}

function offer({ kind, text, detail }: Choice, insert: string): Offer {
  return { label: text, kind, detail, insert }
}

/** Inside quotes only texts are offered; a mark that closes them right behind the cursor is taken along. */
function textsInQuotes(
  analysis: Analysis,
  cursor: Cursor,
  quote: number,
  offset: number,
): readonly Completion[] {
  const head = cursor.before.slice(0, quote - cursor.start)
  const typed = analysis.source.text.slice(quote + 1, offset)
  const closed = /^["”]/.test(analysis.source.text.slice(offset)) ? 1 : 0
  const replace = { start: quote, end: offset + closed }
  return slotsAfter(head)
    .filter(({ token }) => token === 'Text')
    .flatMap((slot) => textsFor(slot, analysis, cursor))
    .filter(({ text }) => matches(text, typed))
    .map((choice) => ({ ...offer(choice, `"${choice.text}"`), replace }))
}

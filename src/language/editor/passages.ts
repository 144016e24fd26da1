import { longestCommon } from '#base/longestCommon.ts'
import { lineAt, type Source } from '#diagnostic/source.ts'
import { parseLines } from '../parse.ts'
import type { Clause } from '../toAst/clause.ts'

/**
 * A part of a rulebook's text that can be written anew by itself: what is said of all (`settings`), a group or a criterion, how ranks and
 * classes are told (`standing`), what is amended during the year. Measures and examples are in none.
 */
export interface Passage {
  readonly part: 'settings' | 'group' | 'criterion' | 'standing' | 'amendments'
  /** Of a group or criterion; empty for the other parts. */
  readonly code: string
  readonly title: string
  /** The clauses that points hang on, one a line, without their common indentation; citations, notes and comments are left out. */
  readonly text: string
}

/** A rulebook's text cut into passages. */
export interface Passages {
  readonly source: Source
  /** In reading order. */
  readonly all: readonly Passage[]
  /** The text clause by clause, each with the passage that it belongs to; also blank lines and comments, which belong to none. */
  readonly lines: readonly PassageLine[]
}

interface PassageLine {
  readonly text: string
  readonly passage: Passage | undefined
  /** Which line of the passage's text it is, counted from 1; 0 for one that is not shown there, and stays with the line before it. */
  readonly number: number
  readonly isExample: boolean
}

/** A text in which passages were written anew. */
export interface Rewritten {
  readonly source: Source
  /** The same with spaces in place of the rulebook's own examples, which may not fit what was written anew. */
  readonly withoutExamples: Source
  /** The passage that a place is in, with its line there, counted from 1; 0 for a line that the passage does not show. */
  readonly placeAt: (offset: number) => { readonly passage: Passage; readonly line: number } | undefined
}

interface Draft extends Omit<Passage, 'text'> {
  readonly lines: number[]
}

/** Cuts the text of a rulebook, which need not be sound. */
export function passagesOf(source: Source): Passages {
  const pieces = piecesOf(source)
  const drafts: Draft[] = []
  const partNamed = (part: Draft['part']): Draft => {
    const known = drafts.find((one) => one.part === part)
    if (known) return known
    const made = { part, code: '', title: '', lines: [] }
    drafts.push(made)
    return made
  }
  let open: Draft | undefined
  let isAmending = false
  for (const [line, { clause }] of pieces.entries()) {
    if (!clause) continue
    isAmending ||= clause.kind === 'amendment'
    if (isAmending && AMENDING.has(clause.kind)) open = partNamed('amendments')
    else if (clause.kind === 'group' || clause.kind === 'criterion') {
      open = { part: clause.kind, code: clause.code.text, title: clause.title.text, lines: [] }
      drafts.push(open)
    } else if (clause.kind === 'classification') open = partNamed('standing')
    ownerOf(clause, open, partNamed)?.lines.push(line)
  }
  const lines = pieces.map(({ text, clause }): PassageLine => {
    return { text, passage: undefined, number: 0, isExample: clause?.kind === 'example' }
  })
  const all = drafts.map(({ part, code, title, lines: own }): Passage => {
    const shown = own.filter((line) => !isAside(pieces[line]?.clause))
    const text = undented(shown.map((line) => pieces[line]?.text ?? '')).join('\n')
    const passage = { part, code, title, text }
    for (const line of own) {
      const number = shown.indexOf(line) + 1
      lines[line] = { text: pieces[line]?.text ?? '', passage, number, isExample: false }
    }
    return passage
  })
  return { source, all, lines }
}

/** The whole text, a clause a line, with passages written anew; one that became empty is gone, with what was said beside it. */
export function rewrite(
  { all, lines }: Passages,
  edits: ReadonlyMap<Passage, string>,
  name: string,
): Rewritten {
  const written = all.flatMap((passage) => {
    const text = edits.get(passage)
    return text === undefined ? [] : [[passage, merged(passage, text, lines)] as const]
  })
  const byPassage = new Map(written)
  const begun = new Set<Passage>()
  const out = lines.flatMap((line): readonly PassageLine[] => {
    const { passage } = line
    const anew = passage && byPassage.get(passage)
    if (!passage || !anew) return [line]
    if (begun.has(passage)) return []
    begun.add(passage)
    return anew
  })
  const joined = (textOf: (line: PassageLine) => string): Source => ({
    name,
    text: out.map(textOf).join('\n'),
  })
  const rewritten = joined(({ text }) => text)
  const starts: number[] = []
  let start = 0
  for (const one of out) {
    starts.push(start)
    start += one.text.length + 1
  }
  return {
    source: rewritten,
    withoutExamples: joined(({ text, isExample }) => (isExample ? ' '.repeat(text.length) : text)),
    placeAt: (offset) => {
      const one = out[starts.indexOf(lineAt(rewritten, offset).start)]
      return one?.passage && { passage: one.passage, line: one.number }
    },
  }
}

/** As a passage's text is held against another: lines without what nobody sees. */
export function tidyLines(text: string): readonly string[] {
  return text
    .split(LINE_END)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
}

const LINE_END = /\r\n|\n|\r/

/** What a passage now says, with what stands beside its lines put behind the line that it stood behind. */
function merged(passage: Passage, text: string, lines: readonly PassageLine[]): readonly PassageLine[] {
  const fresh = tidyLines(text)
  const own = lines.filter((one) => one.passage === passage)
  const shown = own.filter(({ number }) => number > 0)
  const same = longestCommon(
    shown.map((line) => line.text.trim()),
    fresh.map((line) => line.trim()),
  )
  const written: PassageLine[] = []
  let next = 0
  const take = (end: number): void => {
    for (; next < end; next++)
      written.push({ text: fresh[next] ?? '', passage, number: next + 1, isExample: false })
  }
  if (fresh.length === 0) return []
  for (const line of own) {
    if (line.number === 0) {
      written.push(line)
      continue
    }
    const kept = same.get(line.number - 1)
    // The first line opens the passage, whatever it says now.
    if (kept !== undefined) take(kept + 1)
    else if (next === 0) take(1)
  }
  take(fresh.length)
  return written
}

/** A clause with its line, or a line without any. */
interface Piece {
  readonly text: string
  readonly clause: Clause | undefined
}

/** The text in lines, those with several clauses cut between them. */
function piecesOf(source: Source): readonly Piece[] {
  const clauses = parseLines(source, () => {}).lines.map(({ clause }) => clause)
  let next = 0
  let start = 0
  return source.text.split(/(\r\n|\n|\r)/).flatMap((line, index): readonly Piece[] => {
    const from = start
    start += line.length
    if (index % 2 === 1) return []
    const own: Clause[] = []
    for (; (clauses[next]?.span.start ?? Number.POSITIVE_INFINITY) < start; next++)
      own.push(clauses[next] as Clause)
    return own.length > 1 ? parted(line, from, own) : [{ text: line, clause: own[0] }]
  })
}

/** The clauses of a line, each with the indentation of the line. */
function parted(line: string, start: number, clauses: readonly Clause[]): readonly Piece[] {
  const indentation = line.slice(0, line.length - line.trimStart().length)
  return clauses.map((clause, index) => {
    const before = clauses[index - 1]
    const from = before ? line.indexOf(';', before.span.end - start) + 1 : 0
    const to = clauses[index + 1] ? line.indexOf(';', clause.span.end - start) : line.length
    return { text: `${indentation}${line.slice(from, to).trim()}`, clause }
  })
}

/** Said of an amendment once there is one. */
const AMENDING: ReadonlySet<Clause['kind']> = new Set([
  'amendment',
  'replace',
  'repeal',
  'group',
  'criterion',
])

/** Said of the rulebook wherever it stands. */
const SETTINGS: ReadonlySet<Clause['kind']> = new Set([
  'title',
  'application',
  'factPeriod',
  'attribute',
  'scale',
  'totalRounding',
  'criterionRounding',
  'notApplicablePolicy',
  'leadPolicy',
])

const STANDING: ReadonlySet<Clause['kind']> = new Set(['knockOut', 'ranking', 'review', 'classification'])

function ownerOf(
  { kind }: Clause,
  open: Draft | undefined,
  partNamed: (part: Draft['part']) => Draft,
): Draft | undefined {
  if (kind === 'measure' || kind === 'example') return undefined
  if (SETTINGS.has(kind)) return partNamed('settings')
  if (STANDING.has(kind)) return partNamed('standing')
  return open ?? partNamed('settings')
}

/** What no point hangs on. Who leads a criterion may be scored by it. */
function isAside(clause: Clause | undefined): boolean {
  return clause?.kind === 'text' && clause.role !== 'lead'
}

function undented(lines: readonly string[]): readonly string[] {
  const least = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => line.slice(least).trimEnd())
}

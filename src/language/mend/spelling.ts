import { editDistance } from '#base/editDistance.ts'
import { foldText } from '#base/foldText.ts'
import { FOREIGN_KEYWORDS } from '../foreignKeywords.ts'
import { KEYWORDS, type Keyword } from '../keywords.ts'
import { Name } from '../tokens.ts'
import { type FaultyClause, isWord, type Proposal, replacing, typed } from './fault.ts'

/** The longest keyword has this many words. */
const MOST_WORDS = Math.max(...Object.values(KEYWORDS).map((phrase) => phrase.split(' ').length))

/** Words of the clause that may have been meant as one keyword. */
interface Run {
  readonly from: number
  readonly count: number
}

/** The keyword that the words at the fault spell when their tone marks are put back (`tieu chi`). */
export function withToneMarks(clause: FaultyClause): readonly Proposal[] {
  return runsOfNames(clause).flatMap(({ from, count }) => {
    const meant = keywordsByFold().get(evened(foldText(typed(clause, from, count))))
    return meant ? [keywordProposal(clause, { from, count }, meant)] : []
  })
}

/** The keywords that an English word at the fault may stand for (`criterion`). */
export function translated(clause: FaultyClause): readonly Proposal[] {
  return runsOfNames(clause).flatMap(({ from, count }) => {
    const word = evened(typed(clause, from, count).toLowerCase())
    const meant = Object.hasOwn(FOREIGN_KEYWORDS, word) ? (FOREIGN_KEYWORDS[word] ?? []) : []
    return meant.map((keyword) => keywordProposal(clause, { from, count }, keyword))
  })
}

/** The keywords that words at the fault are near to (`trở lênn`), the nearest first. */
export function nearKeywords(clause: FaultyClause): readonly Proposal[] {
  const found = runsAtFault(clause).flatMap((run) => {
    const written = evened(typed(clause, run.from, run.count).toLowerCase())
    return near(written).map(({ keyword, distance }) => ({ run, keyword, distance }))
  })
  return found
    .toSorted((left, right) => left.distance - right.distance || right.run.count - left.run.count)
    .map(({ run, keyword }) => keywordProposal(clause, run, keyword))
}

/** More letters than this are not mistyped in one keyword. */
const FURTHEST = 4

function near(written: string): readonly { readonly keyword: Keyword; readonly distance: number }[] {
  const folded = foldText(written)
  const limit = Math.min(FURTHEST, Math.ceil(folded.length / 3))
  return foldedKeywords().flatMap(({ keyword, phrase, fold }) => {
    if (Math.abs(fold.length - folded.length) > limit) return []
    // The keyword stands there already, beside a word too many.
    if (` ${written} `.includes(` ${phrase} `)) return []
    const distance = editDistance(folded, fold)
    // Letters that differ only in their marks are nearer than others.
    return distance > limit ? [] : [{ keyword, distance: distance + editDistance(written, phrase) / 100 }]
  })
}

function keywordProposal(clause: FaultyClause, { from, count }: Run, keyword: Keyword): Proposal {
  const phrase = KEYWORDS[keyword]
  const first = typed(clause, from, count).charAt(0)
  const capital = first !== first.toLowerCase()
  const text = capital ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase
  return {
    change: replacing(clause, from, count, text),
    title: `viết «${phrase}»`,
    help: `ý bạn là «${phrase}»?`,
  }
}

/** Runs that begin with a name at the fault, or with one right before it: it may have been taken for a unit of measure. */
function runsOfNames(clause: FaultyClause): readonly Run[] {
  const { tokens } = clause.words
  const isName = (index: number): boolean => tokens[index]?.tokenType === Name
  let start = clause.fault
  while (isName(start - 1)) start--
  return runs(clause, start, clause.fault).filter(({ from }) => isName(from))
}

/** Runs that hold the word at the fault or the one before it. */
function runsAtFault(clause: FaultyClause): readonly Run[] {
  const { tokens } = clause.words
  let start = clause.fault
  while (isWord(tokens[start - 1]) && clause.fault - start < MOST_WORDS) start--
  return runs(clause, start, clause.fault).filter(({ from, count }) => from + count >= clause.fault)
}

/** Every run that begins from `first` to `last`, the longest of each place first. */
function runs({ words }: FaultyClause, first: number, last: number): readonly Run[] {
  const found: Run[] = []
  for (let from = first; from <= last; from++) {
    let longest = 0
    while (longest <= MOST_WORDS && isWord(words.tokens[from + longest])) longest++
    for (let count = longest; count > 0; count--) found.push({ from, count })
  }
  return found
}

/** One blank between words. */
function evened(text: string): string {
  return text.replace(/\s+/g, ' ')
}

let byFold: ReadonlyMap<string, Keyword> | undefined

function keywordsByFold(): ReadonlyMap<string, Keyword> {
  byFold ??= new Map(foldedKeywords().map(({ keyword, fold }) => [fold, keyword]))
  return byFold
}

let folded:
  | readonly { readonly keyword: Keyword; readonly phrase: string; readonly fold: string }[]
  | undefined

function foldedKeywords(): NonNullable<typeof folded> {
  folded ??= Object.entries(KEYWORDS).map(([name, phrase]) => ({
    keyword: name as Keyword,
    phrase,
    fold: foldText(phrase),
  }))
  return folded
}

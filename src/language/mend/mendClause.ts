import type { Draft } from './draft.ts'
import { type FaultyClause, type Outcome, type Proposal, tryChange } from './fault.ts'
import { type QuoteProposal, withMendedQuotes, withSingleQuotes } from './quotes.ts'
import { nearKeywords, translated, withToneMarks } from './spelling.ts'
import {
  withExpected,
  withJoinedName,
  withoutDoubled,
  withoutHundredfold,
  withoutWord,
  withQuotes,
} from './wording.ts'

/** A proposal that helps, and what becomes of the clause with it. */
export interface Mend<Kind extends Proposal = Proposal> {
  readonly proposal: Kind
  readonly outcome: Outcome
}

/** No clause a person writes is longer; keeps hostile input from costing its square. */
export const LONGEST = 2000

/** Enough tries to find what was meant, few enough not to be felt. */
const MOST_TRIES = 60

/** A keyword without its tone marks at the fault; what follows is then read as meant. */
export function mendToneMarks(clause: FaultyClause): Mend | undefined {
  return isShort(clause.draft) ? furthest(clause, withToneMarks(clause)) : undefined
}

/** An English word for a keyword at the fault. */
export function mendForeignWord(clause: FaultyClause): Mend | undefined {
  return isShort(clause.draft) ? furthest(clause, translated(clause)) : undefined
}

/**
 * The one change after which the whole clause can be followed, the likeliest first. A word is only put in where no other
 * word would do as well.
 */
export function mendWhole(clause: FaultyClause): Mend | undefined {
  if (!isShort(clause.draft)) return undefined
  const guesses = [
    withoutDoubled,
    withoutHundredfold,
    withSingleQuotes,
    nearKeywords,
    withQuotes,
    withJoinedName,
  ]
  for (const guess of guesses) {
    const mend = firstWhole(clause.draft, guess(clause))
    if (mend) return mend
  }
  const inserted = wholes(clause.draft, withExpected(clause))
  if (inserted.length === 1) return inserted[0]
  return inserted.length === 0 ? firstWhole(clause.draft, withoutWord(clause)) : undefined
}

/** A near keyword with which the clause can be followed further, though not to its end. */
export function suggestKeyword(clause: FaultyClause): Mend | undefined {
  return isShort(clause.draft) ? furthest(clause, nearKeywords(clause).slice(0, MOST_TRIES)) : undefined
}

/** A line with an odd quotation mark, mended. */
export function mendQuotes(draft: Draft): Mend<QuoteProposal> | undefined {
  if (!isShort(draft)) return undefined
  const doubled = withoutDoubled({ draft }).map((proposal) => ({ ...proposal, missing: undefined }))
  return firstWhole(draft, doubled) ?? firstWhole(draft, withMendedQuotes(draft))
}

function isShort({ text }: Draft): boolean {
  return text.length <= LONGEST
}

function firstWhole<Kind extends Proposal>(draft: Draft, proposals: readonly Kind[]): Mend<Kind> | undefined {
  for (const proposal of proposals.slice(0, 2 * MOST_TRIES)) {
    const outcome = tryChange(draft, proposal.change)
    if (outcome?.left === 0) return { proposal, outcome }
  }
  return undefined
}

function wholes(draft: Draft, proposals: readonly Proposal[]): readonly Mend[] {
  return proposals.slice(0, MOST_TRIES).flatMap((proposal) => {
    const outcome = tryChange(draft, proposal.change)
    return outcome?.left === 0 ? [{ proposal, outcome }] : []
  })
}

/** The proposal that leaves fewer words than the fault does, and the fewest of all; the first of several. */
function furthest(clause: FaultyClause, proposals: readonly Proposal[]): Mend | undefined {
  let best: Mend | undefined
  let least = Math.max(0.5, clause.words.tokens.length - clause.fault)
  for (const proposal of proposals) {
    const outcome = tryChange(clause.draft, proposal.change)
    if (!outcome || outcome.left >= least) continue
    best = { proposal, outcome }
    least = outcome.left
  }
  return best
}

import { passagesOf } from '#language/index.ts'
import { readPublication } from '#records/publication.ts'
import { recompute } from '#services/records/recompute.ts'
import type { Standings } from '#services/standings.ts'
import { type AskedRules, answerRewriting } from '../presenters/impact/answer.ts'
import { rewritingOf } from '../presenters/impact/rewriting.ts'
import {
  type AskedOf,
  answerPlan,
  answerSteps,
  answerSupposed,
  askedOf,
} from '../presenters/simulation/answers.ts'
import { questionOf } from '../presenters/simulation/question.ts'
import { expectationFor } from '../site/expectations.ts'
import { layOut } from './layOut.ts'

/** What a page asks while its reader types: of an entrant, or of the rulebook. */
export type Ask = AskOfEntrant | AskOfRules

interface AskOfEntrant extends Asking {
  /** What is to be laid out anew. */
  readonly part: 'plan' | 'steps' | 'supposed'
  readonly entrant: string
  /** The path of the page. */
  readonly path: string
  /** Whether there is a server behind the page, which hands out tables. */
  readonly served: boolean
}

interface AskOfRules extends Asking {
  readonly part: 'rewritten'
}

interface Asking {
  /** What the forms hold, as an address has it. */
  readonly query: string
  /** The beginning of the hash of the page's rulebook. */
  readonly rules: string
}

/** Answers in HTML. What a publication comes to is computed once, and so is what a page asks of. */
export function answerer(): (text: string, ask: Ask) => string {
  const standingsIn = lastKnown(standingsOf)
  const entrantIn = lastKnown(askedOfEntrant)
  const rulesIn = lastKnown(askedRules)
  return (text, ask) => {
    const standings = standingsIn(text, text)
    switch (ask.part) {
      case 'plan': {
        const plan = answerPlan(questionOf(ask.query), entrantIn(keyOf(text, ask), standings, ask))
        return plan ? layOut('planAnswer', plan) : ''
      }
      case 'steps':
        return layOut(
          'steps',
          answerSteps(questionOf(ask.query), entrantIn(keyOf(text, ask), standings, ask)),
        )
      case 'supposed':
        return layOut(
          'supposed',
          answerSupposed(questionOf(ask.query), entrantIn(keyOf(text, ask), standings, ask)),
        )
      case 'rewritten': {
        const of = rulesIn(`${ask.rules} ${text}`, standings, ask)
        return layOut('rewritten', answerRewriting(rewritingOf(ask.query, of.passages), of))
      }
    }
  }
}

/** Makes it anew only where the key is another than the last. */
function lastKnown<Given extends readonly unknown[], Made>(
  make: (...given: Given) => Made,
): (key: string, ...given: Given) => Made {
  let known: { readonly key: string; readonly made: Made } | undefined
  return (key, ...given) => {
    if (known?.key !== key) known = { key, made: make(...given) }
    return known.made
  }
}

function keyOf(text: string, { entrant, path, rules }: AskOfEntrant): string {
  return `${entrant} ${path} ${rules} ${text}`
}

function standingsOf(text: string): Standings {
  const publication = readPublication(text)
  const standings = publication && recompute(publication)
  if (!standings) throw new Error('the page is made of a publication that can be computed')
  return standings
}

function askedRules(standings: Standings, { rules }: AskOfRules): AskedRules {
  return { standings, passages: passagesOf(standings.program.written.source), rules }
}

function askedOfEntrant(standings: Standings, { entrant: id, path, rules, served }: AskOfEntrant): AskedOf {
  const expectation = expectationFor(standings)
  const entrant = standings.dossier.entrants.find((one) => one.id === id)
  if (!expectation || !entrant) throw new Error('the page is of an entrant for whom something is to come')
  return askedOf(entrant, expectation, { path, rules, served })
}

import { trialOf } from '#engine/index.ts'
import { readPublication } from '#records/publication.ts'
import { recompute } from '#services/records/recompute.ts'
import { fieldsOf } from '#simulate/index.ts'
import { type AskedOf, answerPlan, answerSupposed } from '../presenters/simulation/answers.ts'
import { questionOf } from '../presenters/simulation/question.ts'
import { expectationFor } from '../site/expectations.ts'
import { layOut } from './layOut.ts'

/** What the page asks while its reader types. */
export interface Ask {
  /** What is to be laid out anew. */
  readonly part: 'plan' | 'supposed'
  readonly entrant: string
  /** What the forms hold, as an address has it. */
  readonly query: string
  /** The path of the page, and the beginning of the hash of its rulebook. */
  readonly path: string
  readonly rules: string
  /** Whether there is a server behind the page, which hands out tables. */
  readonly served: boolean
}

/** Answers in HTML. What a publication comes to is computed once. */
export function answerer(): (text: string, ask: Ask) => string {
  let known: { readonly text: string; readonly key: string; readonly of: AskedOf } | undefined
  return (text, ask) => {
    const key = `${ask.entrant} ${ask.path} ${ask.rules}`
    if (known?.text !== text || known.key !== key) known = { text, key, of: askedOf(text, ask) }
    const question = questionOf(ask.query)
    switch (ask.part) {
      case 'plan': {
        const plan = answerPlan(question, known.of)
        return plan ? layOut('planAnswer', plan) : ''
      }
      case 'supposed':
        return layOut('supposed', answerSupposed(question, known.of))
    }
  }
}

function askedOf(text: string, { entrant: id, path, rules, served }: Ask): AskedOf {
  const publication = readPublication(text)
  const standings = publication && recompute(publication)
  const expectation = standings && expectationFor(standings)
  const entrant = standings?.dossier.entrants.find((one) => one.id === id)
  if (!expectation || !entrant) throw new Error('the page is made of a publication that can be computed')
  const { evaluation, outlook, sheets } = expectation
  const trial = trialOf(entrant, evaluation, sheets)
  const fields = fieldsOf({ trial, since: outlook.asOf, reported: outlook.dossier.facts })
  return { entrant, expectation, fields, path, rules, served }
}

import type { Entrant } from '#records/entrant.ts'
import { shortHash } from '#services/hash.ts'
import type { Board } from '#services/site/board.ts'
import type { Standings } from '#services/standings.ts'
import { pathOf } from '../../address.ts'
import { expectationFor } from '../../site/expectations.ts'
import { type AskedOf, answerSteps, askedOf } from './answers.ts'
import type { Question } from './question.ts'
import type { StepsView } from './steps.ts'

/** From where something is tried out for an entrant; `undefined` where the time of the rules is over. */
export function standpointOf(board: Board, entrant: Entrant): AskedOf | undefined {
  const expectation = expectationFor(board.standings)
  const path = pathOf({ kind: 'simulation', at: board, entrant: entrant.id, query: '' })
  const page = { path, rules: shortHash(board.standings.hash), served: true }
  return expectation && askedOf(entrant, expectation, page)
}

const known = new WeakMap<Standings, Map<string, StepsView>>()

/** What the entrant can do next. Found once for a board that is open, unless efforts were typed. */
export function nextSteps({ standings }: Board, question: Question, of: AskedOf): StepsView {
  if (question.efforts.size > 0) return answerSteps(question, of)
  const found = known.get(standings) ?? new Map<string, StepsView>()
  known.set(standings, found)
  const steps = found.get(of.entrant.id) ?? answerSteps(question, of)
  found.set(of.entrant.id, steps)
  return steps
}

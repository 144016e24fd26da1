import { type Trial, trialOf } from '#engine/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { shortHash } from '#services/hash.ts'
import type { Board } from '#services/site/board.ts'
import type { Standings } from '#services/standings.ts'
import { type Expectation, fieldsOf, singleSteps } from '#simulate/index.ts'
import { pathOf } from '../../address.ts'
import { expectationFor } from '../../site/expectations.ts'
import type { AskedOf } from './answers.ts'
import { presentSteps, type StepView } from './steps.ts'

/** From where something is tried out for an entrant. */
export interface Standpoint {
  readonly expectation: Expectation
  readonly trial: Trial
  readonly of: AskedOf
}

/** `undefined` where the time of the rules is over. */
export function standpointOf(board: Board, entrant: Entrant): Standpoint | undefined {
  const { standings } = board
  const expectation = expectationFor(standings)
  if (!expectation) return undefined
  const { evaluation, outlook, sheets } = expectation
  const trial = trialOf(entrant, evaluation, sheets)
  const fields = fieldsOf({ trial, since: outlook.asOf, reported: outlook.dossier.facts })
  const path = pathOf({ kind: 'simulation', at: board, entrant: entrant.id, query: '' })
  return {
    expectation,
    trial,
    of: { entrant, expectation, fields, path, rules: shortHash(standings.hash), served: true },
  }
}

const known = new WeakMap<Standings, Map<string, readonly StepView[]>>()

/** What the entrant can do next, what brings most points for its effort first. Found once for a board that is open. */
export function nextSteps({ standings }: Board, { expectation, trial, of }: Standpoint): readonly StepView[] {
  const found = known.get(standings) ?? new Map<string, readonly StepView[]>()
  known.set(standings, found)
  const { outlook } = expectation
  const steps =
    found.get(trial.entrant.id) ??
    presentSteps(
      singleSteps({ trial, since: outlook.asOf, reported: outlook.dossier.facts, efforts: undefined }),
      of,
    )
  found.set(trial.entrant.id, steps)
  return steps
}

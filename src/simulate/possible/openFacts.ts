import { levelsOfMeasures, versionsOf } from '#engine/index.ts'
import { slotsOf, type Unfinished } from './slots.ts'

/** How much is still open. */
export interface OpenFacts {
  /** Periods that are due by the horizon and have no fact. */
  readonly absent: number
  /** Facts that wait to be verified. */
  readonly waiting: number
}

/** What is still open of what the rulebook scores by. */
export function openFacts(evaluation: Unfinished): OpenFacts {
  const { program, facts } = evaluation
  const levels = levelsOfMeasures(versionsOf(program))
  const open = [...program.measures.values()].flatMap((measure) =>
    facts.entrants
      .filter(({ level }) => levels.get(measure.name.text)?.has(level))
      .flatMap(({ id }) => slotsOf(measure, id, evaluation, undefined))
      .filter(({ isSettled }) => !isSettled),
  )
  const waiting = open.filter(({ isReported }) => isReported).length
  return { absent: open.length - waiting, waiting }
}

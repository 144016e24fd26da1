import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, compare, divide, type Rational, rational, sum, toExactText, ZERO } from '#base/rational.ts'
import { cohortOf, score } from '#engine/index.ts'
import { findLevers, type Ground } from '#simulate/plan/findLevers.ts'
import { asksOf, classTitles, type Goal, meets } from '#simulate/plan/goal.ts'
import type { Option } from '#simulate/plan/lever.ts'
import { type Planned, planFor } from '#simulate/plan/plan.ts'
import { model } from '../../reference/generate/models.ts'
import type { Model } from '../../reference/model.ts'
import { writeRulebook } from '../../reference/write.ts'
import { writeDossier } from '../../reference/writeDossier.ts'
import { asked, type Choice, groundOf, MOST_WAYS, replaced, waysOf } from './everyWay.ts'

/** How many rulebooks are planned for: `CASES=3000` for a long run. */
const CASES = Number(process.env['CASES'] ?? 400)
const SEED = process.env['SEED'] === undefined ? undefined : Number(process.env['SEED'])

test('a plan takes the least effort of all ways, tried one by one', () => {
  const tally = { compared: 0, reached: 0, unreachable: 0, ways: 0 }
  const property = fc.property(fc.noShrink(model), asked, (given, choice) => {
    const ground = groundOf(given, choice)
    if (!ground) return
    const goal = goalOf(ground, choice)
    if (!goal) return
    const { levers } = findLevers({ ...ground, asks: asksOf(goal, ground.trial.evaluation.program) })
    const ways = levers.map((lever) => waysOf(lever, ground.since))
    const count = ways.reduce((product, own) => product * own.length, 1)
    if (levers.length === 0 || count > MOST_WAYS) return
    const planned = planFor(ground, goal)
    const found = least(ground, goal, ways)
    tally.compared++
    tally.ways += count
    tally.reached += Number(planned.kind === 'reached')
    tally.unreachable += Number(planned.kind === 'unreachable')
    const [expected, answer] = [found.effort, told(planned).effort]
    if (expected !== answer) throw new Error(report(ground, goal, given, choice, expected, answer))
  })
  fc.assert(property, {
    numRuns: CASES,
    ...(SEED === undefined ? {} : { seed: SEED }),
    endOnFailure: true,
    reporter,
  })
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(tally.reached).toBeGreaterThan(CASES / 50)
  expect(tally.unreachable).toBeGreaterThan(CASES / 50)
}, 3_600_000)

/** The case as an author would write it, and how the two differ. */
function report(
  { trial }: Omit<Ground, 'asks'>,
  goal: Goal,
  given: Model,
  choice: Choice,
  expected: string | undefined,
  answer: string | undefined,
): string {
  const { entrants, facts } = writeDossier(given.dossier, given.rulebook.measures)
  const wanted = JSON.stringify(goal, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  return [
    `least effort: ${expected}, planned: ${answer}`,
    `${trial.entrant.id}: ${wanted} ${goal.kind === 'points' ? toExactText(goal.points) : ''}`,
    JSON.stringify(given.asOf),
    JSON.stringify(choice),
    writeRulebook(given.rulebook),
    entrants,
    facts,
  ].join('\n')
}

function reporter(details: fc.RunDetails<[Model, Choice]>): void {
  if (!details.failed) return
  const { seed, numRuns, errorInstance } = details
  const why =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : `${errorInstance}`
  throw new Error(`seed ${seed}, run ${numRuns} (SEED=${seed} CASES=${numRuns})\n${why}`)
}

function goalOf({ trial }: Omit<Ground, 'asks'>, { goal, which, lift }: Choice): Goal | undefined {
  const { program } = trial.evaluation
  const { own, sheets } = trial.cohort([])
  switch (goal) {
    case 'points':
      return {
        kind: 'points',
        points: add(own.total ?? ZERO, divide(program.scale, rational(BigInt(lift) * 4n))),
      }
    case 'class': {
      const titles = classTitles(program)
      const title = titles[which % Math.max(1, titles.length)]
      return title === undefined ? undefined : { kind: 'class', title }
    }
    case 'rank':
      return { kind: 'rank', rank: (which % sheets.length) + 1 }
    case 'pass': {
      const other = sheets[which % sheets.length]
      return other && other !== own ? { kind: 'pass', entrant: other.entrant.id } : undefined
    }
  }
}

interface Least {
  readonly effort: string | undefined
}

/** The least effort of all ways that reach the goal, each scored for everyone from the facts alone. */
function least({ trial }: Omit<Ground, 'asks'>, goal: Goal, ways: readonly (readonly Option[])[]): Least {
  const { entrant, evaluation } = trial
  const { program } = evaluation
  let best: Rational | undefined
  const at = ways.map(() => 0)
  for (;;) {
    const chosen = at.map((place, index) => ways[index]?.[place])
    const effort = sum(chosen.map((option) => option?.effort ?? ZERO))
    if (!best || compare(effort, best) < 0) {
      const changed = chosen.flatMap((option) => option?.changed ?? [])
      const sheets = score({ ...evaluation, facts: replaced(evaluation, changed) })
      const cohort = sheets.filter((sheet) => cohortOf(sheet.entrant, program) === cohortOf(entrant, program))
      const own = cohort.find((sheet) => sheet.entrant.id === entrant.id)
      if (own && meets({ own, sheets: cohort }, goal, program)) best = effort
    }
    let index = 0
    while (index < at.length && (at[index] ?? 0) + 1 === (ways[index]?.length ?? 0)) at[index++] = 0
    if (index === at.length) return { effort: best && toExactText(best) }
    at[index] = (at[index] ?? 0) + 1
  }
}

function told(planned: Planned): Least {
  switch (planned.kind) {
    case 'already':
      return { effort: '0' }
    case 'reached':
      return { effort: planned.plans[0] && toExactText(planned.plans[0].effort) }
    case 'unreachable':
      return { effort: undefined }
    case 'tooMany':
    case 'endless':
      return { effort: planned.kind }
  }
}

/**
 * Plans of least effort beside HiGHS, in one run: the same ways to move each measure, once gone through exactly, once as a model of
 * whole numbers in floats. The model leaves out what it cannot say (ranks, ties, conditions of classes, criteria that share a
 * measure), so it is given goals in points for entrants whose criteria share none; both must come to the same least effort.
 */
import { join } from 'node:path'
import highs, { type Highs } from 'highs'
import { denominator, numerator, type Rational, rational, subtract, ZERO } from '#base/rational.ts'
import { bindFacts, programOn, type Trial, trialOf } from '#engine/index.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import { usefulOptions } from '#simulate/plan/features.ts'
import { findLevers, type Ground } from '#simulate/plan/findLevers.ts'
import type { Goal } from '#simulate/plan/goal.ts'
import type { Option } from '#simulate/plan/lever.ts'
import { optionsOf } from '#simulate/plan/optionsOf.ts'
import { planFor } from '#simulate/plan/plan.ts'
import { expectedDossier } from '#simulate/projection.ts'
import { time } from './engine/measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const SINCE = { year: 2026, month: 10, day: 31 }

/** The package's types speak of its CommonJS form; what is imported is the other, whose default is the loader. */
const loadHighs = highs as unknown as () => Promise<Highs>

async function groundOf(commune: string, entrant: string): Promise<Omit<Ground, 'asks'>> {
  const file = join(ROOT, `rules/${commune}/2026.thidua`)
  const scored = await scoreDossier(file, join(ROOT, 'data', commune), { asOf: SINCE, today: SINCE })
  if (!scored.ok) throw new Error('the samples are sound')
  const { program, dossier } = scored.value
  const horizon = program.to
  const bound = bindFacts(program, expectedDossier({ program, dossier, asOf: SINCE, horizon }, 'all'))
  const own = dossier.entrants.find(({ id }) => id === entrant)
  if (!bound.ok || !own) throw new Error('the samples are sound')
  const trial = trialOf(own, { program: programOn(program, horizon), facts: bound.value, asOf: horizon })
  return { trial, since: SINCE, reported: dossier.facts, efforts: undefined }
}

/** Every way to move each measure, with the points that it alone would bring. */
function waysOf(ground: Omit<Ground, 'asks'>): readonly (readonly Weighed[])[] {
  const { trial, since } = ground
  const { levers } = findLevers({ ...ground, asks: { standing: false, others: false } })
  const desk = { trial, since, heldAgainstOthers: false }
  const expected = totalOf(trial, [])
  return levers.map((lever) => {
    const ways = optionsOf(lever, desk)
    if (ways.kind !== 'options') throw new Error('there are not too many ways')
    return usefulOptions(lever, ways.options, desk).map(({ changed, effort }) => ({
      effort,
      gain: subtract(totalOf(trial, changed), expected),
    }))
  })
}

interface Weighed {
  readonly effort: Rational
  readonly gain: Rational
}

function totalOf(trial: Trial, changed: Option['changed']): Rational {
  return trial.cohort(changed).own.total ?? ZERO
}

/** The model as HiGHS reads it: one way of each measure, together enough points, the least effort. */
function modelOf(ways: readonly (readonly Weighed[])[], wanted: Rational): string {
  const names = ways.map((own, lever) => own.map((_, way) => `x${lever}_${way}`))
  const sumOf = (coefficient: (way: Weighed) => Rational): string =>
    ways
      .flatMap((own, lever) =>
        own.map((way, index) => `${decimal(coefficient(way))} ${names[lever]?.[index]}`),
      )
      .join(' + ')
  return [
    'Minimize',
    ` effort: ${sumOf(({ effort }) => effort)}`,
    'Subject To',
    ` points: ${sumOf(({ gain }) => gain)} >= ${decimal(wanted)}`,
    ...names.map((own, lever) => ` one${lever}: ${own.join(' + ')} = 1`),
    'Binary',
    ` ${names.flat().join(' ')}`,
    'End',
  ].join('\n')
}

function decimal(value: Rational): string {
  return `${Number(numerator(value)) / Number(denominator(value))}`
}

async function compareWith(solver: Highs, commune: string, entrant: string, points: Rational): Promise<void> {
  const ground = await groundOf(commune, entrant)
  const goal: Goal = { kind: 'points', points }
  const planned = planFor(ground, goal)
  if (planned.kind !== 'reached') throw new Error(`${entrant} reaches ${decimal(points)} points`)
  const own = planned.plans[0]?.effort ?? ZERO
  const ways = waysOf(ground)
  const model = modelOf(ways, subtract(points, totalOf(ground.trial, [])))
  const options = { mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false } as const
  const solution = solver.solve(model, options)
  const same = Math.abs(solution.ObjectiveValue - Number(decimal(own))) < 1e-6
  const ours = time(() => planFor(ground, goal))
  const theirs = time(() => solver.solve(model, options))
  const count = ways.reduce((all, { length }) => all + length, 0)
  const line = [
    `${commune}, ${entrant}: ${decimal(points)} points`.padEnd(40),
    `${ways.length} measures, ${count} ways`.padEnd(26),
    `effort ${decimal(own)} and ${solution.ObjectiveValue.toFixed(3)}${same ? '' : ' DIFFER'}`.padEnd(28),
    `${ours.toFixed(0).padStart(6)} ms`,
    `HiGHS ${theirs.toFixed(0).padStart(6)} ms`,
  ]
  process.stdout.write(`${line.join('  ')}\n`)
}

const solver = await loadHighs()
for (const points of [75n, 80n, 90n, 95n, 99n])
  await compareWith(solver, 'vinh-loc', 'thon-12', rational(points))
for (const points of [96n, 98n]) await compareWith(solver, 'vinh-loc', 'thon-1', rational(points))
for (const points of [75n, 80n, 90n]) await compareWith(solver, 'an-nong', 'thon-7', rational(points))

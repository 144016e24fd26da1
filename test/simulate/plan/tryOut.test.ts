import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { readScenario } from '#records/scenario.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import { expectationOf, makePlan, parseGoal, scenarioOf, whatIf } from '#simulate/index.ts'
import { ROOT } from '../../support/files.ts'

const asOf = { year: 2026, month: 10, day: 31 }

describe('a plan that is tried out as a scenario comes to what was planned', () => {
  test.each([
    ['vinh-loc', 'thon-12', 'loại Tốt'],
    ['vinh-loc', 'thon-1', 'hạng 1'],
    ['vinh-loc', 'kinh-te', '95 điểm'],
    ['vinh-loc', 'vinh-loc', '93 điểm'],
    ['an-nong', 'thon-7', 'loại Tốt'],
    ['ngoc-son', 'ngoc-son', '95 điểm'],
  ])('%s, %s: %s', async (commune, entrant, to) => {
    const scored = await scoreDossier(
      join(ROOT, `rules/${commune}/2026.thidua`),
      join(ROOT, 'data', commune),
      {
        asOf,
        today: asOf,
      },
    )
    if (!scored.ok) throw new Error(renderDiagnostics(scored.diagnostics))
    const { program, dossier } = scored.value
    const outlook = { program, dossier, asOf, horizon: program.to }
    const goal = parseGoal(to)
    if (!goal.ok) throw new Error(renderDiagnostics(goal.diagnostics))
    const expected = expectationOf(outlook, 'all')
    if (!expected.ok) throw new Error(renderDiagnostics(expected.diagnostics))
    const made = makePlan(expected.value, { entrant, goal: goal.value, efforts: undefined })
    if (!made.ok) throw new Error(renderDiagnostics(made.diagnostics))
    const { planned } = made.value
    if (planned.kind !== 'reached') throw new Error(planned.kind)
    for (const plan of planned.plans) {
      const scenario = readScenario({ name: 'ke-hoach.csv', text: scenarioOf(plan) })
      if (!scenario.ok) throw new Error(renderDiagnostics(scenario.diagnostics))
      const tried = whatIf(expected.value, { scenario: scenario.value, past: 'stays' })
      if (!tried.ok) throw new Error(renderDiagnostics(tried.diagnostics))
      const own = tried.value.after.find((sheet) => sheet.entrant.id === entrant)
      const wanted = plan.cohort.own
      expect([own?.total && toExactText(own.total), own?.rank, own?.class]).toEqual([
        wanted.total && toExactText(wanted.total),
        wanted.rank,
        wanted.class,
      ])
    }
  })
})

import {
  type Answer,
  goalText,
  hinderedText,
  leftOutTexts,
  makePlan,
  movesOf,
  moveText,
  type Plan,
  parseGoal,
  planText,
  provenText,
  standingText,
} from '#simulate/index.ts'
import { toSentence } from '../toSentence.ts'
import type { AskedOf } from './answers.ts'
import { effortsText, type TypedEfforts } from './efforts.ts'
import { typedFor } from './fields.ts'
import { scenarioQuery } from './scenarioLink.ts'

/** What came of asking for a plan. */
export interface PlanAnswerView {
  readonly heading: string
  readonly said: readonly string[]
  readonly plan: PlanView | undefined
  readonly proof: string
  readonly further: readonly { readonly text: string; readonly url: string }[]
  readonly notes: readonly string[]
}

interface PlanView {
  readonly moves: readonly string[]
  readonly result: string
  /** Where it is tried out as a scenario. */
  readonly url: string
}

/** The answer to a goal as it stands in an address. */
export function answerGoal(text: string, typed: TypedEfforts, of: AskedOf): PlanAnswerView {
  if (typed.kind === 'faults') return hindered(...typed.faults)
  const goal = parseGoal(text)
  if (!goal.ok) return hindered(...goal.diagnostics.map(toSentence))
  const efforts = typed.kind === 'own' ? typed.efforts : undefined
  const made = makePlan(of.expectation, { entrant: of.entrant.id, goal: goal.value, efforts })
  if (!made.ok) return hindered(...made.diagnostics.map(toSentence))
  return present(made.value, effortsText(typed), of)
}

function present({ planned, goal }: Answer, byEfforts: string, of: AskedOf): PlanAnswerView {
  const { program, facts } = of.expectation.evaluation
  const wanted = goalText(goal, facts.entrants)
  const notes = leftOutTexts(planned.leftOut).map((note) => `Không xét: ${note}.`)
  const planView = (plan: Plan): PlanView => ({
    moves: movesOf(plan, facts, program.measures).map(moveText),
    result: `Khi đó: ${planText(plan, program)}.`,
    url: planLink(plan, `Để ${wanted}`, of),
  })
  const common = { said: [], plan: undefined, proof: '', further: [], notes }
  switch (planned.kind) {
    case 'already':
      return { ...common, heading: `Cứ như hiện nay là ${wanted}`, notes: [] }
    case 'reached': {
      const [first, ...others] = planned.plans
      return {
        ...common,
        heading: `Cách ít nhất để ${wanted}`,
        plan: first && planView(first),
        proof: `${provenText(planned, program)} ${byEfforts}`,
        further: others.map((plan) => ({ text: standingText(plan, program), url: planView(plan).url })),
      }
    }
    case 'unreachable':
      return {
        ...common,
        heading: `Không còn cách nào để ${wanted}`,
        said: ['Đã xét hết mọi cách kết hợp. Dưới đây là mức gần nhất còn đạt được.'],
        plan: planView(planned.most),
      }
    case 'tooMany':
    case 'endless':
      return { ...common, heading: 'Chưa lập được kế hoạch', said: [hinderedText(planned)] }
  }
}

function hindered(...said: readonly string[]): PlanAnswerView {
  return { heading: 'Chưa lập được kế hoạch', said, plan: undefined, proof: '', further: [], notes: [] }
}

/** The query under which a plan is tried out. */
export function planLink({ options }: Pick<Plan, 'options'>, name: string, of: AskedOf): string {
  const facts = options.flatMap(({ changed }) => changed)
  const supposed = of.fields.flatMap((field): [string, string][] => {
    const own = facts.filter(({ measure }) => measure === field.measure.name.text)
    return own.length === 0 ? [] : [[field.measure.name.text, typedFor(field, own)]]
  })
  return scenarioQuery({ name, supposed: new Map(supposed) }, of)
}

import { type Trial, trialOf } from '#engine/index.ts'
import type { Measure } from '#language/index.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Expectation, type Field, fieldsOf, movableMeasures } from '#simulate/index.ts'
import { effortsOf } from './efforts.ts'
import { answerGoal, type PlanAnswerView } from './planAnswer.ts'
import { type Question, questionAt } from './question.ts'
import { scenarioQuery } from './scenarioLink.ts'
import { presentSteps, type StepsView } from './steps.ts'
import { type Supposed, suppose } from './suppose.ts'
import { presentWhatIf, type WhatIfView } from './whatIfAnswer.ts'

/** Of whom is asked, on what. The same on the site's machine and on the reader's. */
export interface AskedOf {
  readonly entrant: Pick<Entrant, 'id' | 'name'>
  readonly expectation: Expectation
  /** The entrant among all, as expected. */
  readonly trial: Trial
  readonly fields: readonly Field[]
  /** What a plan may move. */
  readonly movable: readonly Measure[]
  /** The path of the page. */
  readonly path: string
  /** The beginning of the hash of the rulebook. */
  readonly rules: string
  /** Whether there is a server that hands out tables. */
  readonly served: boolean
}

/** What is asked of an entrant, on a page of the site or in a reader's browser. */
export function askedOf(
  entrant: Entrant,
  expectation: Expectation,
  page: Pick<AskedOf, 'path' | 'rules' | 'served'>,
): AskedOf {
  const { evaluation, outlook, sheets } = expectation
  const trial = trialOf(entrant, evaluation, sheets)
  const ground = { trial, since: outlook.asOf, reported: outlook.dossier.facts }
  return { entrant, expectation, trial, fields: fieldsOf(ground), movable: movableMeasures(ground), ...page }
}

/** What is shown of what was supposed. */
export interface SupposedView {
  readonly faults: readonly string[]
  readonly answer: WhatIfView | undefined
}

/** The plan that was asked for; `undefined` where none was. */
export function answerPlan(question: Question, of: AskedOf): PlanAnswerView | undefined {
  return question.goal === '' ? undefined : answerGoal(question.goal, effortsOf(question, of), of)
}

/** What to do next, by the efforts that were typed. */
export function answerSteps(question: Question, of: AskedOf): StepsView {
  return presentSteps(effortsOf(question, of), of)
}

/** What follows from what was supposed, alone or beside another scenario. */
export function answerSupposed(question: Question, of: AskedOf): SupposedView {
  const supposed = suppose(question, of)
  if (supposed.kind === 'faults') return { faults: supposed.faults, answer: undefined }
  const against = question.against === '' ? undefined : supposeAgainst(question.against, of)
  if (against?.kind === 'faults')
    return { faults: against.faults.map((fault) => `Phương án để so: ${fault}`), answer: undefined }
  if (supposed.kind === 'nothing' && !against) return { faults: [], answer: undefined }
  const link = scenarioQuery(question, of)
  return { faults: [], answer: presentWhatIf({ supposed, against, question, link }, of) }
}

function supposeAgainst(address: string, of: AskedOf): Supposed & { readonly name: string } {
  const other = questionAt(address, of.path)
  if (!other) {
    const fault = `dán cả địa chỉ của một phương án khác cho ${of.entrant.name}, cùng kỳ công bố này.`
    return { kind: 'faults', faults: [fault], name: '' }
  }
  return { ...suppose(other, of), name: other.name }
}

import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { sizeText } from '#base/sizeText.ts'
import { changeText, compareRulebooks, type Program, type ScoreSheet } from '#engine/index.ts'
import { shortHash } from '#services/hash.ts'
import type { Board } from '#services/site/board.ts'
import { standingText } from '#simulate/index.ts'
import { pathOf } from '../../address.ts'
import { type BoardFrame, boardFrame } from '../boardFrame.ts'
import { type Crumbs, communeName, crumbsInBoard } from '../crumbs.ts'
import { answerPlan, answerSupposed, type SupposedView } from './answers.ts'
import { type EffortView, presentEffort } from './efforts.ts'
import { type FieldView, presentField } from './fields.ts'
import { type GoalsView, presentGoals } from './goals.ts'
import { nextSteps, standpointOf } from './nextSteps.ts'
import type { PlanAnswerView } from './planAnswer.ts'
import { questionOf } from './question.ts'
import { scenarioQuery } from './scenarioLink.ts'
import type { StepsView } from './steps.ts'

/** Where a reader tries out what would change an entrant's rank before the year ends. */
export interface SimulationView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly name: string
  readonly url: string
  readonly entrantUrl: string
  readonly result: string
  /** That the year is over; empty as long as it is not. */
  readonly over: string
  readonly horizon: string
  /** Where everyone may end up if counts go on as they went; empty where there is no such page. */
  readonly outlookUrl: string
  readonly expected: string
  readonly goals: GoalsView
  /** What was asked for; empty where nothing was. */
  readonly goal: string
  readonly plan: PlanAnswerView | undefined
  readonly steps: StepsView
  readonly efforts: readonly EffortView[]
  /** Whether any effort was typed: the list is then shown open. */
  readonly estimated: boolean
  readonly fields: readonly FieldView[]
  readonly scenario: string
  readonly against: string
  readonly outdated: OutdatedView | undefined
  readonly supposed: SupposedView
  readonly live: LiveView
}

/** That a scenario was made on other rules, and what has changed in them. */
interface OutdatedView {
  readonly text: string
  readonly changes: readonly string[]
  /** Where it is tried out on the rules as they are. */
  readonly url: string
}

/** What the reader's own machine loads to answer as its reader types. */
interface LiveView {
  readonly entrant: string
  readonly rules: string
  readonly engine: string
  readonly publication: string
  readonly size: string
}

/** What the page is made with besides the publication. */
export interface SimulationRequest {
  /** What its address asks (`dich=hạng 3`, `s.phát_sóng=6`). */
  readonly query: string
  /** The rules that the scenario of the address was made on, where they are others and known. */
  readonly earlierRules: Program | undefined
  readonly engine: { readonly path: string; readonly bytes: number }
  readonly publicationBytes: number
  /** Whether there is a page of where everyone may end up. */
  readonly weighed: boolean
}

/** The page for an entrant, with the answers to what its address asks. */
export function presentSimulation(
  board: Board,
  { entrant }: ScoreSheet,
  { query, earlierRules, engine, publicationBytes, weighed }: SimulationRequest,
): SimulationView {
  const { standings } = board
  const url = pathOf({ kind: 'simulation', at: board, entrant: entrant.id, query: '' })
  const entrantUrl = pathOf({ kind: 'entrant', at: board, entrant: entrant.id })
  const of = standpointOf(board, entrant)
  const period = formatPeriod(board.ref.period)
  const rules = shortHash(standings.hash)
  const frame = {
    pageTitle: `Thử trước cho ${entrant.name}`,
    description: `Từ kết quả ${period} của ${entrant.name}: còn làm được gì trước cuối năm để thêm điểm, lên hạng, lên loại.`,
    ...boardFrame(board),
    crumbs: [...crumbsInBoard(board), { title: entrant.name, url: entrantUrl }],
    name: entrant.name,
    url,
    entrantUrl,
    outlookUrl: weighed ? pathOf({ kind: 'outlook', at: board }) : '',
    result: `${communeName(board)}, số liệu đến ngày ${formatDate(standings.asOf)}`,
    live: {
      entrant: entrant.id,
      rules,
      engine: engine.path,
      publication: pathOf({ kind: 'publicationScript', at: board }),
      size: sizeText(engine.bytes + publicationBytes),
    },
  }
  if (!of) {
    const over = `Kết quả ${period} đã là kết quả cả năm: không còn kỳ nào để thử.`
    return { ...frame, ...NOTHING, over, horizon: formatDate(standings.asOf) }
  }
  const { expectation, trial } = of
  const { evaluation, outlook } = expectation
  const question = questionOf(query)
  const cohort = trial.cohort([])
  return {
    ...frame,
    over: '',
    horizon: formatDate(outlook.horizon),
    expected: standingText({ cohort }, evaluation.program),
    goals: presentGoals(cohort, evaluation.program, question.goal),
    goal: question.goal,
    plan: answerPlan(question, of),
    steps: nextSteps(board, question, of),
    efforts: of.movable.map((measure) => presentEffort(measure, question)),
    estimated: question.efforts.size > 0,
    fields: of.fields.map((field) =>
      presentField(field, question.supposed.get(field.measure.name.text) ?? '', expectation),
    ),
    scenario: question.name,
    against: question.against,
    outdated: earlierRules && {
      text: `Phương án này lập theo bộ tiêu chí mang mã ${question.rules}; nay bộ tiêu chí đã thay đổi:`,
      changes: compareRulebooks(earlierRules, standings.program).changes.map(changeText),
      url: scenarioQuery(question, of),
    },
    supposed: answerSupposed(question, of),
  }
}

/** Other rules than the board's that an address speaks of, by the beginning of their hash; empty where there are none. */
export function otherRules(query: string, { standings }: Board): string {
  const { rules } = questionOf(query)
  return rules === shortHash(standings.hash) ? '' : rules
}

const NOTHING = {
  expected: '',
  goals: { offered: [], own: '', example: '' },
  goal: '',
  plan: undefined,
  steps: { rows: [], note: '', faults: [] },
  efforts: [],
  estimated: false,
  fields: [],
  scenario: '',
  against: '',
  outdated: undefined,
  supposed: { faults: [], answer: undefined },
}

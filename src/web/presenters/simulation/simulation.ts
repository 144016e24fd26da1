import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { type ScoreSheet, trialOf } from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import { type Field, fieldsOf, standingText } from '#simulate/index.ts'
import { pathOf } from '../../address.ts'
import { expectationFor } from '../../site/expectations.ts'
import { type BoardFrame, boardFrame } from '../boardFrame.ts'
import { type Crumbs, communeName, crumbsInBoard } from '../crumbs.ts'
import { type FieldView, presentField, SUPPOSED_PREFIX } from './fields.ts'
import { type GoalView, offeredGoals } from './goals.ts'
import { answerGoal, type PlanAnswerView } from './planAnswer.ts'
import { answerEntries, type WhatIfView } from './whatIfAnswer.ts'

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
  readonly expected: string
  readonly goals: readonly GoalView[]
  readonly plan: PlanAnswerView | undefined
  readonly fields: readonly FieldView[]
  readonly faults: readonly string[]
  readonly answer: WhatIfView | undefined
}

/** What goals are called in an address. */
const GOAL = 'dich'

/** Whether an address asks the page anything. */
export function asks(query: URLSearchParams): boolean {
  return [...query].some(
    ([name, value]) => value.trim() !== '' && (name === GOAL || name.startsWith(SUPPOSED_PREFIX)),
  )
}

/** The page for an entrant, with the answers to what its address asks (`dich=hạng 3`, `s.phát_sóng=6`). */
export function presentSimulation(board: Board, { entrant }: ScoreSheet, query: string): SimulationView {
  const { standings } = board
  const url = pathOf({ kind: 'simulation', at: board, entrant: entrant.id, query: '' })
  const expectation = expectationFor(standings)
  const period = formatPeriod(board.ref.period)
  const frame = {
    pageTitle: `Thử trước cho ${entrant.name}`,
    description: `Từ kết quả ${period} của ${entrant.name}: còn làm được gì trước cuối năm để thêm điểm, lên hạng, lên loại.`,
    ...boardFrame(board),
    crumbs: [
      ...crumbsInBoard(board),
      { title: entrant.name, url: pathOf({ kind: 'entrant', at: board, entrant: entrant.id }) },
    ],
    name: entrant.name,
    url,
    entrantUrl: pathOf({ kind: 'entrant', at: board, entrant: entrant.id }),
    result: `${communeName(board)}, số liệu đến ngày ${formatDate(standings.asOf)}`,
  }
  if (!expectation) {
    const over = `Kết quả ${period} đã là kết quả cả năm: không còn kỳ nào để thử.`
    return { ...frame, ...NOTHING, over, horizon: formatDate(standings.asOf) }
  }
  const { evaluation, outlook } = expectation
  const trial = trialOf(entrant, evaluation, expectation.sheets)
  const fields = fieldsOf({ trial, since: outlook.asOf, reported: outlook.dossier.facts })
  const asked = new URLSearchParams(query)
  const goal = (asked.get(GOAL) ?? '').slice(0, LONGEST).trim()
  const typed = (field: Field): string =>
    (asked.get(`${SUPPOSED_PREFIX}${field.measure.name.text}`) ?? '').slice(0, LONGEST).trim()
  const supposed = answerEntries(
    fields.map((field) => ({ field, typed: typed(field) })),
    entrant.id,
    expectation,
  )
  const cohort = trial.cohort([])
  return {
    ...frame,
    over: '',
    horizon: formatDate(outlook.horizon),
    expected: standingText({ cohort }, evaluation.program),
    goals: offeredGoals(cohort, evaluation.program, goal),
    plan: goal === '' ? undefined : answerGoal(goal, entrant.id, { expectation, fields, url }),
    fields: fields.map((field) => presentField(field, typed(field), expectation)),
    faults: supposed.kind === 'faults' ? supposed.faults : [],
    answer: supposed.kind === 'answer' ? supposed.answer : undefined,
  }
}

/** Longer than any value or goal. */
const LONGEST = 200

const NOTHING = { expected: '', goals: [], plan: undefined, fields: [], faults: [], answer: undefined }

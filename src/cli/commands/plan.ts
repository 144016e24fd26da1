import { join } from 'node:path'
import { formatExact } from '#base/formatNumber.ts'
import { listText } from '#base/listText.ts'
import { formatDate, type PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { sentence } from '#engine/index.ts'
import { type Effort, readEfforts } from '#records/effort.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import {
  type Answer,
  coarseText,
  expectationOf,
  goalText,
  hinderedText,
  leftOutTexts,
  makePlan,
  movesOf,
  moveText,
  type NextSteps,
  nextSteps,
  nextStepsToJson,
  type Pace,
  type Plan,
  parseGoal,
  planText,
  planToJson,
  provenText,
  scenarioOf,
  standingText,
  waysText,
} from '#simulate/index.ts'
import { fileExists, readTextFile } from '#store/readTextFile.ts'
import { replaceFile } from '#store/replaceFile.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface PlanCommand {
  readonly file: string
  readonly data: string
  readonly entrant: string
  /** As it was typed; without one the single steps that bring most are told. */
  readonly goal: string | undefined
  readonly pace: Pace
  /** The table of efforts; by default the dossier's, where it has one. */
  readonly efforts: string | undefined
  /** Where the plan is written as a scenario. */
  readonly out: string | undefined
  /** The day up to which facts are known; by default the last one with facts. */
  readonly asOf: PlainDate | undefined
  /** The day that is looked forward to; by default the last of the rulebook's. */
  readonly horizon: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

const MOST_BYTES = 500_000

type Evaluation = Answer['trial']['evaluation']

/** How things are expected to go on. */
const EXPECTED: Readonly<Record<Pace, string>> = {
  all: 'Cứ như hiện nay (số cộng dồn giữ nhịp các kỳ đã qua, số đếm dừng ở lần báo mới nhất)',
  lastThree: 'Cứ như hiện nay (số cộng dồn giữ nhịp ba kỳ gần nhất, số đếm dừng ở lần báo mới nhất)',
  lastYear: 'Nếu các kỳ tới như cùng kỳ năm trước',
  none: 'Nếu các kỳ tới không có số liệu',
}

/** `thidua plan FILE --data DIR --entrant ID --points 90 …`: what takes the least effort to get there, and the proof. */
export async function runPlan(request: PlanCommand, output: Output): Promise<ExitCode> {
  const { goal, out } = request
  const answered = await (goal !== undefined
    ? answer({ ...request, goal })
    : out === undefined
      ? steps(request)
      : failure([NOTHING_TO_WRITE]))
  if (!answered.ok) {
    printDiagnostics(output, answered.diagnostics, request.json)
    return exitCodeOf(answered.diagnostics)
  }
  const { value } = answered
  const isPlan = 'answer' in value
  if (request.json) printJson(output, isPlan ? planToJson(value.answer) : nextStepsToJson(value.next))
  else {
    printDiagnostics(output, answered.diagnostics, false)
    output.out(isPlan ? toText(value) : stepsText(value))
  }
  return FINE
}

const NOTHING_TO_WRITE: Diagnostic = {
  code: 'goal-unclear',
  severity: 'error',
  message: '--out ghi kế hoạch thành kịch bản, nhưng chưa có đích để lập kế hoạch',
  labels: [],
  help: 'thêm đích, ví dụ --to "loại Tốt"',
}

interface Made {
  readonly answer: Answer
  readonly efforts: readonly Effort[] | undefined
  readonly written: string | undefined
  readonly pace: Pace
}

interface Stepped {
  readonly next: NextSteps
  readonly efforts: readonly Effort[] | undefined
  readonly pace: Pace
}

/** Without a goal: what can be done next, a measure at a time. */
async function steps(request: PlanCommand): Promise<Result<Stepped>> {
  const { entrant, pace } = request
  const looked = await lookAhead(request)
  if (!looked.ok) return looked
  const { expectation, efforts } = looked.value
  const found = nextSteps(expectation, { entrant, efforts })
  if (!found.ok) return found
  return { ok: true, value: { next: found.value, efforts, pace }, diagnostics: looked.diagnostics }
}

/** What is expected, and what efforts are known. */
async function lookAhead(request: PlanCommand) {
  const { file, data, pace, asOf, horizon, today } = request
  const scored = await scoreDossier(file, data, { asOf, today })
  if (!scored.ok) return scored
  const efforts = await effortsOf(request)
  if (!efforts.ok) return efforts
  const { program, dossier, asOf: day } = scored.value
  const expected = expectationOf({ program, dossier, asOf: day, horizon: horizon ?? program.to }, pace)
  if (!expected.ok) return expected
  const value = { expectation: expected.value, efforts: efforts.value }
  return { ok: true, value, diagnostics: scored.diagnostics } as const
}

async function answer(request: PlanCommand & { readonly goal: string }): Promise<Result<Made>> {
  const { entrant, pace, out } = request
  const goal = parseGoal(request.goal)
  if (!goal.ok) return goal
  const looked = await lookAhead(request)
  if (!looked.ok) return looked
  const { expectation, efforts } = looked.value
  const made = makePlan(expectation, { entrant, goal: goal.value, efforts })
  if (!made.ok) return made
  const { planned } = made.value
  const best = planned.kind === 'reached' ? planned.plans[0] : undefined
  const written = best ? out : undefined
  const fault = best && written !== undefined ? await replaceFile(written, scenarioOf(best)) : undefined
  if (fault) return failure([fault])
  return {
    ok: true,
    value: { answer: made.value, efforts, written, pace },
    diagnostics: looked.diagnostics,
  }
}

/** The table that was named, that of the dossier, or none. */
async function effortsOf({ data, efforts }: PlanCommand): Promise<Result<readonly Effort[] | undefined>> {
  const own = join(data, 'efforts.csv')
  const path = efforts ?? ((await fileExists(own)) ? own : undefined)
  if (path === undefined) return { ok: true, value: undefined, diagnostics: [] }
  const source = await readTextFile(path, MOST_BYTES)
  return source.ok ? readEfforts(source.value) : source
}

function stepsText({ next: { trial, steps }, efforts, pace }: Stepped): string {
  const { entrant, evaluation } = trial
  const { program, facts, asOf } = evaluation
  const expected = standingText({ cohort: trial.cohort([]) }, program)
  const told = steps.map((step) => {
    const moves = movesOf(step, facts, program.measures).map(moveText).join('; ')
    return `  - ${moves} (công sức ${formatExact(step.effort)}): ${planText(step, program)}`
  })
  const lines = [
    `${EXPECTED[pace]}, đến ngày ${formatDate(asOf)} ${entrant.name}: ${expected}.`,
    '',
    ...(told.length > 0
      ? ['Làm riêng từng việc, việc được nhiều điểm nhất so với công sức đứng trước:', ...told]
      : ['Không còn việc nào một mình nó làm thêm điểm.']),
    '',
    ...effortNotes(efforts),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function toText({ answer: { planned, trial, goal }, efforts, written, pace }: Made): string {
  const { entrant, evaluation } = trial
  const { program, facts, asOf } = evaluation
  const day = formatDate(asOf)
  const wanted = goalText(goal, facts.entrants)
  const lines = [
    `${EXPECTED[pace]}, đến ngày ${day} ${entrant.name}: ${standingText({ cohort: planned.expected }, program)}.`,
  ]
  switch (planned.kind) {
    case 'already':
      lines.push(`Như vậy là đã ${wanted}.`)
      break
    case 'reached': {
      const [first, ...further] = planned.plans
      if (first)
        lines.push(
          '',
          `Ít công sức nhất để ${wanted}: ${formatExact(first.effort)}.`,
          ...planLines(first, evaluation),
        )
      lines.push('', provenText(planned, program))
      lines.push(...furtherLines(further, first, evaluation))
      break
    }
    case 'unreachable':
      lines.push('', `Không có cách nào để ${wanted}: đã xét hết ${waysText(planned.ways)} cách kết hợp.`)
      lines.push(
        `Gần nhất, công sức ${formatExact(planned.most.effort)}:`,
        ...planLines(planned.most, evaluation),
      )
      break
    case 'tooMany':
    case 'endless':
      lines.push('', hinderedText(planned))
      break
  }
  lines.push('', ...notes(planned, efforts))
  if (written !== undefined) lines.push(`Đã ghi kế hoạch thành kịch bản: ${written}`)
  return `${lines.join('\n').trimEnd()}\n`
}

function planLines(plan: Plan, evaluation: Evaluation): readonly string[] {
  return [...moveLines(plan, evaluation), `  Khi đó: ${planText(plan, evaluation.program)}.`]
}

/** What more effort would bring; of what is to be done only what differs from the first plan. */
function furtherLines(
  further: readonly Plan[],
  first: Plan | undefined,
  evaluation: Evaluation,
): readonly string[] {
  const known = new Set(first && moveLines(first, evaluation))
  return further.flatMap((plan) => {
    const head = `Công sức ${formatExact(plan.effort)} thì ${planText(plan, evaluation.program)}; khác cách trên ở chỗ:`
    return ['', head, ...moveLines(plan, evaluation).filter((line) => !known.has(line))]
  })
}

function moveLines(plan: Plan, { facts, program }: Evaluation): readonly string[] {
  return movesOf(plan, facts, program.measures).map(
    (move) => `  - ${moveText(move)} (công sức ${formatExact(move.effort)})`,
  )
}

function notes(planned: Answer['planned'], efforts: readonly Effort[] | undefined): readonly string[] {
  const lines = [...effortNotes(efforts)]
  if ('coarse' in planned && planned.coarse.length > 0)
    lines.push(`Để xét hết được, có số liệu chỉ tính ${listText(planned.coarse.map(coarseText))}.`)
  const leftOut = leftOutTexts(planned.leftOut)
  if (leftOut.length > 0) lines.push('Không xét đến:', ...leftOut.map((text) => `  - ${sentence(text)}`))
  return lines
}

function effortNotes(efforts: readonly Effort[] | undefined): readonly string[] {
  if (efforts) return []
  return ['Chưa có bảng công sức (efforts.csv): mỗi đơn vị của mỗi số liệu được coi là tốn công như nhau.']
}

import { compareDates, formatDate, type PlainDate } from '#base/plainDate.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import {
  certaintyText,
  openText,
  possibleToJson,
  prospectText,
  type Reports,
  type StillPossible,
  scoredEntrant,
  stillPossible,
} from '#simulate/index.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface PossibleCommand {
  readonly file: string
  readonly data: string
  /** Only this one; by default everyone. */
  readonly entrant: string | undefined
  /** What is taken for granted of what has not been reported. */
  readonly assumed: Reports
  /** The day up to which facts are known; by default the last one with facts. */
  readonly asOf: PlainDate | undefined
  /** The day that is looked forward to; by default the last of the rulebook's. */
  readonly horizon: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua possible FILE --data DIR`: which totals, ranks and classes everyone may still have, and what is certain already. */
export async function runPossible(request: PossibleCommand, output: Output): Promise<ExitCode> {
  const found = await find(request)
  if (!found.ok) {
    printDiagnostics(output, found.diagnostics, request.json)
    return exitCodeOf(found.diagnostics)
  }
  if (request.json) printJson(output, possibleToJson(found.value))
  else {
    printDiagnostics(output, found.diagnostics, false)
    output.out(toText(found.value))
  }
  return FINE
}

async function find({
  file,
  data,
  entrant,
  assumed,
  asOf,
  horizon,
  today,
}: PossibleCommand): Promise<Result<StillPossible>> {
  const scored = await scoreDossier(file, data, { asOf, today })
  if (!scored.ok) return scored
  const { program, dossier, asOf: day } = scored.value
  const until = horizon ?? program.to
  if (compareDates(until, day) < 0) return failure([behind(until, day)])
  const known =
    entrant === undefined ? undefined : scoredEntrant(entrant, dossier, program, 'không có kết quả')
  if (known && !known.ok) return known
  const found = stillPossible({ program, dossier, asOf: day, horizon: until }, assumed)
  if (!found.ok) return found
  const told = found.value.entrants.filter(({ now }) => entrant === undefined || now.entrant.id === entrant)
  return { ok: true, value: { ...found.value, entrants: told }, diagnostics: scored.diagnostics }
}

function behind(horizon: PlainDate, asOf: PlainDate) {
  return {
    code: 'period-mismatch',
    severity: 'error',
    message: `ngày nhìn tới ${formatDate(horizon)} đứng trước ngày ${formatDate(asOf)}, ngày cuối có số liệu`,
    labels: [],
    help: 'chọn ngày nhìn tới muộn hơn, hoặc chọn ngày của số liệu sớm hơn bằng --as-of',
  } as const
}

function toText(found: StillPossible): string {
  const paragraphs = found.entrants.map((one) => {
    const head = `${one.now.entrant.name}: ${prospectText(one, found.program)}`
    return [head, ...one.certainties.map((certainty) => `  ${certaintyText(certainty)}`)].join('\n')
  })
  return `${openText(found)}\n\n${paragraphs.join('\n')}\n`
}

import { formatCount } from '#base/formatNumber.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import {
  cohortTitle,
  type DrawnPace,
  drawnText,
  entrantProjectionText,
  type Projection,
  projectionToJson,
  resample,
} from '#simulate/index.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface ProjectCommand {
  readonly file: string
  readonly data: string
  readonly pace: DrawnPace
  readonly draws: number
  readonly seed: number
  /** The day up to which facts are known; by default the last one with facts. */
  readonly asOf: PlainDate | undefined
  /** The day that is looked forward to; by default the last of the rulebook's. */
  readonly horizon: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua project FILE --data DIR`: where everyone may end up, if the periods to come go as those behind went. */
export async function runProject(request: ProjectCommand, output: Output): Promise<ExitCode> {
  const { file, data, asOf, horizon, today, json } = request
  const scored = await scoreDossier(file, data, { asOf, today })
  if (!scored.ok) {
    printDiagnostics(output, scored.diagnostics, json)
    return exitCodeOf(scored.diagnostics)
  }
  const { program, dossier, asOf: day } = scored.value
  const { pace, draws, seed } = request
  const onProgress = (drawn: number): void =>
    output.error(`Đã rút ${formatCount(drawn)} trên ${formatCount(draws)} lần…\n`)
  const outlook = { program, dossier, asOf: day, horizon: horizon ?? program.to }
  const found = resample(outlook, { pace, draws, seed, onProgress: json ? undefined : onProgress })
  if (!found.ok) {
    printDiagnostics(output, found.diagnostics, json)
    return exitCodeOf(found.diagnostics)
  }
  if (json) printJson(output, projectionToJson(found.value))
  else {
    printDiagnostics(output, scored.diagnostics, false)
    output.out(toText(found.value))
  }
  return FINE
}

function toText(projection: Projection): string {
  const sections = projection.cohorts.flatMap((cohort) => [
    '',
    cohortTitle(cohort, cohort.entrants.length, projection.program),
    ...cohort.entrants.map((one) => `- ${entrantProjectionText(one, cohort, projection)}`),
  ])
  return `${[...drawnText(projection), ...sections].join('\n')}\n`
}

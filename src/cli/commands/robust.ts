import { formatDate, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import {
  type Certificate,
  type CohortCertificate,
  certificateToJson,
  certify,
  classText,
  cohortText,
  type Program,
  pairText,
  rankedText,
  tiesText,
  waysText,
} from '#engine/index.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import type { Standings } from '#services/standings.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

export interface RobustRequest {
  readonly file: string
  readonly data: string
  readonly asOf: PlainDate | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/**
 * `thidua robust FILE --data DIR`: whether the ranking depends on how points are rounded. That it does is no fault, so it
 * ends with 0 either way.
 */
export async function runRobust(
  { file, data, asOf, today, json }: RobustRequest,
  output: Output,
): Promise<ExitCode> {
  const scored = await scoreDossier(file, data, { asOf, today })
  if (!scored.ok) {
    printDiagnostics(output, scored.diagnostics, json)
    return exitCodeOf(scored.diagnostics)
  }
  const certificate = certify(scored.value)
  printDiagnostics(output, json ? [] : scored.diagnostics, false)
  if (json) printJson(output, toJson(certificate, scored.value))
  else output.out(toText(certificate, scored.value))
  return FINE
}

function toJson(certificate: Certificate, { program, hash, asOf }: Standings): unknown {
  const { code, version } = program.rulebook
  return {
    rulebook: { code: code.text, version: version.text, hash },
    asOf: formatIsoDate(asOf),
    ...certificateToJson(certificate, program),
  }
}

function toText(certificate: Certificate, { program, asOf }: Standings): string {
  const heads = [program.rulebook.title.text, `Tính đến ngày ${formatDate(asOf)}`, '']
  const sections = certificate.cohorts.flatMap((cohort) => ['', ...section(cohort, certificate, program)])
  return `${[...heads, ...waysText(certificate), ...sections].join('\n')}\n`
}

function section(cohort: CohortCertificate, { ways, own }: Certificate, program: Program): readonly string[] {
  const { level, cluster, sheets, pairs, ranked, classes, ties } = cohort
  const numbers = tiesText(ties)
  return [
    `Cấp ${program.levelNames[level]}${cluster === undefined ? '' : `, cụm ${cluster}`} (${sheets.length})`,
    cohortText(cohort, ways),
    ...listed(pairs.map((pair) => pairText(pair, own))),
    ...listed(ranked.map((change) => rankedText(change, own))),
    ...(classes.length > 0 ? ['Xếp loại đổi:'] : []),
    ...listed(classes.map((change) => classText(change, own, program))),
    ...(numbers === undefined ? [] : [numbers]),
  ]
}

function listed(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `- ${line}`)
}

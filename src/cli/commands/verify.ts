import { type Verified, verify } from '#services/records/records.ts'
import {
  type ExitCode,
  exitCodeOf,
  FINDINGS,
  FINE,
  type Output,
  printDiagnostics,
  printJson,
} from '../output.ts'

export interface VerifyOptions {
  readonly from: string
  readonly rules: string
  readonly json?: boolean
}

/** `thidua verify --rules FILE --from DIR`: whether every publication is what its own rulebook and facts give. */
export async function runVerify(
  { from, rules, json = false }: VerifyOptions,
  output: Output,
): Promise<ExitCode> {
  const verified = await verify(rules, from)
  if (!verified.ok) {
    printDiagnostics(output, verified.diagnostics, json)
    return exitCodeOf(verified.diagnostics)
  }
  const { value } = verified
  if (json) printJson(output, { publications: value.map(toJson) })
  else {
    printDiagnostics(output, verified.diagnostics, false)
    output.out(verifiedText(value))
  }
  return value.some(({ faults }) => faults.length > 0) ? FINDINGS : FINE
}

function toJson({ publication, faults }: Verified): object {
  return { id: publication.id, asOf: publication.asOf, faults }
}

function verifiedText(all: readonly Verified[]): string {
  if (all.length === 0) return 'Chưa có bản công bố nào.\n'
  const lines = all.map(
    ({ publication, faults }) =>
      `${publication.id}: ${faults.length === 0 ? 'khớp' : `LỆCH: ${faults.join('; ')}`}`,
  )
  return `${lines.join('\n')}\n`
}

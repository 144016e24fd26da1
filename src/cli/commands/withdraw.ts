import type { Period } from '#base/period.ts'
import { vietnamTime } from '#base/vietnamTime.ts'
import { placeText } from '#services/records/placeText.ts'
import { withdrawFact } from '#services/records/withdrawFact.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJsonWith } from '../output.ts'

export interface WithdrawOptions {
  readonly into: string
  readonly rules: string
  readonly entrant: string
  readonly measure: string
  readonly period: Period
  readonly why: string
  readonly by: string
  readonly json?: boolean
}

/** `thidua withdraw --into DIR --rules FILE --entrant ID --measure NAME --period 2026-09 --why TEXT`: takes one fact back. */
export async function runWithdraw(options: WithdrawOptions, output: Output): Promise<ExitCode> {
  const { into, json = false, ...which } = options
  const withdrawn = await withdrawFact({ ...which, folder: into, at: vietnamTime(new Date()) })
  const { diagnostics } = withdrawn
  if (!withdrawn.ok) {
    printDiagnostics(output, diagnostics, json)
    return exitCodeOf(diagnostics)
  }
  const { program, fact, revision } = withdrawn.value
  if (json) printJsonWith(output, { revision, withdrawn: fact }, diagnostics)
  else {
    printDiagnostics(output, diagnostics, false)
    output.out(`Đã rút: ${placeText(fact, program)}: ${fact.value} (lần ghi ${revision}).\n`)
  }
  return FINE
}

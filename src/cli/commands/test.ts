import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { diagnosticToJson } from '#diagnostic/json.ts'
import { positionAt } from '#diagnostic/source.ts'
import {
  type BranchCoverage,
  coverageOf,
  type ExampleResult,
  exampleFailures,
  numberToJson,
  type Program,
  pointsExpected,
  runExamples,
} from '#engine/index.ts'
import { printExample } from '#language/index.ts'
import { openRulebook } from '#services/scoreDossier.ts'
import { type ExitCode, exitCodeOf, type Output, printDiagnostics, printJson } from '../output.ts'

export interface TestRequest {
  readonly files: readonly string[]
  readonly coverage: boolean
  readonly json: boolean
}

/** `thidua test FILE…`: whether the examples in the rulebooks hold, each file by itself. */
export async function runTest({ files, coverage, json }: TestRequest, output: Output): Promise<ExitCode> {
  const all: Diagnostic[] = []
  const tested: unknown[] = []
  for (const file of files) {
    const opened = await openRulebook(file)
    const results = opened.ok ? runExamples(opened.value) : []
    const found = [...opened.diagnostics, ...results.flatMap(exampleFailures)]
    all.push(...found)
    if (!json) printDiagnostics(output, found, false)
    if (!opened.ok) continue
    const branches = coverage ? coverageOf(opened.value, results) : undefined
    if (json) tested.push(toJson(file, results, branches, opened.value))
    else output.out(toText(file, results, branches, opened.value))
  }
  if (json) printJson(output, { files: tested, diagnostics: all.map(diagnosticToJson) })
  return exitCodeOf(all)
}

function toText(
  file: string,
  results: readonly ExampleResult[],
  branches: readonly BranchCoverage[] | undefined,
  program: Program,
): string {
  const right = results.filter(({ holds }) => holds).length
  const counted =
    results.length === 0
      ? 'chưa có ví dụ nào'
      : `${results.length} ví dụ: ${right} đúng, ${results.length - right} sai`
  const lines = branches ? coverageLines(branches, program) : []
  return [`${file}: ${counted}`, ...lines].map((line) => `${line}\n`).join('')
}

function coverageLines(branches: readonly BranchCoverage[], program: Program): readonly string[] {
  const count = (...states: readonly BranchCoverage['state'][]): number =>
    branches.filter(({ state }) => states.includes(state)).length
  const never = count('impossible')
  const head = `  ${branches.length} nhánh: ${count('reached')} có ví dụ, ${count('open', 'unknown')} chưa có${never === 0 ? '' : `, ${never} không thể xảy ra`}`
  const unreached = branches.filter(({ state }) => state !== 'reached')
  return [head, ...unreached.flatMap((one) => unreachedLines(one, program))]
}

function unreachedLines(
  { branch, why, proposal, above }: BranchCoverage,
  { written }: Program,
): readonly string[] {
  const where = above ? ' (đặt trên dòng «sửa đổi phiên bản»)' : ''
  return [
    `  dòng ${lineOf(branch.span.start, written.source)}: ${why}`,
    ...(proposal ? [`    thêm${where}: ${printExample(proposal)}`] : []),
  ]
}

function lineOf(offset: number, source: Program['written']['source']): number {
  return positionAt(source, offset).line
}

function toJson(
  file: string,
  results: readonly ExampleResult[],
  branches: readonly BranchCoverage[] | undefined,
  { written }: Program,
): unknown {
  return {
    file,
    examples: results.map(({ example, findings, holds }) => ({
      title: example.title.text,
      line: lineOf(example.span.start, written.source),
      holds,
      findings: findings.map(({ expected, trace, holds: found }) => ({
        code: expected.code.text,
        expected: expected.kind === 'points' ? numberToJson(pointsExpected(expected)) : null,
        holds: found,
        outcome: trace.kind === 'leaf' ? trace.outcome.kind : 'value',
        points: numberToJson(trace.points),
      })),
    })),
    ...(branches && {
      branches: branches.map(({ branch, state, why, proposal }) => ({
        code: branch.leaf.code,
        line: lineOf(branch.span.start, written.source),
        state,
        why: why === '' ? null : why,
        proposal: proposal ? printExample(proposal) : null,
      })),
    }),
  }
}

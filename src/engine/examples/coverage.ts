import type { Example } from '#language/index.ts'
import { leavesOf, type Program } from '../program.ts'
import type { LeafTrace, NodeTrace } from '../trace.ts'
import { tracesOf } from '../tracesOf.ts'
import { branchesOf, type RuleBranch } from './branches.ts'
import { describeReach, impossibility } from './describeReach.ts'
import { waysInto } from './givensFor.ts'
import { makeExample } from './makeExample.ts'
import { type Place, placesIn } from './places.ts'
import { reachedBranches } from './reachedBranches.ts'
import type { ExampleResult, Finding } from './runExample.ts'

/** A branch of the rulebook, and whether an example goes through it. */
export interface BranchCoverage {
  readonly branch: RuleBranch
  /** `open`: it can be reached, and no example does; `unknown`: no way into it was found. */
  readonly state: 'reached' | 'open' | 'impossible' | 'unknown'
  /** Why there is no example of it; empty where there is one. */
  readonly why: string
  /** An example that would go through it. */
  readonly proposal: Example | undefined
  /** The proposal speaks of a version that was amended later: it stands above that amendment, or not at all. */
  readonly above: boolean
}

/** Every branch of every criterion, in all versions of the rulebook, in reading order. */
export function coverageOf(program: Program, results: readonly ExampleResult[]): readonly BranchCoverage[] {
  const reached = new Set(
    results.flatMap(({ findings, example }) =>
      findings.flatMap((finding) => leavesSpokenOf(finding, example).flatMap(reachedBranches)),
    ),
  )
  const found = new Map<string, BranchCoverage>()
  const places = placesIn(program)
  // A line for the end of the file is the easiest to add.
  for (const place of [...places.filter(({ above }) => !above), ...places.filter(({ above }) => above)]) {
    for (const branch of leavesOf(place.program.nodes).flatMap(branchesOf)) {
      const before = found.get(branch.key)
      // What cannot happen in one version may happen in another.
      if (before && before.state !== 'impossible' && before.state !== 'unknown') continue
      const covered = cover(branch, place, reached)
      if (!before || covered.state === 'open') found.set(branch.key, covered)
    }
  }
  return [...found.values()].toSorted((left, right) => left.branch.span.start - right.branch.span.start)
}

/** The criteria that the expectation is about; of a group, those whose measures the example gives. */
function leavesSpokenOf({ trace }: Finding, { givens }: Example): readonly LeafTrace[] {
  if (trace.kind === 'leaf') return [trace]
  const names = givens.flatMap((given) => (given.kind === 'measure' ? [given.measure.text] : []))
  return leavesIn(trace).filter(({ inputs }) =>
    inputs.some(({ measure }) => names.includes(measure.name.text)),
  )
}

function leavesIn(trace: NodeTrace): readonly LeafTrace[] {
  return tracesOf([trace]).filter((one) => one.kind === 'leaf')
}

function cover(
  branch: RuleBranch,
  { program, givens, above }: Place,
  reached: ReadonlySet<string>,
): BranchCoverage {
  if (reached.has(branch.key)) return { branch, state: 'reached', why: '', proposal: undefined, above }
  const impossible = impossibility(branch, program)
  if (impossible !== undefined) {
    return { branch, state: 'impossible', why: `không thể xảy ra: ${impossible}`, proposal: undefined, above }
  }
  const { code } = branch.leaf
  const proposals = waysInto(branch, program).map((own) =>
    makeExample(
      `Tiêu chí ${code} ${describeReach(branch)}`.replaceAll(/"([^"]*)"/g, '«$1»'),
      [...givens, ...own],
      branch.leaf,
      program,
    ),
  )
  const proposal = proposals.find(({ trace }) => reachedBranches(trace).includes(branch.key))?.example
  const words = `cho tiêu chí ${code} ${describeReach(branch)}`
  if (proposal) return { branch, state: 'open', why: `không ví dụ nào ${words}`, proposal, above }
  const why = `không ví dụ nào ${words}, và chưa tìm được số liệu nào như vậy`
  return { branch, state: 'unknown', why, proposal: undefined, above }
}

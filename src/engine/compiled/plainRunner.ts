import type { Period } from '#base/period.ts'
import { ZERO } from '#base/rational.ts'
import { measuresOf } from '../judge.ts'
import type { Leaf, ProgramRule, ZeroPoints } from '../program.ts'
import type { Add, Adding } from './adding.ts'
import { MISSING, NOT_APPLICABLE, VALUE } from './columns.ts'
import { formOf, lateLane } from './form.ts'
import { itemKernel } from './itemKernel.ts'
import type { Judgement, Kernel, Setting } from './kernel.ts'
import type { Inputs } from './lane.ts'
import { proportionKernel } from './proportionKernel.ts'
import { relativeKernel } from './relativeKernel.ts'
import { NO_TIER, type Result, ZERO_ANSWERED } from './result.ts'
import type { ExactLeaf, Runner } from './runner.ts'
import { cohortsOf, inputsOf, type Scope } from './scope.ts'
import { tierKernel } from './tierKernel.ts'
import { countOf } from './units.ts'

/** A rule by one value. */
export type ValueRule = Exclude<ProgramRule, { kind: 'parts' }>

/** Kernels with what fills their lanes. */
export interface Judged {
  readonly inputs: Inputs
  readonly kernel: Kernel
  readonly survey: () => void
}

/** A rule by one value, judged over all periods together. */
export function plainRunner(rule: ValueRule, leaf: Leaf, scope: Scope): Runner | undefined {
  const judged = judgedBy(rule, leaf, scope)
  if (!judged) return undefined
  const { inputs, kernel, survey } = judged
  const applicable = applicableOf(leaf, scope)
  return {
    survey,
    run: (from, to, result) => {
      inputs.fill(from, to)
      kernel.run(to - from, result, from)
      applicable(to - from, result)
    },
    add: addingOf(judged),
    exact: (at) => {
      inputs.fill(at, at + 1)
      return exactLeaf(kernel.exact(0, at), leaf)
    },
  }
}

/** How what a kernel judges is added to sums; `undefined` where it has no such shortcut. */
function addingOf({ inputs, kernel: { lookup, add } }: Judged): Adding | undefined {
  const { fill, top } = inputs
  if (lookup) return { lookups: [{ fill, lane: top.lane, lookup }], others: [] }
  if (!add) return undefined
  const other: Add = (from, to, sums) => {
    fill(from, to)
    add(to - from, sums)
  }
  return { lookups: [], others: [other] }
}

/** The inputs of a value and the kernel of a rule over them; of one period, where it is named. */
export function judgedBy(rule: ValueRule, leaf: Leaf, scope: Scope, only?: Period): Judged | undefined {
  const { value } = leaf
  if (!value) throw new Error('a checked criterion with tiers or a target has a value')
  const read = inputsOf(leaf, measuresOf(value), scope, only)
  if (!read) return undefined
  const inputs = value.kind === 'lateness' ? lateLane(read, value) : read
  const setting: Setting = {
    inputs,
    form: formOf(value, inputs),
    zero: zeroOf(leaf.zeros.measure),
    units: scope.units,
    longestTable: scope.longestTable,
    most: countOf(leaf.maximum, scope.units).count,
    missingLeaves: leaf.missingCounts === 'notApplicable',
  }
  if (rule.kind !== 'relative') {
    return { inputs, kernel: kernelOf(rule, leaf, setting), survey: () => {} }
  }
  if (only) return undefined
  const kernel = relativeKernel(rule.to, leaf.maximum, cohortsOf(leaf, scope), {
    ...setting,
    zeroFigure: zeroOf(leaf.zeros[rule.to]),
  })
  return { inputs, kernel, survey: kernel.survey }
}

function zeroOf(zero: ZeroPoints | undefined): Setting['zero'] {
  if (!zero) return undefined
  return zero.kind === 'notApplicable' ? 'notApplicable' : { points: zero.points, branch: ZERO_ANSWERED }
}

function kernelOf(rule: Exclude<ValueRule, { kind: 'relative' }>, leaf: Leaf, setting: Setting): Kernel {
  switch (rule.kind) {
    case 'tiers':
      return tierKernel(rule.tiers, leaf.value?.kind === 'flag', setting)
    case 'proportion':
      return proportionKernel({ target: rule.target, floor: rule.floor, most: leaf.maximum }, setting)
    case 'perItem':
      return itemKernel(rule.items, leaf.maximum, leaf.role, setting)
  }
}

/** Fills in how much of the maximum applies, by the outcomes. */
export function applicableOf(
  { maximum, missingCounts }: Leaf,
  { units }: Scope,
): (count: number, result: Result) => void {
  const whole = countOf(maximum, units).count
  const leaves = missingCounts === 'notApplicable'
  return (count, { outcomes, applicable }) => {
    for (let j = 0; j < count; j++) {
      const outcome = outcomes[j]
      applicable[j] = outcome === NOT_APPLICABLE || (leaves && outcome === MISSING) ? 0 : whole
    }
  }
}

/** A judgement as what counts of it. */
export function exactLeaf(judged: Judgement | number, { maximum, missingCounts }: Leaf): ExactLeaf {
  if (typeof judged !== 'number') return { outcome: VALUE, ...judged, applicable: maximum }
  const applies = judged !== NOT_APPLICABLE && !(judged === MISSING && missingCounts === 'notApplicable')
  return { outcome: judged, points: ZERO, applicable: applies ? maximum : ZERO, branch: NO_TIER }
}

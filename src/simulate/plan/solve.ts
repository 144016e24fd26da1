import { add, type Rational, sum, toExactText, ZERO } from '#base/rational.ts'
import {
  type Branch,
  type Combinable,
  combineNodes,
  conditionHolds,
  type Holding,
  type Leaf,
  type ProgramNode,
} from '#engine/index.ts'
import { unbeaten, type Weighed } from './frontier.ts'
import { unbeatenPairs } from './pairs.ts'
import {
  agree,
  type Gained,
  joinChosen,
  joinGained,
  joinMarks,
  kindOf,
  type State,
  settle,
} from './states.ts'
import { leversOf, settledIn, type Task } from './task.ts'

/** What came of solving a part: nothing where it does not concern the entrant. */
type Part =
  | { readonly kind: 'absent' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'ways'; readonly states: readonly State[] }

/** More pairs of ways than can be gone through while somebody waits. */
const MOST_PAIRS = 20_000_000

/**
 * Every way to move the levers that may be of least effort for something: of each part of the tree only those are kept that no
 * other beats, which is all that the whole can need, since more points of a part are never fewer of the whole (and where they may bar, only
 * equal points stand in for each other). A lever on which
 * several parts depend is held fast, way by way, until the last of them is in. `undefined` where there are too many ways to go
 * through: then nothing can be said to be the least.
 */
export function solve(task: Task): readonly State[] | undefined {
  const gathered = gather(task.program.nodes, WHOLE, task)
  if (!gathered) return undefined
  let states: readonly State[] = gathered.ways.map(({ state, parts: [own] }) => ({
    ...state,
    gained: { ...state.gained, points: own?.points ?? ZERO },
    applicableMaximum: own?.applicableMaximum ?? ZERO,
  }))
  for (const [lever, options] of task.options) {
    if (lever.uses.some(({ kind }) => kind === 'leaf')) continue
    if (states.length * options.length > MOST_PAIRS) return undefined
    states = states.flatMap((state) =>
      options.map((option) => ({ ...state, pins: new Map([...state.pins, [lever, option]]) })),
    )
  }
  return states
}

function emptyState({ tests, ties }: Task): State {
  const gained = { points: ZERO, bonus: ZERO, penalty: ZERO, keys: ties.nodes.map(() => ZERO) }
  const marks = tests.map((): Holding => 'notApplicable')
  return { effort: ZERO, gained, applicableMaximum: ZERO, marks, pins: new Map(), chosen: undefined }
}

function solveNode(node: ProgramNode, task: Task): Part {
  return node.kind === 'leaf' ? solveLeaf(node, task) : solveBranch(node, task)
}

function solveLeaf(leaf: Leaf, task: Task): Part {
  const { trial } = task.desk
  if (!trial.leaf(leaf, [])) return { kind: 'absent' }
  let ways: readonly State['pins'][] = [new Map()]
  for (const lever of leversOf(leaf, task)) {
    const options = task.options.get(lever) ?? []
    if (ways.length * options.length > MOST_PAIRS) return { kind: 'tooLarge' }
    ways = ways.flatMap((way) => options.map((option) => new Map([...way, [lever, option]])))
  }
  const isSettled = settledIn(leaf, task)
  const states = ways.flatMap((pins): State[] => {
    const trace = trial.leaf(
      leaf,
      [...pins.values()].flatMap(({ changed }) => changed),
    )
    if (!trace) return []
    const { points, applicableMaximum } = trace
    const state = { ...emptyState(task), pins, applicableMaximum }
    return [settle(finished(state, leaf, points, task), isSettled)]
  })
  return { kind: 'ways', states: kept(states, leaf, task) }
}

function solveBranch(node: Branch, task: Task): Part {
  const gathered = gather(node.children, shapeOf(node, task), task)
  if (!gathered) return { kind: 'tooLarge' }
  if (gathered.isAbsent) return { kind: 'absent' }
  const isSettled = settledIn(node, task)
  const states = gathered.ways.map(({ state, parts }) => {
    const { points, applicableMaximum } = combineNodes(node, parts, task.program)
    return settle(finished({ ...state, applicableMaximum }, node, points, task), isSettled)
  })
  return { kind: 'ways', states: kept(states, node, task) }
}

/** All ways of all parts together; `undefined` where they are too many. */
function gather(
  nodes: readonly ProgramNode[],
  shape: Shape,
  task: Task,
): { readonly ways: readonly Gathering[]; readonly isAbsent: boolean } | undefined {
  let ways: readonly Gathering[] | undefined = [nothingYet(shape, task)]
  let isAbsent = true
  for (const [place, node] of nodes.entries()) {
    const part = solveNode(node, task)
    if (part.kind === 'tooLarge') return undefined
    if (part.kind === 'absent') continue
    isAbsent = false
    const own = part.states.map((state) => contribution(state, node, place, shape, task))
    ways = joinPart(ways, own, shape, task)
    if (!ways) return undefined
  }
  return { ways, isAbsent }
}

/** A state of a node with the points that it came to, and what is asked of them. */
function finished(state: State, node: ProgramNode, points: State['gained']['points'], task: Task): State {
  const { tests, ties, program } = task
  const scored = { node, points, applicableMaximum: state.applicableMaximum }
  const asked = {
    node: (code: string) => (code === node.code ? scored : undefined),
    nodes: () => [scored],
    value: () => undefined,
  }
  const keys = state.gained.keys.map((key, index) => (ties.nodes[index] === node.id ? points : key))
  const own = tests.map((test) => conditionHolds(test, program, asked))
  return { ...state, gained: { ...state.gained, points, keys }, marks: joinMarks(state.marks, own) }
}

/** What is made of the parts of a node, or of the whole, and how many of them count one by one. */
interface Shape {
  readonly role: Branch['role']
  /** 1 where they are added up. */
  readonly places: number
  readonly isWhole: boolean
  /** Only what comes to the same stands in for another. */
  readonly isExact: boolean
}

const WHOLE: Shape = { role: 'scale', places: 1, isWhole: true, isExact: false }

function shapeOf({ id, role, combine, children }: Branch, { exact }: Task): Shape {
  const places = combine === 'sum' ? 1 : children.length
  return { role, places, isWhole: false, isExact: exact.within.has(id) }
}

/** Parts put together so far, and what they give: one figure where they are added up, otherwise each in its place. */
interface Gathering {
  readonly state: State
  readonly parts: readonly Combinable[]
}

function nothingYet({ role, places }: Shape, task: Task): Gathering {
  const parts = Array.from({ length: places }, () => ({ role, points: ZERO, applicableMaximum: ZERO }))
  return { state: emptyState(task), parts }
}

/** What one way of the part at that place gives, by itself. */
function contribution(
  state: State,
  { role }: ProgramNode,
  place: number,
  shape: Shape,
  task: Task,
): Gathering {
  const { parts } = nothingYet(shape, task)
  const { gained, applicableMaximum } = state
  const { points, bonus, penalty, keys } = gained
  if (role === shape.role) {
    const own = parts.with(Math.min(place, shape.places - 1), { role, points, applicableMaximum })
    return { state: { ...state, gained: { ...gained, points: ZERO } }, parts: own }
  }
  const outside = {
    points: ZERO,
    bonus: role === 'bonus' ? add(bonus, points) : bonus,
    penalty: role === 'penalty' ? add(penalty, points) : penalty,
    keys,
  }
  return { state: { ...state, gained: outside }, parts }
}

/** Every way so far with every way of one more part; `undefined` where they are too many. */
function joinPart(
  lefts: readonly Gathering[],
  rights: readonly Gathering[],
  shape: Shape,
  task: Task,
): readonly Gathering[] | undefined {
  if (lefts.length * rights.length > MOST_PAIRS) return undefined
  const weigh = (gathering: Gathering): Weighed & { readonly gathering: Gathering } => ({
    gathering,
    effort: weighedEffort(gathering.state, task),
    values: valuesOf(gathering, shape, task),
    kind: kindOfGathering(gathering, shape, task),
  })
  const pairs = unbeatenPairs(
    lefts.map(weigh),
    rights.map(weigh),
    (left, right) =>
      agree(left.gathering.state.pins, right.gathering.state.pins)
        ? kindOfGathering(join(left.gathering, right.gathering), shape, task)
        : undefined,
    task.scope.kind === 'least' ? task.scope.enough : undefined,
  )
  return pairs.map(({ left, right }) => join(left.gathering, right.gathering))
}

function join(left: Gathering, right: Gathering): Gathering {
  const [one, other] = [left.state, right.state]
  return {
    state: {
      effort: add(one.effort, other.effort),
      gained: joinGained(one.gained, other.gained),
      applicableMaximum: ZERO,
      marks: joinMarks(one.marks, other.marks),
      pins: other.pins.size === 0 ? one.pins : new Map([...one.pins, ...other.pins]),
      chosen: joinChosen(one.chosen, other.chosen),
    },
    parts: left.parts.map((part, index) => joinPlace(part, right.parts[index])),
  }
}

function joinPlace(left: Combinable, right: Combinable | undefined): Combinable {
  if (!right) return left
  return {
    role: left.role,
    points: add(left.points, right.points),
    applicableMaximum: add(left.applicableMaximum, right.applicableMaximum),
  }
}

function kindOfGathering({ state, parts }: Gathering, { isExact }: Shape, { places }: Task): string {
  const maxima = parts.map((part) => toExactText(part.applicableMaximum))
  const points = isExact ? parts.map((part) => toExactText(part.points)) : []
  return [kindOf(state, places), ...maxima, ...points].join('|')
}

/** What counts of parts put together: of the whole, where nothing is carried over to the scale, simply all points. */
function valuesOf({ state, parts }: Gathering, { isWhole }: Shape, task: Task): Weighed['values'] {
  const { gained } = state
  const own = parts.map(({ points }) => points)
  const outside = outsideValues(gained, task)
  if (!isWhole || task.program.redistribute !== 'none') return [...own, ...outside]
  return [sum([...own, gained.bonus, gained.penalty]), ...(task.ties.outside ? outside : gained.keys)]
}

function outsideValues({ bonus, penalty, keys }: Gained, { ties }: Task): Weighed['values'] {
  return ties.outside ? [bonus, penalty, ...keys] : [add(bonus, penalty), ...keys]
}

/** Effort as it counts: where only the most is looked for, it does not. */
function weighedEffort({ effort }: State, { scope }: Task): Rational {
  return scope.kind === 'least' ? effort : ZERO
}

function kept(states: readonly State[], { id }: ProgramNode, task: Task): readonly State[] {
  const isExact = task.exact.below.has(id)
  const weighed = states.map((state) => {
    const { points } = state.gained
    const kind = kindOf(state, task.places)
    return {
      state,
      effort: weighedEffort(state, task),
      values: [points, ...outsideValues(state.gained, task)],
      kind: isExact ? `${kind}|${toExactText(points)}` : kind,
    }
  })
  return unbeaten(weighed).map(({ state }) => state)
}

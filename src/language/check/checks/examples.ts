import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { formatExact } from '#base/formatNumber.ts'
import { compare, isZero } from '#base/rational.ts'
import type { Criterion, Example, Expectation, Given, Group, Role } from '../../ast.ts'
import { isLeaf } from '../../visit.ts'
import { type CheckContext, reportError, reportMismatch, reportWarning } from '../context.ts'
import { checkFigures } from './exampleFigures.ts'
import { checkGivenValue, checkWholes, type GivenMeasure } from './exampleValues.ts'
import { namesIn, requireDeclared } from './undeclaredName.ts'

/**
 * Reports examples that no entrant could be: of measures and criteria that do not exist, with values that cannot occur,
 * with more points than there are, given twice or not at all. Whether an example holds is for whoever runs it.
 */
export function checkExamples(context: CheckContext): void {
  const roles = rolesOf(context)
  for (const example of context.rulebook.examples) {
    if (context.isFull()) return
    checkRepeats(context, example)
    checkYear(context, example)
    for (const expected of example.expectations) checkExpectation(context, expected, roles)
    const criteria = criteriaIn(example, context)
    checkExceptions(context, example, criteria)
    for (const given of measuresIn(example)) {
      requireDeclared(context, given.measure)
      checkGivenValue(context, given, criteria)
      checkUse(context, given, criteria)
    }
    checkWholes(context, measuresIn(example))
    checkFigures(context, example, criteria)
  }
}

function measuresIn({ givens }: Example): readonly GivenMeasure[] {
  return givens.filter((given) => given.kind === 'measure')
}

/** The criteria, scored by themselves, that the example says something of. */
function criteriaIn({ expectations }: Example, { symbols }: CheckContext): readonly Criterion[] {
  const found = expectations.flatMap(({ code }) => {
    const node = symbols.nodes.get(code.text)
    return node ? leavesBelow(node) : []
  })
  return [...new Set(found)]
}

function leavesBelow(node: Group | Criterion): readonly Criterion[] {
  if (node.kind === 'criterion' && isLeaf(node)) return [node]
  return node.children.flatMap(leavesBelow)
}

function checkRepeats(context: CheckContext, { givens }: Example): void {
  const said = new Map<string, Given>()
  for (const given of givens) {
    if (given.kind === 'attribute') continue
    const key =
      given.kind === 'measure' ? given.measure.text : given.kind === 'cohort' ? ` ${given.figure}` : ' year'
    const before = said.get(key)
    said.set(key, given)
    if (!before) continue
    const what = given.kind === 'measure' ? `số liệu \`${given.measure.text}\`` : 'điều này'
    reportError(
      context,
      'repeated-clause',
      `${what} được cho hai lần trong một ví dụ`,
      [
        [given.span, 'lần sau'],
        [before.span, 'lần trước'],
      ],
      'giữ lại một lần',
    )
  }
}

/** A year in which the rulebook does not hold, or in which the amendment above is not in force yet. */
function checkYear(context: CheckContext, { givens }: Example): void {
  const given = givens.find((one) => one.kind === 'year')
  const last = context.rulebook.application?.range.to.year
  if (!given || last === undefined) return
  const first = context.day.year
  if (given.year >= first && given.year <= last) return
  reportError(
    context,
    'value-out-of-range',
    `ví dụ không nói về năm ${given.year} được`,
    [[given.span, `ở đây bộ tiêu chí nói về năm ${first === last ? first : `${first} đến ${last}`}`]],
    'sửa năm, hoặc chuyển ví dụ lên trên dòng «sửa đổi phiên bản»',
  )
}

function checkExpectation(
  context: CheckContext,
  expected: Expectation,
  roles: ReadonlyMap<Group | Criterion, Role>,
): void {
  const { code, span, scope } = expected
  const named = context.symbols.nodes.get(code.text)
  const node = named?.kind === scope ? named : undefined
  if (!node) {
    reportError(
      context,
      'undeclared-name',
      `không có ${scope === 'group' ? 'nhóm' : 'tiêu chí'} nào mang mã \`${code.text}\``,
      [[code.span, 'vào thời gian mà ví dụ nói đến, bộ tiêu chí không có mã này']],
      'sửa mã; ví dụ về một phần sửa đổi thì đặt dưới dòng «sửa đổi phiên bản»',
    )
  }
  if (!node?.maximum || expected.kind !== 'points') return
  const { points, deducted } = expected
  const most = node.maximum.points.value
  const title = `${node.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${code.text}`
  const penalty = roles.get(node) === 'penalty'
  if (deducted !== penalty && !isZero(points.value)) {
    reportMismatch(
      context,
      `${title} ${penalty ? 'là điểm trừ' : 'không phải điểm trừ'}`,
      [
        [span, 'phần này'],
        [node.maximum.span, penalty ? 'điểm trừ' : 'điểm được cho'],
      ],
      penalty
        ? `viết: ${title} bị trừ ${formatExact(points.value)} điểm`
        : `viết số điểm còn được: ${title} được … điểm`,
    )
  } else if (compare(points.value, most) > 0) {
    reportError(
      context,
      'points-above-maximum',
      `${formatExact(points.value)} điểm là hơn điểm tối đa ${formatExact(most)} của ${title}`,
      [
        [points.span, 'số điểm này'],
        [node.maximum.span, 'điểm tối đa'],
      ],
      'sửa một trong hai số',
    )
  }
}

/** A node within a bonus or a penalty is part of it. */
function rolesOf({ rulebook }: CheckContext): ReadonlyMap<Group | Criterion, Role> {
  const roles = new Map<Group | Criterion, Role>()
  const visit = (node: Group | Criterion, within: Role): void => {
    const role = within === 'scale' ? (node.maximum?.role ?? within) : within
    roles.set(node, role)
    for (const child of node.children) visit(child, role)
  }
  for (const child of rulebook.children) visit(child, 'scale')
  return roles
}

/** Two attributes that a criterion treats differently leave open which treatment holds. */
function checkExceptions(context: CheckContext, { givens }: Example, criteria: readonly Criterion[]): void {
  const attributes = givens.filter((given) => given.kind === 'attribute')
  for (const given of attributes) checkLevel(context, given)
  for (const { code, exceptions } of criteria) {
    const held = exceptions.flatMap((exception) =>
      attributes.filter(({ attribute }) => attribute.text === exception.attribute.text),
    )
    const [first, second] = held
    if (!first || !second) continue
    reportError(
      context,
      'exception-conflict',
      `tiêu chí ${code.text} có quy định riêng cho từng đặc điểm trong ví dụ`,
      [
        [second.span, 'đặc điểm này'],
        [first.span, 'và đặc điểm này'],
      ],
      'giữ lại một đặc điểm',
    )
  }
}

function checkLevel(
  context: CheckContext,
  { attribute, level, span }: Extract<Given, { kind: 'attribute' }>,
): void {
  const { rulebook } = context
  const declared = rulebook.attributes.filter(({ names }) =>
    names.some(({ text }) => text === attribute.text),
  )
  const [first] = declared
  if (!first || declared.some((declaration) => declaration.level === level)) return
  reportError(
    context,
    'level-mismatch',
    `đặc điểm "${attribute.text}" là của ${LEVEL_NAMES[first.level]}, không phải của ${LEVEL_NAMES[level]}`,
    [
      [span, 'phần này'],
      [first.span, 'khai báo ở đây'],
    ],
    `viết: ${LEVEL_NAMES[first.level]} "${attribute.text}"`,
  )
}

/** What is given and not asked for hints at a wrong name or a wrong code. */
function checkUse(
  context: CheckContext,
  { measure, span }: GivenMeasure,
  criteria: readonly Criterion[],
): void {
  if (!context.symbols.measures.has(measure.text) || criteria.length === 0) return
  if (criteria.some((criterion) => namesIn(criterion).some(({ text }) => text === measure.text))) return
  if (criteria.some(({ incomplete }) => incomplete)) return
  reportWarning(
    context,
    'example-mismatch',
    `các tiêu chí trong ví dụ không chấm theo số liệu \`${measure.text}\``,
    [[span, 'phần này không dùng đến']],
    'bỏ phần này, hoặc sửa tên số liệu hay mã tiêu chí',
  )
}

import type { Span } from '#diagnostic/source.ts'
import type { Change, Criterion, CriterionBody, Group, Rulebook, Test, Words } from '../ast.ts'
import { namesIn, testsOf } from '../check/checks/undeclaredName.ts'
import { nodesOf } from '../visit.ts'
import type { Analysis } from './analyse.ts'

/** A place where a measure is named, or where a group or criterion is named by its code. */
export interface Occurrence {
  readonly kind: 'measure' | 'node'
  readonly text: string
  readonly span: Span
  readonly isDeclaration: boolean
  /** Where it stands, in words: `tiêu chí 5`, `ví dụ "…"`. */
  readonly where: string
}

/** Every place where a name or a code stands, in reading order. */
export function occurrencesOf({ rulebook, lines }: Analysis): readonly Occurrence[] {
  const found = [
    ...inMeasures(rulebook),
    ...nodesOf(rulebook).flatMap(inNode),
    ...inOutcome(rulebook),
    ...inExamples(rulebook),
    ...rulebook.amendments.flatMap(({ changes }) => changes.flatMap(inChange)),
  ]
  const names = new Set(rulebook.measures.map(({ name }) => name.text))
  const unread = lines.flatMap(({ clause, words }) =>
    clause.kind === 'unreadable'
      ? words
          .filter(({ kind, text }) => kind === 'Name' && names.has(text))
          .map((word) => use('measure', word, 'một dòng chưa hiểu được'))
      : [],
  )
  return [...found, ...unread]
    .filter(({ text }) => text !== '')
    .toSorted((left, right) => left.span.start - right.span.start)
}

/** The place that the offset is in, or right behind. */
export function occurrenceAt(analysis: Analysis, offset: number): Occurrence | undefined {
  return occurrencesOf(analysis).find(({ span }) => span.start <= offset && offset <= span.end)
}

/** The places that name the same thing as the given one, itself among them. */
export function sameAs(analysis: Analysis, { kind, text }: Occurrence): readonly Occurrence[] {
  return occurrencesOf(analysis).filter((other) => other.kind === kind && other.text === text)
}

function use(kind: Occurrence['kind'], { text, span }: Words, where: string): Occurrence {
  return { kind, text, span, isDeclaration: false, where }
}

function declaration(kind: Occurrence['kind'], { text, span }: Words, where: string): Occurrence {
  return { kind, text, span, isDeclaration: true, where }
}

function inMeasures({ measures }: Rulebook): readonly Occurrence[] {
  return measures.flatMap(({ name, partOf }) => [
    declaration('measure', name, `khai báo số liệu ${name.text}`),
    ...(partOf ? [use('measure', partOf, `khai báo số liệu ${name.text}`)] : []),
  ])
}

function inNode(node: Group | Criterion): readonly Occurrence[] {
  const where = `${node.kind === 'group' ? 'nhóm' : 'tiêu chí'} ${node.code.text}`
  const own = declaration('node', node.code, where)
  return node.kind === 'group' ? [own] : [own, ...inBody(node, where)]
}

function inBody(body: CriterionBody, where: string): readonly Occurrence[] {
  return namesIn(body).map((name) => use('measure', name, where))
}

function inOutcome(rulebook: Rulebook): readonly Occurrence[] {
  const ranked = (rulebook.ranking?.keys ?? []).flatMap((key) =>
    key.kind === 'group' || key.kind === 'criterion' ? [use('node', key.code, 'xếp hạng')] : [],
  )
  return [...ranked, ...testsOf(rulebook).flatMap(inTest)]
}

function inTest(test: Test): readonly Occurrence[] {
  const where = 'điều kiện xếp hạng, xếp loại'
  if (test.kind === 'node') return [use('node', test.code, where)]
  return test.kind === 'every' ? [] : [use('measure', test.measure, where)]
}

function inExamples({ examples }: Rulebook): readonly Occurrence[] {
  return examples.flatMap(({ title, givens, expectations }) => [
    ...givens.flatMap((given) =>
      given.kind === 'measure' ? [use('measure', given.measure, `ví dụ "${title.text}"`)] : [],
    ),
    ...expectations.map(({ code }) => use('node', code, `ví dụ "${title.text}"`)),
  ])
}

function inChange(change: Change): readonly Occurrence[] {
  if (change.kind === 'add') {
    const into = change.into ? [use('node', change.into, 'phần sửa đổi')] : []
    return [...inNode(change.criterion), ...into]
  }
  const own = use('node', change.code, 'phần sửa đổi')
  if (change.kind === 'repeal') return [own]
  return [own, ...inBody(change.body, `phần sửa đổi tiêu chí ${change.code.text}`)]
}

import {
  collectSymbols,
  describeInterval,
  domainOfMeasure,
  intervalOf,
  isAmount,
  type Measure,
  measureNamed,
  printPointsRange,
  printTest,
  printValue,
  type Symbols,
  type Test,
  type Value,
  type Words,
} from '#language/index.ts'
import type { Program, ProgramNode } from '../program.ts'
import { plain } from './aspects.ts'
import type { Subject } from './difference.ts'
import { type Pairs, pairUp } from './pairUp.ts'

/** One of the two rulebooks, with the names by which its things are known in both: those of the old one. */
export interface Side {
  readonly program: Program
  readonly symbols: Symbols
  readonly commonName: (measure: string) => string
  readonly commonCode: (node: string) => string
}

/** A node and the one it stands in. */
export interface Placed {
  readonly node: ProgramNode
  readonly parent: ProgramNode | undefined
}

/** The nodes of a tree in reading order. */
export function placesIn(nodes: readonly ProgramNode[], parent?: ProgramNode): readonly Placed[] {
  return nodes.flatMap((node) => [
    { node, parent },
    ...(node.kind === 'branch' ? placesIn(node.children, node) : []),
  ])
}

/** Both rulebooks, their measures and their nodes paired. */
export interface Sides {
  readonly old: Side
  readonly new: Side
  readonly measures: Pairs<Measure>
  readonly nodes: Pairs<Placed>
}

/** The two rulebooks side by side. */
export function sidesOf(old: Program, now: Program): Sides {
  const measures = pairUp(
    [...old.measures.values()],
    [...now.measures.values()],
    ({ name }) => name.text.normalize('NFC'),
    ({ title }) => title.text,
  )
  const nodes = pairUp(
    placesIn(old.nodes),
    placesIn(now.nodes),
    ({ node }) => `${node.node.kind} ${node.code}`,
    // Only a title within the same kind of node says that it is the same.
    ({ node }) => `${node.node.kind} ${plain(node.title)}`,
  )
  const names = new Map(measures.both.map((pair) => [pair.new.name.text, pair.old.name.text]))
  const codes = new Map(nodes.both.map((pair) => [pair.new.node.code, pair.old.node.code]))
  const same = (text: string): string => text
  const oldSide: Side = {
    program: old,
    symbols: collectSymbols(old.rulebook),
    commonName: same,
    commonCode: same,
  }
  const newSide: Side = {
    program: now,
    symbols: collectSymbols(now.rulebook),
    commonName: (name) => names.get(name) ?? name,
    commonCode: (code) => codes.get(code) ?? code,
  }
  return { measures, nodes, old: oldSide, new: newSide }
}

/** Whom a change is about. */
export function subjectOf(node: ProgramNode | undefined): Subject {
  if (!node) return { kind: 'rulebook' }
  return { kind: node.node.kind, code: node.code, title: node.title }
}

/** How a measure is called in a text: by its title for readers, by its common name for comparing. */
export type Naming = 'title' | 'name'

/** The name of a measure; {@link Naming}. */
export function measureText(name: Words, { symbols, commonName }: Side, naming: Naming): string {
  if (naming === 'name') return commonName(name.text)
  return `«${plain(measureNamed(symbols, name)?.title.text) ?? name.text}»`
}

/** What a criterion measures: `«Hồ sơ số hóa» / «Hồ sơ»`. */
export function valueText(value: Value, side: Side, naming: Naming): string {
  const { numerator, denominator } = value
  const renamed = (name: Words): Words => ({ ...name, text: measureText(name, side, naming) })
  return printValue({
    ...value,
    numerator: renamed(numerator),
    denominator: denominator && !isAmount(denominator) ? renamed(denominator) : denominator,
  })
}

/** A condition of a class or for barring: `«Báo cáo chậm» từ 3 lần trở lên`. */
export function testText(test: Test, side: Side, naming: Naming): string {
  switch (test.kind) {
    case 'flag': {
      const name = measureText(test.measure, side, naming)
      return `${test.is ? 'có' : 'không có'} ${name}`
    }
    case 'measure': {
      const measure = measureNamed(side.symbols, test.measure)
      const domain = measure && domainOfMeasure(measure)
      const interval = domain && intervalOf(test.range, undefined, domain)
      if (domain?.kind !== 'number' || !interval) return printTest(test)
      return `${measureText(test.measure, side, naming)} ${describeInterval(interval, domain)}`
    }
    case 'node': {
      const code = naming === 'name' ? side.commonCode(test.code.text) : test.code.text
      return `${test.scope === 'group' ? 'nhóm' : 'tiêu chí'} ${code} ${printPointsRange(test.range)}`
    }
    case 'every':
      return printTest(test)
  }
}

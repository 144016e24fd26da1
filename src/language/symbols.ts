import type { Criterion, Group, Measure, Rulebook, Words } from './ast.ts'
import { nodesOf } from './visit.ts'

/** What the names and codes of a rulebook stand for. Of two with the same name the first counts. */
export interface Symbols {
  readonly measures: ReadonlyMap<string, Measure>
  readonly nodes: ReadonlyMap<string, Group | Criterion>
}

export function collectSymbols(rulebook: Rulebook): Symbols {
  return {
    measures: firstByKey(rulebook.measures, ({ name }) => name.text),
    nodes: firstByKey(nodesOf(rulebook), ({ code }) => code.text),
  }
}

function firstByKey<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> {
  const map = new Map<string, Item>()
  for (const item of items) {
    if (!map.has(key(item))) map.set(key(item), item)
  }
  return map
}

/** The measure that a name stands for; names are the same however their letters were typed (NFC and NFD). */
export function measureNamed({ measures }: Symbols, name: Words): Measure | undefined {
  return measures.get(name.text)
}

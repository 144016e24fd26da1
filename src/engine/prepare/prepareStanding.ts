import {
  type Classification,
  domainOfTotals,
  intervalOf,
  type Ranking,
  type RankingKey,
  type Rulebook,
  type Symbols,
} from '#language/index.ts'
import type { ProgramClass, ProgramKey, ProgramRanking } from '../program.ts'
import { certain } from './certain.ts'

/** How entrants are ranked; by the total, equals together, where nothing is said. */
export function prepareRanking(ranking: Ranking | undefined, symbols: Symbols): ProgramRanking {
  const keys = ranking?.keys.map((key) => prepareKey(key, symbols))
  return {
    scope: ranking?.scope ?? 'cluster',
    ties: ranking?.ties ?? 'skip',
    keys: keys ?? [{ kind: 'total', rounded: false }],
  }
}

function prepareKey(key: RankingKey, symbols: Symbols): ProgramKey {
  switch (key.kind) {
    case 'total':
      return { kind: 'total', rounded: key.rounded }
    case 'penalty':
    case 'bonus':
      return { kind: key.kind }
    case 'group':
    case 'criterion':
      return { kind: 'node', id: certain(symbols.nodes.get(key.code.text)).id }
  }
}

/** The classes, from the best down as they are written. */
export function prepareClasses({ classes }: Classification, rulebook: Rulebook): readonly ProgramClass[] {
  const domain = domainOfTotals(rulebook)
  return classes.map(({ title, condition, tests, quota }) => ({
    title: title.text,
    interval: intervalOf(condition, undefined, domain),
    tests,
    quota: quota && {
      share: quota.share.value,
      level: quota.level,
      ties: quota.ties,
    },
  }))
}

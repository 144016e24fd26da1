import { printRanking, type Ranking } from '#language/index.ts'
import { said } from './aspects.ts'
import type { Change } from './difference.ts'
import { type Naming, type Side, testText } from './sides.ts'

const RULEBOOK = { kind: 'rulebook' } as const

/** The changes of the ranking and of what bars from it. */
export function compareOutcomes(old: Side, now: Side): readonly Change[] {
  const same = rankingText(old, 'name') === rankingText(now, 'name')
  const ranking = { old: rankingText(old, 'title'), new: rankingText(now, 'title') }
  return [
    ...(same ? [] : [said(RULEBOOK, true, { aspect: 'ranking', ...ranking })]),
    ...knockOutsOnlyIn(old, now).map((text) =>
      said(RULEBOOK, true, { aspect: 'knockOut', old: text, new: undefined }),
    ),
    ...knockOutsOnlyIn(now, old).map((text) =>
      said(RULEBOOK, true, { aspect: 'knockOut', old: undefined, new: text }),
    ),
  ]
}

/** What holds where a rulebook says nothing is said too; how firm it is makes no difference. */
function rankingText({ program: { rulebook }, commonCode }: Side, naming: Naming): string {
  const { scope, keys, ties }: Pick<Ranking, 'scope' | 'keys' | 'ties'> = rulebook.ranking ?? {
    scope: 'cluster',
    ties: 'skip',
    keys: [{ kind: 'total', rounded: false, span: rulebook.span }],
  }
  const named = keys.map((key) => {
    if (!('code' in key) || naming === 'title') return key
    return { ...key, code: { ...key.code, text: commonCode(key.code.text) } }
  })
  const { id, span } = rulebook
  const text = printRanking({ kind: 'ranking', id, span, scope, ties, keys: named, tentative: false })
  return text.replace(/^xếp hạng /, '')
}

function knockOutsOnlyIn(one: Side, other: Side): readonly string[] {
  const others = new Set(other.program.knockOuts.map(({ test }) => testText(test, other, 'name')))
  return one.program.knockOuts
    .filter(({ test }) => !others.has(testText(test, one, 'name')))
    .map(({ test }) => testText(test, one, 'title'))
}

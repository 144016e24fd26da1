import { capital } from '#base/capital.ts'
import type { Criterion, Group, Rulebook } from '../ast.ts'
import { nodesOf } from '../visit.ts'
import { acceptanceSentence } from './acceptanceSentence.ts'
import { type AnnexItem, item } from './annex.ts'
import { SCOPES } from './names.ts'
import { sentence } from './words.ts'

/** The notes of the rulebook, then those of groups and criteria, and what they quote of the plan word for word. */
export function noteItems(rulebook: Rulebook): readonly AnnexItem[] {
  const own = rulebook.notes.map(({ text }) => item(sentence(text)))
  const ofNodes = nodesOf(rulebook).flatMap((node): AnnexItem[] => {
    const quotes = node.kind === 'criterion' ? node.quotes : []
    const said = [
      ...node.notes.map(({ text }) => sentence(text)),
      ...quotes.map(({ text }) => `Trích: “${text}”`),
    ]
    const [first, ...others] = said
    if (first === undefined) return []
    if (others.length === 0) return [item(`${whereOf(node)}: ${first}`)]
    return [
      item(
        `${whereOf(node)}:`,
        said.map((words) => item(words)),
      ),
    ]
  })
  return [...own, ...ofNodes]
}

/** The warnings that the author keeps, with their reasons. */
export function acceptanceItems(rulebook: Rulebook): readonly AnnexItem[] {
  const places = [
    ...rulebook.acceptances.map((acceptance) => ({ acceptance, where: 'Bộ tiêu chí' })),
    ...nodesOf(rulebook).flatMap((node) =>
      node.acceptances.map((acceptance) => ({ acceptance, where: whereOf(node) })),
    ),
  ]
  return places.map(({ acceptance, where }) => item(acceptanceSentence(acceptance, where)))
}

function whereOf(node: Group | Criterion): string {
  return `${capital(SCOPES[node.kind])} ${node.code.text}`
}

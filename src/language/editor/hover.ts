import { listText } from '#base/listText.ts'
import { formatDate } from '#base/plainDate.ts'
import type { Span } from '#diagnostic/source.ts'
import type { Criterion, Group, Measure } from '../ast.ts'
import { tierTables } from '../check/tierTables.ts'
import type { Line } from '../parse.ts'
import { nodesOf } from '../visit.ts'
import type { Analysis } from './analyse.ts'
import { describeMaximum, describeMeasure, nameOf } from './describe.ts'
import { keywordHelp } from './keywordHelp.ts'
import { type Occurrence, occurrenceAt, sameAs } from './occurrences.ts'
import { describeTier } from './tierText.ts'

/** What is to be said of the word at a place, line by line, and the piece of the text it is said of. */
export interface Hover {
  readonly span: Span
  readonly lines: readonly string[]
}

/**
 * What the text at the offset means: for a measure its declaration and where it is used, for a code its title and maximum,
 * for a tier how it is understood, for a keyword what it does. `undefined` where there is nothing to say.
 */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const named = occurrenceAt(analysis, offset)
  if (named) return { span: named.span, lines: describeOccurrence(analysis, named) }
  const line = analysis.lines.find(({ words }) => {
    const [first, last] = [words[0], words.at(-1)]
    return first && last && first.span.start <= offset && offset <= last.span.end
  })
  return line && hoverOfWord(analysis, line, offset)
}

function hoverOfWord(analysis: Analysis, { clause, words }: Line, offset: number): Hover | undefined {
  const word = words.find(({ span }) => span.start <= offset && offset < span.end)
  const help = word && keywordHelp(word.kind)
  const keyword = help ? [`«${help.phrase}»: ${help.what}`, `Ví dụ: ${help.example}`] : []
  const isTier = clause.kind === 'tier' || clause.kind === 'classTier'
  const tier = isTier ? understood(analysis, clause.id) : []
  if (tier.length > 0) return { span: clause.span, lines: [...tier, ...keyword] }
  return word && keyword.length > 0 ? { span: word.span, lines: keyword } : undefined
}

/** How the tier is understood; by day, where that differs (a target may change from year to year). */
function understood({ versions }: Analysis, id: number): readonly string[] {
  const texts = new Map<string, string>()
  for (const { from, rulebook, symbols } of versions) {
    for (const table of tierTables(rulebook, symbols)) {
      const tier = table.tiers.find((one) => one.id === id)
      const text = tier && describeTier(tier, table).join('\n')
      if (text && !texts.has(text)) texts.set(text, formatDate(from))
    }
  }
  if (texts.size <= 1) return [...texts.keys()].flatMap((text) => text.split('\n'))
  return [...texts].map(([text, from]) => `từ ngày ${from}: ${text.replace('\n', '; ')}`)
}

function describeOccurrence(analysis: Analysis, here: Occurrence): readonly string[] {
  const uses = sameAs(analysis, here).filter(({ isDeclaration }) => !isDeclaration)
  const places = [...new Set(uses.map(({ where }) => where))]
  const used = places.length === 0 ? 'chưa dùng ở đâu' : `dùng ở: ${listText(places)}`
  if (here.kind === 'measure') {
    const measure = analysis.rulebook.measures.find(({ name }) => name.text === here.text)
    return measure ? [...measureLines(measure), used] : [`số liệu ${here.text} chưa được khai báo`, used]
  }
  const node = nodeNamed(analysis, here.text)
  if (!node) return [`không có nhóm hay tiêu chí nào mang mã ${here.text}`]
  return [...nodeLines(node), ...(places.length === 0 ? [] : [used])]
}

function measureLines(measure: Measure): readonly string[] {
  return [`số liệu ${measure.name.text}: ${measure.title.text}`, describeMeasure(measure)]
}

function nodeLines(node: Group | Criterion): readonly string[] {
  const leads = node.kind === 'criterion' ? node.leads.map(({ text }) => text) : []
  return [
    `${nameOf(node)}: ${node.title.text}`,
    describeMaximum(node.maximum),
    ...(leads.length > 0 ? [`chủ trì: ${leads.join('; ')}`] : []),
    ...(node.children.length > 0 ? [`gồm: ${listText(node.children.map(nameOf))}`] : []),
  ]
}

/** As written first; one that an amendment adds is found in the version that it makes. */
function nodeNamed({ rulebook, versions }: Analysis, code: string): Group | Criterion | undefined {
  return [rulebook, ...versions.map((version) => version.rulebook)]
    .flatMap(nodesOf)
    .find((node) => node.code.text === code)
}

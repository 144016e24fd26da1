import { capital } from '#base/capital.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { formatExact } from '#base/formatNumber.ts'
import { sum } from '#base/rational.ts'
import type { Criterion, Group, Role, Rulebook, Words } from '../ast.ts'
import type { AnnexPart, AnnexRow } from './annex.ts'
import { criterionSentences, wholeSentences } from './criterionSentences.ts'
import { measureOf, type Names, roleOf } from './names.ts'
import { targetLines } from './targetText.ts'

/** The criteria in the order of the file, those within the scale first, then bonuses, then penalties. */
export function partsOf(rulebook: Rulebook, names: Names): readonly AnnexPart[] {
  const roles: readonly Role[] = ['scale', 'bonus', 'penalty']
  const levels = rulebook.application?.levels ?? []
  const whole = levels.length === 1 ? levels[0] : undefined
  const parts = roles.flatMap((role) => {
    const nodes = rulebook.children.flatMap((node) => ofRole(node, role, names))
    if (nodes.length === 0) return []
    const rows = nodes.flatMap((node) => rowsOf(node, { names, level: whole, single: levels.length < 2 }, 0))
    return [{ role, rows, total: role === 'scale' ? totalOf(nodes) : '' }]
  })
  const alone = parts.every(({ role }) => role === 'scale')
  return parts.map(({ role, rows, total }, index) => ({
    heading: alone ? '' : `${'ABC'.charAt(index)}. ${PARTS[role]}`,
    rows,
    total,
  }))
}

const PARTS: Readonly<Record<Role, string>> = {
  scale: 'TIÊU CHÍ TRONG THANG ĐIỂM',
  bonus: 'ĐIỂM THƯỞNG (ngoài thang điểm)',
  penalty: 'ĐIỂM TRỪ (ngoài thang điểm)',
}

/** The node with what is of that role below it. What stands inside a criterion stays with it, whatever its role. */
function ofRole(node: Group | Criterion, role: Role, names: Names): readonly (Group | Criterion)[] {
  const own = roleOf(node, names) === role
  if (node.kind === 'criterion') return own ? [node] : []
  const children = node.children.filter((child) => roleOf(child, names) === role)
  if (children.length === node.children.length && own) return [node]
  if (children.length === 0) return []
  // Part of a group: what the group says of its points is said where its other criteria stand.
  return [{ ...node, children, maximum: own ? node.maximum : undefined, combine: own ? node.combine : 'sum' }]
}

function totalOf(nodes: readonly (Group | Criterion)[]): string {
  return formatExact(sum(nodes.flatMap(({ maximum }) => (maximum ? [maximum.points.value] : []))))
}

interface Place {
  readonly names: Names
  /** Where the node above is measured. */
  readonly level: EntrantLevel | undefined
  /** Only one level is scored, so it need not be said. */
  readonly single: boolean
}

function rowsOf(node: Group | Criterion, place: Place, depth: number): readonly AnnexRow[] {
  const level = (node.kind === 'criterion' ? node.level?.level : undefined) ?? place.level
  const row =
    node.kind === 'group'
      ? groupRow(node, place.names, depth)
      : criterionRow(node, { ...place, level }, depth)
  return [row, ...node.children.flatMap((child) => rowsOf(child, { ...place, level }, depth + 1))]
}

function headOf(node: Group | Criterion, depth: number) {
  return {
    code: node.code.text,
    title: node.title.text,
    depth,
    maximum: node.maximum ? formatExact(node.maximum.points.value) : '',
    tentative: node.maximum?.tentative ?? false,
  }
}

function groupRow(node: Group, names: Names, depth: number): AnnexRow {
  return {
    kind: 'group',
    ...headOf(node, depth),
    target: [],
    scoring: wholeSentences(node, names),
    level: '',
    sources: [],
    leads: [],
    supports: [],
    deadline: '',
    citations: [],
    guidance: [],
  }
}

function criterionRow(node: Criterion, { names, level, single }: Place, depth: number): AnnexRow {
  const encouraged = node.maximum?.role === 'bonus' ? ['Khuyến khích'] : []
  return {
    kind: 'criterion',
    ...headOf(node, depth),
    target: node.target ? targetLines(node.target) : encouraged,
    scoring: criterionSentences(node, names),
    level: level && !single ? capital(names.levelNames[level]) : '',
    sources: sourcesOf(node, names),
    leads: textsOf(node.leads),
    supports: textsOf(node.supports),
    deadline: node.deadline?.text.text ?? '',
    citations: textsOf(node.citations),
    guidance: textsOf(node.guidance),
  }
}

/** The criterion's own sources and those of the measures it is judged by, each once. */
function sourcesOf({ sources, value, rule }: Criterion, names: Names): readonly string[] {
  const { numerator, denominator } = value ?? {}
  const used: Words[] = [
    ...(numerator ? [numerator] : []),
    ...(denominator && 'text' in denominator ? [denominator] : []),
    ...(rule?.kind === 'parts' ? rule.parts.map(({ measure }) => measure) : []),
  ]
  const ofMeasures = used.flatMap((name) => measureOf(name, names)?.sources ?? [])
  return [...new Set(textsOf([...sources, ...ofMeasures]))]
}

function textsOf(words: readonly Words[]): readonly string[] {
  return words.map(({ text }) => text)
}

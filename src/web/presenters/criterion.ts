import { capital } from '#base/capital.ts'
import { formatPeriod } from '#base/period.ts'
import { formatDate } from '#base/plainDate.ts'
import { type Branch, type Program, type ProgramNode, pointsText } from '#engine/index.ts'
import { type AnnexRow, annexOf } from '#language/index.ts'
import type { Board } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { type Crumbs, communeName, crumbsInBoard } from './crumbs.ts'
import { type AloneView, type DistributionView, presentDistributions } from './distribution.ts'

/** A group or criterion: what it says, and what everyone came to in it. */
export interface CriterionView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly heading: string
  readonly asOf: string
  /** `Tối đa 6 điểm`. */
  readonly maximum: string
  /** Its points are still to be decided. */
  readonly undecided: boolean
  readonly question: string
  readonly said: readonly SaidView[]
  readonly notes: readonly string[]
  /** What it is part of; absent at the top. */
  readonly parent: NodeLink | undefined
  readonly childrenHeading: string
  readonly children: readonly NodeLink[]
  readonly cohorts: readonly DistributionView[]
  readonly alone: readonly AloneView[]
  /** What those are called: `Xã, đơn vị`. */
  readonly aloneKinds: string
  /** Whether anyone is scored on it. */
  readonly scored: boolean
  readonly rulebookUrl: string
  readonly before: NodeLink | undefined
  readonly after: NodeLink | undefined
}

/** Something that the rulebook says of a criterion, a line each. */
export interface SaidView {
  readonly term: string
  readonly lines: readonly string[]
}

interface NodeLink {
  readonly title: string
  readonly url: string
}

/** `undefined` for a code that the rulebook does not have. */
export function presentCriterion(board: Board, code: string): CriterionView | undefined {
  const { program, asOf } = board.standings
  const nodes = nodesIn(program.nodes)
  const index = nodes.findIndex((one) => one.code === code)
  const node = nodes[index]
  if (!node) return undefined
  const row = annexRows(program).find((one) => one.code === code)
  const heading = `${kindText(node)} ${code}: ${node.title}`
  const { cohorts, alone } = presentDistributions(board, code)
  const parent = nodes.find((one): one is Branch => one.kind === 'branch' && one.children.includes(node))
  const link = (one: ProgramNode | undefined): NodeLink | undefined =>
    one && { title: `${kindText(one)} ${one.code}: ${one.title}`, url: criterionUrl(board, one.code) }
  const children = node.kind === 'branch' ? node.children : []
  return {
    ...boardFrame(board),
    pageTitle: heading,
    description: `${heading}. ${maximumText(node)}; ai được bao nhiêu điểm, tính đến ngày ${formatDate(asOf)}.`,
    crumbs: [...crumbsInBoard(board), { title: 'Bộ tiêu chí', url: pathOf({ kind: 'rulebook', at: board }) }],
    heading,
    asOf: `${communeName(board)}, ${formatPeriod(board.ref.period)}, tính đến ngày ${formatDate(asOf)}`,
    maximum: maximumText(node),
    undecided: node.node.maximum?.tentative ?? false,
    question: `${kindText(node)} này nói gì?`,
    said: row ? saidOf(row, node) : [],
    notes: notesOf(node),
    parent: link(parent),
    childrenHeading: node.node.kind === 'group' ? 'Các tiêu chí trong nhóm' : 'Các thành phần',
    children: children.flatMap((child) => link(child) ?? []),
    cohorts,
    alone,
    aloneKinds: capital([...new Set(alone.map(({ kind }) => kind))].join(', ')),
    scored: cohorts.length + alone.length > 0,
    rulebookUrl: `${pathOf({ kind: 'rulebook', at: board })}#tc-${code}`,
    before: link(nodes[index - 1]),
    after: link(nodes[index + 1]),
  }
}

export function criterionUrl(at: Board, code: string): string {
  return pathOf({ kind: 'criterion', at, code })
}

/** Every group and criterion, in reading order. */
export function nodesIn(nodes: readonly ProgramNode[]): readonly ProgramNode[] {
  return nodes.flatMap((node) => [node, ...(node.kind === 'branch' ? nodesIn(node.children) : [])])
}

function kindText({ node }: ProgramNode): string {
  return node.kind === 'group' ? 'Nhóm' : 'Tiêu chí'
}

const OUTSIDE = { scale: '', bonus: 'Điểm thưởng, ', penalty: 'Điểm trừ, ' } as const

function maximumText({ role, maximum }: ProgramNode): string {
  return capital(`${OUTSIDE[role]}tối đa ${pointsText(maximum)} điểm`)
}

/** The rows of the annex, which says every rule in words: one text for what is signed and what is read. */
function annexRows({ rulebook }: Program): readonly AnnexRow[] {
  return annexOf(rulebook, false).sections.flatMap((section) =>
    section.kind === 'criteria' ? section.parts.flatMap(({ rows }) => rows) : [],
  )
}

/** What the rulebook says of a criterion beside its points, without what it leaves unsaid. */
export function saidOf(row: AnnexRow, node: ProgramNode | undefined): readonly SaidView[] {
  // Where it names nobody, those of the criterion that it is part of lead it.
  const leads = row.leads.length > 0 || node?.kind !== 'leaf' ? row.leads : node.leads
  const all: readonly SaidView[] = [
    { term: 'Chỉ tiêu', lines: row.target },
    { term: 'Cách chấm', lines: row.scoring },
    { term: 'Đo tại', lines: lineOf(row.level) },
    { term: 'Thời hạn', lines: lineOf(row.deadline) },
    { term: 'Chủ trì', lines: leads },
    { term: 'Phối hợp', lines: row.supports },
    { term: 'Nguồn số liệu', lines: row.sources },
    { term: 'Căn cứ', lines: row.citations },
    { term: 'Hướng dẫn', lines: row.guidance },
  ]
  return all.filter(({ lines }) => lines.length > 0)
}

function lineOf(text: string): readonly string[] {
  return text === '' ? [] : [text]
}

function notesOf({ node }: ProgramNode): readonly string[] {
  const quotes = node.kind === 'criterion' ? node.quotes : []
  return [...node.notes.map(({ text }) => text), ...quotes.map(({ text }) => `Trích: “${text}”`)]
}

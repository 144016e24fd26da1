import { formatDate } from '#base/plainDate.ts'
import { type Annex, type AnnexItem, type AnnexSection, annexOf } from '#language/index.ts'
import { caveatsOfRules } from '#services/caveats.ts'
import type { Board } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import { presentRules, type RulesView } from './board.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { criterionUrl, nodesIn, type SaidView, saidOf } from './criterion.ts'
import { type Crumbs, crumbsInBoard } from './crumbs.ts'

/** The whole rulebook, laid out to be read on a phone. */
export interface RulebookView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly asOf: string
  readonly rules: RulesView
  readonly textUrl: string
  readonly sections: readonly SectionView[]
}

interface SectionView {
  readonly anchor: string
  readonly heading: string
  readonly items: readonly ItemView[]
  readonly parts: readonly PartView[]
  readonly measures: readonly MeasureView[]
}

interface ItemView {
  readonly text: string
  readonly details: readonly ItemView[]
}

interface PartView {
  readonly heading: string
  readonly rows: readonly RowView[]
}

interface RowView {
  readonly code: string
  /** Empty for what stands elsewhere on the page already. */
  readonly anchor: string
  readonly title: string
  readonly url: string
  readonly group: boolean
  readonly part: boolean
  /** `6 điểm`; empty where none is stated. */
  readonly maximum: string
  readonly said: readonly SaidView[]
}

interface MeasureView {
  readonly title: string
  readonly lines: readonly string[]
}

/** The rulebook that a publication was scored by: as it stood on the day, with what amended it told after. */
export function presentRulebook(board: Board): RulebookView {
  const { program, asOf } = board.standings
  const { written } = program
  const amended = written.amendments.length > 0
  // Targets of other years stand only in what was written.
  const annex = annexOf(amended ? program.rulebook : written, false)
  const amendments = amended ? annexOf(written, false).sections.filter(isAmendments) : []
  const title = program.rulebook.title.text
  return {
    ...boardFrame(board),
    // The rules are real where the facts are made up.
    caveats: caveatsOfRules(program).join(', '),
    pageTitle: `Bộ tiêu chí: ${title}`,
    description: `Toàn bộ tiêu chí, điểm tối đa và cách chấm: ${title}.`,
    crumbs: crumbsInBoard(board),
    asOf: formatDate(asOf),
    rules: presentRules(board),
    textUrl: pathOf({ kind: 'rulebookText', at: board }),
    sections: presentSections(board, [...annex.sections, ...amendments]),
  }
}

function isAmendments({ heading }: AnnexSection): boolean {
  return heading.endsWith('. Sửa đổi, bổ sung')
}

function presentSections(board: Board, sections: Annex['sections']): readonly SectionView[] {
  const seen = new Set<string>()
  const nodes = new Map(nodesIn(board.standings.program.nodes).map((node) => [node.code, node]))
  return sections.map((section, index) => ({
    anchor: `phan-${index + 1}`,
    // Sections are found by their names here, not by the numbers of a signed paper.
    heading: section.heading.replace(/^[IVX]+\. /, ''),
    items: section.kind === 'list' ? section.items.map(presentItem) : [],
    measures: section.kind === 'measures' ? section.measures.map(presentMeasure) : [],
    parts:
      section.kind === 'criteria'
        ? section.parts.map(({ heading, rows }) => ({
            heading: heading.replace(/^[ABC]\. /, ''),
            rows: rows.map((row): RowView => {
              const known = seen.has(row.code)
              seen.add(row.code)
              return {
                code: row.code,
                anchor: known ? '' : `tc-${row.code}`,
                title: row.title,
                url: nodes.has(row.code) ? criterionUrl(board, row.code) : '',
                group: row.kind === 'group',
                part: row.kind === 'criterion' && row.depth > 1,
                maximum: row.maximum === '' ? '' : `${row.maximum} điểm`,
                said: saidOf(row, nodes.get(row.code)),
              }
            }),
          }))
        : [],
  }))
}

function presentItem({ text, details }: AnnexItem): ItemView {
  return { text, details: details.map(presentItem) }
}

type Measure = Extract<AnnexSection, { kind: 'measures' }>['measures'][number]

function presentMeasure({ title, kind, frequency, remarks, sources }: Measure): MeasureView {
  const from = sources.length > 0 ? [`Nguồn: ${sources.join('; ')}`] : []
  return { title, lines: [`${frequency} (${kind})`, remarks, ...from].filter((line) => line !== '') }
}

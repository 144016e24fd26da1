import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import type { Annex, AnnexSection } from '#language/index.ts'
import { BLANKS, citationLines, provenance, STATE } from './letterhead.ts'
import { type PrintLine, printLines } from './printLines.ts'
import { isWide, type PrintTable, printTable } from './printTable.ts'

const TEMPLATE = join(import.meta.dirname, '..', '..', '..', 'views', 'annex', 'annex.hbs')

let compiled: Handlebars.TemplateDelegate<View> | undefined

/**
 * The annex as one page of HTML that needs nothing else, made to be printed. Only our own template is ever compiled; what
 * comes from the rulebook is data and is escaped.
 */
export function annexHtml(annex: Annex, hash: string): string {
  compiled ??= Handlebars.compile<View>(readFileSync(TEMPLATE, 'utf8'), { strict: true })
  return compiled(viewOf(annex, hash))
}

interface View {
  readonly title: string
  readonly citations: readonly string[]
  readonly blanks: typeof BLANKS
  readonly state: typeof STATE
  readonly provenance: string
  readonly sections: readonly SectionView[]
}

interface SectionView {
  readonly heading: string
  readonly wide: boolean
  readonly lines: readonly PrintLine[] | null
  readonly table: TableView | null
}

interface TableView {
  readonly columns: PrintTable['columns']
  readonly rows: readonly RowView[]
}

interface RowView {
  readonly kind: string
  readonly banner: string | null
  readonly span: number
  readonly cells: readonly { readonly centred: boolean; readonly paragraphs: readonly string[] }[]
}

function viewOf(annex: Annex, hash: string): View {
  return {
    title: annex.title,
    citations: citationLines(annex),
    blanks: BLANKS,
    state: STATE,
    provenance: provenance(annex, hash),
    sections: annex.sections.map(sectionView),
  }
}

function sectionView(section: AnnexSection): SectionView {
  const { heading } = section
  if (section.kind === 'list') return { heading, wide: false, lines: printLines(section.items), table: null }
  return { heading, wide: isWide(section), lines: null, table: tableView(printTable(section)) }
}

function tableView({ columns, rows }: PrintTable): TableView {
  return {
    columns,
    rows: rows.map((row) => ({
      kind: row.kind,
      banner: row.kind === 'banner' ? row.text : null,
      span: columns.length,
      cells:
        row.kind === 'banner'
          ? []
          : row.cells.map((paragraphs, index) => ({ centred: columns[index]?.centred ?? false, paragraphs })),
    })),
  }
}

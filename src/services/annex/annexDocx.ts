import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Annex, AnnexSection } from '#language/index.ts'
import { docxFoot, docxHead } from './docxLetterhead.ts'
import { docxTable } from './docxTable.ts'
import { bodyParagraph, FONT, paragraph, SIZE } from './docxText.ts'
import { BLANKS, citationLines, provenance } from './letterhead.ts'
import { MARGIN, PAPER, textWidth } from './paper.ts'
import { printLines } from './printLines.ts'
import { isWide, printTable } from './printTable.ts'

/**
 * The annex as a Word file laid out by Nghị định 30/2020/NĐ-CP: upright paper, the wide table across, the page number in the
 * middle of the top margin from the second page on. The same annex always gives the same text.
 */
export async function annexDocx(annex: Annex, hash: string): Promise<Uint8Array> {
  const footer = provenance(annex, hash)
  const runs = pageRuns(annex.sections)
  const lastSection = annex.sections.at(-1)
  const sections = runs.map(({ wide, sections: inRun }, index) => {
    const width = textWidth(wide)
    const children = [
      ...(index === 0 ? opening(annex, width) : []),
      ...inRun.flatMap((section) => sectionBlocks(section, section === lastSection)),
      ...(index === runs.length - 1 ? [paragraph('', { keepNext: true }), docxFoot(width)] : []),
    ]
    return pageSection(wide, index === 0, footer, children)
  })
  const document = new Document({
    title: `Phụ lục: ${annex.title}`,
    creator: 'Thi đua',
    styles: { default: { document: { run: { font: FONT, size: SIZE.body, language: { value: 'vi-VN' } } } } },
    sections,
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

interface PageRun {
  readonly wide: boolean
  readonly sections: readonly AnnexSection[]
}

/** Sections that are printed the same way round, one after another; the first and the last run are upright. */
function pageRuns(sections: readonly AnnexSection[]): readonly PageRun[] {
  const runs: { wide: boolean; sections: AnnexSection[] }[] = [{ wide: false, sections: [] }]
  for (const section of sections) {
    const last = runs.at(-1)
    if (last && last.wide === isWide(section)) last.sections.push(section)
    else runs.push({ wide: isWide(section), sections: [section] })
  }
  if (runs.at(-1)?.wide) runs.push({ wide: false, sections: [] })
  return runs
}

function pageSection(
  wide: boolean,
  first: boolean,
  footer: string,
  children: readonly (Paragraph | Table)[],
): ISectionOptions {
  const twip = convertMillimetersToTwip
  return {
    properties: {
      titlePage: first,
      page: {
        size: {
          width: twip(PAPER.short),
          height: twip(PAPER.long),
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twip(MARGIN.top),
          bottom: twip(MARGIN.bottom),
          left: twip(MARGIN.left),
          right: twip(MARGIN.right),
          header: twip(10),
          footer: twip(8),
        },
      },
    },
    headers: {
      default: pageNumber(),
      ...(first ? { first: new Header({ children: [paragraph('')] }) } : {}),
    },
    footers: { default: footerOf(footer), ...(first ? { first: footerOf(footer) } : {}) },
    children: [...children],
  }
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: SIZE.body })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

function footerOf(text: string): Footer {
  return new Footer({ children: [paragraph(text, { align: AlignmentType.RIGHT, size: 18 })] })
}

function opening(annex: Annex, width: number): readonly (Paragraph | Table)[] {
  const centred = { align: AlignmentType.CENTER, size: SIZE.title }
  return [
    docxHead(width),
    paragraph('PHỤ LỤC', { ...centred, bold: true, before: 8 }),
    paragraph(annex.title, { ...centred, bold: true }),
    paragraph(BLANKS.attachedTo, { ...centred, italics: true, size: SIZE.body, after: 5 }),
    ...citationLines(annex).map((text) => bodyParagraph(text, { italics: true })),
  ]
}

/** How many lines at the end stay with the signature: alone on a page, it could be put under anything. */
const WITH_SIGNATURE = 2

function sectionBlocks(section: AnnexSection, isLast: boolean): readonly (Paragraph | Table)[] {
  const heading = paragraph(section.heading, { bold: true, before: 4, after: 2, keepNext: true })
  if (section.kind !== 'list') return [heading, docxTable(printTable(section), isLast)]
  const lines = printLines(section.items)
  const blocks = lines.map(({ depth, text }, index) =>
    bodyParagraph(text, {
      left: depth === 2 ? 10 : 0,
      keepNext: isLast && index >= lines.length - WITH_SIGNATURE,
    }),
  )
  return [heading, ...blocks]
}

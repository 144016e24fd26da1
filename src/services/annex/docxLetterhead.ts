import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { paragraph, SIZE } from './docxText.ts'
import { BLANKS, STATE } from './letterhead.ts'

const CENTRE = AlignmentType.CENTER

/** The two columns above an annex: who issues it, and the state with its motto. Blanks are left to fill in. */
export function docxHead(width: number): Table {
  const issuer = [
    paragraph(BLANKS.issuer, { align: CENTRE, bold: true }),
    rule(25),
    paragraph(BLANKS.number, { align: CENTRE, before: 2 }),
  ]
  const state = [
    paragraph(STATE.name, { align: CENTRE, bold: true, size: 24 }),
    paragraph(STATE.motto, { align: CENTRE, bold: true }),
    rule(22),
    paragraph(BLANKS.placeAndDate, { align: CENTRE, italics: true, before: 2 }),
  ]
  return columns([issuer, state], [width * 0.4, width * 0.6])
}

/** The two columns below it: who receives it, who signs. */
export function docxFoot(width: number): Table {
  const recipients = [
    paragraph('Nơi nhận:', { bold: true, italics: true, size: 24 }),
    ...BLANKS.recipients.map((text) => paragraph(text, { size: SIZE.table })),
  ]
  const signature = [
    paragraph(BLANKS.signatory, { align: CENTRE, bold: true }),
    paragraph(BLANKS.signing, { align: CENTRE, italics: true, after: 28 }),
  ]
  return columns([recipients, signature], [width * 0.5, width * 0.5])
}

/** A short line in the middle of its column; `inset` is what it leaves free on each side, in millimetres. */
function rule(inset: number): Paragraph {
  const side = convertMillimetersToTwip(inset)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: convertMillimetersToTwip(1), line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  })
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
}

function columns(cells: readonly (readonly Paragraph[])[], widths: readonly number[]): Table {
  const twips = widths.map((width) => convertMillimetersToTwip(width))
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    columnWidths: twips,
    width: { size: twips.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({ width: { size: twips[index] ?? 0, type: WidthType.DXA }, children }),
        ),
      }),
    ],
  })
}

import { AlignmentType, convertMillimetersToTwip, Paragraph, TextRun } from 'docx'

/** The type of decisions; sizes are in half points. */
export const FONT = 'Times New Roman'
export const SIZE = { body: 26, title: 28, table: 22, small: 20 } as const

export interface TextLook {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly bold?: boolean
  readonly italics?: boolean
  readonly size?: number
  /** In millimetres. */
  readonly before?: number
  readonly after?: number
  readonly firstLine?: number
  readonly left?: number
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean
}

/** One paragraph in one look. */
export function paragraph(text: string, look: TextLook = {}): Paragraph {
  const { align, bold = false, italics = false, size = SIZE.body, keepNext = false } = look
  const { before = 0, after = 0, firstLine = 0, left = 0 } = look
  return new Paragraph({
    ...(align ? { alignment: align } : {}),
    keepNext,
    spacing: { before: convertMillimetersToTwip(before), after: convertMillimetersToTwip(after) },
    indent: { firstLine: convertMillimetersToTwip(firstLine), left: convertMillimetersToTwip(left) },
    children: [new TextRun({ text: writable(text), bold, italics, size, font: FONT })],
  })
}

/** A paragraph of running text: first line set in, both sides even. */
export function bodyParagraph(text: string, look: TextLook = {}): Paragraph {
  return paragraph(text, { align: AlignmentType.BOTH, firstLine: 10, after: 1.5, ...look })
}

/** The text without what XML cannot hold: control characters, halves of letters. */
function writable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').toWellFormed()
}

/** Nghị định 30/2020/NĐ-CP: A4 and its margins, in millimetres. */
export const PAPER = { short: 210, long: 297 } as const
export const MARGIN = { top: 20, bottom: 20, left: 30, right: 15 } as const

/** How wide the text is on upright paper, or on paper laid across. */
export function textWidth(wide: boolean): number {
  return (wide ? PAPER.long : PAPER.short) - MARGIN.left - MARGIN.right
}

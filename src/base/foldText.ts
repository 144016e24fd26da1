/**
 * Text without tone marks, letter marks and capitals: `Xã Đường Lâm` gives `xa duong lam`. For matching what people
 * type, never for storing. Unifies `hoà` and `hòa`, which are different strings.
 */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

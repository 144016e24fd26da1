import type { Annex } from '#language/index.ts'

/** Blanks that whoever issues the annex fills in: nothing about them is known here, so nothing is supposed. */
export const BLANKS = {
  issuer: '………………………………',
  number: 'Số: ………/………',
  placeAndDate: '……………, ngày …… tháng …… năm ………',
  attachedTo: '(Kèm theo ………………… số ……/………… ngày …… tháng …… năm ………)',
  signatory: '………………………………',
  signing: '(Chức vụ, chữ ký, họ và tên, dấu)',
  recipients: ['- ………………………;', '- ………………………;', '- Lưu: ………………'],
} as const

/** The name of the state and its motto. */
export const STATE = {
  name: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
} as const

/** What the annex is issued on the ground of: a line each, parted by semicolons, closed by a full stop. */
export function citationLines({ citations }: Annex): readonly string[] {
  return citations.map((text, index) => `Căn cứ ${text}${index < citations.length - 1 ? ';' : '.'}`)
}

/** Which rules these are, to the letter: `hash` is that of the rulebook's text, shortened to what people can compare. */
export function provenance({ code, version }: Annex, hash: string): string {
  return `Bộ tiêu chí ${code}, phiên bản ${version}, mã kiểm tra (SHA-256) ${hash.slice(0, 16)}`
}

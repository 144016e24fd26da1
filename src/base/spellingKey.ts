/**
 * The same for two spellings of a word that differ only in capitals, blanks and which vowel carries the tone mark: `hoà` and
 * `hòa`. Words with other marks stay apart: `Đông` and `Dong`.
 */
export function spellingKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ')
}

/** The five tones; the marks that make another letter (â, ơ) are none of them. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether the text carries any mark of Vietnamese: what carries none may have been typed without them all. */
export function hasMarks(text: string): boolean {
  return /[\p{M}đĐ]/u.test(text.normalize('NFD'))
}

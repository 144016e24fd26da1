import { type Diagnostic, withRepairs } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'
import type { Fault, LexedSource } from './lexer.ts'
import { type Change, mendCharacters, RATIO_HELP } from './mend/characters.ts'

/** A place that no word begins at, and what it was plainly meant as. */
export interface UnknownCharacters {
  readonly diagnostic: Diagnostic
  readonly changes: readonly Change[]
}

/** What to say of characters that the language does not know. */
export function unknownCharacters(
  { start, end }: Fault,
  { text, spanFrom }: LexedSource,
  source: Source,
): UnknownCharacters {
  const characters = text.slice(start, end)
  const changes = mendCharacters(text, start, end)
  const edits = changes.map((change) => ({ span: spanFrom(change.start, change.end), text: change.text }))
  const dropped = changes.filter((change) => change.text === '')
  const title =
    dropped.length > 0
      ? `bỏ «${dropped.map((change) => text.slice(change.start, change.end)).join(' … ')}»`
      : `viết «${changes.map((change) => change.text).join(' … ')}»`
  return {
    changes,
    diagnostic: {
      code: 'unknown-character',
      severity: 'error',
      message: `không dùng được ${characterNames(characters)} ở đây`,
      labels: [{ source, span: spanFrom(start, end), text: 'bỏ hoặc gõ lại phần này' }],
      help: dropped.length > 0 ? RATIO_HELP : spellingHelp(characters),
      ...withRepairs(edits.length > 0 ? { title, edits } : undefined),
    },
  }
}

function spellingHelp(characters: string): string {
  return /^[!-~\p{Sm}\p{No}]+$/u.test(characters)
    ? 'viết bằng chữ thay cho ký hiệu, ví dụ «từ 24 trở lên», «1/2 điểm tối đa»'
    : 'gõ lại bằng bàn phím tiếng Việt; chữ giống hệt nhưng thuộc bảng chữ cái khác cũng không dùng được'
}

/** Names at most a few characters: visible ones as they are, others by their number, so that they can be found. */
function characterNames(characters: string): string {
  const shown = [...characters].slice(0, 8)
  const names = shown.map((character) =>
    /[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
      ? `\`${character}\``
      : `ký tự U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return [...new Set(names)].join(' ')
}

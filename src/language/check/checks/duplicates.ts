import type { DiagnosticCode } from '#diagnostic/codes.ts'
import type { Repair } from '#diagnostic/diagnostic.ts'
import type { Words } from '../../ast.ts'
import { nodesOf } from '../../visit.ts'
import { type CheckContext, reportError } from '../context.ts'

/** Reports a measure that is declared twice: facts would not know which one they are for. */
export function checkDuplicateNames(context: CheckContext): void {
  const names = context.rulebook.measures.map(({ name }) => name)
  reportRepeats(context, names, 'duplicate-name', (text) => `số liệu \`${text}\` được khai báo hai lần`)
}

/** Reports a code that two groups or criteria carry: decisions and results name them by code. */
export function checkDuplicateCodes(context: CheckContext): void {
  const codes = nodesOf(context.rulebook).map(({ code }) => code)
  reportRepeats(context, codes, 'duplicate-code', (text) => `mã \`${text}\` được dùng hai lần`)
}

/** Reports a class that is named twice. */
export function checkDuplicateClasses(context: CheckContext): void {
  const titles = context.rulebook.classification?.classes.map(({ title }) => title) ?? []
  reportRepeats(context, titles, 'duplicate-name', (text) => `loại \`${text}\` được đặt hai lần`)
}

/** Reports every text that stands twice; `mend` offers repairs of the second. */
export function reportRepeats(
  context: CheckContext,
  all: readonly Words[],
  code: DiagnosticCode,
  message: (text: string) => string,
  mend: (second: Words, first: Words) => readonly Repair[] = () => [],
): void {
  const firsts = new Map<string, Words>()
  for (const words of all) {
    if (words.text === '') continue // could not be read, and was reported
    const first = firsts.get(words.text)
    if (!first) {
      firsts.set(words.text, words)
      continue
    }
    reportError(
      context,
      code,
      message(words.text),
      [
        [words.span, 'lần sau'],
        [first.span, 'lần đầu'],
      ],
      'đổi tên một trong hai, hoặc bỏ dòng thừa',
      mend(words, first),
    )
  }
}

import { type Diagnostic, type Edit, failure, hasError, type Result } from '#diagnostic/diagnostic.ts'
import type { Span } from '#diagnostic/source.ts'
import { scan } from '../lexer.ts'
import { type Analysis, analyse } from './analyse.ts'
import { applyEdits } from './applyEdits.ts'
import { type Occurrence, occurrenceAt, occurrencesOf, sameAs } from './occurrences.ts'

/**
 * The edits that give the measure, group or criterion at the offset another name, wherever it is named: declarations,
 * criteria, examples, ranking, classes and amendments. A diagnostic where there is nothing to rename, the name is none, or
 * something carries it already.
 */
export function rename(analysis: Analysis, offset: number, newName: string): Result<readonly Edit[]> {
  const here = occurrenceAt(analysis, offset)
  const name = newName.normalize('NFC').trim()
  if (!here) {
    return refuse(analysis, { start: offset, end: offset }, 'ở đây không có tên hay mã nào để đổi')
  }
  const places = sameAs(analysis, here)
  const edits = places.map(({ span }) => ({ span, text: name }))
  if (name === here.text) return { ok: true, value: [], diagnostics: [] }
  if (!isName(name, here.kind)) return refuse(analysis, here.span, ...whyNoName(name, here.kind))
  // A name that nobody declares may become one that is declared.
  const isDeclared = places.some(({ isDeclaration }) => isDeclaration)
  const other = isDeclared ? holderOf(analysis, here.kind, name) : undefined
  if (other) return refuseTaken(analysis, here, other)
  // Beside the words around it a name may read as something else.
  if (breaks(analysis, edits)) {
    return refuse(analysis, here.span, `\`${name}\` đứng ở đây thì không đọc được`, 'chọn một tên khác')
  }
  return { ok: true, value: edits, diagnostics: [] }
}

/** Whether the text is a single word that can stand where names or codes do. */
function isName(text: string, kind: Occurrence['kind']): boolean {
  const [[word, ...others] = [], ...clauses] = scan(text) ?? []
  if (!word || others.length > 0 || clauses.length > 0 || word.image !== text) return false
  const kinds = kind === 'measure' ? ['Name'] : ['Name', 'NumberText', 'MixedCode']
  return kinds.includes(word.tokenType.name)
}

function whyNoName(name: string, kind: Occurrence['kind']): readonly [string, string] {
  return kind === 'measure'
    ? [
        `\`${name}\` không dùng làm tên số liệu được`,
        /\s/.test(name)
          ? `tên gồm nhiều từ thì nối bằng gạch dưới: ${name.replace(/\s+/g, '_')}`
          : 'tên bắt đầu bằng chữ cái, gồm chữ cái, chữ số và gạch dưới, không trùng chữ có sẵn như «điểm», «khi»',
      ]
    : [`\`${name}\` không dùng làm mã được`, 'viết mã như 3, 3a, 5.10, II hoặc III.20']
}

function holderOf(analysis: Analysis, kind: Occurrence['kind'], name: string): Occurrence | undefined {
  return occurrencesOf(analysis).find(
    (other) => other.kind === kind && other.isDeclaration && other.text === name,
  )
}

function breaks({ source, diagnostics }: Analysis, edits: readonly Edit[]): boolean {
  const after = analyse({ name: source.name, text: applyEdits(source.text, edits) })
  return hasError(after.diagnostics) && errors(after.diagnostics) > errors(diagnostics)
}

function errors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}

function refuse({ source }: Analysis, span: Span, message: string, help?: string): Result<never> {
  const labels = [{ source, span, text: 'đổi tên ở đây' }]
  return failure([{ code: 'invalid-name', severity: 'error', message, labels, ...(help && { help }) }])
}

function refuseTaken({ source }: Analysis, here: Occurrence, other: Occurrence): Result<never> {
  const what = here.kind === 'measure' ? 'số liệu' : 'nhóm hay tiêu chí'
  return failure([
    {
      code: here.kind === 'measure' ? 'duplicate-name' : 'duplicate-code',
      severity: 'error',
      message: `đã có ${what} \`${other.text}\``,
      labels: [
        { source, span: here.span, text: 'đổi tên ở đây' },
        { source, span: other.span, text: 'tên này đã dùng ở đây' },
      ],
      help: 'chọn một tên khác',
    },
  ])
}

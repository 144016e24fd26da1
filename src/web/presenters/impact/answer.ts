import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { lineAt, type Source } from '#diagnostic/source.ts'
import { exampleFailures, loadProgram, type Program, runExamples } from '#engine/index.ts'
import { type Passage, type Passages, type Rewritten, rewrite } from '#language/index.ts'
import type { Standings } from '#services/standings.ts'
import { impactOf } from '#simulate/index.ts'
import { toSentence } from '../toSentence.ts'
import { type ImpactView, presentImpact } from './impactView.ts'
import { type Rewriting, rewritingQuery } from './rewriting.ts'

/** On what the page asks. The same on the site's machine and on the reader's. */
export interface AskedRules {
  readonly standings: Pick<Standings, 'program' | 'dossier' | 'asOf'>
  readonly passages: Passages
  /** The beginning of the hash of the rulebook. */
  readonly rules: string
}

/** What is shown of a draft: what is wrong with it, or what it would do. */
export interface RewrittenView {
  readonly faults: readonly FaultView[]
  readonly answer: ImpactView | undefined
}

/** What is wrong, and where. */
export interface FaultView {
  /** `Tiêu chí 5, dòng 3`; empty where it is of no one line. */
  readonly where: string
  /** The line; empty where it is of none. */
  readonly line: string
  readonly text: string
}

/** What the rulebook written anew does to everyone; nothing where nothing was written anew. */
export function answerRewriting({ edits, past, rules, unknown }: Rewriting, of: AskedRules): RewrittenView {
  const refused = [
    ...(rules !== '' && rules !== of.rules ? [OTHER_RULES] : []),
    ...unknown.map((code) => `Bộ tiêu chí này không có phần «${code}».`),
  ]
  if (refused.length > 0)
    return { faults: refused.map((text) => ({ where: '', line: '', text })), answer: undefined }
  if (edits.size === 0) return { faults: [], answer: undefined }
  const anew = rewrite(of.passages, edits, 'bộ tiêu chí sửa thử')
  const loaded = loadProgram(anew.withoutExamples)
  if (!loaded.ok) return { faults: faultsOf(loaded.diagnostics.filter(isError), anew), answer: undefined }
  const { program, dossier, asOf } = of.standings
  const found = impactOf({ programs: { old: program, new: loaded.value }, dossier, asOf, past })
  if (!found.ok) return { faults: faultsOf(found.diagnostics, anew), answer: undefined }
  const known = complaintsOf(program)
  const warnings = loaded.diagnostics.filter((one) => !known.has(keyOf(one)) && isShown(one, anew))
  const examples = failuresOf(anew.source).filter((one) => !known.has(keyOf(one)))
  const linkWith = (months: boolean): string =>
    shortEnough(rewritingQuery(edits, { rules: of.rules, past: months }))
  const beside = {
    warnings: faultsOf(warnings, anew),
    examples: examples.map(({ message }) => toSentence({ message })),
    link: linkWith(past),
    pastLink: past ? '' : linkWith(true),
  }
  return { faults: [], answer: presentImpact(found.value, beside) }
}

const OTHER_RULES =
  'Bản sửa này làm trên bộ tiêu chí khác với bộ đang dùng: mở lại trang này và sửa lại trên bộ đang dùng.'

/** What a site takes in an address, its beginning included. */
const LONGEST_LINK = 5_500

function shortEnough(link: string): string {
  return link.length > LONGEST_LINK ? '' : link
}

const told = new WeakMap<Program, ReadonlySet<string>>()

/** What is said of the rulebook as it is: nobody needs to be told again. */
function complaintsOf(program: Program): ReadonlySet<string> {
  const known = told.get(program)
  if (known) return known
  const { source } = program.written
  const complaints = new Set([...loadProgram(source).diagnostics, ...failuresOf(source)].map(keyOf))
  told.set(program, complaints)
  return complaints
}

/** What is wrong with the rulebook's own examples: with what they say, or with what they expect. */
function failuresOf(source: Source): readonly Diagnostic[] {
  const loaded = loadProgram(source)
  const found = loaded.ok ? runExamples(loaded.value).flatMap(exampleFailures) : loaded.diagnostics
  return found.filter(isError)
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** Whether it is about what can be written anew: that a measure is not used any more is not. */
function isShown({ labels: [label] }: Diagnostic, { placeAt }: Rewritten): boolean {
  return label === undefined || placeAt(label.span.start) !== undefined
}

/** By which a message is known again in a text that was written anew elsewhere. */
function keyOf({ code, message, labels: [label] }: Diagnostic): string {
  const line = label ? lineAt(label.source, label.span.start).text.trim() : ''
  return [code, message, line].join('\n')
}

/** As many are mended at once. */
const MOST_FAULTS = 8

function faultsOf(diagnostics: readonly Diagnostic[], anew: Rewritten): readonly FaultView[] {
  const told = diagnostics.slice(0, MOST_FAULTS).map((diagnostic): FaultView => {
    const [label] = diagnostic.labels
    const text = toSentence(diagnostic)
    if (!label || label.source.name !== anew.source.name) return { where: '', line: '', text }
    const place = anew.placeAt(label.span.start)
    const where = place ? `${passageName(place.passage)}${place.line > 0 ? `, dòng ${place.line}` : ''}` : ''
    return { where, line: lineAt(anew.source, label.span.start).text.trim(), text }
  })
  const more = diagnostics.length - MOST_FAULTS
  return more > 0 ? [...told, { where: '', line: '', text: `Còn ${more} lỗi khác.` }] : told
}

/** `Tiêu chí 5.1`, `Xếp hạng, xếp loại`. */
export function passageName({ part, code }: Passage): string {
  switch (part) {
    case 'settings':
      return 'Quy định chung'
    case 'group':
      return `Nhóm ${code}`
    case 'criterion':
      return `Tiêu chí ${code}`
    case 'standing':
      return 'Xếp hạng, xếp loại'
    case 'amendments':
      return 'Sửa đổi trong năm'
  }
}

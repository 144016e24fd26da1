import { formatPeriod, parsePeriod } from '#base/period.ts'
import { compareDates } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { loadProgram, type Program } from '#engine/index.ts'
import { type Publication, publicationText, readPublication } from '#records/publication.ts'
import type { Store, StoredPublication } from '#store/store.ts'
import { openRulebook } from '../scoreDossier.ts'
import { editionOf } from './editionOf.ts'
import { laterOutOfStep } from './outOfStep.ts'
import { type PublishRequest, preparePublication } from './publish.ts'
import { refusedDiagnostic, useExistingStore } from './useStore.ts'

export interface PublishFileRequest extends Omit<PublishRequest, 'commune' | 'edition'> {
  readonly rules: string
  readonly folder: string
}

/** Publishes a period from what is stored in a folder. */
export async function publish({
  rules,
  folder,
  ...request
}: PublishFileRequest): Promise<Result<Publication>> {
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  const program = opened.value
  const commune = program.rulebook.code.text
  return useExistingStore(folder, (store) =>
    publishFrom(store, program, { ...request, commune, edition: editionOf(rules) }),
  )
}

/** Publishes a period from what a store has: text, hashes and results go into it as one change. */
export async function publishFrom(
  store: Store,
  program: Program,
  request: PublishRequest,
): Promise<Result<Publication>> {
  const { commune, edition, at, by } = request
  const current = await store.current(commune)
  const stored = await store.publications(commune)
  const earlier = readAll(stored.filter(({ id }) => id.startsWith(`${edition}/`)))
  if (!earlier.ok) return earlier
  const prepared = preparePublication(program, current, earlier.value, request)
  if (!prepared.ok) return prepared
  const publication = { id: prepared.value.id, content: publicationText(prepared.value) }
  const why = prepared.value.corrects?.why ?? 'công bố kết quả'
  const made = { commune, at, by, why, expects: current.revision, facts: [], publication }
  const written = await store.write(made)
  if (!written.ok) return failure([refusedDiagnostic(written.refusals)])
  const elsewhere = earlier.value.length > 0 ? [] : publishedElsewhere(stored, program, edition)
  const later =
    request.corrects === undefined ? [] : laterOutOfStep(program, current, earlier.value, request.period)
  return { ...prepared, diagnostics: [...prepared.diagnostics, ...elsewhere, ...later] }
}

/** Publications, oldest first; a message for one that cannot be read, as the next is chained to it. */
function readAll(stored: readonly StoredPublication[]): Result<readonly Publication[]> {
  const read = stored.map(({ id, content = '' }) => ({ id, publication: readPublication(content) }))
  const unread = read.flatMap(({ id, publication }) => (publication?.id === id ? [] : [unreadable(id)]))
  if (unread.length > 0) return failure(unread)
  return { ok: true, value: read.flatMap(({ publication }) => publication ?? []), diagnostics: [] }
}

function unreadable(id: string): Diagnostic {
  return {
    code: 'publication-differs',
    severity: 'error',
    message: `tệp của bản công bố \`${id}\` bị thiếu, bị sửa, hoặc do phiên bản mới hơn ghi`,
    labels: [],
    help: 'bản sau phải nối vào bản ấy: chép lại tệp ấy từ bản sao lưu, hoặc cập nhật chương trình, rồi chạy lại',
  }
}

/** A rulebook's file that was copied under another name begins a chain of its own, beside the one that is known. */
function publishedElsewhere(
  stored: readonly StoredPublication[],
  { whole }: Program,
  edition: string,
): readonly Diagnostic[] {
  const lastOfEach = new Map(stored.map((publication) => [publication.id.split('/')[0] ?? '', publication]))
  return [...lastOfEach].flatMap(([other, { content = '' }]): readonly Diagnostic[] => {
    const publication = readPublication(content)
    const program = publication && loadProgram({ name: other, text: publication.rulebook.text })
    const period = publication && parsePeriod(publication.period)
    if (!program?.ok || !period) return []
    const { from, to } = program.value.whole
    if (compareDates(from, whole.to) > 0 || compareDates(whole.from, to) > 0) return []
    const message = `đây là bản công bố đầu tiên của \`${edition}\`, mà cùng thời gian ấy đã có bản công bố theo \`${other}\` (đến ${formatPeriod(period)})`
    const help = `nếu \`${edition}\` chỉ là bản chép của tệp ấy thì từ sau công bố bằng tệp \`${other}.thidua\`; nếu là bộ tiêu chí riêng thì thôi`
    return [{ code: 'edition-overlap', severity: 'warning', message, labels: [], help }]
  })
}

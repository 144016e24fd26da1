import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { readPublication } from '#records/publication.ts'
import { type PublicationRef, parsePublicationFile, publicationId } from '#records/publicationRef.ts'
import {
  MOST_PUBLICATION_BYTES,
  otherFiles,
  type PublicationSource,
  type PublicationText,
  type UnreadFile,
} from '#store/publications.ts'
import { readTextFile } from '#store/readTextFile.ts'
import { hashOf } from '../hash.ts'
import { openRulebook } from '../scoreDossier.ts'
import { noPublications, publicationsFolder, publicationsOf } from '../site/publicationsOf.ts'
import { chainFaults, inChainOrder, type Link } from './chain.ts'
import { checkPublication, faultText } from './checkPublication.ts'
import { editionOf } from './editionOf.ts'

/** A publication and what of it does not hold; nothing, when it is sound. */
export interface Verified extends Link {
  readonly faults: readonly string[]
}

/** Everything that was published by one edition of a commune's rules. */
export interface VerifiedEdition {
  readonly commune: string
  readonly edition: string
  /** In the order in which they were published; never empty. The last is the head of the chain. */
  readonly publications: readonly Verified[]
}

export interface VerifyRequest {
  /** The folder of a store. The store is not opened: whoever writes to it meanwhile is not disturbed. */
  readonly folder: string
  /** The rulebook whose publications are meant; `undefined` for all that there are. */
  readonly rules: string | undefined
}

/** Computes what was published again and holds it against what was published, byte for byte. */
export async function verify({ folder, rules }: VerifyRequest): Promise<Result<readonly VerifiedEdition[]>> {
  const wanted = rules === undefined ? undefined : await nameOf(rules)
  if (wanted && !wanted.ok) return wanted
  const source = await publicationsOf(folder)
  if (!source.ok) return source
  const all = await source.value.list()
  if (all.length === 0) return failure([noPublications(folder)])
  const isWanted = (ref: PublicationRef): boolean => !wanted || wanted.value === nameIn(ref)
  const value = await verifyPublications(source.value, all.filter(isWanted))
  if (wanted && value.length === 0) return failure([unknownEdition(wanted.value, all)])
  const others = await otherFiles(await publicationsFolder(folder))
  return { ok: true, value, diagnostics: others.length > 0 ? [passedOver(others)] : [] }
}

/** As many of the files that are passed over are named. */
const MOST_NAMED = 5

/** Somebody may take such a file for a publication that holds. */
function passedOver(files: readonly string[]): Diagnostic {
  const named = files.slice(0, MOST_NAMED)
  const more = files.length - named.length
  const message = `không xét đến ${files.length} tệp có tên không phải của bản công bố: ${named.join(', ')}${more > 0 ? ` và ${more} tệp khác` : ''}`
  const help =
    'bản công bố nằm ở <xã>/<bộ tiêu chí>/<kỳ>.json, ví dụ an-nong/2026/2026-10.json; tệp khác thì chuyển ra ngoài kho'
  return { code: 'foreign-files', severity: 'warning', message, labels: [], help }
}

/** {@link verify} for publications from anywhere. */
export async function verifyPublications(
  source: PublicationSource,
  refs: readonly PublicationRef[],
): Promise<readonly VerifiedEdition[]> {
  const editions: VerifiedEdition[] = []
  for (const group of Map.groupBy(refs, nameIn).values()) editions.push(await verifyEdition(source, group))
  return editions
}

/** `an-nong/2026`. */
function nameIn({ commune, edition }: PublicationRef): string {
  return `${commune}/${edition}`
}

/** {@link verify} for one publication, as the site hands it out: what it was chained to is not at hand. */
export async function verifyFile(path: string): Promise<Result<readonly VerifiedEdition[]>> {
  const source = await readTextFile(path, MOST_PUBLICATION_BYTES)
  if (!source.ok) return source
  const { text } = source.value
  const publication = readPublication(text)
  const ref = publication && parsePublicationFile(`${publication.commune}/${publication.id}.json`)
  if (!ref) return failure([noPublication(path)])
  const { commune, edition } = ref
  return { ok: true, value: [{ commune, edition, publications: [verifyText(ref, text)] }], diagnostics: [] }
}

function noPublication(path: string): Diagnostic {
  return {
    code: 'publication-differs',
    severity: 'error',
    message: `tệp này không phải bản công bố, hoặc đã hỏng: ${path}`,
    labels: [],
    help: 'tải lại tệp cong-bo.json từ trang công bố; đừng mở ra rồi lưu lại',
  }
}

async function nameOf(rules: string): Promise<Result<string>> {
  const opened = await openRulebook(rules)
  if (!opened.ok) return opened
  return { ok: true, value: `${opened.value.rulebook.code.text}/${editionOf(rules)}`, diagnostics: [] }
}

async function verifyEdition(
  source: PublicationSource,
  refs: readonly PublicationRef[],
): Promise<VerifiedEdition> {
  const verified: Verified[] = []
  for (const ref of refs) verified.push(verifyRead(ref, await source.read(ref)))
  const publications = inChainOrder(verified).map((link) => ({
    ...link,
    faults: [...link.faults, ...chainFaults(link, verified)],
  }))
  const { commune = '', edition = '' } = refs[0] ?? {}
  return { commune, edition, publications }
}

function verifyRead(ref: PublicationRef, read: PublicationText): Verified {
  if (read.kind === 'text') return verifyText(ref, read.text)
  const fault = read.kind === 'absent' ? 'tệp vừa bị lấy đi' : UNREAD[read.why]
  return { id: publicationId(ref), hash: '', before: undefined, faults: [fault] }
}

const UNREAD: Readonly<Record<UnreadFile, string>> = {
  notAllowed: 'không được phép đọc tệp',
  tooLarge: 'tệp quá lớn, không phải bản công bố',
  notText: 'tệp đã hỏng: không phải văn bản UTF-8',
  failed: 'máy không đọc được tệp',
}

function verifyText(ref: PublicationRef, text: string): Verified {
  const [id, hash] = [publicationId(ref), hashOf(text)]
  const checked = checkPublication(text, ref)
  if (checked.kind === 'noPublication')
    return { id, hash, before: undefined, faults: [NO_PUBLICATION[checked.why]] }
  return { id, hash, before: checked.publication.before, faults: checked.faults.map(faultText) }
}

const NO_PUBLICATION = {
  broken: 'tệp đã hỏng, hoặc chưa chép xong',
  laterForm: 'tệp do phiên bản mới hơn của chương trình ghi',
} as const

function unknownEdition(name: string, all: readonly PublicationRef[]): Diagnostic {
  const known = new Set(all.map(nameIn))
  const message = `chưa có bản công bố nào theo bộ tiêu chí \`${name}\``
  const help = `có bản công bố theo: ${[...known].join(', ')}; kiểm tra lại tên tệp bộ tiêu chí`
  return { code: 'edition-unknown', severity: 'error', message, labels: [], help }
}

import { assertNever } from '#base/assertNever.ts'
import { lastDay, parsePeriod } from '#base/period.ts'
import { formatIsoDate } from '#base/plainDate.ts'
import { isOfLaterForm, type Publication, publicationText, readPublication } from '#records/publication.ts'
import { type PublicationRef, parsePublicationFile, publicationId } from '#records/publicationRef.ts'
import { hashOf, hashRulebook } from '../hash.ts'
import type { Standings } from '../standings.ts'
import { recompute, resultsText } from './recompute.ts'

/** What of a publication does not hold against its own text. */
export type PublicationFault =
  /** The text calls itself otherwise than the place where it lies. */
  | { readonly kind: 'otherName'; readonly name: string }
  | { readonly kind: 'period' | 'day' | 'corrects' | 'version' }
  /** It says the same as the text that was published, written in another way. */
  | { readonly kind: 'rewritten' }
  | {
      readonly kind: 'hash'
      readonly part: 'rulebook' | 'dossier' | 'results'
      readonly found: string
      readonly published: string
    }
  /** Its rules or its facts are none. */
  | { readonly kind: 'notComputed' }
  | { readonly kind: 'otherResults'; readonly asOf: string }

/** That a text is no publication: not whole or spoiled, or written by a later version of the program. */
export interface NoPublication {
  readonly kind: 'noPublication'
  readonly why: 'broken' | 'laterForm'
}

/** A publication held against its own words; nothing is computed. */
export interface ReadPublication {
  readonly kind: 'publication'
  readonly publication: Publication
  readonly faults: readonly PublicationFault[]
}

/** A publication held against its own words and computed again from nothing but them. */
export interface CheckedPublication extends ReadPublication {
  /** `undefined` where its rules or facts are none. */
  readonly standings: Standings | undefined
  /** What is computed, as it would be published. */
  readonly results: string | undefined
}

/** Reads the text of a publication, which is to lie where `ref` says; by default where it says itself. */
export function readChecked(text: string, ref?: PublicationRef): ReadPublication | NoPublication {
  const publication = readPublication(text)
  if (!publication) return { kind: 'noPublication', why: isOfLaterForm(text) ? 'laterForm' : 'broken' }
  return { kind: 'publication', publication, faults: ownFaults(publication, text, ref) }
}

/** {@link readChecked}, computed again: the one judgement of site, command line and a reader's own browser. */
export function checkPublication(text: string, ref?: PublicationRef): CheckedPublication | NoPublication {
  const read = readChecked(text, ref)
  if (read.kind === 'noPublication') return read
  const { publication } = read
  const standings = recompute(publication)
  const results = standings && resultsText(standings)
  const faults = [...read.faults, ...computedFaults(publication, standings, results)]
  return { ...read, faults, standings, results }
}

function ownFaults(
  publication: Publication,
  text: string,
  ref: PublicationRef | undefined,
): readonly PublicationFault[] {
  const { rulebook, dossier, results } = publication
  return [
    ...labelFaults(publication, ref),
    ...(publicationText(publication) === text ? [] : [{ kind: 'rewritten' } as const]),
    ...hashFaults('dossier', hashOf(dossier.entrants + dossier.facts), dossier.hash),
    ...hashFaults('results', hashOf(results.text), results.hash),
    ...hashFaults('rulebook', hashRulebook({ name: '', text: rulebook.text }), rulebook.hash),
  ]
}

/** What a publication says of itself that does not go together, or not with where it lies. */
function labelFaults(publication: Publication, ref: PublicationRef | undefined): readonly PublicationFault[] {
  const { id, commune, edition, period, asOf, corrects } = publication
  const name = `${commune}/${id}`
  const own = ref ?? parsePublicationFile(`${name}.json`)
  if (!own) return [{ kind: 'otherName', name }]
  const faults: PublicationFault[] = []
  if (commune !== own.commune || id !== publicationId(own)) faults.push({ kind: 'otherName', name })
  if (edition !== own.edition || (id !== `${edition}/${period}` && !id.startsWith(`${edition}/${period}.`)))
    faults.push({ kind: 'period' })
  const parsed = parsePeriod(period)
  if (!parsed || formatIsoDate(lastDay(parsed)) !== asOf) faults.push({ kind: 'day' })
  const corrected = own.version > 1 ? publicationId({ ...own, version: own.version - 1 }) : undefined
  if (corrects?.id !== corrected) faults.push({ kind: 'corrects' })
  return faults
}

function hashFaults(
  part: 'rulebook' | 'dossier' | 'results',
  found: string,
  published: string,
): readonly PublicationFault[] {
  return found === published ? [] : [{ kind: 'hash', part, found, published }]
}

function computedFaults(
  { rulebook, results: published, asOf }: Publication,
  standings: Standings | undefined,
  results: string | undefined,
): readonly PublicationFault[] {
  if (!standings) return [{ kind: 'notComputed' }]
  const faults: PublicationFault[] = []
  if (standings.program.rulebook.version.text !== rulebook.version) faults.push({ kind: 'version' })
  if (results !== published.text) faults.push({ kind: 'otherResults', asOf })
  return faults
}

const PARTS = { rulebook: 'bộ tiêu chí', dossier: 'số liệu', results: 'kết quả' } as const

/** A fault in a few words, to stand among others. */
export function faultText(fault: PublicationFault): string {
  switch (fault.kind) {
    case 'otherName':
      return `tệp này lại mang tên ${fault.name}`
    case 'period':
      return 'tên bản công bố không đúng với kỳ'
    case 'day':
      return 'ngày chấm không phải ngày cuối kỳ'
    case 'corrects':
      return 'không đính chính đúng bản trước của kỳ ấy'
    case 'version':
      return 'số phiên bản không phải của bộ tiêu chí'
    case 'rewritten':
      return 'cách ghi không như lúc công bố'
    case 'hash':
      return `${PARTS[fault.part]} không đúng với mã kiểm tra`
    case 'notComputed':
      return 'không tính lại được: bộ tiêu chí hay số liệu có chỗ sai'
    case 'otherResults':
      return `tính lại đến ngày ${fault.asOf} ra kết quả khác`
    default:
      return assertNever(fault)
  }
}

import { lastDay, parsePeriod } from '#base/period.ts'
import { formatIsoDate } from '#base/plainDate.ts'
import { type Publication, publicationText } from '#records/publication.ts'
import { type PublicationRef, publicationId } from '#records/publicationRef.ts'
import { hashOf, hashRulebook } from '../hash.ts'
import { recompute, resultsText } from './recompute.ts'

/** What of a publication does not hold when it is computed again from its own text; nothing, when it is sound. */
export function faultsOf(publication: Publication, text: string, ref: PublicationRef): readonly string[] {
  const { rulebook, dossier, results, asOf } = publication
  const faults = labelFaults(publication, ref)
  if (publicationText(publication) !== text) faults.push('cách ghi không như lúc công bố')
  if (hashOf(dossier.entrants + dossier.facts) !== dossier.hash)
    faults.push('số liệu không đúng với mã kiểm tra')
  if (hashOf(results.text) !== results.hash) faults.push('kết quả không đúng với mã kiểm tra')
  if (hashRulebook({ name: '', text: rulebook.text }) !== rulebook.hash)
    faults.push('bộ tiêu chí không đúng với mã kiểm tra')
  const again = recompute(publication)
  if (again && again.program.rulebook.version.text !== rulebook.version)
    faults.push('số phiên bản không phải của bộ tiêu chí')
  if (!again || resultsText(again) !== results.text) faults.push(`tính lại đến ngày ${asOf} ra kết quả khác`)
  return faults
}

/** What a publication says of itself that does not go together, or not with where it lies. */
function labelFaults(
  { id, commune, edition, period, asOf, corrects }: Publication,
  ref: PublicationRef,
): string[] {
  const parsed = parsePeriod(period)
  const faults: string[] = []
  if (commune !== ref.commune || id !== publicationId(ref))
    faults.push(`tệp này lại mang tên ${commune}/${id}`)
  if (edition !== ref.edition || (id !== `${edition}/${period}` && !id.startsWith(`${edition}/${period}.`)))
    faults.push('tên bản công bố không đúng với kỳ')
  if (!parsed || formatIsoDate(lastDay(parsed)) !== asOf) faults.push('ngày chấm không phải ngày cuối kỳ')
  const corrected = ref.version > 1 ? publicationId({ ...ref, version: ref.version - 1 }) : undefined
  if (corrects?.id !== corrected) faults.push('không đính chính đúng bản trước của kỳ ấy')
  return faults
}

import { formatPeriod, type Period } from '#base/period.ts'
import { vietnamTime } from '#base/vietnamTime.ts'
import { type Publication, publicationText } from '#records/publication.ts'
import { hashOf, shortHash } from '#services/hash.ts'
import { publish } from '#services/records/publishPeriod.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJsonWith } from '../output.ts'

export interface PublishOptions {
  readonly into: string
  readonly rules: string
  readonly period: Period
  readonly correct?: string
  readonly by: string
  readonly json?: boolean
}

/** `thidua publish --rules FILE --into DIR --period 2026-10`: the result of a period, for good. */
export async function runPublish(options: PublishOptions, output: Output): Promise<ExitCode> {
  const { into, rules, period, correct, by, json = false } = options
  const request = { rules, folder: into, period, corrects: correct, at: vietnamTime(new Date()), by }
  const published = await publish(request)
  if (!published.ok) {
    printDiagnostics(output, published.diagnostics, json)
    return exitCodeOf(published.diagnostics)
  }
  const { value } = published
  if (json) printJsonWith(output, toJson(value), published.diagnostics)
  else {
    printDiagnostics(output, published.diagnostics, false)
    output.out(publishedText(value, period))
  }
  return FINE
}

function toJson(publication: Publication): object {
  const { id, asOf, rulebook, dossier, results, before, corrects } = publication
  const hash = hashOf(publicationText(publication))
  const hashes = { rulebook: rulebook.hash, dossier: dossier.hash, results: results.hash }
  return { id, asOf, hash, ...hashes, before, corrects }
}

function publishedText(publication: Publication, period: Period): string {
  const { id, corrects, before, results } = publication
  const lines = [
    `Đã công bố kết quả ${formatPeriod(period)}: ${id}`,
    ...(corrects
      ? [`Đính chính ${corrects.id}, vì ${corrects.why}:`, ...corrects.changes.map((change) => `  ${change}`)]
      : []),
    `Mã bản công bố ${shortHash(hashOf(publicationText(publication)))}, mã kết quả ${shortHash(results.hash)}`,
    before ? `Nối sau ${before.id} (${shortHash(before.hash)})` : 'Bản công bố đầu tiên',
  ]
  return `${lines.join('\n')}\n`
}

import { formatPeriod, type Period } from '#base/period.ts'
import { type Publication, publicationText } from '#records/publication.ts'
import { hashOf } from '#services/hash.ts'
import { publish } from '#services/records/records.ts'
import { type ExitCode, exitCodeOf, FINE, type Output, printDiagnostics, printJson } from '../output.ts'

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
  const request = { rules, folder: into, period, corrects: correct, at: new Date().toISOString(), by }
  const published = await publish(request)
  if (!published.ok) {
    printDiagnostics(output, published.diagnostics, json)
    return exitCodeOf(published.diagnostics)
  }
  const { value } = published
  if (json)
    printJson(output, {
      id: value.id,
      asOf: value.asOf,
      hash: hashOf(publicationText(value)),
      ...hashes(value),
    })
  else {
    printDiagnostics(output, published.diagnostics, false)
    output.out(publishedText(value, period))
  }
  return FINE
}

function hashes({ rulebook, dossier, results, before, corrects }: Publication): object {
  return { rulebook: rulebook.hash, dossier: dossier.hash, results: results.hash, before, corrects }
}

/** Enough of a hash to hold one print against another. */
const SHORT_HASH = 12

function publishedText(publication: Publication, period: Period): string {
  const { id, corrects, before, results } = publication
  const short = (hash: string): string => hash.slice(0, SHORT_HASH)
  const lines = [
    `Đã công bố kết quả ${formatPeriod(period)}: ${id}`,
    ...(corrects
      ? [`Đính chính ${corrects.id}, vì ${corrects.why}:`, ...corrects.changes.map((change) => `  ${change}`)]
      : []),
    `Mã bản công bố ${short(hashOf(publicationText(publication)))}, mã kết quả ${short(results.hash)}`,
    before ? `Nối sau ${before.id} (${short(before.hash)})` : 'Bản công bố đầu tiên',
  ]
  return `${lines.join('\n')}\n`
}

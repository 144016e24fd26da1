import { comparePeriods, lastDay, type Period, periodKey, periodOf, previousPeriod } from '#base/period.ts'
import { compareDates, formatIsoDate, type PlainDate } from '#base/plainDate.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { covers, type Program } from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import { entrantFields, factFields } from '#records/fields.ts'
import { type Publication, publicationText } from '#records/publication.ts'
import { findDossier, readDossierFolder } from '#store/dossierFolder.ts'
import { findRulebooks } from '#store/findRulebooks.ts'
import { type PublicationSource, publicationsAtHand } from '#store/publications.ts'
import type { CurrentRecords } from '#store/store.ts'
import { preparePublication } from '../records/publish.ts'
import { openRulebook } from '../scoreDossier.ts'

/**
 * The folders of rulebooks and dossiers that come with the program: `rules/<commune>/<edition>.thidua`, and
 * `data/<commune>/<edition>/` or, for a commune with one dossier, `data/<commune>/`.
 */
export interface SampleFolders {
  readonly rules: string
  readonly data: string
}

/** Who publishes what was never a commune's own publication. */
const BY = 'dữ liệu mẫu đi kèm chương trình'

/**
 * The dossiers of a folder as if each had been published month by month, to look at a site before there is a store. A fault
 * in any of them is told in full and nothing is shown: a site that shows half of its communes would be taken for whole.
 */
export async function publishSamples(
  { rules, data }: SampleFolders,
  today: PlainDate,
): Promise<Result<PublicationSource>> {
  const places = await findRulebooks(rules)
  if (!places.ok) return places
  const diagnostics: Diagnostic[] = []
  const texts = new Map<string, string>()
  for (const { commune, edition, path } of places.value) {
    const program = await openRulebook(path)
    const dossier = await readDossierFolder(await findDossier(data, commune, edition))
    if (!program.ok || !dossier.ok) {
      diagnostics.push(...program.diagnostics, ...dossier.diagnostics)
      continue
    }
    const published = publishAll(program.value, dossier.value, { commune, edition, today })
    diagnostics.push(...program.diagnostics, ...published.diagnostics)
    if (!published.ok) continue
    for (const publication of published.value)
      texts.set(`${commune}/${publication.id}.json`, publicationText(publication))
  }
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(diagnostics)
  return { ok: true, value: publicationsAtHand(texts), diagnostics }
}

function publishAll(
  program: Program,
  dossier: Dossier,
  {
    commune,
    edition,
    today,
  }: { readonly commune: string; readonly edition: string; readonly today: PlainDate },
): Result<readonly Publication[]> {
  const current = recordsOf(dossier)
  const published: Publication[] = []
  for (const period of periodsOf(dossier, program, today)) {
    const at = `${formatIsoDate(today)}T00:00:00+07:00`
    const request = { commune, edition, period, corrects: undefined, at, by: BY }
    const prepared = preparePublication(program, current, published, request)
    if (!prepared.ok) return prepared
    published.push(prepared.value)
  }
  return { ok: true, value: published, diagnostics: [] }
}

/** The records of a store into which nothing but this dossier was ever taken. */
function recordsOf({ entrants, facts }: Dossier): CurrentRecords {
  return {
    revision: 1,
    entrants: entrants.map(entrantFields),
    facts: facts.map((fact, index) => ({ ...factFields(fact), number: index + 1, revision: 1 })),
  }
}

/**
 * The shortest periods that facts are reported for, as far as they are over; where none is, the month before, as a year that
 * is not over can be looked at only so.
 */
function periodsOf({ facts }: Dossier, { whole }: Program, today: PlainDate): readonly Period[] {
  const frequencies = new Set(facts.map(({ period }) => period.frequency))
  const frequency = (['month', 'quarter', 'year'] as const).find((each) => frequencies.has(each))
  const periods = new Map<string, Period>()
  for (const { period } of facts) if (period.frequency === frequency) periods.set(periodKey(period), period)
  const over = [...periods.values()].filter((period) => compareDates(lastDay(period), today) < 0)
  const monthBefore = previousPeriod(periodOf(today, 'month'))
  return over.length > 0 || !covers(whole, monthBefore) ? over.toSorted(comparePeriods) : [monthBefore]
}

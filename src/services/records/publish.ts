import { formatPeriod, lastDay, type Period, periodKey, previousPeriod } from '#base/period.ts'
import { formatDate, formatIsoDate } from '#base/plainDate.ts'
import { vietnamTime } from '#base/vietnamTime.ts'
import { controlCharacter } from '#diagnostic/controlCharacter.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import { type Dossier, readDossier } from '#records/dossier.ts'
import type { Entrant } from '#records/entrant.ts'
import { type Publication, publicationText } from '#records/publication.ts'
import { parsePublicationFile } from '#records/publicationRef.ts'
import type { CurrentRecords } from '#store/store.ts'
import { hashOf } from '../hash.ts'
import { takenNames } from '../site/pathWords.ts'
import { standingsOf } from '../standings.ts'
import { changesSince } from './changesSince.ts'
import { atEndOf, resultsText } from './recompute.ts'
import { storedSources, unaskedMeasures } from './storedDossier.ts'

export interface PublishRequest {
  readonly commune: string
  readonly edition: string
  readonly period: Period
  /** Why what was published is corrected; `undefined` to publish the period for the first time. */
  readonly corrects: string | undefined
  readonly at: string
  readonly by: string
}

/**
 * The publication of a period from what is stored, after those of the same rulebook that went before. A period is published
 * once; after that only a correction with a reason is taken, and only where something changed.
 */
export function preparePublication(
  program: Program,
  current: CurrentRecords,
  earlier: readonly Publication[],
  { commune, edition, period, corrects, at, by }: PublishRequest,
): Result<Publication> {
  const key = periodKey(period)
  const same = earlier.filter((publication) => publication.period === key)
  const last = same.at(-1)
  const id = `${edition}/${key}${same.length > 0 ? `.${same.length + 1}` : ''}`
  const hindrance =
    unusableName(commune, edition, id) ?? hindranceOf(period, last, corrects) ?? tooEarly(period, at)
  if (hindrance) return failure([hindrance])
  const sources = storedSources(current, program, lastDay(period))
  const texts = [sources.entrants, sources.facts, { name: '--by', text: by }]
  const control = [...texts, { name: '--correct', text: corrects ?? '' }].flatMap(
    (source) => controlCharacter(source) ?? [],
  )
  if (control.length > 0) return failure(control)
  const dossier = readDossier(sources)
  if (!dossier.ok) return dossier
  if (dossier.value.facts.length === 0) return failure([nothingStored(commune, period)])
  const empty = nobodyReported(dossier.value, period)
  if (empty) return failure([empty])
  const taken = takenNames(commune, dossier.value.entrants)
  if (taken.length > 0) return failure(taken)
  const scored = standingsOf(program, dossier.value, atEndOf(period))
  if (!scored.ok) return scored
  const standings = scored.value
  const results = resultsText(standings)
  const content = { entrants: sources.entrants.text, facts: sources.facts.text }
  const changes = last ? changesSince(last, { ...content, results, program }) : []
  if (last && changes.length === 0) return failure([nothingChanged(period)])
  const before = earlier.at(-1)
  const value: Publication = {
    form: 1,
    id,
    commune,
    edition,
    period: key,
    asOf: formatIsoDate(standings.asOf),
    cutOff: at,
    by,
    corrects: last && corrects !== undefined ? { id: last.id, why: corrects, changes } : null,
    rulebook: {
      version: standings.program.rulebook.version.text,
      hash: standings.hash,
      text: program.rulebook.source.text,
    },
    dossier: { hash: hashOf(content.entrants + content.facts), ...content },
    results: { hash: hashOf(results), text: results },
    before: before ? { id: before.id, hash: hashOf(publicationText(before)) } : null,
  }
  return {
    ok: true,
    value,
    diagnostics: [...scored.diagnostics, ...unasked(current, program), ...silent(dossier.value, period)],
  }
}

/** A publication is found by the names of its commune and edition: in a path, and in the address of a page. */
function unusableName(commune: string, edition: string, id: string): Diagnostic | undefined {
  if (parsePublicationFile(`${commune}/${id}.json`)) return undefined
  const message = `tên tệp bộ tiêu chí \`${edition}\` (xã \`${commune}\`) không dùng làm địa chỉ công bố được`
  const help =
    'đổi tên tệp, chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới, ví dụ 2026.thidua'
  return { code: 'invalid-name', severity: 'error', message, labels: [], help }
}

function hindranceOf(
  period: Period,
  last: Publication | undefined,
  corrects: string | undefined,
): Diagnostic | undefined {
  const said = formatPeriod(period)
  if (last && corrects === undefined) {
    const message = `kết quả ${said} đã công bố (${last.id})`
    const help = 'bản đã công bố giữ nguyên; muốn đính chính thì thêm lý do: --correct "lý do"'
    return { code: 'already-published', severity: 'error', message, labels: [], help }
  }
  if (last && corrects?.trim() === '') {
    const message = `chưa nói vì sao đính chính kết quả ${said}`
    return {
      code: 'reason-missing',
      severity: 'error',
      message,
      labels: [],
      help: 'thêm lý do sau --correct',
    }
  }
  if (last || corrects === undefined) return undefined
  const message = `chưa công bố kết quả ${said}, nên chưa có gì để đính chính`
  return {
    code: 'never-published',
    severity: 'error',
    message,
    labels: [],
    help: 'bỏ --correct để công bố lần đầu',
  }
}

/** A result that is published stays: of a period that is not over it would be one of half a month. */
function tooEarly(period: Period, at: string): Diagnostic | undefined {
  if (formatIsoDate(lastDay(period)) < vietnamTime(new Date(at)).slice(0, 10)) return undefined
  const message = `${formatPeriod(period)} chưa hết, chưa công bố được`
  const help = `công bố từ sau ngày ${formatDate(lastDay(period))}; xem tạm thì dùng npx thidua score`
  return { code: 'period-mismatch', severity: 'error', message, labels: [], help }
}

function nothingStored(commune: string, period: Period): Diagnostic {
  const message = `kho dữ liệu chưa có số liệu nào của \`${commune}\` đến hết ${formatPeriod(period)}`
  const help = 'kiểm tra lại bộ tiêu chí và kho dữ liệu; nhập số liệu bằng npx thidua import'
  return { code: 'file-empty', severity: 'error', message, labels: [], help }
}

/** As many of those who have not reported are named. */
const MOST_NAMED = 5

/** Who reported anything for a period. */
function reportersOf({ facts }: Dossier, of: Period): ReadonlySet<string> {
  return new Set(facts.flatMap((fact) => (periodKey(fact.period) === periodKey(of) ? [fact.entrant] : [])))
}

/** Nobody reported the period, though some did the one before: what would be published is the result of that. */
function nobodyReported(dossier: Dossier, period: Period): Diagnostic | undefined {
  const before = reportersOf(dossier, previousPeriod(period)).size
  if (before === 0 || reportersOf(dossier, period).size > 0) return undefined
  const [now, earlier] = [formatPeriod(period), formatPeriod(previousPeriod(period))]
  return {
    code: 'file-empty',
    severity: 'error',
    message: `kho chưa có số liệu nào của ${now}, trong khi ${earlier} có của ${before} nơi: công bố thì chỉ là kết quả ${earlier} chép lại`,
    labels: [],
    help: `nhập số liệu ${now} rồi công bố`,
  }
}

/** Those who have not reported, this period or ever: what is published stays, so that is said while it can be mended. */
function silent(dossier: Dossier, period: Period): readonly Diagnostic[] {
  const { entrants, facts } = dossier
  const before = reportersOf(dossier, previousPeriod(period))
  const now = reportersOf(dossier, period)
  const ever = new Set(facts.map(({ entrant }) => entrant))
  const reporting = new Set(entrants.filter(({ id }) => now.has(id)).map(({ level }) => level))
  const late = entrants.filter(({ id }) => before.has(id) && !now.has(id))
  const never = entrants.filter(({ id, level }) => !ever.has(id) && reporting.has(level))
  return [
    ...notReported(
      late,
      `có số liệu ${formatPeriod(previousPeriod(period))} mà chưa có số liệu ${formatPeriod(period)}`,
    ),
    ...notReported(never, 'chưa có số liệu nào, trong khi các nơi cùng cấp đã có'),
  ]
}

function notReported(those: readonly Entrant[], what: string): readonly Diagnostic[] {
  if (those.length === 0) return []
  const named = those.slice(0, MOST_NAMED).map(({ name }) => name)
  const more = those.length > MOST_NAMED ? ` và ${those.length - MOST_NAMED} nơi khác` : ''
  const message = `${those.length} nơi ${what}: ${named.join(', ')}${more}`
  const help = 'nếu số liệu đến sau thì nhập thêm rồi công bố bản đính chính'
  return [{ code: 'doubtful-period', severity: 'warning', message, labels: [], help }]
}

/** Facts that the rulebook does not ask for are left out, and that is said: a measure may have been renamed. */
function unasked(current: CurrentRecords, program: Program): readonly Diagnostic[] {
  const counts = unaskedMeasures(current, program)
  if (counts.size === 0) return []
  const named = [...counts].map(([measure, count]) => `\`${measure}\` (${count})`)
  const message = `bộ tiêu chí không dùng đến số liệu đã lưu: ${named.join(', ')}`
  const help =
    'nếu số liệu đã đổi tên trong bộ tiêu chí thì nhập lại theo tên mới; nếu của bộ tiêu chí khác thì thôi'
  return [{ code: 'unknown-measure', severity: 'warning', message, labels: [], help }]
}

function nothingChanged(period: Period): Diagnostic {
  const message = `kết quả ${formatPeriod(period)} không khác bản đã công bố`
  return { code: 'nothing-new', severity: 'error', message, labels: [], help: 'không cần đính chính' }
}

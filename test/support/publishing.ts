import { parsePeriod } from '#base/period.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { loadProgram } from '#engine/index.ts'
import type { EntrantFields, FactFields } from '#records/change.ts'
import { type Publication, publicationText, readPublication } from '#records/publication.ts'
import { hashOf } from '#services/hash.ts'
import { preparePublication } from '#services/records/publish.ts'
import { openSite } from '#services/site/site.ts'
import { publicationsAtHand, publicationsInFolder } from '#store/publications.ts'
import { addressAt } from '#web/address.ts'
import { contentAt } from '#web/pages/content.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { createRenderer } from '#web/site/renderer.ts'

/** One publication after another of a commune's `2026`: what was stored by then. */
export interface Step {
  /** `2026-10`. */
  readonly period: string
  readonly rules: string
  /** Names by id; all are villages. */
  readonly villages: Readonly<Record<string, string>>
  /** `v1,bài,2026-10,3` a line. */
  readonly facts: string
  /** What every fact says of where it comes from. */
  readonly source?: string
  /** Why the period is published again. */
  readonly corrects?: string
}

/** Their texts by the names of their files, in the order in which they were published. */
export function publishedInTurn(steps: readonly Step[]): Map<string, string> {
  const published: Publication[] = []
  for (const step of steps) {
    const program = loadProgram({ name: '2026.thidua', text: step.rules })
    const period = parsePeriod(step.period)
    if (!program.ok) throw new Error(renderDiagnostics(program.diagnostics))
    if (!period) throw new Error(`${step.period} is no period`)
    const records = { revision: 1, entrants: entrantsOf(step), facts: factsOf(step) }
    const commune = program.value.rulebook.code.text
    const at = { commune, edition: '2026', period, at: '2028-01-01T08:00:00+07:00', by: 'UBND xã' }
    const prepared = preparePublication(program.value, records, published, { ...at, corrects: step.corrects })
    if (!prepared.ok) throw new Error(renderDiagnostics(prepared.diagnostics))
    published.push(prepared.value)
  }
  return new Map(published.map((one) => [`${one.commune}/${one.id}.json`, publicationText(one)]))
}

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
    thang điểm 10
    số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
    tiêu chí 1 "Tin, bài" tối đa 10 điểm
      giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`

/** January and February of two villages: 3 and 4 points, then 8 and 4. */
export function twoMonths(commune = 'xa'): ReadonlyMap<string, string> {
  const rules = RULES.replace('mã xa', `mã ${commune}`)
  const villages = { v1: 'Một', v2: 'Hai' }
  const january = 'v1,bài,2026-01,3\nv2,bài,2026-01,4'
  return publishedInTurn([
    { period: '2026-01', rules, villages, facts: january },
    { period: '2026-02', rules, villages, facts: `${january}\nv1,bài,2026-02,5` },
  ])
}

/** The texts of a publication whose results are not those that its own rules and facts give, with every hash as it is to be. */
export function publishedOtherwise(text: string): string {
  const publication = readPublication(text)
  if (!publication) throw new Error('it was published')
  const results = publication.results.text.replaceAll(/"text":"\d+/g, '"text":"1')
  return publicationText({ ...publication, results: { hash: hashOf(results), text: results } })
}

/** The site of a folder of publications. */
export async function siteInFolder(folder: string): Promise<PublicSite> {
  return { site: await openSite(publicationsInFolder(folder)), indicators: [] }
}

/** A site of nothing but texts. */
export async function siteAtHand(texts: ReadonlyMap<string, string>): Promise<PublicSite> {
  return { site: await openSite(publicationsAtHand(texts)), indicators: [] }
}

/** A page as a reader sees it. */
export async function pageText(of: PublicSite, path: string): Promise<string> {
  return textOf(await pageHtml(of, path))
}

/** What a page says, a line for each stretch of text. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

/** A page as it is sent. */
async function pageHtml(of: PublicSite, path: string): Promise<string> {
  const address = addressAt(path, of.site)
  const content = address && (await contentAt(of, address))
  if (content?.kind !== 'page') throw new Error(`no page at ${path}`)
  return createRenderer({ base: 'https://thidua.example', queries: false }).page(content.page, path)
}

function entrantsOf({ villages }: Step): readonly EntrantFields[] {
  return Object.entries(villages).map(([id, name]) => {
    return { id, name, kind: 'thôn', parent: '', cluster: '', attributes: '' }
  })
}

function factsOf({
  facts,
  source = '',
}: Step): readonly (FactFields & { readonly number: number; readonly revision: number })[] {
  return facts
    .trim()
    .split('\n')
    .map((line, index) => {
      const [entrant = '', measure = '', period = '', value = ''] = line.trim().split(',')
      const fact = { entrant, measure, period, value, status: '', source, evidence: '' }
      return { ...fact, number: index + 1, revision: 1 }
    })
}

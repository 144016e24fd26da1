import { type Publication, readPublication } from '#records/publication.ts'
import { type PublishedResult, type PublishedResults, readResults } from '#records/publishedResults.ts'
import { hashOf, hashRulebook, shortHash } from '#services/hash.ts'
import { recompute, resultsText } from '#services/records/recompute.ts'

/** What a reader's own machine finds about a publication. */
export interface Recheck {
  readonly sound: boolean
  readonly findings: readonly Finding[]
}

/** One thing that was looked at, and whether it holds. */
export interface Finding {
  readonly holds: boolean
  readonly title: string
  readonly text: string
}

/** What the page says that the publication is checked from. */
export interface Claim {
  /** The hash of the whole publication. */
  readonly hash: string
  /** Whose page it is. */
  readonly entrant: string
}

/** Computes a publication again from its text, and says in sentences what holds of it and what does not. */
export function recheck(text: string, { hash, entrant }: Claim): Recheck {
  const publication = readPublication(text)
  const whole = finding(
    'Bản công bố',
    wholeFault(text, hash),
    `Đúng từng chữ với bản mang mã ${shortHash(hash)}.`,
  )
  const findings = publication
    ? [whole, ...findingsOf(publication, entrant)]
    : [whole, { holds: false, title: 'Nội dung', text: 'Tệp tải về đã hỏng, không đọc được.' }]
  return { sound: findings.every(({ holds }) => holds), findings }
}

function findingsOf(publication: Publication, entrant: string): readonly Finding[] {
  const { rulebook, dossier, results } = publication
  const rules = hashFault(hashRulebook({ name: '', text: rulebook.text }), rulebook.hash)
  const facts = hashFault(hashOf(dossier.entrants + dossier.facts), dossier.hash)
  const again = recompute(publication)
  const recomputed = again && resultsText(again)
  const [ours, theirs] = [
    recomputed === undefined ? undefined : readResults(recomputed),
    readResults(results.text),
  ]
  return [
    finding('Bộ tiêu chí', rules, `Đúng với mã ${shortHash(rulebook.hash)}.`),
    finding('Số liệu', facts, `Đúng với mã ${shortHash(dossier.hash)}.`),
    finding(
      'Kết quả',
      resultsFault(results, recomputed, ours, theirs),
      `Tính lại ${ours?.size ?? 0} đối tượng, ra đúng từng chữ kết quả đã công bố, mã ${shortHash(results.hash)}.`,
    ),
    ownFinding(ours?.get(entrant), theirs?.get(entrant)),
  ]
}

/** What holds where there is no fault. */
function finding(title: string, fault: string | undefined, sound: string): Finding {
  return { holds: fault === undefined, title, text: fault ?? sound }
}

function wholeFault(text: string, hash: string): string | undefined {
  const found = hashOf(text)
  if (found === hash) return undefined
  return `Tệp tải về mang mã ${shortHash(found)}, không phải ${shortHash(hash)} ghi trên trang: tệp đã bị sửa, hoặc là của bản khác.`
}

function hashFault(found: string, published: string): string | undefined {
  if (found === published) return undefined
  return `Mã tính được là ${shortHash(found)}, mã đã công bố là ${shortHash(published)}: nội dung đã bị sửa.`
}

function resultsFault(
  published: Publication['results'],
  recomputed: string | undefined,
  ours: PublishedResults | undefined,
  theirs: PublishedResults | undefined,
): string | undefined {
  if (recomputed === undefined || !ours)
    return 'Không tính lại được: bộ tiêu chí hay số liệu trong tệp có chỗ sai.'
  if (recomputed !== published.text) return differenceText(ours, theirs ?? new Map())
  return hashFault(hashOf(published.text), published.hash)
}

/** As many as a reader takes in. */
const MOST_NAMED = 5

function differenceText(ours: PublishedResults, theirs: PublishedResults): string {
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])]
  const differing = ids.filter((id) => standingText(ours.get(id)) !== standingText(theirs.get(id)))
  if (differing.length === 0) return 'Tổng điểm và hạng không đổi, nhưng điểm từng tiêu chí tính lại ra khác.'
  const named = differing.slice(0, MOST_NAMED).map((id) => {
    const name = ours.get(id)?.name ?? theirs.get(id)?.name ?? id
    return `${name} công bố ${standingText(theirs.get(id))}, tính lại được ${standingText(ours.get(id))}`
  })
  const others = differing.length - named.length
  return `Tính lại ra khác ở ${differing.length} nơi: ${named.join('; ')}${others > 0 ? `; và ${others} nơi nữa` : ''}.`
}

function ownFinding(ours: PublishedResult | undefined, theirs: PublishedResult | undefined): Finding {
  const title = ours?.name ?? theirs?.name ?? 'Nơi đang xem'
  if (!ours) return { holds: false, title, text: 'Tính lại không có nơi này.' }
  const holds = standingText(ours) === standingText(theirs)
  const said = `Tính lại được ${standingText(ours)}`
  return {
    holds,
    title,
    text: holds ? `${said}, như đã công bố.` : `${said}; công bố ${standingText(theirs)}.`,
  }
}

function standingText(result: PublishedResult | undefined): string {
  if (!result) return 'không có tên'
  const { total, rank, class: given } = result
  const parts = [
    total ? `${total.text} điểm` : 'không có điểm',
    rank === undefined ? 'không xếp hạng' : `hạng ${rank}`,
    ...(given === undefined ? [] : [`loại ${given}`]),
  ]
  return parts.join(', ')
}

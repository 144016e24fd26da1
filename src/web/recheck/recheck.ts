import { capital } from '#base/capital.ts'
import { type PublishedResult, type PublishedResults, readResults } from '#records/publishedResults.ts'
import { hashOf, shortHash } from '#services/hash.ts'
import {
  type CheckedPublication,
  checkPublication,
  faultText,
  type PublicationFault,
} from '#services/records/checkPublication.ts'

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
  const checked = checkPublication(text)
  const faults = checked.kind === 'publication' ? checked.faults : []
  const whole = finding(
    'Bản công bố',
    wholeFault(text, hash) ?? saidOf(faults, LABELS),
    `Đúng từng chữ với bản mang mã ${shortHash(hash)}.`,
  )
  const findings =
    checked.kind === 'publication'
      ? [whole, ...findingsOf(checked, entrant)]
      : [whole, { holds: false, title: 'Nội dung', text: 'Tệp tải về đã hỏng, không đọc được.' }]
  return { sound: findings.every(({ holds }) => holds), findings }
}

/** What a publication says of itself as a whole. */
const LABELS: readonly PublicationFault['kind'][] = ['otherName', 'period', 'day', 'corrects', 'rewritten']

function findingsOf(
  { publication, faults, results }: CheckedPublication,
  entrant: string,
): readonly Finding[] {
  const { rulebook, dossier, results: published } = publication
  const ours = results === undefined ? undefined : readResults(results)
  const theirs = readResults(published.text)
  const hashFault = (part: string): string | undefined => hashFaultText(faults, part)
  const differs = results !== undefined && results !== published.text
  return [
    finding(
      'Bộ tiêu chí',
      hashFault('rulebook') ?? saidOf(faults, ['version']),
      `Đúng với mã ${shortHash(rulebook.hash)}.`,
    ),
    finding('Số liệu', hashFault('dossier'), `Đúng với mã ${shortHash(dossier.hash)}.`),
    finding(
      'Kết quả',
      saidOf(faults, ['notComputed']) ??
        (differs ? differenceText(ours ?? new Map(), theirs ?? new Map()) : hashFault('results')),
      `Tính lại ${ours?.size ?? 0} đối tượng, ra đúng từng chữ kết quả đã công bố, mã ${shortHash(published.hash)}.`,
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

/** The faults of some kinds as a sentence; `undefined` where there are none. */
function saidOf(
  faults: readonly PublicationFault[],
  kinds: readonly PublicationFault['kind'][],
): string | undefined {
  const said = faults.filter(({ kind }) => kinds.includes(kind)).map(faultText)
  return said.length === 0 ? undefined : `${capital(said.join('; '))}.`
}

function hashFaultText(faults: readonly PublicationFault[], part: string): string | undefined {
  const fault = faults.find((each) => each.kind === 'hash' && each.part === part)
  if (fault?.kind !== 'hash') return undefined
  return `Mã tính được là ${shortHash(fault.found)}, mã đã công bố là ${shortHash(fault.published)}: nội dung đã bị sửa.`
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

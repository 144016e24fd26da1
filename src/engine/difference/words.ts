import { assertNever } from '#base/assertNever.ts'
import { formatBeside, formatExact, formatRounded } from '#base/formatNumber.ts'
import { compare, negate, type Rational, ZERO } from '#base/rational.ts'
import { pointsText, sentence } from '../explain/words.ts'
import { ASPECTS } from './aspects.ts'
import type {
  Change,
  Difference,
  GivenPoints,
  PointsChange,
  RuleChange,
  Said,
  Subject,
  Where,
} from './difference.ts'
import { exampleText, isOne, rangeText, valuesText } from './valuesText.ts'

/** The change as a sentence for a report: `Tiêu chí 30: từ 2 đến 3 lần: 2,5 → 3 điểm (ví dụ 3 lần).` */
export function changeText(change: Change): string {
  const { about } = change
  switch (change.kind) {
    case 'added':
    case 'removed':
      return comeOrGoneText(change)
    case 'moved':
      return `${sentence(subjectText(about))} chuyển từ ${placeText(change.old)} sang ${placeText(change.new)}.`
    case 'said':
      return saidText(about, change)
    case 'points':
      return `${headText(about, change.where)}: ${pointsChangeText(change)}.`
    case 'rule':
      return ruleChangeText(about, change)
    case 'class': {
      const title = (one: string | undefined): string => (one === undefined ? 'không có loại' : `«${one}»`)
      const totals = rangeText(change.interval, change.domain)
      const example = `ví dụ ${pointsText(change.example)} điểm`
      return `Xếp loại: tổng điểm ${totals}: ${title(change.old)} → ${title(change.new)} (${example}).`
    }
    default:
      return assertNever(change)
  }
}

/** What is the same, before any change is told: `Hai bộ tiêu chí chấm điểm như nhau.`, `Thang điểm không đổi.` */
export function summaryText({ changes, scale }: Difference): string {
  const scoring = changes.filter(({ scores }) => scores).length
  if (changes.length === 0) return 'Hai bộ tiêu chí chấm điểm như nhau.'
  if (scoring === 0) return `Hai bộ tiêu chí chấm điểm như nhau; chỉ khác ${changes.length} chỗ về lời văn.`
  const counts = `${changes.length} thay đổi, trong đó ${scoring} có thể làm đổi điểm, hạng hoặc loại.`
  return compare(scale.old, scale.new) === 0 ? `${counts} Thang điểm không đổi.` : counts
}

function subjectText(about: Subject): string {
  switch (about.kind) {
    case 'rulebook':
      return 'bộ tiêu chí'
    case 'measure':
      return `số liệu «${about.title}»`
    case 'group':
      return `nhóm ${about.code}`
    case 'criterion':
      return `tiêu chí ${about.code}`
  }
}

function placeText(place: Subject): string {
  return place.kind === 'rulebook' ? 'phần không thuộc nhóm nào' : subjectText(place)
}

function headText(about: Subject, { part, attribute }: Where): string {
  const parts = [
    sentence(subjectText(about)),
    ...(attribute === undefined ? [] : [`riêng «${attribute}»`]),
    ...(part === undefined ? [] : [`phần «${part}»`]),
  ]
  return parts.join(', ')
}

const WORTH = { scale: 'tối đa', bonus: 'thưởng tối đa', penalty: 'trừ tối đa' } as const

function comeOrGoneText(change: Extract<Change, { kind: 'added' | 'removed' }>): string {
  const { about, standing, kind } = change
  const what = subjectText(about)
  if (!standing || about.kind === 'rulebook' || about.kind === 'measure') {
    return `${kind === 'added' ? 'Thêm' : 'Bỏ'} ${what}.`
  }
  const within = standing.within.kind === 'rulebook' ? '' : `, thuộc ${subjectText(standing.within)}`
  const worth = `${WORTH[standing.role]} ${pointsText(standing.maximum)} điểm${within}`
  const head = kind === 'added' ? `${sentence(what)} mới` : `Bỏ ${what}`
  return `${head}, ${worth}: «${about.title}».`
}

function saidText(about: Subject, { aspect, item, old, new: now }: Said): string {
  const label = ASPECTS[aspect]
  if (aspect === 'exception') return `${headText(about, { attribute: item ?? '' })}: ${old} → ${now}.`
  if (aspect === 'zero') return `${headText(about, {})}: ${answerText(`khi ${item} = 0`, old, now)}.`
  const head = item === undefined ? subjectText(about) : `xếp loại «${item}»`
  if (about.kind === 'rulebook' && item === undefined) {
    if (old === undefined) return `Thêm ${label}: ${now}.`
    return now === undefined ? `Bỏ ${label}: ${old}.` : `${sentence(label)}: ${old} → ${now}.`
  }
  if (old === undefined) return `${sentence(head)}: thêm ${label} ${now}.`
  if (now === undefined) return `${sentence(head)}: bỏ ${label} ${old}.`
  const since = aspect === 'value' ? ', nên không so điểm theo từng giá trị' : ''
  return `${sentence(head)}: ${label} ${old} → ${now}${since}.`
}

function answerText(when: string, old: string | undefined, now: string | undefined): string {
  if (old === undefined) return `thêm ${when}: ${now}`
  return now === undefined ? `bỏ ${when}: ${old}` : `${when}: ${old} → ${now}`
}

function ruleChangeText(about: Subject, { where, because, old, new: now }: RuleChange): string {
  const head = headText(about, where)
  if (where.part !== undefined && old === '') return `${head} mới: ${now}.`
  if (where.part !== undefined && now === '') return `${head} bị bỏ: ${old}.`
  const kind = because === 'measure' ? ': số liệu đổi loại nên không so điểm theo từng giá trị' : ''
  if (old === now) return `${head}${kind}; cách chấm vẫn là: ${now}.`
  return `${head}${kind === '' ? ' đổi cách chấm' : kind}. Trước: ${old}. Nay: ${now}.`
}

function pointsChangeText(change: PointsChange): string {
  const { values, old, new: now, example, role } = change
  const what = `${valuesText(values)}: `
  if (old.kind === 'points' && now.kind === 'points') {
    const told = pairText(old.points, now.points, role)
    return `${what}${told}${isOne(values) ? '' : ` (ví dụ ${exampleText(change)})`}`
  }
  const points = example.old && example.new ? `: ${pairText(example.old, example.new, role)}` : ''
  const sides = `${givenText(old, 'trước', role)} → ${givenText(now, 'nay', role)}`
  return `${what}${sides}${isOne(values) && points === '' ? '' : ` (ví dụ ${exampleText(change)}${points})`}`
}

function givenText(given: GivenPoints, when: 'trước' | 'nay', role: PointsChange['role']): string {
  switch (given.kind) {
    case 'points': {
      const { points } = given
      const taken = role === 'penalty' && compare(points, ZERO) <= 0
      return `${taken ? 'trừ ' : ''}${formatBeside(taken ? negate(points) : points, [ZERO])} điểm`
    }
    case 'formula':
      return given.text
    case 'impossible':
      return `${when} không thể có`
    default:
      return assertNever(given)
  }
}

/** `2,5 → 3 điểm`; in a penalty `trừ 2 → 1 điểm`. */
function pairText(old: Rational, now: Rational, role: PointsChange['role']): string {
  const taken = role === 'penalty' && compare(old, ZERO) <= 0 && compare(now, ZERO) <= 0
  const [before, after] = taken ? [negate(old), negate(now)] : [old, now]
  // Rounding must not make two numbers look the same.
  for (let places = 2; places < MOST_PLACES; places++) {
    const [from, to] = [formatRounded(before, places), formatRounded(after, places)]
    if (from !== to) return `${taken ? 'trừ ' : ''}${from} → ${to} điểm`
  }
  return `${taken ? 'trừ ' : ''}${formatExact(before)} → ${formatExact(after)} điểm`
}

const MOST_PLACES = 8

import { foldText } from '#base/foldText.ts'
import { type ParsedNumber, parseNumber } from '#base/parseNumber.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Goal } from './goal.ts'

/** What may stand before a goal and says nothing more: `đạt từ 90 điểm`, `được xếp loại Tốt`, `lên hạng 3`. */
const LEADS = new Set(['dat', 'duoc', 'xep', 'dung', 'len', 'tu'])
/** The same after it. */
const TRAILS = /\s+(?:trở lên|tro len|hoặc hơn|hoac hon)$/iu
/** The same between `hạng` and the number, and between `vượt` and who is passed: in small letters, no name begins so. */
const NUMBERING = /^th[ứu] /iu
const PASSING = /^(?:qua|lên|len) /u
/** `90 điểm`, `90đ`; what stands before `điểm` may be no number. */
const POINTS = /^(?:(?<number>\d[\d.,]*) ?(?:điểm|diem|đ|d)|(?<text>.*\d.*) (?:điểm|diem))$/iu
const RANK = /^[1-9]\d{0,4}$/
/** Ranks that have a word of their own. */
const RANK_WORDS: ReadonlyMap<string, number> = new Map([
  ['nhat', 1],
  ['nhi', 2],
  ['ba', 3],
])
const FORMS = 'viết như «90 điểm», «loại Tốt», «hạng 3» hay «vượt thon-5»'

/**
 * The goal that a text says: `90 điểm`, `loại Tốt` or `Tốt` alone, `hạng 3`, `vượt thon-5`; tone marks and capitals may be left
 * out. Whether there is such a class or entrant is told by {@link settleGoal}. A number alone is refused, for it may be points or a
 * rank, and so is one that can be read in two ways.
 */
export function parseGoal(typed: string): Result<Goal> {
  const text = typed.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const words = text.replace(TRAILS, '').split(' ')
  while (words.length > 1 && LEADS.has(foldText(words[0] ?? ''))) words.shift()
  const points = POINTS.exec(words.join(' '))?.groups
  if (points) return pointsOf(points['number'] ?? points['text'] ?? '')
  const [first = '', ...others] = words
  const rest = others.join(' ')
  if (rest !== '') {
    switch (foldText(first)) {
      case 'loai':
        return found({ kind: 'class', title: rest })
      case 'hang':
      case 'thu':
      case 'top':
        return rankOf(rest.replace(NUMBERING, ''))
      case 'vuot':
      case 'hon':
        return found({ kind: 'pass', entrant: rest.replace(PASSING, '') })
    }
  }
  if (/^\d+$/.test(text))
    return unclear(`chưa rõ «${text}» là điểm hay là hạng`, `viết «${text} điểm» hoặc «hạng ${text}»`)
  return /\p{L}/u.test(text) && !/\d/.test(text)
    ? found({ kind: 'class', title: text })
    : unclear(`không hiểu đích «${text}»`, FORMS)
}

function rankOf(text: string): Result<Goal> {
  const rank = RANK.test(text) ? Number(text) : RANK_WORDS.get(foldText(text))
  return rank === undefined
    ? unclear(`«${text}» không phải một hạng`, 'viết một số từ 1 trở lên, ví dụ «hạng 3»')
    : found({ kind: 'rank', rank })
}

function pointsOf(text: string): Result<Goal> {
  const points = parseNumber(text)
  return points.kind === 'number'
    ? found({ kind: 'points', points: points.value })
    : unclear(`không đọc được số điểm «${text}»`, readingsOf(points))
}

function readingsOf(points: Exclude<ParsedNumber, { kind: 'number' }>): string {
  return points.kind === 'ambiguous'
    ? `viết ${points.readings.map((reading) => `«${reading} điểm»`).join(' hoặc ')}`
    : 'viết số với dấu phẩy cho phần thập phân, ví dụ «90,5 điểm»'
}

function found(goal: Goal): Result<Goal> {
  return { ok: true, value: goal, diagnostics: [] }
}

function unclear(message: string, help: string): Result<Goal> {
  return failure([{ code: 'goal-unclear', severity: 'error', message, labels: [], help }])
}

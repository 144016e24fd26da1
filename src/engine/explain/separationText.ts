import { assertNever } from '#base/assertNever.ts'
import { capital } from '#base/capital.ts'
import { listText } from '#base/listText.ts'
import { negate } from '#base/rational.ts'
import type { Program, ProgramKey } from '../program.ts'
import type { ScoreSheet } from '../score.ts'
import type { Neighbour, Separation } from './separation.ts'
import { apart, keyTexts, rankText, totalText } from './words.ts'

/**
 * Why an entrant stands where it stands beside a neighbour: `Đứng trên Thôn 5 (hạng 5) nhờ tổng điểm: 92,07 so với 85,97.`,
 * or that the two are equal in every key.
 */
export function separationSentence(
  own: ScoreSheet,
  { sheet, separation, stands }: Neighbour,
  program: Program,
): string {
  const keys = keyTexts(program)
  const name = sheet.entrant.name
  if (separation.kind === 'equal') {
    return `Bằng ${name} ở mọi tiêu chí xếp hạng (${listText(keys)}): đồng hạng ${rankText(own)}.`
  }
  const { key, index } = separation
  const [first, second] = valueTexts(own, sheet, separation, program)
  const equal = index === 0 ? '' : `Bằng ${name} về ${listText(keys.slice(0, index))}; `
  const whom = index === 0 ? `${name} (hạng ${rankText(sheet)})` : `${name}`
  const place = stands === 'above' ? `đứng dưới ${whom} vì` : `đứng trên ${whom} nhờ`
  const decided = stands === 'above' ? LESS[key.kind] : MORE[key.kind]
  const what = key.kind === 'penalty' || key.kind === 'bonus' ? decided : `${keys[index]} ${decided}`
  return capital(`${equal}${place} ${what}: ${first} so với ${second}.`)
}

const MORE = {
  total: 'cao hơn',
  node: 'cao hơn',
  penalty: 'ít điểm trừ hơn',
  bonus: 'nhiều điểm thưởng hơn',
} as const satisfies Record<ProgramKey['kind'], string>

const LESS = {
  total: 'thấp hơn',
  node: 'thấp hơn',
  penalty: 'nhiều điểm trừ hơn',
  bonus: 'ít điểm thưởng hơn',
} as const satisfies Record<ProgramKey['kind'], string>

/** The two values of the key that decided, as they are printed elsewhere; with more decimals where they would look alike. */
function valueTexts(
  own: ScoreSheet,
  other: ScoreSheet,
  { key, first, second }: Extract<Separation, { kind: 'key' }>,
  program: Program,
): readonly [string, string] {
  switch (key.kind) {
    case 'total': {
      const texts = [totalText(own, program) ?? '', totalText(other, program) ?? ''] as const
      return texts[0] === texts[1] ? apart(first, second) : texts
    }
    case 'penalty':
      return apart(negate(first), negate(second))
    case 'bonus':
    case 'node':
      return apart(first, second)
    default:
      return assertNever(key)
  }
}

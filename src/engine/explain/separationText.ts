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
  if (separation.kind === 'equal') return equalSentence(own, [name], program)
  const { key, index } = separation
  const [first, second] = valueTexts(own, sheet, separation, program)
  const equal = index === 0 ? '' : `Bằng ${name} về ${listText(keys.slice(0, index))}; `
  const whom = index === 0 ? `${name} (hạng ${rankText(sheet)})` : `${name}`
  const place = stands === 'above' ? `đứng dưới ${whom} vì` : `đứng trên ${whom} nhờ`
  const decided = stands === 'above' ? LESS[key.kind] : MORE[key.kind]
  const what = key.kind === 'penalty' || key.kind === 'bonus' ? decided : `${keys[index]} ${decided}`
  return capital(`${equal}${place} ${what}: ${first} so với ${second}.`)
}

/** As many names as a sentence holds. */
const MOST_NAMES = 3

/** A sentence on the one above, one on all of equal rank, one on the one below. */
export function neighbourSentences(
  own: ScoreSheet,
  neighbours: readonly Neighbour[],
  program: Program,
): readonly string[] {
  const equal = neighbours.filter(({ stands }) => stands === 'equal').map(({ sheet }) => sheet.entrant.name)
  const others = equal.length - MOST_NAMES
  const names = others > 0 ? [...equal.slice(0, MOST_NAMES), `${others} đối tượng khác`] : equal
  const said = (stands: Neighbour['stands']): readonly string[] =>
    neighbours.flatMap((one) => (one.stands === stands ? [separationSentence(own, one, program)] : []))
  return [
    ...said('above'),
    ...(names.length > 0 ? [equalSentence(own, names, program)] : []),
    ...said('below'),
  ]
}

function equalSentence(own: ScoreSheet, names: readonly string[], program: Program): string {
  const keys = listText(keyTexts(program))
  return `Bằng ${listText(names)} ở mọi tiêu chí xếp hạng (${keys}): đồng hạng ${rankText(own)}.`
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

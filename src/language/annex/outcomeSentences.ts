import { assertNever } from '#base/assertNever.ts'
import type { EntrantLevel } from '#base/entrantLevel.ts'
import { listText } from '#base/listText.ts'
import type { KnockOut, Ranking, RankingKey, TieMethod } from '../ast.ts'
import { type Names, nodePhrase } from './names.ts'
import { testPhrase } from './testPhrase.ts'
import { marked } from './words.ts'

/** `Không xếp hạng, không xếp loại khi có «Để xảy ra mất an toàn thông tin».` */
export function knockOutSentence({ test }: KnockOut, names: Names): string {
  return `Không xếp hạng, không xếp loại khi ${testPhrase(test, names)}.`
}

/** How entrants are ranked: by what, then by what among equals, then how equals share a rank. */
export function rankingSentences(
  { scope, keys, ties, tentative }: Ranking,
  levels: readonly EntrantLevel[],
  names: Names,
): readonly string[] {
  const [first, ...others] = keys.map((key) => keyPhrase(key, names))
  const among = scope === 'cluster' ? 'trong từng cụm thi đua' : 'chung cho tất cả các cụm thi đua'
  const apart =
    levels.length > 1 ? ` (${listText(levels.map((level) => names.levelNames[level]))} xếp hạng riêng)` : ''
  return [
    `${marked(`Xếp hạng ${among}${apart} theo ${first ?? 'tổng điểm'}`, tentative)}.`,
    ...(others.length > 0 ? [`Bằng nhau thì lần lượt xét: ${others.join('; ')}.`] : []),
    `Vẫn bằng nhau thì đồng hạng; ${tiePhrase(ties)}.`,
  ]
}

function keyPhrase(key: RankingKey, names: Names): string {
  switch (key.kind) {
    case 'total':
      return `tổng điểm ${key.rounded ? 'đã' : 'chưa'} làm tròn, từ cao xuống thấp`
    case 'group':
    case 'criterion':
      return `điểm ${nodePhrase(key.kind, key.code, names)}`
    case 'penalty':
      return 'ít điểm trừ hơn xếp trên'
    case 'bonus':
      return 'nhiều điểm thưởng hơn xếp trên'
    default:
      return assertNever(key)
  }
}

function tiePhrase(ties: TieMethod): string {
  switch (ties) {
    case 'skip':
      return 'hạng tiếp theo tính cả số đối tượng đồng hạng (ví dụ: 1, 1, 3)'
    case 'dense':
      return 'hạng tiếp theo liền kề (ví dụ: 1, 1, 2)'
    case 'mean':
      return 'các đối tượng đồng hạng cùng lấy hạng trung bình (ví dụ: 1,5; 1,5; 3)'
    default:
      return assertNever(ties)
  }
}

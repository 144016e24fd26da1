import { listText } from '#base/listText.ts'
import { numberInWords, ordinalInWords, wholeInWords } from '#base/numberWords.ts'
import { spokenText } from '#base/spokenText.ts'
import type { Program } from '../program.ts'
import type { ScoreSheet } from '../score.ts'

/** The total in words, as the rulebook rounds it; `undefined` for an entrant without one. */
export function spokenPoints({ roundedTotal }: ScoreSheet, { totalRounding }: Program): string | undefined {
  return roundedTotal && `${numberInWords(roundedTotal, totalRounding.places)} điểm`
}

/** `thứ ba`; `một phẩy năm` where equals share the mean of their places. */
export function spokenRank({ rank, meanRank }: Pick<ScoreSheet, 'rank' | 'meanRank'>): string {
  if (meanRank) return numberInWords(meanRank, 1)
  return rank === undefined ? '' : ordinalInWords(BigInt(rank))
}

/** As many names as listeners can follow; more are only counted. */
const MOST_NAMES = 10

/** `hai mươi hai thôn`. */
export function countedText(sheets: readonly ScoreSheet[]): string {
  return `${wholeInWords(BigInt(sheets.length))} ${kindsOf(sheets)}`
}

/** What they are called together: `thôn và khu phố`. */
export function kindsOf(sheets: readonly ScoreSheet[]): string {
  return listText([...new Set(sheets.map(({ entrant }) => entrant.kind))])
}

/** The names in a row; of too many, how many they are. */
export function spokenNames(sheets: readonly ScoreSheet[]): string {
  return sheets.length > MOST_NAMES
    ? countedText(sheets)
    : listText(sheets.map(({ entrant }) => spokenText(entrant.name)))
}

/** `còn hai thôn chưa …: Thôn một và Thôn hai`; the names are left out where they are too many. */
export function countedNames(sheets: readonly ScoreSheet[], what: string): string {
  const names = sheets.length > MOST_NAMES ? '' : `, là ${spokenNames(sheets)}`
  return `${countedText(sheets)} ${what}${names}`
}

import { capital } from '#base/capital.ts'
import { foldText } from '#base/foldText.ts'
import { formatPeriod } from '#base/period.ts'
import { openIn, rankText, type ScoreSheet, totalText } from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { entrantUrl } from './boardTable.ts'
import { cohortsIn, whomText } from './cohorts.ts'
import { type Crumbs, crumbsInBoard } from './crumbs.ts'
import { byLetter, type LetterView } from './letters.ts'

/** Everyone of a board by name, or those whose names have what was looked for. */
export interface FindView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly title: string
  readonly url: string
  /** What was looked for, as it was typed; empty where nothing was. */
  readonly query: string
  /** What came of looking; empty where nothing was looked for. */
  readonly found: string
  readonly groups: readonly GroupView[]
}

interface GroupView {
  readonly title: string
  readonly letters: readonly LetterView<FoundView>[]
}

interface FoundView {
  readonly name: string
  readonly url: string
  /** `hạng 4, 92,07 điểm`; empty in a list so long that it would be slow to load with it. */
  readonly standing: string
}

/** Longer than any name of a place. */
const LONGEST_QUERY = 100

/** With more than so many, names alone make a page as heavy as one may be on a slow line. */
const MOST_STANDINGS = 1000

/** Of those who were looked for: the answer is made anew for each question, and one to `a` would be everyone. */
const MOST_FOUND = 200

/** Words are looked for without their tone marks, each anywhere in the name: `thon 3` finds Thôn 3 and Thôn 13. */
export function presentFind(board: Board, asked: string): FindView {
  const { standings } = board
  const { program, sheets } = standings
  const query = asked.normalize('NFC').trim().slice(0, LONGEST_QUERY)
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const isFound = ({ entrant }: ScoreSheet): boolean => {
    const name = foldText(entrant.name)
    return words.every((word) => name.includes(word))
  }
  const matching = sheets.filter(isFound)
  const count = matching.length
  const shown = new Set(words.length === 0 ? matching : matching.slice(0, MOST_FOUND))
  const groups = cohortsIn(sheets, program).flatMap((cohort): readonly GroupView[] => {
    const found = cohort.filter((sheet) => shown.has(sheet))
    if (found.length === 0) return []
    const entrants = found.map((sheet) => ({
      name: sheet.entrant.name,
      url: entrantUrl(board, sheet),
      standing:
        shown.size > MOST_STANDINGS ? '' : standingText(sheet, totalText(sheet, program), cohort.length),
    }))
    return [{ title: capital(whomText(cohort.map(({ entrant }) => entrant))), letters: byLetter(entrants) }]
  })
  const title = `Tìm trong bảng ${formatPeriod(board.ref.period)}`
  return {
    pageTitle: title,
    description: `Mọi thôn, đơn vị trong bảng xếp hạng ${formatPeriod(board.ref.period)}, xếp theo tên.`,
    ...boardFrame(board),
    crumbs: crumbsInBoard(board),
    title,
    url: pathOf({ kind: 'find', at: board, query: '' }),
    query,
    found: words.length === 0 ? '' : foundText(query, count),
    groups,
  }
}

function foundText(query: string, count: number): string {
  if (count === 0) return `Không có tên nào có «${query}». Hãy gõ ít chữ hơn, không cần dấu.`
  const found = `${count} tên có «${query}».`
  return count > MOST_FOUND
    ? `${found} Dưới đây là ${MOST_FOUND} nơi xếp trên; gõ thêm chữ để tìm đúng nơi.`
    : found
}

function standingText(sheet: ScoreSheet, points: string | undefined, size: number): string {
  const parts = [
    ...(sheet.rank !== undefined && size > 1 ? [`hạng ${rankText(sheet)}`] : []),
    ...(points === undefined ? ['không chấm'] : [`${points} điểm`]),
    ...(openIn(sheet).length > 0 ? ['tạm tính'] : []),
  ]
  return parts.join(', ')
}

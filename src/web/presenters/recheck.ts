import { formatPeriod } from '#base/period.ts'
import { sizeText } from '#base/sizeText.ts'
import type { ScoreSheet } from '#engine/index.ts'
import type { Board } from '#services/site/board.ts'
import { pathOf } from '../address.ts'
import { type BoardFrame, boardFrame } from './boardFrame.ts'
import { type Crumbs, crumbsInBoard } from './crumbs.ts'

/** Where a reader has an entrant's points computed again. */
export interface RecheckView extends BoardFrame {
  readonly crumbs: Crumbs
  readonly name: string
  readonly url: string
  readonly period: string
  readonly entrant: string
  readonly hash: string
  readonly engine: FileView
  readonly data: FileView
  /** The publication as it is kept. */
  readonly publicationUrl: string
}

interface FileView {
  readonly url: string
  readonly size: string
}

/** The scripts that the page loads once it is asked to, and how large they are. */
export interface RecheckFiles {
  readonly engine: { readonly path: string; readonly bytes: number }
  readonly publicationBytes: number
}

export function presentRecheck(
  board: Board,
  { entrant }: ScoreSheet,
  { engine, publicationBytes }: RecheckFiles,
): RecheckView {
  const period = formatPeriod(board.ref.period)
  return {
    pageTitle: `Tự tính lại điểm: ${entrant.name}`,
    description: `Tính lại kết quả ${period} của ${entrant.name} từ bộ tiêu chí và số liệu đã công bố, ngay trên máy của bạn.`,
    ...boardFrame(board),
    crumbs: [
      ...crumbsInBoard(board),
      { title: entrant.name, url: pathOf({ kind: 'entrant', at: board, entrant: entrant.id }) },
    ],
    name: entrant.name,
    url: pathOf({ kind: 'recheck', at: board, entrant: entrant.id }),
    period,
    entrant: entrant.id,
    hash: board.hash,
    engine: { url: engine.path, size: sizeText(engine.bytes) },
    data: { url: pathOf({ kind: 'publicationScript', at: board }), size: sizeText(publicationBytes) },
    publicationUrl: pathOf({ kind: 'data', at: board, file: 'cong-bo.json' }),
  }
}

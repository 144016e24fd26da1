import { assertNever } from '#base/assertNever.ts'
import type { ScoreSheet } from '#engine/index.ts'
import type { Standings } from '#services/standings.ts'

/** How an entrant's rank changed since the month before, as a page shows and says it. */
export interface MovementView {
  readonly kind: 'up' | 'down' | 'same' | 'none'
  readonly up: boolean
  readonly down: boolean
  /** The places moved, or a dash where the rank stayed. */
  readonly places: string
  /** The same for someone who hears the page. */
  readonly spoken: string
}

/** {@link presentMovement} for many of the same standings. */
export function movementsIn({ before }: Standings): (sheet: ScoreSheet) => MovementView {
  const ranks = new Map(before?.sheets.map(({ entrant, rank }) => [entrant.id, rank]))
  return ({ entrant, rank }) => movementFrom(ranks.get(entrant.id), rank)
}

export function presentMovement(standings: Standings, sheet: ScoreSheet): MovementView {
  return movementsIn(standings)(sheet)
}

function movementFrom(earlier: number | undefined, rank: number | undefined): MovementView {
  if (rank === undefined || earlier === undefined) return view('none', '', 'chưa có để so sánh')
  const places = Math.abs(earlier - rank)
  const kind = rank < earlier ? 'up' : rank > earlier ? 'down' : 'same'
  switch (kind) {
    case 'up':
      return view(kind, `${places}`, `tăng ${places} bậc`)
    case 'down':
      return view(kind, `${places}`, `giảm ${places} bậc`)
    case 'same':
      return view(kind, '–', 'giữ nguyên')
    default:
      return assertNever(kind)
  }
}

function view(kind: MovementView['kind'], places: string, spoken: string): MovementView {
  return { kind, up: kind === 'up', down: kind === 'down', places, spoken }
}

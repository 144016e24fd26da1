import { assertNever } from '#base/assertNever.ts'
import { formatPeriod } from '#base/period.ts'
import type { ScoreSheet } from '#engine/index.ts'
import type { Earlier } from '#services/site/earlier.ts'

/** How an entrant's rank changed since the period before that was published, as a page shows and says it. */
export interface MovementView {
  readonly kind: 'up' | 'down' | 'same' | 'none'
  readonly up: boolean
  readonly down: boolean
  /** How many places it moved. */
  readonly by: number
  /** The same in print, or a dash where the rank stayed. */
  readonly places: string
  /** The same for someone who hears the page. */
  readonly spoken: string
}

/** What ranks are held against, for a page to say once. */
export interface SinceView {
  /** `tháng 9/2026`. */
  readonly period: string
  /** That the rules are others since; empty where they are not. */
  readonly rules: string
}

/** `undefined` where nothing was published before. */
export function presentSince(earlier: Earlier | undefined): SinceView | undefined {
  if (!earlier) return undefined
  const period = formatPeriod(earlier.place.ref.period)
  return { period, rules: earlier.otherRules ? `Bộ tiêu chí đã sửa sau ${period}.` : '' }
}

export function presentMovement(earlier: Earlier | undefined, { entrant, rank }: ScoreSheet): MovementView {
  const before = earlier?.results.get(entrant.id)?.rank
  if (rank === undefined || before === undefined) return view('none', 0, '', 'chưa có để so sánh')
  const by = Math.abs(before - rank)
  const kind = rank < before ? 'up' : rank > before ? 'down' : 'same'
  switch (kind) {
    case 'up':
      return view(kind, by, `${by}`, `tăng ${by} bậc`)
    case 'down':
      return view(kind, by, `${by}`, `giảm ${by} bậc`)
    case 'same':
      return view(kind, by, '–', 'giữ nguyên')
    default:
      return assertNever(kind)
  }
}

function view(kind: MovementView['kind'], by: number, places: string, spoken: string): MovementView {
  return { kind, up: kind === 'up', down: kind === 'down', by, places, spoken }
}

import { formatPeriod } from '#base/period.ts'
import type { BoardPlace } from '#services/site/board.ts'
import type { PageFrame } from '../site/renderer.ts'

/** That a publication is there and is not explained. */
export interface UnreadableView extends PageFrame {
  readonly heading: string
}

export function presentUnreadable({ ref }: BoardPlace): UnreadableView {
  const heading = `Chưa trình bày được kết quả ${formatPeriod(ref.period)}`
  return { pageTitle: heading, description: heading, heading }
}

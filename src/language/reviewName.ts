import type { Phase, Review } from './ast.ts'

/** What a review is called: its title or, without one, `Sơ kết giai đoạn 2026-2027`. */
export function reviewName({ title, occasion, phase }: Pick<Review, 'title' | 'occasion' | 'phase'>): string {
  return title?.text ?? `${OCCASIONS[occasion]} giai đoạn ${phaseText(phase)}`
}

/** A review as a heading: `Sơ kết giai đoạn 2026-2027 «Giai đoạn 1» (dự kiến)`. */
export function reviewHeading({ title, occasion, phase, tentative }: Review): string {
  const named = title ? ` «${title.text}»` : ''
  return `${reviewName({ title: undefined, occasion, phase })}${named}${tentative ? ' (dự kiến)' : ''}`
}

/** What a review is held for, as a clause begins with it but for the capital. */
export const OCCASIONS: Readonly<Record<Review['occasion'], string>> = {
  interim: 'Sơ kết',
  final: 'Tổng kết',
}

/** `2026-2027`, `2026`. */
export function phaseText({ from, to }: Pick<Phase, 'from' | 'to'>): string {
  return from === to ? `${from}` : `${from}-${to}`
}

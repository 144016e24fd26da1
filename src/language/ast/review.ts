import type { Span } from '#diagnostic/source.ts'
import type { Node, Tentative, Words } from './node.ts'

/** `sơ kết giai đoạn 2026-2027 theo bình quân tổng điểm các năm`: entrants by the mean of their totals over years. */
export interface Review extends Node {
  readonly kind: 'review'
  /** On the way (`sơ kết`), or at the end (`tổng kết`). */
  readonly occasion: 'interim' | 'final'
  readonly phase: Phase
  readonly title: Words | undefined
  readonly tentative: Tentative
}

/** Calendar years, both taken in. */
export interface Phase {
  readonly from: number
  readonly to: number
  readonly span: Span
}

/** The annex of a rulebook as plain data: every word that is printed for signature, in order, and nothing of its looks. */
export interface Annex {
  readonly title: string
  readonly code: string
  readonly version: string
  readonly citations: readonly string[]
  /** Numbered in Roman numerals, in order; none is empty. */
  readonly sections: readonly AnnexSection[]
}

export type AnnexSection = { readonly heading: string } & (
  | { readonly kind: 'list'; readonly items: readonly AnnexItem[] }
  | AnnexCriteria
  | { readonly kind: 'measures'; readonly measures: readonly AnnexMeasure[] }
)

/** A sentence and what is said below it. */
export interface AnnexItem {
  readonly text: string
  readonly details: readonly AnnexItem[]
}

/** A sentence with what is said below it, by default nothing. */
export function item(text: string, details: readonly AnnexItem[] = []): AnnexItem {
  return { text, details }
}

/** The table of criteria: those within the scale, then bonuses, then penalties. */
export interface AnnexCriteria {
  readonly kind: 'criteria'
  /** The columns that have something to say, in the order of decisions. */
  readonly columns: readonly AnnexColumn[]
  readonly parts: readonly AnnexPart[]
}

export interface AnnexPart {
  /** Empty where all criteria are within the scale. */
  readonly heading: string
  readonly rows: readonly AnnexRow[]
  /** The sum of the maxima; empty where it means nothing (bonuses and penalties have limits of their own). */
  readonly total: string
}

/** A group or criterion. What a column has nothing for is empty. */
export interface AnnexRow {
  readonly kind: 'group' | 'criterion'
  readonly code: string
  readonly title: string
  /** 0 for what stands at the top of its part. */
  readonly depth: number
  readonly maximum: string
  /** The committee is still to decide the maximum and how it is given. */
  readonly tentative: boolean
  readonly target: readonly string[]
  readonly scoring: readonly string[]
  readonly level: string
  readonly sources: readonly string[]
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly deadline: string
  readonly citations: readonly string[]
  readonly guidance: readonly string[]
}

/** What a column prints. */
export type AnnexColumnKey = Exclude<keyof AnnexRow, 'kind' | 'depth' | 'tentative'>

export interface AnnexColumn {
  readonly key: AnnexColumnKey
  readonly heading: string
}

/** What is reported, for those who report it. */
export interface AnnexMeasure {
  readonly title: string
  readonly kind: string
  readonly frequency: string
  readonly remarks: string
  readonly sources: readonly string[]
}

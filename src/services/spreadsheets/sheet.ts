import type { PlainDate } from '#base/plainDate.ts'
import type { Label } from '#diagnostic/diagnostic.ts'

/** A page of a spreadsheet, or a CSV file as the only page of one: what stands in its cells and where. */
export interface Sheet {
  /** As on its tab; empty for a CSV file. */
  readonly name: string
  /** The rows that hold anything, from top to bottom. */
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Area[]
  /** Whether nobody who opens the file sees the page. */
  readonly hidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** A label at a cell. */
  readonly label: (at: Place, text: string) => Label
}

/** Only cells that hold something are there; `number` and the columns count from 1. */
export interface SheetRow {
  readonly number: number
  readonly cells: ReadonlyMap<number, Cell>
}

/** A cell, by its row and column from 1. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Merged cells: the value stands in the first one. */
export interface Area {
  readonly from: Place
  readonly to: Place
}

export interface Cell {
  readonly content: Content
  /** Whether the content is the result of a formula, as the file holds it. */
  readonly formula: boolean
}

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is the number in Vietnamese without dots, to the 15 digits that a spreadsheet shows: `35,4`. */
  | { readonly kind: 'number'; readonly text: string; readonly shownAs: NumberShown }
  | { readonly kind: 'flag'; readonly is: boolean }
  /** `shownAs` a month where the format has no day: `10/2026`. */
  | { readonly kind: 'date'; readonly date: PlainDate; readonly shownAs: 'day' | 'month' }
  /** A number shown as a date or time that is no whole day. */
  | { readonly kind: 'moment'; readonly text: string }
  /** What a formula comes to that cannot be computed, such as `#REF!`. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result the file does not hold. */
  | { readonly kind: 'uncomputed' }

/** A percentage is given as it is shown, with what stands before its sign: `35,4` of 0,354 shown as 35,4%. */
export type NumberShown = 'number' | 'percent'

import { blank, type Cell, type Column } from './cells.ts'
import { columnLetters } from './formulas/range.ts'

/** The columns of a sheet, by name. */
export interface Table<Key extends string> {
  readonly columns: readonly Column[]
  /** Those that are printed, up to the one named. */
  readonly printed: readonly Column[]
  readonly letter: (key: Key) => string
  /** Which column it is, counted from 1. */
  readonly place: (key: Key) => number
  readonly row: (cells: Partial<Readonly<Record<Key, Cell>>>) => readonly Cell[]
}

/** A sheet of these columns: what stands above each, and how wide it is. */
export function tableOf<Key extends string>(
  columns: readonly (readonly [key: Key, title: string, width: number])[],
  lastPrinted: NoInfer<Key>,
): Table<Key> {
  const letters = new Map(columns.map(([key], index) => [key, columnLetters(index)]))
  const all = columns.map(([, title, width]) => ({ title, width }))
  const place = (key: Key): number => columns.findIndex(([one]) => one === key) + 1
  return {
    columns: all,
    printed: all.slice(0, place(lastPrinted)),
    letter: (key) => letters.get(key) ?? '',
    place,
    row: (cells) => columns.map(([key]) => cells[key] ?? blank()),
  }
}

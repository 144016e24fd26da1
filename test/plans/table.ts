import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A row of a table that was typed from a plan: what stands in each column, by the heading of the column. */
export type TableRow = Readonly<Record<string, string>>

/** The rows of a table beside this file. A row of another width than the heading is a slip of whoever typed it. */
export function readTable(name: string): readonly TableRow[] {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8')
  const [headings = [], ...rows] = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  return rows.map((cells) => {
    if (cells.length !== headings.length) throw new Error(`${name}: ${cells.join(' · ')}`)
    return Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? '']))
  })
}

/** The parts of a cell that names several units. */
export function partsOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(' | ')
}

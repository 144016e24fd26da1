/** Rows as the text of a CSV file; a cell with what parts cells, a quotation mark or a line end is quoted. */
export function csvText(rows: readonly (readonly string[])[], delimiter: ',' | ';' = ','): string {
  return rows.map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\n`).join('')
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
}

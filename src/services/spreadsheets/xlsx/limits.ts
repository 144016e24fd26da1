/** What a workbook may hold: a year of facts of a large commune is a tenth of it. */
export const MOST_FILE_BYTES = 20_000_000
export const MOST_ENTRIES = 200
/** Unpacked; a page of 100.000 rows in the long form is some 25 MB. */
export const MOST_ENTRY_BYTES = 60_000_000
export const MOST_BYTES = 100_000_000
export const MOST_ROW = 100_100
export const MOST_COLUMN = 600
export const MOST_CELLS = 1_500_000
export const MOST_MERGES = 2000
/** Of the thread that reads it, in megabytes and milliseconds. */
export const MOST_MEMORY = 768
export const MOST_TIME = 60_000

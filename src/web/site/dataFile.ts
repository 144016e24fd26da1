import { assertNever } from '#base/assertNever.ts'
import { entrantFields, factFields } from '#records/fields.ts'
import { type Caveats, caveatsOf } from '#services/caveats.ts'
import type { Board } from '#services/site/board.ts'
import { entrantSheet } from '#services/spreadsheets/out/entrantSheet.ts'
import { factSheet } from '#services/spreadsheets/out/factSheets.ts'
import type { OutSheet } from '#services/spreadsheets/out/outSheet.ts'
import { resultTable } from '#services/spreadsheets/out/resultSheets.ts'
import { writeCsv } from '#services/spreadsheets/out/writeCsv.ts'
import type { DataFile } from '../address.ts'
import type { Finished } from './finish.ts'

export const JSON_TYPE = 'application/json; charset=utf-8'
export const CSV_TYPE = 'text/csv; charset=utf-8'

/** A publication as one of the files that are made of it. */
export function dataFile(
  { publication, standings }: Board,
  file: Exclude<DataFile, 'cong-bo.json'>,
): Finished {
  const entrants = standings.dossier.entrants.map(entrantFields)
  switch (file) {
    case 'ket-qua.csv':
      return csv(resultTable(standings))
    case 'so-lieu.csv':
      return csv(factSheet(standings.program, entrants, standings.dossier.facts.map(factFields)))
    case 'doi-tuong.csv':
      return csv(entrantSheet(entrants))
    case 'ket-qua.json':
      return { type: JSON_TYPE, body: withCaveats(publication.results.text, caveatsOf(standings)) }
    default:
      return assertNever(file)
  }
}

/** Results as they were published, but for what has to be said of them first: JSON has no other place for it. */
function withCaveats(results: string, caveats: Caveats): string {
  return results.replace(/^\{/, `{"caveats":${JSON.stringify(caveats)},`)
}

function csv(sheet: OutSheet): Finished {
  return { type: CSV_TYPE, body: writeCsv(sheet) }
}

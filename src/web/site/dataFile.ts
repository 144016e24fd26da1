import { assertNever } from '#base/assertNever.ts'
import { publicationText } from '#records/publication.ts'
import type { Board } from '#services/site/board.ts'
import type { DataFile } from '../address.ts'
import type { Finished } from './finish.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** A publication as one of the files it is handed out as. */
export function dataFile({ publication }: Board, file: DataFile): Finished {
  switch (file) {
    case 'cong-bo.json':
      return { type: JSON_TYPE, body: publicationText(publication) }
    case 'ket-qua.json':
      return { type: JSON_TYPE, body: publication.results.text }
    default:
      return assertNever(file)
  }
}

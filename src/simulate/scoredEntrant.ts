import { didYouMean } from '#base/didYouMean.ts'
import { failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import type { Dossier } from '#records/dossier.ts'
import type { Entrant } from '#records/entrant.ts'

/** The entrant of that id, whose level is scored; `otherwise` is what cannot be done for one whose level is not. */
export function scoredEntrant(
  id: string,
  { entrants }: Pick<Dossier, 'entrants'>,
  { levels }: Program,
  otherwise: string,
): Result<Entrant> {
  const scored = entrants.filter(({ level }) => levels.includes(level))
  const entrant = scored.find((one) => one.id === id)
  if (entrant) return { ok: true, value: entrant, diagnostics: [] }
  const listed = entrants.find((one) => one.id === id)
  const near = didYouMean(
    id,
    scored.map((one) => one.id),
  )
  const message = listed
    ? `bộ tiêu chí không chấm cấp ${listed.kind} nên ${otherwise} cho \`${id}\``
    : `không có đối tượng \`${id}\``
  const help = near ? `ý bạn là \`${near}\`?` : 'xem mã trong entrants.csv'
  return failure([{ code: 'unknown-entrant', severity: 'error', message, labels: [], help }])
}

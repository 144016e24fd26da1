import { comparePeriods, formatPeriod, lastDay, type Period, parsePeriod } from '#base/period.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Program } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'
import type { Publication } from '#records/publication.ts'
import type { CurrentRecords } from '#store/store.ts'
import { standingsOf } from '../standings.ts'
import { atEndOf, resultsText } from './recompute.ts'
import { storedSources } from './storedDossier.ts'

/**
 * A warning where what was corrected counts in later periods too that are published already: what is added up over the year, or only
 * replaced by newer facts, does not end with its month.
 */
export function laterOutOfStep(
  program: Program,
  current: CurrentRecords,
  earlier: readonly Publication[],
  corrected: Period,
): readonly Diagnostic[] {
  const lastOfEach = new Map(earlier.map((publication) => [publication.period, publication]))
  const periods = [...lastOfEach].flatMap(([key, { results }]): readonly Period[] => {
    const period = parsePeriod(key)
    if (!period || comparePeriods(period, corrected) <= 0) return []
    const dossier = readDossier(storedSources(current, program, lastDay(period)))
    const scored = dossier.ok ? standingsOf(program, dossier.value, atEndOf(period)) : dossier
    return scored.ok && resultsText(scored.value) !== results.text ? [period] : []
  })
  if (periods.length === 0) return []
  const named = periods.map(formatPeriod).join(', ')
  return [
    {
      code: 'publication-outdated',
      severity: 'warning',
      message: `số liệu trong kho nay cho kết quả khác với bản đã công bố của ${named}`,
      labels: [],
      help: 'số cộng dồn hay số mới nhất còn tính cho các kỳ sau: đính chính cả các kỳ ấy bằng publish --correct',
    },
  ]
}

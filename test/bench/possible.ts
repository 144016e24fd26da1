/** What is still possible for everyone of a commune, from October on: how long it takes, whatever is taken for granted. */
import { join } from 'node:path'
import { scoreDossier } from '#services/scoreDossier.ts'
import { stillPossible } from '#simulate/possible/possible.ts'
import { time } from './engine/measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const SINCE = { year: 2026, month: 10, day: 31 }

for (const commune of ['ngoc-son', 'an-nong', 'vinh-loc']) {
  const file = join(ROOT, `rules/${commune}/2026.thidua`)
  const scored = await scoreDossier(file, join(ROOT, 'data', commune), { asOf: SINCE, today: SINCE })
  if (!scored.ok) throw new Error('the samples are sound')
  const { program, dossier } = scored.value
  const outlook = { program, dossier, asOf: SINCE, horizon: program.to }
  for (const assumed of ['asTheyCome', 'complete', 'rising'] as const) {
    const found = stillPossible(outlook, assumed)
    if (!found.ok) throw new Error('the samples are sound')
    const { entrants, open } = found.value
    const line = [
      `${commune}, ${assumed}`.padEnd(24),
      `${entrants.length} entrants, ${open.absent + open.waiting} open facts`.padEnd(32),
      `${time(() => stillPossible(outlook, assumed))
        .toFixed(0)
        .padStart(5)} ms`,
    ]
    process.stdout.write(`${line.join('  ')}\n`)
  }
}

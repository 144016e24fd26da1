import { compile } from '#engine/compiled/compile.ts'
import { loadProgram } from '#engine/index.ts'
import { rulebookText } from './engine/criteria.ts'
import { factTable, plainEntrants } from './engine/dossier.ts'
import { handWritten } from './engine/handWritten.ts'
import { time } from './engine/measure.ts'

const loaded = loadProgram({ name: 'toc-do.thidua', text: rulebookText() })
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
for (const count of [22, 4000, 90_000]) {
  const plain = plainEntrants(count)
  const float = handWritten()
  const evaluation = {
    program: loaded.value,
    facts: factTable(plain),
    asOf: { year: 2026, month: 10, day: 31 },
  }
  const start = performance.now()
  const scorer = compile(evaluation)
  const loading = performance.now() - start
  const [level] = scorer.levels
  if (!level) throw new Error('villages are scored')
  const byHand = time(() => float(plain))
  const compiled = time(() => level.score())
  const ranked = time(() => level.rank())
  const totals = float(plain)
  let far = 0
  for (let at = 0; at < count; at++)
    far = Math.max(far, Math.abs((totals[at] ?? 0) - (level.totals[at] ?? 0) / level.scope.units.perPoint))
  console.log(
    count,
    'load',
    loading.toFixed(0),
    'by hand',
    byHand.toFixed(4),
    'compiled',
    compiled.toFixed(4),
    (byHand / compiled).toFixed(2),
    'rank',
    ranked.toFixed(3),
    'off',
    far,
  )
}

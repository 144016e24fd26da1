/**
 * How the time of scoring grows, in one run: with the number of criteria at 4.000 entrants, and with the number of entrants at
 * thirty criteria. What is told is how many times as long each takes as the one before it.
 */
import { compile } from '#engine/compiled/compile.ts'
import { loadProgram } from '#engine/index.ts'
import { criteriaOf, rulebookText } from './engine/criteria.ts'
import { factTable, plainEntrants } from './engine/dossier.ts'
import { time } from './engine/measure.ts'

const AS_OF = { year: 2026, month: 10, day: 31 }

function millisecondsFor(criteria: number, entrants: number): number {
  const shapes = criteriaOf(criteria)
  const loaded = loadProgram({ name: 'toc-do.thidua', text: rulebookText(shapes) })
  if (!loaded.ok) throw new Error('the rulebook is sound')
  const facts = factTable(plainEntrants(entrants, shapes))
  const [level] = compile({ program: loaded.value, facts, asOf: AS_OF }).levels
  if (!level) throw new Error('villages are scored')
  return time(() => level.score())
}

function tell(sizes: readonly number[], millisecondsOf: (size: number) => number, unit: string): void {
  let [size, milliseconds] = [0, 0]
  for (const next of sizes) {
    const taken = millisecondsOf(next)
    const growth =
      size > 0 ? `${unit} ×${(next / size).toFixed(1)}: time ×${(taken / milliseconds).toFixed(1)}` : ''
    process.stdout.write(`${`${next} ${unit}`.padEnd(20)} ${taken.toFixed(3).padStart(10)} ms  ${growth}\n`)
    size = next
    milliseconds = taken
  }
}

tell([10, 30, 100, 300], (criteria) => millisecondsFor(criteria, 4000), 'criteria')
tell([100, 1000, 10_000, 90_000], (entrants) => millisecondsFor(30, entrants), 'entrants')

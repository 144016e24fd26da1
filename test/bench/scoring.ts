/**
 * Speed, as ratios side by side in one run: reading and checking a rulebook, and scoring a commune, each against
 * JSON.parse of a text of the same length. Figures are medians; the ratios are what to compare between machines.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bindFacts, latestDay, loadProgram, score } from '#engine/index.ts'
import { readDossierFolder } from '#store/dossierFolder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const ROUNDS = 41

/** The median time of a task in milliseconds, after a few rounds to warm up. */
function median(task: () => unknown): number {
  const times: number[] = []
  for (let round = 0; round < ROUNDS + 5; round++) {
    const start = performance.now()
    task()
    if (round >= 5) times.push(performance.now() - start)
  }
  return times.toSorted((left, right) => left - right)[ROUNDS >> 1] ?? 0
}

const text = readFileSync(join(ROOT, 'rules/an-nong/2026.thidua'), 'utf8')
const loaded = loadProgram({ name: '2026.thidua', text })
const dossier = await readDossierFolder(join(ROOT, 'data/an-nong'))
if (!loaded.ok || !dossier.ok) throw new Error('the repository is sound')
const program = loaded.value
const bound = bindFacts(program, dossier.value)
if (!bound.ok) throw new Error('the repository is sound')
const asOf = latestDay(dossier.value.facts, program)

const pairs = JSON.stringify(
  Array.from({ length: text.length / 20 }, (_, index) => ({ name: `n${index}`, value: index })),
)
const json = pairs.slice(0, pairs.lastIndexOf('}', text.length) + 1)
const baseline = median(() => JSON.parse(`${json}]`))
const rows: readonly (readonly [string, number])[] = [
  [`JSON.parse of ${json.length} characters`, baseline],
  [
    `parse + check + load, ${text.length} characters`,
    median(() => loadProgram({ name: '2026.thidua', text })),
  ],
  ['bind 3.860 facts', median(() => bindFacts(program, dossier.value))],
  [
    'score 22 villages and the commune, with trace',
    median(() => score({ program, facts: bound.value, asOf })),
  ],
]
for (const [name, milliseconds] of rows) {
  const ratio = (milliseconds / baseline).toFixed(1)
  process.stdout.write(
    `${name.padEnd(56)} ${milliseconds.toFixed(2).padStart(8)} ms  ${ratio.padStart(6)}×\n`,
  )
}

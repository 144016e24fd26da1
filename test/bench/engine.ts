/**
 * Speed of scoring, side by side in one run and on the same answers: thirty criteria for 22, 4.000 and 90.000 entrants, by the
 * interpreter with its trace, by the compiled scorer, by a program written by hand in doubles, and by four engines that others use.
 */
import { type Rational, toExactText } from '#base/rational.ts'
import { compile } from '#engine/compiled/compile.ts'
import { loadProgram, score } from '#engine/index.ts'
import { rulebookText } from './engine/criteria.ts'
import { asRead, factTable, type Plain, plainEntrants } from './engine/dossier.ts'
import { handWritten } from './engine/handWritten.ts'
import { time, timeOnce } from './engine/measure.ts'
import { peers, prepared } from './engine/peers.ts'

const loaded = loadProgram({ name: 'toc-do.thidua', text: rulebookText() })
if (!loaded.ok) throw new Error('the rulebook is sound')
const program = loaded.value
const asOf = { year: 2026, month: 10, day: 31 }
/** More than this the interpreter's traces would not fit in memory, and the slowest of the others would take an hour. */
const [MOST_TRACES, MOST_SLOW] = [4000, 4000]

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

for (const count of [22, 4000, 90_000]) {
  const plain = plainEntrants(count)
  const evaluation = { program, facts: factTable(plain), asOf }
  say(`\n${count} entrants × 30 criteria`)
  const { made: scorer, milliseconds: loading } = timeOnce(() => compile(evaluation))
  const [level] = scorer.levels
  if (!level) throw new Error('villages are scored')
  const compiled = time(() => level.score())
  const row = (name: string, milliseconds: number): void => {
    const [each, ratio] = [(milliseconds * 1e6) / count / 30, milliseconds / compiled]
    say(
      `${name.padEnd(46)} ${milliseconds.toFixed(4).padStart(12)} ms ${each.toFixed(1).padStart(9)} ns a criterion ${ratio.toFixed(2).padStart(9)}×`,
    )
  }
  row('compiled, exact', compiled)
  const byHand = handWritten()
  row(
    'by hand in doubles, objects of one shape',
    time(() => byHand(plain)),
  )
  const read = asRead(plain)
  row(
    'by hand in doubles, objects as JSON.parse makes',
    time(() => byHand(read)),
  )
  if (count <= MOST_TRACES)
    row(
      'interpreter, with the trace',
      time(() => score(evaluation), 200),
    )
  const totals = byHand(plain)
  hold('by hand', (at) => totals[at] ?? Number.NaN)
  for (const peer of peers()) {
    const facts = plain.slice(0, Math.min(count, MOST_SLOW)).map(prepared)
    const answers: number[] = []
    for (const one of facts) answers.push(await peer.score(one))
    hold(peer.name, (at) => answers[at] ?? Number.NaN, facts.length)
    const some = peer.isSlow ? facts.slice(0, 400) : facts
    const milliseconds = peer.isSlow
      ? (await timeEach(some, peer.score)) * (count / some.length)
      : time(() => {
          for (const one of some) peer.score(one)
        }) *
        (count / some.length)
    row(`${peer.name}${some.length < count ? ` (from ${some.length})` : ''}`, milliseconds)
  }
  say(`facts laid out and compiled in ${loading.toFixed(0)} ms; ${bytesOf(evaluation)} bytes an entrant`)
  row(
    'compiled: ranks',
    time(() => level.rank()),
  )
  row(
    'by hand: ranks',
    time(() => rankByHand(totals)),
  )
  let turn = 0
  const changes = [fact(plain, 0), fact(plain, 1)]
  const one = time(() => {
    turn++
    if (!scorer.change(changes[turn % 2] as (typeof changes)[0])) throw new Error('the fact fits')
  })
  say(`one fact changed, its entrant scored and moved: ${(one * 1000).toFixed(2)} µs`)

  /** Every way must come to the same; ours is exact, theirs may be off in the last digits of a double. */
  function hold(name: string, total: (at: number) => number, checked = count): void {
    if (!level) return
    for (let at = 0; at < checked; at++) {
      const apart = Math.abs(total(at) - (level.totals[at] ?? 0) / level.scope.units.perPoint)
      if (!(apart < 1e-6)) throw new Error(`${name} is off by ${apart}`)
    }
  }
}

/** The same rulebook and facts by the interpreter and the compiled scorer, to the last digit. */
{
  const evaluation = { program, facts: factTable(plainEntrants(400)), asOf }
  const text = (value: Rational | undefined): string => (value ? toExactText(value) : '')
  const exact = new Map(
    score(evaluation).map(({ entrant, total, rank }) => [entrant.id, `${text(total)} ${rank}`]),
  )
  const scorer = compile(evaluation)
  scorer.run()
  for (const { entrant, total, rank } of scorer.levels.flatMap((level) => level.results())) {
    if (exact.get(entrant) !== `${text(total)} ${rank}`) throw new Error(`${entrant} is not scored alike`)
  }
}

async function timeEach<One>(all: readonly One[], task: (one: One) => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    for (const one of all) await task(one)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

function rankByHand(totals: Float64Array): unknown {
  const places = Array.from(totals.keys()).sort((left, right) => (totals[right] ?? 0) - (totals[left] ?? 0))
  const ranks = new Int32Array(totals.length)
  for (const [index, at] of places.entries()) {
    const before = places[index - 1]
    ranks[at] = before !== undefined && totals[before] === totals[at] ? (ranks[before] ?? 0) : index + 1
  }
  return ranks
}

/** A count that the first entrant has, or one more or less of it. */
function fact(plain: readonly Plain[], more: number) {
  const { facts } = factTable([{ ...plain[0], c0: 10 + more }])
  const [one] = facts('t0', 'c0')
  if (!one) throw new Error('the first entrant has the count')
  return one
}

/** What the columns of a level take up for each of its entrants. */
function bytesOf(evaluation: Parameters<typeof compile>[0]): number {
  const [level] = compile(evaluation).levels
  const population = level?.scope.population
  if (!population) return 0
  const bytes = [...population.columns.values()].flatMap(({ values, states }) =>
    [...values, ...states].map(({ byteLength }) => byteLength),
  )
  return Math.round(bytes.reduce((sum, one) => sum + one, 0) / population.entrants.length)
}

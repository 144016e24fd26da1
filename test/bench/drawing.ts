/**
 * Courses of the time to come, drawn and scored whole, in one run: on the communes' own rulebooks by the compiled scorer and by the
 * interpreter on the same draws (both must come to the same), and how the time grows with entrants and criteria.
 */
import { join } from 'node:path'
import { drawsFrom } from '#base/random.ts'
import { loadProgram } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'
import { scoreDossier } from '#services/scoreDossier.ts'
import type { Outlook } from '#simulate/projection.ts'
import { compiledDrawer, type DrawFuture, interpretedDrawer } from '#simulate/resample/drawFuture.ts'
import { futuresOf } from '#simulate/resample/futures.ts'
import { evaluationOf } from '#simulate/whatIf.ts'
import { time, timeOnce } from './engine/measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const SINCE = { year: 2026, month: 10, day: 31 }

function drawersOf(outlook: Outlook): { readonly compiled: DrawFuture; readonly interpreted: DrawFuture } {
  const { carried, drawn } = futuresOf(outlook, 'all')
  const facts = [...outlook.dossier.facts, ...carried]
  const evaluation = evaluationOf(outlook, { ...outlook.dossier, facts })
  const compiled = evaluation.ok ? compiledDrawer(evaluation.value, drawn) : undefined
  if (!evaluation.ok || !compiled) throw new Error('what is measured is compiled')
  return { compiled, interpreted: interpretedDrawer(evaluation.value, drawn) }
}

function inOrder(drawFuture: DrawFuture, seed: number): string {
  const told = drawFuture(drawsFrom(seed)).map(({ entrant, total, rank }) => `${entrant} ${total} ${rank}`)
  return told.toSorted().join('\n')
}

function millisecondsOf(drawFuture: DrawFuture, enough: number): number {
  const draw = drawsFrom(1)
  return time(() => drawFuture(draw), enough)
}

for (const commune of ['ngoc-son', 'an-nong', 'vinh-loc']) {
  const file = join(ROOT, `rules/${commune}/2026.thidua`)
  const scored = await scoreDossier(file, join(ROOT, 'data', commune), { asOf: SINCE, today: SINCE })
  if (!scored.ok) throw new Error('the samples are sound')
  const { program, dossier } = scored.value
  const { compiled, interpreted } = drawersOf({ program, dossier, asOf: SINCE, horizon: program.to })
  for (const seed of [1, 2, 3])
    if (inOrder(compiled, seed) !== inOrder(interpreted, seed)) throw new Error('both come to the same')
  const [fast, slow] = [millisecondsOf(compiled, 600), millisecondsOf(interpreted, 600)]
  const draw = drawsFrom(1)
  const { milliseconds } = timeOnce(() => {
    for (let drawn = 0; drawn < 10_000; drawn++) compiled(draw)
  })
  const line = [
    `${commune}, ${dossier.entrants.length} entrants`.padEnd(24),
    `${Math.round(1000 / fast)} draws a second`.padStart(22),
    `interpreter ×${(slow / fast).toFixed(0)}`.padStart(18),
    `10.000 draws ${(milliseconds / 1000).toFixed(1)} s`.padStart(24),
  ]
  process.stdout.write(`${line.join('')}\n`)
}

/** Half of the criteria are ratios of which the newest counts, half are sums of months. */
function madeUp(criteria: number, entrants: number): Outlook {
  const numbers = Array.from({ length: criteria }, (_, at) => at)
  const rules = numbers.map((at) =>
    at % 2 === 0
      ? `  số liệu t${at} "t${at}": số nguyên hộ, hằng tháng, mới nhất, là một phần của m${at}
  số liệu m${at} "m${at}": số nguyên hộ, hằng tháng, mới nhất, từ 1
  tiêu chí ${at + 1} "${at + 1}" tối đa 2 điểm
    giá trị = t${at} / m${at}; chỉ tiêu 90%; chấm theo tỷ lệ đạt chỉ tiêu`
      : `  số liệu n${at} "n${at}": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí ${at + 1} "${at + 1}" tối đa 2 điểm
    giá trị = n${at}
    từ 40 trở lên: điểm tối đa; từ 20 đến dưới 40: 1 điểm; còn lại: 0 điểm`,
  )
  const text = `bộ tiêu chí "Tốc độ" mã thu phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
    thang điểm ${2 * criteria}
${rules.join('\n')}`
  const names = Array.from({ length: entrants }, (_, at) => `v${at}`)
  const facts = names.flatMap((name, who) =>
    numbers.flatMap((at) =>
      Array.from({ length: 10 }, (_, month) => {
        const period = `2026-${`${month + 1}`.padStart(2, '0')}`
        const whole = 200 + ((who * 31 + at * 17) % 90)
        const part = ((who * 13 + at * 7) % 80) + month * (1 + ((who + at + month) % 5))
        return at % 2 === 0
          ? `${name},m${at},${period},${whole}\n${name},t${at},${period},${part}`
          : `${name},n${at},${period},${(who + at + month) % 7}`
      }),
    ),
  )
  const program = loadProgram({ name: 'toc-do.thidua', text })
  const dossier = readDossier({
    entrants: {
      name: 'entrants.csv',
      text: `id,name,kind,parent,cluster\n${names.map((name) => `${name},Thôn ${name},thôn,,`).join('\n')}\n`,
    },
    facts: { name: 'facts.csv', text: `entrant,measure,period,value\n${facts.join('\n')}\n` },
  })
  if (!program.ok || !dossier.ok) throw new Error('what is made up is sound')
  return { program: program.value, dossier: dossier.value, asOf: SINCE, horizon: program.value.to }
}

function tell(sizes: readonly number[], outlookFor: (size: number) => Outlook, unit: string): void {
  let [size, milliseconds] = [0, 0]
  for (const next of sizes) {
    const taken = millisecondsOf(drawersOf(outlookFor(next)).compiled, 400)
    const growth =
      size > 0 ? `${unit} ×${(next / size).toFixed(1)}: time ×${(taken / milliseconds).toFixed(1)}` : ''
    process.stdout.write(
      `${`${next} ${unit}`.padEnd(20)} ${taken.toFixed(3).padStart(8)} ms a draw  ${growth}\n`,
    )
    size = next
    milliseconds = taken
  }
}

tell([10, 30, 90], (criteria) => madeUp(criteria, 40), 'criteria')
tell([10, 40, 160], (entrants) => madeUp(30, entrants), 'entrants')

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPeriod, lastDay } from '#base/period.ts'
import { addDays, compareDates, parseIsoDate } from '#base/plainDate.ts'
import { type Draw, drawsFrom } from '#base/random.ts'
import { compare, type Rational, rational, toExactText } from '#base/rational.ts'
import { round } from '#base/rounding.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { bindFacts, loadProgram } from '#engine/index.ts'
import { readDossier } from '#records/dossier.ts'
import { stillPossible } from '#simulate/possible/possible.ts'
import type { Outlook } from '#simulate/projection.ts'
import {
  compiledDrawer,
  futureDrawer,
  interpretedDrawer,
  type Outcome,
} from '#simulate/resample/drawFuture.ts'
import { type DrawnPace, futuresOf } from '#simulate/resample/futures.ts'
import { type EntrantProjection, type Projection, resample } from '#simulate/resample/resample.ts'
import { evaluationOf } from '#simulate/whatIf.ts'
import { model } from '../../reference/generate/models.ts'
import type { Model } from '../../reference/model.ts'
import { writeRulebook } from '../../reference/write.ts'
import { writeDossier } from '../../reference/writeDossier.ts'
import { type Case, dossierOf, programOf } from '../../support/scoring.ts'

const CASES = Number(process.env['CASES'] ?? 200)
const YEAR_END = { year: 2026, month: 12, day: 31 }

const RULES = `số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
  số liệu hộ "Số hộ": số nguyên hộ, hằng tháng, mới nhất, từ 1 đến 100
  số liệu đạt "Hộ đạt": số nguyên hộ, hằng tháng, mới nhất, là một phần của hộ
  số liệu nhà "Nhà văn hóa": có/không, hằng tháng, mới nhất
  tiêu chí 1 "Tin" tối đa 40 điểm
    giá trị = bài; chỉ tiêu 40 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Hộ đạt" tối đa 50 điểm
    giá trị = đạt / hộ; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 3 "Nhà" tối đa 10 điểm
    giá trị = nhà; có: điểm tối đa; không: 0 điểm`

/** A value a month, from January on; «-» for a month without one. */
function monthly(entrant: string, measure: string, values: string): string {
  return values
    .split(' ')
    .flatMap((value, index) =>
      value === '-' ? [] : [`${entrant},${measure},2026-${`${index + 1}`.padStart(2, '0')},${value}`],
    )
    .join('\n')
}

function outlookOf(facts: string, asOf = '2026-10-31', further: Partial<Case> = {}): Outlook {
  const day = parseIsoDate(asOf)
  if (!day) throw new Error(`${asOf} is no day`)
  const given = { rules: RULES, scale: '100', villages: ['Một', 'Hai'], facts, ...further }
  return { program: programOf(given), dossier: dossierOf(given), asOf: day, horizon: YEAR_END }
}

/** What would be reported where each period to come goes the way of that number. */
function coursesOf(outlook: Outlook, pace: DrawnPace): readonly (readonly string[])[] {
  const { drawn } = futuresOf(outlook, pace)
  const most = Math.max(0, ...drawn.map(({ ways }) => ways))
  return Array.from({ length: most }, (_, way) =>
    drawn.flatMap(({ entrant, toCome, flows, levels }) => [
      ...flows.flatMap(({ measure, facts }) =>
        facts.map((ways, ahead) => {
          const value = ways?.[way]?.value
          const text = value?.kind === 'number' ? toExactText(value.value) : '-'
          return `${entrant} ${measure} ${formatPeriod(toCome[ahead] as never)} ${text}`
        }),
      ),
      ...levels.map(({ measure, changes }) => `${entrant} ${measure} ${changes[way]}`),
    ]),
  )
}

describe('what is drawn', () => {
  test.each([
    [
      'a sum: what was reported of a period behind, or nothing',
      monthly('v1', 'bài', '1 2 - 4 5 6 7 8 9 10'),
      'lastThree',
      [8, 9, 10].map((value) => [`v1 bài tháng 11/2026 ${value}`, `v1 bài tháng 12/2026 ${value}`]),
    ],
    [
      'the newest: how it changed in that period',
      monthly('v1', 'hộ', '50 50 50 50 50 50 50 52 51 55'),
      'lastThree',
      [['v1 hộ 2'], ['v1 hộ -1'], ['v1 hộ 4']],
    ],
    ['what never changed: nothing', monthly('v1', 'hộ', '50 50 50 50 50'), 'all', []],
    ['yes or no: nothing', monthly('v1', 'nhà', 'có không có không'), 'all', []],
    ['nobody has reported: nothing', monthly('v1', 'bài', '- - - - - - - - - - 3'), 'all', []],
    ['the year before is not known: nothing', monthly('v1', 'bài', '1 2 3'), 'lastYear', []],
  ] as const)('%s', (_, facts, pace, expected) => {
    expect(coursesOf(outlookOf(facts), pace)).toEqual(expected)
  })

  test('a part moves with its whole, and never exceeds it', () => {
    const facts = [monthly('v1', 'hộ', '50 60 40'), monthly('v1', 'đạt', '40 60 30')].join('\n')
    const outlook = outlookOf(facts, '2026-03-31')
    const seen: string[] = []
    const evaluation = evaluationOf(outlook, outlook.dossier)
    if (!evaluation.ok) throw new Error(renderDiagnostics(evaluation.diagnostics))
    const { drawn } = futuresOf(outlook, 'all')
    expect(drawn.map(({ levels }) => levels.map(({ measure, whole }) => [measure, whole]))).toEqual([
      [
        ['hộ', undefined],
        ['đạt', 0],
      ],
    ])
    // Always as in the second month: 10 and 20 more, until the bound; then the part stands at its whole.
    const outcomes = interpretedDrawer(evaluation.value, drawn)(() => 1)
    seen.push(...outcomes.filter(({ entrant }) => entrant === 'v1').map(({ total }) => `${total}`))
    expect(seen).toEqual(['5000'])
  })
})

describe('parts of parts', () => {
  const MEASURES = [
    'số liệu dân "Dân": số nguyên người, hằng tháng, mới nhất, từ 1',
    'số liệu lớn "Người lớn": số nguyên người, hằng tháng, mới nhất, từ 1, là một phần của dân',
    'số liệu thẻ "Có thẻ": số nguyên người, hằng tháng, mới nhất, là một phần của lớn',
  ]
  const CRITERION =
    'tiêu chí 1 "Thẻ" tối đa 100 điểm; giá trị = thẻ / lớn; chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu'
  const facts = [
    monthly('v1', 'dân', '100 100 100'),
    monthly('v1', 'lớn', '60 50 40'),
    monthly('v1', 'thẻ', '38 38 38'),
  ].join('\n')

  test.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])(
    'are drawn after their wholes, declared in the order %j',
    (order) => {
      const rules = [...order.map((index) => MEASURES[index]), CRITERION].join('\n')
      const { drawn } = futuresOf(outlookOf(facts, '2026-03-31', { rules }), 'all')
      expect(drawn.map(({ levels }) => levels.map(({ measure, whole }) => [measure, whole]))).toEqual([
        [
          ['dân', undefined],
          ['lớn', 0],
          ['thẻ', 1],
        ],
      ])
    },
  )
})

describe('what it comes to', () => {
  const facts = [
    monthly('v1', 'bài', '1 3 1 3 1 3 1 3 1 3'),
    monthly('v2', 'bài', '2 2 2 2 2 2 2 2 2 2'),
  ].join('\n')

  function answer(seed: number, draws = 400): Projection {
    const found = resample(outlookOf(facts), { pace: 'all', draws, seed })
    if (!found.ok) throw new Error(renderDiagnostics(found.diagnostics))
    return found.value
  }

  test('the middle of all draws, and what nine of ten lie between', () => {
    const told = entrantsIn(answer(1)).map(({ expected, total, rank }) => [
      expected.entrant.id,
      total && [total.low, total.median, total.high].map(toExactText),
      [rank.low, rank.median, rank.high],
    ])
    // 20 by October: then 2, 4 or 6 more for the one, and always 4 for the other.
    expect(told).toEqual([
      ['v2', ['24', '24', '24'], [1, 1, 2]],
      ['v1', ['22', '24', '26'], [1, 1, 2]],
    ])
  })

  test('the same seed, the same answer; another seed, another', () => {
    const text = (one: Projection): string =>
      JSON.stringify(
        entrantsIn(one).map(({ total, rank, classes }) => [
          total && Object.values(total).map(toExactText),
          rank,
          classes,
        ]),
      )
    expect(text(answer(7, 50))).toBe(text(answer(7, 50)))
    const others = [1, 2, 3, 4, 5, 6].map((seed) => text(answer(seed, 3)))
    expect(new Set(others).size).toBeGreaterThan(1)
  })
})

test('random futures of random models: the compiled scorer comes to what the interpreter does', () => {
  let compared = 0
  fc.assert(
    fc.property(
      fc.noShrink(model),
      fc.nat(400),
      fc.constantFrom(0, 0, 40),
      fc.integer(),
      fc.constantFrom(...PACES),
      (given, days, known, seed, pace) => {
        const outlook = outlookOfModel(given, days, known)
        if (!outlook) return
        const { carried, drawn } = futuresOf(outlook, pace)
        const evaluation = evaluationOf(outlook, {
          ...outlook.dossier,
          facts: [...outlook.dossier.facts, ...carried],
        })
        if (!evaluation.ok) throw new Error(renderDiagnostics(evaluation.diagnostics))
        const compiled = compiledDrawer(evaluation.value, drawn)
        if (!compiled || drawn.length === 0) return
        compared++
        const interpreted = interpretedDrawer(evaluation.value, drawn)
        for (const draw of [seed, seed + 1, seed + 2])
          expect(told(compiled, drawsFrom(draw))).toEqual(told(interpreted, drawsFrom(draw)))
      },
    ),
    { numRuns: CASES },
  )
  expect(compared).toBeGreaterThan(CASES / 20)
}, 36_000_000)

test('random futures of random models: whatever is drawn was said to be possible', () => {
  let compared = 0
  fc.assert(
    fc.property(
      fc.noShrink(model),
      fc.nat(400),
      fc.integer(),
      fc.constantFrom(...PACES),
      (given, days, seed, pace) => {
        const outlook = outlookOfModel(given, days, 0)
        if (!outlook) return
        const { carried, drawn } = futuresOf(outlook, pace)
        const facts = [...outlook.dossier.facts, ...carried]
        const evaluation = evaluationOf(outlook, { ...outlook.dossier, facts })
        const possible = stillPossible(outlook, 'asTheyCome')
        if (!evaluation.ok || !possible.ok) throw new Error('the model is sound')
        const { totalRounding } = evaluation.value.program
        const lastDecimal = 10n ** BigInt(totalRounding.places)
        const ranges = new Map(possible.value.entrants.map((one) => [one.now.entrant.id, one]))
        for (const { entrant, total, rank } of futureDrawer(evaluation.value, drawn)(drawsFrom(seed))) {
          const range = ranges.get(entrant)
          if (!range) throw new Error(`${entrant} is scored, and nothing is said of it`)
          if (rank === undefined) expect([entrant, range.mayBeUnranked]).toEqual([entrant, true])
          else {
            expect(rank).toBeGreaterThanOrEqual(range.ranks?.best ?? Number.POSITIVE_INFINITY)
            expect(rank).toBeLessThanOrEqual(range.ranks?.worst ?? 0)
          }
          if (Number.isNaN(total) || !range.total) continue
          const [least, most] = [range.total.least, range.total.most].map((end) =>
            round(end, totalRounding.places, totalRounding.method),
          ) as [Rational, Rational]
          const points = rational(BigInt(total), lastDecimal)
          expect(compare(points, least)).toBeGreaterThanOrEqual(0)
          expect(compare(points, most)).toBeLessThanOrEqual(0)
          compared++
        }
      },
    ),
    { numRuns: CASES },
  )
  expect(compared).toBeGreaterThan(CASES / 4)
}, 36_000_000)

function entrantsIn({ cohorts }: Projection): readonly EntrantProjection[] {
  return cohorts.flatMap(({ entrants }) => entrants)
}

const PACES: readonly DrawnPace[] = ['all', 'lastThree', 'lastYear']

function told(drawFuture: (draw: Draw) => readonly Outcome[], draw: Draw): readonly string[] {
  return drawFuture(draw)
    .map(({ entrant, total, rank, class: title }) => `${entrant}: ${total}, ${rank}, ${title}`)
    .toSorted()
}

/** The model some days before its own day, with what was known then or some days later, looking forward to the end of its rulebook. */
function outlookOfModel(given: Model, days: number, known: number): Outlook | undefined {
  const loaded = loadProgram({ name: 'r.thidua', text: writeRulebook(given.rulebook) })
  const written = writeDossier(given.dossier, given.rulebook.measures)
  const read = readDossier({
    entrants: { name: 'entrants.csv', text: written.entrants },
    facts: { name: 'facts.csv', text: written.facts },
  })
  if (!loaded.ok || !read.ok || !bindFacts(loaded.value, read.value).ok) return undefined
  const program = loaded.value
  const asOf = addDays(given.asOf, -days)
  const until = addDays(asOf, known)
  const facts = read.value.facts.filter(({ period }) => compareDates(lastDay(period), until) <= 0)
  return { program, dossier: { ...read.value, facts }, asOf, horizon: program.to }
}

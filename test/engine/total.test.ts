import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, ZERO } from '#base/rational.ts'
import {
  bindFacts,
  boundariesOf,
  bulletinOf,
  changeSentences,
  changesBetween,
  coverageOf,
  explainEntrant,
  explainLeaf,
  explainNode,
  explainTotal,
  lackSentence,
  latestDay,
  leavesIn,
  loadProgram,
  neighboursOf,
  type Program,
  runExamples,
  score,
  separationSentence,
  tracesOf,
  whyNotMore,
} from '#engine/index.ts'
import { type Example, printExample } from '#language/index.ts'
import { readDossier } from '#records/dossier.ts'

/**
 * Whatever passes the checks can be scored: rulebooks and facts at random, most of them odd. The text is made of clauses
 * that are right by themselves; whether they fit together is for the checks to say.
 */

const choice = fc.constantFrom
const small = fc.integer({ min: 0, max: 6 })

/** `a` and `b` are counts, `p` a percentage, `f` có/không; how they are reported and bounded is open. */
const often = choice('hằng năm', 'hằng năm', 'hằng quý', 'hằng tháng')
const gathered = choice('mới nhất', 'cộng dồn')
const bounds = fc.oneof(
  choice('', '', ', từ 1'),
  fc.tuple(small, small).map(([low, more]) => `, từ ${low} đến ${low + more}`),
)
const count = fc
  .tuple(choice('số nguyên bài', 'số nguyên bài', 'số thập phân bài'), often, gathered, bounds)
  .map(([type, frequency, how, range]) => `${type}, ${frequency}, ${how}${range}`)
const measures = fc
  .tuple(count, count, choice('', '', ', là một phần của b'), often, often, choice('', ', từ 0% đến 100%'))
  .map(([a, b, part, forRatio, forFlag, range]) => [
    `số liệu a "a": ${a}${part}`,
    `số liệu b "b": ${b}`,
    `số liệu p "p": tỷ lệ, ${forRatio}${range}`,
    `số liệu f "f": có/không, ${forFlag}`,
  ])
/** And `l` a level, `d` a day, `s` a survey's score, `i` an index, `m` a count by month. */
const others = fc
  .tuple(
    often,
    often,
    choice('', ', bình quân', ', lớn nhất'),
    choice('', ', kỳ thiếu tính 0', ', bỏ qua kỳ thiếu'),
  )
  .map(([forLevel, forSurvey, how, absent]) => [
    `số liệu l "l": mức "Chưa" rồi "Đang" rồi "Xong", ${forLevel}`,
    'số liệu d "d": ngày, hằng năm',
    `số liệu s "s": điểm theo thang 20, ${forSurvey}${how}${absent}`,
    `số liệu i "i": chỉ số, hằng năm, từ 0 đến 1, bước 0,25`,
    `số liệu m "m": số nguyên bài, hằng tháng, cộng dồn${absent}`,
  ])

const award = choice('điểm tối đa', '1/2 điểm tối đa', '0 điểm', '1,5 điểm')
/** Tiers in steps of `unit`, which touch as often as not. */
const tiersOf = (unit: (steps: number) => string, top: string): fc.Arbitrary<string[]> =>
  fc
    .tuple(
      small,
      fc.integer({ min: 1, max: 4 }),
      fc.array(award, { minLength: 4, maxLength: 4 }),
      choice('rest', 'below', 'target', 'closed'),
    )
    .map(([low, more, [first, second, third, fourth], last]) => {
      const [from, to] = [unit(low), unit(low + more)]
      const lines = [`từ ${from} đến dưới ${to}: ${second}`, `từ ${to} trở lên: ${first}`]
      if (last === 'below' && low > 0) return [...lines, `dưới ${from}: ${third}`]
      // Right only where nothing lies above the bound of the measure.
      if (last === 'closed')
        return [`từ ${unit(0)} đến dưới ${to}: ${second}`, `từ ${to} đến ${top}: ${first}`]
      if (last === 'target') return [`đạt chỉ tiêu: ${third}`, `còn lại: ${fourth}`]
      return [...lines, `còn lại: ${third}`]
    })
const countTiers = tiersOf((steps) => `${steps}`, '7')
const ratioTiers = tiersOf((steps) => `${steps * 10}%`, '100%')
const flagTiers = fc.tuple(award, award).map(([yes, no]) => [`có: ${yes}`, `không: ${no}`])

const zero = choice('khi b = 0: không áp dụng', 'khi b = 0: 1 điểm', '')
const quotient = fc.tuple(zero).map(([answer]) => ['giá trị = a / b', answer])
const judged = (
  value: fc.Arbitrary<string[]>,
  target: string,
  tiers: fc.Arbitrary<string[]>,
): fc.Arbitrary<string[]> =>
  fc
    .tuple(value, fc.oneof(tiers, fc.constant(['chấm theo tỷ lệ đạt chỉ tiêu'])))
    .map(([lines, how]) => [...lines, target, ...how])
const item = fc
  .tuple(
    choice('mỗi bài', 'mỗi 2 bài', 'mỗi 1,5 bài'),
    choice('', '', ' thiếu so với chỉ tiêu', ' lệch so với chỉ tiêu', ' vượt chỉ tiêu'),
    choice('được', 'trừ'),
    award,
    choice('', ', không quá điểm tối đa', ', không quá 1 điểm'),
  )
  .map(([step, of, effect, points, limit]) => `${step}${of} ${effect} ${points}${limit}`)
const relative = fc
  .tuple(
    choice('cao nhất', 'bình quân'),
    choice('0 điểm', 'không áp dụng', '1 điểm'),
    choice('a', 'm', 'i', 's'),
  )
  .map(([figure, answer, of]) => [
    `giá trị = ${of}`,
    `khi ${figure} trong cụm = 0: ${answer}`,
    `chấm theo tỷ lệ so với ${figure} trong cụm`,
  ])
const lateness = fc
  .tuple(choice('ngày', 'tháng'), award)
  .map(([unit, points]) => [
    'thời hạn 15/03/2026',
    `giá trị = số ${unit} chậm của d`,
    `mỗi ${unit} trừ ${points}`,
  ])
const levels = fc
  .tuple(award, award)
  .map(([first, second]) => ['giá trị = l', `từ "Đang" trở lên: ${first}`, `còn lại: ${second}`])
const exception = fc.oneof(
  fc.constant([]),
  choice(['riêng thôn "núi"', 'không áp dụng'], ['riêng thôn "núi"', 'chỉ tiêu 1 bài']),
)
const withException = (lines: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> =>
  fc.tuple(lines, exception).map(([rules, last]) => [...rules, ...last])
const part = fc.oneof(
  award.map((given) => [`cộng ${given} khi f`]),
  fc.tuple(choice('a', 'b'), countTiers).map(([by, tiers]) => [`cộng theo ${by}`, ...tiers]),
)
const rule = fc.oneof(
  relative,
  lateness,
  levels,
  withException(judged(fc.constant(['giá trị = m mỗi tháng']), 'chỉ tiêu 2 bài', countTiers)),
  withException(
    fc
      .tuple(choice('giá trị = a', 'giá trị = m', 'giá trị = m mỗi tháng'), item)
      .map(([value, one]) => [value, 'chỉ tiêu 2-4 bài', one]),
  ),
  withException(judged(fc.constant(['giá trị = a']), 'chỉ tiêu 3 bài', countTiers)),
  judged(fc.constant(['giá trị = s / 20']), 'chỉ tiêu 40%', ratioTiers),
  fc
    .tuple(zero, countTiers)
    .map(([answer, tiers]) => ['giá trị = a trên 10 b', answer, 'chỉ tiêu 3', ...tiers]),
  judged(quotient, 'chỉ tiêu 40%', ratioTiers),
  judged(fc.constant(['giá trị = a']), 'chỉ tiêu 2,5 bài', countTiers),
  judged(fc.constant(['giá trị = a / 5']), 'chỉ tiêu 40%', ratioTiers),
  judged(fc.constant(['giá trị = p']), 'chỉ tiêu 40%', ratioTiers),
  flagTiers.map((tiers) => ['giá trị = f', ...tiers]),
  fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.flat()),
)

const rulebook = fc
  .tuple(
    choice('xã', 'thôn', 'xã, thôn'),
    choice(
      'không áp dụng: quy đổi về thang điểm',
      'không áp dụng: quy đổi trong nhóm',
      'không áp dụng: không quy đổi',
    ),
    choice('chưa có số liệu: 0 điểm', 'chưa có số liệu: không áp dụng', ''),
    fc.tuple(measures, others).map((all) => all.flat()),
    fc.array(fc.tuple(choice('đo tại xã', 'đo tại thôn'), rule), { minLength: 1, maxLength: 3 }),
  )
  .map(([levels, policy, missing, declared, criteria]) =>
    [
      `bộ tiêu chí "x" mã x phiên bản 1`,
      `áp dụng cho ${levels} từ 15/01/2026 đến 30/06/2026`,
      `thang điểm ${criteria.length * 4}`,
      policy,
      missing,
      'đặc điểm thôn "núi"',
      ...declared,
      ...criteria.flatMap(([level, lines], index) => [
        `tiêu chí ${index + 1} "x" tối đa 4 điểm, không vượt quá điểm tối đa`,
        level,
        ...lines,
      ]),
    ].join('\n'),
  )

/** A value, or none, for every entrant and measure, given for a period of each length: the one that fits is accepted. */
const facts = fc
  .array(
    fc.tuple(
      choice(
        '0',
        '0',
        '1',
        '3',
        '6',
        '40%',
        '0%',
        'có',
        'không',
        'không áp dụng',
        '"2,5"',
        'Đang',
        'Xong',
        '20/03/2026',
        '"0,25"',
        undefined,
      ),
      choice('', '', '', 'chờ thẩm định'),
    ),
    { minLength: 27, maxLength: 27 },
  )
  .map((values) => {
    const places = ['xa', 'v1', 'v2'].flatMap((entrant) =>
      ['a', 'b', 'p', 'f', 'l', 'd', 's', 'i', 'm'].map((of) => [entrant, of] as const),
    )
    return places.flatMap(([entrant, of], index) => {
      const [value, status] = values[index] ?? []
      if (value === undefined) return []
      return ['2026', '2026-Q1', '2026-Q2', '2026-01'].map(
        (period) => [entrant, of, period, value, status ?? ''] as const,
      )
    })
  })

/** Whatever is said of the sheets is whole sentences, and what is read aloud is words alone. */
function expectWholeSentences(scored: Parameters<typeof bulletinOf>[0]): void {
  const { program, sheets, before } = scored
  const said = sheets.flatMap((sheet) => {
    const earlier = before?.sheets.find(({ entrant }) => entrant.id === sheet.entrant.id)
    return [
      ...explainEntrant(sheet, sheets, program),
      ...tracesOf(sheet.nodes).map(explainNode),
      ...whyNotMore(sheet).map(lackSentence),
      ...neighboursOf(sheet, sheets, program).map((one) => separationSentence(sheet, one, program)),
      ...(earlier ? changeSentences(changesBetween(earlier, sheet), program) : []),
      ...changeSentences(changesBetween(sheet, sheet), program),
    ]
  })
  for (const sentence of said) {
    expect(sentence).toMatch(/^[«\p{Lu}\d].*\.$/u)
    expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}|\.\.|: \./)
  }
  for (const paragraph of bulletinOf(scored)) expect(paragraph).toMatch(/^\p{Lu}[\p{L} ,;.]*\.$/u)
}

test('a rulebook that passes the checks scores any facts that it accepts', () => {
  let scored = 0
  fc.assert(
    fc.property(rulebook, facts, (text, rows) => {
      const program = loadProgram({ name: 'x', text })
      if (!program.ok) return
      // Facts that the rulebook refuses are left out one by one, so that most runs have some left.
      const dossierOf = (lines: typeof rows) =>
        readDossier({
          entrants: {
            name: 'e',
            text: 'id,name,kind,parent,cluster,attributes\nxa,Xã,xã,,,\nv1,Một,thôn,xa,,\nv2,Hai,thôn,xa,,núi\n',
          },
          facts: {
            name: 'f',
            text: ['entrant,measure,period,value,status', ...lines.map((row) => row.join(','))].join('\n'),
          },
        })
      const accepted = rows.filter((row) => {
        const dossier = dossierOf([row])
        return dossier.ok && bindFacts(program.value, dossier.value).ok
      })
      const dossier = dossierOf(accepted)
      if (!dossier.ok) throw new Error('each row was read by itself')
      const bound = bindFacts(program.value, dossier.value)
      if (!bound.ok) return
      const asOf = latestDay(dossier.value.facts, program.value)
      const sheets = score({ program: program.value, facts: bound.value, asOf })
      scored++
      for (const sheet of sheets) {
        expect(explainTotal(sheet, program.value)).not.toMatch(/undefined|NaN/)
        for (const trace of leavesIn(sheet.nodes)) {
          expect(compare(trace.points, ZERO)).toBeGreaterThanOrEqual(0)
          expect(compare(trace.points, trace.applicableMaximum)).toBeLessThanOrEqual(0)
          expect(Object.values(explainLeaf(trace)).join(' ')).not.toMatch(/NaN|\[object| {2}/)
        }
      }
      const first = { year: 2026, month: 1, day: 31 }
      const before = {
        asOf: first,
        sheets: score({ program: program.value, facts: bound.value, asOf: first }),
      }
      expectWholeSentences({ program: program.value, asOf, sheets, before })
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1200) },
  )
  // Many rulebooks at random are refused; enough must pass for the law to have been tried.
  expect(scored).toBeGreaterThan(20)
}, 3_600_000)

/** The rulebook with those examples below it. */
function withExamples(text: string, examples: readonly Example[]): Program {
  const program = loadProgram({ name: 'x', text: [text, ...examples.map(printExample)].join('\n') })
  if (!program.ok)
    throw new Error(`${program.diagnostics[0]?.message}\n${examples.map(printExample).join('\n')}`)
  return program.value
}

test('at the thresholds of a rulebook that passes the checks are examples that hold, and its branches are reached', () => {
  let [tried, open, unknown] = [0, 0, 0]
  fc.assert(
    fc.property(rulebook, (text) => {
      const program = loadProgram({ name: 'x', text })
      if (!program.ok) return
      tried++
      const atThresholds = withExamples(
        text,
        boundariesOf(program.value).map(({ example }) => example),
      )
      const held = runExamples(atThresholds)
      for (const { example, holds } of held) expect(holds, printExample(example)).toBe(true)
      // They lie on both sides of every threshold: only missing facts are left.
      const left = coverageOf(atThresholds, held).filter(({ state }) => state === 'open')
      expect(left.filter(({ branch }) => branch.reach.kind !== 'missing').map(({ why }) => why)).toEqual([])

      const before = coverageOf(program.value, [])
      const covered = withExamples(
        text,
        before.flatMap(({ proposal }) => proposal ?? []),
      )
      const results = runExamples(covered)
      for (const { example, holds } of results) expect(holds, printExample(example)).toBe(true)
      const after = coverageOf(covered, results)
      expect(after.filter(({ state }) => state === 'open')).toEqual([])
      open += before.filter(({ state }) => state === 'open').length
      unknown += after.filter(({ state }) => state === 'unknown').length
    }),
    { numRuns: Number(process.env['RUNS'] ?? 500) },
  )
  expect(tried).toBeGreaterThan(20)
  // Some ratios of small whole numbers cannot be had; nearly every branch can be found.
  expect(unknown * 20).toBeLessThan(open)
}, 3_600_000)

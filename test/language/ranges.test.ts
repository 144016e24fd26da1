import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEVEL_NAMES } from '#base/entrantLevel.ts'
import { periodKey } from '#base/period.ts'
import { compare, equals, negate, type Rational, rational, toExactText } from '#base/rational.ts'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import {
  bindFacts,
  type LeafTrace,
  leavesIn,
  loadProgram,
  type NodeTrace,
  type Program,
  score,
} from '#engine/index.ts'
import {
  collectSymbols,
  domainOfMeasure,
  type Measure,
  type NodeRanges,
  type Range,
  rangesOf,
  totalRanges,
} from '#language/index.ts'
import { readDossier } from '#records/dossier.ts'
import type { Fact } from '#records/fact.ts'
import { randomMeasures, randomPenalty, randomRule } from '../support/randomRules.ts'

const choice = fc.constantFrom

/** Criteria of 5 points, bonuses and penalties, under groups that combine them in every way; some groups are penalties. */
const kind = choice('scale', 'scale', 'scale', 'bonus', 'penalty')
const criterion = fc.record({
  kind,
  rule: randomRule,
  penalty: randomPenalty,
  level: choice('xã', 'thôn', 'thôn'),
})
const combine = choice(
  '',
  '',
  ', chỉ tính thành phần cao nhất',
  ', chỉ tính thành phần thấp nhất',
  ', tính bình quân các thành phần',
)
const group = fc.record({
  combine,
  takes: choice(false, false, true),
  criteria: fc.array(criterion, { minLength: 1, maxLength: 3 }),
})

const rulebook = fc
  .record({
    levels: choice('thôn', 'xã', 'xã, thôn'),
    policy: choice(
      'không áp dụng: quy đổi về thang điểm',
      'không áp dụng: quy đổi trong nhóm',
      'không áp dụng: không quy đổi',
    ),
    missing: choice('', 'chưa có số liệu: không áp dụng'),
    rounding: choice('', 'làm tròn từng tiêu chí 1 chữ số', 'làm tròn từng tiêu chí 0 chữ số, làm tròn lên'),
    measures: randomMeasures,
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
  })
  .map(({ levels, policy, missing, rounding, measures, groups }) => {
    let code = 0
    const lines = groups.map((one, index) => {
      if (one.takes) {
        const maxima = one.criteria.map((_, place) =>
          one.combine.includes('bình quân') ? 5 : [5, 3, 4][place],
        )
        const criteria = one.criteria.flatMap(({ penalty, level }, place) => [
          `tiêu chí ${++code} "x" trừ tối đa ${maxima[place]} điểm`,
          `đo tại ${levels === 'xã, thôn' ? level : levels}`,
          ...penalty,
        ])
        const sum = maxima.reduce<number>((so, each) => so + (each ?? 0), 0)
        const whole =
          one.combine === '' ? sum : one.combine.includes('thấp') ? Math.min(5, maxima[1] ?? 5) : 5
        const declared = `nhóm G${index} "x" trừ tối đa ${whole} điểm${one.combine}`
        return { most: 0, text: [declared, ...criteria] }
      }
      const scale = one.criteria.filter((each) => each.kind === 'scale').length
      const most = scale === 0 ? 0 : one.combine === '' ? scale * 5 : 5
      const criteria = one.criteria.flatMap(({ kind: role, rule, penalty, level }) => {
        const declared = {
          scale: 'tối đa 5 điểm, không vượt quá điểm tối đa',
          bonus: 'khuyến khích, thưởng tối đa 5 điểm, không vượt quá điểm tối đa',
          penalty: 'trừ tối đa 5 điểm',
        }[role]
        code += 1
        return [
          `tiêu chí ${code} "x" ${declared}`,
          `đo tại ${levels === 'xã, thôn' ? level : levels}`,
          ...(role === 'penalty' ? penalty : rule),
        ]
      })
      return { most, text: [`nhóm G${index} "x" tối đa ${most} điểm${one.combine}`, ...criteria] }
    })
    const head = [
      'bộ tiêu chí "x" mã x phiên bản 1',
      `áp dụng cho ${levels} từ 01/01/2026 đến 30/06/2026`,
      `thang điểm ${lines.reduce((sum, { most }) => sum + most, 0)}`,
      rounding,
      policy,
      missing,
    ]
    return [...head, ...measures, ...lines.flatMap(({ text }) => text)].join('\n')
  })

/** Whole numbers at random, drawn one by one: what facts are made from. */
const draws = fc.array(fc.nat(99), { minLength: 60, maxLength: 60 })

const PERIODS = {
  month: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'],
  quarter: ['2026-Q1', '2026-Q2'],
  year: ['2026'],
} as const

function factsOf(program: Program, [gaps = 0, ...numbers]: readonly number[]): string {
  let drawn = 0
  const draw = (): number => numbers[drawn++ % numbers.length] ?? 0
  // Half of the dossiers lack nothing, so that whole totals are seen too.
  const absent = gaps < 50 ? 0 : 8
  const lines = ['xa', 'v1', 'v2'].flatMap((entrant) =>
    [...program.measures.values()].flatMap((measure) =>
      PERIODS[measure.frequency].flatMap((period) => {
        const luck = draw()
        if (luck < absent) return []
        const value = luck < absent * 2 ? 'không áp dụng' : `"${factFor(measure, draw())}"`
        return [
          `${entrant},${measure.name.text},${period},${value},${luck > 99 - absent ? 'chờ thẩm định' : ''}`,
        ]
      }),
    ),
  )
  return ['entrant,measure,period,value,status', ...lines].join('\n')
}

/** A value that the declaration allows, small ones mostly. */
function factFor(measure: Measure, number: number): string {
  const domain = domainOfMeasure(measure)
  if (domain?.kind === 'flag') return number % 2 === 0 ? 'có' : 'không'
  if (domain?.kind !== 'number') return `${1 + (number % 28)}/0${1 + (number % 9)}/2026`
  const { low, high } = domain.interval
  if (domain.notation.kind === 'levels')
    return domain.notation.names[number % domain.notation.names.length] ?? ''
  const from = Number(toExactText(low?.at ?? rational(0n)))
  if (domain.notation.kind === 'percent') return `${number + 1}%`
  const to = high ? Number(toExactText(high.at)) : from + 12
  const step = domain.step ? Number(toExactText(domain.step)) : 0.25
  const steps = Math.round((to - from) / step)
  return `${from + (number % (steps + 1)) * step}`.replace('.', ',')
}

function scoreAll(program: Program, numbers: readonly number[]) {
  const dossier = readDossier({
    entrants: {
      name: 'e',
      text: 'id,name,kind,parent,cluster\nxa,Xã,xã,,\nv1,Một,thôn,xa,\nv2,Hai,thôn,xa,\n',
    },
    facts: { name: 'f', text: factsOf(program, numbers) },
  })
  if (!dossier.ok) throw new Error(dossier.diagnostics.map(({ message }) => message).join('; '))
  // Facts of the wrong level, and parts above their whole, are refused: they are left out.
  const { facts, entrants } = dossier.value
  const fitting = [...Map.groupBy(facts, ({ entrant, measure }) => `${entrant} ${measure}`).values()]
  const alone = fitting.flatMap((own) =>
    bindFacts(program, { entrants, facts: own.slice(0, 1) }).ok ? own : [],
  )
  const bound = bindFacts(program, { entrants, facts: alone.filter((fact) => !isAboveWhole(fact, alone)) })
  if (!bound.ok) throw new Error(bound.diagnostics.map(({ message }) => message).join('; '))
  return score({ program, facts: bound.value, asOf: { year: 2026, month: 6, day: 30 } })
}

/** `w` is declared a part of `n`. */
function isAboveWhole(fact: Fact, facts: readonly Fact[]): boolean {
  const whole = facts.find(
    ({ entrant, measure, period }) =>
      entrant === fact.entrant && measure === 'n' && periodKey(period) === periodKey(fact.period),
  )
  if (fact.measure !== 'w' || fact.value.kind !== 'number' || whole?.value.kind !== 'number') return false
  return compare(fact.value.value, whole.value.value) > 0
}

const holds = ({ least, most }: Range, points: Rational): boolean =>
  compare(points, least) >= 0 && compare(points, most) <= 0

const said = ({ least, most }: Range): string => `${toExactText(least)} – ${toExactText(most)}`

function expectWithin(range: Range | undefined, points: Rational, what: string): void {
  const verdict = range && holds(range, points) ? 'within' : 'outside'
  expect(`${what}: ${toExactText(points)} ${verdict} ${range && said(range)}`).toContain(' within ')
}

/** Whether every fact was there and everything applied. */
function isWhole(trace: NodeTrace): boolean {
  if (trace.kind === 'branch') return trace.children.every(isWhole)
  const there = trace.inputs.every(({ outcome }) => outcome.kind === 'value')
  return there && trace.outcome.kind === 'value' && equals(trace.applicableMaximum, trace.node.maximum)
}

function expectTree(ranges: NodeRanges, trace: NodeTrace, branchesToo: boolean): void {
  const range = ranges.get(trace.id)
  if (trace.kind === 'leaf' || branchesToo) {
    expectWithin(range?.ever, trace.points, `${trace.node.code} ever`)
    if (isWhole(trace)) expectWithin(range?.full, trace.points, `${trace.node.code} full`)
  }
  if (trace.kind === 'branch') for (const child of trace.children) expectTree(ranges, child, branchesToo)
}

/** The places of the rulebook that a warning is about. */
function placesOf(code: Diagnostic['code'], diagnostics: readonly Diagnostic[]): ReadonlySet<number> {
  const found = diagnostics.filter((one) => one.code === code)
  return new Set(found.flatMap(({ labels }) => labels[0]?.span.start ?? []))
}

/** What was warned of as out of reach is never reached, and what never changes does not. */
function expectWarningsHold(diagnostics: readonly Diagnostic[], leaves: readonly LeafTrace[]): void {
  const idle = placesOf('unreachable-tier', diagnostics)
  const short = placesOf('attainable-below-maximum', diagnostics)
  const constant = placesOf('constant-criterion', diagnostics)
  const points = new Map<number, string>()
  for (const { node, rule, outcome, exception } of leaves) {
    const taken = rule?.kind === 'tiers' ? rule.taken.node.span.start : -1
    expect(idle.has(taken) && `tier of ${node.code}`).toBe(false)
    if (outcome.kind !== 'value' || rule?.kind === 'zeroDenominator' || exception) continue
    const most = node.role === 'penalty' ? negate(outcome.value) : outcome.value
    const isShort = short.has(node.node.maximum?.span.start ?? -1)
    expect(isShort && compare(most, node.maximum) >= 0 && `maximum of ${node.code}`).toBe(false)
    if (!constant.has(node.node.value?.span.start ?? -1) || rule?.kind === 'each') continue
    expect(points.get(node.id) ?? toExactText(most)).toBe(toExactText(most))
    points.set(node.id, toExactText(most))
  }
}

describe('ranges', () => {
  test('hold whatever the engine gives', () => {
    const seen = { sound: 0, whole: 0 }
    const property = fc.property(rulebook, draws, (text, numbers) => {
      const loaded = loadProgram({ name: 'x', text })
      if (!loaded.ok) return
      const sheets = scoreAll(loaded.value, numbers)
      seen.sound += 1
      const symbols = collectSymbols(loaded.value.rulebook)
      const ranges = rangesOf(loaded.value.rulebook, symbols)
      const totals = totalRanges(loaded.value.rulebook, symbols)
      const single = loaded.value.levels.length === 1
      expectWarningsHold(
        loaded.diagnostics,
        sheets.flatMap(({ nodes }) => leavesIn(nodes)),
      )
      for (const { entrant, nodes, total } of sheets) {
        for (const trace of nodes) expectTree(ranges, trace, single || entrant.level === 'commune')
        const range = totals.find(({ level }) => level === entrant.level)
        if (!total) continue
        expectWithin(range?.ever, total, `total ${entrant.id} ever`)
        if (!nodes.every(isWhole)) continue
        seen.whole += 1
        expectWithin(range?.full, total, `total ${entrant.id} full`)
      }
    })
    fc.assert(property, { numRuns: Number(process.env['RUNS'] ?? 400) })
    expect(seen.sound).toBeGreaterThan(100)
    expect(seen.whole).toBeGreaterThan(20)
  }, 600_000)

  test.each([
    [
      'tiers that the bounds leave out',
      'giá trị = a; từ 7 trở lên: điểm tối đa; từ 3 đến dưới 7: 4 điểm; dưới 3: 1 điểm',
      '1 – 4',
    ],
    [
      'a table that rises and falls',
      'giá trị = x; dưới 3: 1 điểm; từ 3 đến dưới 7: 4 điểm; từ 7 trở lên: 2 điểm',
      '1 – 4',
    ],
    ['a proportion', 'giá trị = x; chỉ tiêu 8 bài; chấm theo tỷ lệ đạt chỉ tiêu', '0 – 10'],
    [
      'a proportion to more than there can be',
      'giá trị = a; chỉ tiêu 8 bài; chấm theo tỷ lệ đạt chỉ tiêu',
      '0 – 15/2',
    ],
    ['a proportion of at least 1', 'giá trị = b; chỉ tiêu 8 bài; chấm theo tỷ lệ đạt chỉ tiêu', '5/4 – 10'],
    [
      'a floor above all values',
      'giá trị = a; chỉ tiêu 14 bài; chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
      '0 – 0',
    ],
    [
      'a fixed denominator',
      'giá trị = a / 8; từ 80% trở lên: điểm tối đa; còn lại: 1/2 điểm tối đa',
      '5 – 5',
    ],
    ['steps of a value', 'giá trị = a; mỗi 2 bài được 1 điểm, không quá 5 điểm', '0 – 3'],
    ['steps of a value that stop', 'giá trị = x; mỗi 2 bài được 3 điểm, không quá 8 điểm', '0 – 8'],
    ['steps taken away', 'giá trị = a; mỗi 4 bài trừ 3 điểm', '7 – 10'],
    [
      'deviation on both sides',
      'giá trị = a; chỉ tiêu 2-3 bài; mỗi bài lệch so với chỉ tiêu trừ 2 điểm',
      '4 – 10',
    ],
    ['shortfall', 'giá trị = b; chỉ tiêu 3 bài; mỗi bài thiếu so với chỉ tiêu trừ 3 điểm', '4 – 10'],
    [
      'an answer for zero',
      'giá trị = a / x; khi x = 0: 0 điểm; từ 20% trở lên: điểm tối đa; còn lại: 3 điểm',
      '0 – 10',
    ],
    [
      'an answer for a zero that cannot be',
      'giá trị = a / b; khi b = 0: 0 điểm; từ 20% trở lên: điểm tối đa; còn lại: 3 điểm',
      '3 – 10',
    ],
    [
      'what holds for some',
      'giá trị = f; có: 8 điểm; không: 4 điểm; riêng thôn "miền núi"; có: 9 điểm; không: 5 điểm',
      '4 – 9',
    ],
    [
      'relative to the best',
      'giá trị = a; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm',
      '0 – 10',
    ],
    [
      'parts by one measure that exclude each other',
      'cộng theo a; từ 4 trở lên: 1/2 điểm tối đa; còn lại: 0 điểm; cộng theo a; dưới 4: 1/2 điểm tối đa; còn lại: 0 điểm',
      '5 – 5',
    ],
    [
      'parts by different measures',
      'cộng theo a; từ 4 trở lên: 1/2 điểm tối đa; còn lại: 0 điểm; cộng 1/4 điểm tối đa khi f',
      '0 – 15/2',
    ],
    ['both sides of one flag', 'cộng 1/4 điểm tối đa khi f; cộng 1/4 điểm tối đa khi f', '0 – 5'],
    ['each month', 'giá trị = m mỗi tháng; từ 2 trở lên: 7 điểm; dưới 2: 3 điểm', '3 – 7'],
  ])('are tight for %s', (_name, criterion, expected) => {
    const loaded = loadProgram({
      name: 'x',
      text: `bộ tiêu chí "x" mã x phiên bản 1
        áp dụng cho thôn từ 01/01/2026 đến 31/12/2026; đặc điểm thôn "miền núi"
        thang điểm 10; không áp dụng: không quy đổi
        số liệu a "a": số nguyên bài, hằng năm, từ 0 đến 6
        số liệu b "b": số nguyên bài, hằng năm, từ 1
        số liệu m "m": số nguyên bài, hằng tháng
        số liệu x "x": số nguyên bài, hằng năm
        số liệu f "f": có/không, hằng năm
        tiêu chí 1 "x" tối đa 10 điểm
        ${criterion}`,
    })
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('; '))
    const { rulebook } = loaded.value
    const [criterionOne] = rulebook.children
    const range = rangesOf(rulebook, collectSymbols(rulebook)).get(criterionOne?.id ?? -1)
    expect(range && said(range.full)).toBe(expected)
  })

  test.each([
    ['', 7, '-6 – -2'],
    [', chỉ tính thành phần cao nhất', 5, '-4 – -2'],
    [', chỉ tính thành phần thấp nhất', 2, '-2 – 0'],
    [', tính bình quân các thành phần', 3.5, '-3 – -1'],
  ])('of a penalty of parts%s', (combination, most, expected) => {
    const loaded = loadProgram({
      name: 'x',
      text: `bộ tiêu chí "x" mã x phiên bản 1
        áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
        thang điểm 10
        số liệu a "a": số nguyên bài, hằng năm, từ 0 đến 9
        số liệu b "b": số nguyên bài, hằng năm, từ 2 đến 4
        tiêu chí 1 "x" tối đa 10 điểm
        giá trị = a; từ 9 trở lên: điểm tối đa; còn lại: 0 điểm
        tiêu chí P "x" trừ tối đa ${`${most}`.replace('.', ',')} điểm${combination}
        tiêu chí thành phần Pa "x" trừ tối đa 2 điểm
        giá trị = a; mỗi bài trừ 1 điểm
        tiêu chí thành phần Pb "x" trừ tối đa 5 điểm
        giá trị = b; mỗi bài trừ 1 điểm`,
    })
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('; '))
    const { rulebook } = loaded.value
    const range = rangesOf(rulebook, collectSymbols(rulebook)).get(rulebook.children[1]?.id ?? -1)
    expect(range && said(range.full)).toBe(expected)
  })

  test('of a group of penalties, which is not carried over to its whole maximum', () => {
    const loaded = loadProgram({
      name: 'x',
      text: `bộ tiêu chí "x" mã x phiên bản 1
        áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
        thang điểm 10; không áp dụng: quy đổi trong nhóm
        số liệu a "a": số nguyên bài, hằng năm
        tiêu chí 1 "x" tối đa 10 điểm
        giá trị = a; từ 9 trở lên: điểm tối đa; còn lại: 0 điểm
        nhóm P "x" trừ tối đa 7 điểm
        tiêu chí P1 "x" trừ tối đa 3 điểm
        giá trị = a; mỗi bài trừ 1 điểm
        tiêu chí P2 "x" trừ tối đa 4 điểm
        giá trị = a; từ 1 trở lên: trừ 1 điểm; còn lại: 0 điểm`,
    })
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('; '))
    const { rulebook } = loaded.value
    const range = rangesOf(rulebook, collectSymbols(rulebook)).get(rulebook.children[1]?.id ?? -1)
    expect(range && said(range.ever)).toBe('-4 – 0')
  })

  test.each([
    ['one level', 'thôn', 'không quy đổi', ['thôn: -2 – 12, ever -2 – 12']],
    [
      'what a village has no part in, carried over',
      'xã, thôn',
      'quy đổi về thang điểm',
      ['xã: -2 – 12, ever -2 – 12', 'thôn: -2 – 12, ever -2 – 12'],
    ],
    [
      'what a village has no part in, lost',
      'xã, thôn',
      'không quy đổi',
      ['xã: -2 – 12, ever -2 – 12', 'thôn: -2 – 6, ever -2 – 6'],
    ],
  ])('of totals: %s', (_name, levels, policy, expected) => {
    const loaded = loadProgram({
      name: 'x',
      text: `bộ tiêu chí "x" mã x phiên bản 1
        áp dụng cho ${levels} từ 01/01/2026 đến 31/12/2026
        thang điểm 10; không áp dụng: ${policy}
        số liệu a "a": số nguyên bài, hằng năm
        nhóm I "x" tối đa 10 điểm
        tiêu chí 1 "x" tối đa 6 điểm; đo tại ${levels === 'thôn' ? 'thôn' : 'xã'}
        giá trị = a; mỗi bài được 1 điểm, không quá điểm tối đa
        tiêu chí 2 "x" tối đa 4 điểm; đo tại thôn
        giá trị = a; mỗi bài được 1 điểm, không quá điểm tối đa
        tiêu chí T "x" khuyến khích, thưởng tối đa 2 điểm; đo tại thôn
        giá trị = a; mỗi bài được 1 điểm, không quá điểm tối đa
        tiêu chí P "x" trừ tối đa 2 điểm; đo tại thôn
        giá trị = a; mỗi bài trừ 1 điểm`,
    })
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('; '))
    const { rulebook } = loaded.value
    const totals = totalRanges(rulebook, collectSymbols(rulebook))
    const text = totals.map(
      ({ level, full, ever }) => `${LEVEL_NAMES[level]}: ${full && said(full)}, ever ${said(ever)}`,
    )
    expect(text).toEqual(expected)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCuts, contains, type Interval, witness } from '#base/interval.ts'
import { add, divide, isInteger, type Rational, rational, subtract, toExactText } from '#base/rational.ts'
import { applyRule } from '#engine/applyRule.ts'
import { loadProgram } from '#engine/index.ts'
import { itemPoints, tierOfFlag, tierOfNumber } from '#engine/operations.ts'
import { type Leaf, leavesOf, type Program, type ProgramRule } from '#engine/program.ts'
import {
  collectSymbols,
  type FlagRegions,
  type NumberDomain,
  type NumberRegions,
  pointsAt,
  type Regions,
  regionsOf,
} from '#language/index.ts'
import { randomMeasures, randomPenalty, randomRule } from '../support/randomRules.ts'

function load(measures: readonly string[], criterion: readonly string[], maximum = 'tối đa 5 điểm') {
  return loadProgram({
    name: 'thử.thidua',
    text: [
      'bộ tiêu chí "x" mã x phiên bản 1',
      'áp dụng cho thôn từ 01/01/2026 đến 31/12/2026',
      'đặc điểm thôn "miền núi", "biên giới", "đảo"',
      `thang điểm ${maximum.startsWith('trừ') ? 1 : 6}`,
      'không áp dụng: quy đổi về thang điểm',
      ...measures,
      `tiêu chí 1 "x" ${maximum}${maximum.startsWith('trừ') ? '' : ', không vượt quá điểm tối đa'}`,
      ...criterion,
      'tiêu chí 2 "y" tối đa 1 điểm',
      'giá trị = f; có: điểm tối đa; không: 0 điểm',
    ].join('\n'),
  })
}

const leafOf = ({ nodes }: Program): Leaf => {
  const [leaf] = leavesOf(nodes)
  if (!leaf) throw new Error('there is one criterion')
  return leaf
}

/** Values of the domain at, beside and between the ends of the regions. */
function valuesIn({ domain, regions }: NumberRegions): readonly Rational[] {
  const near = domain.step ?? rational(1n, 7n)
  const ends = regions
    .flatMap(({ interval: { low, high } }) => [low?.at, high?.at])
    .filter((at) => at !== undefined)
  const inside = regions.map(({ interval }) => witness(interval))
  return [...ends.flatMap((at) => [subtract(at, near), at, add(at, near)]), ...inside].filter((value) =>
    occurs(value, domain),
  )
}

const occurs = (value: Rational, { interval, step }: NumberDomain): boolean =>
  contains(interval, value) && (!step || isInteger(divide(value, step)))

function expectSeamless({ domain, regions }: NumberRegions): void {
  let reach: Interval['low'] = domain.interval.low
  for (const { interval } of regions) {
    expect(interval.low).toEqual(reach)
    if (interval.low && interval.high) expect(compareCuts(interval.low, interval.high)).toBeLessThan(0)
    reach = interval.high
  }
  expect(reach).toEqual(domain.interval.high)
}

function expectAgreement(regions: Regions, rule: ProgramRule, leaf: Leaf): void {
  if (regions.kind === 'parts') {
    if (rule.kind !== 'parts') throw new Error('parts are parts')
    for (const [index, { regions: own }] of regions.parts.entries()) {
      const part = rule.parts[index]
      if (!part) throw new Error('a part is there')
      if (own.kind === 'flag') {
        expectFlags(own, (is) => (part.kind === 'flag' && is ? part.points : rational(0n)))
        continue
      }
      expectNumbers(own, (value) => {
        if (part.kind === 'tiers') return tierOfNumber(part.tiers, value).points
        return part.kind === 'items' ? itemPoints(part.items, value, leaf.maximum, 'scale') : rational(0n)
      })
    }
    return
  }
  if (regions.kind === 'relative' || rule.kind === 'parts') return
  if (regions.kind === 'flag') {
    expectFlags(regions, (is) => (rule.kind === 'tiers' ? tierOfFlag(rule.tiers, is).points : rational(0n)))
    return
  }
  expectNumbers(regions, (value) => {
    const trace = {
      kind: 'number',
      value,
      domain: regions.domain,
      quotient: undefined,
      finished: undefined,
    } as const
    return applyRule(rule, trace, leaf, undefined).points
  })
}

function expectFlags({ regions }: FlagRegions, engine: (is: boolean) => Rational): void {
  expect(regions.map(({ is, points }) => [is, toExactText(points)])).toEqual(
    [false, true].map((is) => [is, toExactText(engine(is))]),
  )
}

function expectNumbers(own: NumberRegions, engine: (value: Rational) => Rational): void {
  expectSeamless(own)
  for (const value of valuesIn(own)) {
    const points = pointsAt(own, value)
    expect(`${toExactText(value)}: ${points && toExactText(points)}`).toBe(
      `${toExactText(value)}: ${toExactText(engine(value))}`,
    )
  }
}

describe('regions give the points that the engine gives', () => {
  test.each([
    ['within the scale', 'tối đa 5 điểm', randomRule],
    ['in a penalty', 'trừ tối đa 3 điểm', randomPenalty],
  ] as const)('%s', (_name, maximum, rules) => {
    let sound = 0
    const property = fc.property(randomMeasures, rules, (measures, rule) => {
      const loaded = load(measures, rule, maximum)
      if (!loaded.ok) return
      sound += 1
      const { node, rule: prepared } = leafOf(loaded.value)
      const regions = regionsOf(node, collectSymbols(loaded.value.rulebook))
      if (!regions) throw new Error('a sound criterion has regions')
      expectAgreement(regions, prepared, leafOf(loaded.value))
    })
    fc.assert(property, { numRuns: 400 })
    expect(sound).toBeGreaterThan(350)
  })

  test('for whom something else holds', () => {
    const loaded = load(
      ['số liệu n "n": số nguyên bài, hằng năm', 'số liệu f "f": có/không, hằng năm'],
      [
        'giá trị = n; chỉ tiêu 9 bài; chấm theo tỷ lệ đạt chỉ tiêu',
        'riêng thôn "miền núi"; chỉ tiêu 5 bài',
        'riêng thôn "biên giới"; mỗi 2 bài được 1 điểm, không quá 2 điểm',
        'riêng thôn "đảo"; không áp dụng',
      ],
    )
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('; '))
    const leaf = leafOf(loaded.value)
    const symbols = collectSymbols(loaded.value.rulebook)
    for (const [index, exception] of leaf.node.exceptions.entries()) {
      const instead = leaf.exceptions[index]?.rule
      const regions = regionsOf(leaf.node, symbols, exception)
      if (!instead || instead === 'notApplicable') expect(regions).toBeUndefined()
      else if (regions) expectAgreement(regions, instead, leaf)
      else throw new Error('an exception with a rule has regions')
    }
  })

  test('however many steps there are', () => {
    const measures = ['số liệu n "n": số nguyên đồng, hằng năm', 'số liệu f "f": có/không, hằng năm']
    const loaded = load(measures, ['giá trị = n; mỗi 3 đồng được 0,001 điểm, không quá điểm tối đa'])
    if (!loaded.ok) throw new Error('a sound rulebook')
    const leaf = leafOf(loaded.value)
    const regions = regionsOf(leaf.node, collectSymbols(loaded.value.rulebook))
    if (regions?.kind !== 'number') throw new Error('a number has regions by number')
    expect(regions.regions.map(({ points }) => points.kind)).toEqual(['constant', 'stairs', 'constant'])
    expectAgreement(regions, leaf.rule, leaf)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Evaluation, score, withFacts } from '#engine/index.ts'
import { cohortsOf } from '#simulate/cohorts.ts'
import { decidingFacts } from '#simulate/sensitivity/deciding.ts'
import { flatCriteria } from '#simulate/sensitivity/flat.ts'
import { sensitivityToJson } from '#simulate/sensitivity/json.ts'
import { type Sensitivity, sensitivityOf } from '#simulate/sensitivity/sensitivity.ts'
import { weighingOf } from '#simulate/sensitivity/weighing.ts'
import {
  decidingText,
  flatText,
  leftOutText,
  pairTurnText,
  rankRangesText,
  triedText,
} from '#simulate/sensitivity/words.ts'
import { prepare } from '../../reference/compare.ts'
import { model } from '../../reference/generate/models.ts'
import { type Case, scoreCase } from '../../support/scoring.ts'

const CASES = Number(process.env['CASES'] ?? 200)

const CASE: Case = {
  rules: `số liệu bài "Tin, bài": số nguyên bài, hằng năm, từ 0 đến 40
  số liệu hộ "Hộ": số nguyên hộ, hằng năm, từ 0 đến 50
  số liệu nhà "Nhà văn hóa": có/không, hằng năm
  tiêu chí 1 "Tin" tối đa 40 điểm
    giá trị = bài; chỉ tiêu 40 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Hộ" tối đa 50 điểm
    giá trị = hộ; chỉ tiêu 50 hộ; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 3 "Nhà" tối đa 10 điểm
    giá trị = nhà; có: điểm tối đa; không: 0 điểm`,
  scale: '100',
  villages: ['Một', 'Hai', 'Ba'],
  columns: 'entrant,measure,period,value,status',
  facts: [
    'v1,bài,2026,40,\nv1,hộ,2026,30,\nv1,nhà,2026,có,',
    'v2,bài,2026,20,\nv2,hộ,2026,48,\nv2,nhà,2026,có,',
    'v3,bài,2026,30,\nv3,hộ,2026,40,chờ thẩm định\nv3,nhà,2026,có,',
  ].join('\n'),
}

describe('three villages', () => {
  const found = sensitivityOf(scoreCase(CASE), { draws: 300, seed: 1 })
  const [villages] = found.cohorts.filter(({ level }) => level === 'village')
  if (!villages) throw new Error('they are ranked')

  test('what is told of them', () => {
    expect({
      ranks: rankRangesText(villages),
      turns: villages.weights.turns.map((one) => pairTurnText(one, found)),
      without: villages.weights.without.map(leftOutText),
      flat: villages.flat.map(flatText),
      deciding: villages.deciding.map(decidingText),
    }).toMatchInlineSnapshot(`
      {
        "deciding": [
          "Hai (hạng 2) đứng ngay trước Ba (hạng 3): «Hộ», năm 2026, của Ba đang chờ thẩm định; thẩm định đúng 40 hộ thì đổi thứ tự.",
          "Một (hạng 1) đứng ngay trước Hai (hạng 2): «Nhà văn hóa», năm 2026, của Một là không thay vì có thì đổi thứ tự.",
          "Hai (hạng 2) đứng ngay trước Ba (hạng 3): «Hộ», năm 2026, của Hai là 9 hộ thay vì 48 hộ thì đổi thứ tự.",
        ],
        "flat": [
          "Tiêu chí 3, Nhà: cả 3 nơi đều được đủ điểm.",
        ],
        "ranks": [
          "Một: hạng 1, 90% số lần từ 1 đến 2.",
          "Hai: hạng 2, 90% số lần từ 1 đến 2.",
          "1 nơi còn lại giữ nguyên hạng trong ít nhất 90% số lần.",
        ],
        "turns": [
          "Một trước Hai: đổi thứ tự trong 9,33% số lần.",
        ],
        "without": [
          "Bỏ tiêu chí 1, Tin: bình quân mỗi nơi đổi 0,67 hạng; nhiều nhất là Một, từ hạng 1 thành 2.",
          "Bỏ tiêu chí 2, Hộ: bình quân mỗi nơi đổi 0,67 hạng; nhiều nhất là Hai, từ hạng 2 thành 3.",
        ],
      }
    `)
  })

  test('the same seed, the same answer; another seed, another', () => {
    const turns = (seed: number): number | undefined => {
      const again: Sensitivity = sensitivityOf(scoreCase(CASE), { draws: 300, seed })
      return again.cohorts.find(({ level }) => level === 'village')?.weights.turns[0]?.draws
    }
    expect(turns(1)).toBe(villages.weights.turns[0]?.draws)
    expect(new Set([1, 2, 3, 4].map(turns)).size).toBeGreaterThan(1)
  })
})

test('random models: weights as they are leave every rank as the rulebook gives it', () => {
  fc.assert(
    fc.property(fc.noShrink(model), fc.integer({ min: 1, max: 2000 }), (given, weight) => {
      const prepared = prepare(given)
      if ('kind' in prepared) return
      for (const { sheets } of cohortsOf(score(prepared), prepared.program)) {
        const own = sheets.filter(({ rank }) => rank !== undefined)
        const { nodes, placesBy } = weighingOf(own, prepared.program)
        const places = own.map(({ rank, meanRank }) => ({ rank, meanRank }))
        expect(placesBy(nodes.map(() => weight))).toEqual(places)
      }
    }),
    { numRuns: CASES },
  )
}, 36_000_000)

test('random models: a deciding fact turns the two, as the interpreter scores it', () => {
  let turned = 0
  fc.assert(
    fc.property(fc.noShrink(model), (given) => {
      const prepared = prepare(given)
      if ('kind' in prepared) return
      for (const { sheets } of cohortsOf(score(prepared), prepared.program)) {
        for (const { first, second, becomes } of decidingFacts(sheets, prepared).slice(0, 4)) {
          const [one, other] = [first, second].map(({ entrant }) => rankOf(entrant.id, prepared, becomes))
          expect(other).toBeDefined()
          expect(one === undefined || (other ?? 0) < one).toBe(true)
          turned++
        }
      }
    }),
    { numRuns: CASES },
  )
  expect(turned).toBeGreaterThan(CASES / 20)
}, 36_000_000)

function rankOf(
  id: string,
  evaluation: Evaluation,
  fact: Parameters<typeof withFacts>[1][number],
): number | undefined {
  const sheets = score({ ...evaluation, facts: withFacts(evaluation.facts, [fact]) })
  return sheets.find(({ entrant }) => entrant.id === id)?.rank
}

test.each([
  ['all full', 'có có có', 'all'],
  ['nobody has any', 'không không không', 'nothing'],
  ['apart', 'có không có', undefined],
])('criteria that tell nobody apart: %s', (_, values, gives) => {
  const facts = values
    .split(' ')
    .map((value, index) => `v${index + 1},nhà,2026,${value},`)
    .join('\n')
  const { sheets } = scoreCase({ ...CASE, facts })
  const found = flatCriteria(sheets.filter(({ entrant }) => entrant.level === 'village'))
  expect(found.find(({ leaf }) => leaf.code === '3')?.gives).toBe(gives)
})

const TIED: Case = {
  rules: `số liệu a "A": số nguyên bài, hằng năm, từ 0 đến 50
  số liệu b "B": số nguyên bài, hằng năm, từ 0 đến 50
  tiêu chí 1 "Tin" tối đa 50 điểm
    giá trị = a; chỉ tiêu 50 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Hộ" tối đa 50 điểm
    giá trị = b; chỉ tiêu 50 bài; chấm theo tỷ lệ đạt chỉ tiêu`,
  scale: '100',
  villages: ['Một', 'Hai', 'Ba', 'Bốn'],
  facts: [
    'v1,a,2026,50\nv1,b,2026,40',
    'v2,a,2026,50\nv2,b,2026,40',
    'v3,a,2026,40\nv3,b,2026,20',
    'v4,a,2026,10\nv4,b,2026,30',
  ].join('\n'),
}

/** What is told of the villages of a case. */
function toldOf(given: Case): readonly string[] {
  const found = sensitivityOf(scoreCase(given), { draws: 200, seed: 1 })
  return found.cohorts
    .filter(({ level }) => level === 'village')
    .flatMap((villages) => [
      ...rankRangesText(villages),
      ...villages.weights.turns.map((one) => pairTurnText(one, found)),
      ...villages.weights.without.map(leftOutText),
    ])
}

describe('ranks are those that the rulebook gives', () => {
  test.each([
    ['the next is skipped', 'tổng điểm, vẫn bằng thì đồng hạng', 'Ba, từ hạng 3 thành 4'],
    ['the next follows', 'tổng điểm, vẫn bằng thì đồng hạng, hạng sau liền kề', 'Ba, từ hạng 2 thành 3'],
    ['the mean', 'tổng điểm, vẫn bằng thì đồng hạng, lấy hạng trung bình', 'Ba, từ hạng 3 thành 4'],
  ])('where equals share theirs: %s', (_, ranking, moved) => {
    const told = toldOf({ ...TIED, rules: `${TIED.rules}\nxếp hạng theo ${ranking}` })
    expect(told).toContain('Cả 4 nơi giữ nguyên hạng trong ít nhất 90% số lần.')
    expect(told.join('\n')).toContain(
      `Bỏ tiêu chí 1, Tin: bình quân mỗi nơi đổi 0,5 hạng; nhiều nhất là ${moved}`,
    )
  })

  test('halves, where equals share the mean of their places', () => {
    const rules = `${TIED.rules}\nxếp hạng theo tổng điểm, vẫn bằng thì đồng hạng, lấy hạng trung bình`
    const facts = `v1,a,2026,50\nv1,b,2026,30\nv2,a,2026,40\nv2,b,2026,40\nv3,a,2026,20\nv3,b,2026,20`
    const scored = scoreCase({ ...TIED, rules, facts, villages: ['Một', 'Hai', 'Ba'] })
    const found = sensitivityOf(scored, { draws: 200, seed: 1 })
    expect(found.cohorts.flatMap(rankRangesText)).toEqual([
      'Hai: hạng 1,5, 90% số lần từ 1 đến 2.',
      'Một: hạng 1,5, 90% số lần từ 1 đến 2.',
      '1 nơi còn lại giữ nguyên hạng trong ít nhất 90% số lần.',
    ])
    expect(
      found.cohorts.flatMap(({ weights }) => weights.turns.map((one) => pairTurnText(one, found))),
    ).toEqual([expect.stringMatching(/^Hai và Một đồng hạng: Một đứng trước trong [\d,]+% số lần\.$/)])
    expect(sensitivityToJson(found)).toMatchObject({
      cohorts: [{ entrants: [{ rank: 1.5, ranks: { low: 1, high: 2 } }, { rank: 1.5 }, { rank: 3 }] }],
    })
  })

  test('further keys break ties: nobody moves from a rank to the same', () => {
    const rules = `${TIED.rules}\nxếp hạng theo tổng điểm, rồi điểm tiêu chí 1, vẫn bằng thì đồng hạng`
    const facts = `v1,a,2026,50\nv1,b,2026,30\nv2,a,2026,40\nv2,b,2026,40\nv3,a,2026,20\nv3,b,2026,20`
    const told = toldOf({ ...TIED, rules, facts, villages: ['Một', 'Hai', 'Ba'] })
    expect(told.filter((text) => text.startsWith('Bỏ'))).toEqual([
      'Bỏ tiêu chí 1, Tin: bình quân mỗi nơi đổi 0,67 hạng; nhiều nhất là Một, từ hạng 1 thành 2.',
    ])
  })

  test('a criterion that is left out breaks no ties either', () => {
    const rules = `${TIED.rules}\nxếp hạng theo tổng điểm, rồi điểm tiêu chí 1, vẫn bằng thì đồng hạng`
    const facts = `v1,a,2026,50\nv1,b,2026,30\nv2,a,2026,40\nv2,b,2026,30`
    const told = toldOf({ ...TIED, rules, facts, villages: ['Một', 'Hai'] })
    expect(told.filter((text) => text.startsWith('Bỏ'))).toEqual([
      'Bỏ tiêu chí 1, Tin: bình quân mỗi nơi đổi 0,5 hạng; nhiều nhất là Hai, từ hạng 2 thành 1.',
    ])
  })

  test.each([
    ['tổng điểm, rồi điểm tiêu chí 1', /này\)\.$/],
    [
      'điểm tiêu chí 1, rồi tổng điểm',
      /Bộ tiêu chí xét điểm tiêu chí 1 trước tổng điểm: tổng điểm tính lại chỉ/,
    ],
    [
      'điểm tiêu chí 1',
      /xếp hạng theo điểm tiêu chí 1, không theo tổng điểm: tổng điểm tính lại không đổi hạng/,
    ],
  ])('what weights cannot reach is said: by %s', (keys, said) => {
    const rules = `${TIED.rules}\nxếp hạng theo ${keys}, vẫn bằng thì đồng hạng`
    const found = sensitivityOf(scoreCase({ ...TIED, rules }), { draws: 10, seed: 1 })
    expect(triedText(found)).toMatch(said)
  })
})

test('to whom nothing else applies has no rank without it, and is not counted among those who move', () => {
  const facts = [
    'v1,a,2026,50\nv1,b,2026,40',
    'v2,a,2026,40\nv2,b,2026,không áp dụng',
    'v3,a,2026,10\nv3,b,2026,45',
    'v4,a,2026,10\nv4,b,2026,30',
  ].join('\n')
  expect(toldOf({ ...TIED, facts }).filter((text) => text.startsWith('Bỏ tiêu chí 1'))).toEqual([
    'Bỏ tiêu chí 1, Tin: 1 nơi không còn gì để chấm nên không xếp hạng; bình quân mỗi nơi còn lại đổi 1,33 hạng; nhiều nhất là Ba, từ hạng 3 thành 1.',
  ])
})

describe('facts that decide', () => {
  const counting = (type: string, target = 50): string => `số liệu a "A": ${type}, mới nhất, từ 0
  số liệu b "B": có/không, hằng năm
  tiêu chí 1 "Tin" tối đa 8 điểm
    giá trị = a; chỉ tiêu ${target} bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Nhà" tối đa 2 điểm
    giá trị = b; có: điểm tối đa; không: 0 điểm`
  const decidingOf = (given: Case): readonly string[] => {
    const scored = scoreCase({
      villages: ['Một', 'Hai'],
      columns: 'entrant,measure,period,value,status',
      ...given,
    })
    return cohortsOf(scored.sheets, scored.program)
      .filter(({ level }) => level === 'village')
      .flatMap(({ sheets }) => decidingFacts(sheets, scored).map(decidingText))
  }

  test('are those of the day: what came later neither counts nor hides them', () => {
    const rules = counting('số nguyên bài, hằng tháng')
    const march = 'v1,a,2026-03,40,\nv2,a,2026-03,38,'
    const now = decidingOf({ rules, asOf: '2026-03-31', facts: march })
    expect(now).toHaveLength(1)
    const later = `${march}\nv1,a,2026-05,41,\nv2,a,2026-05,30,chờ thẩm định`
    expect(decidingOf({ rules, asOf: '2026-03-31', facts: later })).toEqual(now)
  })

  test.each([
    [
      'further than twice the largest',
      counting('số nguyên bài, hằng năm', 500),
      '7,chờ thẩm định\nv2,a,2026,7,\nv2,b,2026,có,',
      'của Một là 133 bài thay vì 7 bài',
    ],
    [
      'more finely than anything was reported',
      counting('số thập phân bài, bước 0,5, hằng năm'),
      '40,\nv2,a,2026,39,',
      '38,5 bài thay vì 40 bài',
    ],
    [
      'where all that was reported waits',
      counting('số nguyên bài, hằng năm'),
      '20,chờ thẩm định\nv2,b,2026,có,',
      'thẩm định đúng 20 bài thì đổi thứ tự',
    ],
    [
      'with more digits than a double holds',
      counting('số nguyên bài, hằng năm', 20_000_000_000_000_000),
      '10000000000000001,\nv2,a,2026,10000000000000003,',
      '10.000.000.000.000.000 bài thay vì 10.000.000.000.000.003 bài',
    ],
  ])('%s', (_, rules, facts, turned) => {
    expect(decidingOf({ rules, facts: `v1,a,2026,${facts}` }).join('\n')).toContain(turned)
  })
})

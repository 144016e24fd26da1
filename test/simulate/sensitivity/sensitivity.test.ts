import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '#base/rational.ts'
import { type Evaluation, score, withFacts } from '#engine/index.ts'
import { cohortsOf } from '#simulate/cohorts.ts'
import { decidingFacts } from '#simulate/sensitivity/deciding.ts'
import { flatCriteria } from '#simulate/sensitivity/flat.ts'
import { type Sensitivity, sensitivityOf } from '#simulate/sensitivity/sensitivity.ts'
import { weighingOf } from '#simulate/sensitivity/weighing.ts'
import {
  decidingText,
  flatText,
  leftOutText,
  pairTurnText,
  rankRangesText,
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

test('random models: weights as they are leave the order of the exact totals', () => {
  fc.assert(
    fc.property(fc.noShrink(model), fc.integer({ min: 1, max: 2000 }), (given, weight) => {
      const prepared = prepare(given)
      if ('kind' in prepared) return
      for (const { sheets } of cohortsOf(score(prepared), prepared.program)) {
        const own = sheets.filter(({ total }) => total !== undefined)
        if (own.length === 0) continue
        const { nodes, ranksBy } = weighingOf(own, prepared.program)
        const ranks = own.map(
          ({ total: mine }) =>
            1 + own.filter(({ total }) => mine && total && compare(total, mine) > 0).length,
        )
        expect(ranksBy(nodes.map(() => weight))).toEqual(ranks)
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

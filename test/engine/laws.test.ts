import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, toExactText, ZERO } from '#base/rational.ts'
import { bindFacts, latestDay, leavesIn, score } from '#engine/index.ts'
import type { Fact } from '#records/fact.ts'
import { dossierOf, scoreCase } from '../support/scoring.ts'

const rules = `
  số liệu b "Tổng số": số nguyên hộ, hằng năm
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
  số liệu bài "Tin bài": số nguyên bài, hằng năm
  tiêu chí 1 "Tỷ lệ" tối đa 6 điểm
    giá trị = a / b; khi b = 0: không áp dụng; chỉ tiêu 80%; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Tin bài" tối đa 4 điểm
    giá trị = bài; từ 24 trở lên: điểm tối đa; từ 12 đến 23: 1/2 điểm tối đa; dưới 12: 0 điểm
  xếp hạng theo tổng điểm, rồi điểm tiêu chí 1, vẫn bằng thì đồng hạng`

/** A village's facts; each may be absent. */
const village = fc.record({
  b: fc.option(fc.nat(9)),
  share: fc.nat(9),
  articles: fc.option(fc.nat(30)),
})
const villages = fc.array(village, { minLength: 1, maxLength: 8 })

type Village = typeof village extends fc.Arbitrary<infer Value> ? Value : never

function factsOf(all: readonly Village[]): string {
  return all
    .flatMap(({ b, share, articles }, index) => [
      ...(b === null ? [] : [`v${index + 1},b,2026,${b}`, `v${index + 1},a,2026,${Math.min(b, share)}`]),
      ...(articles === null ? [] : [`v${index + 1},bài,2026,${articles}`]),
    ])
    .join('\n')
}

const scoreAll = (all: readonly Village[]) =>
  scoreCase({ rules, villages: all.map((_, index) => `Thôn ${index + 1}`), facts: factsOf(all) })

describe('laws of scoring', () => {
  test('the order of facts and entrants changes nothing', () => {
    fc.assert(
      fc.property(villages, fc.integer(), (all, seed) => {
        const given = { rules, villages: all.map((_, index) => `Thôn ${index + 1}`), facts: factsOf(all) }
        const { program, sheets } = scoreCase(given)
        const dossier = dossierOf(given)
        const shuffle = <Item>(items: readonly Item[]): Item[] =>
          items.toSorted((left, right) => hash(left, seed) - hash(right, seed))
        const bound = bindFacts(program, {
          entrants: shuffle(dossier.entrants),
          facts: shuffle(dossier.facts),
        })
        if (!bound.ok) throw new Error('order makes no fault')
        const again = score({ program, facts: bound.value, asOf: latestDay(dossier.facts, program) })
        const summary = (all_: typeof sheets) =>
          all_.map(({ entrant, rank, total }) => [entrant.id, rank, total && toExactText(total)])
        expect(summary(again)).toEqual(summary(sheets))
      }),
    )
  })

  test('points stay between zero and the maximum, and the tree adds up', () => {
    fc.assert(
      fc.property(villages, (all) => {
        for (const sheet of scoreAll(all).sheets) {
          for (const { points, node } of leavesIn(sheet.nodes)) {
            expect(compare(points, ZERO)).toBeGreaterThanOrEqual(0)
            expect(compare(points, node.maximum)).toBeLessThanOrEqual(0)
          }
        }
      }),
    )
  })

  test('a better rank never goes with a lower total, and equal ranks share every key', () => {
    fc.assert(
      fc.property(villages, (all) => {
        const ranked = scoreAll(all).sheets.filter(({ rank }) => rank !== undefined)
        for (const [index, sheet] of ranked.entries()) {
          const next = ranked[index + 1]
          if (!sheet.total || !next?.total) continue
          expect(compare(sheet.total, next.total)).toBeGreaterThanOrEqual(0)
          if (sheet.rank === next.rank) expect(toExactText(sheet.total)).toBe(toExactText(next.total))
          else expect(next.rank).toBe(index + 2)
        }
      }),
    )
  })

  test('one article more never gives fewer points', () => {
    fc.assert(
      fc.property(village, (one) => {
        fc.pre(one.articles !== null)
        const [before] = scoreAll([one]).sheets
        const [after] = scoreAll([{ ...one, articles: (one.articles ?? 0) + 1 }]).sheets
        if (before?.total && after?.total)
          expect(compare(after.total, before.total)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('the next step that a trace promises is kept', () => {
    fc.assert(
      fc.property(village, (one) => {
        fc.pre(one.b !== null && one.b > 0)
        const [sheet] = scoreAll([one]).sheets
        const leaf = sheet && leavesIn(sheet.nodes).find(({ node }) => node.code === '1')
        const next = leaf?.rule?.kind === 'proportion' ? leaf.rule.next : undefined
        if (!next?.change) return
        const more = Number(toExactText(next.change.amount))
        const [improved] = scoreAll([{ ...one, share: Math.min(one.b ?? 0, one.share) + more }]).sheets
        const reached = improved && leavesIn(improved.nodes).find(({ node }) => node.code === '1')
        expect(reached && toExactText(reached.points)).toBe(toExactText(next.points))
        const [almost] = scoreAll([{ ...one, share: Math.min(one.b ?? 0, one.share) + more - 1 }]).sheets
        const short = almost && leavesIn(almost.nodes).find(({ node }) => node.code === '1')
        expect(short && compare(short.points, next.points)).toBeLessThan(0)
      }),
    )
  })
})

/** A number that depends on an item's text and the seed alone. */
function hash(item: unknown, seed: number): number {
  const { entrant, measure, id } = item as Partial<Fact> & { id?: string }
  return [...`${id}${entrant}${measure}`].reduce(
    (mixed, letter) => (mixed * 31 + letter.charCodeAt(0)) | 0,
    seed,
  )
}

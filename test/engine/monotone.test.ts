import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '#base/rational.ts'
import { bindFacts, leavesIn, loadProgram, score } from '#engine/index.ts'
import { randomRule } from '../support/randomRules.ts'
import { dossierOf } from '../support/scoring.ts'

const MOST = 12

/** A rulebook of one criterion over whole numbers. */
function rulebookOf(lines: readonly string[]): string {
  return `bộ tiêu chí "Thử" mã thu phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
    thang điểm 10
    không áp dụng: quy đổi về thang điểm
    số liệu n "n": số nguyên bài, hằng năm, từ 0 đến ${MOST}
    tiêu chí 1 "Một" tối đa 10 điểm
    ${lines.join('\n')}`
}

/** Points that turn; a hole in a table, which is told instead. */
const SAYS_SO: readonly string[] = ['not-monotone', 'rest-between-tiers']

/** Which way points go from one value to the next, without those that stay. */
function turns(source: string): readonly number[] | undefined {
  const loaded = loadProgram({ name: 'r.thidua', text: source })
  if (!loaded.ok || loaded.diagnostics.some(({ code }) => SAYS_SO.includes(code))) return undefined
  const villages = Array.from({ length: MOST + 1 }, (_, count) => `Thôn ${count}`)
  const facts = villages.map((_, count) => `v${count + 1},n,2026,${count}`).join('\n')
  const bound = bindFacts(loaded.value, dossierOf({ rules: '', villages, facts }))
  if (!bound.ok) throw new Error('every count can occur')
  const sheets = score({
    program: loaded.value,
    facts: bound.value,
    asOf: { year: 2026, month: 12, day: 31 },
  })
  const points = villages.flatMap((_, count) => {
    const sheet = sheets.find(({ entrant }) => entrant.id === `v${count + 1}`)
    return leavesIn(sheet?.nodes ?? []).map((leaf) => leaf.points)
  })
  expect(points).toHaveLength(villages.length)
  return points.slice(1).flatMap((after, index) => {
    const before = points[index]
    const turn = before ? Math.sign(compare(after, before)) : 0
    return turn === 0 ? [] : [turn]
  })
}

test('where the checker says nothing of it, points only rise or only fall, but round a target with two ends', () => {
  let judged = 0
  const overCounts = randomRule.filter(([value = '']) => value === 'giá trị = n')
  fc.assert(
    fc.property(overCounts, (lines) => {
      const ways = turns(rulebookOf(lines))
      if (!ways || lines.some((line) => line.includes('2-3') || line.includes('cao nhất'))) return
      judged++
      expect([...new Set(ways)].length, `${lines.join('; ')}: ${ways.join(' ')}`).toBeLessThanOrEqual(1)
    }),
    { numRuns: 600 },
  )
  expect(judged).toBeGreaterThan(100)
})

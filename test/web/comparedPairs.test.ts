import { describe, expect, test } from 'vitest'
import { offeredFor, offeredPairs } from '#web/site/comparedPairs.ts'
import { dossierOf, scoreOn } from '../support/scoring.ts'

const rules = `số liệu x "X": số nguyên bài, hằng năm
    tiêu chí 1 "X" tối đa 100 điểm
      giá trị = x; chỉ tiêu 100 bài; chấm theo tỷ lệ đạt chỉ tiêu`

/** So many villages, the first in the lead and no two equal. */
function standingsOf(size: number, clusters: Readonly<Record<string, string>> = {}) {
  const villages = Array.from({ length: size }, (_, index) => `Thôn ${index + 1}`)
  const facts = villages.map((_, index) => `v${index + 1},x,2026,${100 - index}`).join('\n')
  const given = { rules, villages, facts, clusters, scale: '100' }
  const scored = scoreOn(given, '2026-12-31')
  return { ...scored, hash: '', dossier: dossierOf(given), before: undefined, dayFrom: undefined }
}

describe('with whom an entrant is offered to be compared', () => {
  test.each([
    ['the first of a small cohort', 4, 1, [2, 3, 4]],
    ['one in the middle, the nearest first', 5, 3, [2, 4, 1, 5]],
    ['the last', 4, 4, [3, 2, 1]],
    ['the first of a large cohort', 61, 1, [2, 3, 4]],
    ['one in its middle, and the leader', 61, 30, [29, 31, 28, 32, 27, 33, 1]],
    ['one to whom the leader is near', 61, 3, [2, 4, 1, 5, 6]],
    ['its last', 61, 61, [60, 59, 58, 1]],
    ['one who is alone', 1, 1, []],
  ])('%s', (_, size, own, expected) => {
    const { sheets } = standingsOf(size)
    const sheet = sheets[own - 1]
    if (!sheet) throw new Error(`nobody is at place ${own}`)
    const names = offeredFor(sheet, sheets).map(({ entrant }) => entrant.name)
    expect(names).toEqual(expected.map((place) => `Thôn ${place}`))
  })

  test.each([
    [60, (60 * 59) / 2],
    // Three neighbours on each side, and the leader for the 57 who are further away.
    [61, 60 + 59 + 58 + 57],
  ])('among %i, in %i pairs, each once and the better first', (size, count) => {
    const standings = standingsOf(size)
    const pairs = offeredPairs(standings)
    const places = new Map(standings.sheets.map((sheet, index) => [sheet, index]))
    expect(new Set(pairs.map(({ first, second }) => `${first.entrant.id} ${second.entrant.id}`)).size).toBe(
      count,
    )
    expect(pairs).toHaveLength(count)
    for (const { first, second } of pairs)
      expect(places.get(first) ?? 0).toBeLessThan(places.get(second) ?? 0)
    const offered = standings.sheets.flatMap((sheet) => offeredFor(sheet, standings.sheets))
    expect(offered.length).toBeGreaterThanOrEqual(count)
  })

  test('never one of another cluster', () => {
    const standings = standingsOf(4, { v1: 'Cụm 1', v2: 'Cụm 2', v3: 'Cụm 1', v4: 'Cụm 2' })
    const names = offeredPairs(standings).map(
      ({ first, second }) => `${first.entrant.name}, ${second.entrant.name}`,
    )
    expect(names).toEqual(['Thôn 1, Thôn 3', 'Thôn 2, Thôn 4'])
  })
})

import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#base/period.ts'
import { fromExactText } from '#base/rational.ts'
import type { PastResult } from '#services/site/history.ts'
import { historyOf } from '#services/site/history.ts'
import { presentHistory } from '#web/presenters/history.ts'
import { boardOf, OWN_FOLDERS, siteOf } from '../support/site.ts'

/**
 * A period as `2026-03 70,5 4`: total and rank; `2026-03 -` without the entrant, `2026-03 ?` of a publication that cannot be read,
 * `2026-03` without one.
 */
function past(text: string, version = 1, current = true, rules = 'r1'): PastResult {
  const [key = '', total, rank = '1'] = text.split(' ')
  const period = parsePeriod(key)
  if (!period) throw new Error(`${key} is no period`)
  if (total === undefined) return { kind: 'unpublished', period }
  const place = { ref: { commune: 'xa', edition: '2026', period, version }, current }
  if (total === '?') return { kind: 'unreadable', period, place }
  const exact = fromExactText(total.replace(',', ''))
  if (!exact) return { kind: 'unlisted', period, place, rules }
  const value = { exact, text: total }
  const result = { name: 'Thôn 1', total: value, rank: Number(rank), class: undefined }
  return { kind: 'listed', period, place, rules, result }
}

const WHO = { id: 'thon-1', name: 'Thôn 1' }

describe('the history of an entrant', () => {
  test('has a row a period, with the totals as wide as each other, and no link from a page to itself', () => {
    const view = presentHistory([past('2026-01 7 3'), past('2026-02 8,25 1')], WHO, true)
    expect(view?.rows).toEqual([
      {
        period: 'tháng 1/2026',
        url: '/xa/2026/thang-1/thon-1',
        points: '7,00',
        rank: '3',
        class: '',
        note: '',
      },
      { period: 'tháng 2/2026', url: '', points: '8,25', rank: '1', class: '', note: '' },
    ])
    expect([view?.ranked, view?.classes, view?.rulesNote]).toEqual([true, false, ''])
    expect(view?.chart?.dots).toHaveLength(2)
    expect(view?.chart?.description).toBe('tháng 1/2026: 7 điểm; tháng 2/2026: 8,25 điểm.')
  })

  test.each([
    ['a missing period', past('2026-02'), 'kỳ này chưa công bố', ''],
    [
      'a publication that cannot be read',
      past('2026-02 ?'),
      'chưa đọc được bản công bố của kỳ này',
      '/xa/2026/thang-2',
    ],
    ['a period without the entrant', past('2026-02 -'), 'không có tên trong kỳ này', ''],
    ['a corrected period', past('2026-02 8', 2), 'đã đính chính', '/xa/2026/thang-2/thon-1'],
    [
      'what was corrected since',
      past('2026-02 8', 1, false),
      'bản cũ, đã được đính chính',
      '/xa/2026/thang-2-ban-1/thon-1',
    ],
  ])('says of %s that it is one', (_, middle, note, url) => {
    const view = presentHistory([past('2026-01 7'), middle, past('2026-03 9')], WHO, true)
    expect(view?.rows[1]).toMatchObject({ note, url })
    // The line is broken where there are no points.
    expect(view?.chart?.path.match(/M/g)).toHaveLength(middle.kind === 'listed' ? 1 : 2)
  })

  test.each([
    ['at once', [past('2026-01 7'), past('2026-02 8', 1, true, 'r2'), past('2026-03 9', 1, true, 'r2')], 2],
    [
      'over a period that cannot be read',
      [past('2026-01 7'), past('2026-02 ?'), past('2026-03 9', 1, true, 'r2')],
      3,
    ],
  ])('says from when on the rules are others, and breaks the line: %s', (_, history, month) => {
    const view = presentHistory(history, WHO, true)
    expect(view?.rulesNote).toContain(`Bộ tiêu chí đã sửa từ tháng ${month}/2026: điểm trước và sau`)
    expect(view?.rows.map(({ note }) => note.includes('bộ tiêu chí đã sửa')).indexOf(true)).toBe(month - 1)
    expect(view?.chart?.path.match(/M/g)).toHaveLength(2)
  })

  test.each([
    ['one period', [past('2026-01 7')], undefined],
    ['points in one period alone', [past('2026-01'), past('2026-02 7')], { chart: undefined }],
  ])('draws no line for %s', (_, history, expected) => {
    const view = presentHistory(history, WHO, true)
    if (expected) expect(view).toMatchObject(expected)
    else expect(view).toBeUndefined()
  })

  test('an equal total throughout is a level line', () => {
    const view = presentHistory([past('2026-01 7'), past('2026-02 7')], WHO, true)
    expect(new Set(view?.chart?.dots.map(({ y }) => y)).size).toBe(1)
    expect(view?.chart?.path).not.toContain('NaN')
  })
})

test('is read from what was published, up to the page’s own period', async () => {
  const of = await siteOf(OWN_FOLDERS)
  const board = await boardOf(of, 'an-nong', '2026')
  const sheet = board.standings.sheets.find(({ entrant }) => entrant.id === 'thon-3')
  const history = await historyOf(of.site, board, 'thon-3')
  expect(history.map(({ period }) => period.index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(history.at(-1)).toMatchObject({
    kind: 'listed',
    rules: board.standings.hash,
    result: { rank: sheet?.rank, total: { exact: sheet?.total } },
  })
  const march = of.site.edition('an-nong', '2026')?.current[2]
  if (!march) throw new Error('March was published')
  expect((await historyOf(of.site, march, 'thon-3')).map(({ period }) => period.index)).toEqual([1, 2, 3])
})

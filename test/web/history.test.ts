import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#base/period.ts'
import { fromExactText } from '#base/rational.ts'
import type { PastResult } from '#services/site/history.ts'
import { historyOf } from '#services/site/history.ts'
import { presentHistory } from '#web/presenters/history.ts'
import { boardOf, OWN_FOLDERS, siteOf } from '../support/site.ts'

/** A period as `2026-03 70,5 4`: total and rank; `2026-03 -` without the entrant, `2026-03` without a publication. */
function past(text: string, version = 1, current = true): PastResult {
  const [key = '', total, rank = '1'] = text.split(' ')
  const period = parsePeriod(key)
  if (!period) throw new Error(`${key} is no period`)
  if (total === undefined) return { period, place: undefined, result: undefined }
  const place = { ref: { commune: 'xa', edition: '2026', period, version }, current }
  const exact = fromExactText(total.replace(',', ''))
  if (!exact) return { period, place, result: undefined }
  const value = { exact, text: total }
  return { period, place, result: { name: 'Thôn 1', total: value, rank: Number(rank), class: undefined } }
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
    expect([view?.ranked, view?.classes]).toEqual([true, false])
    expect(view?.chart?.dots).toHaveLength(2)
    expect(view?.chart?.description).toBe('tháng 1/2026: 7 điểm; tháng 2/2026: 8,25 điểm.')
  })

  test.each([
    ['a missing period', past('2026-02'), 'kỳ này chưa công bố', ''],
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
    expect(view?.chart?.path.match(/M/g)).toHaveLength(middle.result ? 1 : 2)
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
  expect(history.at(-1)?.result).toMatchObject({ rank: sheet?.rank, total: { exact: sheet?.total } })
  const march = of.site.edition('an-nong', '2026')?.current[2]
  if (!march) throw new Error('March was published')
  expect((await historyOf(of.site, march, 'thon-3')).map(({ period }) => period.index)).toEqual([1, 2, 3])
})

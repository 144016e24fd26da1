import { describe, expect, test } from 'vitest'
import { rational } from '#base/rational.ts'
import { barWidth } from '#web/presenters/bar.ts'
import { presentBoard } from '#web/presenters/board.ts'
import { presentCriteria } from '#web/presenters/criterionRow.ts'
import { presentEntrant } from '#web/presenters/entrant.ts'
import { scoreCase } from '../support/scoring.ts'
import { boardsOf, OWN_FOLDERS } from '../support/site.ts'

const boards = await boardsOf(OWN_FOLDERS)
const board = boards.find('an-nong', '2026')
if (!board) throw new Error('An Nông is on the site')

describe('leaderboard', () => {
  const [table] = presentBoard(board).tables
  if (!table) throw new Error('the villages are a table')

  test('has every village once, in order of rank, each with a page of its own', () => {
    expect(table.rows).toHaveLength(22)
    expect(new Set(table.rows.map(({ url }) => url)).size).toBe(22)
    const ranks = table.rows.map(({ rank }) => Number(rank))
    expect(ranks).toEqual(ranks.toSorted((left, right) => left - right))
  })

  test('says how each rank changed since the month before', () => {
    expect(table.comparedWith).toBe('tháng 9/2026')
    const kinds = new Set(table.rows.map(({ movement }) => movement.kind))
    expect([...kinds].toSorted()).toEqual(['down', 'same', 'up'])
    const risen = table.rows.find(({ movement }) => movement.kind === 'up')
    expect(risen?.movement.spoken).toMatch(/^tăng \d+ bậc$/)
  })

  test('prints totals with the decimals of the rulebook', () => {
    for (const { points } of table.rows) expect(points).toMatch(/^\d+,\d{2}$/)
  })
})

describe('entrant', () => {
  test('shows at most three losses, the largest first', () => {
    for (const sheet of board.standings.sheets) {
      const { losses } = presentEntrant(board, sheet)
      const points = losses.map((loss) => Number(loss.points.replace(',', '.')))
      expect(losses.length).toBeLessThanOrEqual(3)
      expect(points).toEqual(points.toSorted((left, right) => right - left))
    }
  })

  test('has a row for every criterion that the village is scored on, under those they belong to', () => {
    const sheet = board.standings.sheets.find(({ entrant }) => entrant.id === 'thon-3')
    if (!sheet) throw new Error('thon-3 is scored')
    const codes = presentEntrant(board, sheet).criteria.map(
      ({ code, depth }) => '  '.repeat(Number(depth)) + code,
    )
    expect(codes).toEqual(['1', '3', '  3a', '  3b', '  3c', '  3d', '5', '12', '13', '14', '15', '16'])
  })
})

test('a value just below a threshold is not shown as having reached it', () => {
  const rules = `số liệu b "Tổng số": số nguyên hộ, hằng năm
    số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
    tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
      giá trị = a / b; khi b = 0: không áp dụng; từ 65% trở lên: điểm tối đa; dưới 65%: 0 điểm`
  const { sheets } = scoreCase({ rules, facts: 'v1,a,2026,649996\nv1,b,2026,1000000' })
  expect(sheets.flatMap(({ nodes }) => presentCriteria(nodes)).map(({ value }) => value)).toEqual([
    '64,9996%',
  ])
})

test.each([
  [rational(1n), rational(3n), '33.3'],
  [rational(5n), rational(4n), '100'],
  [rational(0n), rational(4n), '0'],
  [rational(0n), rational(0n), '0'],
])('a bar of %#', (part, whole, width) => {
  expect(barWidth(part, whole)).toBe(width)
})

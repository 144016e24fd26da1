import { describe, expect, test } from 'vitest'
import { rational } from '#base/rational.ts'
import { earlierOf } from '#services/site/earlier.ts'
import { barWidth } from '#web/presenters/bar.ts'
import { presentBoard } from '#web/presenters/board.ts'
import { presentCriteria } from '#web/presenters/criterionRow.ts'
import { presentEntrant } from '#web/presenters/entrant.ts'
import { dossierOf, scoreCase, scoreOn } from '../support/scoring.ts'
import { boardOf, OWN_FOLDERS, siteOf } from '../support/site.ts'

const site = await siteOf(OWN_FOLDERS)
const board = await boardOf(site, 'an-nong', '2026')
const edition = site.site.edition('an-nong', '2026')
const earlier = await earlierOf(site.site, board)
const NO_PAST = { history: [], earlier: undefined, before: undefined, simulates: false, weighs: false }
if (!edition) throw new Error('An Nông is on the site')

describe('leaderboard', () => {
  const { tables } = presentBoard(board, edition, { earlier, weighed: true, rewritten: true })
  const [table] = tables
  if (!table) throw new Error('the villages are a table')

  test('has a table for each level, in the order in which the rulebook names them', () => {
    expect(tables.map(({ heading }) => heading)).toEqual(['Thôn', 'Đơn vị'])
  })

  test('has every village once, in order of rank, each with a page of its own', () => {
    expect(table.rows).toHaveLength(22)
    expect(new Set(table.rows.map(({ url }) => url)).size).toBe(22)
    const ranks = table.rows.map(({ rank }) => Number(rank))
    expect(ranks).toEqual(ranks.toSorted((left, right) => left - right))
  })

  test('says how each rank changed since the month before', () => {
    expect(table.since).toEqual({ period: 'tháng 9/2026', rules: '' })
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
      const { losses } = presentEntrant(board, sheet, NO_PAST)
      const points = losses.map((loss) => Number(loss.points.replace(',', '.')))
      expect(losses.length).toBeLessThanOrEqual(3)
      expect(points).toEqual(points.toSorted((left, right) => right - left))
    }
  })

  test('has a row for every criterion that the village is scored on, under those they belong to', () => {
    const sheet = board.standings.sheets.find(({ entrant }) => entrant.id === 'thon-3')
    if (!sheet) throw new Error('thon-3 is scored')
    const codes = presentEntrant(board, sheet, NO_PAST).criteria.map(
      ({ code, depth }) => '  '.repeat(Number(depth)) + code,
    )
    expect(codes).toEqual(['1', '3', '  3a', '  3b', '  3c', '  3d', '5', '12', '13', '14', '15', '16'])
  })
})

describe('a broken tie', () => {
  const rules = `số liệu x "X": số nguyên bài, hằng năm
    số liệu y "Y": số nguyên bài, hằng năm
    tiêu chí 1 "X" tối đa 5 điểm
      giá trị = x; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
    tiêu chí 2 "Y" tối đa 5 điểm
      giá trị = y; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
    xếp hạng theo tổng điểm, rồi điểm tiêu chí 2, vẫn bằng thì đồng hạng`

  test.each([
    [
      'equal totals',
      '1',
      '4',
      ['Bằng Hai về tổng điểm; đứng dưới Hai vì điểm tiêu chí 2 thấp hơn: 1 so với 4.'],
    ],
    ['totals that differ', '1', '3', []],
    ['equal in everything', '4', '1', []],
  ])('is told on the page of %s', (_, x, y, told) => {
    const facts = `v1,x,2026,4\nv1,y,2026,1\nv2,x,2026,${x}\nv2,y,2026,${y}`
    const given = { rules, villages: ['Một', 'Hai'], facts }
    const scored = scoreOn(given, '2026-12-31')
    const standings = {
      ...scored,
      hash: '',
      dossier: dossierOf(given),
      before: undefined,
      dayFrom: undefined,
    }
    const sheet = scored.sheets.find(({ entrant }) => entrant.id === 'v1')
    if (!sheet) throw new Error('v1 is scored')
    expect(presentEntrant({ ...board, standings, phases: [] }, sheet, NO_PAST).tieBreaks).toEqual(told)
  })
})

test('a value just below a threshold is not shown as having reached it', () => {
  const rules = `số liệu b "Tổng số": số nguyên hộ, hằng năm
    số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
    tiêu chí 1 "Tỷ lệ" tối đa 10 điểm
      giá trị = a / b; khi b = 0: không áp dụng; từ 65% trở lên: điểm tối đa; dưới 65%: 0 điểm`
  const { sheets } = scoreCase({ rules, facts: 'v1,a,2026,649996\nv1,b,2026,1000000' })
  expect(sheets.flatMap(({ nodes }) => presentCriteria(nodes, board)).map(({ value }) => value)).toEqual([
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

test('a group is shown out of what applies to the entrant, as its sentence says', async () => {
  const vinhLoc = await boardOf(site, 'vinh-loc', '2026')
  const rowsOf = (id: string): Readonly<Record<string, string>> => {
    const sheet = vinhLoc.standings.sheets.find(({ entrant }) => entrant.id === id)
    const rows = presentCriteria(sheet?.nodes ?? [], vinhLoc)
    return Object.fromEntries(rows.map(({ code, maximum }) => [code, maximum]))
  }
  expect(rowsOf('vinh-loc')).toMatchObject({ II: '42', III: '18', IV: '32', 25: '4', 19: '4' })
  // It leads one of the fourteen criteria of group II, and three parts of criterion 25.
  expect(rowsOf('van-hoa-xa-hoi')).toMatchObject({ II: '3', III: '3', IV: '11', 25: '3' })
  // A village without enterprises: criteria 19 and 20 do not apply, and are shown whole.
  expect(rowsOf('khu-pho-4')).toMatchObject({ I: '8', III: '4', IV: '24', 19: '4' })
})

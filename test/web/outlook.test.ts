import { describe, expect, test } from 'vitest'
import { pathOf } from '#web/address.ts'
import { everyAddress } from '#web/pages/everyAddress.ts'
import { presentEntrant } from '#web/presenters/entrant.ts'
import { presentOutlook } from '#web/presenters/outlook/outlook.ts'
import { rankBars } from '#web/presenters/outlook/rankBars.ts'
import { presentSensitivity } from '#web/presenters/outlook/sensitivity.ts'
import { presentSimulation } from '#web/presenters/simulation/simulation.ts'
import { boardOf, ownPart, siteOf } from '../support/site.ts'

describe('bars of ranks', () => {
  const { rows, ticks, description } = rankBars(
    [
      {
        name: 'Một',
        now: 1,
        possible: { best: 1, worst: 4, mayBeNone: true },
        likely: { best: 1, worst: 2, mayBeNone: false },
      },
      {
        name: 'Hai',
        now: 2,
        possible: { best: 2, worst: 2, mayBeNone: false },
        likely: { best: 2, worst: 2, mayBeNone: true },
      },
      { name: 'Ba', now: undefined, possible: undefined, likely: undefined },
      {
        name: 'Bốn, tên rất dài của một nơi',
        now: 3,
        possible: { best: 1, worst: 9, mayBeNone: false },
        likely: undefined,
      },
    ],
    'Hạng',
  )

  test('stand from the best rank to the worst, the whole line for the first to the last', () => {
    expect(rows.map(({ name, possible, likely, now }) => [name, possible, likely, now?.x])).toEqual([
      ['Một', { x: '104.0', width: '208.0' }, { x: '104.0', width: '104.0' }, '130.0'],
      ['Hai', { x: '156.0', width: '52.0' }, { x: '156.0', width: '52.0' }, '182.0'],
      ['Ba', undefined, undefined, undefined],
      ['Bốn, tên rất d…', { x: '104.0', width: '208.0' }, undefined, '234.0'],
    ])
    expect(ticks.map(({ text }) => text)).toEqual(['1', '2', '4'])
  })

  test('are all told in words', () => {
    expect(description).toBe(
      'Một: nay hạng 1, nhiều khả năng hạng 1 đến 2, còn có thể hạng 1 đến 4 hoặc không xếp hạng; Hai: nay hạng 2, nhiều khả năng hạng 2 đến 2 hoặc không xếp hạng, còn có thể hạng 2 đến 2; Ba: nay không xếp hạng, nhiều khả năng không xếp hạng, còn có thể không xếp hạng; Bốn, tên rất dài của một nơi: nay hạng 3, nhiều khả năng không xếp hạng, còn có thể hạng 1 đến 9.',
    )
  })
})

describe('what lies ahead of An Nông', async () => {
  const site = await siteOf(ownPart('an-nong', 'dinh-tien'))
  const board = await boardOf(site, 'an-nong', '2026')

  test('everyone is told of, beside the picture and in it', () => {
    const { cohorts, alone } = presentOutlook(board)
    const told = cohorts.flatMap(({ rows }) => rows.map(({ name }) => name))
    const drawn = cohorts.flatMap(({ chart }) => chart.rows)
    expect(told.length + alone.length).toBe(board.standings.sheets.length)
    expect(drawn.length).toBe(told.length)
    expect(
      cohorts.flatMap(({ rows }) => rows).every(({ likely, possible }) => likely !== '' && possible !== ''),
    ).toBe(true)
  })

  test('what the order hangs on is told of each that can be ordered', () => {
    const { cohorts, tried } = presentSensitivity(board)
    expect(tried).toContain('số mở đầu 2026')
    expect(cohorts.map(({ heading }) => heading)).toEqual(
      presentOutlook(board).cohorts.map(({ heading }) => heading),
    )
    expect(cohorts.every(({ chart }) => chart)).toBe(true)
    // Units come to what the villages do: no single fact of theirs decides.
    expect(cohorts.map(({ deciding }) => deciding.length)).toEqual([12, 0])
  })

  test('a village is told what to do next, as the page has it where that is tried out', () => {
    const sheet = board.standings.sheets.find(({ entrant }) => entrant.id === 'thon-7')
    if (!sheet) throw new Error('thon-7 is scored')
    const setting = { history: [], earlier: undefined, before: undefined, simulates: true, weighs: true }
    const { steps } = presentEntrant(board, sheet, setting)
    const request = {
      query: '',
      earlierRules: undefined,
      engine: { path: '', bytes: 0 },
      publicationBytes: 0,
      weighed: true,
    }
    expect(steps.length).toBe(3)
    expect(presentSimulation(board, sheet, request).steps.rows.slice(0, 3)).toEqual(steps)
    expect(presentEntrant(board, sheet, { ...setting, weighs: false }).steps).toEqual([])
  })

  test('pages stand beside the newest board of rules that go on, and nowhere else', async () => {
    const paths: string[] = []
    for await (const address of everyAddress(site))
      if (address.kind === 'outlook') paths.push(pathOf(address))
    expect(paths).toContain('/an-nong/2026/thang-10/trien-vong')
    expect(paths.every((path) => !path.includes('/thang-9/') && !path.startsWith('/dinh-tien'))).toBe(true)
  })
})

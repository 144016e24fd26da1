import { describe, expect, test } from 'vitest'
import { type Description, flow, given, makeUp, share, stock } from '../../data/makeUp.ts'

const DESCRIPTION: Description = {
  seed: 1,
  year: 2026,
  months: 10,
  entrants: [
    { id: 'xa', name: 'Xã Minh Họa', kind: 'xã', figures: [given('hài_lòng', ['17,5', '18'], 'quarter')] },
    {
      id: 'thon-1',
      name: 'Thôn 1',
      kind: 'thôn',
      parent: 'xa',
      attributes: ['miền núi', 'biên giới'],
      figures: [stock('dân', 300, 900), share('có_thẻ', 'dân', 0.2, 0.9), flow('tin', 0, 4, 'year')],
    },
  ],
  exceptions: [
    { entrant: 'thon-1', measure: 'dân', period: '2026-02', make: { value: '0' } },
    { entrant: 'thon-1', measure: 'có_thẻ', period: '2026-09', make: 'pending' },
    { entrant: 'thon-1', period: '2026-10', make: 'absent' },
  ],
}

/** The made-up facts as rows without their heading. */
function facts(description: Description): readonly (readonly string[])[] {
  const text = makeUp(description).get('facts.csv') ?? ''
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(/,(?=\S)|,(?=,)/))
}

describe('a made-up dossier', () => {
  test('writes whoever is scored', () => {
    expect(makeUp(DESCRIPTION).get('entrants.csv')).toBe(
      [
        'id,name,kind,parent,cluster,attributes',
        'xa,Xã Minh Họa,xã,,,',
        'thon-1,Thôn 1,thôn,xa,,miền núi;biên giới',
        '',
      ].join('\n'),
    )
  })

  test('is the same for the same seed and another for another', () => {
    expect(makeUp(DESCRIPTION)).toEqual(makeUp(DESCRIPTION))
    expect(facts({ ...DESCRIPTION, seed: 2 })).not.toEqual(facts(DESCRIPTION))
  })

  test('writes a value a period, the last holding on, and quotes a decimal comma', () => {
    const text = makeUp(DESCRIPTION).get('facts.csv')
    expect(text?.split('\n').filter((line) => line.startsWith('xa,'))).toEqual([
      'xa,hài_lòng,2026-Q1,"17,5",,dữ liệu minh họa',
      'xa,hài_lòng,2026-Q2,18,,dữ liệu minh họa',
      'xa,hài_lòng,2026-Q3,18,,dữ liệu minh họa',
    ])
  })

  test('never makes a part larger than its whole, even where the whole is told', () => {
    const value = new Map(
      facts(DESCRIPTION).map(([, measure, period, cell]) => [`${measure} ${period}`, Number(cell)]),
    )
    for (const [key, part] of value) {
      if (key.startsWith('có_thẻ'))
        expect(part).toBeLessThanOrEqual(value.get(key.replace('có_thẻ', 'dân')) ?? -1)
    }
    expect(value.get('có_thẻ 2026-02')).toBe(0)
  })

  test('leaves out what is absent and marks what is pending', () => {
    const lines = makeUp(DESCRIPTION).get('facts.csv')?.split('\n') ?? []
    expect(lines.filter((line) => line.includes('2026-10'))).toEqual([])
    expect(
      lines.filter((line) => line.includes('chờ thẩm định')).map((line) => line.split(',').slice(0, 3)),
    ).toEqual([['thon-1', 'có_thẻ', '2026-09']])
  })

  test('refuses a share whose whole is not told before it', () => {
    const entrants = [{ id: 'xa', name: 'Xã', kind: 'xã', figures: [share('a', 'b', 0, 1)] }]
    expect(() => makeUp({ ...DESCRIPTION, entrants })).toThrow('a: b must come before it')
  })
})

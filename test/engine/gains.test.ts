import { describe, expect, test } from 'vitest'
import { formatExact } from '#base/formatNumber.ts'
import { subtract } from '#base/rational.ts'
import { gainsOf } from '#engine/index.ts'
import { type Case, scoreCase } from '../support/scoring.ts'

const MEASURES = `số liệu x "X": số nguyên bài, hằng năm
số liệu y "Y": số nguyên bài, hằng năm
`
const TARGET = (
  code: string,
  measure: string,
  points: string,
  part = '',
): string => `tiêu chí ${part}${code} "C${code}" tối đa ${points} điểm
  giá trị = ${measure}; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu
`

/** What an entrant is told it would gain. */
function gainsIn(given: Case): readonly string[] {
  const { sheets, program } = scoreCase(given)
  const sheet = sheets.find(({ entrant }) => entrant.id === 'v1')
  if (!sheet) throw new Error('v1 is scored')
  return gainsOf(sheet, program).map(
    ({ trace, points, how }) => `${trace.node.code}: +${formatExact(points)}. ${how}`,
  )
}

describe('what would give more points', () => {
  test.each<[string, Case, readonly string[]]>([
    [
      'the most first',
      { rules: MEASURES + TARGET('1', 'x', '4') + TARGET('2', 'y', '6'), facts: 'v1,x,2026,5\nv1,y,2026,5' },
      [
        '2: +3. Thêm 5 bài (để đạt 10 bài) thì được 6 điểm.',
        '1: +2. Thêm 5 bài (để đạt 10 bài) thì được 4 điểm.',
      ],
    ],
    [
      'nothing where all is reached',
      {
        rules: MEASURES + TARGET('1', 'x', '4') + TARGET('2', 'y', '6'),
        facts: 'v1,x,2026,10\nv1,y,2026,12',
      },
      [],
    ],
    [
      'nothing of what has no facts',
      { rules: MEASURES + TARGET('1', 'x', '4') + TARGET('2', 'y', '6'), facts: 'v1,x,2026,5' },
      ['1: +2. Thêm 5 bài (để đạt 10 bài) thì được 4 điểm.'],
    ],
    [
      'of parts of which the best counts, only as much as it becomes better',
      {
        rules: `${MEASURES}tiêu chí 1 "C" tối đa 10 điểm, chỉ tính thành phần cao nhất
${TARGET('1a', 'x', '10', 'thành phần ')}${TARGET('1b', 'y', '9', 'thành phần ')}`,
        facts: 'v1,x,2026,8\nv1,y,2026,1',
      },
      [
        '1a: +2. Thêm 2 bài (để đạt 10 bài) thì được 10 điểm.',
        '1b: +1. Thêm 9 bài (để đạt 10 bài) thì được 9 điểm.',
      ],
    ],
    [
      'carried over to the scale as the total is',
      {
        head: 'không áp dụng: quy đổi về thang điểm',
        rules: `${MEASURES}${TARGET('1', 'x', '5')}tiêu chí 2 "D" tối đa 5 điểm
  giá trị = x / y; khi y = 0: không áp dụng; từ 50% trở lên: 5 điểm; dưới 50%: 0 điểm`,
        facts: 'v1,x,2026,5\nv1,y,2026,0',
      },
      ['1: +5. Thêm 5 bài (để đạt 10 bài) thì được 5 điểm.'],
    ],
  ])('%s', (_, given, expected) => {
    expect(gainsIn(given)).toEqual(expected)
  })

  test('is what the total is higher by once the step is taken', () => {
    const rules = `${MEASURES}tiêu chí 1 "C" tối đa 10 điểm
  giá trị = x; từ 20 trở lên: 10 điểm; từ 10 đến 19: 6 điểm; dưới 10: 1 điểm`
    const totalWith = (x: number) => scoreCase({ rules, facts: `v1,x,2026,${x}` })
    for (const [now, then] of [
      [3, 10],
      [12, 20],
    ] as const) {
      const { sheets, program } = totalWith(now)
      const [sheet] = sheets
      const [after] = totalWith(then).sheets
      if (!sheet?.total || !after?.total) throw new Error('v1 is scored')
      const [gain] = gainsOf(sheet, program)
      expect(gain?.points).toEqual(subtract(after.total, sheet.total))
    }
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { verificationWorkbook } from '#services/workbook/verificationWorkbook.ts'
import {
  hasSpreadsheetProgram,
  recalculate,
  recordsIn,
  type Shown,
  verdictOf,
} from '../../support/recalculate.ts'
import type { Case } from '../../support/scoring.ts'
import { sourceOfCase } from './sources.ts'

/** What counting in binary gets wrong when it is done carelessly, with the points (or what else is shown) that are right. */
const EDGES: readonly (readonly [
  name: string,
  given: Case,
  place: readonly [sheet: string, column: string],
  expected: string,
])[] = [
  [
    '29 of 50 reaches 58%',
    {
      rules: `số liệu a "A": số nguyên hộ, hằng tháng, là một phần của b
        số liệu b "B": số nguyên hộ, hằng tháng, từ 1
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        giá trị = a / b
        chỉ tiêu 58%
        đạt chỉ tiêu: 10 điểm
        chưa đạt chỉ tiêu: 0 điểm`,
      facts: 'v1,a,2026-01,29\nv1,b,2026-01,50',
    },
    ['Cấp thôn', 'Điểm'],
    '10',
  ],
  [
    '0,1 and 0,2 are not above 0,3',
    {
      rules: `số liệu a "A": số thập phân giờ, hằng tháng, cộng dồn
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        giá trị = a
        trên 0,3: 10 điểm
        không quá 0,3: 4 điểm`,
      facts: 'v1,a,2026-01,"0,1"\nv1,a,2026-02,"0,2"',
    },
    ['Cấp thôn', 'Điểm'],
    '4',
  ],
  [
    'three steps of 0,1 in 0,3',
    {
      rules: `số liệu a "A": số thập phân giờ, hằng tháng, cộng dồn
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        giá trị = a
        mỗi 0,1 giờ được 2 điểm, không quá 10 điểm`,
      facts: 'v1,a,2026-01,"0,3"',
    },
    ['Cấp thôn', 'Điểm'],
    '6',
  ],
  [
    'a total of 4,55 rounds up',
    {
      head: 'làm tròn từng tiêu chí 1 chữ số',
      rules: `số liệu a "A": số thập phân giờ, hằng tháng, từ 0 đến 10
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        giá trị = a
        chỉ tiêu 10 giờ
        chấm theo tỷ lệ đạt chỉ tiêu`,
      facts: 'v1,a,2026-01,"4,55"',
    },
    ['Cấp thôn', 'Điểm'],
    '4.6',
  ],
  [
    'half to even goes down to 4,4',
    {
      head: 'làm tròn từng tiêu chí 1 chữ số, nửa làm tròn về số chẵn',
      rules: `số liệu a "A": số thập phân giờ, hằng tháng, từ 0 đến 10
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        giá trị = a
        chỉ tiêu 10 giờ
        chấm theo tỷ lệ đạt chỉ tiêu`,
      facts: 'v1,a,2026-01,"4,45"',
    },
    ['Cấp thôn', 'Điểm'],
    '4.4',
  ],
  [
    'from the last of November a month goes to the last of December',
    {
      rules: `số liệu d "D": ngày, hằng năm
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        thời hạn 30/11/2026
        giá trị = số tháng chậm của d
        mỗi tháng trừ 3 điểm`,
      facts: 'v1,d,2026,31/12/2026',
    },
    ['Cấp thôn', 'Điểm'],
    '7',
  ],
  [
    'a thousand million đồng with decimals against its bound',
    {
      rules: `số liệu a "A": số tiền đồng, hằng tháng, cộng dồn
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        giá trị = a
        từ 1.234.567.890,3 trở lên: 10 điểm
        còn lại: 0 điểm`,
      facts: 'v1,a,2026-01,"1234567890,1"\nv1,a,2026-02,"0,2"',
    },
    ['Cấp thôn', 'Điểm'],
    '10',
  ],
  [
    'whoever adds up to the same in another order shares the rank',
    {
      villages: ['Thôn 1', 'Thôn 2', 'Thôn 3'],
      rules: `số liệu a "A": số thập phân giờ, hằng tháng, từ 0 đến 5
        số liệu b "B": số thập phân giờ, hằng tháng, từ 0 đến 5
        tiêu chí 1 "x" tối đa 5 điểm
        đo tại thôn
        giá trị = a
        chỉ tiêu 5 giờ
        chấm theo tỷ lệ đạt chỉ tiêu
        tiêu chí 2 "y" tối đa 5 điểm
        đo tại thôn
        giá trị = b
        chỉ tiêu 5 giờ
        chấm theo tỷ lệ đạt chỉ tiêu
        xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng, hạng sau liền kề`,
      facts: `v1,a,2026-01,"0,1"\nv1,b,2026-01,"0,2"\nv2,a,2026-01,"0,3"\nv2,b,2026-01,0
        v3,a,2026-01,"0,1"\nv3,b,2026-01,"0,1"`,
    },
    ['Xếp hạng', 'Hạng'],
    '1 1 2',
  ],
  [
    'a village whose whole does not apply is left out of the sum of parts',
    {
      levels: 'xã, thôn',
      villages: ['Thôn 1', 'Thôn 2'],
      rules: `số liệu a "A": số nguyên hộ, hằng tháng
        số liệu b "B": số nguyên hộ, hằng năm
        tiêu chí 1 "x" tối đa 10 điểm
        đo tại thôn
        giá trị = a / b
        khi b = 0: không áp dụng
        chỉ tiêu 50%
        chấm theo tỷ lệ đạt chỉ tiêu`,
      facts: 'v1,a,2026-01,5\nv1,b,2026,không áp dụng\nv2,a,2026-01,3\nv2,b,2026,10',
    },
    ['Cấp xã', 'Số liệu 1'],
    '3',
  ],
]

describe.skipIf(!hasSpreadsheetProgram())('at the edges of what a spreadsheet counts', () => {
  let shown: ReadonlyMap<string, Shown> = new Map()

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>()
    for (const [index, [, given]] of EDGES.entries())
      files.set(`edge${index}`, await verificationWorkbook(sourceOfCase(given)))
    shown = recalculate(files)
  })

  test.each(EDGES.map(([name, , place, expected], index) => [name, index, place, expected] as const))(
    '%s',
    (_, index, [sheet, column], expected) => {
      const sheets = shown.get(`edge${index}`) ?? new Map()
      const rows = recordsIn(sheets, sheet)
      const told = rows.filter((row) => row['Đối chiếu'] !== '').map((row) => row[column])
      expect(told.join(' ')).toBe(expected)
      expect(verdictOf(sheets).verdict).toBe('KHỚP TOÀN BỘ')
    },
  )
})

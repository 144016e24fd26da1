import { describe, expect, test } from 'vitest'
import { hover } from '#language/index.ts'
import { atCursor, HEAD, inWhole, WHOLE } from '../../support/editor.ts'

const lines = ({ analysis, offset }: ReturnType<typeof atCursor>) => hover(analysis, offset)?.lines

describe('hover', () => {
  test.each([
    [
      'số liệu phát_s|óng',
      [
        'số liệu phát_sóng: Số lần phát',
        'số nguyên lần, báo cáo hằng tháng, cộng dồn, từ 0 đến 62, kỳ thiếu tính 0, minh chứng bắt buộc',
        'dùng ở: tiêu chí 1, ví dụ "ba lần một tháng được một nửa" và tiêu chí 7',
      ],
    ],
    [
      'số liệu lượt_x|em',
      [
        'số liệu lượt_xem: Lượt xem',
        'số thập phân nghìn lượt, báo cáo hằng năm, lấy kỳ mới nhất, chỉ theo dõi, không chấm điểm',
        'chưa dùng ở đâu',
      ],
    ],
    [
      'tiêu chí 2| "Số hóa hồ sơ"',
      [
        'tiêu chí 2: Số hóa hồ sơ',
        'tối đa 20 điểm',
        'chủ trì: Trung tâm Phục vụ hành chính công',
        'dùng ở: xếp hạng',
      ],
    ],
    [
      'nhóm |I "Truyền thông"',
      ['nhóm I: Truyền thông', 'tối đa 40 điểm', 'gồm: tiêu chí 1, tiêu chí 2 và tiêu chí 3'],
    ],
    [
      'bãi bỏ tiêu chí K|2',
      [
        'tiêu chí K2: Chi',
        'điểm thưởng, tối đa 2 điểm',
        'chủ trì: Văn phòng; Phòng Kinh tế',
        'dùng ở: phần sửa đổi',
      ],
    ],
  ])('of the name at %s', (marked, expected) => {
    expect(lines(inWhole(marked))).toEqual(expected)
  })

  test.each([
    ['từ 12| đến 23: 1/4 điểm tối đa', ['hiểu là: 12 ≤ x ≤ 23 hồ sơ', 'được 2,5 điểm, trên 10']],
    ['từ 4| lần trở lên', ['hiểu là: x ≥ 4 lần/tháng', 'được 10 điểm, trên 10']],
    ['dưới 2|: 0 điểm', ['hiểu là: x < 2 lần/tháng', 'được 0 điểm, trên 10']],
    ['bằng "Đa|ng"', ['hiểu là: x = "Đang"', 'được 15 điểm, trên 30']],
    ['từ 90%| trở lên', ['hiểu là: x ≥ 90%', 'được 2 điểm, trên 2']],
    ['"Tố|t" từ 80 đến dưới 90 điểm', ['hiểu là: 80 ≤ x < 90 điểm']],
  ])('of the tier %s', (marked, expected) => {
    expect(lines(inWhole(marked))).toEqual(expected)
  })

  test('of a rest names what is left', () => {
    const marked = 'chưa đạt chỉ |tiêu: 0 điểm'
    const text = WHOLE.replace(
      'chưa đạt chỉ tiêu: 0 điểm',
      'từ 0,2 đến dưới 0,5: 1 điểm\n    còn l|ại: 0 điểm',
    )
    expect(lines(atCursor(text))?.slice(0, 2)).toEqual([
      'từ ngày 01/01/2026: hiểu là: 0 ≤ x < 0,2 hoặc 0,5 ≤ x < 0,7; được 0 điểm, trên 20',
      'từ ngày 01/07/2026: hiểu là: 0 ≤ x < 0,2 hoặc 0,5 ≤ x < 0,8; được 0 điểm, trên 10',
    ])
    expect(lines(inWhole(marked))?.[0]).toBe('từ ngày 01/01/2026: hiểu là: x < 0,7; được 0 điểm, trên 20')
  })

  test.each([
    ['  mỗ|i lần trừ 0,5 điểm', '«mỗi»: Cho hoặc trừ điểm theo từng đơn vị tính.'],
    ['áp d|ụng cho xã', '«áp dụng cho»: Ai được chấm và trong thời gian nào.'],
    ['quy đổi tr|ong nhóm', '«quy đổi trong nhóm»: Phần không áp dụng được bù bằng các tiêu chí cùng nhóm.'],
  ])('of the keyword at %s', (marked, expected) => {
    expect(lines(inWhole(marked))?.[0]).toBe(expected)
  })

  test.each([
    ['in a note', `${HEAD}ghi chú "từ| đây"`],
    ['in a comment', `${HEAD}# từ| đây`],
    ['on an empty line', `${HEAD}\n|\n`],
  ])('nothing %s', (_name, marked) => {
    expect(lines(atCursor(marked))).toBeUndefined()
  })

  test('of an undeclared name says so', () => {
    const marked = `${HEAD}tiêu chí 1 "A" tối đa 5 điểm\n  giá trị = lạ|\n`
    expect(lines(atCursor(marked))).toEqual(['số liệu lạ chưa được khai báo', 'dùng ở: tiêu chí 1'])
  })
})

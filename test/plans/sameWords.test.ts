import { describe, expect, test } from 'vitest'
import type { Criterion } from './criteria.ts'
import { differenceLine, differencesOf } from './differences.ts'
import { bareTarget, deadline, target, title } from './sameWords.ts'

describe('what two ways of printing have in common', () => {
  test.each([
    ['Tỷ lệ CSDL của xã được số hoá.', 'tỷ lệ CSDL của xã được số hóa'],
    ['thuộc diện “phi tiếp xúc”', 'Thuộc diện "phi tiếp xúc"'],
    ['Tỷ lệ giao dịch không dùng  tiền mặt (*)', 'Tỷ lệ giao dịch không dùng tiền mặt'],
    ['giai đoạn 2026 - 2030', 'giai đoạn 2026–2030'],
    ['TỶ LỆ ĐẦU TƯ', 'Tỷ lệ đầu tư'],
  ])('title %s', (plan, rulebook) => expect(title(plan)).toBe(title(rulebook)))

  test.each([
    ['tối thiểu 70%', '70%'],
    ['≥ 1.5%', '1,5%'],
    ['tối thiểu 0.70', '0,7'],
    ['- Đối với các xã trung tâm: 60%', '60%'],
    ['- Khuyến khích', 'khuyến khích'],
    ['Đăng từ 30 tin, bài trở lên', '30 tin, bài'],
    ['Phát 4 lần /tháng', '4 lần/tháng'],
  ])('target %s', (plan, rulebook) => expect(target(plan)).toBe(target(rulebook)))

  test.each([
    ['01', '1 doanh nghiệp'],
    ['2-3', '2-3 đơn/năm'],
  ])('bare target %s', (plan, rulebook) => expect(target(plan)).toBe(bareTarget(rulebook)))

  test('deadline', () => expect(deadline('Quý II năm 2026')).toBe(deadline('quý II/2026')))

  test.each([
    [title('Tỉ lệ'), title('Tỷ lệ')],
    [title('công an xã'), title('Công An xã')],
    [target('không quá 5%'), target('5%')],
    [target('trên 95%'), target('95%')],
    [target('2-3'), target('2-5')],
    [target('70%'), target('7%')],
    [target('0.2'), target('0.02')],
    [deadline('Tháng 12/2026'), deadline('tháng 11/2026')],
  ])('%s is not %s', (plan, rulebook) => expect(plan).not.toBe(rulebook))
})

test('each cell that differs is a line', () => {
  const cells = {
    mã: '7',
    tên: 'Một',
    'chỉ tiêu': '2-3',
    'chủ trì': 'Phòng A | Phòng B',
    'thời hạn': '',
    chỗ: 'Phụ lục, dòng 7',
  }
  const criterion: Criterion = {
    code: '7',
    title: 'Hai',
    target: '3 đơn',
    leads: ['Phòng B', 'Phòng Á'],
    supports: [],
    deadline: 'tháng 5/2026',
    notes: [],
    parent: null,
  }
  const names = new Map([['Phòng A', 'Phòng Á']])
  expect(differencesOf({ table: 'a', code: '7', cells }, criterion, names).map(differenceLine)).toEqual([
    '7, tên: kế hoạch «Một» (Phụ lục, dòng 7), bộ tiêu chí «Hai»',
    '7, chỉ tiêu: kế hoạch «2-3» (Phụ lục, dòng 7), bộ tiêu chí «3 đơn»',
    '7, chủ trì: kế hoạch «Phòng Á | Phòng B» (Phụ lục, dòng 7), bộ tiêu chí «Phòng B | Phòng Á»',
    '7, thời hạn: kế hoạch «» (Phụ lục, dòng 7), bộ tiêu chí «tháng 5/2026»',
  ])
})

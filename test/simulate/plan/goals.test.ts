import { describe, expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { type Goal, parseGoal, settleGoal } from '#simulate/index.ts'
import { scoreCase } from '../../support/scoring.ts'

/** A goal as a case says it: `điểm 181/2`, `loại Tốt`, `hạng 3`, `vượt v2`. */
function shown(goal: Goal): string {
  switch (goal.kind) {
    case 'points':
      return `điểm ${toExactText(goal.points)}`
    case 'class':
      return `loại ${goal.title}`
    case 'rank':
      return `hạng ${goal.rank}`
    case 'pass':
      return `vượt ${goal.entrant}`
  }
}

describe('a goal that is typed', () => {
  test.each([
    ['90 điểm', 'điểm 90'],
    ['90,5 điểm', 'điểm 181/2'],
    ['1.000 điểm', 'điểm 1000'],
    ['  90   điểm ', 'điểm 90'],
    ['90 diem', 'điểm 90'],
    ['90 điểm'.normalize('NFD'), 'điểm 90'],
    ['đạt từ 90 điểm trở lên', 'điểm 90'],
    ['90đ', 'điểm 90'],
    ['90điểm', 'điểm 90'],
    ['lên loại Tốt', 'loại Tốt'],
    ['lên hạng 3', 'hạng 3'],
    ['hạng thứ 3', 'hạng 3'],
    ['top 5', 'hạng 5'],
    ['vượt qua Thôn 5', 'vượt Thôn 5'],
    ['hơn Thôn 5', 'vượt Thôn 5'],
    ['vượt Thu Bồn', 'vượt Thu Bồn'],
    ['vượt thon-5d', 'vượt thon-5d'],
    ['vượt Tổ 5Đ', 'vượt Tổ 5Đ'],
    ['loại Tốt', 'loại Tốt'],
    ['Được xếp loại Tốt hoặc hơn', 'loại Tốt'],
    ['Xuất sắc', 'loại Xuất sắc'],
    ['Đạt', 'loại Đạt'],
    ['Đạt chuẩn', 'loại Đạt chuẩn'],
    ['hạng 3', 'hạng 3'],
    ['HANG 3', 'hạng 3'],
    ['đứng hạng 3', 'hạng 3'],
    ['hạng nhất', 'hạng 1'],
    ['Vượt Thôn 5', 'vượt Thôn 5'],
    ['vuot thon-5', 'vượt thon-5'],
  ])('%s', (text, expected) => {
    const goal = parseGoal(text)
    expect(goal.ok ? shown(goal.value) : goal.diagnostics).toBe(expected)
  })

  test.each([
    ['', 'không hiểu đích «»', 'viết như «90 điểm», «loại Tốt», «hạng 3» hay «vượt thon-5»'],
    ['90', 'chưa rõ «90» là điểm hay là hạng', 'viết «90 điểm» hoặc «hạng 90»'],
    ['90.5 điểm', 'không đọc được số điểm «90.5»', 'viết «90,5 điểm» hoặc «905 điểm»'],
    [
      'tăng 5 điểm',
      'không đọc được số điểm «tăng 5»',
      'viết số với dấu phẩy cho phần thập phân, ví dụ «90,5 điểm»',
    ],
    ['9o điểm', 'không đọc được số điểm «9o»', 'viết số với dấu phẩy cho phần thập phân, ví dụ «90,5 điểm»'],
    ['hạng 0', '«0» không phải một hạng', 'viết một số từ 1 trở lên, ví dụ «hạng 3»'],
    ['hạng -1', '«-1» không phải một hạng', 'viết một số từ 1 trở lên, ví dụ «hạng 3»'],
    ['lớp 5', 'không hiểu đích «lớp 5»', 'viết như «90 điểm», «loại Tốt», «hạng 3» hay «vượt thon-5»'],
    [
      'trên 90 điểm',
      'không đọc được số điểm «trên 90»',
      'viết số với dấu phẩy cho phần thập phân, ví dụ «90,5 điểm»',
    ],
  ])('%s is refused', (text, message, help) => {
    expect(parseGoal(text)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'goal-unclear', message, help }],
    })
  })
})

const RULES = `số liệu bài "Tin bài": số nguyên bài, hằng năm
  tiêu chí 1 "Tin bài" tối đa 10 điểm
  giá trị = bài; mỗi bài được 1 điểm, không quá 10 điểm`
const CLASSES = `
  xếp loại
    "Tốt" từ 8 điểm trở lên
    "Loại B" từ 5 đến dưới 8 điểm
    "Chưa đạt" còn lại`

describe('a goal among those that are ranked together', () => {
  /** v1 is asked about; two villages bear the same name. */
  function settle(text: string, rules = RULES + CLASSES): string {
    const { program, sheets } = scoreCase({
      rules,
      facts: 'v1,bài,2026,3\nv2,bài,2026,4\nv3,bài,2026,5\nv4,bài,2026,6',
      villages: ['Thôn Đình', 'Thôn Bái', 'Thôn Chùa', 'Thôn Chùa'],
    })
    const own = sheets.find(({ entrant }) => entrant.id === 'v1')
    const goal = parseGoal(text)
    if (!own || !goal.ok) throw new Error(text)
    const apart = { ...own.entrant, id: 'u1', name: 'Trạm y tế' }
    const entrants = [...sheets.map(({ entrant }) => entrant), apart]
    const settled = settleGoal(goal.value, { own, sheets }, program, { entrants })
    if (settled.ok) return shown(settled.value)
    return settled.diagnostics.map(({ message, help }) => `${message}: ${help}`).join()
  }

  test.each([
    ['Tốt', 'loại Tốt'],
    ['loại tốt', 'loại Tốt'],
    ['loai tot', 'loại Tốt'],
    ['loại B', 'loại Loại B'],
    ['Loại B', 'loại Loại B'],
    ['chưa đạt', 'loại Chưa đạt'],
    ['vượt v2', 'vượt v2'],
    ['vượt Thôn Bái', 'vượt v2'],
    ['vuot thon bai', 'vượt v2'],
    ['hạng 4', 'hạng 4'],
    ['hạng 5', 'không có hạng 5: xếp hạng cùng nhau có 4 đối tượng: ghi một hạng từ 1 đến 4'],
    [
      'loại Khá',
      'không có loại «Khá»: các loại: «Tốt», «Loại B» và «Chưa đạt»; đích khác thì viết như «90 điểm», «hạng 3» hay «vượt thon-5»',
    ],
    ['vượt Thôn Đình', 'không thể vượt chính mình: ghi mã của đối tượng khác'],
    [
      'vượt thôn chùa',
      '«thôn chùa» có thể là Thôn Chùa (`v4`) hay Thôn Chùa (`v3`): ghi mã của đối tượng ấy',
    ],
    [
      'vượt trạm y tế',
      'Thôn Đình và Trạm y tế không xếp hạng cùng nhau: ghi mã của đối tượng cùng bảng xếp hạng',
    ],
    ['vượt Thôn Xa', 'không có đối tượng `Thôn Xa`: ghi mã của đối tượng cùng bảng xếp hạng'],
  ])('%s', (text, expected) => {
    expect(settle(text)).toBe(expected)
  })

  test('a class where there is none', () => {
    expect(settle('Tốt', RULES)).toBe(
      'không có loại «Tốt»: bộ tiêu chí này không xếp loại; viết như «90 điểm», «hạng 3» hay «vượt thon-5»',
    )
  })
})

import { describe, expect, test } from 'vitest'
import { loadProgram } from '#engine/index.ts'

/**
 * What could once be written without an error and then not be scored, or be scored wrong: every rule of every exception,
 * version, part and role is held to the same checks.
 */
function codesOf(lines: string, head = ''): readonly string[] {
  const text = `bộ tiêu chí "Thử" mã thu phiên bản 2026.1
    ${head || 'áp dụng cho thôn từ 01/01/2026 đến 31/12/2026'}
    thang điểm 10; không áp dụng: quy đổi về thang điểm
    đặc điểm thôn "núi"
    số liệu a "A": số nguyên bài, hằng năm, từ 0 đến 1000
    số liệu b "B": số nguyên bài, hằng năm, từ 0 đến 1000
    số liệu c "C": có/không, hằng năm
    số liệu d "D": ngày, hằng tháng
    số liệu q "Q": số nguyên bài, hằng quý, cộng dồn, từ 0 đến 10
    số liệu m "M": số nguyên lần, hằng tháng, cộng dồn
    ${lines}`
  const { diagnostics } = loadProgram({ name: 'thử', text })
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

const T = 'tiêu chí 1 "Một" tối đa 10 điểm; giá trị = a; từ 5 trở lên: điểm tối đa; dưới 5: 0 điểm'

describe('refused', () => {
  test.each<[string, string]>([
    ['a proportion for some, without a target', `${T}; riêng thôn "núi"; chấm theo tỷ lệ đạt chỉ tiêu`],
    [
      'items above a target that is not there',
      `${T}; riêng thôn "núi"; mỗi 1 bài vượt chỉ tiêu được 1 điểm, không quá 10 điểm`,
    ],
    [
      'tiers by a target that is not there',
      `${T}; riêng thôn "núi"; đạt chỉ tiêu: điểm tối đa; chưa đạt chỉ tiêu: 0 điểm`,
    ],
    [
      'the cluster, without an answer for zero',
      `${T}; riêng thôn "núi"; chấm theo tỷ lệ so với cao nhất trong cụm`,
    ],
    ['a part without tiers', `${T}; riêng thôn "núi"; cộng theo a`],
    ['a count as có/không in a part', `${T}; riêng thôn "núi"; cộng 10 điểm khi a`],
    ['a date in a part', `${T}; riêng thôn "núi"; cộng theo d; từ 1 trở lên: 1 điểm; còn lại: 0 điểm`],
    [
      'tiers where there is no value',
      'tiêu chí 1 "Một" tối đa 10 điểm; cộng điểm tối đa khi c; riêng thôn "núi"; từ 5 trở lên: 1 điểm; còn lại: 0 điểm',
    ],
    [
      'an exception of a criterion that is made of parts',
      'tiêu chí 1 "Một" tối đa 10 điểm; riêng thôn "núi"; không áp dụng; tiêu chí thành phần 1a "A" tối đa 10 điểm; giá trị = a; từ 5 trở lên: điểm tối đa; dưới 5: 0 điểm',
    ],
    [
      'a ratio beside the best of the cluster, whose lower side may be zero',
      'tiêu chí 1 "Một" tối đa 10 điểm; giá trị = a / b; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm',
    ],
    [
      'a part that takes off',
      'tiêu chí 1 "Một" tối đa 10 điểm; cộng theo a; từ 5 trở lên: 10 điểm; dưới 5: trừ 2 điểm',
    ],
    [
      'per nothing',
      'tiêu chí 1 "Một" tối đa 10 điểm; giá trị = a trên 0 b; khi b = 0: 0 điểm; chỉ tiêu 3; chấm theo tỷ lệ đạt chỉ tiêu',
    ],
    [
      'points in a part of a penalty',
      `${T}; tiêu chí 2 "P" trừ tối đa 4 điểm; tiêu chí thành phần 2a "p" tối đa 4 điểm; giá trị = a; từ 5 trở lên: 4 điểm; dưới 5: 0 điểm`,
    ],
    ['a rate a month of what is added up over the year', `${T}; không xếp hạng khi m từ 4 lần/tháng trở lên`],
    [
      'every group where there is none',
      `${T}; xếp loại; "Tốt" từ 5 điểm trở lên, khi mọi nhóm từ 50% điểm tối đa trở lên; "Khá" còn lại`,
    ],
    [
      'a rule said of a group that is amended',
      `nhóm I "N" tối đa 10 điểm; ${T}; sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026; sửa đổi nhóm I; giá trị = b`,
    ],
    [
      'an insertion into a criterion called a group',
      `${T}; sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026; bổ sung tiêu chí 2 "H" khuyến khích, thưởng tối đa 1 điểm vào nhóm 1; giá trị = a; mỗi bài được 1 điểm, không quá 1 điểm`,
    ],
    [
      'a part inserted into nothing',
      `${T}; sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026; bổ sung tiêu chí thành phần 2 "H" khuyến khích, thưởng tối đa 1 điểm; giá trị = a; mỗi bài được 1 điểm, không quá 1 điểm`,
    ],
  ])('%s', (_name, lines) => {
    expect(codesOf(lines)).not.toEqual([])
  })

  test('quarters that are only touched count', () => {
    const head = 'áp dụng cho thôn từ 01/02/2026 đến 30/04/2026'
    const lines = 'tiêu chí 1 "Một" tối đa 10 điểm; giá trị = q; từ 5 đến 10: điểm tối đa; dưới 5: 0 điểm'
    expect(codesOf(lines, head)).toEqual(['tier-gap'])
  })

  test('years without a target, in exceptions and amendments too', () => {
    const head = 'áp dụng cho thôn từ 01/01/2026 đến 31/12/2028'
    const base =
      'tiêu chí 1 "Một" tối đa 10 điểm; giá trị = a; chỉ tiêu 100 bài; chấm theo tỷ lệ đạt chỉ tiêu'
    expect(codesOf(`${base}; riêng thôn "núi"; chỉ tiêu năm 2026 50 bài`, head)).toEqual(['target-years'])
    const amended = `${base}; sửa đổi phiên bản 2027.1 hiệu lực từ 01/01/2027; sửa đổi tiêu chí 1`
    expect(codesOf(`${amended}; chỉ tiêu năm 2027 50 bài`, head)).toEqual(['target-years'])
    expect(codesOf(`${amended}; chỉ tiêu từ năm 2027 50 bài`, head)).toEqual([])
  })
})

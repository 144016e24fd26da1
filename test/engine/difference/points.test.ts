import { describe, expect, test } from 'vitest'
import { programFrom, sentences } from '../../support/difference.ts'

const MEASURES = `
  số liệu lần "Số lần phát": số nguyên lần, hằng tháng, cộng dồn, từ 0 đến 62
  số liệu giờ "Số giờ": số thập phân giờ, hằng năm
  số liệu b "Tổng số": số nguyên hộ, hằng năm, từ 1
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b
  số liệu td "Tiến độ": mức "Chưa" rồi "Đang" rồi "Xong", hằng năm
  số liệu trang "Trang tin": có/không, hằng năm
  số liệu bài "Tin bài": số nguyên bài, hằng năm
  số liệu khảo_sát "Hài lòng": điểm theo thang 20, hằng năm, bước 1
  số liệu xong "Hoàn thành": ngày, hằng năm`

/** The sentences on one criterion, whose lines stood and now stand below its head, without the number before them. */
function changed(old: string, now: string, head = 'tối đa 10 điểm', newHead = head): readonly string[] {
  const criterion = (line: string, body: string): string =>
    `${MEASURES}\ntiêu chí 1 "Thử" ${line}\n${body.replaceAll(' | ', '\n')}`
  return sentences(programFrom(criterion(head, old)), programFrom(criterion(newHead, now))).map((text) =>
    text.replace(/^Tiêu chí 1[:,]? ?/, ''),
  )
}

const LAN = 'giá trị = lần mỗi tháng | '
const SHARE = 'giá trị = a / b | '

describe('the same points in other words are no difference', () => {
  test.each([
    [
      'the order of tiers',
      `${LAN}từ 4 trở lên: 5 điểm | dưới 4: 1 điểm`,
      `${LAN}dưới 4: 1 điểm | từ 4 trở lên: 5 điểm`,
    ],
    [
      'closed and half-open whole numbers',
      'giá trị = bài | từ 12 đến 23: 5 điểm | còn lại: 1 điểm',
      'giá trị = bài | từ 12 đến dưới 24: 5 điểm | còn lại: 1 điểm',
    ],
    [
      'above the number before',
      'giá trị = bài | từ 12 trở lên: 5 điểm | dưới 12: 1 điểm',
      'giá trị = bài | trên 11: 5 điểm | không quá 11: 1 điểm',
    ],
    [
      'a share and its points',
      `${LAN}từ 4 trở lên: 1/2 điểm tối đa | dưới 4: 0 điểm`,
      `${LAN}từ 4 trở lên: 5 điểm | còn lại: 0 điểm`,
    ],
    [
      'what is taken and what is left',
      `${LAN}từ 4 trở lên: trừ 4 điểm | dưới 4: 0 điểm`,
      `${LAN}từ 4 trở lên: 6 điểm | dưới 4: trừ hết điểm`,
    ],
    [
      'one tier split in two',
      `${LAN}từ 4 trở lên: 5 điểm | dưới 4: 0 điểm`,
      `${LAN}từ 8 trở lên: 5 điểm | từ 4 đến dưới 8: 5 điểm | dưới 4: 0 điểm`,
    ],
    [
      'a target and its number',
      `${SHARE}chỉ tiêu 80% | đạt chỉ tiêu: 10 điểm | chưa đạt chỉ tiêu: 0 điểm`,
      `${SHARE}chỉ tiêu 80% | từ 80% trở lên: điểm tối đa | dưới 80%: 0 điểm`,
    ],
    [
      'a unit that is written or not',
      'giá trị = bài | từ 12 bài trở lên: 5 điểm | còn lại: 1 điểm',
      'giá trị = bài | từ 12 trở lên: 5 điểm | còn lại: 1 điểm',
    ],
    [
      'steps and tiers',
      'giá trị = bài | mỗi bài được 5 điểm, không quá điểm tối đa',
      'giá trị = bài | bằng 0: 0 điểm | bằng 1: 5 điểm | từ 2 trở lên: 10 điểm',
    ],
    [
      'a limit that is the maximum',
      'giá trị = bài | mỗi bài được 4 điểm, không quá điểm tối đa',
      'giá trị = bài | mỗi bài được 4 điểm, không quá 10 điểm',
    ],
    [
      'values between the steps of a survey',
      'giá trị = khảo_sát / 20 | từ 50% trở lên: 5 điểm | còn lại: 0 điểm',
      'giá trị = khảo_sát / 20 | trên 45%: 5 điểm | còn lại: 0 điểm',
    ],
    [
      'levels one by one and from one on',
      'giá trị = td | từ "Đang" trở lên: 5 điểm | "Chưa": 0 điểm',
      'giá trị = td | "Xong": 5 điểm | "Đang": 1/2 điểm tối đa | "Chưa": 0 điểm',
    ],
    [
      'the order of parts',
      'cộng 5 điểm khi trang | cộng theo bài | từ 3 trở lên: 5 điểm | dưới 3: 0 điểm',
      'cộng theo bài | từ 3 trở lên: 1/2 điểm tối đa | còn lại: 0 điểm | cộng 5 điểm khi trang',
    ],
    [
      'an exception that says the same',
      `${LAN}từ 4 trở lên: 5 điểm | dưới 4: 0 điểm`,
      `${LAN}từ 4 trở lên: 5 điểm | dưới 4: 0 điểm | riêng thôn "miền núi" | từ 4 trở lên: 5 điểm | dưới 4: 0 điểm`,
    ],
  ])('%s', (_, old, now) => {
    const head = 'đặc điểm thôn "miền núi"'
    const program = (body: string) =>
      programFrom(`${MEASURES}\ntiêu chí 1 "Thử" tối đa 10 điểm\n${body.replaceAll(' | ', '\n')}`, head)
    expect(sentences(program(old), program(now))).toEqual([])
    expect(sentences(program(now), program(old))).toEqual([])
  })
})

describe('values whose points differ', () => {
  test.each([
    [
      'a tier that gives more',
      `${LAN}từ 4 trở lên: 5 điểm | từ 2 đến 3: 2,5 điểm | dưới 2: 0 điểm`,
      `${LAN}từ 4 trở lên: 5 điểm | từ 2 đến 3: 3 điểm | dưới 2: 0 điểm`,
      ['từ 2 đến 3 lần/tháng: 2,5 → 3 điểm (ví dụ 3 lần/tháng).'],
    ],
    [
      'a threshold that moves',
      `${LAN}từ 4 trở lên: 5 điểm | dưới 4: 0 điểm`,
      `${LAN}từ 5 trở lên: 5 điểm | dưới 5: 0 điểm`,
      ['bằng 4 lần/tháng: 5 → 0 điểm.'],
    ],
    [
      'an end that is included no more',
      'giá trị = giờ | từ 4 trở lên: 5 điểm | dưới 4: 0 điểm',
      'giá trị = giờ | trên 4: 5 điểm | không quá 4: 0 điểm',
      ['bằng 4 giờ: 5 → 0 điểm.'],
    ],
    [
      'the lowest and the highest tier',
      `${LAN}từ 4 trở lên: 5 điểm | dưới 4: 1 điểm`,
      `${LAN}từ 4 trở lên: 6 điểm | dưới 4: 0 điểm`,
      [
        'dưới 4 lần/tháng: 1 → 0 điểm (ví dụ 3 lần/tháng).',
        'từ 4 lần/tháng trở lên: 5 → 6 điểm (ví dụ 4 lần/tháng).',
      ],
    ],
    [
      'a target that rises',
      `${SHARE}chỉ tiêu 80% | chấm theo tỷ lệ đạt chỉ tiêu`,
      `${SHARE}chỉ tiêu 90% | chấm theo tỷ lệ đạt chỉ tiêu`,
      [
        'chỉ tiêu 80% → 90%.',
        'trên 0% đến dưới 90%: theo tỷ lệ đạt chỉ tiêu 80%, tối đa 10 điểm → theo tỷ lệ đạt chỉ tiêu 90%, tối đa 10 điểm (ví dụ 80%: 10 → 8,89 điểm).',
      ],
    ],
    [
      'a floor that is new',
      `${SHARE}chỉ tiêu 80% | chấm theo tỷ lệ đạt chỉ tiêu`,
      `${SHARE}chỉ tiêu 80% | chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm`,
      [
        'trên 0% đến dưới 40%: theo tỷ lệ đạt chỉ tiêu 80%, tối đa 10 điểm → 0 điểm (ví dụ 20%: 2,5 → 0 điểm).',
      ],
    ],
    [
      'tiers in place of a proportion: fewer below, more above, the same where they cross',
      `${SHARE}chỉ tiêu 80% | chấm theo tỷ lệ đạt chỉ tiêu`,
      `${SHARE}chỉ tiêu 80% | từ 80% trở lên: điểm tối đa | dưới 80%: 5 điểm`,
      [
        'dưới 40%: theo tỷ lệ đạt chỉ tiêu 80%, tối đa 10 điểm → 5 điểm (ví dụ 0%: 0 → 5 điểm).',
        'trên 40% đến dưới 80%: theo tỷ lệ đạt chỉ tiêu 80%, tối đa 10 điểm → 5 điểm (ví dụ 60%: 7,5 → 5 điểm).',
      ],
    ],
    [
      'steps that are worth more',
      'giá trị = bài | mỗi bài được 0,5 điểm, không quá 3 điểm',
      'giá trị = bài | mỗi bài được 0,6 điểm, không quá 3 điểm',
      [
        'từ 1 đến 5 bài: mỗi bài được 0,5 điểm, không quá 3 điểm → mỗi bài được 0,6 điểm, không quá 3 điểm (ví dụ 5 bài: 2,5 → 3 điểm).',
      ],
    ],
    [
      'ladders of more steps than are listed',
      'giá trị = giờ | mỗi giờ được 0,01 điểm, không quá điểm tối đa',
      'giá trị = giờ | mỗi giờ được 0,02 điểm, không quá điểm tối đa',
      [
        'từ 1 đến dưới 1.000 giờ: mỗi giờ được 0,01 điểm, không quá 10 điểm → mỗi giờ được 0,02 điểm, không quá 10 điểm (ví dụ 500 giờ: 5 → 10 điểm).',
      ],
    ],
    [
      'one step of such a ladder that a tier gives too',
      'giá trị = giờ | mỗi giờ được 0,01 điểm, không quá điểm tối đa',
      'giá trị = giờ | từ 1 đến dưới 2: 0,01 điểm | từ 1000 trở lên: 10 điểm | còn lại: 0 điểm',
      [
        'từ 2 đến dưới 1.000 giờ: mỗi giờ được 0,01 điểm, không quá 10 điểm → 0 điểm (ví dụ 2 giờ: 0,02 → 0 điểm).',
      ],
    ],
    [
      'a limit that is raised',
      'giá trị = bài | mỗi bài được 0,5 điểm, không quá 3 điểm',
      'giá trị = bài | mỗi bài được 0,5 điểm, không quá 4 điểm',
      ['từ 7 bài trở lên: 3 điểm → mỗi bài được 0,5 điểm, không quá 4 điểm (ví dụ 7 bài: 3 → 3,5 điểm).'],
    ],
    [
      'a level',
      'giá trị = td | "Xong": 10 điểm | "Đang": 5 điểm | "Chưa": 0 điểm',
      'giá trị = td | "Xong": 10 điểm | còn lại: 0 điểm',
      ['bằng "Đang": 5 → 0 điểm.'],
    ],
    [
      'có and không',
      'giá trị = trang | có: 10 điểm | không: 2 điểm',
      'giá trị = trang | có: 8 điểm | không: 2 điểm',
      ['có: 10 → 8 điểm.'],
    ],
    [
      'relative to the best',
      'giá trị = bài | khi cao nhất trong cụm = 0: 0 điểm | chấm theo tỷ lệ so với cao nhất trong cụm',
      'giá trị = bài | khi cao nhất trong cụm = 0: 1 điểm | chấm theo tỷ lệ so với cao nhất trong cụm',
      ['khi cao nhất trong cụm = 0: 0 điểm → 1 điểm.'],
    ],
    [
      'what holds where there is nothing to divide by, and where the best is zero',
      'giá trị = a / bài | khi bài = 0: 2 điểm | khi cao nhất trong cụm = 0: 0 điểm | chấm theo tỷ lệ so với cao nhất trong cụm',
      'giá trị = a / bài | khi bài = 0: 3 điểm | khi cao nhất trong cụm = 0: 1 điểm | chấm theo tỷ lệ so với cao nhất trong cụm',
      ['khi «Tin bài» = 0: 2 điểm → 3 điểm.', 'khi cao nhất trong cụm = 0: 0 điểm → 1 điểm.'],
    ],
  ])('%s', (_, old, now, expected) => {
    expect(changed(old, now)).toEqual(expected)
  })
})

test('points that follow the maximum change with it', () => {
  const body = `${LAN}từ 4 trở lên: điểm tối đa | dưới 4: 2 điểm`
  expect(changed(body, body, 'tối đa 10 điểm', 'tối đa 10 điểm dự kiến')).toEqual([
    'tính chất của điểm tối đa chính thức → dự kiến.',
  ])
})

import { describe, expect, test } from 'vitest'
import { compareRulebooks, summaryText } from '#engine/index.ts'
import { programFrom, programIn, sentences } from '../../support/difference.ts'

const HEAD = `áp dụng cho thôn từ 01/01/2026 đến 31/12/2027
đặc điểm thôn "miền núi", "biên giới"
thang điểm 20`

const RULES = `số liệu b "Tổng số hộ": số nguyên hộ, hằng năm, từ 1
số liệu a "Số hộ đạt": số nguyên hộ, hằng năm, là một phần của b
số liệu lần "Số lần phát": số nguyên lần, hằng tháng, cộng dồn, từ 0 đến 62
số liệu trang "Trang tin": có/không, hằng năm
số liệu bài "Tin bài": số nguyên bài, hằng năm
số liệu chậm "Báo cáo chậm": số nguyên lần, hằng năm
số liệu xong "Ngày xong": ngày, hằng năm
nhóm I "Hạ tầng" tối đa 12 điểm
tiêu chí 1 "Hộ đạt" tối đa 8 điểm
  chủ trì "Phòng Kinh tế"
  thời hạn 30/11/2026
  đo tại thôn
  giá trị = a / b
  chỉ tiêu 80%
  chấm theo tỷ lệ đạt chỉ tiêu
tiêu chí 2 "Đài" tối đa 4 điểm
  đo tại thôn
  giá trị = lần mỗi tháng
  từ 4 trở lên: điểm tối đa
  dưới 4: 0 điểm
  riêng thôn "miền núi"
  từ 2 trở lên: điểm tối đa
  dưới 2: 0 điểm
nhóm II "Truyền thông" tối đa 8 điểm
tiêu chí 3 "Trang tin" tối đa 8 điểm
  đo tại thôn
  cộng 4 điểm khi trang
  cộng theo bài
  từ 24 trở lên: 4 điểm
  dưới 24: 0 điểm
tiêu chí T1 "Báo cáo chậm" trừ tối đa 3 điểm
  đo tại thôn
  giá trị = chậm
  mỗi lần trừ 1 điểm
tiêu chí T2 "Xong" khuyến khích, thưởng tối đa 2 điểm
  đo tại thôn
  thời hạn 30/11/2026
  giá trị = số tháng chậm của xong
  bằng 0: 2 điểm
  còn lại: 0 điểm
không xếp hạng khi chậm từ 4 trở lên
xếp hạng theo tổng điểm, rồi điểm nhóm II, vẫn bằng thì đồng hạng
xếp loại
  "Tốt" từ 16 điểm trở lên, khi mọi nhóm từ 50% điểm tối đa trở lên, không quá 20% số thôn, bằng nhau thì cùng được
  "Khá" từ 10 đến dưới 16 điểm
  "Đạt" còn lại`

/** The rulebook with one text in it in place of another, which must be there. */
function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((now, [from, to]) => {
    expect(now, `«${from}» is in the rulebook`).toContain(from)
    return now.replaceAll(from, to)
  }, text)
}

function changesOf(...changes: readonly (readonly [string, string])[]): readonly string[] {
  const text = `${HEAD}\n@@\n${RULES}`
  const program = (whole: string) => {
    const [head = '', rules = ''] = whole.split('\n@@\n')
    return programFrom(rules, head)
  }
  return sentences(program(text), program(replaced(text, changes)))
}

describe('one change and what is said of it', () => {
  test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['nothing', [], []],
    ['a title', [['"Đài"', '"Đài truyền thanh"']], ['Tiêu chí 2: tên «Đài» → «Đài truyền thanh».']],
    ['a title with other blanks', [['"Hộ đạt"', '"Hộ   đạt "']], []],
    [
      'who leads',
      [['"Phòng Kinh tế"', '"Phòng Văn hóa"']],
      ['Tiêu chí 1: chủ trì «Phòng Kinh tế» → «Phòng Văn hóa».'],
    ],
    [
      'another leader beside',
      [['chủ trì "Phòng Kinh tế"', 'chủ trì "Phòng Văn hóa"; chủ trì "Phòng Kinh tế"']],
      ['Tiêu chí 1: thêm chủ trì «Phòng Văn hóa».'],
    ],
    [
      'a citation of the rulebook and one of a criterion',
      [
        ['thang điểm 20', 'thang điểm 20; căn cứ "Kế hoạch 5"'],
        ['  chỉ tiêu 80%', '  chỉ tiêu 80%; căn cứ "Quyết định 766"'],
      ],
      ['Thêm căn cứ: «Kế hoạch 5».', 'Tiêu chí 1: thêm căn cứ «Quyết định 766».'],
    ],
    [
      'a deadline of which nothing but the words hangs',
      [
        [
          'đạt" tối đa 8 điểm\n  chủ trì "Phòng Kinh tế"\n  thời hạn 30/11/2026',
          'đạt" tối đa 8 điểm\n  chủ trì "Phòng Kinh tế"',
        ],
      ],
      ['Tiêu chí 1: bỏ thời hạn 30/11/2026.'],
    ],
    [
      'a deadline by which lateness is counted',
      [['thôn\n  thời hạn 30/11/2026', 'thôn\n  thời hạn 31/10/2026']],
      ['Tiêu chí T2: thời hạn 30/11/2026 → 31/10/2026.'],
    ],
    [
      'maxima, and the points that follow them',
      [
        ['"Đài" tối đa 4 điểm', '"Đài" tối đa 6 điểm'],
        ['"Hộ đạt" tối đa 8 điểm', '"Hộ đạt" tối đa 6 điểm'],
      ],
      [
        'Tiêu chí 1: điểm tối đa 8 điểm → 6 điểm.',
        'Tiêu chí 1: trên 0%: theo tỷ lệ đạt chỉ tiêu 80%, tối đa 8 điểm → theo tỷ lệ đạt chỉ tiêu 80%, tối đa 6 điểm (ví dụ 40%: 4 → 3 điểm).',
        'Tiêu chí 2: điểm tối đa 4 điểm → 6 điểm.',
        'Tiêu chí 2: từ 4 lần/tháng trở lên: 4 → 6 điểm (ví dụ 4 lần/tháng).',
        'Tiêu chí 2, riêng «miền núi»: từ 2 lần/tháng trở lên: 4 → 6 điểm (ví dụ 2 lần/tháng).',
      ],
    ],
    [
      'a maximum that is still open',
      [['tối đa 12 điểm', 'tối đa 12 điểm dự kiến']],
      ['Nhóm I: tính chất của điểm tối đa chính thức → dự kiến.'],
    ],
    [
      'a target that is still open',
      [['chỉ tiêu 80%', 'chỉ tiêu 80% dự kiến']],
      ['Tiêu chí 1: chỉ tiêu 80% → 80% dự kiến.'],
    ],
    [
      'a criterion that is new, in a place of its own',
      [
        ['tối đa 12 điểm', 'tối đa 14 điểm'],
        ['thang điểm 20', 'thang điểm 22'],
        [
          'nhóm II "',
          'tiêu chí 7 "Chữ ký số" tối đa 2 điểm; đo tại thôn; giá trị = trang; có: 2 điểm; không: 0 điểm\nnhóm II "',
        ],
      ],
      [
        'Thang điểm: 20 điểm → 22 điểm.',
        'Nhóm I: điểm tối đa 12 điểm → 14 điểm.',
        'Tiêu chí 7 mới, tối đa 2 điểm, thuộc nhóm I: «Chữ ký số».',
      ],
    ],
    [
      'a criterion that is another by number only',
      [['tiêu chí 2 "Đài"', 'tiêu chí 5 "Đài"']],
      ['Tiêu chí 5: mã 2 → 5.'],
    ],
    ['a group that is another by number only', [['nhóm II', 'nhóm IV']], ['Nhóm IV: mã II → IV.']],
    [
      'a criterion that moves',
      [
        ['tối đa 12 điểm', 'tối đa 8 điểm'],
        ['"Truyền thông" tối đa 8 điểm', '"Truyền thông" tối đa 12 điểm'],
        ['nhóm II "Truyền thông" tối đa 12 điểm\n', ''],
        ['tiêu chí 2 "Đài"', 'nhóm II "Truyền thông" tối đa 12 điểm\ntiêu chí 2 "Đài"'],
      ],
      [
        'Nhóm I: điểm tối đa 12 điểm → 8 điểm.',
        'Nhóm II: điểm tối đa 8 điểm → 12 điểm.',
        'Tiêu chí 2 chuyển từ nhóm I sang nhóm II.',
      ],
    ],
    [
      'what is gone',
      [
        ['không xếp hạng khi chậm từ 4 trở lên\n', ''],
        [
          'tiêu chí T2 "Xong" khuyến khích, thưởng tối đa 2 điểm\n  đo tại thôn\n  thời hạn 30/11/2026\n  giá trị = số tháng chậm của xong\n  bằng 0: 2 điểm\n  còn lại: 0 điểm\n',
          '',
        ],
        ['số liệu xong "Ngày xong": ngày, hằng năm\n', ''],
      ],
      [
        'Bỏ trường hợp không xếp hạng: «Báo cáo chậm» từ 4 lần trở lên.',
        'Bỏ số liệu «Ngày xong».',
        'Bỏ tiêu chí T2, thưởng tối đa 2 điểm: «Xong».',
      ],
    ],
    [
      'a measure by another name, everywhere',
      [
        ['lần "Số lần', 'phát_sóng "Số lần'],
        ['giá trị = lần', 'giá trị = phát_sóng'],
      ],
      ['Số liệu «Số lần phát»: tên gọi trong bộ tiêu chí lần → phát_sóng.'],
    ],
    [
      'how a measure is reported',
      [['hằng tháng, cộng dồn, từ 0 đến 62', 'hằng tháng, cộng dồn, từ 0 đến 31, minh chứng bắt buộc']],
      [
        'Số liệu «Số lần phát»: giá trị được nhận từ 0 lần đến 62 lần → từ 0 lần đến 31 lần.',
        'Số liệu «Số lần phát»: minh chứng không bắt buộc → bắt buộc.',
      ],
    ],
    [
      'values that could not occur: told where the last line, going on, would give them other points',
      [
        ['từ 0 đến 62', 'từ 0 đến 100'],
        [
          '  từ 4 trở lên: điểm tối đa\n  dưới 4: 0 điểm\n  riêng',
          '  từ 80 trở lên: điểm tối đa\n  từ 4 đến 79: 3 điểm\n  dưới 4: 0 điểm\n  riêng',
        ],
      ],
      [
        'Số liệu «Số lần phát»: giá trị được nhận từ 0 lần đến 62 lần → từ 0 lần đến 100 lần.',
        'Tiêu chí 2: từ 4 đến 62 lần/tháng: 4 → 3 điểm (ví dụ 62 lần/tháng).',
        'Tiêu chí 2: từ 63 đến 79 lần/tháng: trước không thể có → 3 điểm (ví dụ 79 lần/tháng).',
      ],
    ],
    [
      'the kind of a measure: points cannot be held against each other',
      [['số nguyên lần, hằng tháng', 'số nguyên buổi, hằng tháng']],
      [
        'Số liệu «Số lần phát»: loại số liệu số nguyên lần → số nguyên buổi.',
        'Tiêu chí 2: số liệu đổi loại nên không so điểm theo từng giá trị. Trước: từ 4 lần/tháng trở lên: 4 điểm; dưới 4 lần/tháng: 0 điểm. Nay: từ 4 buổi/tháng trở lên: 4 điểm; dưới 4 buổi/tháng: 0 điểm.',
      ],
    ],
    [
      'what a criterion is judged by',
      [['giá trị = lần mỗi tháng', 'giá trị = lần']],
      ['Tiêu chí 2: giá trị «Số lần phát» mỗi tháng → «Số lần phát», nên không so điểm theo từng giá trị.'],
    ],
    [
      'another way of scoring',
      [
        ['cộng 4 điểm khi trang\n  cộng theo bài\n', 'giá trị = bài\n'],
        ['số liệu trang "Trang tin": có/không, hằng năm\n', ''],
      ],
      [
        'Bỏ số liệu «Trang tin».',
        'Tiêu chí 3: thêm giá trị «Tin bài».',
        'Tiêu chí 3 đổi cách chấm. Trước: có «Trang tin»: cộng 4 điểm; «Tin bài» từ 24 bài trở lên: 4 điểm; «Tin bài» dưới 24 bài: 0 điểm. Nay: từ 24 bài trở lên: 4 điểm; dưới 24 bài: 0 điểm.',
      ],
    ],
    [
      'parts, each by itself',
      [
        ['cộng 4 điểm khi trang', 'cộng 5 điểm khi trang'],
        ['từ 24 trở lên: 4 điểm\n  dưới 24', 'từ 20 trở lên: 3 điểm\n  dưới 20'],
      ],
      [
        'Tiêu chí 3, phần «Trang tin»: có: 4 → 5 điểm.',
        'Tiêu chí 3, phần «Tin bài»: từ 20 đến 23 bài: 0 → 3 điểm (ví dụ 23 bài).',
        'Tiêu chí 3, phần «Tin bài»: từ 24 bài trở lên: 4 → 3 điểm (ví dụ 24 bài).',
      ],
    ],
    [
      'a part more and a part less',
      [
        ['cộng 4 điểm khi trang', 'cộng theo chậm; bằng 0: 4 điểm; còn lại: 0 điểm'],
        ['số liệu trang "Trang tin": có/không, hằng năm\n', ''],
      ],
      [
        'Bỏ số liệu «Trang tin».',
        'Tiêu chí 3, phần «Báo cáo chậm» mới: bằng 0 lần: 4 điểm; còn lại: 0 điểm.',
        'Tiêu chí 3, phần «Trang tin» bị bỏ: có «Trang tin»: cộng 4 điểm.',
      ],
    ],
    [
      'an exception by its attribute',
      [['  từ 2 trở lên: điểm tối đa\n  dưới 2: 0 điểm', '  từ 3 trở lên: điểm tối đa\n  dưới 3: 0 điểm']],
      ['Tiêu chí 2, riêng «miền núi»: bằng 2 lần/tháng: 4 → 0 điểm.'],
    ],
    [
      'an exception that is new: those it is for were judged like all others',
      [['nhóm II "', 'riêng thôn "biên giới"\n  không áp dụng\nnhóm II "']],
      [
        'Tiêu chí 2, riêng «biên giới»: từ 4 lần/tháng trở lên: 4 điểm; dưới 4 lần/tháng: 0 điểm → không áp dụng.',
      ],
    ],
    [
      'what a criterion without facts counts as',
      [['"Đài" tối đa 4 điểm\n', '"Đài" tối đa 4 điểm\n  chưa có số liệu: không áp dụng\n']],
      ['Tiêu chí 2: khi chưa có số liệu 0 điểm → không áp dụng.'],
    ],
    [
      'sub-criteria in place of a rule, and how they are put together',
      [
        ['"Hạ tầng" tối đa 12 điểm', '"Hạ tầng" tối đa 8 điểm, chỉ tính thành phần cao nhất'],
        ['"Truyền thông" tối đa 8 điểm', '"Truyền thông" tối đa 12 điểm'],
        [
          '"Trang tin" tối đa 8 điểm\n  đo tại thôn\n',
          '"Trang tin" tối đa 12 điểm\n  đo tại thôn\n  tiêu chí thành phần 3a "Cả hai" tối đa 12 điểm, không vượt quá điểm tối đa\n',
        ],
      ],
      [
        'Nhóm I: điểm tối đa 12 điểm → 8 điểm.',
        'Nhóm I: cách tính điểm cộng các thành phần → chỉ tính thành phần cao nhất.',
        'Nhóm II: điểm tối đa 8 điểm → 12 điểm.',
        'Tiêu chí 3: điểm tối đa 8 điểm → 12 điểm.',
        'Tiêu chí 3: cách chấm trực tiếp → theo các tiêu chí thành phần.',
        'Tiêu chí 3a mới, tối đa 12 điểm, thuộc tiêu chí 3: «Cả hai».',
      ],
    ],
    [
      'the general rule changes, the exception stays',
      [['  từ 4 trở lên: điểm tối đa\n  dưới 4', '  từ 5 trở lên: điểm tối đa\n  dưới 5']],
      ['Tiêu chí 2: bằng 4 lần/tháng: 4 → 0 điểm.'],
    ],
    [
      'what a penalty takes',
      [['mỗi lần trừ 1 điểm', 'mỗi lần trừ 2 điểm']],
      ['Tiêu chí T1: từ 1 đến 2 lần: mỗi lần trừ 1 điểm → mỗi lần trừ 2 điểm (ví dụ 2 lần: trừ 2 → 3 điểm).'],
    ],
    [
      'where a criterion is measured, and when facts are missing',
      [
        ['thang điểm 20', 'thang điểm 20; chưa có số liệu: không áp dụng'],
        ['"Đài" tối đa 4 điểm\n', '"Đài" tối đa 4 điểm\nchưa có số liệu: 0 điểm\n'],
      ],
      ['Khi chưa có số liệu: 0 điểm → không áp dụng.'],
    ],
    [
      'roundings and policies',
      [
        [
          'thang điểm 20',
          'thang điểm 20; làm tròn tổng điểm 1 chữ số, làm tròn xuống; làm tròn từng tiêu chí 1 chữ số\nkhông áp dụng: quy đổi trong nhóm\nđơn vị được chấm theo các tiêu chí chủ trì',
        ],
        ['cho thôn từ', 'cho thôn, đơn vị từ'],
      ],
      [
        'Cấp được chấm: thôn → thôn, đơn vị.',
        'Làm tròn tổng điểm: 2 chữ số, nửa làm tròn lên → 1 chữ số, làm tròn xuống.',
        'Thêm làm tròn từng tiêu chí: 1 chữ số, nửa làm tròn lên.',
        'Khi không áp dụng: quy đổi về thang điểm → quy đổi trong nhóm.',
        'Thêm điểm của đơn vị: theo các tiêu chí chủ trì.',
      ],
    ],
    [
      'the ranking',
      [['rồi điểm nhóm II', 'rồi ít điểm trừ hơn']],
      [
        'Cách xếp hạng: theo tổng điểm, rồi điểm nhóm II, vẫn bằng thì đồng hạng → theo tổng điểm, rồi ít điểm trừ hơn, vẫn bằng thì đồng hạng.',
      ],
    ],
    [
      'classes: their totals, conditions and limits',
      [
        ['"Tốt" từ 16 điểm', '"Tốt" từ 17 điểm'],
        ['dưới 16 điểm', 'dưới 17 điểm'],
        ['mọi nhóm từ 50%', 'mọi nhóm từ 60%'],
        ['20% số thôn', '15% số thôn'],
      ],
      [
        'Xếp loại: tổng điểm từ 16 đến dưới 17 điểm: «Tốt» → «Khá» (ví dụ 16 điểm).',
        'Xếp loại «Tốt»: điều kiện mọi nhóm từ 50% điểm tối đa trở lên → mọi nhóm từ 60% điểm tối đa trở lên.',
        'Xếp loại «Tốt»: giới hạn số lượng không quá 20% số thôn, bằng nhau thì cùng được → không quá 15% số thôn, bằng nhau thì cùng được.',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(changesOf(...changes)).toEqual(expected)
  })
})

test('reviews that come, go, and are settled', () => {
  const program = (lines: string) =>
    programFrom(
      `số liệu bài "Tin bài": số nguyên bài, hằng năm
      tiêu chí 1 "Tin" tối đa 10 điểm
      giá trị = bài; từ 10 trở lên: 10 điểm; dưới 10: 0 điểm
      ${lines}`,
      'kỳ số liệu từng năm',
    )
  const phase = (mark = '') => `sơ kết giai đoạn 2026-2027${mark} theo bình quân tổng điểm các năm`
  expect(sentences(program(''), program(phase()))).toEqual([
    'Thêm sơ kết, tổng kết: «Sơ kết giai đoạn 2026-2027».',
  ])
  expect(sentences(program(phase()), program(phase().replace('2026-2027', '2026')))).toEqual([
    'Sơ kết, tổng kết: «Sơ kết giai đoạn 2026-2027» → «Sơ kết giai đoạn 2026».',
  ])
  expect(sentences(program(phase(' dự kiến')), program(phase()))).toEqual([
    'Bỏ sơ kết, tổng kết còn dự kiến: «Sơ kết giai đoạn 2026-2027».',
  ])
  expect(summaryText(compareRulebooks(program(phase(' dự kiến')), program(phase())))).toBe(
    'Hai bộ tiêu chí chấm điểm như nhau; chỉ khác 1 chỗ về lời văn.',
  )
})

test('a target is settled: as one for all, for some, in a later year', () => {
  const program = (lines: string, day?: string) =>
    programFrom(
      `số liệu bài "Tin bài": số nguyên bài, hằng năm
      tiêu chí 1 "Tin" tối đa 10 điểm
      giá trị = bài; chấm theo tỷ lệ đạt chỉ tiêu; ${lines}`,
      'đặc điểm thôn "miền núi"',
      day,
    )
  const forSome = (mark: string) => program(`chỉ tiêu 8 bài; riêng thôn "miền núi"; chỉ tiêu 5 bài${mark}`)
  expect(sentences(forSome(' dự kiến'), forSome(''))).toEqual([
    'Tiêu chí 1, riêng «miền núi»: chỉ tiêu 5 bài dự kiến → chỉ tiêu 5 bài.',
  ])
  expect(summaryText(compareRulebooks(forSome(' dự kiến'), forSome('')))).toBe(
    'Hai bộ tiêu chí chấm điểm như nhau; chỉ khác 1 chỗ về lời văn.',
  )
  const byYear = 'chỉ tiêu năm 2026 8 bài, từ năm 2027 8 bài dự kiến'
  expect(sentences(program(byYear, '2026-06-30'), program(byYear, '2027-06-30'))).toEqual([
    'Tiêu chí 1: chỉ tiêu 8 bài → 8 bài dự kiến.',
  ])
})

test('exceptions in another order matter to who has both attributes, where the two judge otherwise', () => {
  const program = (...exceptions: readonly string[]) =>
    programFrom(
      `số liệu bài "Tin bài": số nguyên bài, hằng năm
      tiêu chí 1 "Tin" tối đa 10 điểm
      giá trị = bài; từ 10 trở lên: 10 điểm; dưới 10: 0 điểm
      ${exceptions.join('\n')}`,
      'đặc điểm thôn "miền núi", "biên giới"',
    )
  const [mountain, border, alike] = [
    'riêng thôn "miền núi"; từ 5 trở lên: 10 điểm; dưới 5: 0 điểm',
    'riêng thôn "biên giới"; không áp dụng',
    'riêng thôn "biên giới"; trên 4: điểm tối đa; không quá 4: 0 điểm',
  ]
  expect(sentences(program(mountain, border), program(border, mountain))).toEqual([
    'Tiêu chí 1: thứ tự các trường hợp riêng «miền núi», «biên giới» → «biên giới», «miền núi».',
  ])
  expect(sentences(program(mountain, alike), program(alike, mountain))).toEqual([])
})

describe('one rulebook on two days', () => {
  const text = `bộ tiêu chí "Thử" mã thu phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2027
    thang điểm 10
    số liệu bài "Tin bài": số nguyên bài, hằng năm
    tiêu chí 1 "Tin" tối đa 10 điểm
    giá trị = bài
    chỉ tiêu năm 2026 10 bài, năm 2027 20 bài
    chấm theo tỷ lệ đạt chỉ tiêu
    sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026
    sửa đổi tiêu chí 1 "Tin, bài"`

  test.each<[string, string, readonly string[]]>([
    ['2026-01-01', '2026-06-30', []],
    ['2026-06-30', '2026-07-01', ['Tiêu chí 1: tên «Tin» → «Tin, bài».']],
    [
      '2026-07-01',
      '2027-01-01',
      [
        'Tiêu chí 1: chỉ tiêu 10 bài → 20 bài.',
        'Tiêu chí 1: từ 1 đến 19 bài: theo tỷ lệ đạt chỉ tiêu 10 bài, tối đa 10 điểm → theo tỷ lệ đạt chỉ tiêu 20 bài, tối đa 10 điểm (ví dụ 19 bài: 10 → 9,5 điểm).',
      ],
    ],
  ])('%s and %s', (from, to, expected) => {
    expect(sentences(programIn(text, from), programIn(text, to))).toEqual(expected)
  })
})

test.each([
  ['chậm từ 4', 'chậm từ 4', 'Hai bộ tiêu chí chấm điểm như nhau.'],
  ['"Phòng Kinh tế"', '"Phòng"', 'Hai bộ tiêu chí chấm điểm như nhau; chỉ khác 1 chỗ về lời văn.'],
  [
    'chậm từ 4',
    'chậm từ 5',
    '2 thay đổi, trong đó 2 có thể làm đổi điểm, hạng hoặc loại. Thang điểm không đổi.',
  ],
])('%s in place of %s: %s', (from, to, expected) => {
  const [old, now] = [programFrom(RULES, HEAD), programFrom(replaced(RULES, [[from, to]]), HEAD)]
  expect(summaryText(compareRulebooks(old, now))).toBe(expected)
})

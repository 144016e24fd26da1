import { describe, expect, test } from 'vitest'
import { format } from '#language/index.ts'

function formatted(text: string): string {
  const result = format({ name: 'thử.thidua', text })
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join())
  return result.value
}

const HEAD = 'bộ tiêu chí "Thử" mã thu phiên bản 2026.1\n'

/** What becomes of the lines below the title, without the blank line that parts them from it. */
const below = (lines: string): string => formatted(`${HEAD}\n${lines}`).slice(HEAD.length + 1)

test('a whole rulebook typed in a hurry', () => {
  const text = `# Chép từ phụ lục
Bộ tiêu chí “Thử  nghiệm” mã thu phiên bản 2026.1
áp dụng cho khu phố từ 1/1/2026 đến 31/12/2026;thang điểm 100 # dự thảo
số liệu bài "Tin bài":số nguyên bài,hàng tháng , cộng dồn
số liệu hộ "Số hộ" : số nguyên hộ
NHÓM II "Chính quyền số" TỐI ĐA 40 ĐIỂM
\ttiêu chí 1 "Tin bài" tối đa 10 điểm
giá trị=bài/hộ; khi hộ=0 :không áp dụng
      # xem công văn 12
chỉ tiêu 2 – 3 bài / năm



cộng theo bài
từ 1000 trở lên:1 / 2 điểm tối đa
còn lại: 0 điểm
riêng tổ dân phố "miền núi"
đạt chỉ tiêu: 50 % điểm tối đa
tiêu chí thành phần 1a "Ý" tối đa 5 điểm; đo tại bản
tiêu chí 2 "Khác" tối đa 30 điểm
xếp loại; "Tốt" từ 80 điểm trở lên
# hết`
  expect(formatted(text)).toBe(`# Chép từ phụ lục
bộ tiêu chí "Thử nghiệm" mã thu phiên bản 2026.1
  áp dụng cho khu phố từ 1/1/2026 đến 31/12/2026
  thang điểm 100  # dự thảo

số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
số liệu hộ "Số hộ": số nguyên hộ

nhóm II "Chính quyền số" tối đa 40 điểm

  tiêu chí 1 "Tin bài" tối đa 10 điểm
    giá trị = bài / hộ
    khi hộ = 0: không áp dụng
    # xem công văn 12
    chỉ tiêu 2-3 bài/năm

    cộng theo bài
      từ 1000 trở lên: 1/2 điểm tối đa
      còn lại: 0 điểm
    riêng tổ dân phố "miền núi"
      đạt chỉ tiêu: 50% điểm tối đa
    tiêu chí thành phần 1a "Ý" tối đa 5 điểm
      đo tại bản

  tiêu chí 2 "Khác" tối đa 30 điểm

xếp loại
  "Tốt" từ 80 điểm trở lên
  # hết
`)
})

const A = 'tiêu chí 1 "A" tối đa 1 điểm\n'
const B = 'tiêu chí 2 "B" tối đa 1 điểm\n'

describe('a comment', () => {
  test.each([
    ['above a block goes with it', `${A}# về B\n${B}`, `${A}\n# về B\n${B}`],
    [
      'right below a clause, parted from the next',
      `${A}đo tại xã\n# hết A\n\n${B}`,
      `${A}  đo tại xã\n  # hết A\n\n${B}`,
    ],
    ['between blank lines keeps one on either side', `${A}\n\n# phần 2\n\n\n${B}`, `${A}\n# phần 2\n\n${B}`],
    [
      'stands as deep as the clause below it',
      `${A}# ghi nhớ\nđo tại thôn\n${B}`,
      `${A}  # ghi nhớ\n  đo tại thôn\n\n${B}`,
    ],
    [
      'at the end of a line stays there, behind the last clause of the line',
      `${A}đo tại thôn;thời hạn "a";#xem lại \n${B}`,
      `${A}  đo tại thôn\n  thời hạn "a"  #xem lại\n\n${B}`,
    ],
    ['at the end of the text stays there', `${A}\n# hết\n\n# "`, `${A}\n# hết\n\n# "\n`],
    ['that holds a mark of the language is text', `${A}# tiêu chí 9 "; x`, `${A}# tiêu chí 9 "; x\n`],
  ])('%s', (_name, lines, expected) => expect(below(lines)).toBe(expected))

  test('above the first clause stays above it', () => {
    expect(formatted(`\ufeff\n\n# một\n\n\n  # hai\r\n${HEAD}`)).toBe(`# một\n\n# hai\n${HEAD}`)
  })
})

describe('what the author chose stays', () => {
  test.each([
    ['words for a level', `${A}  đo tại khu phố\n`],
    [
      'a number without dots, a fraction, a percentage',
      `${A}  từ 1000 trở lên: 1/2 điểm tối đa\n  còn lại: 50% điểm tối đa\n`,
    ],
    ['a day without zeros', `${A}  thời hạn 1/7/2026\n`],
    ['what holds without being said', 'số liệu a "A": tỷ lệ\n'],
    ['the order of clauses', `${A}  còn lại: 0 điểm\n  từ 4 trở lên: 1 điểm\n  giá trị = a\n  chủ trì "C"\n`],
    ['capitals in names, codes, units and texts', 'số liệu TỷLệ "HÀNG NĂM": số nguyên Đơn\n'],
    ['curly quotes around a straight one', 'số liệu a “Gọi là "A"”: tỷ lệ\n'],
    [
      'sub-criterion or criterion, where both mean the same',
      'xếp hạng theo điểm tiêu chí thành phần 3a, vẫn bằng thì đồng hạng\n',
    ],
  ])('%s', (_name, lines) => expect(below(lines)).toBe(lines))
})

test('the slash of a division stands apart, others do not', () => {
  expect(below(`${A}giá trị=a/1 / 2`)).toBe(`${A}  giá trị = a / 1/2\n`)
  expect(below(`${A}chỉ tiêu 1 / 2 lần / tháng`)).toBe(`${A}  chỉ tiêu 1/2 lần/tháng\n`)
})

test('a clause that stands among those of another node is not taken for one of them', () => {
  const measure = 'số liệu a "A": tỷ lệ\n'
  expect(below(`${A}giá trị = a\n${measure}từ 1 trở lên: 1 điểm`)).toBe(
    `${A}  giá trị = a\n\n${measure}\n  từ 1 trở lên: 1 điểm\n`,
  )
  expect(below(`${A}thang điểm 1`)).toBe(`${A}\nthang điểm 1\n`)
})

test('lines by the hundred thousand are laid out', () => {
  const comments = '#\n'.repeat(200_000)
  expect(formatted(comments + HEAD)).toBe(comments + HEAD)
})

describe('a text that cannot be read is left alone, and said why', () => {
  test.each([
    ['a clause that is none', `${HEAD}tiêu trí 1 "A" tối đa 1 điểm`, 'unclear-clause'],
    ['a quote that is not closed', `${HEAD}ghi chú "a`, 'unclosed-text'],
    ['a letter of another alphabet', `${HEAD}ghi chú "a" б`, 'unknown-character'],
    ['a keyword without tone marks', `${HEAD}thang diem 100`, 'missing-tone-marks'],
    ['a number that may be read two ways', `${HEAD}thang điểm 1.5`, 'ambiguous-number'],
    ['a clause in the wrong place', `${HEAD}đo tại thôn`, 'misplaced-clause'],
    ['nothing', '', 'missing-clause'],
  ])('%s', (_name, text, code) => {
    const { ok, diagnostics } = format({ name: 'thử.thidua', text })
    expect(ok).toBe(false)
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })
})

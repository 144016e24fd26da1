import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { WARNINGS } from '#language/check/warnings.ts'
import { type Annex, type AnnexItem, type AnnexRow, annexOf, parse } from '#language/index.ts'
import { ROOT } from '../support/files.ts'

const MEASURES = `
số liệu a "Hồ sơ đã số hóa": số nguyên hồ sơ, hằng tháng, cộng dồn, nguồn "Hệ thống TTHC"
số liệu b "Tổng số hồ sơ": số nguyên hồ sơ, hằng tháng, cộng dồn
số liệu dân "Dân số": số nguyên người, hằng tháng
số liệu dn "Doanh nghiệp số": số nguyên doanh nghiệp, hằng tháng, bình quân
số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
số liệu chi "Chi cho chuyển đổi số": số tiền triệu đồng
số liệu cs "Chỉ số chuyển đổi số": chỉ số
số liệu hl "Điểm hài lòng": điểm theo thang 20, hằng quý, bình quân
số liệu td "Tiến độ": mức "Chưa" rồi "Đang" rồi "Xong"
số liệu xong "Ngày hoàn thành": ngày
số liệu mục "Có chuyên mục": có/không
số liệu lỗi "Để lộ dữ liệu": có/không
số liệu thấp "Tỷ lệ thấp": tỷ lệ, hằng quý, nhỏ nhất
`

/** The annex of a rulebook that holds the lines. Whatever cannot be read is the test's own mistake. */
function annexFrom(lines: string, header = ''): Annex {
  const found: Diagnostic[] = []
  const text = `bộ tiêu chí "Mẫu" mã mau phiên bản 2026.1\n${header}\n${MEASURES}\n${lines}\n`
  const annex = annexOf(parse({ name: 'mau.thidua', text }, (each) => found.push(each)))
  expect(renderDiagnostics(found)).toBe('')
  return annex
}

function rowsIn(annex: Annex): readonly AnnexRow[] {
  const table = annex.sections.find((section) => section.kind === 'criteria')
  return table?.kind === 'criteria' ? table.parts.flatMap(({ rows }) => rows) : []
}

/** A line each, those below another one set in. */
function linesOf(items: readonly AnnexItem[], indent = ''): readonly string[] {
  return items.flatMap(({ text, details }) => [`${indent}${text}`, ...linesOf(details, `${indent}  `)])
}

/** What a section says; nothing where the annex does not have it. */
function saidIn(annex: Annex, heading: string): readonly string[] {
  const section = annex.sections.find((each) => each.heading.endsWith(`. ${heading}`))
  return section?.kind === 'list' ? linesOf(section.items) : []
}

/** How the one criterion is scored, given the clauses below its line. */
function scoring(clauses: string, head = 'tiêu chí 1 "Thử" tối đa 5 điểm'): readonly string[] {
  return rowsIn(annexFrom(`${head}\n${clauses}`))[0]?.scoring ?? []
}

describe('what a criterion is judged by', () => {
  test.each([
    ['bài', 'Tính theo «Tin bài» (bài), cộng dồn các tháng.'],
    ['dân', 'Tính theo «Dân số» (người).'],
    ['chi', 'Tính theo «Chi cho chuyển đổi số» (triệu đồng).'],
    ['cs', 'Tính theo «Chỉ số chuyển đổi số».'],
    ['hl', 'Tính theo «Điểm hài lòng» (điểm theo thang 20), bình quân các quý.'],
    ['td', 'Tính theo «Tiến độ» (các mức từ thấp đến cao: Chưa, Đang, Xong).'],
    ['mục', 'Tính theo «Có chuyên mục» (có/không).'],
    ['thấp', 'Tính theo «Tỷ lệ thấp», lấy quý thấp nhất.'],
    ['bài mỗi tháng', 'Tính theo «Tin bài» (bài); tính từng tháng rồi lấy bình quân điểm các tháng.'],
    [
      'bài mỗi quý',
      'Tính theo «Tin bài» (bài), cộng dồn các tháng trong quý; tính từng quý rồi lấy bình quân điểm các quý.',
    ],
    ['a / b', 'Tỷ lệ = Hồ sơ đã số hóa / Tổng số hồ sơ (đều cộng dồn các tháng).'],
    ['dn / dân', 'Tỷ lệ = Doanh nghiệp số (bình quân các tháng) / Dân số.'],
    ['hl / 20', 'Tỷ lệ = Điểm hài lòng (bình quân các quý) / 20.'],
    [
      'dn trên 1.000 dân',
      'Giá trị = Doanh nghiệp số (bình quân các tháng) × 1.000 / Dân số (doanh nghiệp/1.000 người).',
    ],
    [
      'số tháng chậm của xong',
      'Tính theo số tháng chậm của «Ngày hoàn thành» so với thời hạn 30/11/2026 (đúng hạn là 0, chưa đủ một tháng tính là một tháng).',
    ],
    [
      'số ngày chậm của xong',
      'Tính theo số ngày chậm của «Ngày hoàn thành» so với thời hạn 30/11/2026 (đúng hạn là 0).',
    ],
  ])('%s', (value, sentence) => {
    expect(scoring(`thời hạn 30/11/2026\ngiá trị = ${value}`)).toEqual([sentence])
  })

  test('a measure by its name where nothing is declared', () => {
    expect(scoring('giá trị = lạ')).toEqual(['Tính theo «lạ».'])
  })
})

describe('how points are given', () => {
  /** The sentences after the one on the value. */
  const points = (clauses: string, head?: string) => scoring(clauses, head).slice(1)
  const BONUS = 'tiêu chí 1 "Thử" khuyến khích, thưởng tối đa 2 điểm'
  const PENALTY = 'tiêu chí 1 "Thử" trừ tối đa 3 điểm'

  test.each([
    ['from', 'từ 24 trở lên: điểm tối đa', 'Từ 24 bài trở lên: điểm tối đa (5 điểm).'],
    ['from to', 'từ 12 đến 23: 1/4 điểm tối đa', 'Từ 12 đến 23 bài: 1/4 điểm tối đa (1,25 điểm).'],
    ['from to below', 'từ 12 đến dưới 24: 2 điểm', 'Từ 12 đến dưới 24 bài: 2 điểm.'],
    ['above', 'trên 1.000: 85% điểm tối đa', 'Trên 1.000 bài: 85% điểm tối đa (4,25 điểm).'],
    ['above to', 'trên 3 đến 5: 1/3 điểm tối đa', 'Trên 3 đến 5 bài: 1/3 điểm tối đa (khoảng 1,67 điểm).'],
    ['at least', 'ít nhất 4: điểm tối đa', 'Từ 4 bài trở lên: điểm tối đa (5 điểm).'],
    ['below', 'dưới 12: 0 điểm', 'Dưới 12 bài: 0 điểm.'],
    ['not above', 'không quá 3 bài: 0 điểm', 'Không quá 3 bài: 0 điểm.'],
    ['equal', 'bằng 1: 0,5 điểm', 'Bằng 1 bài: 0,5 điểm.'],
    ['rest', 'còn lại: 0 điểm', 'Các trường hợp còn lại: 0 điểm.'],
    ['deducted', 'bằng 1: trừ 1/2 điểm tối đa', 'Bằng 1 bài: trừ 1/2 điểm tối đa (2,5 điểm), còn 2,5 điểm.'],
    ['all deducted', 'từ 3 trở lên: trừ hết điểm', 'Từ 3 bài trở lên: trừ hết điểm.'],
  ])('a tier %s', (_name, tier, sentence) => {
    expect(points(`giá trị = bài\n${tier}`)).toEqual([sentence])
  })

  test.each([
    ['percentages', 'giá trị = a / b\ntừ 60% đến dưới 80%: 2 điểm', 'Từ 60% đến dưới 80%: 2 điểm.'],
    ['yes', 'giá trị = mục\ncó: điểm tối đa', 'Có: điểm tối đa (5 điểm).'],
    ['no', 'giá trị = mục\nkhông: 0 điểm', 'Không: 0 điểm.'],
    ['a level', 'giá trị = td\n"Xong": điểm tối đa', 'Mức «Xong»: điểm tối đa (5 điểm).'],
    ['levels up', 'giá trị = td\ntừ "Đang" trở lên: 1 điểm', 'Từ mức «Đang» trở lên: 1 điểm.'],
    [
      'levels',
      'giá trị = td\ntừ "Chưa" đến dưới "Xong": 1 điểm',
      'Từ mức «Chưa» đến dưới mức «Xong»: 1 điểm.',
    ],
    ['in time', 'giá trị = số tháng chậm của xong\nbằng 0: 3 điểm', 'Đúng thời hạn: 3 điểm.'],
    ['late', 'giá trị = số ngày chậm của xong\ntừ 1 đến 5: 1 điểm', 'Chậm từ 1 đến 5 ngày: 1 điểm.'],
    [
      'per 1.000',
      'giá trị = dn trên 1.000 dân\ntừ 0,2 trở lên: 1 điểm',
      'Từ 0,2 doanh nghiệp/1.000 người trở lên: 1 điểm.',
    ],
  ])('a tier over %s', (_name, clauses, sentence) => {
    expect(points(clauses)).toEqual([sentence])
  })

  test.each([
    ['90%', 'đạt', 'Đạt chỉ tiêu 90%: 3 điểm.'],
    ['90%', 'chưa đạt', 'Chưa đạt chỉ tiêu 90%: 3 điểm.'],
    ['không quá 5%', 'đạt', 'Đạt chỉ tiêu không quá 5%: 3 điểm.'],
    ['2-3 đơn/năm', 'dưới', 'Dưới chỉ tiêu 2-3 đơn/năm: 3 điểm.'],
    ['2-3 đơn/năm', 'trong', 'Trong chỉ tiêu 2-3 đơn/năm: 3 điểm.'],
    ['2-3 đơn/năm', 'vượt', 'Vượt chỉ tiêu 2-3 đơn/năm: 3 điểm.'],
    ['"Xong"', 'đạt', 'Đạt chỉ tiêu mức «Xong»: 3 điểm.'],
    ['năm 2026 60%, từ năm 2027 70%', 'đạt', 'Đạt chỉ tiêu của năm: 3 điểm.'],
  ])('of the target %s, %s', (target, side, sentence) => {
    expect(points(`giá trị = a\nchỉ tiêu ${target}\n${side} chỉ tiêu: 3 điểm`)).toEqual([sentence])
  })

  test.each([
    ['penalty', PENALTY, 'bằng 1: trừ 1 điểm', 'Bằng 1 bài: trừ 1 điểm.'],
    [
      'penalty, all of it',
      PENALTY,
      'từ 3 trở lên: trừ hết điểm',
      'Từ 3 bài trở lên: trừ điểm tối đa (3 điểm).',
    ],
    ['penalty, none', PENALTY, 'bằng 0: 0 điểm', 'Bằng 0 bài: không trừ điểm.'],
    [
      'penalty per item',
      PENALTY,
      'mỗi bài trừ 0,25 điểm',
      'Cứ mỗi bài trừ 0,25 điểm, nhiều nhất trừ 3 điểm.',
    ],
    ['bonus', BONUS, 'bằng 1: 1/2 điểm tối đa', 'Bằng 1 bài: 1/2 điểm tối đa (1 điểm).'],
  ])('in a %s', (_name, head, clause, sentence) => {
    expect(points(`giá trị = bài\n${clause}`, head)).toEqual([sentence])
  })

  const FULL =
    'Đạt chỉ tiêu 90% được điểm tối đa; chưa đạt thì tính theo tỷ lệ: điểm = điểm tối đa × tỷ lệ đạt được / 90%.'
  test.each([
    ['a ratio', 'giá trị = a / b\nchỉ tiêu 90%\nchấm theo tỷ lệ đạt chỉ tiêu', [FULL]],
    [
      'a ratio with a floor',
      'giá trị = a / b\nchỉ tiêu 90%\nchấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
      [FULL, 'Dưới 50% chỉ tiêu (dưới 45%) được 0 điểm.'],
    ],
    [
      'a count',
      'giá trị = bài\nchỉ tiêu 24\nchấm theo tỷ lệ đạt chỉ tiêu',
      [
        'Đạt chỉ tiêu 24 được điểm tối đa; chưa đạt thì tính theo tỷ lệ: điểm = điểm tối đa × kết quả đạt được / 24 bài.',
      ],
    ],
    [
      'a target that differs by year',
      'giá trị = a / b\nchỉ tiêu năm 2026 60%, từ năm 2027 70%\nchấm theo tỷ lệ đạt chỉ tiêu, dưới 1/2 chỉ tiêu thì 0 điểm',
      [
        'Đạt chỉ tiêu của năm được điểm tối đa; chưa đạt thì tính theo tỷ lệ: điểm = điểm tối đa × tỷ lệ đạt được / chỉ tiêu của năm.',
        'Dưới 0,5 chỉ tiêu được 0 điểm.',
      ],
    ],
    [
      'a target not to be passed',
      'giá trị = a / b\nchỉ tiêu không quá 5%\nchấm theo tỷ lệ đạt chỉ tiêu',
      ['Đạt chỉ tiêu không quá 5% được điểm tối đa; chưa đạt thì tính theo tỷ lệ.'],
    ],
    [
      'the best of the cluster',
      'giá trị = bài\nchấm theo tỷ lệ so với cao nhất trong cụm',
      [
        'Kết quả cao nhất trong cụm được điểm tối đa; các kết quả khác tính theo tỷ lệ: điểm = điểm tối đa × kết quả đạt được / kết quả cao nhất trong cụm.',
      ],
    ],
    [
      'the average of the cluster',
      'giá trị = a / b\nchấm theo tỷ lệ so với bình quân trong cụm',
      [
        'Từ bình quân trong cụm trở lên được điểm tối đa; thấp hơn thì tính theo tỷ lệ: điểm = điểm tối đa × tỷ lệ đạt được / kết quả bình quân trong cụm.',
      ],
    ],
  ])('in proportion to %s', (_name, clauses, sentences) => {
    expect(points(clauses)).toEqual(sentences)
  })

  test.each([
    ['mỗi bài được 0,5 điểm', 'Cứ mỗi bài được 0,5 điểm, nhiều nhất bằng điểm tối đa (5 điểm).'],
    ['mỗi bài được 0,5 điểm, không quá 3 điểm', 'Cứ mỗi bài được 0,5 điểm, nhiều nhất được 3 điểm.'],
    [
      'mỗi 2 bài được 1/2 điểm tối đa',
      'Cứ mỗi 2 bài được 1/2 điểm tối đa (2,5 điểm), nhiều nhất bằng điểm tối đa (5 điểm); phần lẻ chưa đủ mức này không tính.',
    ],
    ['mỗi bài trừ 2 điểm', 'Cứ mỗi bài trừ 2 điểm, nhiều nhất trừ hết điểm.'],
    [
      'mỗi bài trừ 2 điểm, không quá 1/2 điểm tối đa',
      'Cứ mỗi bài trừ 2 điểm, nhiều nhất trừ 1/2 điểm tối đa (2,5 điểm).',
    ],
    [
      'mỗi bài lệch so với chỉ tiêu trừ 2 điểm',
      'Cứ mỗi bài lệch so với chỉ tiêu 5-7 bài trừ 2 điểm, nhiều nhất trừ hết điểm.',
    ],
    [
      'mỗi bài thiếu so với chỉ tiêu trừ 1 điểm',
      'Cứ mỗi bài thiếu so với chỉ tiêu 5-7 bài trừ 1 điểm, nhiều nhất trừ hết điểm.',
    ],
    [
      'mỗi bài vượt chỉ tiêu được 1 điểm',
      'Cứ mỗi bài vượt chỉ tiêu 5-7 bài được 1 điểm, nhiều nhất bằng điểm tối đa (5 điểm).',
    ],
  ])('%s', (clause, sentence) => {
    expect(points(`giá trị = bài\nchỉ tiêu 5-7 bài\n${clause}`)).toEqual([sentence])
  })

  test.each([
    [
      'giá trị = số tháng chậm của xong\nmỗi tháng trừ 2 điểm',
      'Cứ mỗi tháng chậm so với thời hạn 30/11/2026 trừ 2 điểm, nhiều nhất trừ hết điểm.',
    ],
    [
      'giá trị = a / b\nmỗi 10% được 1 điểm',
      'Cứ mỗi 10% được 1 điểm, nhiều nhất bằng điểm tối đa (5 điểm); phần lẻ chưa đủ mức này không tính.',
    ],
  ])('steps of %s', (clauses, sentence) => {
    expect(points(`thời hạn 30/11/2026\n${clauses}`)).toEqual([sentence])
  })

  test('part by part', () => {
    const clauses = `cộng 1/2 điểm tối đa khi mục
cộng 1 điểm khi lỗi
cộng theo bài
  từ 24 trở lên: 1/2 điểm tối đa
  dưới 24: 0 điểm
cộng theo dân
  mỗi 1.000 người được 0,5 điểm, không quá 1 điểm`
    const head = 'tiêu chí 1 "Thử" tối đa 5 điểm, không vượt quá điểm tối đa'
    expect(scoring(clauses, head)).toEqual([
      'Cộng 1/2 điểm tối đa (2,5 điểm) khi có «chuyên mục».',
      'Cộng 1 điểm khi có «Để lộ dữ liệu».',
      'Cộng điểm theo «Tin bài» (cộng dồn các tháng):',
      'Từ 24 bài trở lên: 1/2 điểm tối đa (2,5 điểm).',
      'Dưới 24 bài: 0 điểm.',
      'Cộng điểm theo «Dân số»:',
      'Cứ mỗi 1.000 người được 0,5 điểm, nhiều nhất được 1 điểm; phần lẻ chưa đủ mức này không tính.',
      'Tổng điểm cộng được không vượt quá điểm tối đa (5 điểm).',
    ])
  })

  test.each([
    ['khi b = 0: không áp dụng', 'Khi «Tổng số hồ sơ» bằng 0 thì không áp dụng tiêu chí này.'],
    ['khi b = 0: 2 điểm', 'Khi «Tổng số hồ sơ» bằng 0 thì được 2 điểm.'],
    ['khi b = 0: trừ 1 điểm', 'Khi «Tổng số hồ sơ» bằng 0 thì trừ 1 điểm, còn 4 điểm.'],
    ['khi cao nhất trong cụm = 0: 0 điểm', 'Khi kết quả cao nhất trong cụm bằng 0 thì được 0 điểm.'],
    ['khi bình quân trong cụm = 0: 0 điểm', 'Khi kết quả bình quân trong cụm bằng 0 thì được 0 điểm.'],
    ['chưa có số liệu: 0 điểm', 'Chưa có số liệu thì tính 0 điểm.'],
    ['chưa có số liệu: không áp dụng', 'Chưa có số liệu thì coi như không áp dụng tiêu chí.'],
    ['riêng thôn "miền núi"\nkhông áp dụng', 'Riêng thôn miền núi: không áp dụng tiêu chí này.'],
    ['riêng thôn "miền núi"\nchỉ tiêu 60%', 'Riêng thôn miền núi: chỉ tiêu 60%.'],
    [
      'riêng thôn "miền núi"\nchỉ tiêu năm 2026 50%, năm 2027-2028 60%',
      'Riêng thôn miền núi: chỉ tiêu năm 2026: 50%; năm 2027 - 2028: 60%.',
    ],
    ['riêng thôn "miền núi"\nchỉ tiêu 50% dự kiến', 'Riêng thôn miền núi: chỉ tiêu 50% (dự kiến).'],
    [
      'riêng thôn "miền núi"\ntừ 12% trở lên: điểm tối đa',
      'Riêng thôn miền núi, từ 12% trở lên: điểm tối đa (5 điểm).',
    ],
  ])('%s', (clauses, sentence) => {
    expect(points(`giá trị = a / b\n${clauses}`)).toEqual([sentence])
  })

  test.each([
    ['', 'Bằng tổng điểm các tiêu chí thành phần.'],
    [', chỉ tính thành phần cao nhất', 'Chỉ tính thành phần có điểm cao nhất.'],
    [', chỉ tính thành phần thấp nhất', 'Chỉ tính thành phần có điểm thấp nhất.'],
    [', tính bình quân các thành phần', 'Lấy bình quân điểm các tiêu chí thành phần.'],
  ])('a criterion of sub-criteria%s', (combination, sentence) => {
    const parts = 'tiêu chí thành phần 1a "A" tối đa 5 điểm'
    expect(scoring(parts, `tiêu chí 1 "Thử" tối đa 5 điểm${combination}`)).toEqual([sentence])
  })

  test.each([
    [', chỉ tính thành phần cao nhất', 'Chỉ tính thành phần bị trừ nhiều điểm nhất.'],
    [', chỉ tính thành phần thấp nhất', 'Chỉ tính thành phần bị trừ ít điểm nhất.'],
    [', tính bình quân các thành phần', 'Lấy bình quân điểm các tiêu chí thành phần.'],
  ])('a penalty of sub-criteria%s', (combination, sentence) => {
    const parts = 'tiêu chí thành phần 1a "A" trừ tối đa 5 điểm'
    expect(scoring(parts, `tiêu chí 1 "Thử" trừ tối đa 5 điểm${combination}`)).toEqual([sentence])
  })

  test('a plain criterion in a group of penalties takes points away', () => {
    const annex = annexFrom(`nhóm T "Trừ" trừ tối đa 3 điểm, chỉ tính thành phần cao nhất
tiêu chí 1 "Thử" tối đa 3 điểm, chỉ tính thành phần cao nhất
tiêu chí thành phần 1a "Một phần" tối đa 3 điểm
  giá trị = bài
  bằng 0: 0 điểm
  từ 1 trở lên: trừ điểm tối đa
tiêu chí 2 "Mỗi" tối đa 3 điểm
  giá trị = bài
  mỗi bài trừ 1 điểm`)
    const [part] = annex.sections.flatMap((section) => (section.kind === 'criteria' ? section.parts : []))
    expect(part?.heading).toContain('ĐIỂM TRỪ')
    expect(rowsIn(annex).map(({ scoring: [last] }) => last)).toEqual([
      'Chỉ tính tiêu chí bị trừ nhiều điểm nhất.',
      'Chỉ tính thành phần bị trừ nhiều điểm nhất.',
      'Tính theo «Tin bài» (bài), cộng dồn các tháng.',
      'Tính theo «Tin bài» (bài), cộng dồn các tháng.',
    ])
    expect(rowsIn(annex).flatMap(({ scoring: [, ...points] }) => points)).toEqual([
      'Bằng 0 bài: không trừ điểm.',
      'Từ 1 bài trở lên: trừ điểm tối đa (3 điểm).',
      'Cứ mỗi bài trừ 1 điểm, nhiều nhất trừ 3 điểm.',
    ])
  })

  test('a plain criterion that an amendment adds to a group of penalties takes points away', () => {
    const annex = annexFrom(
      `nhóm T "Trừ" trừ tối đa 3 điểm
tiêu chí 1 "Thử" tối đa 3 điểm
  giá trị = bài
  mỗi bài trừ 1 điểm
sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026
bổ sung tiêu chí 2 "Thêm" tối đa 3 điểm vào nhóm T
  giá trị = bài
  mỗi bài trừ 1 điểm`,
      'áp dụng cho thôn từ 01/01/2026 đến 31/12/2026',
    )
    expect(saidIn(annex, 'Sửa đổi, bổ sung')).toContain('    Cứ mỗi bài trừ 1 điểm, nhiều nhất trừ 3 điểm.')
  })

  test.each([
    ['', []],
    [', chỉ tính thành phần cao nhất', ['Chỉ tính tiêu chí có điểm cao nhất.']],
    [', tính bình quân các thành phần', ['Lấy bình quân điểm các tiêu chí trong nhóm.']],
  ])('a group%s', (combination, sentences) => {
    expect(scoring('tiêu chí 1 "A" tối đa 5 điểm', `nhóm I "Nhóm" tối đa 5 điểm${combination}`)).toEqual(
      sentences,
    )
  })
})

describe('the table', () => {
  const annex = annexFrom(`nhóm I "Hạ tầng" tối đa 5 điểm, tính bình quân các thành phần
tiêu chí 1 "Mạng" tối đa 5 điểm dự kiến
  chủ trì "Phòng A"; phối hợp "Phòng B"; phối hợp "Phòng C"
  căn cứ "Nghị quyết 71"; thời hạn "tháng 11"; hướng dẫn "Rà soát"
  giá trị = a / b
  chỉ tiêu năm 2026 65%, từ năm 2027 70% dự kiến
tiêu chí 2 "Sáng kiến" khuyến khích, thưởng tối đa 2 điểm
nhóm II "Xã hội" tối đa 95 điểm
tiêu chí 3 "Dân" tối đa 95 điểm
  tiêu chí thành phần 3a "Trẻ" tối đa 95 điểm
nhóm T "Điểm trừ" trừ tối đa 3 điểm
tiêu chí T1 "Chậm" trừ tối đa 3 điểm`)
  const table = annex.sections.find((section) => section.kind === 'criteria')
  const parts = table?.kind === 'criteria' ? table.parts : []

  test('keeps the order of the file, and sets bonuses and penalties apart', () => {
    const read = parts.map(({ heading, rows, total }) => ({
      heading,
      codes: rows.map(({ code, depth, maximum }) => `${'  '.repeat(depth)}${code} ${maximum}`.trimEnd()),
      total,
    }))
    expect(read).toEqual([
      {
        heading: 'A. TIÊU CHÍ TRONG THANG ĐIỂM',
        codes: ['I 5', '  1 5', 'II 95', '  3 95', '    3a 95'],
        total: '100',
      },
      { heading: 'B. ĐIỂM THƯỞNG (ngoài thang điểm)', codes: ['I', '  2 2'], total: '' },
      { heading: 'C. ĐIỂM TRỪ (ngoài thang điểm)', codes: ['T 3', '  T1 3'], total: '' },
    ])
  })

  test('says once how the points of a group come about', () => {
    const groups = parts.map(({ rows }) =>
      rows.filter(({ code }) => code === 'I').map(({ scoring: said }) => said),
    )
    expect(groups).toEqual([[['Lấy bình quân điểm các tiêu chí trong nhóm.']], [[]], []])
  })

  test('has the columns that something is said in', () => {
    expect(table?.kind === 'criteria' && table.columns.map(({ heading }) => heading)).toEqual([
      'STT',
      'Tiêu chí',
      'Chỉ tiêu đề ra',
      'Điểm tối đa',
      'Cách tính điểm',
      'Nguồn số liệu',
      'Chủ trì',
      'Phối hợp',
      'Thời hạn',
      'Căn cứ',
      'Hướng dẫn thực hiện',
    ])
  })

  test('prints what the rulebook says of a criterion', () => {
    expect(parts[0]?.rows[1]).toMatchObject({
      title: 'Mạng',
      tentative: true,
      target: ['Năm 2026: 65%', 'Từ năm 2027: 70% (dự kiến)'],
      sources: ['Hệ thống TTHC'],
      leads: ['Phòng A'],
      supports: ['Phòng B', 'Phòng C'],
      deadline: 'tháng 11',
      citations: ['Nghị quyết 71'],
      guidance: ['Rà soát'],
    })
    expect(parts[1]?.rows[1]?.target).toEqual(['Khuyến khích'])
  })

  test("says where a criterion is measured, its own place or its parent's, where several levels are scored", () => {
    const lines = 'tiêu chí 1 "A" tối đa 5 điểm\nđo tại thôn\ntiêu chí thành phần 1a "B" tối đa 5 điểm'
    const levels = (header: string) => rowsIn(annexFrom(lines, header)).map(({ level }) => level)
    expect(levels('áp dụng cho xã, thôn từ 01/01/2026 đến 31/12/2026')).toEqual(['Thôn', 'Thôn'])
    expect(levels('áp dụng cho thôn từ 01/01/2026 đến 31/12/2026')).toEqual(['', ''])
    expect(levels('áp dụng cho phường, thôn, khu phố từ 01/01/2026 đến 31/12/2026')).toEqual([
      'Thôn, khu phố',
      'Thôn, khu phố',
    ])
  })
})

describe('what holds for the whole rulebook', () => {
  const DEFAULTS = [
    'Tổng điểm làm tròn đến 2 chữ số thập phân, phần lẻ từ một nửa trở lên làm tròn lên.',
    'Chưa có số liệu thì tính 0 điểm.',
    'Cách tính điểm không nói khác thì lấy số liệu của kỳ báo cáo mới nhất.',
  ]
  test.each([
    'tiêu chí 1 "A" tối đa 5 điểm dự kiến',
    'tiêu chí 1 "A" tối đa 5 điểm\nchỉ tiêu 24 bài dự kiến',
    'tiêu chí 1 "A" tối đa 5 điểm\nchỉ tiêu năm 2026 24 bài, từ năm 2027 30 bài dự kiến',
    'tiêu chí 1 "A" tối đa 5 điểm\nriêng thôn "miền núi"\nchỉ tiêu 24 bài dự kiến',
    'tiêu chí 1 "A" tối đa 5 điểm\ntiêu chí thành phần 1a "B" tối đa 5 điểm\nchỉ tiêu 24 bài dự kiến',
    'xếp hạng dự kiến theo tổng điểm, vẫn bằng thì đồng hạng',
    'sửa đổi phiên bản 2 hiệu lực từ 01/07/2026\nsửa đổi tiêu chí 1\nchỉ tiêu 24 bài dự kiến',
    'sửa đổi phiên bản 2 hiệu lực từ 01/07/2026\nbổ sung tiêu chí 2 "A" tối đa 5 điểm dự kiến',
  ])('what the mark means is said, wherever it stands: %s', (lines) => {
    expect(saidIn(annexFrom(lines), 'Quy định chung').at(-1)).toMatch(/^Nội dung ghi «dự kiến»/)
  })

  const policies = (header: string) =>
    saidIn(annexFrom('', header), 'Quy định chung').filter((line) => !DEFAULTS.includes(line))

  test('what holds by default is said', () => {
    expect(saidIn(annexFrom(''), 'Quy định chung')).toEqual(DEFAULTS)
  })

  test.each([
    [
      'áp dụng cho thôn từ 01/01/2026 đến 31/12/2026',
      ['Áp dụng cho thôn, từ ngày 01/01/2026 đến ngày 31/12/2026.'],
    ],
    [
      'áp dụng cho xã, thôn, đơn vị từ 01/01/2026 đến 31/12/2026\nđơn vị được chấm theo các tiêu chí chủ trì',
      [
        'Áp dụng cho xã, thôn và đơn vị, từ ngày 01/01/2026 đến ngày 31/12/2026.',
        'Thôn được chấm theo các tiêu chí đo tại thôn.',
        'Xã được chấm theo mọi tiêu chí; ở tiêu chí đo tại thôn hoặc đơn vị, số liệu của xã là số liệu cộng lại.',
        'Đơn vị được chấm theo điểm của xã ở các tiêu chí do đơn vị chủ trì.',
      ],
    ],
    [
      `áp dụng cho xã, đơn vị từ 01/01/2026 đến 31/12/2026\nđơn vị được chấm theo các tiêu chí chủ trì
      tiêu chí T "Báo cáo chậm" trừ tối đa 2 điểm\nđo tại đơn vị`,
      [
        'Áp dụng cho xã và đơn vị, từ ngày 01/01/2026 đến ngày 31/12/2026.',
        'Xã được chấm theo mọi tiêu chí; ở tiêu chí đo tại đơn vị, số liệu của xã là số liệu cộng lại.',
        'Đơn vị được chấm theo điểm của xã ở các tiêu chí do đơn vị chủ trì, và theo các tiêu chí đo tại đơn vị.',
      ],
    ],
    ['đặc điểm thôn "miền núi", "biên giới"', ['Đặc điểm của thôn được xét riêng: miền núi, biên giới.']],
    ['kỳ số liệu từng năm', ['Mỗi năm chấm theo số liệu của năm đó.']],
    [
      'kỳ số liệu từ 01/01/2025 đến 31/12/2025',
      ['Chấm theo số liệu từ ngày 01/01/2025 đến ngày 31/12/2025.'],
    ],
    ['thang điểm 100', ['Thang điểm 100.']],
    [
      'thang điểm 100 dự kiến',
      ['Thang điểm 100 (dự kiến).', 'Nội dung ghi «dự kiến» là phương án chờ Ban Tổ chức quyết định.'],
    ],
    [
      'làm tròn từng tiêu chí 1 chữ số, làm tròn xuống',
      ['Điểm từng tiêu chí làm tròn đến 1 chữ số thập phân, luôn làm tròn xuống.'],
    ],
    [
      'làm tròn tổng điểm 0 chữ số, nửa làm tròn về số chẵn',
      ['Tổng điểm làm tròn đến số nguyên, phần lẻ đúng một nửa làm tròn về số chẵn.'],
    ],
    [
      'làm tròn tổng điểm 1 chữ số, làm tròn lên',
      ['Tổng điểm làm tròn đến 1 chữ số thập phân, luôn làm tròn lên.'],
    ],
    ['chưa có số liệu: không áp dụng', ['Chưa có số liệu thì coi như không áp dụng tiêu chí.']],
    [
      'không áp dụng: quy đổi về thang điểm',
      [
        'Tiêu chí không áp dụng thì không tính vào điểm tối đa; điểm của các tiêu chí còn lại quy đổi về thang điểm.',
      ],
    ],
    [
      'không áp dụng: quy đổi trong nhóm',
      [
        'Tiêu chí không áp dụng thì không tính vào điểm tối đa; điểm của các tiêu chí còn lại trong nhóm quy đổi về điểm tối đa của nhóm.',
      ],
    ],
    [
      'không áp dụng: không quy đổi',
      ['Tiêu chí không áp dụng thì không tính vào điểm tối đa; điểm không quy đổi.'],
    ],
  ])('%s', (header, sentences) => {
    expect(policies(header)).toEqual(sentences)
  })
})

describe('ranking and classes', () => {
  const NODES = 'nhóm I "Hạ tầng" tối đa 40 điểm\ntiêu chí 1 "Mạng" tối đa 40 điểm\n'

  test.each([
    ['lỗi', 'khi có «Để lộ dữ liệu»'],
    ['không mục', 'khi không có «chuyên mục»'],
    ['bài từ 3 trở lên', 'khi «Tin bài» từ 3 bài trở lên'],
    ['nhóm I dưới 50% điểm tối đa', 'khi nhóm I «Hạ tầng» đạt dưới 50% điểm tối đa (20 điểm)'],
    ['tiêu chí 1 từ 1 điểm đến dưới 3 điểm', 'khi tiêu chí 1 «Mạng» đạt từ 1 điểm đến dưới 3 điểm'],
    ['mọi nhóm dưới 1/3 điểm tối đa', 'khi mọi nhóm đạt dưới 1/3 điểm tối đa'],
    ['mọi tiêu chí bằng 0 điểm', 'khi mọi tiêu chí đạt bằng 0 điểm'],
  ])('không xếp hạng khi %s', (written, sentence) => {
    const said = saidIn(annexFrom(`${NODES}không xếp hạng khi ${written}`), 'Không xếp hạng')
    expect(said).toEqual([`Không xếp hạng, không xếp loại ${sentence}.`])
  })

  test.each([
    [
      'xếp hạng dự kiến theo tổng điểm, vẫn bằng thì đồng hạng',
      [
        'Xếp hạng trong từng cụm thi đua theo tổng điểm chưa làm tròn, từ cao xuống thấp (dự kiến).',
        'Vẫn bằng nhau thì đồng hạng; hạng tiếp theo tính cả số đối tượng đồng hạng (ví dụ: 1, 1, 3).',
      ],
    ],
    [
      'xếp hạng chung các cụm theo tổng điểm đã làm tròn, rồi điểm nhóm I, rồi điểm tiêu chí 1, rồi ít điểm trừ hơn, rồi nhiều điểm thưởng hơn, vẫn bằng thì đồng hạng, hạng sau liền kề',
      [
        'Xếp hạng chung cho tất cả các cụm thi đua theo tổng điểm đã làm tròn, từ cao xuống thấp.',
        'Bằng nhau thì lần lượt xét: điểm nhóm I «Hạ tầng»; điểm tiêu chí 1 «Mạng»; ít điểm trừ hơn xếp trên; nhiều điểm thưởng hơn xếp trên.',
        'Vẫn bằng nhau thì đồng hạng; hạng tiếp theo liền kề (ví dụ: 1, 1, 2).',
      ],
    ],
    [
      'xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng, lấy hạng trung bình',
      [
        'Xếp hạng trong từng cụm thi đua theo tổng điểm chưa làm tròn, từ cao xuống thấp.',
        'Vẫn bằng nhau thì đồng hạng; các đối tượng đồng hạng cùng lấy hạng trung bình (ví dụ: 1,5; 1,5; 3).',
      ],
    ],
  ])('%s', (line, sentences) => {
    expect(saidIn(annexFrom(`${NODES}${line}`), 'Xếp hạng')).toEqual(sentences)
  })

  test('what several years come to together', () => {
    const phases = `sơ kết giai đoạn 2026-2027 "Giai đoạn 1" dự kiến theo bình quân tổng điểm các năm
tổng kết giai đoạn 2026-2030 theo bình quân tổng điểm các năm`
    const said = (lines: string) => saidIn(annexFrom(`${NODES}${lines}\n${phases}`), 'Xếp hạng')
    const mean =
      'xếp hạng theo bình quân tổng điểm các năm, chưa làm tròn, từ cao xuống thấp; bằng nhau thì đồng hạng.'
    expect(said('')).toEqual([
      `Sơ kết giai đoạn 2026-2027 «Giai đoạn 1» (dự kiến): ${mean}`,
      `Tổng kết giai đoạn 2026-2030: ${mean}`,
      'Bình quân của một đối tượng không tính năm mà đối tượng đó không có số liệu nào, hoặc không có tiêu chí nào áp dụng.',
    ])
    expect(
      said('không xếp hạng khi lỗi\nxếp loại\n"Tốt" từ 8 điểm trở lên\n"Đạt" còn lại').slice(-2),
    ).toEqual([
      'Năm nào của giai đoạn thuộc trường hợp không xếp hạng thì không xếp hạng cả giai đoạn.',
      'Xếp loại cả giai đoạn theo bình quân ấy, bằng bảng xếp loại của từng năm.',
    ])
    expect(said('xếp loại\n"Tốt" từ 8 điểm trở lên, khi không lỗi\n"Đạt" còn lại').at(-1)).toBe(
      'Không xếp loại cả giai đoạn, vì bảng xếp loại có điều kiện xét theo số liệu của từng năm.',
    )
    expect(said('xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng')[0]).toMatch(/^Xếp hạng/)
  })

  test('each level is ranked by itself', () => {
    const header = 'áp dụng cho xã, thôn từ 01/01/2026 đến 31/12/2026'
    const said = saidIn(annexFrom('xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng', header), 'Xếp hạng')
    expect(said[0]).toContain('(xã và thôn xếp hạng riêng)')
  })

  test('classes with conditions and quotas', () => {
    const lines = `${NODES}xếp loại dự kiến
"Xuất sắc" từ 90 điểm trở lên, khi mọi nhóm từ 50% điểm tối đa trở lên, khi không lỗi, không quá 20% số thôn, bằng nhau thì cùng được
"Tốt" từ 80 đến dưới 90 điểm, không quá 30% số thôn, bằng nhau thì cùng không được
"Trung bình" còn lại`
    const annex = annexFrom(lines, 'áp dụng cho thôn từ 01/01/2026 đến 31/12/2026')
    expect(saidIn(annex, 'Xếp loại')).toEqual([
      'Xếp loại theo tổng điểm chưa làm tròn (dự kiến):',
      '  «Xuất sắc»: từ 90 điểm trở lên; mọi nhóm đạt từ 50% điểm tối đa trở lên; không có «Để lộ dữ liệu»; không quá 20% số thôn trong cụm, bằng nhau ở vị trí cuối thì cùng được.',
      '  «Tốt»: từ 80 đến dưới 90 điểm; không quá 30% số thôn trong cụm, bằng nhau ở vị trí cuối thì cùng không được.',
      '  «Trung bình»: các trường hợp còn lại.',
      'Không đủ điều kiện của một loại thì xét loại liền kề bên dưới.',
      'Số lượng theo tỷ lệ phần trăm lấy phần nguyên, xét theo thứ hạng từ trên xuống.',
    ])
  })
})

describe('what stands after the table', () => {
  test('amendments, with the old title and what is said anew', () => {
    const annex = annexFrom(`nhóm I "Hạ tầng" tối đa 10 điểm
tiêu chí 1 "Mạng" tối đa 5 điểm
  giá trị = bài
  từ 1 trở lên: điểm tối đa
tiêu chí 2 "Cũ" tối đa 5 điểm
sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026
  căn cứ "Kế hoạch 99"; ghi chú "Theo góp ý"
  sửa đổi tiêu chí 1 "Mạng mới" tối đa 6 điểm dự kiến
    chủ trì "Phòng A"; phối hợp "Phòng B"; nguồn "Sổ"; căn cứ "Nghị quyết"; hướng dẫn "Làm"; trích "Nguyên văn"
    thời hạn 30/11/2026; đo tại thôn; chỉ tiêu 24 bài
    từ 2 trở lên: 1/2 điểm tối đa
  bãi bỏ tiêu chí 2
  bổ sung tiêu chí 3 "Thêm" khuyến khích, thưởng tối đa 2 điểm vào nhóm I
  bổ sung tiêu chí thành phần 3a "Con" tối đa 2 điểm vào tiêu chí 3
sửa đổi phiên bản 2026.3 hiệu lực từ 01/10/2026
  sửa đổi tiêu chí 3
    chủ trì "Phòng D"
  sửa đổi tiêu chí 1
    còn lại: 1/2 điểm tối đa`)
    expect(saidIn(annex, 'Sửa đổi, bổ sung')).toEqual([
      'Phiên bản 2026.2, có hiệu lực từ ngày 01/07/2026:',
      '  Căn cứ: Kế hoạch 99.',
      '  Sửa đổi tiêu chí 1 «Mạng» như sau:',
      '    Tên mới: «Mạng mới».',
      '    Tối đa 6 điểm (dự kiến).',
      '    Chỉ tiêu: 24 bài.',
      '    Thời hạn: 30/11/2026.',
      '    Đo tại thôn.',
      '    Chủ trì: Phòng A.',
      '    Phối hợp: Phòng B.',
      '    Nguồn số liệu: Sổ.',
      '    Căn cứ: Nghị quyết.',
      '    Hướng dẫn thực hiện: Làm.',
      '    Trích: “Nguyên văn”',
      '    Từ 2 bài trở lên: 1/2 điểm tối đa (3 điểm).',
      '  Bãi bỏ tiêu chí 2 «Cũ».',
      '  Bổ sung tiêu chí 3 «Thêm», khuyến khích, thưởng tối đa 2 điểm, thuộc nhóm I «Hạ tầng».',
      '  Bổ sung tiêu chí thành phần 3a «Con», tối đa 2 điểm, thuộc tiêu chí 3 «Thêm».',
      '  Ghi chú: Theo góp ý.',
      'Phiên bản 2026.3, có hiệu lực từ ngày 01/10/2026:',
      '  Sửa đổi tiêu chí 3 «Thêm» như sau:',
      '    Chủ trì: Phòng D.',
      '  Sửa đổi tiêu chí 1 «Mạng mới» như sau:',
      '    Các trường hợp còn lại: 1/2 điểm tối đa (3 điểm).',
    ])
  })

  test('examples', () => {
    const annex = annexFrom(`nhóm I "Hạ tầng" tối đa 5 điểm
tiêu chí 1 "Mạng" tối đa 5 điểm
đặc điểm thôn "miền núi"
ví dụ "ba bài" với bài mỗi tháng = 3, dân = 1.000 người, mục = có, td = "Đang", xong = 15/01/2027, b = không áp dụng, chưa có a, thôn "miền núi", cao nhất trong cụm = 10, bình quân trong cụm = 5 thì tiêu chí 1 được 2,5 điểm, nhóm I không áp dụng
ví dụ "chậm" với bài = 0 thì tiêu chí 1 bị trừ 1 điểm`)
    expect(saidIn(annex, 'Ví dụ')).toEqual([
      'Ba bài: với «Tin bài» mỗi tháng là 3 bài, «Dân số» là 1.000 người, «Có chuyên mục» là có, «Tiến độ» ở mức «Đang», «Ngày hoàn thành» là ngày 15/01/2027, «Tổng số hồ sơ» không áp dụng, chưa có «Hồ sơ đã số hóa», thôn miền núi, kết quả cao nhất trong cụm là 10, kết quả bình quân trong cụm là 5 thì tiêu chí 1 được 2,5 điểm, nhóm I không áp dụng.',
      'Chậm: với «Tin bài» là 0 bài thì tiêu chí 1 bị trừ 1 điểm.',
    ])
  })

  test('notes, and warnings that are kept with their reasons', () => {
    const annex = annexFrom(
      `nhóm I "Hạ tầng" tối đa 5 điểm
  ghi chú "Của nhóm"
tiêu chí 1 "Mạng" tối đa 5 điểm
  ghi chú "Một"; trích "Nguyên văn."
  chấp nhận cảnh báo cliff vì "Chép đúng kế hoạch"`,
      'ghi chú "Chung"\nchấp nhận cảnh báo ma-la vì "Sẽ sửa."',
    )
    expect(saidIn(annex, 'Ghi chú')).toEqual([
      'Chung.',
      'Nhóm I: Của nhóm.',
      'Tiêu chí 1:',
      '  Một.',
      '  Trích: “Nguyên văn.”',
    ])
    expect(saidIn(annex, 'Cảnh báo khi soạn, giữ lại có lý do')).toEqual([
      'Bộ tiêu chí: Sẽ sửa.',
      'Tiêu chí 1, điểm thay đổi đột ngột tại một ngưỡng: Chép đúng kế hoạch.',
    ])
  })

  test.each(WARNINGS)('a kept warning is said in words: %s', (code) => {
    const annex = annexFrom('', `chấp nhận cảnh báo ${code} vì "Đã xem"`)
    expect(saidIn(annex, 'Cảnh báo khi soạn, giữ lại có lý do')).toEqual([
      expect.stringMatching(/^Bộ tiêu chí, [\p{L} ]+: Đã xem\.$/u),
    ])
  })

  test.each([
    ['số nguyên lần, hằng tháng, cộng dồn, từ 0 đến 62', 'lần', 'Hằng tháng, cộng dồn', 'Từ 0 đến 62 lần'],
    ['số thập phân giờ, hằng quý, bình quân', 'giờ', 'Hằng quý, bình quân', 'Số thập phân'],
    ['số tiền triệu đồng, từ 1', 'triệu đồng', 'Hằng năm, số mới nhất', 'Từ 1 triệu đồng trở lên'],
    ['tỷ lệ, nhỏ nhất, hằng tháng', '%', 'Hằng tháng, số nhỏ nhất', ''],
    ['chỉ số, lớn nhất, hằng tháng, bước 0,01', 'chỉ số', 'Hằng tháng, số lớn nhất', 'Là bội số của 0,01'],
    ['điểm theo thang 20', 'điểm (thang 20)', 'Hằng năm, số mới nhất', ''],
    ['có/không, minh chứng bắt buộc', 'có/không', 'Hằng năm, số mới nhất', 'Phải có minh chứng'],
    [
      'mức "Chưa" rồi "Xong", chỉ theo dõi',
      'mức: Chưa < Xong',
      'Hằng năm, số mới nhất',
      'Chỉ theo dõi, không chấm điểm',
    ],
    ['ngày', 'ngày tháng năm', 'Hằng năm, số mới nhất', ''],
    [
      'số nguyên hồ sơ, hằng tháng, cộng dồn, là một phần của b, kỳ thiếu tính 0',
      'hồ sơ',
      'Hằng tháng, cộng dồn',
      'Là một phần của «Tổng số hồ sơ»; tháng không báo cáo tính là 0',
    ],
    [
      'số nguyên hồ sơ, hằng quý, cộng dồn, bỏ qua kỳ thiếu',
      'hồ sơ',
      'Hằng quý, cộng dồn',
      'Bỏ qua quý không báo cáo',
    ],
  ])('a measure: %s', (declaration, kind, frequency, remarks) => {
    const { sections } = annexFrom(`số liệu thử "Thử": ${declaration}`)
    const table = sections.find((section) => section.kind === 'measures')
    const last = table?.kind === 'measures' ? table.measures.at(-1) : undefined
    expect(last).toEqual({ title: 'Thử', kind, frequency, remarks, sources: [] })
  })
})

describe('every annex', () => {
  test('numbers its sections without a hole, whatever is left out', () => {
    const headings = annexFrom('tiêu chí 1 "A" tối đa 5 điểm').sections.map(({ heading }) => heading)
    expect(headings).toEqual(['I. Quy định chung', 'II. Tiêu chí và cách tính điểm', 'III. Số liệu báo cáo'])
  })

  const rulebook = readFileSync(join(ROOT, 'rules/an-nong/2026.thidua'), 'utf8')
  const lines = rulebook.split('\n')

  test('shows no name of a measure, only titles', () => {
    const printed = JSON.stringify(annexOf(parse({ name: 'an-nong', text: rulebook }, () => {})))
    const names = [...rulebook.matchAll(/^số liệu (\S+_\S+) /gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => printed.includes(name))).toEqual([])
  })

  test('can be made of any lines, in any order, of a rulebook', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), (some) => {
        const annex = annexOf(parse({ name: 'x', text: some.join('\n') }, () => {}))
        expect(JSON.stringify(annex)).not.toMatch(/undefined|null|NaN|\[object/)
      }),
      { numRuns: 50 },
    )
  })
})

import { describe, expect, test } from 'vitest'
import { bindFacts, loadProgram } from '#engine/index.ts'
import { dossierOf, rulesOf } from '../support/scoring.ts'

/** Facts that the rulebook cannot take, each with the message it is refused with; never a value made to fit. */
const RULES = `
  số liệu bài "Bài": số nguyên bài, hằng tháng, từ 0 đến 62
  số liệu thước "Thước": số thập phân km, hằng năm, bước 0,25, chỉ theo dõi
  số liệu tỷ_lệ "Tỷ lệ": tỷ lệ, hằng năm, từ 0% đến 100%, chỉ theo dõi
  số liệu có_trang "Có trang": có/không, hằng năm, chỉ theo dõi
  số liệu xong "Ngày xong": ngày, hằng năm, chỉ theo dõi
  số liệu tiến_độ "Bước": mức "Chưa" rồi "Đang" rồi "Xong", hằng năm, chỉ theo dõi
  số liệu hài_lòng "Hài lòng": điểm theo thang 20, hằng quý, chỉ theo dõi
  số liệu hộ "Hộ": số nguyên hộ, hằng năm, chỉ theo dõi
  số liệu hộ_số "Hộ số": số nguyên hộ, hằng năm, là một phần của hộ, chỉ theo dõi
  tiêu chí 1 "Bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`

const messages = (
  facts: string,
  rules = RULES,
  policy = 'không áp dụng: quy đổi về thang điểm',
): string[] => {
  const text = rulesOf({ rules }).replace('không áp dụng: quy đổi về thang điểm', policy)
  const program = loadProgram({ name: 'thử.thidua', text })
  if (!program.ok) throw new Error(program.diagnostics.map(({ message }) => message).join('\n'))
  const bound = bindFacts(program.value, dossierOf({ rules, facts }))
  return bound.diagnostics.map(({ code, message }) => `${code}: ${message}`)
}

describe('a value', () => {
  test.each([
    ['above its bound', 'bài,2026-01,63', 'value-out-of-range: 63 bài nằm ngoài khoảng cho phép'],
    ['below its bound', 'bài,2026-01,-1', 'value-out-of-range: -1 bài nằm ngoài khoảng cho phép'],
    ['a count in fractions', 'bài,2026-01,"1,5"', 'value-out-of-range: 1,5 bài không phải số nguyên'],
    ['between the steps', 'thước,2026,"0,3"', 'value-out-of-range: 0,3 km không phải bội của 0,25'],
    ['more than the whole', 'tỷ_lệ,2026,101%', 'value-out-of-range: 101% nằm ngoài khoảng cho phép'],
    ['more than its scale', 'hài_lòng,2026-Q1,21', 'value-out-of-range: 21 điểm nằm ngoài khoảng cho phép'],
    [
      'a level there is none of',
      'tiến_độ,2026,Gần xong',
      'value-out-of-range: số liệu `tiến_độ` không có mức «Gần xong»',
    ],
    [
      'a number for a level',
      'tiến_độ,2026,2',
      'kind-mismatch: giá trị không đúng loại của số liệu `tiến_độ`',
    ],
    [
      'a percentage for a count',
      'bài,2026-01,5%',
      'kind-mismatch: giá trị không đúng loại của số liệu `bài`',
    ],
    [
      'a number for a percentage',
      'tỷ_lệ,2026,50',
      'kind-mismatch: giá trị không đúng loại của số liệu `tỷ_lệ`',
    ],
    [
      'a number for có/không',
      'có_trang,2026,1',
      'kind-mismatch: giá trị không đúng loại của số liệu `có_trang`',
    ],
    [
      'có for levels of other names',
      'tiến_độ,2026,có',
      'kind-mismatch: giá trị không đúng loại của số liệu `tiến_độ`',
    ],
    ['có for a day', 'xong,2026,có', 'kind-mismatch: giá trị không đúng loại của số liệu `xong`'],
    [
      'a day for a number',
      'bài,2026-01,30/11/2026',
      'kind-mismatch: giá trị không đúng loại của số liệu `bài`',
    ],
  ])('%s', (_, fact, message) => {
    expect(messages(`v1,${fact}`)).toEqual([message])
  })

  test('không áp dụng, where the rulebook does not say what becomes of it', () => {
    expect(messages('v1,bài,2026-01,không áp dụng', RULES, '')).toEqual([
      'kind-mismatch: bộ tiêu chí chưa nói phần không áp dụng được tính thế nào',
    ])
  })
})

test('what is to be written instead', () => {
  const helps = (fact: string): readonly (string | undefined)[] => {
    const program = loadProgram({ name: 'thử.thidua', text: rulesOf({ rules: RULES }) })
    if (!program.ok) throw new Error('the rules are sound')
    return bindFacts(program.value, dossierOf({ rules: RULES, facts: `v1,${fact}` })).diagnostics.map(
      ({ help }) => help,
    )
  }
  expect(helps('bài,2026-01,có')).toEqual(['ghi một số'])
  expect(helps('xong,2026,có')).toEqual(['ghi một ngày như 30/11/2026'])
  expect(helps('tiến_độ,2026,Gần xong')[0]).toMatch(/«Chưa», «Đang».* «Xong»/)
})

describe('at which level', () => {
  const rules = `
    số liệu bài "Bài": số nguyên bài, hằng năm
    số liệu lỗi "Lỗi": số nguyên lần, hằng năm
    tiêu chí 1 "Bài" tối đa 10 điểm; đo tại thôn
      cộng theo bài
        mỗi bài được 1 điểm, không quá 10 điểm
    tiêu chí T1 "Lỗi" trừ tối đa 3 điểm; đo tại thôn
      giá trị = lỗi; mỗi lần trừ 1 điểm
    không xếp hạng khi lỗi từ 4 trở lên`
  const at = (facts: string): readonly string[] => {
    const program = loadProgram({ name: 'thử.thidua', text: rulesOf({ rules, levels: 'xã, thôn' }) })
    if (!program.ok) throw new Error(program.diagnostics.map(({ message }) => message).join('\n'))
    return bindFacts(program.value, dossierOf({ rules, facts })).diagnostics.map(({ code }) => code)
  }

  test.each([
    ['a part of a criterion of villages', 'bài,2026,3', ['level-mismatch'], []],
    ['what bars is asked of whoever is scored', 'lỗi,2026,1', [], []],
  ])('%s', (_, fact, ofCommune, ofVillage) => {
    expect(at(`xa,${fact}`)).toEqual(ofCommune)
    expect(at(`v1,${fact}`)).toEqual(ofVillage)
  })
})

describe('where and when', () => {
  test.each([
    ['a measure there is none of', 'bàì,2026-01,1', 'unknown-measure: bộ tiêu chí không có số liệu `bàì`'],
    [
      'a quarter of a monthly measure',
      'bài,2026-Q1,1',
      'period-mismatch: số liệu `bài` không báo cáo theo kỳ 2026-Q1',
    ],
    [
      'a month of a yearly measure',
      'hộ,2026-01,1',
      'period-mismatch: số liệu `hộ` không báo cáo theo kỳ 2026-01',
    ],
    [
      'after the last day',
      'bài,2027-01,1',
      'period-mismatch: tháng 1/2027 nằm ngoài thời gian của bộ tiêu chí',
    ],
    [
      'before the first',
      'bài,2025-12,1',
      'period-mismatch: tháng 12/2025 nằm ngoài thời gian của bộ tiêu chí',
    ],
  ])('%s', (_, fact, message) => {
    expect(messages(`v1,${fact}`)).toEqual([message])
  })
})

test('a part above its whole, in the same period', () => {
  expect(messages('v1,hộ,2026,5\nv1,hộ_số,2026,6')).toEqual([
    'part-exceeds-whole: `hộ_số` lớn hơn `hộ`, trong khi là một phần của số đó',
  ])
})

test('every fault is told, and with one of them nothing is scored', () => {
  const found = messages('v1,bài,2026-01,63\nv1,bài,2026-02,3\nv1,hộ,2026,có\nv1,không_có,2026,1')
  expect(found.map((message) => message.split(':')[0])).toEqual([
    'value-out-of-range',
    'kind-mismatch',
    'unknown-measure',
  ])
})

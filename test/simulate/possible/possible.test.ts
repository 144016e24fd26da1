import { describe, expect, test } from 'vitest'
import { parseIsoDate } from '#base/plainDate.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { stillPossible } from '#simulate/possible/possible.ts'
import type { Reports } from '#simulate/possible/slots.ts'
import { certaintyText, openText, prospectText } from '#simulate/possible/words.ts'
import { type Case, dossierOf, programOf } from '../../support/scoring.ts'

const RULES = `số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn, từ 0 đến 4
  số liệu nhà "Nhà văn hóa": có/không, hằng năm
  tiêu chí 1 "Tin" tối đa 8 điểm
    giá trị = bài; chỉ tiêu 12 bài; chấm theo tỷ lệ đạt chỉ tiêu
  tiêu chí 2 "Nhà" tối đa 2 điểm
    giá trị = nhà; có: điểm tối đa; không: 0 điểm
  xếp loại
    "Xuất sắc" từ 9 điểm trở lên
    "Tốt" từ 6 đến dưới 9 điểm
    "Khá" còn lại`

const CASE: Case = {
  head: 'không áp dụng: không quy đổi',
  rules: RULES,
  from: '01/10/2026',
  villages: ['Một', 'Hai', 'Ba'],
}

function told(given: Case, reports: Reports): readonly string[] {
  const [asOf, horizon] = ['2026-11-30', '2026-12-31'].map(parseIsoDate)
  if (!asOf || !horizon) throw new Error('these are days')
  const found = stillPossible(
    { program: programOf(given), dossier: dossierOf(given), asOf, horizon },
    reports,
  )
  if (!found.ok) throw new Error(renderDiagnostics(found.diagnostics))
  return [
    openText(found.value),
    ...found.value.entrants.flatMap((one) => [
      `${one.now.entrant.name}: ${prospectText(one, found.value.program)}`,
      ...one.certainties.map((certainty) => `  ${certaintyText(certainty)}`),
    ]),
  ]
}

const KNOWN = [
  ...['v1,nhà,2026,có', 'v2,nhà,2026,không', 'v3,nhà,2026,không'],
  ...['v1,bài,2026-10,4', 'v1,bài,2026-11,4', 'v2,bài,2026-10,2', 'v2,bài,2026-11,2'],
  ...['v3,bài,2026-10,0', 'v3,bài,2026-11,1'],
]

describe('what is still possible', () => {
  test('nothing is open', () => {
    const facts = [...KNOWN, 'v1,bài,2026-12,4', 'v2,bài,2026-12,0', 'v3,bài,2026-12,1'].join('\n')
    expect(told({ ...CASE, facts }, 'asTheyCome')).toEqual([
      'Đến ngày 31/12/2026 mọi số liệu đã có và đã thẩm định: không điều gì còn thay đổi.',
      'Một: 10,00 điểm, hạng 1, loại Xuất sắc (nay 7,33 điểm, hạng 1, loại Tốt)',
      '  Đã chắc chắn hạng 1.',
      '  Đã chắc chắn loại Xuất sắc.',
      'Hai: 2,67 điểm, hạng 2, loại Khá (nay 2,67 điểm, hạng 2, loại Khá)',
      '  Đã chắc chắn hạng 2.',
      '  Đã chắc chắn loại Khá.',
      'Ba: 1,33 điểm, hạng 3, loại Khá (nay 0,67 điểm, hạng 3, loại Khá)',
      '  Đã chắc chắn hạng 3.',
      '  Đã chắc chắn loại Khá.',
    ])
  })

  test('one month is to come', () => {
    expect(told({ ...CASE, facts: KNOWN.join('\n') }, 'complete')).toEqual([
      expect.stringContaining('còn 3 số liệu chưa có. Dưới đây là mọi khả năng khi'),
      'Một: 7,33 đến 10,00 điểm, hạng 1, loại Xuất sắc, Tốt (nay 7,33 điểm, hạng 1, loại Tốt)',
      '  Đã chắc chắn hạng 1.',
      '  Đã chắc chắn loại Tốt trở lên.',
      'Hai: 2,67 đến 5,33 điểm, hạng 2 đến 3, loại Khá (nay 2,67 điểm, hạng 2, loại Khá)',
      '  Không còn khả năng đứng trên hạng 2.',
      '  Đã chắc chắn loại Khá.',
      'Ba: 0,67 đến 3,33 điểm, hạng 2 đến 3, loại Khá (nay 0,67 điểm, hạng 3, loại Khá)',
      '  Không còn khả năng đứng trên hạng 2.',
      '  Đã chắc chắn loại Khá.',
    ])
  })

  test('a month that nobody may report takes the sum along', () => {
    expect(told({ ...CASE, facts: KNOWN.join('\n') }, 'asTheyCome').slice(1, 3)).toEqual([
      'Một: 2,00 đến 10,00 điểm, hạng 1 đến 3, loại Xuất sắc, Tốt, Khá (nay 7,33 điểm, hạng 1, loại Tốt)',
      'Hai: 0,00 đến 5,33 điểm, hạng 1 đến 3, loại Khá (nay 2,67 điểm, hạng 2, loại Khá)',
    ])
  })

  test('a fact that waits may be taken, corrected, refused, or go on waiting', () => {
    const facts = [...KNOWN, 'v1,bài,2026-12,4', 'v2,bài,2026-12,0', 'v3,bài,2026-12,1']
      .map((line) => `${line},${line.startsWith('v1,nhà') ? 'chờ thẩm định' : ''}`)
      .join('\n')
    const columns = 'entrant,measure,period,value,status'
    expect(told({ ...CASE, facts, columns }, 'asTheyCome').slice(0, 3)).toEqual([
      expect.stringContaining('còn 1 số liệu chờ thẩm định.'),
      'Một: 8,00 đến 10,00 điểm, hạng 1, loại Xuất sắc, Tốt (nay 5,33 điểm, hạng 1, loại Khá)',
      '  Đã chắc chắn hạng 1.',
    ])
  })

  test('what is not to fall stays at least what it was', () => {
    const rules = `số liệu hộ "Hộ": số nguyên hộ, hằng tháng, mới nhất
      số liệu mạng "Hộ có mạng": số nguyên hộ, hằng tháng, mới nhất, là một phần của hộ
      tiêu chí 1 "Mạng" tối đa 10 điểm
        giá trị = mạng / hộ; khi hộ = 0: 0 điểm
        chỉ tiêu 80%; chấm theo tỷ lệ đạt chỉ tiêu`
    const facts = ['v1,hộ,2026-11,100', 'v1,mạng,2026-11,60', 'v2,hộ,2026-11,100', 'v2,mạng,2026-11,20'].join(
      '\n',
    )
    const given = { ...CASE, rules, facts, villages: ['Một', 'Hai'] }
    expect(told(given, 'rising').slice(1)).toEqual([
      'Một: 7,50 đến 10,00 điểm, hạng 1 đến 2 (nay 7,50 điểm, hạng 1)',
      'Hai: 2,50 đến 10,00 điểm, hạng 1 đến 2 (nay 2,50 điểm, hạng 2)',
    ])
    expect(told(given, 'complete')[1]).toMatch(/^Một: 0,00 đến 10,00 điểm/)
  })

  test('what is not to fall falls with its whole: a part is never more', () => {
    const rules = `số liệu dân "Dân": số nguyên người, hằng tháng, mới nhất, từ 1
      số liệu thẻ "Có thẻ": số nguyên người, hằng tháng, mới nhất, là một phần của dân
      tiêu chí 1 "Thẻ" tối đa 10 điểm
        giá trị = thẻ; chỉ tiêu 10 người; chấm theo tỷ lệ đạt chỉ tiêu`
    const facts = [
      ...['v1,dân,2026-11,8', 'v1,thẻ,2026-11,8', 'v1,dân,2026-12,5'],
      ...['v2,dân,2026-11,8', 'v2,thẻ,2026-11,5', 'v2,dân,2026-12,8'],
    ].join('\n')
    expect(told({ ...CASE, rules, villages: ['Một', 'Hai'], facts }, 'rising').slice(1)).toEqual([
      'Một: 5,00 điểm, hạng 1 đến 2 (nay 8,00 điểm, hạng 1)',
      'Hai: 5,00 đến 8,00 điểm, hạng 1 (nay 5,00 điểm, hạng 2)',
      '  Đã chắc chắn hạng 1.',
    ])
  })
})

test('who is held against the best of the cluster: the least while others have their most, and the other way round', () => {
  const rules = `số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn, từ 0 đến 4
    tiêu chí 1 "Tin" tối đa 10 điểm
      giá trị = bài
      khi cao nhất trong cụm = 0: 0 điểm
      chấm theo tỷ lệ so với cao nhất trong cụm`
  const facts = KNOWN.filter((line) => line.includes('bài')).join('\n')
  expect(told({ ...CASE, rules, facts }, 'complete').slice(1)).toEqual([
    // 8 to 12 against at most 8 and 5; 4 to 8 against 8 to 12; 1 to 5 against the same.
    'Một: 10,00 điểm, hạng 1 (nay 10,00 điểm, hạng 1)',
    '  Đã chắc chắn hạng 1.',
    'Hai: 3,33 đến 10,00 điểm, hạng 1 đến 3 (nay 5,00 điểm, hạng 2)',
    'Ba: 0,83 đến 6,25 điểm, hạng 2 đến 3 (nay 1,25 điểm, hạng 3)',
    '  Không còn khả năng đứng trên hạng 2.',
  ])
})

describe('ranks and classes', () => {
  const closed = [...KNOWN, 'v1,bài,2026-12,4', 'v2,bài,2026-12,0'].join('\n')

  test('who is barred for certain is not ranked, and takes up no place', () => {
    const rules = `${RULES.replace('xếp loại', 'không xếp hạng khi không nhà\n  xếp loại')}`
    expect(told({ ...CASE, rules, facts: closed }, 'complete').slice(1)).toEqual([
      'Một: 10,00 điểm, hạng 1, loại Xuất sắc (nay 7,33 điểm, hạng 1, loại Tốt)',
      '  Đã chắc chắn hạng 1.',
      '  Đã chắc chắn loại Xuất sắc.',
      'Ba: 0,67 đến 3,33 điểm, không xếp hạng (nay 0,67 điểm)',
      '  Đã chắc chắn không được xếp hạng vì điều kiện loại.',
      'Hai: 2,67 điểm, không xếp hạng (nay 2,67 điểm)',
      '  Đã chắc chắn không được xếp hạng vì điều kiện loại.',
    ])
  })

  test('a class for a share of the cohort has no place left once others hold it for certain', () => {
    const rules = RULES.replace(
      '"Xuất sắc" từ 9 điểm trở lên',
      '"Xuất sắc" từ 3 điểm trở lên, không quá 34% số thôn, bằng nhau thì cùng được',
    ).replace('từ 6 đến dưới 9', 'từ 1 đến dưới 3')
    expect(told({ ...CASE, rules, facts: closed }, 'complete').slice(1)).toEqual([
      'Một: 10,00 điểm, hạng 1, loại Xuất sắc (nay 7,33 điểm, hạng 1, loại Xuất sắc)',
      '  Đã chắc chắn hạng 1.',
      '  Đã chắc chắn loại Xuất sắc.',
      'Hai: 2,67 điểm, hạng 2 đến 3, loại Tốt (nay 2,67 điểm, hạng 2, loại Tốt)',
      '  Không còn khả năng đứng trên hạng 2.',
      '  Đã chắc chắn loại Tốt.',
      'Ba: 0,67 đến 3,33 điểm, hạng 2 đến 3, loại Tốt, Khá (nay 0,67 điểm, hạng 3, loại Khá)',
      '  Không còn khả năng đứng trên hạng 2.',
      '  Không còn khả năng đạt Xuất sắc.',
    ])
  })
})

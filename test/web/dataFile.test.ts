import { describe, expect, test } from 'vitest'
import { loadProgram } from '#engine/index.ts'
import type { EntrantFields, FactFields } from '#records/change.ts'
import { readEntrants } from '#records/entrant.ts'
import { publicationText } from '#records/publication.ts'
import { preparePublication } from '#services/records/publish.ts'
import { openPublication } from '#services/site/board.ts'
import type { DataFile } from '#web/address.ts'
import { dataFile } from '#web/site/dataFile.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
  tiêu chí 1 "=Tin; bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 3 bài; chấm theo tỷ lệ đạt chỉ tiêu`

const ENTRANTS: readonly EntrantFields[] = [
  { id: 'v1', name: '=HYPERLINK("http://x";"y")', kind: 'thôn', parent: '', cluster: '', attributes: '' },
  { id: 'v2', name: 'Thôn <b>Hai</b>', kind: 'thôn', parent: '', cluster: '', attributes: 'miền núi;xa' },
]

const FACT: FactFields = {
  entrant: 'v1',
  measure: 'bài',
  period: '2026-01',
  value: '1',
  status: '',
  source: '@SUM(A1)',
  evidence: '-2+3',
}

const program = loadProgram({ name: 'xa.thidua', text: RULES })
if (!program.ok) throw new Error('the rules are sound')
const prepared = preparePublication(
  program.value,
  {
    revision: 1,
    entrants: ENTRANTS,
    facts: [FACT, { ...FACT, entrant: 'v2', value: '3', source: '', evidence: '' }].map((fact, index) => ({
      ...fact,
      number: index + 1,
      revision: 1,
    })),
  },
  [],
  {
    commune: 'xa',
    edition: '2026',
    period: { frequency: 'month', year: 2026, index: 1 },
    corrects: undefined,
    at: '2026-02-03T08:00:00+07:00',
    by: 'Phòng Văn hóa - Xã hội',
  },
)
if (!prepared.ok) throw new Error('the records are sound')
const published = publicationText(prepared.value)
const place = {
  ref: {
    commune: 'xa',
    edition: '2026',
    period: { frequency: 'month', year: 2026, index: 1 },
    version: 1,
  },
  current: true,
} as const
const opened = openPublication(place, published)
if (opened.kind !== 'board') throw new Error('the publication is sound')
const { board } = opened
const bodyOf = (file: Exclude<DataFile, 'cong-bo.json'>): string => `${dataFile(board, file).body}`

describe('a publication as files', () => {
  test.each([
    ['ket-qua.csv', 'text/csv; charset=utf-8'],
    ['so-lieu.csv', 'text/csv; charset=utf-8'],
    ['doi-tuong.csv', 'text/csv; charset=utf-8'],
    ['ket-qua.json', 'application/json; charset=utf-8'],
  ] as const)('%s is %s', (file, type) => expect(dataFile(board, file).type).toBe(type))

  test('results, with exact points and nothing that a spreadsheet runs', () => {
    expect(bodyOf('ket-qua.csv').split('\n')).toEqual([
      '\ufeffTính đến ngày 31/01/2026',
      'Hạng;Mã;Tên;Loại;Cụm;Tổng điểm;Tổng điểm đã làm tròn;Xếp loại;Ghi chú;"1. =Tin; bài"',
      '1;v2;Thôn <b>Hai</b>;thôn;;10;10;;;10',
      '2;v1;"\'=HYPERLINK(""http://x"";""y"")";thôn;;3,3333333333;3,33;;;3,3333333333',
      '',
    ])
  })

  test('facts, with where each comes from', () => {
    expect(bodyOf('so-lieu.csv').split('\n')).toEqual([
      '\ufeffMã;Tên;Số liệu;Kỳ;Giá trị;Trạng thái;Nguồn;Minh chứng',
      'v1;"\'=HYPERLINK(""http://x"";""y"")";Tin, bài;2026-01;1;;\'@SUM(A1);\'-2+3',
      'v2;Thôn <b>Hai</b>;Tin, bài;2026-01;3;;;',
      '',
    ])
  })

  test('those who are scored, as a list that can be read back', () => {
    const text = bodyOf('doi-tuong.csv').slice(1)
    expect(text.split('\n')[0]).toBe('Mã;Tên;Loại;Thuộc;Cụm;Đặc điểm')
    const read = readEntrants({ name: 'doi-tuong.csv', text })
    expect(read.ok && read.value.map(({ id, attributes }) => [id, attributes])).toEqual([
      ['v1', []],
      ['v2', ['miền núi', 'xa']],
    ])
  })

  test('results as JSON, with what has to be said of them first', () => {
    expect(bodyOf('ket-qua.json')).toBe(
      board.publication.results.text.replace('{"rulebook"', '{"caveats":[],"rulebook"'),
    )
  })
})

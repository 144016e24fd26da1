import { describe, expect, test } from 'vitest'
import { parseIsoDate } from '#base/plainDate.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { changeDetails, changeHeadline } from '#engine/index.ts'
import { readScenario } from '#records/scenario.ts'
import type { Past } from '#simulate/applyScenario.ts'
import type { Pace } from '#simulate/projection.ts'
import { expectationOf, whatIf } from '#simulate/whatIf.ts'
import { dossierOf, programOf } from '../support/scoring.ts'

const CASE = {
  rules: `số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn, từ 0 đến 9
    số liệu nhà "Nhà văn hóa": có/không, hằng năm
    tiêu chí 1 "Tin" tối đa 5 điểm
      giá trị = bài; chỉ tiêu 30 bài; chấm theo tỷ lệ đạt chỉ tiêu
    tiêu chí 2 "Nhà" tối đa 5 điểm
      giá trị = nhà; có: điểm tối đa; không: 0 điểm`,
  villages: ['Một', 'Hai'],
  facts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    .flatMap((month) => [
      `v1,bài,2026-${`${month}`.padStart(2, '0')},1`,
      `v2,bài,2026-${`${month}`.padStart(2, '0')},2`,
    ])
    .concat('v1,nhà,2026,không', 'v2,nhà,2026,không')
    .join('\n'),
}

function supposed(
  rows: readonly string[],
  { pace = 'all', past = 'stays' }: { pace?: Pace; past?: Past } = {},
) {
  const read = readScenario({
    name: 'kich-ban.csv',
    text: ['entrant,measure,from,until,change', ...rows, ''].join('\n'),
  })
  if (!read.ok) return read
  const asOf = parseIsoDate('2026-10-31')
  const horizon = parseIsoDate('2026-12-31')
  if (!asOf || !horizon) throw new Error('these are days')
  const outlook = { program: programOf(CASE), dossier: dossierOf(CASE), asOf, horizon }
  const expected = expectationOf(outlook, pace)
  return expected.ok ? whatIf(expected.value, { scenario: read.value, past }) : expected
}

function told(rows: readonly string[], given: { pace?: Pace; past?: Past } = {}): readonly string[] {
  const found = supposed(rows, given)
  if (!found.ok) throw new Error(renderDiagnostics(found.diagnostics))
  return found.value.changes.flatMap((one) => [
    `${one.after.entrant.name}: ${changeHeadline(one, programOf(CASE))}`,
    ...changeDetails(one).map((line) => line.replace(/\. .*/, '.')),
  ])
}

describe('what would be otherwise', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['nothing is supposed', [], []],
    ['what is expected anyway', ['v1,bài,2026-11,2026-12,1'], []],
    ['nothing is added', ['v1,bài,2026-11,2026-12,+0'], []],
    [
      'more each month, for oneself and past another',
      ['v1,bài,2026-11,2026-12,+7'],
      [
        'Một: +2,33 điểm, từ hạng 2 lên 1',
        'Tiêu chí 1, Tin: tăng 2,33 điểm, từ 2 lên 4,33.',
        'Hai: điểm giữ nguyên, từ hạng 1 xuống 2',
      ],
    ],
    [
      'a flag',
      ['v2,nhà,2026,,có'],
      ['Hai: +5 điểm, vẫn hạng 1', 'Tiêu chí 2, Nhà: tăng 5 điểm, từ 0 lên 5.'],
    ],
    [
      'a month that nobody reports',
      ['v2,bài,2026-12,,bỏ'],
      ['Một: điểm giữ nguyên, từ hạng 2 lên 1', expect.stringMatching(/^Hai: -/)],
    ],
  ])('%s', (_, rows, expected) => {
    expect(told(rows).slice(0, expected.length)).toEqual(expected)
    if (expected.length === 0) expect(told(rows)).toEqual([])
  })

  test('what is behind us is only supposed otherwise when that is asked for', () => {
    expect(told(['v1,bài,2026-07,,+3'], { past: 'mayChange' })[0]).toBe('Một: +0,5 điểm, vẫn hạng 2')
  })
})

describe('what cannot be supposed', () => {
  test.each([
    ['the past', ['v1,bài,2026-07,,+3'], 'tháng 7/2026 đã qua, số liệu đã có đến ngày 31/10/2026'],
    ['an unknown entrant', ['v9,bài,2026-11,,+3'], 'không có đối tượng `v9`'],
    ['an unknown measure', ['v1,bai,2026-11,,+3'], 'bộ tiêu chí không có số liệu `bai`'],
    [
      'after the horizon',
      ['v1,bài,2026-11,2027-01,+3'],
      'tháng 1/2027 kết thúc sau ngày được chấm, 31/12/2026',
    ],
    ['backwards', ['v1,bài,2026-12,2026-11,+3'], 'tháng 12/2026 không đứng trước tháng 11/2026'],
    [
      'twice',
      ['v1,bài,2026-11,2026-12,+3', 'v1,bài,2026-12,,4'],
      '`bài` của `v1`, tháng 12/2026, có hai giả định',
    ],
    ['beyond the bounds', ['v1,bài,2026-11,,+30'], 'từ 0'],
    ['a sum of a flag', ['v1,nhà,2026,,+1'], 'số liệu không phải là số năm 2026 của `v1` để thêm bớt'],
    ['another kind', ['v1,bài,2026-11,,có'], 'bài'],
    ['a change of no sense', ['v1,bài,2026-11,,++2'], 'ô thay đổi không đọc được: `++2`'],
    ['an ambiguous number', ['v1,bài,2026-11,,+1.5'], 'ô thay đổi không đọc được: `+1.5`'],
    ['a month that is none', ['v1,bài,2026-13,,+1'], 'ô kỳ bắt đầu không đọc được: `2026-13`'],
    ['a quarter of what is monthly', ['v1,bài,2026-Q4,,6'], 'số liệu `bài` không báo cáo theo kỳ 2026-Q4'],
  ] as const)('%s', (_, rows, message) => {
    const found = supposed(rows)
    if (found.ok) throw new Error('this cannot be supposed')
    expect(renderDiagnostics(found.diagnostics)).toContain(message)
    expect(renderDiagnostics(found.diagnostics)).toContain('kich-ban.csv:')
  })

  test('nothing to add to, where nothing is expected', () => {
    const found = supposed(['v1,bài,2026-11,,+3'], { pace: 'none' })
    if (found.ok) throw new Error('this cannot be supposed')
    expect(renderDiagnostics(found.diagnostics)).toContain(
      'chưa có số liệu tháng 11/2026 của `v1` để thêm bớt',
    )
  })
})

import { expect, test } from 'vitest'
import { toExactText } from '#base/rational.ts'
import { compile } from '#engine/compiled/compile.ts'
import { leavesIn, score } from '#engine/index.ts'
import { type Case, scoreCase } from '../support/scoring.ts'

/** Cases without which a change to the engine went unnoticed: found by changing it everywhere and running all tests. */

const TARGET = 'chỉ tiêu 10; chấm theo tỷ lệ đạt chỉ tiêu'
const WHOLE = 'chỉ tiêu 100%; chấm theo tỷ lệ đạt chỉ tiêu'
const OTHER = `số liệu z "Z": số nguyên bài, hằng năm
  tiêu chí 2 "Hai" tối đa 10 điểm
  giá trị = z; ${TARGET}`

test.each<[string, Case, string]>([
  [
    'a period counts from its first day on',
    {
      rules: `số liệu x "X": số nguyên bài, hằng tháng
        tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = x; ${TARGET}`,
      facts: 'v1,x,2026-02,2\nv1,x,2026-03,4',
      asOf: '2026-03-01',
    },
    'value 4',
  ],
  [
    'the newest period that does not apply on one side stands for both',
    {
      scale: '20',
      rules: `số liệu a "A": số nguyên bài, hằng tháng
        số liệu b "B": số nguyên bài, hằng tháng, từ 1
        tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = a / b; ${WHOLE}
        ${OTHER}`,
      facts: 'v1,a,2026-03,1\nv1,b,2026-03,2\nv1,b,2026-04,không áp dụng\nv1,a,2026-04,1\nv1,z,2026,5',
      asOf: '2026-04-30',
    },
    'notApplicable 0, value 5',
  ],
  [
    'what is newest leaves no period out, though it says so of gathered ones',
    {
      rules: `số liệu a "A": số nguyên bài, hằng tháng, bỏ qua kỳ thiếu
        số liệu b "B": số nguyên bài, hằng tháng, cộng dồn, từ 1
        tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = a / b; ${WHOLE}`,
      facts: 'v1,a,2026-02,2\nv1,b,2026-01,6\nv1,b,2026-02,2',
      asOf: '2026-02-28',
    },
    'value 5/2',
  ],
  [
    'a period that one side leaves out is not missing on the other',
    {
      rules: `số liệu a "A": số nguyên bài, hằng tháng, cộng dồn
        số liệu b "B": số nguyên bài, hằng tháng, cộng dồn, bỏ qua kỳ thiếu, từ 1
        tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = a / b; ${WHOLE}`,
      facts: 'v1,a,2026-01,2\nv1,b,2026-01,6\nv1,a,2026-03,1\nv1,b,2026-03,2',
      asOf: '2026-03-31',
    },
    'value 15/4',
  ],
  [
    'a flag that nobody reported is không, where a missing period counts as zero',
    {
      rules: `số liệu f "F": có/không, hằng tháng, kỳ thiếu tính 0
        tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = f mỗi tháng; có: 2 điểm; không: 10 điểm`,
      facts: 'v1,f,2026-01,có\nv1,f,2026-03,có',
      asOf: '2026-03-31',
    },
    'value 14/3',
  ],
  [
    'facts stand in the order of their periods, whatever the order of the file',
    {
      rules: `số liệu x "X": số nguyên bài, hằng tháng
        tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = x; ${TARGET}`,
      facts: 'v1,x,2026-03,4\nv1,x,2026-02,2',
      asOf: '2026-03-31',
    },
    'value 4',
  ],
  [
    'in its first year a rulebook asks for no month before its first day',
    {
      from: '01/03/2026',
      until: '31/12/2027',
      head: 'kỳ số liệu từng năm',
      rules: `số liệu x "X": số nguyên bài, hằng tháng, cộng dồn
        tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = x; ${TARGET}`,
      facts: 'v1,x,2026-03,2\nv1,x,2026-04,3',
      asOf: '2026-04-30',
    },
    'value 5',
  ],
])('%s', (_name, given, expected) => {
  const [sheet] = scoreCase(given).sheets
  const leaves = leavesIn(sheet?.nodes ?? []).map(
    (leaf) => `${leaf.outcome.kind} ${toExactText(leaf.points)}`,
  )
  expect(leaves.join(', ')).toBe(expected)
})

test('every group, not every criterion', () => {
  const { sheets } = scoreCase({
    rules: `số liệu x "X": số nguyên bài, hằng năm
      số liệu y "Y": số nguyên bài, hằng năm
      nhóm I "I" tối đa 10 điểm
      tiêu chí 1 "Một" tối đa 5 điểm
      tiêu chí thành phần 1a "A" tối đa 5 điểm
      giá trị = x; ${TARGET}
      tiêu chí 2 "Hai" tối đa 5 điểm
      giá trị = y; ${TARGET}
      xếp loại
      "Tốt" từ 5 điểm trở lên, khi mọi nhóm từ 50% điểm tối đa trở lên
      "Khá" còn lại`,
    facts: 'v1,x,2026,1\nv1,y,2026,10',
    asOf: '2026-12-31',
  })
  expect(sheets[0]?.class).toBe('Tốt')
})

test('shares that add up to half a decimal are rounded, and ranked, by their exact sum', () => {
  const given: Case = {
    scale: '3',
    villages: ['Một', 'Hai'],
    rules: [1, 2, 3]
      .map(
        (at) => `số liệu x${at} "X": số nguyên bài, hằng năm
          tiêu chí ${at} "C" tối đa 1 điểm
          giá trị = x${at}; chỉ tiêu 1400; chấm theo tỷ lệ đạt chỉ tiêu`,
      )
      .join('\n'),
    facts: 'v1,x1,2026,2\nv1,x2,2026,41\nv1,x3,2026,6\nv2,x1,2026,49\nv2,x2,2026,0\nv2,x3,2026,0',
    asOf: '2026-12-31',
  }
  const evaluation = scoreCase(given)
  const text = (one: {
    roundedTotal: Parameters<typeof toExactText>[0] | undefined
    rank: number | undefined
  }) => `${one.roundedTotal && toExactText(one.roundedTotal)} ${one.rank}`
  const scorer = compile(evaluation)
  scorer.run()
  expect(score(evaluation).map(text)).toEqual(['1/25 1', '1/25 1'])
  expect(scorer.levels.flatMap((level) => level.results()).map(text)).toEqual(['1/25 1', '1/25 1'])
})

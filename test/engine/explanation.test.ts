import { describe, expect, test } from 'vitest'
import {
  changeSentences,
  changesBetween,
  explainEntrant,
  explainNode,
  isTieBroken,
  lackSentence,
  neighbourSentences,
  neighboursOf,
  type ScoreSheet,
  separationSentence,
  tracesOf,
  whyNotMore,
} from '#engine/index.ts'
import { type Case, type Scored, scoreCase } from '../support/scoring.ts'

const sheetOf = ({ sheets }: Scored, id = 'v1'): ScoreSheet => {
  const sheet = sheets.find(({ entrant }) => entrant.id === id)
  if (!sheet) throw new Error(`${id} is scored`)
  return sheet
}

const MONTHLY = `
  số liệu buổi "Buổi phát thanh": số nguyên buổi, hằng tháng, từ 0 đến 31
  tiêu chí 1 "Phát thanh" tối đa 5 điểm
    giá trị = buổi mỗi tháng; từ 4 trở lên: điểm tối đa; từ 2 đến 3: 2,5 điểm; dưới 2: 0 điểm`

describe('one sentence for every node', () => {
  const X_AND_Y = `
    số liệu x "X": số nguyên bài, hằng năm
    số liệu y "Y": số nguyên bài, hằng năm`
  const criterion = (combine: string, most = 10): string => `${X_AND_Y}
    tiêu chí 1 "Một" tối đa ${most} điểm${combine}
      tiêu chí thành phần 1a "Của X" tối đa 5 điểm
        giá trị = x; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
      tiêu chí thành phần 1b "Của Y" tối đa 5 điểm
        giá trị = y; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu`
  const penalty = (declared: string): string => `
    tiêu chí P "Trừ" ${declared}
      tiêu chí thành phần Pa "Của X" trừ tối đa 5 điểm
        giá trị = x; mỗi bài trừ 1 điểm
      tiêu chí thành phần Pb "Của Y" trừ tối đa 3 điểm
        giá trị = y; mỗi bài trừ 1 điểm
    ${X_AND_Y}
    số liệu z "Z": số nguyên bài, hằng năm
    tiêu chí 1 "Một" tối đa 10 điểm
      giá trị = z; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu`
  const both = 'v1,x,2026,4\nv1,y,2026,2'
  test.each<[string, Case, string]>([
    [
      'a sum',
      { rules: criterion(''), facts: both },
      'Cộng điểm 2 thành phần: được 6 trên 10 điểm, mất nhiều nhất ở tiêu chí 1b (3 điểm).',
    ],
    [
      'a full sum',
      { rules: criterion(''), facts: 'v1,x,2026,5\nv1,y,2026,5' },
      'Cộng điểm 2 thành phần: được đủ 10 điểm.',
    ],
    [
      'the best',
      { rules: criterion(', chỉ tính thành phần cao nhất', 5), scale: '5', facts: both },
      'Chỉ tính thành phần cao nhất, 1a: được 4 trên 5 điểm, mất nhiều nhất ở tiêu chí 1a (1 điểm).',
    ],
    [
      'the worst',
      { rules: criterion(', chỉ tính thành phần thấp nhất', 5), scale: '5', facts: both },
      'Chỉ tính thành phần thấp nhất, 1b: được 2 trên 5 điểm, mất nhiều nhất ở tiêu chí 1b (3 điểm).',
    ],
    [
      'the mean',
      { rules: criterion(', tính bình quân các thành phần', 5), scale: '5', facts: both },
      'Bình quân điểm 2 thành phần: được 3 trên 5 điểm, mất nhiều nhất ở tiêu chí 1b (1,5 điểm).',
    ],
    [
      'the penalty that takes most',
      { rules: penalty('trừ tối đa 5 điểm, chỉ tính thành phần cao nhất'), facts: both },
      'Chỉ tính thành phần bị trừ nhiều nhất, Pa: bị trừ 4 điểm.',
    ],
    [
      'the penalty that takes least',
      { rules: penalty('trừ tối đa 3 điểm, chỉ tính thành phần thấp nhất'), facts: both },
      'Chỉ tính thành phần bị trừ ít nhất, Pb: bị trừ 2 điểm.',
    ],
    [
      'the penalty that takes least, not the one that does not apply',
      {
        rules: penalty('trừ tối đa 3 điểm, chỉ tính thành phần thấp nhất'),
        facts: 'v1,x,2026,không áp dụng\nv1,y,2026,0',
      },
      'Chỉ tính thành phần bị trừ ít nhất, Pb: không bị trừ điểm.',
    ],
    [
      'no part of a penalty applies',
      {
        rules: penalty('trừ tối đa 5 điểm, chỉ tính thành phần cao nhất'),
        facts: 'v1,x,2026,không áp dụng\nv1,y,2026,không áp dụng',
      },
      'Chỉ tính thành phần bị trừ nhiều nhất: không bị trừ điểm.',
    ],
    [
      'the mean of what penalties take',
      {
        rules: penalty('trừ tối đa 4 điểm, tính bình quân các thành phần'),
        facts: 'v1,x,2026,không áp dụng\nv1,y,2026,2',
      },
      'Bình quân điểm 1 thành phần (1 thành phần không áp dụng): bị trừ 2 điểm.',
    ],
    [
      'one below does not apply',
      { rules: criterion(''), facts: 'v1,x,2026,4\nv1,y,2026,không áp dụng' },
      'Cộng điểm 1 thành phần (1 thành phần không áp dụng): được 4 trên 5 điểm của phần áp dụng, mất nhiều nhất ở tiêu chí 1a (1 điểm).',
    ],
    [
      'none below applies',
      { rules: criterion(''), facts: 'v1,x,2026,không áp dụng\nv1,y,2026,không áp dụng' },
      'Không áp dụng vì không thành phần nào áp dụng cho đối tượng này.',
    ],
    [
      'one below is missing',
      { rules: criterion(''), facts: 'v1,x,2026,5' },
      'Cộng điểm 2 thành phần: được 5 trên 10 điểm; 1 tiêu chí còn chờ số liệu hoặc thẩm định.',
    ],
    [
      'all below are missing and leave the scale',
      { rules: criterion(''), head: 'chưa có số liệu: không áp dụng' },
      'Chưa tính vì chưa có số liệu để chấm.',
    ],
    [
      'a group that was carried over',
      {
        rules: `${X_AND_Y}
          nhóm I "Nhóm" tối đa 10 điểm
            tiêu chí 1 "Của X" tối đa 4 điểm
              giá trị = x; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
            tiêu chí 2 "Của Y" tối đa 6 điểm
              giá trị = y; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu`,
        head: 'không áp dụng: quy đổi trong nhóm',
        facts: 'v1,x,2026,4\nv1,y,2026,không áp dụng',
      },
      'Cộng điểm 1 tiêu chí (1 tiêu chí không áp dụng): được 3,2 trên 4 điểm của phần áp dụng, quy đổi thành 8 trên 10 điểm, mất nhiều nhất ở tiêu chí 1 (2 điểm).',
    ],
  ])('%s', (_, given, sentence) => {
    const [top] = sheetOf(scoreCase(given)).nodes
    expect(top && explainNode(top)).toBe(sentence)
  })

  test('no node is without one', () => {
    const { nodes } = sheetOf(scoreCase({ rules: criterion(''), facts: both }))
    for (const trace of tracesOf(nodes)) expect(explainNode(trace)).toMatch(/^\p{Lu}.*\.$/u)
  })
})

describe('why not more', () => {
  const lacks = (given: Case): string[] => whyNotMore(sheetOf(scoreCase(given))).map(lackSentence)

  test('what was lost most comes first, with the nearest step', () => {
    const rules = `${MONTHLY}
      số liệu bài "Tin bài": số nguyên bài, hằng năm
      số liệu chậm "Báo cáo chậm": số nguyên lần, hằng năm
      tiêu chí 2 "Tin bài" tối đa 5 điểm
        giá trị = bài; từ 24 trở lên: điểm tối đa; từ 12 đến 23: 1/5 điểm tối đa; dưới 12: 0 điểm
      tiêu chí T "Chậm" trừ tối đa 2 điểm
        giá trị = chậm; mỗi lần trừ 0,5 điểm`
    const facts = 'v1,buổi,2026-01,3\nv1,bài,2026,20\nv1,chậm,2026,2'
    expect(lacks({ rules, facts })).toEqual([
      'Tiêu chí 2, Tin bài: mất 4 điểm; còn thiếu 4 bài để được 5 điểm.',
      'Tiêu chí 1, Phát thanh: mất 2,5 điểm; tháng 1/2026 còn thiếu 1 buổi/tháng để được 5 điểm.',
      'Tiêu chí T, Chậm: bị trừ 1 điểm; cần giảm còn dưới 2 lần để chỉ bị trừ 0,5 điểm.',
    ])
  })

  test.each<[string, string, string]>([
    ['có/không', 'v1,m,2026,không', 'Tiêu chí 1, Một: mất 10 điểm.'],
    [
      'mức "Chưa" rồi "Đang" rồi "Xong"',
      'v1,m,2026,Đang',
      'Tiêu chí 1, Một: mất 5 điểm; cần đạt "Xong" để được 10 điểm.',
    ],
  ])('%s', (type, facts, sentence) => {
    const tiers = type.startsWith('mức')
      ? 'từ "Xong" trở lên: điểm tối đa; từ "Đang" đến dưới "Xong": 5 điểm; dưới "Đang": 0 điểm'
      : 'có: điểm tối đa; không: 0 điểm'
    const rules = `số liệu m "M": ${type}, hằng năm
      tiêu chí 1 "Một" tối đa 10 điểm
        giá trị = m; ${tiers}`
    expect(lacks({ rules, facts })).toEqual([sentence])
  })

  test('nothing is lost, nothing is said', () => {
    const scored = scoreCase({ rules: MONTHLY, scale: '5', facts: 'v1,buổi,2026-01,4' })
    expect(whyNotMore(sheetOf(scored))).toEqual([])
    expect(explainEntrant(sheetOf(scored), scored.sheets, scored.program).join(' ')).toBe(
      'Thôn 1 được đủ 5 điểm.',
    )
  })
})

describe('what separates neighbours', () => {
  const rules = `
    số liệu x "X": số thập phân bài, hằng năm
    số liệu y "Y": số thập phân bài, hằng năm
    số liệu chậm "Chậm": số nguyên lần, hằng năm
    số liệu thêm "Thêm": số nguyên việc, hằng năm
    tiêu chí 1 "X" tối đa 5 điểm
      giá trị = x; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
    tiêu chí 2 "Y" tối đa 5 điểm
      giá trị = y; chỉ tiêu 5 bài; chấm theo tỷ lệ đạt chỉ tiêu
    tiêu chí T "Chậm" trừ tối đa 3 điểm
      giá trị = chậm; mỗi lần trừ 1 điểm
    tiêu chí B "Thêm" khuyến khích, thưởng tối đa 3 điểm
      giá trị = thêm; mỗi việc được 1 điểm, không quá 3 điểm
    xếp hạng theo tổng điểm, rồi điểm tiêu chí 2, rồi ít điểm trừ hơn, vẫn bằng thì đồng hạng`
  const facts = (all: readonly (readonly [string, string, number, number])[]): string =>
    all
      .map(([x, y, late, more], index) =>
        [`x,2026,"${x}"`, `y,2026,"${y}"`, `chậm,2026,${late}`, `thêm,2026,${more}`]
          .map((fact) => `v${index + 1},${fact}`)
          .join('\n'),
      )
      .join('\n')
  const said = (all: readonly (readonly [string, string, number, number])[]) => {
    const villages = ['Một', 'Hai', 'Ba'].slice(0, all.length)
    const scored = scoreCase({ rules, villages, facts: facts(all) })
    const sheet = sheetOf(scored)
    return neighboursOf(sheet, scored.sheets, scored.program).map((one) => ({
      text: separationSentence(sheet, one, scored.program),
      broken: isTieBroken(one.separation, scored.program),
    }))
  }

  test.each<[string, readonly (readonly [string, string, number, number])[], string, boolean]>([
    [
      'the total',
      [
        ['3', '3', 0, 0],
        ['5', '2', 0, 0],
      ],
      'Đứng dưới Hai (hạng 1) vì tổng điểm thấp hơn: 6,00 so với 7,00.',
      false,
    ],
    [
      'a criterion',
      [
        ['3', '2', 0, 0],
        ['2', '3', 0, 0],
      ],
      'Bằng Hai về tổng điểm; đứng dưới Hai vì điểm tiêu chí 2 thấp hơn: 2 so với 3.',
      true,
    ],
    [
      'fewer penalties',
      [
        ['4', '3', 1, 0],
        ['5', '3', 2, 0],
      ],
      'Bằng Hai về tổng điểm và điểm tiêu chí 2; đứng trên Hai nhờ ít điểm trừ hơn: 1 so với 2.',
      true,
    ],
    [
      'nothing',
      [
        ['3', '2', 0, 0],
        ['3', '2', 0, 0],
      ],
      'Bằng Hai ở mọi tiêu chí xếp hạng (tổng điểm, điểm tiêu chí 2 và ít điểm trừ hơn): đồng hạng 1.',
      false,
    ],
    [
      'less than is printed',
      [
        ['3,0001', '3', 0, 0],
        ['3', '3', 0, 0],
      ],
      'Đứng trên Hai (hạng 2) nhờ tổng điểm cao hơn: 6,0001 so với 6.',
      false,
    ],
  ])('%s', (_, all, text, broken) => {
    expect(said(all)).toEqual([{ text, broken }])
  })

  test('one above, all who share the rank, one below', () => {
    const villages = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']
    const all = [
      [3, 3],
      [5, 5],
      [3, 3],
      [1, 1],
      [1, 1],
    ].map(([x, y]) => [`${x}`, `${y}`, 0, 0] as const)
    const scored = scoreCase({ rules, villages, facts: facts(all) })
    const found = neighboursOf(sheetOf(scored), scored.sheets, scored.program)
    expect(found.map(({ stands, sheet }) => `${stands} ${sheet.entrant.name}`)).toEqual([
      'above Hai',
      'equal Ba',
      'below Bốn',
    ])
  })

  test('many of the same rank are told in one sentence', () => {
    const all = Array.from({ length: 6 }, () => ['3', '3', 0, 0] as const)
    const scored = scoreCase({
      rules,
      villages: ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'],
      facts: facts(all),
    })
    const sheet = sheetOf(scored)
    const neighbours = neighboursOf(sheet, scored.sheets, scored.program)
    expect(neighbourSentences(sheet, neighbours, scored.program)).toEqual([
      'Bằng Ba, Bốn, Hai và 2 đối tượng khác ở mọi tiêu chí xếp hạng (tổng điểm, điểm tiêu chí 2 và ít điểm trừ hơn): đồng hạng 1.',
    ])
  })

  test('bonuses as a key', () => {
    const other = rules.replace('rồi điểm tiêu chí 2, rồi ít điểm trừ hơn', 'rồi nhiều điểm thưởng hơn')
    const scored = scoreCase({
      rules: other,
      villages: ['Một', 'Hai'],
      facts: facts([
        ['3', '2', 0, 1],
        ['3', '3', 0, 0],
      ]),
    })
    const sheet = sheetOf(scored)
    const [one] = neighboursOf(sheet, scored.sheets, scored.program)
    expect(one && separationSentence(sheet, one, scored.program)).toBe(
      'Bằng Hai về tổng điểm; đứng trên Hai nhờ nhiều điểm thưởng hơn: 1 so với 0.',
    )
  })
})

describe('what changed', () => {
  const changes = (before: Case, after: Case): readonly string[] => {
    const [earlier, later] = [scoreCase(before), scoreCase(after)]
    return changeSentences(changesBetween(sheetOf(earlier), sheetOf(later)), later.program)
  }
  const COUNT = `
    số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn
    tiêu chí 1 "Tin bài" tối đa 10 điểm
      giá trị = bài; từ 24 trở lên: điểm tối đa; từ 12 đến 23: 1/2 điểm tối đa; dưới 12: 0 điểm`
  const facts = 'v1,bài,2026-01,12\nv1,bài,2026-02,12'

  test('nothing', () => {
    expect(changes({ rules: COUNT, facts }, { rules: COUNT, facts })).toEqual(['Không có gì thay đổi.'])
  })

  test.each<[string, Case, Case, readonly string[]]>([
    [
      'a month that came',
      { rules: COUNT, facts, asOf: '2026-01-31' },
      { rules: COUNT, facts, asOf: '2026-02-28' },
      [
        'Tổng điểm tăng 5, từ 5,00 lên 10,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tin bài: tăng 5 điểm, từ 5 lên 10. Số liệu mới: «Tin bài» tháng 2/2026 là 12 bài. Đạt 24 bài, thuộc mức từ 24 bài trở lên: được đủ 10 điểm.',
      ],
    ],
    [
      'a fact that was corrected',
      { rules: COUNT, facts },
      { rules: COUNT, facts: facts.replace('2026-02,12', '2026-02,2') },
      [
        'Tổng điểm giảm 5, từ 10,00 xuống 5,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tin bài: giảm 5 điểm, từ 10 xuống 5. Số liệu được sửa: «Tin bài» tháng 2/2026 là 2 bài (trước đó 12 bài). Đạt 14 bài, thuộc mức từ 12 bài đến 23 bài: được 5 trên 10 điểm.',
      ],
    ],
    [
      'a fact that makes no difference',
      { rules: COUNT, facts },
      { rules: COUNT, facts: `${facts}\nv1,bài,2026-03,1` },
      [
        'Tổng điểm giữ nguyên 10,00.',
        'Hạng giữ nguyên: 1.',
        '1 số liệu mới không làm đổi điểm của tiêu chí nào.',
      ],
    ],
    [
      'a month that is due and was not reported',
      { rules: COUNT, facts, asOf: '2026-02-28' },
      { rules: COUNT, facts, asOf: '2026-03-31' },
      [
        'Tổng điểm giảm 10, từ 10,00 xuống 0,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tin bài: giảm 10 điểm, từ 10 xuống 0. Chưa có số liệu «Tin bài» tháng 3/2026: tạm tính 0 điểm.',
      ],
    ],
    [
      'a fact that is no longer there',
      { rules: COUNT, facts, asOf: '2026-02-28' },
      { rules: COUNT, facts: 'v1,bài,2026-01,12', asOf: '2026-02-28' },
      [
        'Tổng điểm giảm 10, từ 10,00 xuống 0,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tin bài: giảm 10 điểm, từ 10 xuống 0. Số liệu không còn được tính: «Tin bài» tháng 2/2026 là 12 bài. Chưa có số liệu «Tin bài» tháng 2/2026: tạm tính 0 điểm.',
      ],
    ],
    [
      'others who rose',
      { rules: COUNT, villages: ['Một', 'Hai'], facts: `${facts}\nv2,bài,2026-01,1\nv2,bài,2026-02,1` },
      {
        rules: COUNT.replace('24 trở', '25 trở').replace('đến 23', 'đến 24'),
        villages: ['Một', 'Hai'],
        facts: `${facts}\nv2,bài,2026-01,30\nv2,bài,2026-02,1`,
      },
      [
        'Tổng điểm giảm 5, từ 10,00 xuống 5,00.',
        'Hạng giảm 1 bậc, từ 1 xuống 2.',
        'Tiêu chí 1, Tin bài: giảm 5 điểm, từ 10 xuống 5. Cách chấm đã đổi theo bộ tiêu chí. Đạt 24 bài, thuộc mức từ 12 bài đến 24 bài: được 5 trên 10 điểm.',
      ],
    ],
    [
      'the rank alone',
      { rules: COUNT, villages: ['Một', 'Hai'], facts: 'v1,bài,2026-01,12\nv2,bài,2026-01,1' },
      { rules: COUNT, villages: ['Một', 'Hai'], facts: 'v1,bài,2026-01,12\nv2,bài,2026-01,30' },
      ['Tổng điểm giữ nguyên 5,00.', 'Hạng giảm 1 bậc, từ 1 xuống 2, do đối tượng khác thay đổi điểm.'],
    ],
  ])('%s', (_, before, after, sentences) => {
    expect(changes(before, after)).toEqual(sentences)
  })

  test('a class, a penalty, and what no longer applies', () => {
    const rules = `${COUNT}
      số liệu chậm "Báo cáo chậm": số nguyên lần, hằng năm
      tiêu chí T "Chậm" trừ tối đa 2 điểm
        giá trị = chậm; mỗi lần trừ 0,5 điểm
      xếp loại
        "Tốt" từ 8 điểm trở lên
        "Khá" còn lại`
    expect(
      changes(
        { rules, facts: `${facts}\nv1,chậm,2026,0` },
        { rules, facts: `v1,bài,2026-01,12\nv1,bài,2026-02,không áp dụng\nv1,chậm,2026,3` },
      ),
    ).toEqual([
      'Tổng điểm giảm 6,5, từ 10,00 xuống 3,50.',
      'Hạng giữ nguyên: 1.',
      'Xếp loại: từ Tốt thành Khá.',
      'Tiêu chí 1, Tin bài: giảm 5 điểm, từ 10 xuống 5. Số liệu không còn được tính: «Tin bài» tháng 2/2026 là 12 bài. Đạt 12 bài, thuộc mức từ 12 bài đến 23 bài: được 5 trên 10 điểm.',
      'Tiêu chí T, Chậm: nay bị trừ 1,5 điểm, trước đó 0. Số liệu được sửa: «Báo cáo chậm» năm 2026 là 3 lần (trước đó 0 lần). Đạt 3 lần, mỗi lần trừ 0,5 điểm, tính 3 lần: bị trừ 1,5 điểm.',
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { explainLeaf, explainStanding, leavesIn } from '#engine/index.ts'
import { type Case, scoreCase } from '../support/scoring.ts'

/** What is told of the first village: why its first criterion gives what it gives, and what would give more. */
function told(given: Case): readonly string[] {
  const sheet = scoreCase(given).sheets.find(({ entrant }) => entrant.id === 'v1')
  const [trace] = leavesIn(sheet?.nodes ?? [])
  if (!trace) throw new Error('v1 is scored on a criterion')
  const { why, next } = explainLeaf(trace)
  return [why, ...(next ? [next] : [])]
}

/** What is told of the standing of whom, by its id. */
function standing(given: Case, id: string): readonly string[] {
  const scored = scoreCase(given)
  const sheet = scored.sheets.find(({ entrant }) => entrant.id === id)
  if (!sheet) throw new Error(`${id} is scored`)
  return explainStanding(sheet, scored.program)
}

/** A criterion of 10 points, judged by the lines. */
const by = (measures: string, lines: string): string =>
  `${measures}\ntiêu chí 1 "Thử" tối đa 10 điểm\n${lines}`

const COUNT = 'số liệu bài "Tin bài": số nguyên bài, hằng năm'
const SHARE = `số liệu b "Tổng số": số nguyên hộ, hằng năm, từ 1
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b`
const AREA = `số liệu b "Diện tích": số thập phân ha, hằng năm, từ 1
  số liệu a "Phủ sóng": số thập phân ha, hằng năm, là một phần của b`
const OPEN = `số liệu b "Tổng số": số nguyên hộ, hằng năm
  số liệu a "Số đạt": số nguyên hộ, hằng năm, là một phần của b`
const MONTHS = 'số liệu lần "Số lần": số nguyên lần, hằng tháng, cộng dồn'
const LATE = 'số liệu chậm "Số lần chậm": số nguyên lần, hằng năm'
const DAY = 'số liệu xong "Ngày xong": ngày, hằng năm'
const TWO = ['Một', 'Hai']

describe('why a criterion gives what it gives, and what would give more', () => {
  test.each<[string, Case, readonly string[]]>([
    [
      'the nearest of several better tiers',
      {
        rules: by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; từ 12 đến 23: 5 điểm; dưới 12: 0 điểm'),
        facts: 'v1,bài,2026,3',
      },
      [
        'Đạt 3 bài, thuộc mức dưới 12 bài: được 0 trên 10 điểm.',
        'Thêm 9 bài (để đạt 12 bài) thì được 5 điểm.',
      ],
    ],
    [
      'above a share',
      {
        rules: by(SHARE, 'giá trị = a / b; trên 50%: 10 điểm; không quá 50%: 0 điểm'),
        facts: 'v1,b,2026,10\nv1,a,2026,3',
      },
      [
        'Đạt 30% (3/10 hộ), thuộc mức không quá 50%: được 0 trên 10 điểm.',
        'Thêm 3 hộ (để đạt trên 50%) thì được 10 điểm.',
      ],
    ],
    [
      'a share of what has no whole units',
      {
        rules: by(AREA, 'giá trị = a / b; từ 50% trở lên: 10 điểm; dưới 50%: 0 điểm'),
        facts: 'v1,b,2026,"10,5"\nv1,a,2026,3',
      },
      [
        'Đạt 28,57% (3/10,5 ha), thuộc mức dưới 50%: được 0 trên 10 điểm.',
        'Thêm 2,25 ha (để đạt 50%) thì được 10 điểm.',
      ],
    ],
    [
      'a number without whole steps',
      {
        rules: by(AREA, 'giá trị = b; trên 12: 10 điểm; không quá 12: 0 điểm'),
        facts: 'v1,b,2026,"10,5"\nv1,a,2026,3',
      },
      ['Đạt 10,5 ha, thuộc mức không quá 12 ha: được 0 trên 10 điểm.', 'Đạt trên 12 ha thì được 10 điểm.'],
    ],
    [
      'less is better',
      {
        rules: by(LATE, 'giá trị = chậm; bằng 0: 10 điểm; từ 1 đến 3: 5 điểm; trên 3: 0 điểm'),
        facts: 'v1,chậm,2026,5',
      },
      [
        'Đạt 5 lần, thuộc mức trên 3 lần: được 0 trên 10 điểm.',
        'Giảm còn từ 1 lần đến 3 lần thì được 5 điểm.',
      ],
    ],
    [
      'a target that is just reached',
      {
        rules: by(SHARE, 'giá trị = a / b; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu'),
        facts: 'v1,b,2026,10\nv1,a,2026,5',
      },
      ['Đạt 50% (5/10 hộ), đúng bằng chỉ tiêu 50%: được đủ 10 điểm.'],
    ],
    [
      'a target that is passed',
      {
        rules: by(SHARE, 'giá trị = a / b; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu'),
        facts: 'v1,b,2026,10\nv1,a,2026,6',
      },
      ['Đạt 60% (6/10 hộ), vượt chỉ tiêu 50%: được đủ 10 điểm.'],
    ],
    [
      'below the floor of a target',
      {
        rules: by(
          SHARE,
          'giá trị = a / b; chỉ tiêu 80%; chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
        ),
        facts: 'v1,b,2026,10\nv1,a,2026,2',
      },
      [
        'Đạt 20% (2/10 hộ), bằng 25% chỉ tiêu 80%, dưới mức tối thiểu 40%: được 0 trên 10 điểm.',
        'Thêm 6 hộ (để đạt 80%) thì được 10 điểm.',
      ],
    ],
    [
      'above the floor of a target',
      {
        rules: by(
          SHARE,
          'giá trị = a / b; chỉ tiêu 80%; chấm theo tỷ lệ đạt chỉ tiêu, dưới 50% chỉ tiêu thì 0 điểm',
        ),
        facts: 'v1,b,2026,10\nv1,a,2026,6',
      },
      [
        'Đạt 60% (6/10 hộ), bằng 75% chỉ tiêu 80%: được 7,5 trên 10 điểm.',
        'Thêm 2 hộ (để đạt 80%) thì được 10 điểm.',
      ],
    ],
    [
      'below the best of the cluster',
      {
        rules: by(
          COUNT,
          'giá trị = bài; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm',
        ),
        facts: 'v1,bài,2026,5\nv2,bài,2026,20',
        villages: TWO,
      },
      [
        'Đạt 5 bài, bằng 25% (mức cao nhất trong cụm là 20 bài): được 2,5 trên 10 điểm.',
        'Thêm 15 bài (để đạt 20 bài) thì được 10 điểm.',
      ],
    ],
    [
      'the best of the cluster',
      {
        rules: by(
          COUNT,
          'giá trị = bài; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm',
        ),
        facts: 'v1,bài,2026,20\nv2,bài,2026,5',
        villages: TWO,
      },
      ['Đạt 20 bài, đúng bằng mức cao nhất trong cụm là 20 bài: được đủ 10 điểm.'],
    ],
    [
      'below the average of the cluster',
      {
        rules: by(
          COUNT,
          'giá trị = bài; khi bình quân trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với bình quân trong cụm',
        ),
        facts: 'v1,bài,2026,5\nv2,bài,2026,20',
        villages: TWO,
      },
      ['Đạt 5 bài, bằng 40% (bình quân trong cụm là 12,5 bài): được 4 trên 10 điểm.'],
    ],
    [
      'above the average of the cluster',
      {
        rules: by(
          COUNT,
          'giá trị = bài; khi bình quân trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với bình quân trong cụm',
        ),
        facts: 'v1,bài,2026,20\nv2,bài,2026,5',
        villages: TWO,
      },
      ['Đạt 20 bài, trên bình quân trong cụm là 12,5 bài: được đủ 10 điểm.'],
    ],
    [
      'a cluster that did nothing',
      {
        rules: by(
          COUNT,
          'giá trị = bài; khi cao nhất trong cụm = 0: 1 điểm; chấm theo tỷ lệ so với cao nhất trong cụm',
        ),
        facts: 'v1,bài,2026,0\nv2,bài,2026,0',
        villages: TWO,
      },
      ['Giá trị cao nhất trong cụm bằng 0: được 1 trên 10 điểm.'],
    ],
    [
      'an average of nothing',
      {
        rules: by(
          COUNT,
          'giá trị = bài; khi bình quân trong cụm = 0: không áp dụng; chấm theo tỷ lệ so với bình quân trong cụm',
        ),
        facts: 'v1,bài,2026,0\nv2,bài,2026,0',
        villages: TWO,
      },
      ['Không áp dụng vì bình quân trong cụm bằng 0.'],
    ],
    [
      'nothing to divide by',
      {
        rules: by(OPEN, 'giá trị = a / b; khi b = 0: 2 điểm; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu'),
        facts: 'v1,b,2026,0\nv1,a,2026,0',
      },
      ['«Tổng số» bằng 0: được 2 trên 10 điểm.'],
    ],
    [
      'nothing to divide by, not applicable',
      {
        rules: by(
          OPEN,
          'giá trị = a / b; khi b = 0: không áp dụng; chỉ tiêu 50%; chấm theo tỷ lệ đạt chỉ tiêu',
        ),
        facts: 'v1,b,2026,0\nv1,a,2026,0',
      },
      ['Không áp dụng vì «Tổng số» bằng 0.'],
    ],
    [
      'steps of a value',
      { rules: by(COUNT, 'giá trị = bài; mỗi 2 bài được 1 điểm, không quá 4 điểm'), facts: 'v1,bài,2026,5' },
      [
        'Đạt 5 bài, mỗi 2 bài được 1 điểm, tính 2 lần: được 2 trên 10 điểm.',
        'Thêm 1 bài (để đạt 6 bài) thì được 3 điểm.',
      ],
    ],
    [
      'no step yet',
      { rules: by(COUNT, 'giá trị = bài; mỗi 2 bài được 1 điểm, không quá 4 điểm'), facts: 'v1,bài,2026,1' },
      [
        'Đạt 1 bài, chưa đến mức được cộng: được 0 trên 10 điểm.',
        'Thêm 1 bài (để đạt 2 bài) thì được 1 điểm.',
      ],
    ],
    [
      'steps above a target',
      {
        rules: by(
          COUNT,
          'giá trị = bài; chỉ tiêu 4 bài; mỗi bài vượt chỉ tiêu được 2 điểm, không quá 10 điểm',
        ),
        facts: 'v1,bài,2026,6',
      },
      [
        'Đạt 6 bài, vượt chỉ tiêu 2 bài, mỗi bài được 2 điểm, tính 2 lần: được 4 trên 10 điểm.',
        'Thêm 1 bài (để đạt 7 bài) thì được 6 điểm.',
      ],
    ],
    [
      'at a target, with steps above it',
      {
        rules: by(
          COUNT,
          'giá trị = bài; chỉ tiêu 4 bài; mỗi bài vượt chỉ tiêu được 2 điểm, không quá 10 điểm',
        ),
        facts: 'v1,bài,2026,4',
      },
      [
        'Đạt 4 bài, vượt chỉ tiêu 0 bài, chưa đến mức được cộng: được 0 trên 10 điểm.',
        'Thêm 1 bài (để đạt 5 bài) thì được 2 điểm.',
      ],
    ],
    [
      'steps above a target that are taken off',
      {
        rules: by(COUNT, 'giá trị = bài; chỉ tiêu 4 bài; mỗi bài vượt chỉ tiêu trừ 2 điểm'),
        facts: 'v1,bài,2026,6',
      },
      [
        'Đạt 6 bài, vượt chỉ tiêu 2 bài, mỗi bài trừ 2 điểm, tính 2 lần: được 6 trên 10 điểm.',
        'Giảm còn dưới 6 bài thì được 8 điểm.',
      ],
    ],
    [
      'steps below a target',
      {
        rules: by(COUNT, 'giá trị = bài; chỉ tiêu 4 bài; mỗi bài thiếu so với chỉ tiêu trừ 2 điểm'),
        facts: 'v1,bài,2026,1',
      },
      [
        'Đạt 1 bài, thiếu 3 bài so với chỉ tiêu, mỗi bài trừ 2 điểm, tính 3 lần: được 4 trên 10 điểm.',
        'Thêm 1 bài (để đạt 2 bài) thì được 6 điểm.',
      ],
    ],
    [
      'steps off a target, below it',
      {
        rules: by(COUNT, 'giá trị = bài; chỉ tiêu 4-5 bài; mỗi bài lệch so với chỉ tiêu trừ 2 điểm'),
        facts: 'v1,bài,2026,2',
      },
      [
        'Đạt 2 bài, lệch 2 bài so với chỉ tiêu, mỗi bài trừ 2 điểm, tính 2 lần: được 6 trên 10 điểm.',
        'Thêm 1 bài (để đạt 3 bài) thì được 8 điểm.',
      ],
    ],
    [
      'steps off a target, above it',
      {
        rules: by(COUNT, 'giá trị = bài; chỉ tiêu 4-5 bài; mỗi bài lệch so với chỉ tiêu trừ 2 điểm'),
        facts: 'v1,bài,2026,8',
      },
      [
        'Đạt 8 bài, lệch 3 bài so với chỉ tiêu, mỗi bài trừ 2 điểm, tính 3 lần: được 4 trên 10 điểm.',
        'Giảm còn dưới 8 bài thì được 6 điểm.',
      ],
    ],
    [
      'more steps than are taken off',
      { rules: by(LATE, 'giá trị = chậm; mỗi lần trừ 2 điểm, không quá 6 điểm'), facts: 'v1,chậm,2026,7' },
      [
        'Đạt 7 lần, mỗi lần trừ 2 điểm, tính 7 lần: được 4 trên 10 điểm.',
        'Giảm còn dưới 3 lần thì được 6 điểm.',
      ],
    ],
    [
      'months',
      {
        rules: by(
          MONTHS,
          'giá trị = lần mỗi tháng; từ 4 trở lên: 10 điểm; từ 2 đến 3: 5 điểm; dưới 2: 0 điểm',
        ),
        facts:
          'v1,lần,2026-01,4\nv1,lần,2026-02,1\nv1,lần,2026-03,2\nv1,lần,2026-04,3\nv1,lần,2026-05,0\nv1,lần,2026-06,1',
        asOf: '2026-06-30',
      },
      [
        'Bình quân 6 tháng, 1 tháng đủ điểm: được 3,33 trên 10 điểm. Chưa đủ điểm: tháng 2/2026 được 0 (1 lần/tháng); tháng 3/2026 được 5 (2 lần/tháng); tháng 4/2026 được 5 (3 lần/tháng); tháng 5/2026 được 0 (0 lần/tháng); và 1 tháng khác.',
        'Mỗi tháng tới đạt từ 2 lần/tháng đến 3 lần/tháng thì tháng đó được 5 điểm.',
      ],
    ],
    [
      'months that all gave all',
      {
        rules: by(
          MONTHS,
          'giá trị = lần mỗi tháng; từ 4 trở lên: 10 điểm; từ 2 đến 3: 5 điểm; dưới 2: 0 điểm',
        ),
        facts: 'v1,lần,2026-01,4\nv1,lần,2026-02,5',
        asOf: '2026-02-28',
      },
      ['Bình quân 2 tháng, 2 tháng đủ điểm: được đủ 10 điểm.'],
    ],
    [
      'in time',
      {
        rules: by(
          DAY,
          'thời hạn 30/11/2026\ngiá trị = số ngày chậm của xong; bằng 0: 10 điểm; từ 1 trở lên: 0 điểm',
        ),
        facts: 'v1,xong,2026,30/11/2026',
      },
      ['Đúng hạn, hoàn thành 30/11/2026, thuộc mức bằng 0 ngày: được đủ 10 điểm.'],
    ],
    [
      'late',
      {
        rules: by(DAY, 'thời hạn 30/11/2026\ngiá trị = số tháng chậm của xong; mỗi tháng trừ 2 điểm'),
        facts: 'v1,xong,2026,05/12/2026',
      },
      ['Chậm 1 tháng (hoàn thành 05/12/2026), mỗi tháng trừ 2 điểm, tính 1 lần: được 8 trên 10 điểm.'],
    ],
  ])('%s', (_, given, expected) => {
    expect(told(given)).toEqual(expected)
  })
})

describe('what decided a standing beside points', () => {
  test.each<[string, Case, string, readonly string[]]>([
    [
      'barred by a flag',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
không xếp hạng khi lỗi`,
        villages: TWO,
        facts: 'v1,bài,2026,24\nv2,bài,2026,24\nv1,lỗi,2026,có\nv2,lỗi,2026,không',
      },
      'v1',
      ['Không xếp hạng, không xếp loại vì có «Để lộ dữ liệu».'],
    ],
    [
      'not known to be barred',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
không xếp hạng khi lỗi`,
        villages: TWO,
        facts: 'v1,bài,2026,24\nv2,bài,2026,24\nv2,lỗi,2026,không',
      },
      'v1',
      ['Chưa có số liệu để biết có bị loại khỏi xếp hạng không: có «Để lộ dữ liệu».'],
    ],
    [
      'not barred',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
không xếp hạng khi lỗi`,
        villages: TWO,
        facts: 'v1,bài,2026,24\nv2,bài,2026,24\nv2,lỗi,2026,không',
      },
      'v2',
      [],
    ],
    [
      'a level of which nobody reports what bars',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
không xếp hạng khi lỗi`.replace('giá trị = bài', 'đo tại thôn; giá trị = bài'),
        levels: 'xã, thôn',
        villages: TWO,
        facts: 'v1,bài,2026,24\nv2,bài,2026,24\nv2,lỗi,2026,không',
      },
      'xa',
      [],
    ],
    [
      'barred by a measure',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
không xếp hạng khi bài dưới 6`,
        facts: 'v1,bài,2026,3',
      },
      'v1',
      ['Không xếp hạng, không xếp loại vì «Tin bài» dưới 6 bài.'],
    ],
    [
      'barred by points',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
không xếp hạng khi tiêu chí 1 dưới 50% điểm tối đa`,
        facts: 'v1,bài,2026,3',
      },
      'v1',
      ['Không xếp hạng, không xếp loại vì tiêu chí 1 dưới 50% điểm tối đa.'],
    ],
    [
      'kept from a class by a flag',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
xếp loại
"Tốt" từ 8 điểm trở lên, khi không lỗi
"Khá" từ 5 đến dưới 8 điểm
"Đạt" còn lại`,
        facts: 'v1,bài,2026,24\nv1,lỗi,2026,có',
      },
      'v1',
      ['Đủ điểm loại Tốt nhưng chưa đạt điều kiện: không «Để lộ dữ liệu».'],
    ],
    [
      'kept from a class by every criterion',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu a "A": số nguyên bài, hằng năm
tiêu chí 2 "Khác" tối đa 2 điểm
giá trị = a; từ 1 trở lên: 2 điểm; còn lại: 0 điểm
xếp loại
"Tốt" từ 8 điểm trở lên, khi mọi tiêu chí trên 1 điểm
"Khá" từ 5 đến dưới 8 điểm
"Đạt" còn lại`,
        facts: 'v1,bài,2026,24\nv1,a,2026,0',
        scale: '12',
      },
      'v1',
      ['Đủ điểm loại Tốt nhưng chưa đạt điều kiện: mọi tiêu chí trên 1 điểm.'],
    ],
    [
      'kept from a class by a quota',
      {
        rules: `${by(COUNT, 'giá trị = bài; từ 24 trở lên: 10 điểm; còn lại: 0 điểm')}
số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
xếp loại
"Tốt" từ 8 điểm trở lên, không quá 50% số thôn, bằng nhau thì cùng không được
"Khá" từ 5 đến dưới 8 điểm
"Đạt" còn lại`,
        villages: TWO,
        facts: 'v1,bài,2026,24\nv2,bài,2026,24',
      },
      'v1',
      ['Đủ điểm loại Tốt nhưng loại này đã hết chỗ theo tỷ lệ khống chế.'],
    ],
  ])('%s', (_, given, id, expected) => {
    expect(standing(given, id)).toEqual(expected)
  })
})

import { describe, expect, test } from 'vitest'
import { changeHeadline, changeSentences, changesBetween } from '#engine/index.ts'
import { type Case, scoreCase } from '../support/scoring.ts'

/** What is told of the first village, of a case before and after: the line of its page, then every sentence. */
function told(before: Case, after: Case): readonly string[] {
  const [earlier, later] = [scoreCase(before), scoreCase(after)]
  const [was, is] = [earlier, later].map(({ sheets }) => sheets.find(({ entrant }) => entrant.id === 'v1'))
  if (!was || !is) throw new Error('v1 is scored')
  const changes = changesBetween(was, is)
  return [changeHeadline(changes, later.program), ...changeSentences(changes, later.program)]
}

const COUNT = `số liệu bài "Tin bài": số nguyên bài, hằng năm
  tiêu chí 1 "Tin bài" tối đa 10 điểm
  giá trị = bài; mỗi bài được 1 điểm, không quá 10 điểm`
const CLASSES = `${COUNT}
  xếp loại
    "Tốt" từ 8 điểm trở lên
    "Khá" từ 5 đến dưới 8 điểm
    "Đạt" còn lại`
const BARRED = `${COUNT}
  số liệu lỗi "Để lộ dữ liệu": có/không, hằng năm
  không xếp hạng khi lỗi`
const FLAG = `số liệu trang "Trang tin": có/không, hằng năm
  tiêu chí 1 "Trang" tối đa 10 điểm
  giá trị = trang; có: 10 điểm; không: 2 điểm`
const LEVELS = `số liệu td "Tiến độ": mức "Chưa" rồi "Đang" rồi "Xong", hằng năm
  tiêu chí 1 "Tiến độ" tối đa 10 điểm
  giá trị = td; "Xong": 10 điểm; "Đang": 5 điểm; "Chưa": 0 điểm`
const DATE = `số liệu xong "Ngày xong": ngày, hằng năm
  tiêu chí 1 "Nộp" tối đa 10 điểm
  thời hạn 30/11/2026
  giá trị = số ngày chậm của xong; mỗi ngày trừ 1 điểm`
const RELATIVE = `số liệu bài "Tin bài": số nguyên bài, hằng năm
  tiêu chí 1 "Tin bài" tối đa 10 điểm
  giá trị = bài; khi cao nhất trong cụm = 0: 0 điểm; chấm theo tỷ lệ so với cao nhất trong cụm`
const PENALTY = `${COUNT}
  số liệu chậm "Báo cáo chậm": số nguyên lần, hằng năm
  tiêu chí T1 "Báo cáo chậm" trừ tối đa 3 điểm
  giá trị = chậm; mỗi lần trừ 1 điểm`
const MONTHS = `số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn, kỳ thiếu tính 0
  tiêu chí 1 "Tin bài" tối đa 10 điểm
  giá trị = bài; mỗi bài được 1 điểm, không quá 10 điểm`
const PROVEN = FLAG.replace('hằng năm', 'hằng năm, minh chứng bắt buộc')
const CARRIED = `${COUNT}
  số liệu bể "Bể chứa": số nguyên bể, hằng năm
  tiêu chí 2 "Bể chứa" tối đa 30 điểm
  giá trị = bể; mỗi bể được 1 điểm, không quá 30 điểm`
const TWO = ['Một', 'Hai']

describe('what changed', () => {
  test.each<[string, Case, Case, readonly string[]]>([
    [
      'more points, a better rank',
      { rules: COUNT, facts: 'v1,bài,2026,3\nv2,bài,2026,4', villages: TWO },
      { rules: COUNT, facts: 'v1,bài,2026,5\nv2,bài,2026,4', villages: TWO },
      [
        '+2 điểm, từ hạng 2 lên 1',
        'Tổng điểm tăng 2, từ 3,00 lên 5,00.',
        'Hạng tăng 1 bậc, từ 2 lên 1.',
        'Tiêu chí 1, Tin bài: tăng 2 điểm, từ 3 lên 5. Số liệu được sửa: «Tin bài» năm 2026 là 5 bài (trước đó 3 bài). Đạt 5 bài, mỗi bài được 1 điểm, tính 5 lần: được 5 trên 10 điểm.',
      ],
    ],
    [
      'the rank of another',
      { rules: COUNT, facts: 'v1,bài,2026,3\nv2,bài,2026,1', villages: TWO },
      { rules: COUNT, facts: 'v1,bài,2026,3\nv2,bài,2026,4', villages: TWO },
      [
        'điểm giữ nguyên, từ hạng 1 xuống 2',
        'Tổng điểm giữ nguyên 3,00.',
        'Hạng giảm 1 bậc, từ 1 xuống 2, do đối tượng khác thay đổi điểm.',
      ],
    ],
    [
      'a better class',
      { rules: CLASSES, facts: 'v1,bài,2026,6' },
      { rules: CLASSES, facts: 'v1,bài,2026,8' },
      [
        '+2 điểm, vẫn hạng 1, từ loại Khá thành Tốt',
        'Tổng điểm tăng 2, từ 6,00 lên 8,00.',
        'Hạng giữ nguyên: 1.',
        'Xếp loại: từ Khá thành Tốt.',
        'Tiêu chí 1, Tin bài: tăng 2 điểm, từ 6 lên 8. Số liệu được sửa: «Tin bài» năm 2026 là 8 bài (trước đó 6 bài). Đạt 8 bài, mỗi bài được 1 điểm, tính 8 lần: được 8 trên 10 điểm.',
      ],
    ],
    [
      'a class at last',
      { rules: CLASSES, facts: 'v1,bài,2026,không áp dụng' },
      { rules: CLASSES, facts: 'v1,bài,2026,5' },
      [
        'nay có điểm, từ chưa xếp loại thành Khá',
        'Nay có điểm: 5,00.',
        'Xếp loại: từ chưa xếp loại thành Khá.',
        'Tiêu chí 1, Tin bài: tăng 5 điểm, từ 0 lên 5. Số liệu được sửa: «Tin bài» năm 2026 là 5 bài (trước đó không áp dụng). Đạt 5 bài, mỗi bài được 1 điểm, tính 5 lần: được 5 trên 10 điểm.',
      ],
    ],
    [
      'no class any more',
      { rules: CLASSES, facts: 'v1,bài,2026,5' },
      { rules: CLASSES, facts: 'v1,bài,2026,không áp dụng' },
      [
        'nay không tính điểm, từ loại Khá thành không xếp loại',
        'Nay không tính điểm.',
        'Xếp loại: từ Khá thành không xếp loại.',
        'Tiêu chí 1, Tin bài: giảm 5 điểm, từ 5 xuống 0. Số liệu được sửa: «Tin bài» năm 2026 là không áp dụng (trước đó 5 bài). Không áp dụng vì số liệu «Tin bài» được ghi là không áp dụng.',
      ],
    ],
    [
      'barred from the ranking',
      { rules: BARRED, facts: 'v1,bài,2026,6\nv1,lỗi,2026,không' },
      { rules: BARRED, facts: 'v1,bài,2026,6\nv1,lỗi,2026,có' },
      ['điểm giữ nguyên, nay không được xếp hạng', 'Tổng điểm giữ nguyên 6,00.', 'Nay không được xếp hạng.'],
    ],
    [
      'barred no longer',
      { rules: BARRED, facts: 'v1,bài,2026,6\nv1,lỗi,2026,có' },
      { rules: BARRED, facts: 'v1,bài,2026,6\nv1,lỗi,2026,không' },
      ['điểm giữ nguyên, nay lại được xếp hạng', 'Tổng điểm giữ nguyên 6,00.', 'Nay lại được xếp hạng.'],
    ],
    [
      'still barred',
      { rules: BARRED, facts: 'v1,bài,2026,6\nv1,lỗi,2026,có' },
      { rules: BARRED, facts: 'v1,bài,2026,7\nv1,lỗi,2026,có' },
      [
        '+1 điểm',
        'Tổng điểm tăng 1, từ 6,00 lên 7,00.',
        'Tiêu chí 1, Tin bài: tăng 1 điểm, từ 6 lên 7. Số liệu được sửa: «Tin bài» năm 2026 là 7 bài (trước đó 6 bài). Đạt 7 bài, mỗi bài được 1 điểm, tính 7 lần: được 7 trên 10 điểm.',
      ],
    ],
    [
      'points at last',
      { rules: COUNT, facts: 'v1,bài,2026,không áp dụng' },
      { rules: COUNT, facts: 'v1,bài,2026,5' },
      [
        'nay có điểm',
        'Nay có điểm: 5,00.',
        'Tiêu chí 1, Tin bài: tăng 5 điểm, từ 0 lên 5. Số liệu được sửa: «Tin bài» năm 2026 là 5 bài (trước đó không áp dụng). Đạt 5 bài, mỗi bài được 1 điểm, tính 5 lần: được 5 trên 10 điểm.',
      ],
    ],
    [
      'no points any more',
      { rules: COUNT, facts: 'v1,bài,2026,5' },
      { rules: COUNT, facts: 'v1,bài,2026,không áp dụng' },
      [
        'nay không tính điểm',
        'Nay không tính điểm.',
        'Tiêu chí 1, Tin bài: giảm 5 điểm, từ 5 xuống 0. Số liệu được sửa: «Tin bài» năm 2026 là không áp dụng (trước đó 5 bài). Không áp dụng vì số liệu «Tin bài» được ghi là không áp dụng.',
      ],
    ],
    [
      'still no points, by more criteria',
      { rules: COUNT, facts: 'v1,bài,2026,không áp dụng' },
      { rules: PENALTY, facts: 'v1,bài,2026,không áp dụng\nv1,chậm,2026,không áp dụng' },
      [
        'vẫn không tính điểm',
        'Vẫn không tính điểm.',
        'Tiêu chí T1, Báo cáo chậm: nay được chấm, 0 điểm. Không áp dụng vì số liệu «Báo cáo chậm» được ghi là không áp dụng.',
      ],
    ],
    [
      'a criterion less',
      { rules: PENALTY, facts: 'v1,bài,2026,6\nv1,chậm,2026,1' },
      { rules: COUNT, facts: 'v1,bài,2026,6' },
      [
        '+1 điểm, vẫn hạng 1',
        'Tổng điểm tăng 1, từ 5,00 lên 6,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí T1, Báo cáo chậm: không còn được chấm.',
      ],
    ],
    [
      'a flag',
      { rules: FLAG, facts: 'v1,trang,2026,không' },
      { rules: FLAG, facts: 'v1,trang,2026,có' },
      [
        '+8 điểm, vẫn hạng 1',
        'Tổng điểm tăng 8, từ 2,00 lên 10,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Trang: tăng 8 điểm, từ 2 lên 10. Số liệu được sửa: «Trang tin» năm 2026 là có (trước đó không). Đạt có, mức «có»: được đủ 10 điểm.',
      ],
    ],
    [
      'the same flag in capitals',
      { rules: FLAG, facts: 'v1,trang,2026,có' },
      { rules: FLAG, facts: 'v1,trang,2026,Có' },
      ['không có gì thay đổi', 'Không có gì thay đổi.'],
    ],
    [
      'a level',
      { rules: LEVELS, facts: 'v1,td,2026,Chưa' },
      { rules: LEVELS, facts: 'v1,td,2026,Đang' },
      [
        '+5 điểm, vẫn hạng 1',
        'Tổng điểm tăng 5, từ 0,00 lên 5,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tiến độ: tăng 5 điểm, từ 0 lên 5. Số liệu được sửa: «Tiến độ» năm 2026 là Đang (trước đó Chưa). Đạt "Đang", ở mức "Đang": được 5 trên 10 điểm.',
      ],
    ],
    [
      'the same level in capitals',
      { rules: LEVELS, facts: 'v1,td,2026,Xong' },
      { rules: LEVELS, facts: 'v1,td,2026,XONG' },
      ['không có gì thay đổi', 'Không có gì thay đổi.'],
    ],
    [
      'a day',
      { rules: DATE, facts: 'v1,xong,2026,02/12/2026' },
      { rules: DATE, facts: 'v1,xong,2026,01/12/2026' },
      [
        '+1 điểm, vẫn hạng 1',
        'Tổng điểm tăng 1, từ 8,00 lên 9,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Nộp: tăng 1 điểm, từ 8 lên 9. Số liệu được sửa: «Ngày xong» năm 2026 là 01/12/2026 (trước đó 02/12/2026). Chậm 1 ngày (hoàn thành 01/12/2026), mỗi ngày trừ 1 điểm, tính 1 lần: được 9 trên 10 điểm.',
      ],
    ],
    [
      'another day in time',
      { rules: DATE, facts: 'v1,xong,2026,02/11/2026' },
      { rules: DATE, facts: 'v1,xong,2026,01/11/2026' },
      [
        'điểm giữ nguyên, vẫn hạng 1',
        'Tổng điểm giữ nguyên 10,00.',
        'Hạng giữ nguyên: 1.',
        '1 số liệu được sửa không làm đổi điểm của tiêu chí nào.',
      ],
    ],
    [
      'the same day',
      { rules: DATE, facts: 'v1,xong,2026,02/12/2026' },
      { rules: DATE, facts: 'v1,xong,2026,2/12/2026' },
      ['không có gì thay đổi', 'Không có gì thay đổi.'],
    ],
    [
      'still not applicable',
      { rules: COUNT, facts: 'v1,bài,2026,không áp dụng' },
      { rules: COUNT, facts: 'v1,bài,2026,Không áp dụng' },
      ['không có gì thay đổi', 'Không có gì thay đổi.'],
    ],
    [
      'the best of the cluster',
      { rules: RELATIVE, facts: 'v1,bài,2026,5\nv2,bài,2026,10', villages: TWO },
      { rules: RELATIVE, facts: 'v1,bài,2026,5\nv2,bài,2026,20', villages: TWO },
      [
        '-2,5 điểm, vẫn hạng 2',
        'Tổng điểm giảm 2,5, từ 5,00 xuống 2,50.',
        'Hạng giữ nguyên: 2.',
        'Tiêu chí 1, Tin bài: giảm 2,5 điểm, từ 5 xuống 2,5. Mức so sánh trong cụm đã đổi. Đạt 5 bài, bằng 25% (mức cao nhất trong cụm là 20 bài): được 2,5 trên 10 điểm.',
      ],
    ],
    [
      'a penalty',
      { rules: PENALTY, facts: 'v1,bài,2026,6\nv1,chậm,2026,1' },
      { rules: PENALTY, facts: 'v1,bài,2026,6\nv1,chậm,2026,3' },
      [
        '-2 điểm, vẫn hạng 1',
        'Tổng điểm giảm 2, từ 5,00 xuống 3,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí T1, Báo cáo chậm: nay bị trừ 3 điểm, trước đó 1. Số liệu được sửa: «Báo cáo chậm» năm 2026 là 3 lần (trước đó 1 lần). Đạt 3 lần, mỗi lần trừ 1 điểm, tính 3 lần: bị trừ 3 điểm.',
      ],
    ],
    [
      'many months',
      { rules: MONTHS, facts: 'v1,bài,2026-01,1', asOf: '2026-04-30' },
      {
        rules: MONTHS,
        facts: 'v1,bài,2026-01,1\nv1,bài,2026-02,1\nv1,bài,2026-03,1\nv1,bài,2026-04,1',
        asOf: '2026-04-30',
      },
      [
        '+3 điểm, vẫn hạng 1',
        'Tổng điểm tăng 3, từ 1,00 lên 4,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tin bài: tăng 3 điểm, từ 1 lên 4. Số liệu mới: «Tin bài» 3 số liệu. Đạt 4 bài, mỗi bài được 1 điểm, tính 4 lần: được 4 trên 10 điểm.',
      ],
    ],
    [
      'a proof',
      { rules: PROVEN, facts: 'v1,trang,2026,có,', columns: 'entrant,measure,period,value,evidence' },
      { rules: PROVEN, facts: 'v1,trang,2026,có,ảnh', columns: 'entrant,measure,period,value,evidence' },
      [
        '+10 điểm, vẫn hạng 1',
        'Tổng điểm tăng 10, từ 0,00 lên 10,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Trang: tăng 10 điểm, từ 0 lên 10. Số liệu được sửa: «Trang tin» năm 2026 là có (nay đã có minh chứng). Đạt có, mức «có»: được đủ 10 điểm.',
      ],
    ],
    [
      'a verification',
      {
        rules: FLAG,
        facts: 'v1,trang,2026,có,chờ thẩm định',
        columns: 'entrant,measure,period,value,status',
      },
      { rules: FLAG, facts: 'v1,trang,2026,có,', columns: 'entrant,measure,period,value,status' },
      [
        '+10 điểm, vẫn hạng 1',
        'Tổng điểm tăng 10, từ 0,00 lên 10,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Trang: tăng 10 điểm, từ 0 lên 10. Số liệu được sửa: «Trang tin» năm 2026 là có (nay đã thẩm định). Đạt có, mức «có»: được đủ 10 điểm.',
      ],
    ],
    [
      'a fact that waits',
      { rules: FLAG, facts: 'v1,trang,2026,không,', columns: 'entrant,measure,period,value,status' },
      {
        rules: FLAG,
        facts: 'v1,trang,2026,có,chờ thẩm định',
        columns: 'entrant,measure,period,value,status',
      },
      [
        '-2 điểm, vẫn hạng 1',
        'Tổng điểm giảm 2, từ 2,00 xuống 0,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Trang: giảm 2 điểm, từ 2 xuống 0. Số liệu được sửa: «Trang tin» năm 2026 là có, chờ thẩm định (trước đó không). Có 1 số liệu đang chờ thẩm định: tạm tính 0 điểm.',
      ],
    ],
    [
      'more points, carried over to a longer scale',
      { rules: CARRIED, scale: '40', facts: 'v1,bài,2026,3\nv1,bể,2026,không áp dụng' },
      { rules: CARRIED, scale: '40', facts: 'v1,bài,2026,5\nv1,bể,2026,không áp dụng' },
      [
        '+8 điểm, vẫn hạng 1',
        'Tổng điểm tăng 8, từ 12,00 lên 20,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tin bài: tăng 2 điểm, từ 3 lên 5. Số liệu được sửa: «Tin bài» năm 2026 là 5 bài (trước đó 3 bài). Đạt 5 bài, mỗi bài được 1 điểm, tính 5 lần: được 5 trên 10 điểm.',
        'Điểm các tiêu chí tính trên 10 điểm áp dụng; mỗi điểm ứng với 4 điểm của tổng.',
      ],
    ],
    [
      'more that applies',
      { rules: CARRIED, scale: '40', facts: 'v1,bài,2026,3\nv1,bể,2026,không áp dụng' },
      { rules: CARRIED, scale: '40', facts: 'v1,bài,2026,3\nv1,bể,2026,20' },
      [
        '+11 điểm, vẫn hạng 1',
        'Tổng điểm tăng 11, từ 12,00 lên 23,00.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 2, Bể chứa: tăng 20 điểm, từ 0 lên 20. Số liệu được sửa: «Bể chứa» năm 2026 là 20 bể (trước đó không áp dụng). Đạt 20 bể, mỗi bể được 1 điểm, tính 20 lần: được 20 trên 30 điểm.',
        'Phần áp dụng từ 10 thành 40 điểm; điểm các tiêu chí quy đổi về thang 40.',
      ],
    ],
    [
      'too little to be printed',
      { rules: COUNT.replace('mỗi bài được 1 điểm', 'mỗi bài được 0,001 điểm'), facts: 'v1,bài,2026,1' },
      { rules: COUNT.replace('mỗi bài được 1 điểm', 'mỗi bài được 0,001 điểm'), facts: 'v1,bài,2026,2' },
      [
        '+0,001 điểm, vẫn hạng 1',
        'Tổng điểm tăng 0,001, từ 0,001 lên 0,002.',
        'Hạng giữ nguyên: 1.',
        'Tiêu chí 1, Tin bài: tăng 0,001 điểm, từ 0,001 lên 0,002. Số liệu được sửa: «Tin bài» năm 2026 là 2 bài (trước đó 1 bài). Đạt 2 bài, mỗi bài được 0,001 điểm, tính 2 lần: được 0,002 trên 10 điểm.',
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })
})

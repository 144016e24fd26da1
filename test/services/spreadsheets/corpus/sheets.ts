/** What is typed into a cell: a text stays one even where it looks like a number. */
export type Typed =
  | string
  | number
  | boolean
  | Date
  | null
  | {
      readonly value: string | number | boolean | Date
      readonly format?: string
      readonly across?: number
      readonly down?: number
    }
  | { readonly formula: string; readonly format?: string }

/** The pages of a workbook: what is typed into each, row by row. */
export type Pages = Readonly<Record<string, readonly (readonly Typed[])[]>>

const HEAD = ['STT', 'Thôn', 'Tin, bài', 'Hộ dân', 'Hộ có tài khoản'] as const
const PERIOD = ['Kỳ số liệu', '2026-10'] as const
const ROW = [1, 'Thôn 1', 12, 250, 130] as const
const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date))

/** A sound table but for the rows given. */
function table(...rows: readonly (readonly Typed[])[]): Pages {
  return { Sheet1: [PERIOD, HEAD, ...rows] }
}

/** One point a workbook; what `thidua import` says of each stands beside it. */
export const WORKBOOKS: Readonly<Record<string, Pages>> = {
  // What is understood
  sound_as_offices_keep_it: {
    'Tháng 10': [
      [{ value: 'BIỂU TỔNG HỢP SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG 10 NĂM 2026', across: 6 }],
      [{ value: '(Kèm theo Công văn số 12/UBND ngày 05 tháng 11 năm 2026)', across: 6 }],
      [],
      [
        { value: 'TT', down: 2 },
        { value: 'Thôn, khu phố', down: 2 },
        { value: 'Tin, bài', down: 2 },
        { value: 'Tài khoản thanh toán', across: 2 },
        null,
        { value: 'Ghi chú', down: 2 },
      ],
      [null, null, null, 'Hộ dân', 'Hộ có tài khoản', null],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [{ value: 'I. Các thôn phía đông', across: 6 }],
      [1, 'Thôn 1', 12, 250, 130, 'báo bổ sung'],
      [2, 'Hoà Bình', 7, 1234, null, null],
      [null, 'Tổng cộng', { formula: 'SUM(C8:C9)' }, { formula: 'SUM(D8:D9)' }, null, null],
      [],
      [null, 'Người lập biểu', null, null, 'CHỦ TỊCH', null],
    ],
  },
  sound_long: {
    Sheet1: [
      ['Thôn', 'Số liệu', 'Tháng', 'Giá trị', 'Trạng thái', 'Nguồn', 'Minh chứng'],
      [{ value: 'Thôn 1', down: 2 }, 'Tin, bài', 10, 12, 'Chờ thẩm định', 'loa truyền thanh', 'số 5/BC'],
      [null, 'ho dan', 10, 250, null, null, null],
      ['thon-2', 'nhóm_zalo', 'T10', true, null, null, null],
      [
        'thon-2',
        'Ngày ra mắt tổ công nghệ số',
        '10/2026',
        { value: day(2026, 6, 15), format: 'dd/mm/yyyy' },
        null,
        null,
        null,
      ],
      ['thon-2', 'Tin, bài', { value: day(2026, 9, 1), format: 'mm/yyyy' }, 3, null, null, null],
    ],
  },
  sound_percentages: {
    Sheet1: [
      PERIOD,
      ['Thôn', 'Tỷ lệ hồ sơ trực tuyến (%)'],
      ['Thôn 1', { value: 0.354, format: '0.0%' }],
      ['Thôn 2', 35.4],
      ['Thôn Hòa Bình', { value: 35.4, format: '0.0"%"' }],
      ['Thôn Đông Sơn', '35,4'],
      ['Thôn Đồng Sơn', '35,4%'],
    ],
  },
  sound_floats: {
    Sheet1: [
      PERIOD,
      ['Thôn', 'Kinh phí (triệu đồng)'],
      ['Thôn 1', { formula: '0.1+0.2' }],
      ['Thôn 2', 1234.5],
      ['Thôn Hòa Bình', 1e-7],
      ['Thôn Đông Sơn', '1,5'],
      ['Thôn Đồng Sơn', { formula: '1/3' }],
    ],
  },
  sound_names_in_two_parts: {
    Sheet1: [
      PERIOD,
      ['Thôn'.normalize('NFD'), 'Tin, bài'.normalize('NFD')],
      ['Thôn Hoà Bình'.normalize('NFD'), 4],
    ],
  },
  sound_two_pages: {
    'Hướng dẫn': [['Mỗi thôn một hàng, ô chưa có số liệu thì để trống']],
    Tin: [PERIOD, ['Thôn', 'Tin, bài'], ['Thôn 1', 4]],
    Hộ: [PERIOD, ['Thôn', 'Hộ dân'], ['Thôn 1', 250]],
  },
  // Cells
  formula_in_error: table([1, 'Thôn 1', { formula: '1/0' }, 250, 130]),
  merged_values: table([1, 'Thôn 1', { value: 12, down: 2 }, 250, 130], [2, 'Thôn 2', null, 200, 90]),
  point_for_a_comma: { Sheet1: [PERIOD, ['Thôn', 'Kinh phí'], ['Thôn 1', '1.5']] },
  thousand_or_decimals: { Sheet1: [PERIOD, ['Thôn', 'Kinh phí'], ['Thôn 1', '1.234']] },
  thousand_of_whole_numbers: table([1, 'Thôn 1', 12, '1.234', 130]),
  numbers_typed_as_text: table([1, 'Thôn 1', '12', '250', '130']),
  number_turned_date: table([1, 'Thôn 1', { value: day(2026, 5, 4), format: 'dd/mm/yyyy' }, 250, 130]),
  day_with_a_time: {
    Sheet1: [
      PERIOD,
      ['Thôn', 'Ngày ra mắt tổ công nghệ số'],
      ['Thôn 1', { value: new Date(Date.UTC(2026, 5, 15, 8, 30)), format: 'dd/mm/yyyy hh:mm' }],
    ],
  },
  day_that_does_not_exist: {
    Sheet1: [PERIOD, ['Thôn', 'Ngày ra mắt tổ công nghệ số'], ['Thôn 1', '31/06/2026']],
  },
  share_or_percentage: { Sheet1: [PERIOD, ['Thôn', 'Tỷ lệ hồ sơ trực tuyến (%)'], ['Thôn 1', 0.354]] },
  share_without_a_sign: { Sheet1: [PERIOD, ['Thôn', 'Tỷ lệ hồ sơ trực tuyến'], ['Thôn 1', 0.354]] },
  part_of_a_person: table([1, 'Thôn 1', 12.5, 250, 130]),
  part_larger_than_its_whole: table([1, 'Thôn 1', 12, 250, 251]),
  text_for_a_number: table([1, 'Thôn 1', 'mười hai', 250, 130]),
  dash_for_nothing: table([1, 'Thôn 1', '-', 250, 130]),
  // Rows
  entrant_unknown: table([1, 'Thôn 12', 12, 250, 130]),
  entrant_of_two_names: table([1, 'Dong Son', 12, 250, 130]),
  entrant_by_number_alone: table([1, 1, 12, 250, 130]),
  entrant_left_out: table(ROW, [2, null, 12, 250, 130]),
  row_twice: table(ROW, [2, 'thon-1', 13, 250, 130]),
  empty_row_in_between: table(ROW, [], [2, 'Thôn 2', 13, 250, 130]),
  column_numbers: table([1, 2, 3, 4, 5], ROW),
  value_without_a_heading: table([...ROW, null, 7]),
  // Headings
  heading_unknown: { Sheet1: [PERIOD, ['Thôn', 'Tin, bài', 'Hộ có tài khoảng'], ['Thôn 1', 12, 130]] },
  heading_twice: { Sheet1: [PERIOD, ['Thôn', 'Tin, bài', 'bài'], ['Thôn 1', 12, 130]] },
  heading_of_a_prototype: {
    Sheet1: [PERIOD, ['Thôn', 'Tin, bài', '__proto__'], ['constructor', 12, 130]],
  },
  name_of_a_prototype: table([1, '__proto__', 12, 250, 130]),
  wide_and_long_at_once: { Sheet1: [PERIOD, ['Thôn', 'Tin, bài', 'Giá trị'], ['Thôn 1', 12, 130]] },
  page_without_a_table: {
    'Kế hoạch': [
      ['Nội dung', 'Thời gian'],
      ['Ra mắt tổ', 'Tháng 10'],
    ],
    'Trang 2': [['x']],
  },
  empty_page: { Sheet1: [] },
  // Periods
  period_nowhere: {
    Sheet1: [
      ['Thôn', 'Tin, bài', 'Hộ dân'],
      ['Thôn 1', 12, 250],
    ],
  },
  period_twice: { Sheet1: [['SỐ LIỆU THÁNG 9/2026'], PERIOD, HEAD, ROW] },
  period_of_a_whole_day: {
    Sheet1: [
      ['Thôn', 'Kỳ', 'Tin, bài'],
      ['Thôn 1', { value: day(2026, 10, 31), format: 'dd/mm/yyyy' }, 12],
    ],
  },
  month_that_does_not_exist: {
    Sheet1: [
      ['Thôn', 'Tháng', 'Tin, bài'],
      ['Thôn 1', 13, 12],
    ],
  },
  quarter_of_a_monthly_measure: {
    Sheet1: [
      ['Thôn', 'Quý', 'Tin, bài'],
      ['Thôn 1', 'III', 12],
    ],
  },
  // Hostile
  hostile_texts: {
    Sheet1: [
      ['Thôn', 'Số liệu', 'Kỳ', 'Giá trị', 'Nguồn', 'Minh chứng'],
      ['Thôn 1', 'Tin, bài', '2026-10', 12, '=HYPERLINK("http://x","y")', '<script>alert(1)</script>'],
      ['<img src=x onerror=alert(1)>', 'Tin, bài', '2026-10', "=cmd|'/c calc'!A0", null, null],
    ],
  },
}

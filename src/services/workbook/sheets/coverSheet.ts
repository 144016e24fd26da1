import type { EntrantLevel } from '#base/entrantLevel.ts'
import { formatDate } from '#base/plainDate.ts'
import { type Cell, type Column, formula, SHEETS, type Sheet, text, wide } from '../cells.ts'
import type { Layout } from '../layout/layout.ts'
import { CHECK } from './checks.ts'
import { levelChecks } from './levelSheet.ts'
import { standingChecks } from './standingSheet.ts'

const COLUMNS: readonly Column[] = [26, 14, 14, 26, 14, 40].map((width) => ({ title: '', width }))

/** What the workbook is, how many rows agree, and how to read it. */
export function coverSheet(layout: Layout): Sheet {
  const { program, hash, asOf } = layout.standings
  const { title, version } = program.rulebook
  const lists = [
    ...LEVELS.filter((level) => layout.blocks[level].length > 0).map((level) => ({
      name: SHEETS[level],
      cells: levelChecks(level, layout),
    })),
    { name: SHEETS.standings, cells: standingChecks(layout) },
  ]
  const head: readonly (readonly Cell[])[] = [
    wide(`Bảng đối chiếu: ${title.text}`, COLUMNS, 'title'),
    described('Phiên bản', version.text),
    described('Mã băm bộ tiêu chí', hash),
    described('Chấm đến hết ngày', formatDate(asOf)),
    [],
  ]
  const first = head.length + 2
  const last = first + lists.length - 1
  const sum = (column: string): string => `SUM(${column}${first}:${column}${last})`
  const counts = lists.map(({ name, cells }, index) => {
    const row = first + index
    return [
      text(name, 'plain'),
      ...STATES.map((state) => formula(`COUNTIF(${cells},"${state}")`, 'result', '#,##0')),
      formula(`SUM(B${row}:D${row})`, 'result', '#,##0'),
    ]
  })
  return {
    name: SHEETS.cover,
    columns: COLUMNS,
    printed: COLUMNS.length,
    rows: [
      ...head,
      ['Trang', 'Khớp', 'Lệch', 'Không lập được công thức', 'Số dòng'].map((words) => text(words, 'heading')),
      ...counts,
      [
        text('Cộng', 'section'),
        ...['B', 'C', 'D', 'E'].map((column) => formula(sum(column), 'section', '#,##0')),
      ],
      [],
      [text('Kết luận', 'section'), formula(verdict(last + 1), 'section')],
      [],
      ...NOTES.map((note) => wide(note, COLUMNS, 'note')),
    ],
    frozen: { rows: 0, columns: 0 },
    filter: undefined,
  }
}

const LEVELS: readonly EntrantLevel[] = ['commune', 'village', 'unit']
const STATES = [CHECK.same, CHECK.differs, CHECK.unwritten]

const NOTES: readonly string[] = [
  'Cách đọc. Mỗi dòng ở các trang cấp và trang Xếp hạng có hai kết quả đứng cạnh nhau: một do công thức của bảng tính này tính từ trang Số liệu, theo cách chấm ghi trong bộ tiêu chí; một do máy chấm tính (cột «Máy chấm»). Cột «Đối chiếu» ghi khớp hoặc lệch.',
  'Khớp nghĩa là: tình trạng giống nhau; điểm, điểm tối đa và tổng điểm khác nhau dưới 0,000001; hạng và loại giống hệt.',
  'Thử lại: sửa một ô nền vàng ở trang Số liệu thì điểm, hạng và loại theo công thức đổi theo; kết quả của máy chấm giữ nguyên, nên các dòng chịu ảnh hưởng chuyển thành lệch.',
  'Tình trạng: có điểm; chưa có số liệu; chờ thẩm định; không áp dụng; lỗi số liệu. Các cột mã ghi 0 chưa có, 1 có, 2 chờ thẩm định, 3 không áp dụng, 4 lỗi, 5 mẫu số bằng 0.',
  'Bảng tính giữ 15 chữ số của mỗi số và tính theo hệ nhị phân. Vì vậy khi so với ngưỡng, tỷ lệ được so bằng phép nhân chéo tử số và mẫu số, số khác được làm tròn trước khi so; hai tổng điểm cách nhau dưới 0,000000001 coi là bằng nhau. Máy chấm tính bằng phân số chính xác.',
  'Ai được chấm tiêu chí nào, quy định riêng nào áp dụng, chỉ tiêu của năm nào là theo bộ tiêu chí và danh sách đối tượng lúc lập bảng; các công thức không hỏi lại điều đó.',
  'Nếu mở tệp mà các ô còn trống hoặc ghi 0: bấm Ctrl+Alt+F9 (Excel) hoặc Ctrl+Shift+F9 (LibreOffice) để tính lại.',
]

/** The verdict on the counts of a row: nothing compared is no agreement. */
function verdict(row: number): string {
  const partly = `IF(C${row}=0,"KHỚP, TRỪ CHỖ KHÔNG LẬP ĐƯỢC CÔNG THỨC","CÓ CHỖ LỆCH")`
  return `IF(E${row}=0,"KHÔNG CÓ DÒNG NÀO ĐỂ ĐỐI CHIẾU",IF(B${row}=E${row},"KHỚP TOÀN BỘ",${partly}))`
}

function described(name: string, value: string): readonly Cell[] {
  return [text(name, 'section'), ...wide(value, COLUMNS.slice(1), 'plain')]
}

import type { BoardPlace } from '#services/site/board.ts'
import { DATA_FILES, type DataFile, pathOf } from '../address.ts'
import type { PageFrame } from '../site/renderer.ts'
import { type Crumbs, HOME } from './crumbs.ts'

/** What can be taken home, and what is in it. */
export interface OpenDataView extends PageFrame {
  readonly crumbs: Crumbs
  readonly files: readonly { readonly name: DataFile; readonly what: string }[]
  /** A board to try it with; empty on a site without any. */
  readonly example: string
  readonly examples: readonly { readonly name: string; readonly url: string }[]
  /** What each name in the files for programs stands for. */
  readonly fields: readonly { readonly file: DataFile; readonly rows: readonly FieldView[] }[]
}

interface FieldView {
  readonly name: string
  readonly what: string
}

const WHAT: Readonly<Record<DataFile, string>> = {
  'ket-qua.csv':
    'Hạng, tổng điểm, xếp loại và điểm từng tiêu chí của mọi nơi được chấm. Dòng đầu ghi ngày tính, và nếu là dữ liệu minh họa hay điểm dự kiến thì ghi rõ ở đó; dòng thứ hai là tên cột; cột Ghi chú cho biết điểm nào mới tạm tính. Mở được bằng Excel.',
  'so-lieu.csv':
    'Số liệu mà điểm được tính từ đó: của nơi nào, số liệu gì, kỳ nào, bao nhiêu, nguồn và minh chứng. Mở được bằng Excel.',
  'doi-tuong.csv': 'Danh sách nơi được chấm: mã, tên, loại, thuộc xã nào, cụm, đặc điểm. Mở được bằng Excel.',
  'ket-qua.json': 'Kết quả cho chương trình máy tính đọc; số ghi chính xác, không làm tròn.',
  'cong-bo.json':
    'Nguyên văn bản công bố: bộ tiêu chí, danh sách, số liệu, kết quả và mã kiểm tra của bản trước. Đủ để tính lại từ đầu.',
}

const FIELDS: OpenDataView['fields'] = [
  {
    file: 'ket-qua.json',
    rows: [
      {
        name: 'caveats',
        what: 'điều phải biết khi dùng số này: dữ liệu minh họa, điểm dự kiến; rỗng nếu không có gì',
      },
      { name: 'rulebook', what: 'bộ tiêu chí: tên tắt, phiên bản và mã của văn bản' },
      { name: 'asOf', what: 'tính đến ngày nào' },
      { name: 'results', what: 'mỗi nơi được chấm một mục, hạng cao đứng trước' },
      { name: 'entrant, name, kind', what: 'mã, tên và loại của nơi ấy' },
      { name: 'total', what: 'tổng điểm: exact là chính xác, text là đã làm tròn; null nếu không chấm' },
      { name: 'rank, class', what: 'hạng và xếp loại; null nếu không có' },
      { name: 'criteria', what: 'từng tiêu chí: mã, điểm, điểm tối đa' },
      {
        name: 'outcome',
        what: 'value: đã chấm; missing: thiếu số liệu; pending: chờ thẩm định; notApplicable: không áp dụng; error: không tính được',
      },
    ],
  },
  {
    file: 'cong-bo.json',
    rows: [
      { name: 'id, commune, edition, period', what: 'bản nào: xã, bộ tiêu chí của năm nào, kỳ nào' },
      { name: 'asOf', what: 'tính đến ngày nào' },
      { name: 'cutOff, by', what: 'công bố lúc nào, nơi nào công bố' },
      { name: 'corrects', what: 'đính chính bản nào, vì sao, đổi những gì; null nếu không đính chính' },
      {
        name: 'rulebook, dossier, results',
        what: 'nguyên văn bộ tiêu chí, số liệu và kết quả, kèm mã của từng phần',
      },
      { name: 'before', what: 'bản công bố liền trước và mã của nó; null nếu là bản đầu' },
    ],
  },
]

/** With a board to try it with, where there is one. */
export function presentOpenData(at: BoardPlace | undefined): OpenDataView {
  return {
    pageTitle: 'Lấy số liệu và kiểm tra lại',
    description: 'Các tệp của mỗi bản công bố: trong đó có gì, mở bằng gì, kiểm tra lại thế nào.',
    crumbs: HOME,
    files: DATA_FILES.map((name) => ({ name, what: WHAT[name] })),
    example: at ? pathOf({ kind: 'board', at }) : '',
    examples: at ? DATA_FILES.map((file) => ({ name: file, url: pathOf({ kind: 'data', at, file }) })) : [],
    fields: FIELDS,
  }
}

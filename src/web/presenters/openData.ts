import type { Site } from '#services/site/site.ts'
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
}

const WHAT: Readonly<Record<DataFile, string>> = {
  'ket-qua.json': 'Kết quả cho chương trình máy tính đọc; số ghi chính xác, không làm tròn.',
  'cong-bo.json':
    'Nguyên văn bản công bố: bộ tiêu chí, danh sách, số liệu, kết quả và mã kiểm tra của bản trước. Đủ để tính lại từ đầu.',
}

export function presentOpenData({ editions }: Site): OpenDataView {
  const at = editions[0]?.current.at(-1)
  return {
    pageTitle: 'Lấy số liệu và kiểm tra lại',
    description: 'Các tệp của mỗi bản công bố: trong đó có gì, mở bằng gì, kiểm tra lại thế nào.',
    crumbs: HOME,
    files: DATA_FILES.map((name) => ({ name, what: WHAT[name] })),
    example: at ? pathOf({ kind: 'board', at }) : '',
    examples: at ? DATA_FILES.map((file) => ({ name: file, url: pathOf({ kind: 'data', at, file }) })) : [],
  }
}

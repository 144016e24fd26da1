import type { Page, PageFrame } from '../site/renderer.ts'

/** There is no such page, or no more. */
export const NOT_FOUND: Page = errorPage(
  'Không tìm thấy trang',
  'Địa chỉ này không dẫn đến trang nào. Có thể địa chỉ gõ nhầm, hoặc thôn đã đổi tên hay sáp nhập.',
)

/** The address itself is broken. */
export const UNREADABLE: Page = errorPage(
  'Địa chỉ không hợp lệ',
  'Địa chỉ này viết sai nên không đọc được. Hãy quay lại trang đầu và chọn từ danh sách.',
)

/** Too many are looking. */
export const BUSY: Page = errorPage('Trang đang đông người xem', 'Hãy mở lại sau ít giây.')

/** The program failed. */
export const FAILED: Page = errorPage(
  'Trang đang gặp sự cố',
  'Điểm và số liệu không bị ảnh hưởng. Hãy thử lại sau ít phút; nếu vẫn vậy, báo cho cán bộ phụ trách.',
)

interface ErrorView extends PageFrame {
  readonly heading: string
  readonly message: string
}

function errorPage(heading: string, message: string): Page {
  const view: ErrorView = { pageTitle: heading, description: `${heading}.`, heading, message }
  return { template: 'error', view }
}

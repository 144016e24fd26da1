import type { ErrorRequestHandler, RequestHandler } from 'express'
import { pino } from 'pino'
import { renderPage } from '../renderPage.ts'

const log = pino({ base: null })

/** Says that there is no such page, without repeating what was asked for. */
export const handleNotFound: RequestHandler = (_request, response) => {
  response.status(404)
  renderPage(response, 'error', {
    pageTitle: 'Không tìm thấy trang',
    description: 'Trang này không có.',
    heading: 'Không tìm thấy trang',
    message:
      'Địa chỉ này không dẫn đến trang nào. Có thể địa chỉ gõ nhầm, hoặc thôn đã đổi tên hay sáp nhập.',
  })
}

/** The last resort of every request: a page of our own, without a word of the program's insides. */
export const handleError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error)
  const status = statusOf(error)
  response.status(status)
  if (status < 500) {
    return renderPage(response, 'error', {
      pageTitle: 'Địa chỉ không hợp lệ',
      description: 'Địa chỉ không hợp lệ.',
      heading: 'Địa chỉ không hợp lệ',
      message: 'Địa chỉ này viết sai nên không đọc được. Hãy quay lại trang đầu và chọn từ danh sách.',
    })
  }
  log.error({ err: error, path: request.path.slice(0, 200) }, 'request failed')
  renderPage(response, 'error', {
    pageTitle: 'Trang đang gặp sự cố',
    description: 'Trang đang gặp sự cố.',
    heading: 'Trang đang gặp sự cố',
    message:
      'Điểm và số liệu không bị ảnh hưởng. Hãy thử lại sau ít phút; nếu vẫn vậy, báo cho cán bộ phụ trách.',
  })
}

/** The status that express gives to a request it cannot read (400 for a broken %-code); 500 for all else. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

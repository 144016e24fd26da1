import type { RequestHandler } from 'express'

/** Longer than any path of the site with what a form asks: names of measures are long when they are encoded. */
const LONGEST_ADDRESS = 6_000

/** A site that only shows: anything but a look, and any address that none of its pages has, is turned away unread. */
export const limitRequests: RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.status(405).set({ Allow: 'GET, HEAD', Connection: 'close' }).type('text').end()
    return
  }
  if (request.url.length > LONGEST_ADDRESS) {
    response.status(414).type('text').end('Địa chỉ quá dài. Hãy mở lại từ trang đầu.\n')
    return
  }
  next()
}

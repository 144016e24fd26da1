// Asks the engine on the reader's own machine, which is loaded when it is first needed: for pages that answer as one types.
self.thiduaHoi = (() => {
  const engine = document.getElementById('live-engine').href
  const publication = document.getElementById('live-publication').href

  function load(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = url
      script.onload = resolve
      script.onerror = reject
      document.head.append(script)
    })
  }

  /** Apart from the page, so that it does not freeze. A page from a file may not have that. */
  async function inWorker() {
    const worker = new Worker(engine)
    const waiting = new Map()
    const send = (number, message) =>
      new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject })
        worker.postMessage({ ...message, number })
      })
    worker.onmessage = ({ data: { number, html, failed } }) => {
      if (failed === undefined) waiting.get(number)?.resolve(html)
      else waiting.get(number)?.reject(failed)
      waiting.delete(number)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      for (const { reject } of waiting.values()) reject(event)
      waiting.clear()
    }
    let count = 0
    await send(count, { publication })
    return (ask) => send(++count, { ask })
  }

  async function inPage() {
    await Promise.all([load(publication), load(engine)])
    return async (ask) => self.thiduaThuTruoc(ask)
  }

  let answering
  const latest = new Map()

  /** What cannot be loaded is tried again by the next question. */
  async function answer(ask) {
    answering ??= inWorker()
      .catch(inPage)
      .catch((error) => {
        answering = undefined
        throw error
      })
    return (await answering)(ask)
  }

  const status = document.getElementById('live-status')

  /** Lays a part of the page out anew; an answer to what is no longer asked is dropped. Tells whether it could be answered. */
  async function show(place, ask) {
    const number = (latest.get(place) ?? 0) + 1
    latest.set(place, number)
    status.textContent = answering ? 'Đang tính…' : 'Đang tải phần tính điểm…'
    place.setAttribute('aria-busy', 'true')
    const isLatest = () => number === latest.get(place)
    try {
      const html = await answer(ask)
      if (isLatest()) {
        place.innerHTML = html
        const told = 'told' in place.dataset && place.querySelector('[role=alert] li, h3')
        status.textContent = told ? told.innerText : ''
        place.removeAttribute('aria-busy')
      }
      return true
    } catch {
      if (!isLatest()) return true
      place.removeAttribute('aria-busy')
      status.textContent = 'Chưa tính được ngay trên máy này; hãy bấm nút để xem kết quả.'
      return false
    }
  }

  /** Nothing is asked any more: what is still being answered is dropped too. */
  function clear(place) {
    latest.set(place, (latest.get(place) ?? 0) + 1)
    place.replaceChildren()
    place.removeAttribute('aria-busy')
    status.textContent = ''
  }

  return { show, clear }
})()

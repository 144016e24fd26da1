// Loads the engine and the publication once the button is pressed, has everything computed again, and shows what holds.
const section = document.getElementById('recheck')
const button = document.getElementById('recheck-start')
const status = document.getElementById('recheck-status')
const findings = document.getElementById('recheck-findings')
const engine = document.getElementById('recheck-engine').href
const publication = document.getElementById('recheck-data').href
const claim = { hash: section.dataset.hash, entrant: section.dataset.entrant, publication }

/** Apart from the page, so that it does not freeze. A page from a file may not have that. */
function inWorker() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(engine)
    const end = (settle) => (event) => {
      worker.terminate()
      settle(event.data)
    }
    worker.onmessage = end(resolve)
    worker.onerror = end(reject)
    worker.postMessage(claim)
  })
}

function load(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.onload = resolve
    script.onerror = reject
    document.head.append(script)
  })
}

/** Once what was said has been painted: computing keeps the page busy. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
}

async function inPage() {
  // Not from a try before: it may have been another publication.
  await Promise.all([load(publication), load(engine)])
  await painted()
  return self.thiduaTinhLai(claim)
}

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1).replace('.', ',')
}

function show({ sound, findings: all }, since) {
  status.className = sound ? 'holds' : 'fails'
  status.textContent = sound
    ? `✔ Khớp: tính lại ra đúng như đã công bố. Hết ${seconds(since)} giây, kể cả lúc tải.`
    : `✘ Không khớp: có chỗ tính lại ra khác, hoặc tệp đã bị sửa. Hết ${seconds(since)} giây, kể cả lúc tải.`
  findings.replaceChildren(
    ...all.map(({ holds, title, text }) => {
      const item = document.createElement('li')
      const name = document.createElement('b')
      item.className = holds ? 'holds' : 'fails'
      name.textContent = `${holds ? '✔ Khớp' : '✘ Lệch'}, ${title}:`
      item.append(name, ` ${text}`)
      return item
    }),
  )
}

button.hidden = false
button.addEventListener('click', async () => {
  const since = performance.now()
  button.disabled = true
  button.textContent = 'Đang tính…'
  status.className = ''
  status.textContent = 'Đang tải và tính lại. Máy cũ có thể mất vài phút, xin cứ để trang mở.'
  findings.replaceChildren()
  try {
    show(await inWorker().catch(inPage), since)
    button.textContent = 'Tính lại lần nữa'
  } catch {
    status.className = 'fails'
    status.textContent =
      'Chưa tính được: không tải được tệp, hoặc trình duyệt này quá cũ. Điều này không có nghĩa là kết quả sai. Hãy thử lại, hoặc dùng cách dưới đây.'
    button.textContent = 'Thử lại'
  }
  button.disabled = false
})

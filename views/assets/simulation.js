// Answers as a reader types, with the engine on the reader's own machine, and keeps scenarios there. Without this script the forms ask the
// server.
const section = document.getElementById('gia-dinh')
const form = document.querySelector('form.suppose')
const goal = document.querySelector('form.aim')
const status = document.getElementById('live-status')
const parts = {
  plan: document.getElementById('plan-answer'),
  supposed: document.getElementById('supposed-answer'),
}
const engine = document.getElementById('live-engine').href
const publication = document.getElementById('live-publication').href
const { entrant, rules } = section.dataset
const path = decodeURI(location.pathname)
/** Whether there is a server behind the page. */
const served = section.dataset.answered !== undefined
const MARK = '#gia-dinh'

/** What the form holds, as an address has it; what is empty is left out. */
function query() {
  const all = new URLSearchParams(new FormData(form))
  const asked = new URLSearchParams()
  for (const [name, value] of all) if (value.trim() !== '') asked.set(name, value.trim())
  return asked.toString()
}

const hasSupposed = (text) =>
  [...new URLSearchParams(text).keys()].some((name) => name.startsWith('s.') || name === 'so-voi')

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
  worker.onmessage = ({ data: { number, html } }) => {
    waiting.get(number).resolve(html)
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

/** Loaded when it is first needed; what cannot be loaded is tried again by the next question. */
async function answer(ask) {
  answering ??= inWorker()
    .catch(inPage)
    .catch((error) => {
      answering = undefined
      throw error
    })
  return (await answering)(ask)
}

const latest = { plan: 0, supposed: 0 }

/** Lays a part of the page out anew; an answer to what is no longer asked is dropped. */
async function show(part, text) {
  const number = ++latest[part]
  status.textContent = answering ? 'Đang tính…' : 'Đang tải phần tính điểm…'
  parts[part].setAttribute('aria-busy', 'true')
  try {
    const html = await answer({ part, entrant, query: text, path, rules, served })
    if (number !== latest[part]) return true
    parts[part].innerHTML = html
    status.textContent = ''
    parts[part].removeAttribute('aria-busy')
    return true
  } catch {
    if (number === latest[part]) parts[part].removeAttribute('aria-busy')
    status.textContent = 'Chưa tính được ngay trên máy này; hãy bấm nút để xem kết quả.'
    return false
  }
}

function keepAddress(text) {
  try {
    history.replaceState(null, '', text === '' ? location.pathname : `?${text}${MARK}`)
  } catch {
    // A page from a file may not change its address.
  }
}

async function supposedNow() {
  const text = query()
  keepAddress(hasSupposed(text) ? text : '')
  offerToSave()
  if (hasSupposed(text)) return show('supposed', text)
  latest.supposed++
  parts.supposed.replaceChildren()
  status.textContent = ''
  return true
}

let pause
form.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(supposedNow, 200)
})
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  clearTimeout(pause)
  if (await supposedNow()) section.scrollIntoView()
  else form.submit()
})
goal.addEventListener('submit', async (event) => {
  event.preventDefault()
  const text = new URLSearchParams(new FormData(goal)).toString()
  if (!(await show('plan', text))) goal.submit()
})

/** Fills the form from an address, and answers it. */
function apply(text) {
  const asked = new URLSearchParams(text)
  for (const field of form.elements) {
    if (!field.name || field.type === 'hidden') continue
    const value = asked.get(field.name) ?? ''
    if (field.options && ![...field.options].some((option) => option.value === value))
      field.add(new Option(value, value))
    field.value = value
  }
  return supposedNow()
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a.try')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  apply(link.search)
  section.scrollIntoView()
})

// Steps up and down beside each number.
const NUMBER = /^(-?)(\d+)(?:,(\d+))?(%?)$/
const plain = (text) => text.replace(/\.(?=\d{3}(?:\D|$))/g, '')

/** `12,5` as a whole number of its last decimals, so that nothing is lost on the way. */
function read(text, places) {
  const [, sign, whole, decimals = '', percent] = NUMBER.exec(plain(text)) ?? []
  if (whole === undefined || decimals.length > places) return undefined
  return { units: BigInt(sign + whole + decimals.padEnd(places, '0')), percent }
}

function write({ units, percent }, places) {
  const negative = units < 0n
  const digits = String(negative ? -units : units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${negative ? '-' : ''}${whole}${decimals && `,${decimals}`}${percent}`
}

function stepped(text, step, times) {
  const places = Math.max(...[text, step].map((each) => (/,(\d+)/.exec(each)?.[1] ?? '').length))
  const [now, by] = [read(text, places), read(step, places)]
  if (!now || !by) return undefined
  const units = now.units + by.units * times
  return write({ units: units < 0n ? 0n : units, percent: now.percent }, places)
}

for (const field of form.querySelectorAll('.field[data-step]')) {
  const input = field.querySelector('input')
  const { step, expected } = field.dataset
  const row = document.createElement('span')
  row.className = 'stepper'
  const press = (sign, times) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign
    button.setAttribute(
      'aria-label',
      `${times > 0n ? 'Thêm' : 'Bớt'} ${step}: ${field.querySelector('label').textContent}`,
    )
    button.addEventListener('click', () => {
      const values = (input.value.trim() || expected || '0').split(/\s*;\s*/)
      // What is left out between two strokes stays as it is expected to be.
      const next = values.map((value) => (value === '' ? '' : stepped(value, step, times)))
      if (next.includes(undefined)) return input.focus()
      input.value = next.join('; ')
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    return button
  }
  input.replaceWith(row)
  row.append(press('−', -1n), input, press('+', 1n))
}

// Scenarios are kept on this machine, for each entrant and publication.
const KEY = `thidua-phuong-an ${publication} ${entrant}`
const saved = document.getElementById('saved')
const list = document.getElementById('saved-list')
const save = document.getElementById('save')

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return []
  }
}

function keep(all) {
  try {
    localStorage.setItem(KEY, JSON.stringify(all))
  } catch {
    status.textContent = 'Trình duyệt này không cho lưu; hãy giữ liên kết của phương án.'
  }
  showKept()
}

function offerToSave() {
  save.hidden = ![...new URLSearchParams(query()).keys()].some((name) => name.startsWith('s.'))
}

function item({ name, text }, all) {
  const entry = document.createElement('li')
  const open = document.createElement('a')
  open.className = 'try'
  open.href = `?${text}${MARK}`
  open.textContent = name
  const compare = document.createElement('button')
  compare.type = 'button'
  compare.textContent = 'So với phương án này'
  compare.addEventListener('click', () => {
    form.elements['so-voi'].value = `?${text}`
    supposedNow()
    section.scrollIntoView()
  })
  const remove = document.createElement('button')
  remove.type = 'button'
  remove.textContent = 'Bỏ'
  remove.setAttribute('aria-label', `Bỏ phương án ${name}`)
  remove.addEventListener('click', () => keep(all.filter((one) => one.text !== text)))
  entry.append(open, ' ', compare, ' ', remove)
  return entry
}

function showKept() {
  const all = kept()
  saved.hidden = all.length === 0
  list.replaceChildren(...all.map((one) => item(one, all)))
}

save.addEventListener('click', () => {
  const asked = new URLSearchParams(query())
  asked.delete('so-voi')
  const before = kept()
  const name = asked.get('ten') ?? `Phương án ${before.length + 1}`
  asked.set('ten', name)
  form.elements['ten'].value = name
  keep([...before.filter((one) => one.name !== name), { name, text: asked.toString() }])
  supposedNow()
  status.textContent = `Đã lưu «${name}» trên máy này.`
})

showKept()
offerToSave()
// Where there is no server, nobody has answered what the address asks.
if (!served && hasSupposed(location.search)) apply(location.search)

// Answers as a reader types (answering.js), and keeps scenarios on the reader's own machine. Without this script the forms ask the
// server.
const section = document.getElementById('gia-dinh')
const form = document.querySelector('#gia-dinh form')
const goals = document.querySelectorAll('form.aim')
const efforts = document.querySelector('form.efforts')
const status = document.getElementById('live-status')
const parts = {
  plan: document.getElementById('plan-answer'),
  steps: document.getElementById('steps-answer'),
  supposed: document.getElementById('supposed-answer'),
}
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

const show = (part, text) =>
  self.thiduaHoi.show(parts[part], { part, entrant, query: text, path, rules, served })

/** The goal and the efforts that were asked for, as an address has them. */
let aim = new URLSearchParams(
  [...new URLSearchParams(location.search)].filter(([name]) => name === 'dich' || name.startsWith('e.')),
).toString()

function keepAddress() {
  const text = query()
  const asked = [aim, hasSupposed(text) ? text : ''].filter((part) => part !== '').join('&')
  try {
    history.replaceState(
      null,
      '',
      asked === '' ? location.pathname : `?${asked}${hasSupposed(text) ? MARK : ''}`,
    )
  } catch {
    // A page from a file may not change its address.
  }
}

async function supposedNow() {
  const text = query()
  keepAddress()
  offerToSave()
  if (hasSupposed(text)) return show('supposed', text)
  self.thiduaHoi.clear(parts.supposed)
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
/** Efforts that were typed, and the goal. */
function aimed(wanted) {
  const asked = new URLSearchParams(wanted === '' ? {} : { dich: wanted })
  for (const [name, value] of new FormData(efforts ?? undefined))
    if (name.startsWith('e.') && value.trim() !== '') asked.set(name, value.trim())
  return asked.toString()
}

/** Answers goal and efforts; without an answer here the server is asked. */
async function aimNow(text, asked) {
  aim = text
  keepAddress()
  for (const part of asked) if (!(await show(part, text))) return served && location.reload()
}

for (const goal of goals)
  goal.addEventListener('submit', (event) => {
    event.preventDefault()
    aimNow(aimed(goal.elements['dich'].value), ['plan'])
  })
efforts?.addEventListener('submit', (event) => {
  event.preventDefault()
  const wanted = new URLSearchParams(aim).get('dich') ?? ''
  aimNow(aimed(wanted), wanted === '' ? ['steps'] : ['steps', 'plan'])
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

save.addEventListener('click', async () => {
  const asked = new URLSearchParams(query())
  asked.delete('so-voi')
  const before = kept()
  const name = asked.get('ten') ?? `Phương án ${before.length + 1}`
  asked.set('ten', name)
  form.elements['ten'].value = name
  keep([...before.filter((one) => one.name !== name), { name, text: asked.toString() }])
  await supposedNow()
  status.textContent = `Đã lưu «${name}» trên máy này.`
})

showKept()
offerToSave()
// Where there is no server, nobody has answered what the address asks.
if (!served && aim !== '') {
  const asked = new URLSearchParams(aim)
  for (const field of efforts?.elements ?? []) if (field.name) field.value = asked.get(field.name) ?? ''
  // Of the goals that are offered, or the reader's own.
  const option = [...document.querySelectorAll('#dich option')].find(
    ({ value }) => value === asked.get('dich'),
  )
  if (option) option.selected = true
  else document.getElementById('dich-khac').value = asked.get('dich') ?? ''
  aimNow(aim, asked.has('dich') ? ['steps', 'plan'] : ['steps'])
}
if (!served && hasSupposed(location.search)) apply(location.search)

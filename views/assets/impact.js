// Answers as a committee rewrites its rulebook (answering.js). Without this script each form asks the server.
const section = document.getElementById('sua')
const place = document.getElementById('rewritten')
const nothing = document.getElementById('nothing')
const { rules } = section.dataset
const fields = [...document.querySelectorAll('form.rewriting textarea')]
/** Longer is no address for a site. */
const LONGEST = 5500
const MARK = '#sua'
/** Whether the months before are asked of too. */
const withMonths = new URLSearchParams(location.search).has('cac-thang')

const tidied = (text) =>
  text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
const originalOf = (field) => field.dataset.original ?? field.defaultValue
const isChanged = (field) => tidied(field.value) !== tidied(originalOf(field))

/** What was written anew, as an address has it. */
function query() {
  const asked = new URLSearchParams()
  for (const field of fields) if (isChanged(field)) asked.set(field.name, tidied(field.value))
  if (asked.size > 0) {
    if (withMonths) asked.set('cac-thang', '1')
    asked.set('bo', rules)
  }
  return asked.toString()
}

function keepAddress(text) {
  const fits = text !== '' && text.length <= LONGEST
  try {
    history.replaceState(null, '', fits ? `?${text}${MARK}` : location.pathname)
  } catch {
    // A page from a file may not change its address.
  }
}

function mark(field) {
  const details = field.closest('details')
  details.querySelector('.changed').hidden = !isChanged(field)
  details.querySelector('.undo').hidden = !isChanged(field)
}

function ask(text) {
  nothing.hidden = text !== ''
  if (text !== '') return self.thiduaHoi.show(place, { part: 'rewritten', query: text, rules })
  self.thiduaHoi.clear(place)
  return true
}

async function now() {
  const text = query()
  keepAddress(text)
  return ask(text)
}

let pause
for (const field of fields) {
  const { form } = field
  field.addEventListener('input', () => {
    mark(field)
    clearTimeout(pause)
    pause = setTimeout(now, 400)
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    clearTimeout(pause)
    if (await now()) section.scrollIntoView()
    // What else was written anew since the page came is asked too.
    else location.search = query()
  })
  form.querySelector('.undo').addEventListener('click', (event) => {
    event.preventDefault()
    field.value = originalOf(field)
    mark(field)
    now()
  })
}

// Where there is no server nobody has answered what the address asks: as it stands, with the rules that it was made on.
const asked = new URLSearchParams(location.search)
if (section.dataset.answered === undefined && [...asked.keys()].some((name) => name.startsWith('sua.'))) {
  for (const field of fields) {
    if (!asked.has(field.name)) continue
    field.value = asked.get(field.name)
    field.closest('details').open = true
    mark(field)
  }
  ask(location.search.slice(1))
}

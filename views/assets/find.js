// Filters the list of names as a reader types, without tone marks. Without this script the form asks the server.
const form = document.querySelector('form.find')
const field = document.getElementById('tim')
const found = document.getElementById('found')
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

const names = [...document.querySelectorAll('.names li')].map((item) => ({
  item,
  name: fold(item.querySelector('a').textContent),
}))

function filter() {
  const words = fold(field.value)
    .split(/\s+/)
    .filter((word) => word !== '')
  let count = 0
  for (const { item, name } of names) {
    const shown = words.every((word) => name.includes(word))
    item.hidden = !shown
    if (shown) count++
  }
  for (const group of document.querySelectorAll('.group, .letter'))
    group.hidden = group.querySelector('li:not([hidden])') === null
  if (words.length === 0) found.textContent = ''
  else if (count > 0) found.textContent = `${count} tên có «${field.value.trim()}».`
  else found.textContent = `Không có tên nào có «${field.value.trim()}». Hãy gõ ít chữ hơn, không cần dấu.`
}

form.hidden = false
// What the server filtered for a question lacks all others: there the next question is the server's again.
if (field.defaultValue === '') {
  field.addEventListener('input', filter)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    filter()
  })
  // Browsers may put back what was typed before.
  if (field.value !== '') filter()
}

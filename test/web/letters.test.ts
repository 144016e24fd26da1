import { expect, test } from 'vitest'
import { byLetter } from '#web/presenters/letters.ts'

const named = (...names: readonly string[]): readonly { readonly name: string }[] =>
  names.map((name) => ({ name }))

test.each([
  [
    ['Xã Đông Hải', 'Xã Dương Xá', 'Phường An Nông'],
    ['Phường An Nông', 'Xã Dương Xá', 'Xã Đông Hải'],
  ],
  [
    ['Thôn 10', 'Thôn 9', 'Khu phố 8'],
    ['Khu phố 8', 'Thôn 9', 'Thôn 10'],
  ],
  [
    ['Xã Ân Thi', 'Xã Ăn Thề', 'Xã An Thọ'],
    ['Xã An Thọ', 'Xã Ăn Thề', 'Xã Ân Thi'],
  ],
  [
    ['Đặc khu Phú Quốc', 'Xã Phú An'.normalize('NFD')],
    ['Xã Phú An'.normalize('NFD'), 'Đặc khu Phú Quốc'],
  ],
  [
    ['Xã', 'Bản', 'Thôn '],
    ['Bản', 'Thôn ', 'Xã'],
  ],
])('%j stand as %j', (names, ordered) => {
  expect(byLetter(named(...names))).toEqual([{ letter: '', named: named(...ordered) }])
})

test('more than fifty stand letter by letter, each once', () => {
  const names = ['Xã Đa', 'Xã Da', 'Xã Ông', '1', '?'].flatMap((name) =>
    Array.from({ length: 11 }, (_, index) => `${name} ${index}`),
  )
  const letters = byLetter(named(...names))
  expect(letters.map(({ letter }) => letter)).toEqual(['Khác', '0–9', 'D', 'Đ', 'O'])
  expect(letters.flatMap((one) => one.named.map(({ name }) => name)).toSorted()).toEqual(names.toSorted())
})

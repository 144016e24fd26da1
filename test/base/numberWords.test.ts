import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateInWords } from '#base/dateWords.ts'
import { numberInWords, ordinalInWords, wholeInWords } from '#base/numberWords.ts'
import { parseNumber } from '#base/parseNumber.ts'
import { parseDate } from '#base/plainDate.ts'
import type { Rational } from '#base/rational.ts'
import { rational } from '#base/rational.ts'
import { spokenText } from '#base/spokenText.ts'

const number = (text: string): Rational => {
  const parsed = parseNumber(text)
  if (parsed.kind !== 'number') throw new Error(`${text} is no number`)
  return parsed.value
}

describe('whole numbers', () => {
  test.each<[bigint, string]>([
    [0n, 'không'],
    [4n, 'bốn'],
    [5n, 'năm'],
    [10n, 'mười'],
    [11n, 'mười một'],
    [14n, 'mười bốn'],
    [15n, 'mười lăm'],
    [20n, 'hai mươi'],
    [21n, 'hai mươi mốt'],
    [24n, 'hai mươi tư'],
    [25n, 'hai mươi lăm'],
    [55n, 'năm mươi lăm'],
    [91n, 'chín mươi mốt'],
    [100n, 'một trăm'],
    [101n, 'một trăm linh một'],
    [104n, 'một trăm linh bốn'],
    [105n, 'một trăm linh năm'],
    [110n, 'một trăm mười'],
    [115n, 'một trăm mười lăm'],
    [121n, 'một trăm hai mươi mốt'],
    [555n, 'năm trăm năm mươi lăm'],
    [1000n, 'một nghìn'],
    [1001n, 'một nghìn không trăm linh một'],
    [1015n, 'một nghìn không trăm mười lăm'],
    [1100n, 'một nghìn một trăm'],
    [2026n, 'hai nghìn không trăm hai mươi sáu'],
    [15_763n, 'mười lăm nghìn bảy trăm sáu mươi ba'],
    [1_000_005n, 'một triệu không trăm linh năm'],
    [1_005_000n, 'một triệu không trăm linh năm nghìn'],
    [2_000_000_000n, 'hai tỷ'],
    [2_000_000_021n, 'hai tỷ không trăm hai mươi mốt'],
    [1_000_500_000_000n, 'một nghìn tỷ năm trăm triệu'],
    [-3n, 'âm ba'],
  ])('%s is %s', (value, words) => {
    expect(wholeInWords(value)).toBe(words)
  })

  test('distinct numbers give distinct words', () => {
    const size = fc.oneof(fc.bigInt(-2000n, 200_000n), fc.bigInt(-(10n ** 20n), 10n ** 20n))
    // Digits that are mostly zeros are where groups are left out.
    const sparse = fc
      .array(fc.constantFrom('0', '0', '0', '1', '4', '5'), { minLength: 1, maxLength: 21 })
      .map((digits) => BigInt(digits.join('')))
    const any = fc.oneof(size, sparse)
    fc.assert(
      fc.property(any, any, (left, right) => {
        expect(wholeInWords(left) === wholeInWords(right)).toBe(left === right)
      }),
    )
    const all = Array.from({ length: 20_000 }, (_, value) => wholeInWords(BigInt(value)))
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('with decimals', () => {
  test.each([
    ['81,5', 2, 'tám mươi mốt phẩy năm'],
    ['81,25', 2, 'tám mươi mốt phẩy hai mươi lăm'],
    ['81,05', 2, 'tám mươi mốt phẩy không năm'],
    ['81,50', 2, 'tám mươi mốt phẩy năm'],
    ['81,00', 2, 'tám mươi mốt'],
    ['0,125', 3, 'không phẩy một trăm hai mươi lăm'],
    ['3,14', 2, 'ba phẩy mười bốn'],
    ['4,55', 1, 'bốn phẩy sáu'],
    ['2,135', 2, 'hai phẩy mười bốn'],
    ['99,995', 2, 'một trăm'],
    ['-2,5', 1, 'âm hai phẩy năm'],
    ['-0,001', 2, 'không'],
    ['7,6', 0, 'tám'],
  ])('%s to %i places is %s', (text, places, words) => {
    expect(numberInWords(number(text), places)).toBe(words)
  })

  test('half to even and down are read as they round', () => {
    expect(numberInWords(number('2,125'), 2, 'halfEven')).toBe('hai phẩy mười hai')
    expect(numberInWords(number('2,129'), 2, 'down')).toBe('hai phẩy mười hai')
  })

  test('distinct hundredths give distinct words', () => {
    const hundredths = fc.bigInt(-100_000n, 100_000n)
    fc.assert(
      fc.property(hundredths, hundredths, (left, right) => {
        const said = [left, right].map((value) => numberInWords(rational(value, 100n), 2))
        expect(said[0] === said[1]).toBe(left === right)
      }),
    )
  })
})

test.each<[bigint, string]>([
  [1n, 'thứ nhất'],
  [2n, 'thứ hai'],
  [4n, 'thứ tư'],
  [5n, 'thứ năm'],
  [14n, 'thứ mười bốn'],
  [21n, 'thứ hai mươi mốt'],
])('place %s is %s', (place, words) => {
  expect(ordinalInWords(place)).toBe(words)
})

test.each([
  ['31/10/2026', 'ngày ba mươi mốt tháng mười năm hai nghìn không trăm hai mươi sáu'],
  ['05/04/2030', 'ngày mùng năm tháng tư năm hai nghìn không trăm ba mươi'],
  ['10/01/2026', 'ngày mùng mười tháng một năm hai nghìn không trăm hai mươi sáu'],
])('%s is %s', (text, words) => {
  const day = parseDate(text)
  expect(day && dateInWords(day)).toBe(words)
})

describe('written text read aloud', () => {
  test.each([
    ['Thôn 22', 'Thôn hai mươi hai'],
    ['Thôn 03', 'Thôn không ba'],
    ['Thôn 3 (miền núi)', 'Thôn ba, miền núi'],
    ['Cụm II', 'Cụm hai'],
    ['Khối XIV', 'Khối mười bốn'],
    ['Xã Vĩnh Lộc', 'Xã Vĩnh Lộc'],
    ['giai đoạn 2026-2030', 'giai đoạn hai nghìn không trăm hai mươi sáu đến hai nghìn không trăm ba mươi'],
    ['phủ sóng 4G/5G', 'phủ sóng bốn G năm G'],
    ['đạt 35,4%', 'đạt ba mươi lăm phẩy bốn phần trăm'],
    ['15.763 hộ', 'mười lăm nghìn bảy trăm sáu mươi ba hộ'],
    ['Khoa học - Công nghệ', 'Khoa học, Công nghệ'],
    ['«Xuất sắc»', 'Xuất sắc'],
    ['tiêu chí 5.10', 'tiêu chí năm chấm mười'],
    [
      'Nghị quyết 57, ngày 22/12/2024',
      'Nghị quyết năm mươi bảy, ngày hai mươi hai tháng mười hai năm hai nghìn không trăm hai mươi tư',
    ],
  ])('%s', (text, said) => {
    expect(spokenText(text)).toBe(said)
  })
})

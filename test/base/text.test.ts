import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareText } from '#base/compareText.ts'
import { didYouMean } from '#base/didYouMean.ts'
import { foldText } from '#base/foldText.ts'
import { listText } from '#base/listText.ts'
import { normaliseText } from '#base/normalisedText.ts'

describe('Vietnamese text', () => {
  test('names sort by the Vietnamese alphabet and by number', () => {
    const names = ['Thôn 10', 'Đa', 'Thôn 2', 'Da', 'Ấn', 'An', 'Ăn', 'Xa']
    expect(names.toSorted(compareText)).toEqual(['An', 'Ăn', 'Ấn', 'Da', 'Đa', 'Thôn 2', 'Thôn 10', 'Xa'])
  })

  test('folding unites tone placements and both ways of typing', () => {
    expect(foldText('Xã Đường Lâm')).toBe('xa duong lam')
    expect(foldText('hoà')).toBe(foldText('hòa'))
    expect(foldText('Đắk R’lấp'.normalize('NFD'))).toBe(foldText('Đắk R’lấp'))
  })

  test.each([
    ['hồ_sơ_sô', 'hồ_sơ_số'],
    ['ho_so_so', 'hồ_sơ_số'],
    ['dân_sôs', 'dân_số'],
    ['máy_bay', undefined],
  ])('%s may mean %s', (typed, expected) => {
    expect(didYouMean(typed, ['dân_số', 'hồ_sơ_số', 'cán_bộ'])).toBe(expected)
  })

  test('lists read aloud', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listText(items))).toEqual([
      '',
      'a',
      'a và b',
      'a, b và c',
    ])
  })

  test('normalised text leads back to the original, letter by letter', () => {
    const words = fc.array(fc.constantFrom('tiêu chí ', 'điểm', ' a1\n', 'Ậ', 'ộ', '🙂 ', 'x'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, (parts) => {
        const original = parts.map((part, index) => part.normalize(index % 2 ? 'NFD' : 'NFC')).join('')
        const { text, toOriginal } = normaliseText(original)
        expect(text).toBe(original.normalize('NFC'))
        for (let offset = 0; offset <= text.length; offset++) {
          expect(original.slice(0, toOriginal(offset)).normalize('NFC')).toBe(text.slice(0, offset))
        }
      }),
    )
  })
})

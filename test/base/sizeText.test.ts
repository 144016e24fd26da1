import { expect, test } from 'vitest'
import { sizeText } from '#base/sizeText.ts'

test.each([
  [0, '0 kB'],
  [1, '1 kB'],
  [30_900, '31 kB'],
  [999_999, '1000 kB'],
  [1_000_000, '1,0 MB'],
  [57_040_000, '57,0 MB'],
])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text))

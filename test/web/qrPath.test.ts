import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from '#web/site/qrPath.ts'

test('a path has exactly the dark modules of the code, with a quiet border', () => {
  const text = 'https://thi-dua.example/an-nong/2026/thang-10/thon-3'
  const { size, path } = qrPath(text)
  const drawn = new Set<string>()
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let column = 0; column < Number(width); column++) drawn.add(`${Number(x) + column},${y}`)
  const { data } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((module, x) => (module ? [`${x},${y}`] : [])))
  expect([...drawn].toSorted()).toEqual(dark.toSorted())
  expect(size).toBe(data.length)
  expect(data[3]?.some(Boolean)).toBe(false)
})

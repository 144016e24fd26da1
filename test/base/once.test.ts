import { expect, test } from 'vitest'
import { once } from '#base/once.ts'

test('it is made once, however many ask, and again only after it failed', async () => {
  let count = 0
  const ask = once(async () => {
    count++
    if (count === 1) throw new Error('the first fails')
    return count
  })
  expect((await Promise.allSettled([ask(), ask()])).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ])
  expect(await Promise.all([ask(), ask()])).toEqual([2, 2])
  expect([await ask(), count]).toEqual([2, 2])
})

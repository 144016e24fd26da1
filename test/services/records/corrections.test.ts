import { expect, test } from 'vitest'
import { readPublication } from '#records/publication.ts'
import { publishedInTurn, type Step } from '../../support/publishing.ts'
import { RULES } from './smallCommune.ts'

const FACTS = ['v1,bài,2026-09,4', 'v2,bài,2026-09,6']
const FIRST: Step = {
  rules: RULES,
  villages: { v1: 'Thôn Đông', v2: 'Thôn Đông' },
  period: '2026-09',
  facts: FACTS.join('\n'),
}

test.each<[string, Partial<Step>, readonly string[]]>([
  [
    'a value',
    { facts: 'v1,bài,2026-09,5\nv2,bài,2026-09,6' },
    ['Thôn Đông (v1): tổng điểm 2 → 2,5.', 'Tin, bài của Thôn Đông (v1), tháng 9/2026: 4 → 5.'],
  ],
  [
    'who there is',
    { villages: { v2: 'Thôn Đông' }, facts: 'v2,bài,2026-09,6' },
    [
      'Thôn Đông (v1): không còn trong kết quả.',
      'Tin, bài của Thôn Đông (v1), tháng 9/2026: 4 → chưa có.',
      'Danh sách đối tượng thi đua đã sửa.',
    ],
  ],
])('a correction of %s tells places of the same name apart', (_, changed, told) => {
  const texts = publishedInTurn([FIRST, { ...FIRST, ...changed, corrects: 'nhầm' }])
  expect(readPublication(texts.get('xa-mot/2026/2026-09.2.json') ?? '')?.corrects?.changes).toEqual(told)
})

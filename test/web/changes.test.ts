import { describe, expect, test } from 'vitest'
import {
  pageText,
  publishedInTurn,
  publishedOtherwise,
  type Step,
  siteAtHand,
} from '../support/publishing.ts'

const RULES = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2027
  thang điểm 10
  số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn, kỳ thiếu tính 0
  tiêu chí 1 "Tin, bài" tối đa 10 điểm
    giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`

const BASE = { rules: RULES, villages: { v1: 'Một', v2: 'Hai' } }

const SEPTEMBER: Step = { ...BASE, period: '2026-09', facts: 'v1,bài,2026-09,4\nv2,bài,2026-09,3' }

/** What the page of Hai says of the period before, and the board of how it moved. */
async function changesIn(steps: readonly Step[], path: string): Promise<readonly [string, string]> {
  return changesOn(publishedInTurn(steps), path)
}

async function changesOn(
  texts: ReadonlyMap<string, string>,
  path: string,
): Promise<readonly [string, string]> {
  const of = await siteAtHand(texts)
  const page = await pageText(of, `${path}/v2`)
  const board = await pageText(of, path)
  const told = /\n(So với [^\n]+\n(?!tăng|giảm|giữ)(?:.|\n)*?)\nMất điểm ở đâu\?/.exec(page)?.[1] ?? ''
  const moved = /Cột ± [^\n]+/.exec(board)?.[0] ?? ''
  return [told, moved]
}

describe('what changed since the period before is told of what was published', () => {
  test('facts that came in between', async () => {
    const october = {
      ...BASE,
      period: '2026-10',
      facts: `${SEPTEMBER.facts}\nv1,bài,2026-10,1\nv2,bài,2026-10,4`,
    }
    expect(await changesIn([SEPTEMBER, october], '/xa/2026/thang-10')).toEqual([
      'So với tháng 9/2026\n+4 điểm, từ hạng 2 lên 1.\nTiêu chí 1, Tin, bài: tăng 4 điểm, từ 3 lên 7. Số liệu mới: «Tin, bài» tháng 10/2026 là 4 bài. Đạt 7 bài, bằng 70% chỉ tiêu 10 bài: được 7 trên 10 điểm.',
      'Cột ± cho biết số bậc tăng hay giảm so với tháng 9/2026. Cùng hạng thì xếp theo tên.',
    ])
  })

  test('a fact of the period before that came after it was published', async () => {
    const october = {
      ...BASE,
      period: '2026-10',
      facts: 'v1,bài,2026-09,4\nv2,bài,2026-09,6\nv1,bài,2026-10,1\nv2,bài,2026-10,1',
    }
    const [told, moved] = await changesIn([SEPTEMBER, october], '/xa/2026/thang-10')
    // Scored again from October's facts, September would have been 6 points and the first rank already.
    expect(told).toContain('+4 điểm, từ hạng 2 lên 1.')
    expect(told).toContain('«Tin, bài» tháng 9/2026 là 6 bài (trước đó 3 bài)')
    expect(moved).toContain('so với tháng 9/2026')
  })

  test('a correction is what counts from then on', async () => {
    const corrected = {
      ...BASE,
      period: '2026-09',
      corrects: 'sót',
      facts: 'v1,bài,2026-09,4\nv2,bài,2026-09,5',
    }
    const october = { ...BASE, period: '2026-10', facts: `${corrected.facts}\nv1,bài,2026-10,3` }
    const [told] = await changesIn([SEPTEMBER, october, corrected], '/xa/2026/thang-10')
    expect(told).toContain('Điểm giữ nguyên, từ hạng 1 xuống 2.')
  })

  test('a year is held against the year before, not against a month', async () => {
    const first = { ...BASE, period: '2026', facts: 'v1,bài,2026-12,4\nv2,bài,2026-12,3' }
    const november = { ...BASE, period: '2027-11', facts: `${first.facts}\nv2,bài,2027-11,2` }
    const second = { ...BASE, period: '2027', facts: `${november.facts}\nv1,bài,2027-12,1` }
    const [told, moved] = await changesIn([first, november, second], '/xa/2026/ca-nam-2027')
    expect(told).toMatch(/^So với năm 2026\n/)
    expect(moved).toContain('so với năm 2026')
  })

  test.each([
    ['the first of its length', [SEPTEMBER], '/xa/2026/thang-9'],
    ['the first year after months', [SEPTEMBER, { ...SEPTEMBER, period: '2026' }], '/xa/2026/ca-nam'],
  ] as const)('nothing of %s', async (_, steps, path) => {
    expect(await changesIn(steps, path)).toEqual(['', ''])
  })

  test.each<[string, (text: string) => string, readonly [string, string]]>([
    [
      'ranks alone, where it is not explained',
      publishedOtherwise,
      ['', 'Cột ± cho biết số bậc tăng hay giảm so với tháng 9/2026. Cùng hạng thì xếp theo tên.'],
    ],
    ['nothing, where it is damaged', (text) => text.slice(0, 500), ['', '']],
  ])('of the period before, %s', async (_, spoil, told) => {
    const october = { ...BASE, period: '2026-10', facts: `${SEPTEMBER.facts}\nv2,bài,2026-10,4` }
    const texts = publishedInTurn([SEPTEMBER, october])
    const file = 'xa/2026/2026-09.json'
    texts.set(file, spoil(texts.get(file) ?? ''))
    expect(await changesOn(texts, '/xa/2026/thang-10')).toEqual(told)
  })

  test('the period before may lie further back', async () => {
    const december = { ...BASE, period: '2026-12', facts: `${SEPTEMBER.facts}\nv2,bài,2026-12,4` }
    const [told, moved] = await changesIn([SEPTEMBER, december], '/xa/2026/thang-12')
    expect(told).toMatch(/^So với tháng 9\/2026\n/)
    expect(moved).toContain('so với tháng 9/2026')
  })

  test.each([
    ['a criterion is judged otherwise', 'chỉ tiêu 5 bài', 'Tin, bài', 'Tiêu chí 1, Tin, bài: '],
    ['a criterion is another', 'chỉ tiêu 5 bài', 'Bài viết', 'nên không so từng tiêu chí được'],
  ])('rules that changed are said: %s', async (_, target, title, details) => {
    const rules = RULES.replace('chỉ tiêu 10 bài', target).replace('1 "Tin, bài"', `1 "${title}"`)
    const october = { ...BASE, rules, period: '2026-10', facts: `${SEPTEMBER.facts}\nv2,bài,2026-10,1` }
    const [told, moved] = await changesIn([SEPTEMBER, october], '/xa/2026/thang-10')
    expect(told).toContain('Bộ tiêu chí đã sửa sau tháng 9/2026')
    expect(told).toContain(details)
    expect(moved).toContain('Bộ tiêu chí đã sửa sau tháng 9/2026')
  })
})

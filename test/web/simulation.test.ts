import { beforeAll, describe, expect, test } from 'vitest'
import { readScenario } from '#records/scenario.ts'
import type { Ask } from '#web/live/live.ts'
import { asks } from '#web/presenters/simulation/question.ts'
import { liveAnswers, spaceless } from '../support/liveAnswers.ts'
import { ownPart, startSite } from '../support/site.ts'

const PAGE = '/vinh-loc/2026/thang-10/thon-12/mo-phong'

let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => {
  site = await startSite(ownPart('vinh-loc', 'dinh-tien'))
  return () => site.stop()
})

async function textAt(path: string): Promise<string> {
  const response = await fetch(`${site.url}${path}`)
  expect(response.status).toBe(200)
  return response.text()
}

const asking = (query: Readonly<Record<string, string>>): string => `${PAGE}?${new URLSearchParams(query)}`

test('the page of an entrant leads to it, as long as something may still change', async () => {
  expect(await textAt('/vinh-loc/2026/thang-10/thon-12')).toContain(`href="${PAGE}"`)
  expect(await textAt('/dinh-tien/2025/ca-nam-2024/dinh-tien')).not.toContain('mo-phong"')
  expect(await textAt('/dinh-tien/2025/ca-nam-2024/dinh-tien/mo-phong')).toContain(
    'đã là kết quả cả năm: không còn kỳ nào để thử',
  )
})

describe('what is asked', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing', {}, ['Cứ như hiện nay thì đến', 'Được xếp loại Tốt', 'placeholder="', 'Tìm cách']],
    [
      'a class',
      { dich: 'loại Tốt' },
      ['Cách ít nhất để', 'Khi đó: ', 'Thử cách này', 'value="loại Tốt" selected'],
    ],
    ['a goal that is none', { dich: 'giàu' }, ['Không có loại «giàu»', 'Chưa lập được kế hoạch']],
    [
      "a goal of the reader's own",
      { dich: '70,5 điểm' },
      ['Cách ít nhất để đạt từ 70,5 điểm trở lên', 'id="dich-khac" name="dich" value="70,5 điểm"'],
    ],
    ['a number that may be points or a rank', { dich: '9' }, ['viết «9 điểm» hoặc «hạng 9»']],
    ['a point for a comma in a goal', { dich: '70.5 điểm' }, ['viết «70,5 điểm» hoặc «705 điểm»']],
    ['a goal that is code', { dich: '<script>alert(1)</script>' }, ['&lt;script&gt;alert(1)&lt;/script&gt;']],
    ['an unknown entrant', { dich: 'vượt thon-99' }, ['thon-99', 'Chưa lập được kế hoạch']],
    ['too much', { dich: '100,5 điểm' }, ['Không còn cách nào để', 'Dưới đây là mức gần nhất còn đạt được']],
    ['what goes on as expected', { 's.hộ_cáp_quang': '+0' }, ['Điểm và hạng không đổi']],
    [
      'a value',
      { 's.có_chữ_ký_số': '111' },
      ['Theo giả định', 'Tiêu chí thay đổi', 'Vì sao?', 'value="111"'],
    ],
    [
      'a count below what was reported',
      { 's.có_chữ_ký_số': '5; 6' },
      ['5 người là thấp hơn lần báo mới nhất (79 người). Muốn nói thêm thì viết dấu cộng phía trước'],
    ],
    ['values of each period', { 's.có_chữ_ký_số': '90; 111' }, ['Theo giả định', 'value="90; 111"']],
    [
      'a point for a comma',
      { 's.có_chữ_ký_số': '1.5' },
      ['Chưa thử được', 'chữ ký số: không đọc được «1.5»; viết +2', 'value="1.5"'],
    ],
    [
      'more than the whole',
      { 's.có_chữ_ký_số': '99999' },
      ['Chưa thử được', '«Người dân trưởng thành có chữ ký số» lớn hơn «'],
    ],
    [
      'efforts',
      { dich: 'loại Tốt', 'e.hộ_cáp_quang': 'không', 'e.có_chữ_ký_số': '0,5' },
      ['Công sức tính như đã ghi', 'name="e.có_chữ_ký_số" value="0,5"', 'không thay đổi được'],
    ],
    [
      'an effort of nothing',
      { dich: 'loại Tốt', 'e.hộ_cáp_quang': '0' },
      ['Chưa lập được kế hoạch', 'cáp quang»: không đọc được «0»; viết một số lớn hơn 0'],
    ],
    ['an effort below nothing', { 'e.hộ_cáp_quang': '-1' }, ['không đọc được «-1»']],
    ['an effort that is a table', { 'e.hộ_cáp_quang': '1\nhộ,5' }, ['không đọc được «1 hộ,5»']],
    ['an effort of what it has not', { 'e.__proto__': '5' }, ['được tính là một công sức']],
    ['what it has not', { 's.không_có': '5' }, ['Nếu số liệu các kỳ tới khác đi?']],
    ['a name of JavaScript’s own', { 's.__proto__': '5' }, ['Nếu số liệu các kỳ tới khác đi?']],
  ])('%s', async (_, query, texts) => {
    const text = await textAt(asking(query))
    expect(texts.filter((expected) => !text.includes(expected))).toEqual([])
    expect(text.includes('<script>')).toBe(false)
  })
})

test('what is planned, tried out, brings the goal that was asked for', async () => {
  const plan = await textAt(asking({ dich: 'loại Tốt' }))
  const [, tried] = /href="([^"]*)#gia-dinh">Thử cách này/.exec(plan) ?? []
  const answer = await textAt(`${PAGE}${tried ?? ''}`.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))
  expect(answer).toMatch(/từ loại .* thành Tốt/i)
})

test('a scenario is had as the table that the command line reads, with the rules it was made on', async () => {
  const query = new URLSearchParams({ 's.có_chữ_ký_số': '90; 111', 's.hộ_cáp_quang': '+2' })
  const response = await fetch(`${site.url}${PAGE.replace('mo-phong', 'kich-ban.csv')}?${query}`)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const text = await response.text()
  const [, rules = ''] = /name="bo" value="([0-9a-f]{12})"/.exec(await textAt(PAGE)) ?? []
  expect(text).toBe(
    [
      'entrant,measure,from,change,rulebook',
      `thon-12,hộ_cáp_quang,2026-11,+2,${rules}`,
      `thon-12,hộ_cáp_quang,2026-12,+2,${rules}`,
      `thon-12,có_chữ_ký_số,2026-11,90,${rules}`,
      `thon-12,có_chữ_ký_số,2026-12,111,${rules}`,
      '',
    ].join('\n'),
  )
  const read = readScenario({ name: 'kich-ban.csv', text })
  expect(read.ok && read.value.length).toBe(4)
})

describe('on the reader’s own machine', () => {
  test.each<['plan' | 'steps' | 'supposed', Readonly<Record<string, string>>, string]>([
    ['plan', { dich: 'loại Tốt' }, 'plan-answer'],
    ['plan', { dich: 'giàu' }, 'plan-answer'],
    ['plan', { dich: 'loại Tốt', 'e.hộ_cáp_quang': '7' }, 'plan-answer'],
    ['steps', { 'e.hộ_cáp_quang': '7' }, 'steps-answer'],
    ['steps', { 'e.hộ_cáp_quang': 'nhiều' }, 'steps-answer'],
    ['supposed', { 's.có_chữ_ký_số': '111', ten: 'Thử' }, 'supposed-answer'],
    ['supposed', { 's.có_chữ_ký_số': '1.5' }, 'supposed-answer'],
    ['supposed', { 's.có_chữ_ký_số': '111', 'so-voi': '?s.hộ_cáp_quang=148' }, 'supposed-answer'],
  ])('%s %j is answered to the letter as on the site', async (part, query, id) => {
    const page = await textAt(asking(query))
    const [, rules = ''] = /name="bo" value="([0-9a-f]{12})"/.exec(page) ?? []
    const ask: Ask = {
      part,
      entrant: 'thon-12',
      query: `${new URLSearchParams(query)}`,
      path: PAGE,
      rules,
      served: true,
    }
    const html = (await liveAnswers(site.url, '/vinh-loc/2026/thang-10'))(ask)
    expect(html.length).toBeGreaterThan(100)
    const told = part === 'supposed' ? 'data-told' : 'aria-live="polite"'
    expect(spaceless(page)).toContain(spaceless(`<div id="${id}" ${told}>${html}</div>`))
  })
})

test('questions are answered each time, the page itself is kept', async () => {
  const asked = await fetch(`${site.url}${asking({ dich: 'loại Tốt' })}`)
  expect(asked.headers.get('cache-control')).toBe('no-store')
  expect((await fetch(site.url + PAGE)).headers.get('etag')).toBeTruthy()
})

test.each([
  ['dich=', false],
  ['dich=+', false],
  ['tim=a', false],
  ['s.a=1', true],
  ['dich=h', true],
])('«%s» asks something: %s', (query, expected) => {
  expect(asks(query)).toBe(expected)
})

test.each(['thon-99', 'THON-12', '..'])('of %s there is no such page', async (entrant) => {
  expect((await fetch(`${site.url}/vinh-loc/2026/thang-10/${entrant}/mo-phong`)).status).toBe(404)
})

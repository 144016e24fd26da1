import { beforeAll, describe, expect, test } from 'vitest'
import { liveAnswers, spaceless } from '../support/liveAnswers.ts'
import { ownPart, startSite } from '../support/site.ts'

const BOARD = '/an-nong/2026/thang-10'
const PAGE = `${BOARD}/sua-thu`

let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => {
  site = await startSite(ownPart('an-nong', 'dinh-tien'))
  return () => site.stop()
})

async function textAt(path: string): Promise<string> {
  const response = await fetch(`${site.url}${path}`)
  expect(response.status).toBe(200)
  return response.text()
}

type Query = Readonly<Record<string, string>>
const asking = (query: Query): string => `${PAGE}?${new URLSearchParams(query)}`

const FIRST = [
  'tiêu chí 1 "Tỷ lệ phủ sóng mạng di động băng rộng 4G/5G trên dân số" tối đa 6 điểm dự kiến',
  'chủ trì "Phòng Văn hóa - Xã hội"',
  'đo tại thôn',
  'giá trị = dân_số_phủ_sóng / dân_số',
  'chỉ tiêu 30%',
  'chấm theo tỷ lệ đạt chỉ tiêu',
]
const first = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), FIRST.join('\r\n'))
const HARDER = first(['30%', '90%'])

test('the newest board leads to it, whether or not the time of its rules is over', async () => {
  expect(await textAt(BOARD)).toContain(`href="${PAGE}"`)
  expect(await textAt('/an-nong/2026/thang-9')).not.toContain('sua-thu')
  expect(await textAt('/dinh-tien/2025/ca-nam-2024')).toContain('/ca-nam-2024/sua-thu"')
})

const ASKED: readonly (readonly [string, Query, readonly string[]])[] = [
  ['nothing', {}, ['Chưa sửa gì', 'name="sua.3a"', 'name="sua.*chung"', 'name="sua.*xep-hang"']],
  [
    'a harder target',
    { 'sua.1': HARDER },
    [
      '<h3>0 thêm điểm, 24 bớt điểm, 5 giữ nguyên điểm; 6 lên hạng, 5 xuống hạng; đổi loại: Tốt thành Khá 7',
      'Tiêu chí 1: chỉ tiêu 30% → 90%.',
      '2 ví dụ của bộ tiêu chí không còn đúng',
      '22 thôn thay đổi',
      '<td class="number">97,77 thành 92,88</td>',
      'liên kết của bản sửa này',
      'data-original="tiêu chí 1 ',
    ],
  ],
  [
    'a maximum that no longer fits the sum',
    { 'sua.1': first(['6 điểm', '7 điểm']) },
    ['Chưa thử được', 'cộng lại được 101 điểm'],
  ],
  [
    'two that make up for each other',
    {
      'sua.1': first(['6 điểm', '7 điểm']),
      'sua.2':
        'tiêu chí 2 "Tỷ lệ cán bộ" tối đa 5 điểm dự kiến\nđo tại xã\ngiá trị = cán_bộ_kỹ_năng_số / cán_bộ\nchỉ tiêu 100%\nchấm theo tỷ lệ đạt chỉ tiêu',
    },
    ['Tiêu chí 1: ', 'Tiêu chí 2: ', ' đã sửa</b>'],
  ],
  [
    'examples that say more than can be given',
    { 'sua.1': first(['6 điểm', '2 điểm']), 'sua.*chung': '' },
    ['Chưa thử được'],
  ],
  [
    'a number with a point',
    { 'sua.1': first(['6 điểm', '6.5 điểm']) },
    ['<b>Tiêu chí 1, dòng 1</b>', 'Số `6.5` có thể hiểu hai cách', '<code>tiêu chí 1 '],
  ],
  [
    'a measure that is none',
    { 'sua.1': first(['/ dân_số', '/ dân_sô']) },
    ['<b>Tiêu chí 1, dòng 4</b>', 'dân_sô'],
  ],
  [
    'a measure that is new',
    {
      'sua.1': `${first(['/ dân_số', '/ dân_số_mới'])}\nsố liệu dân_số_mới "Dân số mới": số nguyên người, hằng tháng, mới nhất, từ 1`,
    },
    ['Bộ tiêu chí mới cần số liệu `dân_số_mới` (Dân số mới) mà chưa ai báo cáo', 'dân_số_phủ_sóng'],
  ],
  [
    'the months before too',
    { 'sua.1': HARDER, 'cac-thang': '1' },
    ['Nếu đã áp dụng từ các tháng trước', '<li>30/09/2026: 0 thêm điểm, '],
  ],
  [
    'a criterion that is gone, and what it alone asked for',
    { 'sua.16': '' },
    [
      '<b>Quy định chung, dòng 4</b>: Các phần của thang điểm cộng lại được 94 điểm',
      'mang mã `16`; ý bạn là `1`?<br>',
    ],
  ],
  ['nonsense', { 'sua.1': 'abc' }, ['Chưa thử được', '<code>abc</code>']],
  [
    'code',
    { 'sua.1': '<script>alert(1)</script>' },
    ['Chưa thử được', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ],
  ['letters in two parts', { 'sua.1': HARDER.normalize('NFD') }, ['Tiêu chí 1: chỉ tiêu 30% → 90%.']],
  ['what it says already', { 'sua.1': first() }, ['Chưa sửa gì']],
  ['what is not in it', { 'sua.99': 'abc' }, ['Bộ tiêu chí này không có phần «99».']],
  ['a name of JavaScript’s own', { 'sua.__proto__': 'abc' }, ['không có phần «__proto__»']],
  [
    'classes',
    {
      'sua.*xep-hang':
        'xếp hạng dự kiến theo tổng điểm, vẫn bằng thì đồng hạng\nxếp loại dự kiến\n"Xuất sắc" từ 95 điểm trở lên\n"Tốt" từ 80 đến dưới 95 điểm\n"Khá" từ 65 đến dưới 80 điểm\n"Trung bình" còn lại',
    },
    ['<h3>0 thêm điểm, 0 bớt điểm, 29 giữ nguyên điểm; không ai đổi hạng; đổi loại: Xuất sắc thành Tốt 1'],
  ],
  [
    'another time',
    {
      'sua.*chung':
        'bộ tiêu chí "Khác" mã an-nong phiên bản 2027.1\náp dụng cho xã, thôn, đơn vị từ 01/01/2027 đến 31/12/2027\nđơn vị được chấm theo các tiêu chí chủ trì\nthang điểm 100\nkhông áp dụng: quy đổi về thang điểm',
    },
    ['Chưa thử được', 'nằm ngoài thời gian của bộ tiêu chí mới'],
  ],
]

describe('what is asked', () => {
  test.each(ASKED)('%s', async (_, query, texts) => {
    const text = await textAt(asking(query))
    expect(texts.filter((expected) => !text.replaceAll('&#x60;', '`').includes(expected))).toEqual([])
    expect(text.includes('<script>')).toBe(false)
  })

  test('of a rulebook that has changed since', async () => {
    const text = await textAt(asking({ 'sua.1': HARDER, bo: '0123456789ab' }))
    expect(text).toContain('làm trên bộ tiêu chí khác với bộ đang dùng')
    expect(text).not.toContain('thêm điểm, 24 bớt điểm')
  })

  test('of more than an address holds', async () => {
    const response = await fetch(site.url + asking({ 'sua.1': 'á'.repeat(2_000) }))
    expect(response.status).toBe(414)
  })
})

describe('on the reader’s own machine', () => {
  test.each(ASKED)('%s is answered to the letter as on the site', async (_, query) => {
    const page = await textAt(asking(query))
    const [, rules = ''] = /data-rules="([0-9a-f]{12})"/.exec(page) ?? []
    const ask = { part: 'rewritten', query: `${new URLSearchParams(query)}`, rules } as const
    const html = (await liveAnswers(site.url, BOARD))(ask)
    expect(spaceless(page)).toContain(spaceless(`<div id="rewritten" data-told>${html}</div>`))
  })
})

test('the link of a draft brings the draft', async () => {
  const page = await textAt(asking({ 'sua.1': HARDER }))
  const [, link = ''] = /class="own-link" href="([^"]*)#sua"/.exec(page) ?? []
  const path = `${PAGE}${link.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')}`
  expect((await textAt(path)).includes('<h3>0 thêm điểm, 24 bớt điểm')).toBe(true)
})

test('questions are answered each time, the page itself is kept', async () => {
  const asked = await fetch(site.url + asking({ 'sua.1': HARDER }))
  expect(asked.headers.get('cache-control')).toBe('no-store')
  expect((await fetch(site.url + PAGE)).headers.get('etag')).toBeTruthy()
})

import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readIndicators } from '#records/indicator.ts'
import { contentAt } from '#web/pages/content.ts'
import { everyAddress } from '#web/pages/everyAddress.ts'
import type { PublicSite } from '#web/site/publicSite.ts'
import { OWN_FOLDERS, siteOf, startSite } from '../support/site.ts'

let site: Awaited<ReturnType<typeof startSite>>
beforeAll(async () => {
  site = await startSite(OWN_FOLDERS)
})
afterAll(() => site.stop())

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** A request exactly as written: fetch would tidy `..` and stray percent signs away. */
async function request(path: string, base = site.url): Promise<Answer> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    }).on('error', reject)
  })
}

describe('pages', () => {
  test.each([
    [
      '/',
      [
        'Dẫn đầu 22 thôn',
        'Dữ liệu minh họa',
        'Nguồn số liệu: số liệu thật',
        '74,42',
        '(tạm tính)',
        'Xem đủ bảng',
      ],
    ],
    [
      '/an-nong/2026/thang-10',
      ['Thôn 22', 'Xuất sắc', 'vẫn bằng thì đồng hạng', 'Dữ liệu minh họa', 'Điểm dự kiến'],
    ],
    [
      '/an-nong/2026/thang-10/thon-3',
      [
        'Mất điểm ở đâu?',
        'Làm gì để thêm điểm?',
        'Thêm 23 người (để đạt 65%) thì được 6 điểm.',
        'Qua các kỳ',
        '/an-nong/2026/thang-9/thon-3"',
        'Thấy chưa đúng thì kiến nghị thế nào?',
        'so-sanh/thon-3/thon-5',
        'dữ liệu minh họa',
      ],
    ],
    ['/an-nong/2026/thang-10/an-nong', ['cộng từ 22 thôn', '2-3 đơn/năm', 'thưởng']],
    ['/dinh-tien/2025/ca-nam-2024', ['Kết quả chung của xã', 'Xã Định Tiến', '74,42', 'Tạm tính']],
    [
      '/ngoc-son/2026/thang-10',
      ['Kết quả chung của phường', 'Bảng xếp hạng 18 tổ dân phố', 'Bảng xếp hạng 6 đơn vị'],
    ],
    [
      '/ngoc-son/2026/thang-10/van-phong',
      ['Máy tính kết nối mạng LAN', 'Hạng', 'bị trừ 0,5 điểm', 'dữ liệu minh họa'],
    ],
    [
      '/ngoc-son/2026/thang-10/ngoc-son',
      ['cộng từ 18 tổ dân phố', 'Quy mô kinh tế số trong GRDP', 'chờ thẩm định'],
    ],
    ['/vinh-loc/2026/thang-10', ['Khu phố 9', 'VNPT Vĩnh Lộc', 'Dữ liệu minh họa', '40 thôn, khu phố']],
    ['/vinh-loc/2026/thang-10/vinh-loc', ['cộng từ 40 thôn, khu phố', 'chờ thẩm định', '4 lần/tháng']],
    ['/vinh-loc/2026/thang-10/thon-7', ['Không áp dụng vì «Tổng số doanh nghiệp trên địa bàn» bằng 0']],
    [
      '/an-nong/2026-2030/thang-10-2026/giai-doan/2',
      ['Tổng kết giai đoạn 2026-2030 (dự kiến)', 'Năm 2026 chưa hết', '2028, 2029 và 2030 chưa bắt đầu'],
    ],
    [
      '/dinh-tien/2025/ca-nam-2024/dinh-tien',
      ['4.227/5.219 người', 'Chưa đủ số liệu để chấm', '98 lượt', 'Kế hoạch không nêu kết quả'],
    ],
    [
      '/an-nong/2026/thang-10/tieu-chi/14',
      ['Tối đa 6 điểm', 'dự kiến', 'Chỉ tiêu', '22 thôn được bao nhiêu điểm?', '59,62%', 'Công an xã'],
    ],
    ['/an-nong/2026/thang-10/tieu-chi/3', ['Các thành phần', 'tieu-chi/3b', 'bo-tieu-chi#tc-3']],
    ['/vinh-loc/2026/thang-10/tieu-chi/IV', ['Nhóm IV', 'Các tiêu chí trong nhóm', '23,71', 'VNPT Vĩnh Lộc']],
    ['/vinh-loc/2026/thang-10/tieu-chi/19', ['Không áp dụng: Khu phố 1, Khu phố 4, Khu phố 7']],
    ['/vinh-tru/2026/thang-10/tieu-chi/NV.2', ['Tiêu chí NV.2', 'Thời hạn', 'Chủ trì']],
    ['/ngoc-son/2026/thang-10/tieu-chi/III.10', ['Tiêu chí III.10', 'Tối đa 2 điểm']],
    [
      '/an-nong/2026-2030/thang-10-2026/bo-tieu-chi',
      ['năm 2027', 'ĐIỂM TRỪ', 'id="tc-3a"', 'Mã kiểm tra', 'Căn cứ'],
    ],
    [
      '/an-nong/2026/thang-10/so-sanh/thon-3/thon-5',
      [
        'Thôn 3 đứng trên Thôn 5 (hạng 5) nhờ tổng điểm cao hơn: 92,07 so với 85,97.',
        'Khác nhau ở 7 tiêu chí, bằng nhau ở 4.',
        'Thôn 3 hơn 0,67 điểm',
        'chỉ Thôn 3 được chấm',
      ],
    ],
  ])('%s', async (path, texts) => {
    const { status, text } = await request(path)
    expect(status).toBe(200)
    expect(text).toContain('<html lang="vi">')
    for (const expected of texts) expect(text).toContain(expected)
  })

  test('carry their security headers and no script', async () => {
    const { headers, text } = await request('/')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';script-src 'self';img-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(text).not.toMatch(/<script|style="|javascript:/)
  })
})

describe('a question', () => {
  const FIND = '/ngoc-son/2026/thang-10/tim'

  test.each([
    ['van+phong+hdnd', '1 tên có «van phong hdnd».'],
    ['C%C3%94NG+AN+PH', ' tên có «CÔNG AN PH».'],
    ['T%E1%BB%95+14&tim=xyz', '1 tên có «Tổ 14».'],
    ['%22%3E%3Cscript%3Ealert(1)%3C/script%3E', 'Không có tên nào có «&quot;&gt;&lt;script&gt;alert(1)'],
    ['%E0%A4%A', 'Không có tên nào có «'],
    ['x'.repeat(400), `«${'x'.repeat(100)}»`],
  ])('%s is answered, and not kept', async (query, answer) => {
    const { status, headers, text } = await request(`${FIND}?tim=${query}`)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-type']).toContain('text/html')
    expect(text).toContain(answer)
    expect(text).not.toMatch(/<script(?! src="\/assets\/find\.js")/)
    expect((await request(FIND)).text).toContain('Tổ dân phố 18')
  })

  test.each([
    [`${FIND}?tim=`, FIND],
    [`${FIND}?tim=%20%20`, FIND],
    [`${FIND}?other=an`, FIND],
    ['/ngoc-son/2026/thang-10?tim=an', '/ngoc-son/2026/thang-10'],
    ['/?tim=an', '/'],
  ])('%s is the page as it is', async (asked, path) => {
    const [one, other] = [await request(asked), await request(path)]
    expect(one.text).toBe(other.text)
    expect(one.headers['etag']).toBe(other.headers['etag'])
    expect(one.headers['cache-control']).not.toBe('no-store')
  })
})

describe('files and feeds', () => {
  test.each([
    [
      '/ngoc-son/2026/thang-10/ket-qua.csv',
      'text/csv; charset=utf-8',
      '\ufeffTính đến ngày 31/10/2026. Dữ liệu minh họa',
    ],
    ['/ngoc-son/2026/thang-10/so-lieu.csv', 'text/csv; charset=utf-8', '\ufeffMã;Tên;Số liệu;Kỳ;'],
    ['/ngoc-son/2026/thang-10/doi-tuong.csv', 'text/csv; charset=utf-8', '\ufeffMã;Tên;Loại;Thuộc;'],
    [
      '/ngoc-son/2026/thang-10/ket-qua.json',
      'application/json; charset=utf-8',
      '{"caveats":["dữ liệu minh họa"',
    ],
    ['/ngoc-son/2026/thang-10/cong-bo.json', 'application/json; charset=utf-8', '{'],
    ['/ngoc-son/2026/tin.xml', 'application/atom+xml; charset=utf-8', '<?xml version="1.0"'],
  ])('%s', async (path, type, beginning) => {
    const { status, headers, text } = await request(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(text.startsWith(beginning)).toBe(true)
  })
})

describe('addresses that lead nowhere', () => {
  test.each([
    ['/an-nong/2026/thang-10/thon-99', 404],
    ['/an-nong/2026/thang-11', 404],
    ['/ngoc-son/2026/thang-10/bang/don-vi/0', 404],
    ['/ngoc-son/2026/thang-10/bang/don-vi/01', 404],
    ['/ngoc-son/2026/thang-10/bang/don-vi/1', 404],
    ['/ngoc-son/2026/thang-10/bang/don-vi/9999', 404],
    ['/ngoc-son/2026/thang-10/bang/constructor', 404],
    ['/ngoc-son/2026/thang-10/tim/an', 404],
    ['/ngoc-son/2026/thang-10/ket-qua.xml', 404],
    ['/ngoc-son/2026/tin.atom', 404],
    ['/an-nong/2026/thang-10-2026', 404],
    ['/an-nong/2026/thang-10-ban-1', 404],
    ['/an-nong/2026/thang-10/__proto__', 404],
    ['/an-nong/2026/__proto__', 404],
    ['/an-nong/2026/constructor', 404],
    ['/__proto__/constructor', 404],
    ['/an-nong//', 404],
    ['//thidua.example/', 404],
    ['/assets/site.css/', 404],
    ['/an-nong/2026/../../etc/passwd', 404],
    ['/an-nong/2026/..%2f..%2f..%2fetc%2fpasswd', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/assets/../../package.json', 404],
    [`/an-nong/2026/${'x'.repeat(1_900)}`, 404],
    ['/an-nong/%E0%A4%A', 400],
    ['/favicon.ico', 404],
    ['/an-nong/2026/thang-10/giai-doan/1', 404],
    ['/an-nong/2026-2030/thang-10-2026/giai-doan/0', 404],
    ['/an-nong/2026-2030/thang-10-2026/giai-doan/3', 404],
    ['/an-nong/2026-2030/thang-10-2026/giai-doan/01', 404],
    ['/an-nong/2026-2030/thang-10-2026/giai-doan/__proto__', 404],
    ['/an-nong/2031/giai-doan/1', 404],
    ['/an-nong/2026/thang-10/tieu-chi', 404],
    ['/an-nong/2026/thang-10/tieu-chi/99', 404],
    ['/an-nong/2026/thang-10/tieu-chi/3A', 404],
    ['/an-nong/2026/thang-10/tieu-chi/__proto__', 404],
    ['/an-nong/2026/thang-10/tieu-chi/3/b', 404],
    ['/an-nong/2026/thang-10/bo-tieu-chi/3', 404],
    ['/an-nong/2026/thang-10/so-sanh', 404],
    ['/an-nong/2026/thang-10/so-sanh/thon-3', 404],
    ['/an-nong/2026/thang-10/so-sanh/thon-3/thon-3', 404],
    ['/an-nong/2026/thang-10/so-sanh/thon-3/thon-99', 404],
    ['/an-nong/2026/thang-10/so-sanh/thon-3/cong-an-xa', 404],
    ['/an-nong/2026/thang-10/so-sanh/thon-3/an-nong', 404],
    ['/an-nong/2026/thang-10/so-sanh/thon-3/thon-5/thon-7', 404],
  ])('%s', async (path, expected) => {
    const { status, text } = await request(path)
    expect(status).toBe(expected)
    expect(text).toMatch(/Không tìm thấy trang|Địa chỉ không hợp lệ/)
    expect(text.length).toBeLessThan(3000)
    expect(text).not.toMatch(/root:|node_modules|at .*\.ts|xxxx/)
  })

  test('a query cannot choose the layout or any other setting of a page', async () => {
    const plain = await request('/')
    const { status, text } = await request('/?layout=../../package.json&settings=x&pageTitle=x&_locals=x')
    expect([status, text]).toEqual([200, plain.text])
  })
})

test('the years of a phase together, from the board and back to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const PHASES = join(import.meta.dirname, '../cli/phases')
  cpSync(join(PHASES, '2026-2030.thidua'), join(folder, 'rules/xa/2026-2030.thidua'))
  for (const file of ['entrants.csv', 'facts.csv']) cpSync(join(PHASES, file), join(folder, 'data/xa', file))
  const folders = { rules: join(folder, 'rules'), data: join(folder, 'data') }
  const other = await startSite(folders, { year: 2027, month: 11, day: 1 })
  try {
    const board = await request('/xa/2026-2030/thang-10-2027', other.url)
    expect(board.text).toContain(
      '<a href="/xa/2026-2030/thang-10-2027/giai-doan/1">Sơ kết giai đoạn 2026-2027 «Giai đoạn 1» (dự kiến)</a>',
    )
    const { status, text } = await request('/xa/2026-2030/thang-10-2027/giai-doan/1', other.url)
    expect(status).toBe(200)
    const [, ...rows] = text
      .split('<tr')
      .map((row) => row.replace(/<svg.*?<\/svg>|<[^>]*>/g, ' ').replace(/\s+/g, ' '))
    expect(rows.slice(1).map((row) => row.replace(/^[^>]*> /, '').trim())).toEqual([
      '1 đồng hạng = Thôn 1 2026: 77,50 2027: 91,00 84,25 Tốt',
      '1 đồng hạng = Thôn 2 2026: 91,00 2027: 77,50 84,25 Tốt',
      '3 Thôn 3 2026: không tính, không có số liệu nào 2027: 80,00 80,00 Tốt',
      '– Thôn 4 2026: 100,00 2027: 100,00 Không xếp hạng cả giai đoạn vì năm 2026 không được xếp hạng 100,00',
      expect.stringMatching(/^– Thôn 5 2026: không tính, không tiêu chí nào áp dụng 2027: .* không có/),
    ])
    expect(text).toContain('href="/xa/2026-2030/thang-10-2027"')
    expect((await request('/xa/2026-2030/thang-10-2027/giai-doan/3', other.url)).text).not.toContain('<table')
  } finally {
    await other.stop()
  }
})

describe('targets across communes', () => {
  const CORPUS = join(import.meta.dirname, '../corpus/indicators')

  test('stand side by side, each leading to its criterion', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
    cpSync(join(CORPUS, 'site'), folder, { recursive: true })
    cpSync(join(CORPUS, 'sound.csv'), join(folder, 'rules/indicators.csv'))
    const other = await startSite({ rules: join(folder, 'rules'), data: join(folder, 'data') })
    try {
      const { status, text } = await request('/so-sanh', other.url)
      expect(status).toBe(200)
      expect(text).toContain('3 chỉ tiêu của Xã Một (2026) và Xã Hai (2026)')
      expect(text).toContain(
        'href="/xa-mot/2026/thang-11/xa-mot#tc-1" title="1. Phủ sóng 5G. Chủ trì: Phòng Văn hóa - Xã hội."',
      )
      expect(text).toMatch(/62,5%<svg[^>]*>.*width="62.5".*<\/svg>/)
      expect(text).toMatch(/không quá 5 hồ sơ<\/a>/)
      expect(text).toContain('không có chỉ tiêu này')
      expect((await request('/', other.url)).text).toContain('href="/so-sanh"')
    } finally {
      await other.stop()
    }
  })

  const of = async (indicators: string): Promise<PublicSite> => {
    const { site } = await siteOf({ rules: join(CORPUS, 'site/rules'), data: join(CORPUS, 'site/data') })
    const read = readIndicators({ name: 'indicators.csv', text: `group,title,criteria\n${indicators}` })
    if (!read.ok) throw new Error(read.diagnostics[0]?.message)
    return { site, indicators: read.value }
  }

  test.each([
    ['no file says which are the same', ''],
    ['only those of strangers are the same', 'Số,Tin,xa-ba/2026: 1; xa-mot/2025: 1\n'],
    ['there is one commune alone', 'Số,Tin,xa-mot/2026: 1; xa-ba/2026: 1\n'],
    ['no plan has the criteria', 'Số,Tin,xa-mot/2026: 99\nSố,Bài,xa-hai/2026: 98\n'],
  ])('are nowhere, and nothing leads there, where %s', async (_, indicators) => {
    const site = await of(indicators)
    expect(await contentAt(site, { kind: 'targets' })).toBeUndefined()
    const home = await contentAt(site, { kind: 'home' })
    expect(home?.kind === 'page' && home.page.view).toMatchObject({ targetsUrl: '' })
    for await (const address of everyAddress(site)) expect(address.kind).not.toBe('targets')
  })

  test('leave out what the site does not have', async () => {
    const site = await of(
      'Số,Tin,xa-mot/2026: 1; xa-hai/2026: A1; xa-ba/2026: 1\nSố,Bài,xa-ba/2026: 2\nKhác,Đài,"xa-mot/2026: 99; xa-mot/2026: 2"\n',
    )
    const page = await contentAt(site, { kind: 'targets' })
    expect(page?.kind === 'page' && page.page.view).toMatchObject({
      plans: [{ name: 'Xã Một' }, { name: 'Xã Hai' }],
      groups: [
        { title: 'Số', rows: [{ title: 'Tin' }] },
        { title: 'Khác', rows: [{ title: 'Đài' }] },
      ],
    })
    for await (const { kind } of everyAddress(site)) if (kind === 'targets') return
    throw new Error('it is to be among the addresses')
  })
})

/** A site of one commune, `/xa/2026`, for as long as it is asked. */
async function withCommune(
  files: { readonly rules: string; readonly villages: readonly string[]; readonly facts: readonly string[] },
  ask: (url: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  mkdirSync(join(folder, 'rules/xa'), { recursive: true })
  mkdirSync(join(folder, 'data/xa'), { recursive: true })
  writeFileSync(join(folder, 'rules/xa/2026.thidua'), files.rules)
  const rows = files.villages.map((name, index) => `v${index + 1},"${name.replaceAll('"', '""')}",thôn,,`)
  writeFileSync(join(folder, 'data/xa/entrants.csv'), ['id,name,kind,parent,cluster', ...rows].join('\n'))
  writeFileSync(
    join(folder, 'data/xa/facts.csv'),
    ['entrant,measure,period,value', ...files.facts, ''].join('\n'),
  )
  const other = await startSite({ rules: join(folder, 'rules'), data: join(folder, 'data') })
  try {
    await ask(other.url)
  } finally {
    await other.stop()
  }
}

test('the text of the rules is handed out as it was published', async () => {
  const { status, headers, text } = await request('/an-nong/2026/thang-10/bo-tieu-chi.thidua')
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(text).toBe(readFileSync(join(OWN_FOLDERS.rules, 'an-nong/2026.thidua'), 'utf8'))
})

test('a comparison stands at one path, in the order of the board; the other order leads there', async () => {
  const { status, headers, text } = await request('/an-nong/2026/thang-10/so-sanh/thon-5/thon-3')
  expect([status, headers['location'], text]).toEqual([
    301,
    '/an-nong/2026/thang-10/so-sanh/thon-3/thon-5',
    '',
  ])
})

test.each([
  ['/du-lieu-mo/', '/du-lieu-mo'],
  ['/an-nong/', '/an-nong'],
  ['/an-nong/2026/thang-10/', '/an-nong/2026/thang-10'],
  ['/an-nong/2026/thang-10/tim/?tim=thon', '/an-nong/2026/thang-10/tim?tim=thon'],
])('%s leads on to %s', async (path, expected) => {
  const { status, headers } = await request(path)
  expect([status, headers['location']]).toEqual([301, expected])
})

describe('a hostile name', () => {
  test('is text on the page, whatever it says', async () => {
    const name = `<img src=x onerror=alert(1)>"'&{{7*7}}`
    const rules = `bộ tiêu chí "</title><script>alert(1)</script>" mã xa phiên bản 2026.1
      áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
      thang điểm 10
      số liệu bài "<b>Tin</b>": số nguyên bài, hằng năm
      tiêu chí 1 "<i>Tin</i>" tối đa 10 điểm
        giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`
    await withCommune({ rules, villages: [name, 'Hai'], facts: ['v1,bài,2026,3'] }, async (url) => {
      const board = '/xa/2026/thang-11'
      const below = ['v1', 'tieu-chi/1', 'bo-tieu-chi', 'so-sanh/v1/v2'].map((page) => `${board}/${page}`)
      for (const path of ['/', '/xa/2026', board, ...below]) {
        const { status, text } = await request(path, url)
        expect(status).toBe(200)
        expect(text).not.toMatch(/<img|<script|<b>Tin|<i>Tin|\b49\b/)
        if (!path.endsWith('bo-tieu-chi')) expect(text).toContain('{{7*7}}')
      }
    })
  })
})

const NEWS = `bộ tiêu chí "Tin bài" mã xa phiên bản 2026.1
    áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
    thang điểm 10
    số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn
    tiêu chí 1 "Tin, bài" tối đa 10 điểm
      giá trị = bài; chỉ tiêu 10 bài; chấm theo tỷ lệ đạt chỉ tiêu`

describe('what changed since the month before', () => {
  const changesOn = (text: string): string =>
    /<section[^>]*changes-heading.*?<\/section>/s.exec(text)?.[0].replace(/\s+/g, ' ') ?? ''

  test.each([
    [
      'points and rank',
      ['v1,bài,2026-01,3', 'v2,bài,2026-01,4', 'v1,bài,2026-02,2', 'v2,bài,2026-02,0'],
      /So với tháng 1\/2026<.*\+2 điểm, từ hạng 2 lên 1\.<.*<li>Tiêu chí 1, Tin, bài: tăng 2 điểm, từ 3 lên 5\. /,
    ],
    [
      'nothing but a fact',
      ['v1,bài,2026-01,3', 'v2,bài,2026-01,2', 'v1,bài,2026-02,0', 'v2,bài,2026-02,0'],
      /Điểm giữ nguyên, vẫn hạng 1\.<.*<li>1 số liệu mới không làm đổi điểm/,
    ],
    ['no month before', ['v1,bài,2026-01,3', 'v2,bài,2026-01,2'], /^$/],
  ])('%s', async (_, facts, expected) => {
    await withCommune({ rules: NEWS, villages: ['Thôn Một', 'Thôn Hai'], facts }, async (url) => {
      const changes = changesOn((await request('/xa/2026/thang-2/v1', url)).text)
      expect(changes).toMatch(expected)
      expect(changes).not.toContain('<details>')
    })
  })

  test('many changes are folded', async () => {
    const changes = changesOn((await request('/an-nong/2026/thang-10/thon-3')).text)
    expect(changes).toContain('+3,33 điểm, vẫn hạng 4, từ loại Tốt thành Xuất sắc.')
    expect(changes).toMatch(
      /<details> <summary>Xem 6 thay đổi<\/summary> <ul[^>]*>(<li>[^<]*<\/li>){6}<\/ul>/,
    )
  })
})

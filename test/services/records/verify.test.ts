import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { hashOf } from '#services/hash.ts'
import { diskFiles } from '#store/lowdb/diskFiles.ts'
import { openLowdbStore, openStore } from '#store/lowdb/openLowdbStore.ts'
import { runCommand } from '../../support/commandLine.ts'
import { RULES, type SmallCommune, smallCommune } from './smallCommune.ts'

/** Months 8 and 9, then a correction of 8: the chain is 2026-08, 2026-09, 2026-08.2. */
async function threePublished(): Promise<SmallCommune> {
  const commune = smallCommune()
  const { first, take, publish } = commune
  await first()
  await take(['thon-1,bài,2026-08,1,', 'thon-2,bài,2026-08,2,'])
  await publish('--period', '2026-08')
  await publish()
  await take(['thon-1,bài,2026-08,2,'], '--why', 'thôn báo nhầm')
  await publish('--period', '2026-08', '--correct', 'thôn báo nhầm')
  return commune
}

let commune: SmallCommune
beforeEach(async () => {
  commune = await threePublished()
})

const file = (name: string): string => commune.path(`kho/publications/xa-mot/2026/${name}.json`)
const text = (name: string): string => readFileSync(file(name), 'utf8')
const hash = (name: string): string => hashOf(text(name))

function edit(name: string, before: RegExp, after: string): void {
  const changed = text(name).replace(before, after)
  expect(changed).not.toBe(text(name))
  writeFileSync(file(name), changed)
}

describe('what was published', () => {
  test('is told in the order in which it was', async () => {
    expect(await commune.verify()).toBe(
      [
        'xa-mot/2026/2026-08: khớp',
        'xa-mot/2026/2026-09: khớp',
        'xa-mot/2026/2026-08.2: khớp',
        'xa-mot/2026: 3 bản công bố, mã bản cuối MÃ',
        'Bản cuối chưa có bản nào nối sau: so mã của nó với mã đã ghi lại khi công bố, hoặc thêm --expect MÃ.',
        '[0]',
        '',
      ].join('\n'),
    )
  })

  test('names the files beside it that are none, and goes on', async () => {
    const names = ['2026-09 (1).json', '2026-09.json.bak', '2026-13.json', '2026-9.json', 'a.txt', 'b.txt']
    for (const name of names)
      writeFileSync(commune.path(`kho/publications/xa-mot/2026/${name}`), text('2026-09'))
    const said = await commune.verify()
    expect(said).toContain(
      'cảnh báo[foreign-files]: không xét đến 6 tệp có tên không phải của bản công bố: xa-mot/2026/2026-09 (1).json, ' +
        'xa-mot/2026/2026-09.json.bak, xa-mot/2026/2026-13.json, xa-mot/2026/2026-9.json, xa-mot/2026/a.txt và 1 tệp khác\n',
    )
    expect(said).toMatch(/2026-08\.2: khớp\n.*\[0\]\n$/s)
  })

  test('is verified without a rulebook, from a copy of the folder, while another process writes', async () => {
    const opened = await openLowdbStore(commune.path('kho'))
    expect(await runCommand(['verify', '--from', commune.path('kho')])).toContain('3 bản công bố')
    if (opened.ok) await opened.value.close()
    cpSync(commune.path('kho/publications'), commune.path('chép/publications'), { recursive: true })
    expect(await runCommand(['verify', '--from', commune.path('chép')])).toContain('3 bản công bố')
  })

  test('is verified from the folder of publications alone', async () => {
    const folder = commune.path('kho/publications')
    expect(await runCommand(['verify', '--from', folder])).toContain('3 bản công bố')
    cpSync(folder, commune.path('usb'), { recursive: true })
    expect(await runCommand(['verify', '--from', commune.path('usb')])).toContain('3 bản công bố')
  })

  test.each(['2026-08', '2026-09'])('its last is the last, though %s is half copied', async (name) => {
    const last = hash('2026-08.2')
    writeFileSync(file(name), text(name).slice(0, 100))
    const said = await runCommand(['verify', '--from', commune.path('kho'), '--expect', last.slice(0, 12)])
    expect(said).toContain(`3 bản công bố, mã bản cuối ${last.slice(0, 12)}`)
    expect(said).toContain('đúng là của bản cuối, xa-mot/2026/2026-08.2.')
  })

  test('says when the facts were taken by the clocks of Việt Nam', () => {
    expect(JSON.parse(text('2026-08')).cutOff).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/)
  })

  test('is told as JSON', async () => {
    const said = await runCommand([
      ...['verify', '--from', commune.path('kho'), '--json'],
      ...['--expect', hash('2026-09')],
    ])
    expect(JSON.parse(said.replace('[0]\n', ''))).toEqual({
      editions: [
        {
          commune: 'xa-mot',
          edition: '2026',
          head: hash('2026-08.2'),
          publications: ['2026-08', '2026-09', '2026-08.2'].map((name) => ({
            id: `2026/${name}`,
            hash: hash(name),
            faults: [],
          })),
        },
      ],
      expected: { hash: hash('2026-09'), id: '2026/2026-09', later: 1 },
      diagnostics: [],
    })
  })
})

describe('the hash that was noted', () => {
  const expecting = async (noted: string): Promise<string> =>
    (await commune.verify('--expect', noted)).split('\n').slice(-3).join('\n')

  test('may be the last one’s, whole or as it is printed', async () => {
    for (const noted of [hash('2026-08.2'), hash('2026-08.2').slice(0, 12), hash('2026-08.2').toUpperCase()])
      expect(await expecting(noted)).toMatch(
        /^Mã [^ ]+ đúng là của bản cuối, xa-mot\/2026\/2026-08.2.\n\[0\]/,
      )
  })

  test('may be an earlier one’s, which says nothing of those after it', async () => {
    expect(await expecting(hash('2026-08'))).toBe(
      `Mã ${hash('2026-08')} là của xa-mot/2026/2026-08; 2 bản công bố sau đó không có mã nào để so.\n[0]\n`,
    )
  })

  test.each([
    ['the last is dropped', () => rmSync(file('2026-08.2'))],
    [
      'somebody else is said to have published the last',
      () => edit('2026-08.2', /"by": ".*"/, '"by": "khác"'),
    ],
    [
      'the facts of the last are said to be earlier',
      () => edit('2026-08.2', /"cutOff": "\d+/, '"cutOff": "1999'),
    ],
    ['the reason of the last is another', () => edit('2026-08.2', /"why": ".*"/, '"why": "khác"')],
  ])('is nobody’s once %s, though all else holds', async (_what, spoil) => {
    const noted = hash('2026-08.2')
    spoil()
    expect(await commune.verify()).not.toContain('LỆCH')
    expect(await expecting(noted)).toBe(
      `LỆCH: không có bản nào mang mã ${noted}: bản mang mã ấy đã bị bỏ hoặc bị sửa.\n[1]\n`,
    )
  })

  test('is twelve or sixty-four digits', async () => {
    expect(await commune.verify('--expect', 'abc')).toContain(
      'Giá trị không hợp lệ: `abc` không phải mã gồm 12',
    )
  })
})

describe('what was changed by hand', () => {
  const cases: readonly (readonly [string, () => void, string])[] = [
    [
      'a fact',
      () => edit('2026-08.2', /thon-1,bài,2026-08,2/, 'thon-1,bài,2026-08,8'),
      '2026-08.2: LỆCH: số liệu không đúng với mã kiểm tra; tính lại đến ngày 2026-08-31 ra kết quả khác',
    ],
    [
      'the day',
      () => edit('2026-08.2', /"asOf": "2026-08-31"/, '"asOf": "2026-08-30"'),
      '2026-08.2: LỆCH: ngày chấm không phải ngày cuối kỳ',
    ],
    [
      'a rule',
      () => edit('2026-08.2', /chỉ tiêu 10 bài/, 'chỉ tiêu 20 bài'),
      '2026-08.2: LỆCH: bộ tiêu chí không đúng với mã kiểm tra; tính lại',
    ],
    [
      'a result',
      () => edit('2026-08.2', /exact\\":\\"1/, 'exact\\":\\"6'),
      '2026-08.2: LỆCH: kết quả không đúng với mã kiểm tra; tính lại',
    ],
    [
      'the version of the rulebook',
      () => edit('2026-08.2', /"version": "2026.1"/, '"version": "2026.2"'),
      '2026-08.2: LỆCH: số phiên bản không phải của bộ tiêu chí',
    ],
    [
      'what is corrected',
      () => edit('2026-08.2', /"id": "2026\/2026-08"/, '"id": "2026/2026-09"'),
      '2026-08.2: LỆCH: không đính chính đúng bản trước của kỳ ấy',
    ],
    ['spaces', () => edit('2026-08.2', /\n$/, '\n\n'), '2026-08.2: LỆCH: cách ghi không như lúc công bố'],
    [
      'who published an earlier one',
      () => edit('2026-09', /"by": ".*"/, '"by": "khác"'),
      '2026-08.2: LỆCH: bản công bố trước nó, 2026/2026-09, đã bị sửa',
    ],
    [
      'one is gone',
      () => rmSync(file('2026-09')),
      '2026-08.2: LỆCH: thiếu bản công bố trước nó, 2026/2026-09',
    ],
    [
      'one is no publication',
      () => writeFileSync(file('2026-09'), '{'),
      '2026-09: LỆCH: tệp đã hỏng, hoặc chưa chép xong',
    ],
    [
      'one is of a later form',
      () => edit('2026-09', /"form": 1/, '"form": 2'),
      '2026-09: LỆCH: tệp do phiên bản mới hơn của chương trình ghi',
    ],
    [
      'one is empty',
      () => writeFileSync(file('2026-09'), ''),
      '2026-09: LỆCH: tệp đã hỏng, hoặc chưa chép xong',
    ],
    [
      'one is not UTF-8',
      () => writeFileSync(file('2026-09'), Buffer.from(text('2026-09'), 'latin1')),
      '2026-09: LỆCH: tệp đã hỏng: không phải văn bản UTF-8',
    ],
    [
      'one lies under another name',
      () => renameSync(file('2026-09'), file('2026-07')),
      '2026-07: LỆCH: tệp này lại mang tên xa-mot/2026/2026-09',
    ],
    [
      'one lies with another commune',
      () => {
        mkdirSync(commune.path('kho/publications/xa-hai/2026'), { recursive: true })
        renameSync(file('2026-09'), commune.path('kho/publications/xa-hai/2026/2026-09.json'))
      },
      'xa-hai/2026/2026-09: LỆCH: tệp này lại mang tên xa-mot/2026/2026-09',
    ],
    [
      'two come after the same',
      () =>
        edit(
          '2026-08.2',
          /"before": \{[^}]*\}/,
          `"before": ${JSON.stringify(JSON.parse(text('2026-09')).before)}`,
        ),
      '2026-09: LỆCH: cùng chỗ trong chuỗi với 2026/2026-08.2',
    ],
  ]
  test.each(cases)('%s', async (_what, spoil, expected) => {
    spoil()
    const said = await runCommand(['verify', '--from', commune.path('kho')])
    expect(said).toContain(expected)
    expect(said).toMatch(/\[1\]\n$/)
  })

  test('hinders the next publication, which has to build on it, and nothing else', async () => {
    const store = await openStore(diskFiles(commune.path('kho')), 'kho', 1)
    if (!store.ok) throw new Error(store.diagnostics[0]?.message)
    await store.value.write({ commune: 'xa-mot', at: '', by: '', why: '', facts: [] })
    await store.value.close()
    edit('2026-08.2', /"by": ".*"/, '"by": "khác"')
    expect(await commune.publish('--period', '2026-08', '--correct', 'x')).toBe(
      [
        'lỗi[publication-differs]: tệp của bản công bố `2026/2026-08.2` bị thiếu, bị sửa, hoặc do phiên bản mới hơn ghi',
        ' = cách sửa: bản sau phải nối vào bản ấy: chép lại tệp ấy từ bản sao lưu, hoặc cập nhật chương trình, rồi chạy lại',
        '[1]',
        '',
      ].join('\n'),
    )
    expect(await commune.take(['thon-1,bài,2026-10,1,'])).toContain('Đã lưu')
  })

  test('is put right at the next opening as long as the journal has it', async () => {
    edit('2026-08.2', /"by": ".*"/, '"by": "khác"')
    expect(await commune.publish('--period', '2026-08', '--correct', 'x')).toMatch(
      /cảnh báo\[store-recovered\]: kho\/publications\/xa-mot\/2026\/2026-08.2.json không còn như lúc công bố/,
    )
  })
})

describe('an edition of which nothing was published', () => {
  test('cannot be verified; those that can are named', async () => {
    writeFileSync(commune.path('2027.thidua'), RULES.replaceAll('2026', '2027'))
    expect(
      await runCommand(['verify', '--from', commune.path('kho'), '--rules', commune.path('2027.thidua')]),
    ).toBe(
      'lỗi[edition-unknown]: chưa có bản công bố nào theo bộ tiêu chí `xa-mot/2027`\n = cách sửa: có bản công bố theo: xa-mot/2026; kiểm tra lại tên tệp bộ tiêu chí\n[2]\n',
    )
  })

  test('nor can a folder from which all were taken away', async () => {
    rmSync(commune.path('kho/publications/xa-mot'), { recursive: true })
    expect(await runCommand(['verify', '--from', commune.path('kho')])).toMatch(
      /^lỗi\[file-missing\]: chưa có bản công bố nào trong thư mục: .*kho\n.*\n\[2\]\n$/,
    )
  })
})

describe('one publication by itself', () => {
  const verifyFile = (...options: readonly string[]) =>
    runCommand(['verify', '--file', file('2026-09'), ...options])

  test('holds, though the one before it is not at hand', async () => {
    const said = await verifyFile('--expect', hash('2026-09').slice(0, 12))
    expect(said).toMatch(
      /^xa-mot\/2026\/2026-09: khớp\n.*\nMã [0-9a-f]{12} đúng là của bản cuối, .*\n\[0\]\n$/,
    )
  })

  test('is told where it was changed, or is another than was noted', async () => {
    edit('2026-09', /thon-1,bài,2026-09,\d+/, 'thon-1,bài,2026-09,99')
    expect(await verifyFile()).toMatch(/LỆCH: số liệu không đúng với mã kiểm tra; tính lại .*\[1\]\n$/s)
    expect(await verifyFile('--expect', '0'.repeat(12))).toContain('không có bản nào mang mã')
  })

  test('is refused where it is none', async () => {
    writeFileSync(file('2026-09'), '<!doctype html>')
    expect(await verifyFile()).toContain('tệp này không phải bản công bố, hoặc đã hỏng')
    expect(await runCommand(['verify', '--file', commune.path('kho/không-có.json')])).toContain('[2]')
    expect(await runCommand(['verify'])).toContain('Thiếu tùy chọn `--from <DIR>`')
    expect(await verifyFile('--from', commune.path('kho'))).toContain('Không dùng chung')
  })
})

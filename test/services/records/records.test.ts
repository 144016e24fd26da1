import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import { runCommand } from '../../support/commandLine.ts'

const RULES = `bộ tiêu chí "Tuyên truyền xã Một" mã xa-mot phiên bản 2026.1
  áp dụng cho thôn từ 01/01/2026 đến 31/12/2026
  thang điểm 10
số liệu bài "Tin, bài": số nguyên bài, hằng tháng, cộng dồn, kỳ thiếu tính 0
số liệu dân "Dân số": số nguyên người, hằng tháng, từ 1
số liệu thẻ "Có tài khoản": số nguyên người, hằng tháng, là một phần của dân
tiêu chí 1 "Tin, bài" tối đa 5 điểm
  giá trị = bài
  chỉ tiêu 10 bài
  chấm theo tỷ lệ đạt chỉ tiêu
tiêu chí 2 "Tài khoản" tối đa 5 điểm
  giá trị = thẻ / dân
  chỉ tiêu 50%
  chấm theo tỷ lệ đạt chỉ tiêu
xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng
`
const ENTRANTS = 'id,name,kind,parent,cluster\nthon-1,Thôn 1,thôn,,\nthon-2,Thôn 2,thôn,,\n'
const HEAD = 'entrant,measure,period,value,source'
const FACTS = [
  'thon-1,bài,2026-09,4,loa',
  'thon-1,dân,2026-09,100,',
  'thon-1,thẻ,2026-09,30,',
  'thon-2,bài,2026-09,6,',
  'thon-2,dân,2026-09,80,',
  'thon-2,thẻ,2026-09,40,',
]

let folder: string
const path = (name: string): string => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  writeFileSync(path('2026.thidua'), RULES)
  writeFileSync(path('entrants.csv'), ENTRANTS)
})

/** Runs a command over the folder; its path and every hash are left out of what it prints. */
async function run(...line: readonly string[]): Promise<string> {
  const printed = await runCommand([...line, '--rules', path('2026.thidua')])
  return printed.replaceAll(`${folder}/`, '').replaceAll(/\b[0-9a-f]{12}\b/g, 'MÃ')
}

async function take(rows: readonly string[], ...options: readonly string[]): Promise<string> {
  writeFileSync(path('facts.csv'), `${[HEAD, ...rows].join('\n')}\n`)
  return run('import', path('facts.csv'), '--into', path('kho'), ...options)
}

const first = (): Promise<string> => take(FACTS, '--entrants', path('entrants.csv'))
const publish = (...options: readonly string[]): Promise<string> =>
  run('publish', '--into', path('kho'), '--period', '2026-09', ...options)

describe('taking facts in', () => {
  test('tells what is new and keeps it', async () => {
    expect(await first()).toBe(
      '6 số liệu mới, 0 số liệu sửa, 0 số liệu đã có\ndanh sách mới: 2 đối tượng\nĐã lưu (lần ghi 1).\n[0]\n',
    )
    expect(await take(FACTS)).toBe(
      '0 số liệu mới, 0 số liệu sửa, 6 số liệu đã có\nKhông có gì mới, không ghi gì.\n[0]\n',
    )
  })

  test('only looks when asked to', async () => {
    await first()
    const changed = await take(['thon-1,bài,2026-09,5,loa', 'thon-1,bài,2026-10,1,'], '--dry-run')
    expect(changed).toBe(
      '1 số liệu mới, 1 số liệu sửa, 0 số liệu đã có\n  sửa: Tin, bài của thon-1, tháng 9/2026: 4 → 5\nChưa ghi gì: bỏ --dry-run để ghi.\n[0]\n',
    )
    expect(await take(FACTS)).toContain('6 số liệu đã có')
  })

  test('a correction needs a reason, and leaves what it corrects', async () => {
    await first()
    const corrected = ['thon-1,bài,2026-09,5,loa']
    expect(await take(corrected)).toContain(
      'lỗi[reason-missing]: có 1 số liệu đã lưu bị sửa mà chưa nói lý do',
    )
    expect(await take(corrected, '--why', 'thôn báo nhầm', '--by', 'Văn phòng')).toContain(
      'Đã lưu (lần ghi 2).',
    )
    const opened = await openLowdbStore(path('kho'))
    if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
    const history = await opened.value.history('xa-mot', {
      entrant: 'thon-1',
      measure: 'bài',
      period: '2026-09',
    })
    expect(history.map(({ value, replaces }) => [value, replaces])).toEqual([
      ['4', undefined],
      ['5', 1],
    ])
    expect((await opened.value.audit('xa-mot')).at(-1)).toMatchObject({
      by: 'Văn phòng',
      why: 'thôn báo nhầm',
    })
    await opened.value.close()
  })

  test('what was withdrawn may be reported anew, and needs no reason', async () => {
    await first()
    const opened = await openLowdbStore(path('kho'))
    if (!opened.ok) throw new Error(opened.diagnostics[0]?.message)
    const [reported] = (await opened.value.current('xa-mot')).facts
    if (!reported) throw new Error('nothing was reported')
    const { number, revision, ...fields } = reported
    const withdrawal = { ...fields, value: '', replaces: number, withdrawn: true as const }
    await opened.value.write({
      commune: 'xa-mot',
      at: '',
      by: '',
      why: 'nhầm thôn',
      expects: revision,
      facts: [withdrawal],
    })
    await opened.value.close()
    expect(await take(FACTS)).toContain('1 số liệu mới, 0 số liệu sửa, 5 số liệu đã có')
  })

  test.each([
    ['an unknown entrant', ['thon-3,bài,2026-09,1,'], /unknown-entrant.*thon-3.*\n ┌─ facts.csv:2:1/],
    ['an unknown measure', ['thon-1,tin,2026-09,1,'], /unknown-measure.*tin/],
    ['a row twice', ['thon-1,bài,2026-10,1,', 'thon-1,bài,2026-10,2,'], /duplicate-row/],
    ['a doubtful number', ['thon-1,bài,2026-10,1.5,'], /field-invalid.*1\.5/],
    ['a part larger than its whole that is stored', ['thon-2,thẻ,2026-09,90,'], /part-exceeds-whole/],
    ['one fault among sound rows', ['thon-1,bài,2026-10,1,', 'thon-1,bài,2026-13,1,'], /2026-13/],
  ])('%s: nothing is kept', async (_what, rows, expected) => {
    await first()
    expect(await take(rows, '--why', 'x')).toMatch(expected)
    expect(await take(FACTS)).toContain('0 số liệu mới, 0 số liệu sửa, 6 số liệu đã có')
  })

  test('a list of entrants may grow, never lose one of whom there are facts', async () => {
    await first()
    writeFileSync(path('entrants.csv'), `${ENTRANTS}thon-3,Thôn 3,thôn,,\n`)
    expect(await take(['thon-3,bài,2026-09,2,'], '--entrants', path('entrants.csv'))).toContain(
      'danh sách mới: 3 đối tượng',
    )
    writeFileSync(path('entrants.csv'), ENTRANTS.replace(/thon-1.*\n/, ''))
    expect(await take(['thon-2,bài,2026-10,2,'], '--entrants', path('entrants.csv'))).toMatch(
      /danh sách mới thiếu `thon-1`/,
    )
  })
})

describe('publishing', () => {
  test('happens once; a correction says what changed; all are chained and verified', async () => {
    await first()
    expect(await publish()).toBe(
      'Đã công bố kết quả tháng 9/2026: 2026/2026-09\nMã bản công bố MÃ, mã kết quả MÃ\nBản công bố đầu tiên\n[0]\n',
    )
    expect(await publish()).toContain(
      'lỗi[already-published]: kết quả tháng 9/2026 đã công bố (2026/2026-09)',
    )
    expect(await publish('--correct', 'x')).toContain('lỗi[nothing-new]')
    await take(['thon-1,bài,2026-09,9,loa'], '--why', 'thôn báo nhầm')
    expect(await publish('--correct', 'thôn 1 báo nhầm')).toBe(
      [
        'Đã công bố kết quả tháng 9/2026: 2026/2026-09.2',
        'Đính chính 2026/2026-09, vì thôn 1 báo nhầm:',
        '  Thôn 1: tổng điểm 5 → 7,5.',
        '  Tin, bài của thon-1, tháng 9/2026: 4 → 9.',
        'Mã bản công bố MÃ, mã kết quả MÃ',
        'Nối sau 2026/2026-09 (MÃ)',
        '[0]',
        '',
      ].join('\n'),
    )
    expect(await run('verify', '--from', path('kho'))).toBe('2026/2026-09: khớp\n2026/2026-09.2: khớp\n[0]\n')
  })

  test.each([
    ['a period that nothing was published of', ['--correct', 'x'], 'lỗi[never-published]'],
    ['a period before the rulebook', ['--period', '2025-01'], 'kho dữ liệu chưa có số liệu nào'],
    ['what is no period', ['--period', '9/2026'], 'không phải kỳ như 2026-10'],
    [
      'a period before the first fact',
      ['--period', '2026-03'],
      'lỗi[file-empty]: kho dữ liệu chưa có số liệu nào của `xa-mot` đến hết tháng 3/2026',
    ],
  ])('refuses %s', async (_what, options, expected) => {
    await first()
    expect(await publish(...options)).toContain(expected)
    expect(await run('verify', '--from', path('kho'))).toBe('Chưa có bản công bố nào.\n[0]\n')
  })

  test.each(['so-sanh', 'tim'])(
    'refuses an entrant whose page would stand where another does: %s',
    async (id) => {
      writeFileSync(path('entrants.csv'), `${ENTRANTS}${id},Thôn Tím,thôn,,\n`)
      await first()
      expect(await publish()).toBe(
        [
          `lỗi[id-taken]: mã \`${id}\` của Thôn Tím trùng với địa chỉ của một trang khác trên trang công bố`,
          ` = cách sửa: đặt mã khác trong entrants.csv và trong số liệu của nơi ấy, ví dụ \`thon-${id}\``,
          '[1]',
          '',
        ].join('\n'),
      )
      expect(await run('verify', '--from', path('kho'))).toBe('Chưa có bản công bố nào.\n[0]\n')
    },
  )

  test('refuses a period that is not over', async () => {
    writeFileSync(path('2026.thidua'), RULES.replace('31/12/2026', '31/12/2990'))
    await first()
    expect(await publish('--period', '2990-12')).toContain(
      'lỗi[period-mismatch]: tháng 12/2990 chưa hết, chưa công bố được',
    )
  })

  test('refuses a correction without a reason', async () => {
    await first()
    await publish()
    expect(await publish('--correct', '  ')).toContain(
      'lỗi[reason-missing]: chưa nói vì sao đính chính kết quả tháng 9/2026',
    )
  })

  test('holds no fact of a later period', async () => {
    await first()
    await take(['thon-1,bài,2026-10,3,'])
    await publish()
    const [publication] = await published()
    expect(publication).toContain('2026-09')
    expect(publication).not.toContain('thon-1,bài,2026-10')
    expect(await publish('--correct', 'x')).toContain('lỗi[nothing-new]')
  })

  test('says which stored facts the rulebook does not ask for', async () => {
    await first()
    const renamed = RULES.replace('số liệu bài', 'số liệu tin').replace('giá trị = bài', 'giá trị = tin')
    writeFileSync(path('2026.thidua'), renamed)
    expect(await publish()).toContain(
      'cảnh báo[unknown-measure]: bộ tiêu chí không dùng đến số liệu đã lưu: `bài` (2)',
    )
  })

  test('a rulebook of the next year shares the store', async () => {
    await first()
    writeFileSync(path('2027.thidua'), RULES.replaceAll('2026', '2027'))
    writeFileSync(path('facts.csv'), `${HEAD}\nthon-1,bài,2027-01,3,\n`)
    const imported = await runCommand([
      'import',
      path('facts.csv'),
      '--into',
      path('kho'),
      '--rules',
      path('2027.thidua'),
    ])
    expect(imported).toContain('1 số liệu mới')
    expect(await take(['thon-1,bài,2026-09,9,loa'], '--why', 'báo nhầm')).toContain('1 số liệu sửa')
  })

  test('a folder that is not there is not made', async () => {
    expect(await run('verify', '--from', path('kho'))).toContain(
      'lỗi[file-missing]: không tìm thấy thư mục dữ liệu: kho',
    )
    expect(await publish()).toContain('lỗi[file-missing]')
  })

  test('does not depend on the rulebook that stands in the file now', async () => {
    await first()
    await publish()
    writeFileSync(path('2026.thidua'), RULES.replace('chỉ tiêu 10 bài', 'chỉ tiêu 12 bài'))
    expect(await run('verify', '--from', path('kho'))).toBe('2026/2026-09: khớp\n[0]\n')
    expect(await publish('--correct', 'sửa chỉ tiêu')).toContain('  Bộ tiêu chí đã sửa.')
  })

  test.each([
    [
      'a fact',
      /thon-1,bài,2026-09,4/,
      'thon-1,bài,2026-09,8',
      'số liệu không đúng với mã kiểm tra; tính lại đến ngày 2026-09-30 ra kết quả khác',
    ],
    ['the day', /"asOf": "2026-09-30"/, '"asOf": "2026-09-29"', 'ngày chấm không phải ngày cuối kỳ'],
    ['a rule', /chỉ tiêu 10 bài/, 'chỉ tiêu 20 bài', 'bộ tiêu chí không đúng với mã kiểm tra; tính lại'],
    ['a result', /exact\\":\\"5/, 'exact\\":\\"6', 'kết quả không đúng với mã kiểm tra; tính lại'],
  ])('%s that was changed by hand shows', async (_what, before, after, expected) => {
    await first()
    await publish()
    expect(await tampered(before, after)).toContain(`LỆCH: ${expected}`)
  })
})

/** The publications' texts. */
async function published(): Promise<readonly string[]> {
  const opened = await openLowdbStore(path('kho'))
  if (!opened.ok) throw new Error('cannot open')
  const publications = await opened.value.publications('xa-mot')
  await opened.value.close()
  return publications.map(({ content = '' }) => content)
}

/** What verifying says of a publication in a store of its own whose text was changed. */
async function tampered(before: RegExp, after: string): Promise<string> {
  const opened = await openLowdbStore(path('kho'))
  const other = await openLowdbStore(path('khác'))
  if (!opened.ok || !other.ok) throw new Error('cannot open')
  const [publication] = await opened.value.publications('xa-mot')
  const content = publication?.content?.replace(before, after) ?? ''
  await other.value.write({
    commune: 'xa-mot',
    at: '',
    by: '',
    why: '',
    facts: [],
    publication: { id: '2026/2026-09', content },
  })
  await opened.value.close()
  await other.value.close()
  return run('verify', '--from', path('khác'))
}

import { appendFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { BOARD_WORDS, SITE_WORDS } from '#services/site/pathWords.ts'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import { runCommand } from '../../support/commandLine.ts'
import { ENTRANTS, FACTS, HEAD, RULES, smallCommune } from './smallCommune.ts'

let { path, run, take, first, publish, verify } = smallCommune()
beforeEach(() => {
  ;({ path, run, take, first, publish, verify } = smallCommune())
})

describe('taking facts in', () => {
  test('tells what is new and keeps it', async () => {
    expect(await first()).toBe(
      '6 số liệu mới, 0 số liệu sửa, 0 số liệu đã có\ndanh sách mới: 2 đối tượng\nĐã lưu (lần ghi 1).\n[0]\n',
    )
    expect(await take(FACTS)).toBe(
      '0 số liệu mới, 0 số liệu sửa, 6 số liệu đã có\nKhông có gì mới, không ghi gì.\n[0]\n',
    )
  })

  const FAULT = 'trùng với địa chỉ của một trang khác trên trang công bố'
  test.each(Object.values(BOARD_WORDS))(
    'refuses an entrant whose page would stand where another does: %s',
    async (id) => {
      writeFileSync(path('entrants.csv'), `${ENTRANTS}${id},Thôn Tím,thôn,,\n`)
      expect(await first()).toBe(
        [
          `lỗi[id-taken]: mã \`${id}\` của Thôn Tím ${FAULT}`,
          ` = cách sửa: đặt mã khác trong entrants.csv và trong số liệu của nơi ấy, ví dụ \`thon-${id}\``,
          '[1]',
          '',
        ].join('\n'),
      )
    },
  )

  test.each(Object.values(SITE_WORDS))('refuses a commune of which the same holds: %s', async (code) => {
    writeFileSync(path('2026.thidua'), RULES.replace(' mã xa-mot ', ` mã ${code} `))
    expect(await first()).toBe(
      [
        `lỗi[id-taken]: mã \`${code}\` của bộ tiêu chí ${FAULT}`,
        ` = cách sửa: đặt mã khác ở dòng đầu bộ tiêu chí, ví dụ \`mã xa-${code}\``,
        '[1]',
        '',
      ].join('\n'),
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

  test('only looking makes nothing', async () => {
    expect(await first('--dry-run')).toContain('6 số liệu mới')
    expect(existsSync(path('kho'))).toBe(false)
    mkdirSync(path('kho'))
    expect(await first('--dry-run')).toContain('6 số liệu mới')
    expect(readdirSync(path('kho'))).toEqual([])
  })

  test.each([
    ['the source', 'thon-1,bài,2026-09,4,sổ trực', 'nguồn: «loa» → «sổ trực»'],
    ['value and source', 'thon-1,bài,2026-09,5,sổ trực', '4 → 5; nguồn: «loa» → «sổ trực»'],
  ])('a correction of %s says what is other', async (_what, row, expected) => {
    await first()
    expect(await take([row], '--dry-run')).toContain(
      `  sửa: Tin, bài của thon-1, tháng 9/2026: ${expected}\n`,
    )
  })

  test('what opening the store had to say is in the JSON too', async () => {
    await first()
    appendFileSync(path('kho/journal'), 'dở')
    const { diagnostics, known } = JSON.parse((await take(FACTS, '--json')).replace('[0]\n', '')) as {
      readonly diagnostics: readonly { readonly code: string; readonly severity: string }[]
      readonly known: number
    }
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['store-recovered', 'warning'],
    ])
    expect(known).toBe(6)
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

describe('taking a fact back', () => {
  const withdraw = (...options: readonly string[]): Promise<string> =>
    run('withdraw', '--into', path('kho'), ...options)
  const BAI = ['--entrant', 'thon-1', '--measure', 'bài', '--period', '2026-09'] as const

  test('leaves it in the history, and lets it be reported anew without a reason', async () => {
    await first('--by', 'Văn phòng')
    expect(await withdraw(...BAI, '--why', 'nhầm thôn', '--by', 'Ban thi đua')).toBe(
      'Đã rút: Tin, bài của thon-1, tháng 9/2026: 4 (lần ghi 2).\n[0]\n',
    )
    expect(await take(FACTS)).toContain('1 số liệu mới, 0 số liệu sửa, 5 số liệu đã có')
    await take(['thon-1,bài,2026-09,5,loa'], '--why', 'thôn báo nhầm')
    const history = await run('history', '--from', path('kho'), '--entrant', 'thon-1', '--measure', 'bài')
    expect(history.replaceAll(/\d\d:\d\d ngày \d\d\/\d\d\/\d{4}/g, 'LÚC')).toBe(
      [
        'Tin, bài của thon-1, tháng 9/2026:',
        '  4 (nguồn: loa; lần ghi 1; LÚC; Văn phòng)',
        '  rút lại (nguồn: loa; lần ghi 2; LÚC; Ban thi đua; lý do: nhầm thôn)',
        '  4 (nguồn: loa; lần ghi 3; LÚC; không ghi)',
        '  sửa thành 5 (nguồn: loa; lần ghi 4; LÚC; không ghi; lý do: thôn báo nhầm)',
        '[0]',
        '',
      ].join('\n'),
    )
    expect(await run('history', '--from', path('kho'), '--entrant', 'thon-1')).toContain('Dân số của thon-1')
  })

  test.each([
    ['another period', 'thon-1', 'bài', '2026-10', 'có các kỳ: 2026-09'],
    ['another measure', 'thon-1', 'tin', '2026-09', '`thon-1` có các số liệu: bài, dân, thẻ'],
    ['another entrant', 'thon-9', 'bài', '2026-09', 'có số liệu của: thon-1, thon-2'],
  ])('of %s is refused, and says which there are', async (_what, entrant, measure, period, expected) => {
    await first()
    const which = ['--entrant', entrant, '--measure', measure, '--period', period]
    const said = await withdraw(...which, '--why', 'nhầm')
    expect(said).toMatch(/^lỗi\[unknown-fact\]: kho không có số liệu/)
    expect(said).toContain(expected)
  })

  test('needs a reason, and a store', async () => {
    expect(await withdraw(...BAI, '--why', 'nhầm')).toContain('lỗi[file-missing]: không tìm thấy kho dữ liệu')
    await first()
    expect(await withdraw(...BAI, '--why', ' ')).toContain('lỗi[reason-missing]: chưa nói vì sao rút số liệu')
    expect(await withdraw(...BAI)).toContain('Thiếu tùy chọn `--why <TEXT>`')
  })

  test('a history is had by the name too', async () => {
    await first()
    const by = (entrant: string): Promise<string> =>
      run('history', '--from', path('kho'), '--entrant', entrant)
    expect(await by('thôn 1')).toBe(await by('thon-1'))
  })

  test('a history of nobody says of whom there are facts', async () => {
    await first()
    const of = (...which: readonly string[]): Promise<string> =>
      run('history', '--from', path('kho'), ...which)
    expect(await of('--entrant', 'thon-9')).toContain('có số liệu của: thon-1, thon-2')
    expect(await of('--entrant', 'thon-1', '--measure', 'tin')).toContain(
      'lỗi[unknown-fact]: kho chưa từng có số liệu `tin` nào của `thon-1`',
    )
  })
})

test('what is stored is scored as it stands, without files beside it', async () => {
  await first()
  const scored = await runCommand(['score', path('2026.thidua'), '--data', path('kho')])
  expect(scored).toContain('Thôn 2')
  writeFileSync(path('facts.csv'), `${[HEAD, ...FACTS].join('\n')}\n`)
  expect(scored).toBe(await runCommand(['score', path('2026.thidua'), '--data', path('.')]))
  expect(await runCommand(['score', path('2026.thidua'), '--data', path('không')])).toContain(
    'thư mục số liệu là kho dữ liệu, hoặc có hai tệp',
  )
})

describe('publishing', () => {
  test('a correction of what is added up says which later periods it changes too', async () => {
    await first()
    await take(['thon-1,bài,2026-08,1,', 'thon-1,dân,2026-08,100,'])
    await publish('--period', '2026-08')
    await publish()
    await take(['thon-1,bài,2026-08,3,'], '--why', 'đếm sót')
    const said = await publish('--period', '2026-08', '--correct', 'đếm sót')
    expect(said).toContain(
      'cảnh báo[publication-outdated]: số liệu trong kho nay cho kết quả khác với bản đã công bố của tháng 9/2026\n',
    )
    expect(await publish('--correct', 'đếm sót')).not.toContain('publication-outdated')
    await take(['thon-1,dân,2026-08,90,'], '--why', 'đếm sai')
    await publish('--period', '2026-08', '--correct', 'đếm sai').then((last) =>
      expect(last).not.toContain('publication-outdated'),
    )
  })

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
        '  Thôn 1 (thon-1): tổng điểm 5 → 7,5.',
        '  Tin, bài của Thôn 1 (thon-1), tháng 9/2026: 4 → 9.',
        'Mã bản công bố MÃ, mã kết quả MÃ',
        'Nối sau 2026/2026-09 (MÃ)',
        '[0]',
        '',
      ].join('\n'),
    )
    expect(await verify()).toBe(
      [
        'xa-mot/2026/2026-09: khớp',
        'xa-mot/2026/2026-09.2: khớp',
        'xa-mot/2026: 2 bản công bố, mã bản cuối MÃ',
        'Bản cuối chưa có bản nào nối sau: so mã của nó với mã đã ghi lại khi công bố, hoặc thêm --expect MÃ.',
        '[0]',
        '',
      ].join('\n'),
    )
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
    expect(await verify()).toContain('lỗi[file-missing]: chưa có bản công bố nào trong thư mục: kho')
  })

  test('refuses control characters in what is published with it', async () => {
    await first()
    expect(await publish('--by', 'UBND\u0007 xã')).toContain(
      'lỗi[file-not-text]: có ký tự điều khiển U+0007, không phải chữ\n ┌─ --by:1:5',
    )
    expect(await publish()).toContain('[0]')
    expect(await publish('--correct', 'nhầm\u001b')).toContain(' ┌─ --correct:1:5')
  })

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

  test('names those who have not reported the period yet', async () => {
    await first()
    await take(['thon-2,bài,2026-10,1,', 'thon-2,dân,2026-10,80,', 'thon-2,thẻ,2026-10,40,'])
    const printed = await runCommand([
      'publish',
      '--into',
      path('kho'),
      '--period',
      '2026-10',
      '--rules',
      path('2026.thidua'),
    ])
    expect(printed).toContain(
      'cảnh báo[doubtful-period]: 1 nơi có số liệu tháng 9/2026 mà chưa có số liệu tháng 10/2026: Thôn 1',
    )
    expect(printed).toContain('Đã công bố kết quả tháng 10/2026')
  })

  test('refuses a period of which nobody reported anything, though some reported the one before', async () => {
    await first()
    expect(await publish('--period', '2026-10')).toContain(
      [
        'lỗi[file-empty]: kho chưa có số liệu nào của tháng 10/2026, trong khi tháng 9/2026 có của 2 nơi: công bố thì chỉ là kết quả tháng 9/2026 chép lại',
        ' = cách sửa: nhập số liệu tháng 10/2026 rồi công bố',
      ].join('\n'),
    )
  })

  test('warns of a rulebook that was copied under another name', async () => {
    await first()
    await publish()
    writeFileSync(path('2026 ban chep.thidua'), RULES)
    writeFileSync(path('2026-ban-chep.thidua'), RULES)
    writeFileSync(path('2027.thidua'), RULES.replaceAll('2026', '2027'))
    const by = (rules: string, period: string): Promise<string> =>
      runCommand(['publish', '--into', path('kho'), '--period', period, '--rules', path(rules)])
    expect(await by('2026 ban chep.thidua', '2026-09')).toContain(
      'lỗi[invalid-name]: tên tệp bộ tiêu chí `2026 ban chep` (xã `xa-mot`) không dùng làm địa chỉ công bố được',
    )
    expect(await by('2026-ban-chep.thidua', '2026-09')).toContain(
      'cảnh báo[edition-overlap]: đây là bản công bố đầu tiên của `2026-ban-chep`, mà cùng thời gian ấy đã có bản công bố theo `2026` (đến tháng 9/2026)',
    )
    expect(await by('2026-ban-chep.thidua', '2026-10')).not.toContain('edition-overlap')
    writeFileSync(path('facts.csv'), `${HEAD}\nthon-1,bài,2027-01,3,\n`)
    await runCommand(['import', path('facts.csv'), '--into', path('kho'), '--rules', path('2027.thidua')])
    expect(await by('2027.thidua', '2027-01')).not.toContain('edition-overlap')
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
    expect(await verify()).toContain('lỗi[file-missing]: chưa có bản công bố nào trong thư mục: kho')
    expect(await publish()).toContain('lỗi[file-missing]: không tìm thấy kho dữ liệu trong thư mục: kho')
    expect(existsSync(path('kho'))).toBe(false)
  })

  test('does not depend on the rulebook that stands in the file now', async () => {
    await first()
    await publish()
    writeFileSync(path('2026.thidua'), RULES.replace('chỉ tiêu 10 bài', 'chỉ tiêu 12 bài'))
    expect(await verify()).toContain('xa-mot/2026/2026-09: khớp\n')
    expect(await publish('--correct', 'sửa chỉ tiêu')).toContain('  Bộ tiêu chí đã sửa.')
  })
})

/** The publications' texts, as the store gives them. */
async function published(): Promise<readonly string[]> {
  const opened = await openLowdbStore(path('kho'))
  if (!opened.ok) throw new Error('cannot open')
  const publications = await opened.value.publications('xa-mot')
  await opened.value.close()
  return publications.map(({ content = '' }) => content)
}

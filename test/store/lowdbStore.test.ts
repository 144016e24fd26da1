import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { array, assert, asyncProperty, boolean, constant, integer, oneof, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diskFiles } from '#store/lowdb/diskFiles.ts'
import { openLowdbStore, openStore } from '#store/lowdb/openLowdbStore.ts'
import { openMemoryStore } from '#store/memory/openMemoryStore.ts'
import type { Store } from '#store/store.ts'
import { change, ENTRANTS, fact } from './changes.ts'

const COMPACT_AT = 1500

async function opened(folder: string): Promise<Store> {
  const store = await openStore(diskFiles(folder), folder, COMPACT_AT)
  if (!store.ok) throw new Error(store.diagnostics[0]?.message)
  return store.value
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'thidua-'))

/** Everything a store tells of xã Một. */
async function told(store: Store): Promise<unknown> {
  return [
    await store.current('xa-mot'),
    await store.audit('xa-mot'),
    await store.publications('xa-mot'),
    await store.history('xa-mot', fact('thon-1', '', '1')),
  ]
}

/** A folder with fifteen reports in a snapshot, a journal and those before them. */
async function written(): Promise<string> {
  const folder = newFolder()
  const store = await opened(folder)
  await store.write(change({ entrants: ENTRANTS }))
  for (let month = 1; month <= 15; month++)
    await store.write(change({ facts: [fact('thon-1', '1', `${month}`)] }))
  await store.close()
  return folder
}

/** What opening says, with the folder's name left out. */
async function opening(folder: string): Promise<readonly string[]> {
  const store = await openLowdbStore(folder)
  if (store.ok) await store.value.close()
  return store.diagnostics.map(({ code, message, help }) =>
    `${code}: ${message} | ${help}`.replaceAll(folder, 'DỮ-LIỆU'),
  )
}

/** Every file in a folder and what it holds. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [file, readFileSync(file, 'latin1')]))
}

function edit(folder: string, name: string, how: (bytes: Buffer) => Uint8Array): void {
  writeFileSync(join(folder, name), how(readFileSync(join(folder, name))))
}

describe('what was written is there after opening anew', () => {
  const step = record({
    places: array(
      record({
        entrant: oneof(constant('thon-1'), constant('thon-2')),
        period: integer({ min: 1, max: 5 }).map(String),
        value: integer({ min: 0, max: 99 }).map(String),
        correct: boolean(),
        withdraw: boolean(),
      }),
      { maxLength: 4 },
    ),
    reopen: boolean(),
    publish: boolean(),
  })

  test('as in a store that was never closed', async () => {
    await assert(
      asyncProperty(array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const [folder, memory] = [newFolder(), openMemoryStore()]
        let store = await opened(folder)
        for (const one of [store, memory]) await one.write(change({ entrants: ENTRANTS }))
        for (const { places, reopen, publish } of steps) {
          const { revision } = await memory.current('xa-mot')
          const facts = []
          for (const { entrant, period, value, correct, withdraw } of places) {
            const before = (await memory.history('xa-mot', fact(entrant, '', period))).at(-1)
            const replaces = correct && before ? { replaces: before.number } : {}
            facts.push({
              ...fact(entrant, value, period),
              ...replaces,
              ...(withdraw ? { withdrawn: true as const } : {}),
            })
          }
          const made = change({
            facts,
            ...(publish ? { publication: { id: `${revision}`, content: 'x' } } : {}),
          })
          expect(await store.write(made)).toEqual(await memory.write(made))
          if (reopen) {
            await store.close()
            store = await opened(folder)
          }
          expect(await told(store)).toEqual(await told(memory))
        }
        await store.close()
        rmSync(folder, { recursive: true })
      }),
      { numRuns: 60 },
    )
  })
})

describe('files that are not as they were left', () => {
  const DAMAGED_JOURNAL =
    'store-damaged: DỮ-LIỆU/journal đã hỏng, có số liệu đã lưu mà không đọc lại được | không có gì bị sửa; giữ nguyên thư mục DỮ-LIỆU, chép lại bản sao lưu gần nhất, rồi chạy lại'
  const cases: readonly (readonly [string, (folder: string) => void, readonly (RegExp | string)[]])[] = [
    ['nothing was touched', () => {}, []],
    [
      'half a line at the end',
      (folder) => edit(folder, 'journal', (bytes) => Buffer.concat([bytes, Buffer.from('14 5')])),
      [
        'store-recovered: lần trước dừng giữa lúc đang ghi: đã bỏ 4 byte ghi dở ở cuối DỮ-LIỆU/journal | mọi thay đổi đã được báo là lưu xong vẫn còn; thay đổi đang gửi lúc ấy thì gửi lại',
      ],
    ],
    [
      'zeros at the end',
      (folder) => edit(folder, 'journal', (bytes) => Buffer.concat([bytes, Buffer.alloc(512)])),
      [/đã bỏ 512 byte/],
    ],
    [
      'a last line that the disk reached in part',
      (folder) =>
        edit(folder, 'journal', (bytes) =>
          Buffer.concat([bytes, Buffer.from('99 40 00000000 [{'), Buffer.alloc(30), Buffer.from('}]\n')]),
        ),
      [/đã bỏ 50 byte/],
    ],
    [
      'garbage in the middle of the journal',
      (folder) => edit(folder, 'journal', (bytes) => bytes.fill(120, 150, 170)),
      [DAMAGED_JOURNAL],
    ],
    [
      'a letter of the last line changed',
      (folder) => edit(folder, 'journal', (bytes) => bytes.fill(120, bytes.length - 4, bytes.length - 3)),
      [DAMAGED_JOURNAL],
    ],
    [
      'a line gone',
      (folder) =>
        edit(folder, 'journal', (bytes) =>
          Buffer.from(bytes.toString().split('\n').toSpliced(2, 1).join('\n')),
        ),
      [DAMAGED_JOURNAL],
    ],
    [
      'another file in its place',
      (folder) => writeFileSync(join(folder, 'journal'), 'entrant,measure\n'),
      [DAMAGED_JOURNAL],
    ],
    [
      'a newer journal',
      (folder) =>
        edit(folder, 'journal', (bytes) => Buffer.from(bytes.toString().replace('journal 2', 'journal 3'))),
      ['store-newer: DỮ-LIỆU/journal do một phiên bản mới hơn ghi | cập nhật chương trình rồi chạy lại'],
    ],
    [
      'a journal of before the first release',
      (folder) =>
        edit(folder, 'journal', (bytes) => Buffer.from(bytes.toString().replace('journal 2', 'journal 1'))),
      [/^store-newer: DỮ-LIỆU\/journal do một bản thử nghiệm trước ghi, bản này không đọc được/],
    ],
    [
      'newer records',
      (folder) =>
        edit(folder, 'records/xa-mot.json', (bytes) =>
          Buffer.from(bytes.toString().replace('records 2', 'records 3')),
        ),
      [
        'store-newer: DỮ-LIỆU/records/xa-mot.json do một phiên bản mới hơn ghi | cập nhật chương trình rồi chạy lại',
      ],
    ],
    [
      'spoilt records',
      (folder) => edit(folder, 'records/xa-mot.json', (bytes) => bytes.fill(0, 100, 110)),
      [
        'store-recovered: DỮ-LIỆU/records/xa-mot.json đã hỏng: đã dựng lại đủ từ bản trước và nhật ký | không mất số liệu nào; nên kiểm tra ổ đĩa và sao lưu',
      ],
    ],
    [
      'empty records',
      (folder) => writeFileSync(join(folder, 'records/xa-mot.json'), ''),
      [/^store-recovered/],
    ],
    ['no records', (folder) => rmSync(join(folder, 'records/xa-mot.json')), [/^store-recovered/]],
    [
      'both records spoilt',
      (folder) => {
        for (const name of ['records/xa-mot.json', 'records/xa-mot.json.before'])
          edit(folder, name, (bytes) => bytes.fill(0, 100, 110))
      },
      [
        'store-damaged: DỮ-LIỆU/records/xa-mot.json đã hỏng, có số liệu đã lưu mà không đọc lại được | không có gì bị sửa; giữ nguyên thư mục DỮ-LIỆU, chép lại bản sao lưu gần nhất, rồi chạy lại',
      ],
    ],
    [
      'spoilt records, and no journal before',
      (folder) => {
        writeFileSync(join(folder, 'records/xa-mot.json'), '')
        rmSync(join(folder, 'journal.before'))
      },
      [/^store-damaged/],
    ],
    [
      'no records at all',
      (folder) => rmSync(join(folder, 'records'), { recursive: true }),
      [/^store-damaged: thiếu DỮ-LIỆU\/records\/xa-mot.json/],
    ],
    [
      'no journal at all',
      (folder) => {
        rmSync(join(folder, 'journal'))
        rmSync(join(folder, 'journal.before'))
      },
      [
        'store-damaged: thiếu DỮ-LIỆU/journal, có số liệu đã lưu mà không đọc lại được | không có gì bị sửa; giữ nguyên thư mục DỮ-LIỆU, chép lại bản sao lưu gần nhất, rồi chạy lại',
      ],
    ],
    [
      'a spoilt journal before, which is not needed',
      (folder) => writeFileSync(join(folder, 'journal.before'), 'x'),
      [],
    ],
  ]
  test.each(cases)('%s', async (_name, spoil, expected) => {
    const folder = await written()
    spoil(folder)
    const before = filesIn(folder)
    const said = await opening(folder)
    expect(said.length, said.join('\n')).toBe(expected.length)
    for (const [index, message] of expected.entries())
      if (typeof message === 'string') expect(said[index]).toBe(message)
      else expect(said[index]).toMatch(message)
    if (said.some((text) => /damaged|newer/.test(text))) expect(filesIn(folder)).toEqual(before)
    else {
      const store = await opened(folder)
      expect((await store.current('xa-mot')).facts).toHaveLength(15)
      await store.close()
    }
    rmSync(folder, { recursive: true })
  })

  test('the case holds a snapshot, one before, and a journal with something in it', async () => {
    const folder = await written()
    for (const name of ['records/xa-mot.json', 'records/xa-mot.json.before', 'journal.before'])
      expect(existsSync(join(folder, name)), name).toBe(true)
    expect(readFileSync(join(folder, 'journal'), 'utf8').split('\n').length).toBeGreaterThan(3)
  })
})

describe('one writer at a time', () => {
  test('a second is refused while the first is open, and let in after', async () => {
    const folder = newFolder()
    const first = await openLowdbStore(folder)
    expect((await opening(folder))[0]).toMatch(
      /^store-locked: chương trình khác đang dùng dữ liệu trong DỮ-LIỆU \(tiến trình \d+ trên máy .+\) \| đóng chương trình kia/,
    )
    if (first.ok) await first.value.close()
    expect(await opening(folder)).toEqual([])
  })

  test('so is another process; one that was killed is in nobody’s way', async () => {
    const folder = newFolder()
    const child = spawn(process.execPath, ['test/durability/writer.ts', folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    expect((await opening(folder))[0]).toMatch(/^store-locked/)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect((await opening(folder)).filter((said) => said.startsWith('store-locked'))).toEqual([])
  })

  test('of many who find a dead one’s lock, one takes it', async () => {
    const folder = newFolder()
    for (let round = 0; round < 20; round++) {
      writeFileSync(
        join(folder, 'lock'),
        JSON.stringify({
          host: hostname(),
          namespace: '',
          process: 1,
          boot: 'an earlier one',
          started: '',
          nonce: 'x',
        }),
      )
      const tried = await Promise.all(Array.from({ length: 6 }, () => openLowdbStore(folder)))
      const inside = tried.filter(({ ok }) => ok)
      expect(inside).toHaveLength(1)
      for (const one of inside) if (one.ok) await one.value.close()
    }
  })

  test('of many who come and go, never two are inside', async () => {
    const folder = newFolder()
    let inside = 0
    let most = 0
    const comeAndGo = async (): Promise<void> => {
      for (let entered = 0; entered < 15; ) {
        const store = await openLowdbStore(folder)
        if (!store.ok) continue
        entered += 1
        inside += 1
        most = Math.max(most, inside)
        await store.value.current('xa-mot')
        inside -= 1
        await store.value.close()
      }
    }
    await Promise.all(Array.from({ length: 6 }, comeAndGo))
    expect(most).toBe(1)
  })

  test('after closing nothing is written, and only one’s own lock is taken away', async () => {
    const folder = newFolder()
    const first = await openLowdbStore(folder)
    if (!first.ok) throw new Error('cannot open')
    rmSync(join(folder, 'lock'))
    const second = await openLowdbStore(folder)
    await first.value.close()
    await expect(first.value.write(change({ entrants: ENTRANTS }))).rejects.toThrow('the store is closed')
    expect((await opening(folder))[0]).toMatch(/^store-locked/)
    if (second.ok) await second.value.close()
  })

  test.each([
    [
      'from another machine',
      '{"host":"máy khác","namespace":"","process":1,"boot":"","started":"","nonce":"x","more":1}',
      /^store-locked.*máy khác.*xóa/,
    ],
    ['that a later version wrote in another form', '{"holder":"x"}', /^store-locked.*xóa/],
    ['without content', '', undefined],
    ['of zeros', '\0\0\0', undefined],
  ])('a lock %s', async (_name, content, expected) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'lock'), content)
    const [said] = await opening(folder)
    if (expected) expect(said).toMatch(expected)
    else expect(said).toBeUndefined()
  })
})

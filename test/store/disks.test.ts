import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { diskFault } from '#store/diskFault.ts'
import { hashOf } from '#store/hashOf.ts'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import type { Store, StoreFailure } from '#store/store.ts'
import { change, ENTRANTS, fact } from './changes.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-'))
})

async function opened(): Promise<Store> {
  const store = await openLowdbStore(folder)
  if (!store.ok) throw new Error(store.diagnostics[0]?.message)
  return store.value
}

describe('a folder that cannot hold a store', () => {
  test.each([
    ['a file stands in its place', 'tệp', 'đây là tệp, không phải thư mục'],
    ['a file stands above it', 'tệp/kho', 'đây là tệp, không phải thư mục'],
    ['its name is too long', 'x'.repeat(300), 'tên quá dài'],
  ])('%s', async (_what, name, fault) => {
    writeFileSync(join(folder, 'tệp'), '')
    const store = await openLowdbStore(join(folder, name))
    expect(store.diagnostics.map(({ code, message, help }) => `${code}: ${message} | ${help}`)).toEqual([
      `store-failed: không mở được kho dữ liệu ${join(folder, name)}: ${fault} | không có gì được ghi; kiểm tra đường dẫn, quyền ghi và chỗ trống của ổ đĩa`,
    ])
  })

  test('what a disk may say is told in words, and what is no fault of it is not', () => {
    const saying = (code: string): Error => Object.assign(new Error(code), { code })
    const codes = ['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'ERR_INVALID_ARG_TYPE']
    expect(codes.map((code) => diskFault(saying(code)))).toEqual([
      'đĩa đã đầy',
      'ổ đĩa chỉ cho đọc',
      'không được phép ghi',
      'ổ đĩa gặp lỗi EIO',
      undefined,
    ])
  })
})

describe('a journal that somebody lays hands on while the store is open', () => {
  const cases: readonly (readonly [string, (journal: string) => void])[] = [
    ['is removed', (journal) => rmSync(journal)],
    [
      'is replaced by a copy',
      (journal) => {
        writeFileSync(`${journal}.chép`, readFileSync(journal))
        renameSync(`${journal}.chép`, journal)
      },
    ],
    ['is added to', (journal) => writeFileSync(journal, 'x', { flag: 'a' })],
    ['is emptied', (journal) => writeFileSync(journal, '')],
  ]
  test.each(cases)('%s: the next write is refused', async (_what, lay) => {
    const store = await opened()
    await store.write(change({ entrants: ENTRANTS }))
    lay(join(folder, 'journal'))
    const failure = await store
      .write(change({ facts: [fact('thon-1', '1')] }))
      .catch((error: unknown) => error)
    expect(diskFault((failure as StoreFailure).cause)).toBe(
      'tệp `journal` của kho đã bị xóa hay bị thay trong lúc đang dùng',
    )
    await expect(store.current('xa-mot')).rejects.toBe(failure)
    await store.close()
  })
})

describe('locks', () => {
  const dead = (nonce: string): string =>
    JSON.stringify({
      host: hostname(),
      namespace: '',
      process: 1,
      boot: 'an earlier one',
      started: '',
      nonce,
    })

  test('of one who died while clearing another’s away, and of one who died while clearing that', async () => {
    const clearing = (lock: string, held: string): string => `${lock}.${hashOf(held).slice(0, 16)}`
    const lock = join(folder, 'lock')
    const first = clearing(lock, dead('a'))
    writeFileSync(lock, dead('a'))
    writeFileSync(first, dead('b'))
    writeFileSync(clearing(first, dead('b')), '')
    const store = await opened()
    await store.close()
    expect(readdirSync(folder)).toEqual(['journal'])
  })

  test('two programs on one folder: the second is refused in words, and nothing of the first is touched', async () => {
    const store = await opened()
    await store.write(change({ entrants: ENTRANTS }))
    const before = readFileSync(join(folder, 'journal'))
    const rules = 'rules/an-nong/2026.thidua'
    const publish = ['publish', '--into', folder, '--rules', rules, '--period', '2026-09']
    const second = spawnSync(process.execPath, ['src/cli/thidua.js', ...publish], { encoding: 'utf8' })
    expect([second.status, second.stderr]).toEqual([
      2,
      `lỗi[store-locked]: chương trình khác đang dùng dữ liệu trong ${folder} (tiến trình ${process.pid} trên máy ${hostname()})\n = cách sửa: đóng chương trình kia rồi chạy lại; nếu chắc chắn không còn chương trình nào, xóa ${join(folder, 'lock')}\n`,
    ])
    expect(readFileSync(join(folder, 'journal'))).toEqual(before)
    expect(await store.write(change({ facts: [fact('thon-1', '1')] }))).toMatchObject({ ok: true })
    await store.close()
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
})

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../support/files.ts'

const LAUNCHER = join(ROOT, 'src/cli/thidua.js')

/** The program as a person starts it: a process of its own. */
function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [LAUNCHER, ...args], { cwd: ROOT, env: { ...process.env, ...env } })
}

/** What a process printed by its end. */
async function finished(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly printed: string }> {
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  }
  const [code] = await once(child, 'close')
  return { code, printed }
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  return String(chunk)
}

describe('serve', () => {
  test('says where it runs, answers, and stops when told to', async () => {
    const child = start(['serve', '--port', '0'])
    const line = await firstLine(child)
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    expect((await fetch(url)).status).toBe(200)
    child.kill('SIGTERM')
    expect((await finished(child)).code).toBe(0)
  })

  test('takes the port and the data folder from the environment', async () => {
    const child = start(['serve', '--json'], { PORT: '0', THIDUA_DATA: join(ROOT, 'data') })
    expect(JSON.parse(await firstLine(child)).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    child.kill('SIGTERM')
    await finished(child)
  })

  test('a taken port is a plain message', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const { code, printed } = await finished(start(['serve', '--port', `${port}`]))
    taken.close()
    expect(code).toBe(2)
    expect(printed).toBe(
      `Cổng ${port} đang được một chương trình khác dùng.\nChọn cổng khác: thêm --port 3000 vào lệnh vừa gõ\n`,
    )
  })

  test.each([
    ['--host 192.0.2.1 --port 0', 'Máy này không có địa chỉ 192.0.2.1.\nChọn --host 127.0.0.1'],
    ['--port 0 --metrics-port TAKEN', 'Chọn cổng khác: thêm --metrics-port 3000 vào lệnh vừa gõ\n'],
  ])('a place where it cannot listen is a plain message: %s', async (options, expected) => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const { code, printed } = await finished(
      start(['serve', ...options.replace('TAKEN', `${port}`).split(' ')]),
    )
    taken.close()
    expect(code).toBe(2)
    expect(printed).toContain(expected)
    expect(printed).not.toMatch(/\bat .*\.ts:/)
  })

  test('a data folder with a fault is told and nothing is served', async () => {
    const data = mkdtempSync(join(tmpdir(), 'thidua-'))
    for (const commune of ['an-nong', 'dinh-tien']) mkdirSync(join(data, commune))
    writeFileSync(join(data, 'an-nong/entrants.csv'), 'id,name,kind,parent,cluster\nthon-1,,thôn,,\n')
    writeFileSync(join(data, 'an-nong/facts.csv'), 'entrant,measure,period,value\n')
    const { code, printed } = await finished(start(['serve', '--port', '0', '--data', data]))
    expect(code).toBe(2)
    expect(printed).toContain('lỗi[field-invalid]: ô tên để trống')
    expect(printed).toContain('lỗi[file-missing]: không tìm thấy tệp')
  })

  test('a folder that is not there is told in plain words', async () => {
    const { code, printed } = await finished(start(['serve', '--port', '0', '--rules', '/khong/co']))
    expect(code).toBe(2)
    expect(printed).toContain('không tìm thấy thư mục')
    expect(printed).not.toMatch(/\bat .*\.ts:/)
  })
})

/** A Node on the machine that is too old to load TypeScript, if there is one: what npx meets on a bare Debian. */
const oldNode = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((path) => existsSync(path) && majorOf(path) < 24)

function majorOf(node: string): number {
  return Number(execFileSync(node, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }))
}

test.runIf(oldNode !== undefined)('an old Node hands over to the pinned one', async () => {
  const child = spawn(oldNode ?? '', [LAUNCHER, 'check', 'rules/dinh-tien/2025.thidua'], { cwd: ROOT })
  expect(await finished(child)).toEqual({ code: 0, printed: 'rules/dinh-tien/2025.thidua: không có lỗi\n' })
})

test.runIf(oldNode !== undefined)(
  'an old Node without the pinned one says which command to run',
  async () => {
    const bare = mkdtempSync(join(tmpdir(), 'thidua-'))
    cpSync(LAUNCHER, join(bare, 'src/cli/thidua.js'), { recursive: true })
    writeFileSync(join(bare, 'package.json'), '{"type":"module"}')
    const { code, printed } = await finished(
      spawn(oldNode ?? '', [join(bare, 'src/cli/thidua.js')], { cwd: bare }),
    )
    expect(code).toBe(2)
    expect(printed).toMatch(/Thi đua cần Node 24 trở lên, nhưng máy đang chạy Node \d+\..*npm ci\n$/s)
  },
)

test('a reader that closes the pipe early is no fault', async () => {
  const child = start(['criteria', 'rules/an-nong/2026.thidua', '--json'])
  child.stdout?.destroy()
  expect((await finished(child)).code).toBe(0)
})

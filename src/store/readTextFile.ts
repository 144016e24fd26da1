import { open, stat } from 'node:fs/promises'
import { controlCharacter } from '#diagnostic/controlCharacter.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Source } from '#diagnostic/source.ts'

/** Faults of the file system that are the caller's to mend; any other is thrown. */
const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'không tìm thấy tệp',
  ENOTDIR: 'không tìm thấy tệp',
  EISDIR: 'đây là thư mục, không phải tệp',
  EACCES: 'không được phép đọc tệp',
  ENAMETOOLONG: 'tên tệp quá dài',
}

/**
 * The text of a file in UTF-8, at most `mostBytes` long. A missing, empty, oversized or binary file is a message that
 * names it, and one with control characters a message that names their place; no more than the limit is ever read.
 */
export async function readTextFile(path: string, mostBytes: number): Promise<Result<Source>> {
  const bytes = await readBytes(path, mostBytes)
  if (!bytes.ok) return bytes
  const text = decode(bytes.value)
  if (text === undefined) {
    const help = 'lưu lại tệp ở dạng văn bản, bảng mã UTF-8'
    return about(path, 'file-not-text', 'tệp không phải văn bản UTF-8', help)
  }
  if (text.trim() === '') return about(path, 'file-empty', 'tệp trống', 'kiểm tra xem đã chọn đúng tệp chưa')
  const source = { name: path, text }
  const control = controlCharacter(source)
  return control ? failure([control]) : { ok: true, value: source, diagnostics: [] }
}

/** The bytes of a file, at most so many; a missing or oversized one is a message that names it. */
export async function readBytes(path: string, mostBytes: number): Promise<Result<Uint8Array>> {
  const bytes = await readAtMost(path, mostBytes + 1)
  if (typeof bytes === 'string') return about(path, 'file-missing', bytes, 'kiểm tra lại đường dẫn')
  if (bytes.length <= mostBytes) return { ok: true, value: bytes, diagnostics: [] }
  const limit = `${Math.floor(mostBytes / 1_000_000)} MB`
  return about(path, 'file-too-large', 'tệp quá lớn', `tệp không được quá ${limit}`)
}

function about(path: string, code: Diagnostic['code'], message: string, help: string): Result<never> {
  return failure([{ code, severity: 'error', message: `${message}: ${path}`, labels: [], help }])
}

/** Whether there is a file, not a folder, at the path. */
export async function fileExists(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  )
}

async function readAtMost(path: string, most: number): Promise<Uint8Array | string> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    const buffer = new Uint8Array(Math.min(size, most))
    let length = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length)
      length += bytesRead
      if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length)
    }
  } catch (error) {
    const message = MESSAGES[codeOf(error) ?? '']
    if (message === undefined) throw error
    return message
  }
}

/** The code of a system error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** The text without a byte order mark; `undefined` for bytes that are not UTF-8, or that no text holds. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

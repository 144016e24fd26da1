import { assertNever } from '#base/assertNever.ts'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { readBytes, readTextFile } from '#store/readTextFile.ts'
import { csvSheet } from './csvSheet.ts'
import { sheetOf, type Workbook } from './workbook.ts'
import type { WorkbookFault } from './xlsx/fault.ts'
import { readWorkbookInThread } from './xlsx/inThread.ts'
import { MOST_FILE_BYTES } from './xlsx/limits.ts'

/** The tables of a file, which is known by what it holds, not by its name: a workbook of Excel, or text in CSV. */
export async function openWorkbook(path: string): Promise<Result<Workbook>> {
  const bytes = await readBytes(path, MOST_FILE_BYTES)
  if (!bytes.ok) return bytes
  if (startsWith(bytes.value, OLD_CONTAINER)) return failure([unreadable(path, oldFault(bytes.value))])
  if (!startsWith(bytes.value, ARCHIVE)) return openCsv(path)
  const read = await readWorkbookInThread(bytes.value)
  if (!read.ok) return failure([unreadable(path, read.fault)])
  const sheets = read.sheets.map((content) => sheetOf(path, content))
  return { ok: true, value: { name: path, kind: 'xlsx', sheets }, diagnostics: [] }
}

async function openCsv(path: string): Promise<Result<Workbook>> {
  const text = await readTextFile(path, MOST_FILE_BYTES)
  if (!text.ok) return text
  const sheet = csvSheet(text.value)
  if (!sheet.ok) return sheet
  return { ok: true, value: { name: path, kind: 'csv', sheets: [sheet.value] }, diagnostics: [] }
}

const ARCHIVE = [0x50, 0x4b]
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0]

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** A workbook with a password is kept in a container of the old kind, under a name in UTF-16. */
function oldFault(bytes: Uint8Array): WorkbookFault {
  const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return { kind: isEncrypted ? 'password' : 'oldFormat' }
}

function unreadable(path: string, fault: WorkbookFault): Diagnostic {
  const [message, help] = faultText(fault)
  const code =
    fault.kind === 'tooLarge' || fault.kind === 'tooManyCells' ? 'file-too-large' : 'spreadsheet-unreadable'
  return { code, severity: 'error', message: `${message}: ${path}`, labels: [], help }
}

const SAVE_AS = 'mở bằng Excel, chọn File > Save As, loại «Excel Workbook (*.xlsx)», rồi nhập tệp mới'

/** What is wrong, and what to do about it. */
function faultText(fault: WorkbookFault): readonly [string, string] {
  switch (fault.kind) {
    case 'oldFormat':
      return ['tệp Excel kiểu cũ (.xls), không đọc được', SAVE_AS]
    case 'password':
      return [
        'tệp có mật khẩu, không đọc được',
        'mở bằng Excel, bỏ mật khẩu (File > Info > Protect Workbook), lưu lại rồi nhập',
      ]
    case 'macros':
      return ['tệp có chứa macro, không nhận', SAVE_AS]
    case 'broken':
      return ['tệp không phải bảng tính .xlsx, hoặc đã hỏng', SAVE_AS]
    case 'forged':
      return [
        'tệp nén khai sai nội dung bên trong, không nhận',
        'xin lại tệp gốc từ nơi gửi; mở bằng Excel rồi lưu thành tệp .xlsx mới',
      ]
    case 'tooManyEntries':
      return [`tệp có hơn ${fault.most} phần bên trong`, 'chép riêng bảng số liệu sang một tệp mới']
    case 'tooLarge':
      return [
        `nội dung giải nén vượt quá ${fault.mostBytes / 1_000_000} MB`,
        'chép riêng bảng số liệu sang một tệp mới, hoặc chia theo tháng',
      ]
    case 'tooManyCells':
      return ['tệp có quá nhiều ô', 'chia tệp theo tháng rồi nhập từng tệp']
    case 'tooManyMerges':
      return [`có trang gộp ô hơn ${fault.most} chỗ`, 'bỏ gộp ô trong phần số liệu']
    case 'tooFar':
      return [
        `ô ${fault.address} của trang «${fault.sheet}» nằm quá xa (bảng có tối đa 100.000 hàng, 600 cột)`,
        'xóa ô ấy, hoặc chia bảng thành nhiều tệp',
      ]
    case 'tooSlow':
      return ['đọc tệp tốn quá nhiều thời gian hoặc bộ nhớ', 'chép riêng bảng số liệu sang một tệp mới']
    default:
      return assertNever(fault)
  }
}

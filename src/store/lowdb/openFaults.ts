import { join } from 'node:path'
import type { Diagnostic } from '#diagnostic/diagnostic.ts'
import type { Holder } from '#records/holder.ts'
import { JOURNAL } from './fileNames.ts'
import type { Recovery } from './recover.ts'

export function inUse(folder: string, lock: string, holder: Holder | undefined): Diagnostic {
  const who = holder ? ` (tiến trình ${holder.process} trên máy ${holder.host})` : ''
  return {
    code: 'store-locked',
    severity: 'error',
    message: `chương trình khác đang dùng dữ liệu trong ${folder}${who}`,
    labels: [],
    help: `đóng chương trình kia rồi chạy lại; nếu chắc chắn không còn chương trình nào, xóa ${lock}`,
  }
}

/** The folder cannot be made, read or written to. */
export function unusable(folder: string, fault: string): Diagnostic {
  return {
    code: 'store-failed',
    severity: 'error',
    message: `không mở được kho dữ liệu ${folder}: ${fault}`,
    labels: [],
    help: 'không có gì được ghi; kiểm tra đường dẫn, quyền ghi và chỗ trống của ổ đĩa',
  }
}

/** The file system has no hard links, without which two programs could hold the store at once. */
export function withoutLinks(folder: string): Diagnostic {
  return {
    code: 'store-failed',
    severity: 'error',
    message: `ổ đĩa của ${folder} không giữ kho dữ liệu được: hệ thống tệp ấy không có liên kết cứng`,
    labels: [],
    help: 'đặt kho dữ liệu trên ổ đĩa trong máy (ext4, NTFS, APFS), không phải trên thẻ nhớ hay USB định dạng FAT',
  }
}

export function unreadable(folder: string, { file, fault }: Extract<Recovery, { ok: false }>): Diagnostic {
  const path = join(folder, file)
  const about = (code: Diagnostic['code'], message: string, help: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    labels: [],
    help,
  })
  const restore = `không có gì bị sửa; giữ nguyên thư mục ${folder}, chép lại bản sao lưu gần nhất, rồi chạy lại`
  switch (fault) {
    case 'newer':
      return about(
        'store-newer',
        `${path} do một phiên bản mới hơn ghi`,
        'cập nhật chương trình rồi chạy lại',
      )
    case 'older':
      return about('store-newer', `${path} do một bản thử nghiệm trước ghi, bản này không đọc được`, restore)
    case 'missing':
      return about('store-damaged', `thiếu ${path}, có số liệu đã lưu mà không đọc lại được`, restore)
    case 'damaged':
      return about('store-damaged', `${path} đã hỏng, có số liệu đã lưu mà không đọc lại được`, restore)
  }
}

export function cutAway(folder: string, bytes: number): Diagnostic {
  return recovered(
    `lần trước dừng giữa lúc đang ghi: đã bỏ ${bytes} byte ghi dở ở cuối ${join(folder, JOURNAL)}`,
    'mọi thay đổi đã được báo là lưu xong vẫn còn; thay đổi đang gửi lúc ấy thì gửi lại',
  )
}

export function stoodIn(folder: string, file: string): Diagnostic {
  return recovered(
    `${join(folder, file)} đã hỏng: đã dựng lại đủ từ bản trước và nhật ký`,
    'không mất số liệu nào; nên kiểm tra ổ đĩa và sao lưu',
  )
}

export function filedAgain(folder: string, file: string): Diagnostic {
  return recovered(
    `${join(folder, file)} không còn như lúc công bố: đã ghi lại từ nhật ký`,
    'bản công bố không đổi; hỏi xem ai đã sửa tệp ấy',
  )
}

function recovered(message: string, help: string): Diagnostic {
  return { code: 'store-recovered', severity: 'warning', message, labels: [], help }
}

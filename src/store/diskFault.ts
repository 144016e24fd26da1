import { FileReplaced } from './lowdb/fileLayer.ts'
import { codeOf } from './readTextFile.ts'

/** What a fault of the disk means to whoever has to mend it, by the code of the system. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOSPC: 'đĩa đã đầy',
  EDQUOT: 'đã dùng hết dung lượng được cấp',
  EACCES: 'không được phép ghi',
  EPERM: 'không được phép ghi',
  EROFS: 'ổ đĩa chỉ cho đọc',
  EEXIST: 'đây là tệp, không phải thư mục',
  ENOTDIR: 'đây là tệp, không phải thư mục',
  ENOENT: 'thiếu tệp hoặc thư mục',
  ENAMETOOLONG: 'tên quá dài',
  EMFILE: 'máy đang mở quá nhiều tệp',
  ENFILE: 'máy đang mở quá nhiều tệp',
}

/** A fault of the disk in words; `undefined` for what is no such fault. */
export function diskFault(error: unknown): string | undefined {
  if (error instanceof FileReplaced)
    return `tệp \`${error.message}\` của kho đã bị xóa hay bị thay trong lúc đang dùng`
  const code = codeOf(error)
  return code !== undefined && /^E[A-Z]+$/.test(code)
    ? (MEANINGS[code] ?? `ổ đĩa gặp lỗi ${code}`)
    : undefined
}

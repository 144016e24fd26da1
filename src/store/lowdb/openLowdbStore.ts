import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import type { Holder } from '#records/holder.ts'
import type { Store } from '../store.ts'
import { diskFiles } from './diskFiles.ts'
import type { FileLayer } from './fileLayer.ts'
import { journaledStore } from './journaledStore.ts'
import { lock } from './lock.ts'
import { JOURNAL, type Recovery, recover } from './recover.ts'
import { SNAPSHOT } from './snapshot.ts'

/**
 * The store in a folder, which is made where it is not there. Refused while another process has it open, and where something
 * that was acknowledged cannot be read; told, beside the store, where a write that was cut short was cleared away.
 */
export async function openLowdbStore(folder: string): Promise<Result<Store>> {
  await mkdir(folder, { recursive: true })
  const locked = await lock(join(folder, LOCK))
  if (!locked.ok) return failure([inUse(folder, locked.holder)])
  try {
    const opened = await openStore(diskFiles(folder), folder)
    if (!opened.ok) {
      await locked.release()
      return opened
    }
    const store = opened.value
    const close = (): Promise<void> => store.close().finally(locked.release)
    return { ...opened, value: { ...store, close } }
  } catch (error) {
    await locked.release()
    throw error
  }
}

const LOCK = 'lock'

/** A journal of fewer bytes is not worth a snapshot: it is read in an instant. */
const SHORTEST_TO_COMPACT = 1_000_000

/** The store over files of any kind; `folder` is what messages call the place. */
export async function openStore(
  files: FileLayer,
  folder: string,
  compactAt: number = SHORTEST_TO_COMPACT,
): Promise<Result<Store>> {
  const recovery = await recover(files)
  if (!recovery.ok) {
    await files.close()
    return failure([unreadable(folder, recovery)])
  }
  const { recovered } = recovery
  const diagnostics = [
    ...(recovered.cut > 0 ? [cutAway(folder, recovered.cut)] : []),
    ...(recovered.fellBack ? [fellBack(folder)] : []),
  ]
  return { ok: true, value: journaledStore(files, recovered, compactAt), diagnostics }
}

function inUse(folder: string, holder: Holder | undefined): Diagnostic {
  const who = holder ? ` (tiến trình ${holder.process} trên máy ${holder.host})` : ''
  return {
    code: 'store-locked',
    severity: 'error',
    message: `chương trình khác đang dùng dữ liệu trong ${folder}${who}`,
    labels: [],
    help: `đóng chương trình kia rồi chạy lại; nếu chắc chắn không còn chương trình nào, xóa ${join(folder, LOCK)} và ${join(folder, `${LOCK}.clearing`)}`,
  }
}

function unreadable(folder: string, { file, fault }: Extract<Recovery, { ok: false }>): Diagnostic {
  const path = join(folder, file)
  if (fault === 'newer') {
    const message = `${path} do một phiên bản mới hơn ghi`
    return {
      code: 'store-newer',
      severity: 'error',
      message,
      labels: [],
      help: 'cập nhật chương trình rồi chạy lại',
    }
  }
  return {
    code: 'store-damaged',
    severity: 'error',
    message: `${path} đã hỏng, có số liệu đã lưu mà không đọc lại được`,
    labels: [],
    help: `không có gì bị sửa; giữ nguyên thư mục ${folder}, chép lại bản sao lưu gần nhất, rồi chạy lại`,
  }
}

function cutAway(folder: string, bytes: number): Diagnostic {
  return {
    code: 'store-recovered',
    severity: 'warning',
    message: `lần trước dừng giữa lúc đang ghi: đã bỏ ${bytes} byte ghi dở ở cuối ${join(folder, JOURNAL)}`,
    labels: [],
    help: 'mọi thay đổi đã được báo là lưu xong vẫn còn; thay đổi đang gửi lúc ấy thì gửi lại',
  }
}

function fellBack(folder: string): Diagnostic {
  return {
    code: 'store-recovered',
    severity: 'warning',
    message: `${join(folder, SNAPSHOT)} đã hỏng: đã dựng lại đủ từ bản trước và nhật ký`,
    labels: [],
    help: 'không mất số liệu nào; nên kiểm tra ổ đĩa và sao lưu',
  }
}

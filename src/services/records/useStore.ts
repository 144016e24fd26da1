import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { diskFault } from '#store/diskFault.ts'
import { isStoreFolder, openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import { openMemoryStore } from '#store/memory/openMemoryStore.ts'
import type { Refusal } from '#store/refusal.ts'
import { type Store, StoreFailure } from '#store/store.ts'

type Use<Value> = (store: Store) => Promise<Result<Value>>

/** Opens the store in a folder for as long as it is used; what opening and closing it had to say is told beside the rest. */
export async function useStore<Value>(folder: string, use: Use<Value>): Promise<Result<Value>> {
  const opened = await openLowdbStore(folder)
  if (!opened.ok) return opened
  const store = opened.value
  let used: Result<Value>
  try {
    used = await use(store)
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
  const closed = await closing(store)
  return { ...used, diagnostics: [...opened.diagnostics, ...used.diagnostics, ...closed] }
}

/** What was answered is kept; what was still to be done after that is done at the next start. */
async function closing(store: Store): Promise<readonly Diagnostic[]> {
  try {
    await store.close()
    return []
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    const fault = diskFault(error.cause) ?? String(error.cause)
    const message = `sau khi lưu xong thì ổ đĩa gặp lỗi: ${fault}`
    const help = 'thay đổi đã được lưu; sửa ổ đĩa, lần chạy sau sẽ làm nốt phần còn lại'
    return [{ code: 'store-failed', severity: 'warning', message, labels: [], help }]
  }
}

/** {@link useStore} for what must not make a store: where there is none, one that holds nothing is looked at. */
export async function lookAtStore<Value>(folder: string, use: Use<Value>): Promise<Result<Value>> {
  return (await isStoreFolder(folder)) ? useStore(folder, use) : use(openMemoryStore())
}

/** {@link useStore} for what needs one that is there: a folder without one is a mistyped one, and none is made. */
export async function useExistingStore<Value>(folder: string, use: Use<Value>): Promise<Result<Value>> {
  return (await isStoreFolder(folder)) ? useStore(folder, use) : failure([noStore(folder)])
}

function noStore(folder: string): Diagnostic {
  const message = `không tìm thấy kho dữ liệu trong thư mục: ${folder}`
  const help = 'kiểm tra lại đường dẫn; kho được tạo khi nhập số liệu lần đầu: npx thidua import'
  return { code: 'file-missing', severity: 'error', message, labels: [], help }
}

/** Why a change was not made. What is not told here was looked at before, so somebody else was quicker. */
export function refusedDiagnostic(refusals: readonly Refusal[]): Diagnostic {
  const [first] = refusals
  if (first?.kind === 'publicationExists') {
    const message = `\`${first.id}\` vừa được công bố ở nơi khác`
    return {
      code: 'already-published',
      severity: 'error',
      message,
      labels: [],
      help: 'xem bản ấy trước khi đính chính',
    }
  }
  if (first?.kind === 'entrantHasFacts') {
    const message = `danh sách mới thiếu \`${first.id}\`, là đối tượng đã có số liệu`
    return {
      code: 'unknown-entrant',
      severity: 'error',
      message,
      labels: [],
      help: 'thêm lại dòng ấy vào danh sách',
    }
  }
  return {
    code: 'store-outdated',
    severity: 'error',
    message: 'có người khác vừa ghi số liệu của xã này, nên thay đổi này chưa được ghi',
    labels: [],
    help: 'chạy lại để xem thay đổi so với số liệu mới nhất',
  }
}

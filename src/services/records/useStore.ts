import { stat } from 'node:fs/promises'
import { type Diagnostic, failure, type Result } from '#diagnostic/diagnostic.ts'
import { openLowdbStore } from '#store/lowdb/openLowdbStore.ts'
import type { Refusal } from '#store/refusal.ts'
import type { Store } from '#store/store.ts'

/** Opens the store in a folder for as long as it is used; what opening it had to say is told before the rest. */
export async function useStore<Value>(
  folder: string,
  use: (store: Store) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened = await openLowdbStore(folder)
  if (!opened.ok) return opened
  try {
    const used = await use(opened.value)
    return { ...used, diagnostics: [...opened.diagnostics, ...used.diagnostics] }
  } finally {
    await opened.value.close()
  }
}

/** {@link useStore} for what only reads: a folder that is not there is a mistyped one, and is not made. */
export async function useExistingStore<Value>(
  folder: string,
  use: (store: Store) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const there = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  return there ? useStore(folder, use) : failure([noFolder(folder)])
}

function noFolder(folder: string): Diagnostic {
  const message = `không tìm thấy thư mục dữ liệu: ${folder}`
  const help = 'kiểm tra lại đường dẫn; thư mục được tạo khi nhập số liệu lần đầu: npx thidua import'
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

import { Worker } from 'node:worker_threads'
import { MOST_MEMORY, MOST_TIME } from './limits.ts'
import type { WorkbookRead } from './readWorkbook.ts'

/** In megabytes and milliseconds. */
interface ThreadLimits {
  readonly memory: number
  readonly time: number
}

/** Reads a workbook in a thread of its own that may use so much memory and time and no more. */
export function readWorkbookInThread(
  bytes: Uint8Array,
  limits: ThreadLimits = { memory: MOST_MEMORY, time: MOST_TIME },
): Promise<WorkbookRead> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    env: {},
    execArgv: [],
  })
  return new Promise((resolve, reject) => {
    const answer = (read: WorkbookRead): void => {
      clearTimeout(timer)
      resolve(read)
      void worker.terminate()
    }
    const timer = setTimeout(() => answer({ ok: false, fault: { kind: 'tooSlow' } }), limits.time)
    worker.once('message', answer)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, fault: { kind: 'tooSlow' } })
      else reject(error)
    })
  })
}

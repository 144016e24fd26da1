import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from './readWorkbook.ts'

/** The thread in which a workbook is read: what it costs, and what goes wrong, stays here. */
parentPort?.postMessage(await readWorkbook(workerData as Uint8Array))

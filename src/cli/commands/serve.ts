import type { PlainDate } from '#base/plainDate.ts'
import { openBoards, type SiteFolders } from '#services/boards.ts'
import { startServer } from '#web/server.ts'
import {
  CANNOT_RUN,
  type ExitCode,
  exitCodeOf,
  FINE,
  type Output,
  printDiagnostics,
  printJson,
} from '../output.ts'

export interface ServeRequest extends SiteFolders {
  readonly port: number
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua serve`: the site, until it is told to stop. */
export async function runServe(
  { port, today, json, ...folders }: ServeRequest,
  output: Output,
): Promise<ExitCode> {
  const boards = await openBoards(folders, today)
  if (!boards.ok || !json) printDiagnostics(output, boards.diagnostics, json)
  if (!boards.ok) return exitCodeOf(boards.diagnostics)
  const server = await startServer(boards.value, port)
  if (server.kind === 'portTaken') {
    const message = `Cổng ${port} đang được một chương trình khác dùng.`
    const help = `Chọn cổng khác, ví dụ: npm start -- --port ${port === 3000 ? 3001 : 3000}`
    if (json)
      printDiagnostics(output, [{ code: 'port-taken', severity: 'error', message, labels: [], help }], true)
    else output.error(`${message}\n${help}\n`)
    return CANNOT_RUN
  }
  if (json) printJson(output, { url: server.url })
  else {
    const opened = boards.value.all.map(
      ({ commune, edition, standings }) =>
        `  /${commune}/${edition}: ${standings.program.rulebook.title.text}\n`,
    )
    output.out(`Thi đua đang chạy tại ${server.url} (nhấn Ctrl+C để dừng)\n${opened.join('')}`)
  }
  await server.stopped
  return FINE
}

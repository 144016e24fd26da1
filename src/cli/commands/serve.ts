import { assertNever } from '#base/assertNever.ts'
import type { PlainDate } from '#base/plainDate.ts'
import { leftOut, readIndicatorFile } from '#services/compareTargets.ts'
import { openLiveSite } from '#services/site/liveSite.ts'
import { publicationsOf } from '#services/site/publicationsOf.ts'
import { publishSamples, type SampleFolders } from '#services/site/sampleSite.ts'
import { type NoServer, startServer } from '#web/server.ts'
import {
  CANNOT_RUN,
  type ExitCode,
  exitCodeOf,
  FINE,
  type Output,
  printDiagnostics,
  printJson,
} from '../output.ts'

export interface ServeRequest extends SampleFolders {
  readonly port: number
  /** The store whose publications are shown; without one, the samples that come with the program. */
  readonly from?: string
  /** Where the site is known to be reached. */
  readonly url?: string | undefined
  /** Whom the site answers: this machine, or all that can reach it. */
  readonly host: string
  readonly metricsPort?: number | undefined
  readonly logRequests?: boolean | undefined
  readonly today: PlainDate
  readonly json: boolean
}

/** `thidua serve`: the site, until it is told to stop. */
export async function runServe(
  { port, host, today, json, from, url, metricsPort, logRequests, ...folders }: ServeRequest,
  output: Output,
): Promise<ExitCode> {
  const published = from === undefined ? await publishSamples(folders, today) : await publicationsOf(from)
  const indicators = await readIndicatorFile(folders.rules)
  const diagnostics = [...published.diagnostics, ...indicators.diagnostics]
  if (!published.ok || !indicators.ok || !json) printDiagnostics(output, diagnostics, json)
  if (!published.ok || !indicators.ok) return exitCodeOf(diagnostics)
  const live = await openLiveSite(published.value)
  if (!json) printDiagnostics(output, leftOut(indicators.value, live.current().editions), false)
  const server = await startServer(live, indicators.value, {
    port,
    host,
    base: url,
    metricsPort,
    logRequests: logRequests ?? false,
  })
  if (server.kind === 'cannotListen') {
    const [message, help] = hindranceText(server, port)
    if (json)
      printDiagnostics(output, [{ code: 'port-taken', severity: 'error', message, labels: [], help }], true)
    else output.error(`${message}\n${help}\n`)
    return CANNOT_RUN
  }
  if (json) printJson(output, { url: server.url, metrics: server.metricsUrl ?? null })
  else {
    const opened = live.current().editions.map(({ commune, edition }) => `  /${commune}/${edition}\n`)
    output.out(`Thi đua đang chạy tại ${server.url} (nhấn Ctrl+C để dừng)\n${opened.join('')}`)
  }
  await server.stopped
  return FINE
}

function hindranceText({ why, host, port }: NoServer, asked: number): readonly [string, string] {
  const option = port === asked ? '--port' : '--metrics-port'
  const other = `Chọn cổng khác: thêm ${option} ${port === 3000 ? 3001 : 3000} vào lệnh vừa gõ`
  switch (why) {
    case 'taken':
      return [`Cổng ${port} đang được một chương trình khác dùng.`, other]
    case 'notAllowed':
      return [`Máy không cho chương trình này dùng cổng ${port}.`, other]
    case 'noSuchHost':
      return [
        `Máy này không có địa chỉ ${host}.`,
        'Chọn --host 127.0.0.1 (chỉ máy này) hoặc --host 0.0.0.0 (mọi máy).',
      ]
    default:
      return assertNever(why)
  }
}

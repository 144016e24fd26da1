import { cpSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlainDate } from '#base/plainDate.ts'
import type { Result } from '#diagnostic/diagnostic.ts'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { readIndicatorFile } from '#services/compareTargets.ts'
import type { Board } from '#services/site/board.ts'
import { openLiveSite } from '#services/site/liveSite.ts'
import { publishSamples, type SampleFolders } from '#services/site/sampleSite.ts'
import { openSite } from '#services/site/site.ts'
import { type RunningServer, type ServerSettings, startServer } from '#web/server.ts'
import { newestBoard, type PublicSite } from '#web/site/publicSite.ts'
import { TODAY } from './commandLine.ts'
import { ROOT } from './files.ts'

/** The folders of the repository itself: what `npm start` serves. */
export const OWN_FOLDERS: SampleFolders = { rules: join(ROOT, 'rules'), data: join(ROOT, 'data') }

/** A part of them, by the names of their folders. */
export function ownPart(...communes: readonly string[]): SampleFolders {
  const part = mkdtempSync(join(tmpdir(), 'thidua-'))
  const folders = { rules: join(part, 'rules'), data: join(part, 'data') }
  for (const commune of communes) {
    cpSync(join(OWN_FOLDERS.data, commune), join(folders.data, commune), { recursive: true })
    for (const edition of readdirSync(join(OWN_FOLDERS.rules, commune)).filter((name) =>
      /^\d{4}\.thidua$/.test(name),
    ))
      cpSync(join(OWN_FOLDERS.rules, commune, edition), join(folders.rules, commune, edition))
  }
  return folders
}

/** The dossiers of folders as if published. */
export async function siteOf(folders: SampleFolders, today: PlainDate = TODAY): Promise<PublicSite> {
  const source = soundly(await publishSamples(folders, today))
  const indicators = soundly(await readIndicatorFile(folders.rules))
  return { site: await openSite(source), indicators }
}

/** A small site with several months, years, levels and reviews. */
export async function smallSite(today: PlainDate = { year: 2027, month: 11, day: 1 }): Promise<PublicSite> {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-'))
  const PHASES = join(ROOT, 'test/cli/phases')
  cpSync(join(PHASES, '2026-2030.thidua'), join(folder, 'rules/xa/2026-2030.thidua'))
  for (const file of ['entrants.csv', 'facts.csv']) cpSync(join(PHASES, file), join(folder, 'data/xa', file))
  return siteOf({ rules: join(folder, 'rules'), data: join(folder, 'data') }, today)
}

/** The newest board of an edition. */
export async function boardOf(of: PublicSite, commune: string, name: string): Promise<Board> {
  const edition = of.site.edition(commune, name)
  const board = edition && (await newestBoard(of, edition))
  if (!board) throw new Error(`${commune}/${name} is not on the site`)
  return board
}

function soundly<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(renderDiagnostics(result.diagnostics))
  return result.value
}

/** A free port of this machine, and nothing else. */
export const LOCAL_SETTINGS: ServerSettings = {
  port: 0,
  host: '127.0.0.1',
  base: undefined,
  metricsPort: undefined,
  logRequests: false,
}

/** A running site on a free port. */
export async function startSite(folders: SampleFolders, today: PlainDate = TODAY): Promise<RunningServer> {
  const source = soundly(await publishSamples(folders, today))
  const indicators = soundly(await readIndicatorFile(folders.rules))
  const server = await startServer(await openLiveSite(source), indicators, LOCAL_SETTINGS)
  if (server.kind === 'cannotListen') throw new Error('a free port was asked for')
  return server
}

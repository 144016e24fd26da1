import { join } from 'node:path'
import { renderDiagnostics } from '#diagnostic/render.ts'
import { type Boards, openBoards, type SiteFolders } from '#services/boards.ts'
import { startServer } from '#web/server.ts'
import { TODAY } from './commandLine.ts'
import { ROOT } from './files.ts'

/** The folders of the repository itself: what `npm start` serves. */
export const OWN_FOLDERS: SiteFolders = { rules: join(ROOT, 'rules'), data: join(ROOT, 'data') }

export async function boardsOf(folders: SiteFolders): Promise<Boards> {
  const boards = await openBoards(folders, TODAY)
  if (!boards.ok) throw new Error(renderDiagnostics(boards.diagnostics))
  return boards.value
}

/** A running site on a free port. */
export async function startSite(
  folders: SiteFolders,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = await startServer(await boardsOf(folders), 0)
  if (server.kind === 'portTaken') throw new Error('a free port was asked for')
  return server
}
